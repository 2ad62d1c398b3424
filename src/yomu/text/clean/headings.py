"""Headings in text without markup: short lines over running text that are not sentences."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from yomu.model import Kind
from yomu.text.clean import lexicon
from yomu.text.clean.shape import SHORT, ends_sentence, is_open, is_prose
from yomu.text.draft import Draft, Page

_SIGN = re.compile(
    r"[■□◆◇▼▽●○◎★☆§【〈《＜]|第[0-9０-９一二三四五六七八九十]+[章節部回]|(?:[0-9０-９]{1,2}|[一二三四五六七八九十])[.．、　 ]\S|[（(][0-9０-９一二三四五六七八九十]{1,2}[)）]"
)
_STRONG_SIGN = re.compile(r"[■□◆◇▼▽【§]")
_REACH = 30
_SUBTITLE = re.compile(r"[―—─–~～〜‐-]{1,2}.+|「[^「」]+」|『[^『』]+』")
_IN_PARENTHESES = re.compile(r"[（(][^（）()]{3,25}[)）]")


def mark_headings(page: Page) -> None:
    drafts = page.drafts
    for title, draft in pairwise(drafts[:_REACH]):
        short = len(draft.text) <= SHORT and is_open(draft)
        if (
            title.kind is Kind.TITLE
            and short
            and _SUBTITLE.fullmatch(draft.text)
            and draft is not drafts[-1]
        ):
            page.mark(draft, Kind.HEADING, "A subtitle under the title.")
    repeated = Counter(
        draft.text for draft in drafts if len(draft.text) <= SHORT and draft.kind is not Kind.JUNK
    )
    for i, draft in enumerate(drafts[:-1]):
        if not (draft.gap and is_open(draft) and _IN_PARENTHESES.fullmatch(draft.text)):
            continue
        if is_prose(drafts[i + 1]) and not drafts[i + 1].gap:
            page.mark(draft, Kind.HEADING, "A line in parentheses over running text.")
    shorts = [is_open(draft) and _could_head(draft.text, repeated) for draft in drafts]
    for i, short in enumerate(shorts):
        if not short or i + 1 == len(drafts):
            continue
        run = _run(shorts, i)
        draft = drafts[i]
        following = _next_text(drafts, i)
        if following is None or _runs_out(draft):
            continue
        if _STRONG_SIGN.match(draft.text) and following.text[0] != draft.text[0]:
            page.mark(draft, Kind.HEADING, "It carries the sign of a heading.")
        elif not is_prose(following) and not shorts[i + 1]:
            if run == 1 and ends_sentence(following.text):
                page.mark(draft, Kind.HEADING, "A short line over a sentence.")
        elif run == 1:
            page.mark(draft, Kind.HEADING, "A short line over running text that is not a sentence.")
        elif run == 2 and is_prose(drafts[_run_end(shorts, i)]):
            page.mark(draft, Kind.HEADING, "One of two short lines over running text.")


def _could_head(text: str, repeated: Counter[str]) -> bool:
    if len(text) > SHORT or ends_sentence(text) or text[-1] in "、,，":
        return False
    if repeated[text] > 1 or lexicon.is_bulleted(text) or text[0] in "※*>＞":
        return False
    if text[0] in "（(" and not _SIGN.match(text):
        return False
    if text[0] in "「『" and text[-1] in "」』" and "」" not in text[:-1]:
        return False
    # A speaker's turn (佐伯：……) and a label with its value are not headings.
    return not re.match(r"[^:：]{1,10}[:：]\s*\S", text) and not text.startswith("――")


def _runs_out(draft: Draft) -> bool:
    """Whether it is a sentence that lost its full stop: it ends in a footnote, or long in a verb."""
    text = draft.text
    if len(text) > 20 and any(note.at == len(text) for note in draft.footnotes):
        return True
    return len(text) > 30 and "、" in text and text[-1] in "るただいうくすつぬむん"


def _run(shorts: list[bool], i: int) -> int:
    """How many short lines stand in a row around `i`; 3 stands for any more."""
    start, end = i, i
    while start > 0 and shorts[start - 1] and end - start < 3:
        start -= 1
    while end + 1 < len(shorts) and shorts[end + 1] and end - start < 3:
        end += 1
    return min(end - start + 1, 3)


def _run_end(shorts: list[bool], i: int) -> int:
    while i < len(shorts) - 1 and shorts[i]:
        i += 1
    return i


def _next_text(drafts: list[Draft], i: int) -> Draft | None:
    """The next line that is not junk or a caption."""
    for draft in drafts[i + 1 : i + 6]:
        if draft.kind not in (Kind.JUNK, Kind.CAPTION):
            return draft
    return None
