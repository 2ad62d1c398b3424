"""The head of a page: title, byline, date, area, photo captions, lead.

line                 cue
──────────────────   ─────────────────────────────────────────────────────────
breadcrumb, menu     junk already; a very short line above the title is its section
title                the first line of some length that does not end a sentence
byline, date         a label, a role, or a name beside a date
area                 エリア:
caption              a credit at its end ((C) …, ＝時事), or 写真： at its start
lead                 running text set off from the body: by its block, by its
                     indent, or by the byline that follows it
"""

from __future__ import annotations

import re

from yomu.model import Kind
from yomu.text.clean import lexicon
from yomu.text.clean.dates import find_date, fold, is_yearless_dateline, without_dates
from yomu.text.clean.shape import ends_sentence, is_open, is_prose
from yomu.text.draft import Draft, Page

_HEAD_LINES = 30
_LONGEST_TITLE = 100
_LONGEST_MENU_WORD = 12
_LONGEST_LOOSE_BUTTON = 6
_LONGEST_BYLINE = 60
_LONGEST_CAPTION = 400
_LONGEST_PLAIN_CAPTION = 150
# Every credit has one of these; most lines have none, and cost no more than this look.
_CREDIT_SIGN = re.compile(r"[=＝©:：/／)）]|撮影|[bB][yY]|[cC]\)")


def mark_captions(page: Page) -> None:
    for i, draft in enumerate(page.drafts):
        text = draft.text
        if text[-1] == "。" or len(text) > _LONGEST_CAPTION or not is_open(draft):
            continue
        if _CREDIT_SIGN.search(text, max(0, len(text) - 100)) and lexicon.CREDIT.search(
            text[-100:]
        ):
            page.mark(draft, Kind.CAPTION, "It ends in a photo credit.")
        elif len(text) > _LONGEST_PLAIN_CAPTION:
            continue
        elif len(text) <= 8 and lexicon.CAPTION_LABEL.fullmatch(text):
            following = page.drafts[i + 1 : i + 2]
            if following and not is_prose(following[0]):
                page.mark(draft, Kind.CAPTION, "It announces a photo or figure.")
        elif lexicon.CAPTION_START.match(text):
            page.mark(draft, Kind.CAPTION, "It names a photo, figure or table.")
        elif ("=" in text or "＝" in text) and lexicon.CAPTION_PLACE.fullmatch(text):
            page.mark(draft, Kind.CAPTION, "It ends in the place where a photo was taken.")


def mark_header(page: Page) -> None:
    """Give the lines above the body their kinds, and the document its title, byline, date and area."""
    head = page.drafts[: _head_end(page.drafts)]
    title = next((draft for draft in page.drafts if draft.kind is Kind.TITLE), None)
    _read_labels(page, head)
    title = (
        title
        or next((draft for draft in head if draft.kind is Kind.TITLE), None)
        or _find_title(page, head)
    )
    if title and not page.meta.title:
        page.meta.title = title.text
    for draft in head:
        if is_open(draft) and not is_prose(draft) and _is_byline(draft.text):
            _read_byline(page, draft)
    _read_signature(page)
    if title in head and title:
        _read_names(page, head[head.index(title) + 1 :])
    if title:
        _repeat(page, head, title)
        _mark_lead(page, page.drafts.index(title))


def _head_end(drafts: list[Draft]) -> int:
    """Where the body begins: at the first running text, or after the byline that follows it."""
    for i, draft in enumerate(drafts[:_HEAD_LINES]):
        if is_open(draft) and is_prose(draft):
            for j in range(i + 1, min(i + 4, len(drafts))):
                if is_prose(drafts[j]) and is_open(drafts[j]):
                    break
                if is_open(drafts[j]) and _is_byline(drafts[j].text):
                    return j + 1
            return i
    return min(len(drafts), _HEAD_LINES)


def _read_labels(page: Page, head: list[Draft]) -> None:
    for draft in head:
        text = draft.text
        if not is_open(draft):
            continue
        if area := lexicon.AREA.fullmatch(text):
            page.meta.area = page.meta.area or area["value"].strip()
            page.mark(draft, Kind.AREA, "Its label says that it names the area.")
        elif (titled := lexicon.TITLE_LABEL.fullmatch(text)) and not page.meta.title:
            page.meta.title = titled["title"].strip()
            start = titled.start("title")
            before = draft.text
            draft.cut([(0, start)])
            page.record(
                draft, "label", before, draft.text, "Dropped the label in front of the title."
            )
            page.mark(draft, Kind.TITLE, "Its label says that it is the title.")
        elif len(text) <= _LONGEST_BYLINE and lexicon.BYLINE_LABEL.match(text):
            _read_byline(page, draft)


