"""What a web page puts around its text: buttons, tabs, promotion, links. Folded away, never deleted."""

from __future__ import annotations

from yomu.model import Kind
from yomu.text.clean import lexicon
from yomu.text.clean.dates import find_date, fold, without_dates
from yomu.text.clean.shape import ends_sentence, is_open, is_prose
from yomu.text.draft import Draft, Page

TRAIL = "A trail of links to the page."
_LONGEST = 90
# Past this many lines from either end, a line has to be a button word for word: real pages
# have their furniture at the ends, and long texts open faster.
_REACH = 80
_SECTION_REACH = 12
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
    start = next(
        (i + 1 for i in range(len(drafts) - 1, -1, -1) if _anchors(drafts[i])),
        0,
    )
    tail = drafts[start:]
    first = next((i for i, draft in enumerate(tail) if draft.kind is Kind.JUNK), None)
    if first is None or start == 0:
        return
    for draft in tail[first:]:
        if is_open(draft):
            page.mark(draft, Kind.JUNK, "It stands among the page's own furniture after the text.")


def _anchors(draft: Draft) -> bool:
    if draft.kind is Kind.JUNK:
        return False
    return draft.fixed or is_prose(draft) or ends_sentence(draft.text)


def _button(text: str) -> str | None:
    if len(text) > _LONGEST_BUTTON:
        return None
    word = fold(lexicon.bare(text)).lower()
    if word in lexicon.JUNK_LINES or word.strip("[]【】()") in lexicon.JUNK_LINES:
        return "A button or menu word of the page."
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
