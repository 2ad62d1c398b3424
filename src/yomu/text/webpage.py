"""HTML → drafts: kinds, readings and metadata from the page's own markup."""

from __future__ import annotations

import re

from yomu.model import Kind
from yomu.text.draft import Page
from yomu.text.page_parser import PageParser

_SUFFIX = re.compile(r"\s*(?:[|｜]|\s[-–—]\s)\s*[^|｜]{1,40}$")
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")


def parse(source: str) -> Page:
    """The paragraphs of a page in source order, with its own readings, kinds and metadata."""
    parser = PageParser(source)
    # The parser looks for the end of each unclosed comment anew, so blank out their openings.
    closed = source.rfind("-->") + 3 if "-->" in source else 0
    page = source[:closed] + source[closed:].replace("<!--", "    ")
    try:
        parser.feed(page)
        parser.close()
    except AssertionError:
        # The parser gives up on a malformed <![…; a blank of the same length keeps offsets.
        parser = PageParser(source)
        parser.feed(page.replace("<!", "  "))
        parser.close()
    parser.end_block()
    return _finish(parser)


def raise_digits(page: Page) -> None:
    """Write the superscripts that are no footnote markers as such: 10<sup>6</sup> is 10⁶, not 106."""
    for draft in page.drafts:
        for start, end in draft.raised:
            small = draft.text[start:end].translate(_RAISED)
            draft.text = draft.text[:start] + small + draft.text[end:]


def _finish(parser: PageParser) -> Page:
    page = Page(parser.drafts, parser.meta)
    titles = [draft for draft in page.drafts if draft.kind is Kind.TITLE]
    h1 = next((draft for draft in titles if draft is not parser.title), None)
    if h1:
        if parser.title in page.drafts and parser.title is not None:
            page.drafts.remove(parser.title)
        page.meta.title = h1.text
        for draft in titles:
            if draft is not h1 and draft is not parser.title:
                draft.kind = Kind.HEADING
    elif parser.title is not None:
        suffix = _SUFFIX.search(parser.title.text)
        if suffix and suffix.start() >= 4:
            before = parser.title.text
            parser.title.cut([(suffix.start(), len(before))])
            page.record(
                parser.title,
                "title",
                before,
                parser.title.text,
                "Dropped the site's name after the title.",
            )
        page.meta.title = parser.title.text
    _fold_outside(page, parser)
    return page


def _fold_outside(page: Page, parser: PageParser) -> None:
    """Where <article> or <main> holds most of the text, what stands outside is the site's."""
    inside = sum(len(draft.text) for draft in page.drafts if draft in parser.in_article)
    total = sum(len(draft.text) for draft in page.drafts)
    if inside * 2 > total:
        for draft in page.drafts:
            if draft not in parser.in_article and draft.kind is not Kind.TITLE:
                draft.kind = Kind.JUNK
    for draft in page.drafts:
        if draft.kind is Kind.JUNK:
            page.mark(draft, Kind.JUNK, "The page marks it as something beside the article.")