def _find_title(page: Page, head: list[Draft]) -> Draft | None:
    if len(page.drafts) < 2:
        return None
    candidates = [draft for draft in head if is_open(draft) and _could_be_title(draft.text)]
    candidates = [d for d in candidates if not _names_series(d.text)] or candidates
    menu = _menu(head)
    if any(len(draft.text) >= 8 for draft in candidates if draft not in menu):
        candidates = [draft for draft in candidates if draft not in menu]
    title = _end_of_trail(head, candidates)
    title = title or next((draft for draft in candidates if len(draft.text) >= 8), None)
    title = title or next(iter(candidates), None)
    if title is None:
        return None
    page.mark(title, Kind.TITLE, "The first line of the page that is not a sentence.")
    for draft in head[: head.index(title)]:
        if is_open(draft) and (len(draft.text) <= 12 or draft in menu):
            page.mark(draft, Kind.JUNK, "A section name above the title.")
        elif is_open(draft) and _names_series(draft.text):
            page.mark(draft, Kind.BYLINE, "It names the series that the text belongs to.")
    return title


def _menu(head: list[Draft]) -> set[Draft]:
    """The short lines at the top that stand in one block with buttons of the page."""
    menu: set[Draft] = set()
    block: list[Draft] = []
    for draft in [*head, None]:
        if draft and not draft.gap and len(draft.text) <= _LONGEST_MENU_WORD:
            block.append(draft)
            continue
        if len(block) >= 2 and any(item.kind is Kind.JUNK for item in block):
            menu.update(item for item in block if is_open(item))
        block = [draft] if draft and len(draft.text) <= _LONGEST_MENU_WORD else []
    return menu


def _end_of_trail(head: list[Draft], candidates: list[Draft]) -> Draft | None:
    """The line that a trail of links (トップ > 会見 > 会見記録) leads to, where one of the candidates is it."""
    for trail in head:
        if trail.kind is Kind.JUNK and lexicon.BREADCRUMB.search(fold(trail.text)):
            for draft in candidates:
                leads_to = len(draft.text) >= 4 and trail.text.endswith(draft.text)
                if leads_to and draft.origin > trail.origin:
                    return draft
    return None


def _could_be_title(text: str) -> bool:
    if len(text) > _LONGEST_TITLE or ends_sentence(text) or text[-1] in "、,:：":
        return False
    if text[0] in "「『" and text[-1] in "」』" and "」" in text[:-1]:
        return False
    if lexicon.LABELLED.match(text) or is_yearless_dateline(text):
        return False
    return not _is_byline(text) and not lexicon.is_bulleted(text)


def _names_series(text: str) -> bool:
    return bool(lexicon.SERIES.fullmatch(text))


def _is_byline(text: str) -> bool:
    if len(text) > _LONGEST_BYLINE:
        return False
    if lexicon.BYLINE_LABEL.match(text):
        return True
    date = find_date(text)
    rest = without_dates(text) if date else fold(text)
    if date:
        return len(rest) <= 24 and not ends_sentence(text)
    if len(rest) > 45 or ends_sentence(text):
        return False
    return bool(lexicon.ROLE.search(rest)) and not any(char in rest for char in "、？！?!「")


def _read_names(page: Page, after: list[Draft]) -> None:
    """Names and offices that carry no label: known by what they stand beside."""
    for i, draft in enumerate(after):
        text = draft.text
        if not is_open(draft) or is_prose(draft) or len(text) > _LONGEST_BYLINE:
            continue
        above = after[i - 1] if i else None
        below = after[i + 1] if i + 1 < len(after) else None
        dated = any(
            other and other.kind is Kind.BYLINE and find_date(other.text)
            for other in (above, below)
        )
        signed = _is_signature(draft, above, below, dated) or (
            page.meta.byline is None and _is_sender(draft, above, below, dated)
        )
        if signed:
            name = " ".join(text.split())
            page.meta.byline = f"{name}、{page.meta.byline}" if page.meta.byline else name
            page.mark(draft, Kind.BYLINE, "It names who wrote or published the text.")
        elif above and above.kind is Kind.BYLINE and lexicon.POST.fullmatch(text):
            page.mark(draft, Kind.BYLINE, "It says what the author is.")
        elif is_yearless_dateline(text) or lexicon.ISSUE.fullmatch(text):
            page.mark(draft, Kind.BYLINE, "It says when or where the text came out.")
        elif text.isdecimal():
            page.mark(draft, Kind.JUNK, "A bare count beside the title.")
        elif above and _is_loose_button(draft, above, below):
            page.mark(draft, Kind.JUNK, "It ends a row of buttons.")


