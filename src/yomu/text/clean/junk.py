"""What a web page puts around its text: buttons, tabs, promotion, links. Folded away, never deleted."""

from __future__ import annotations

import re

from yomu.model import Kind
from yomu.text.clean import lexicon
from yomu.text.clean.dates import find_date, fold, without_dates
from yomu.text.clean.shape import ends_sentence, is_open, is_prose
from yomu.text.draft import Draft, Page

_SEPARATOR = re.compile(r" *[/|] *")
TRAIL = "A trail of links to the page."
_LONGEST = 90
# Past this many lines from either end, a line has to be a button word for word: real pages
# have their furniture at the ends, and long texts open faster.
_REACH = 80
_SECTION_REACH = 12
_TAIL_REACH = 60
_LONGEST_BUTTON = 20


def mark_junk(page: Page) -> None:
    """Mark the lines that are page furniture by what they say."""
    drafts = page.drafts
    middle = range(_REACH, len(drafts) - _REACH)
    for i, draft in enumerate(drafts):
        if len(draft.text) > _LONGEST or not is_open(draft):
            continue
        why = _button(draft.text) if i in middle else _reason(draft.text)
        if why:
            page.mark(draft, Kind.JUNK, why)
    _drop_inline_edits(page)
    _spread_from_sections(page)


def spread_over_tail(page: Page) -> None:
    """After the last running text, whatever stands among junk is junk too."""
    drafts = page.drafts
    _mark_rights(page)
    start = next(
        (i + 1 for i in range(len(drafts) - 1, -1, -1) if _anchors(drafts[i])),
        0,
    )
    tail = drafts[start:]
    first = next((i for i, draft in enumerate(tail) if draft.kind is Kind.JUNK), None)
    if first is None or start == 0:
        return
    # The links above a button, in one block with it, are furniture as much as those below.
    top = first
    while top and not tail[top].gap and _may_be_furniture(tail[top - 1]):
        top -= 1
    if tail[top].gap:
        first = top
    for draft in tail[first:]:
        if _may_be_furniture(draft):
            page.mark(draft, Kind.JUNK, "It stands among the page's own furniture after the text.")


def _mark_rights(page: Page) -> None:
    """A © line is a photo's credit beside the text, the site's own after it."""
    for draft in reversed(page.drafts[-_TAIL_REACH:]):
        if draft.kind is Kind.CAPTION and draft.text.startswith("©"):
            page.mark(draft, Kind.JUNK, "It says who holds the rights to the page.")
        elif is_prose(draft) and draft.kind is not Kind.JUNK:
            return


def _may_be_furniture(draft: Draft) -> bool:
    return is_open(draft) or _is_loose_heading(draft)


def _is_loose_heading(draft: Draft) -> bool:
    """A short line under others that was taken for a heading, though no text follows it."""
    return draft.kind is Kind.HEADING and not draft.gap and draft.text[0] not in "■□◆◇▼▽●§"


def _anchors(draft: Draft) -> bool:
    if draft.kind is Kind.JUNK or _is_loose_heading(draft):
        return False
    if lexicon.END_MARK.fullmatch(draft.text):
        return True
    return draft.fixed or is_prose(draft) or ends_sentence(draft.text)


def _button(text: str) -> str | None:
    if len(text) > _LONGEST_BUTTON:
        return None
    word = fold(lexicon.bare(text)).lower()
    if word in lexicon.JUNK_LINES or (
        word and word[0] in "[【(" and word.strip("[]【】()") in lexicon.JUNK_LINES
    ):
        return "A button or menu word of the page."
    if ("/" in word or "|" in word) and all(
        part in lexicon.JUNK_LINES for part in _SEPARATOR.split(word)
    ):
        return "A row of buttons."
    return None


def _reason(text: str) -> str | None:
    if button := _button(text):
        return button
    plain = fold(lexicon.bare(text)).strip()
    if not plain or lexicon.RULED.fullmatch(text):
        return "A ruled line." if len(text) > 2 else None
    if lexicon.is_bulleted(text) and lexicon.RANKING_TAB.fullmatch(plain):
        return "A tab of a ranking list."
    if lexicon.SHARE_ROW.fullmatch(plain):
        return "A row of share buttons."
    if lexicon.JUNK_LABEL.match(plain):
        return "A line of categories or tags."
    if lexicon.JUNK_SECTION.fullmatch(plain):
        return "It heads a list of links."
    if lexicon.MAIL_HEADER.match(plain):
        return "A mail header."
    if lexicon.BREADCRUMB.search(plain):
        return TRAIL
    if lexicon.TICKER.fullmatch(plain):
        return "A price of the day."
    if lexicon.RIGHTS.match(plain):
        return "It says who holds the rights to the page."
    if find_date(plain) and not without_dates(plain):
        return None
    if lexicon.JUNK_PHRASE.search(plain) and not lexicon.CREDIT.search(text):
        return "The page speaks of itself here."
    return None


def _drop_inline_edits(page: Page) -> None:
    for draft in page.drafts:
        if "編集" not in draft.text and "[edit]" not in draft.text:
            continue
        spans = [match.span() for match in lexicon.INLINE_EDIT.finditer(draft.text)]
        if spans:
            before = draft.text
            draft.cut(spans)
            draft.strip()
            page.record(draft, "edit-link", before, draft.text, "Dropped the edit link.")
            if draft.text and len(draft.text) <= 60 and is_open(draft):
                page.mark(draft, Kind.HEADING, "A section name that had an edit link.")


def _spread_from_sections(page: Page) -> None:
    """Under 関連記事 and the like, every short line up to the next running text is a link."""
    drafts = page.drafts
    for i, draft in enumerate(drafts):
        if draft.kind is not Kind.JUNK or len(draft.text) > 30:
            continue
        if not lexicon.JUNK_SECTION.fullmatch(fold(lexicon.bare(draft.text))):
            continue
        run: list[Draft] = []
        for following in drafts[i + 1 : i + 1 + _SECTION_REACH]:
            if is_prose(following) or ends_sentence(following.text) or (following.gap and run):
                break
            if is_open(following):
                if run and run[0].text[:1].isdecimal() and not following.text[:1].isdecimal():
                    break
                run.append(following)
        for link in run:
            page.mark(link, Kind.JUNK, f"A link under “{lexicon.bare(draft.text)}”.")