def _read_signature(page: Page) -> None:
    """The name in parentheses on the line after the last running text."""
    drafts = page.drafts
    last = next((i for i in range(len(drafts) - 1, -1, -1) if is_prose(drafts[i])), len(drafts))
    for draft in drafts[last + 1 : last + 2]:
        signed = lexicon.SIGNED.fullmatch(draft.text) if is_open(draft) else None
        if signed:
            page.meta.byline = page.meta.byline or signed["name"]
            page.mark(draft, Kind.BYLINE, "It signs the text at its end.")


def _is_signature(draft: Draft, above: Draft | None, below: Draft | None, dated: bool) -> bool:
    """Whether it can only be a person's name, here: with a post beside it, or alone under the title."""
    if above is None and draft.gap and lexicon.SPACED_NAME.fullmatch(draft.text):
        return True
    if not lexicon.NAME_AND_POST.fullmatch(draft.text):
        return False
    return dated or (above is None and bool(lexicon.POSTED.search(draft.text)))


def _is_sender(draft: Draft, above: Draft | None, below: Draft | None, dated: bool) -> bool:
    """Whether it may be a person or an office, if nobody else has signed the text."""
    text = draft.text
    if len(text) <= 30 and lexicon.OFFICE.search(text):
        return True
    if lexicon.CORRESPONDENT.fullmatch(text) or lexicon.NAME_WITH_READING.fullmatch(text):
        return True
    # In a block of its own with text right under it, it is that text's heading.
    heads = draft.gap and below is not None and not below.gap
    if (dated or draft.indent) and not heads and lexicon.NAME.fullmatch(text):
        return True
    return dated and bool(lexicon.POST_AND_NAME.fullmatch(text))


def _is_loose_button(draft: Draft, above: Draft, below: Draft | None) -> bool:
    if len(draft.text) > _LONGEST_LOOSE_BUTTON or draft.gap or lexicon.NAME.fullmatch(draft.text):
        return False
    ends = below is None or below.gap or below.kind is Kind.JUNK
    return above.kind is Kind.JUNK and len(above.text) <= _LONGEST_MENU_WORD and ends


def _read_byline(page: Page, draft: Draft) -> None:
    text = draft.text
    date = find_date(text)
    if date and not page.meta.date:
        page.meta.date = date[0]
    rest = without_dates(text) if date else text
    label = lexicon.BYLINE_LABEL.match(rest)
    name = " ".join(((label["name"] or label["by"] or label["dotted"]) if label else rest).split())
    if name.startswith(("於", "場所", "会場")):
        name = ""
    if name and name not in (page.meta.byline or ""):
        page.meta.byline = f"{page.meta.byline}、{name}" if page.meta.byline else name
    why = "It says who wrote the text" if name else "It says when the text came out"
    page.mark(draft, Kind.BYLINE, why + (" and when." if name and date else "."))


def _repeat(page: Page, head: list[Draft], title: Draft) -> None:
    for draft in head:
        if draft is not title and is_open(draft) and draft.text == title.text:
            page.mark(draft, Kind.JUNK, "The title again.")


def _mark_lead(page: Page, title_at: int) -> None:
    """The first running text is a lead if something sets it off from the running text after it."""
    if any(draft.kind is Kind.LEAD for draft in page.drafts):
        return
    drafts = page.drafts
    prose = [
        i
        for i in range(title_at + 1, min(len(drafts), title_at + _HEAD_LINES))
        if is_open(drafts[i]) and is_prose(drafts[i])
    ]
    if len(prose) < 3:
        return
    first, rest = prose[0], prose[1:]
    lead = drafts[first]
    why = ""
    between = drafts[first + 1 : rest[0]]
    if any(draft.kind is Kind.BYLINE for draft in between):
        why = "It stands between the title and the byline."
    elif not lead.gap and all(drafts[i].gap for i in rest[:4]):
        why = "It stands in the block of the title; the paragraphs after it stand apart."
    elif not lead.indent and all(drafts[i].indent for i in rest[:4]):
        why = "It is not indented; the paragraphs after it are."
    elif lexicon.ABSTRACT.fullmatch(drafts[first - 1].text) and not is_prose(drafts[first + 1]):
        why = "It stands alone under the label of a summary."
    elif lead.text[0] in "―—─" and lead.text[-1] in "―—─":
        why = "Dashes set it off."
    if why:
        page.mark(lead, Kind.LEAD, why)
