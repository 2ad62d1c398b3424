"""The notes themselves, where a page lists them after its text."""

from __future__ import annotations

import re
import unicodedata

from yomu.model import Kind
from yomu.text.clean import lexicon
from yomu.text.clean.footnotes import find_markers
from yomu.text.clean.shape import is_open
from yomu.text.draft import Draft, Page

_NUMBERED = re.compile(
    r"(?:[\[［〔（(]\s?(?:注|註|※|\*)?\s?(?P<a>[0-9０-９]{1,3})\s?[\]］〕)）]|(?:注|註|※|[*＊†])\s?(?P<b>[0-9０-９]{1,3})[)）.．:：]?|(?P<c>[0-9０-９]{1,3})[)）.．:：]?(?=[\s　]|[「『“\"A-Za-z^↑一-鿿ァ-ヶ])|(?P<d>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|(?P<e>[①-⑳]))\s*\S"
)
_CITED_BACK = re.compile(r"[\^↑]\s?")
_SIGNED = re.compile(r"([*＊※†‡])[ 　]?[^\s\d*＊※†‡０-９]")
_LABELLED_REACH = 80
_ASIDE_REACH = 40
_PAIRED_REACH = 240


def mark_notes(page: Page) -> int:
    """Mark the list of notes and return how many it numbers (0 where there is none).

    A label (注, 脚注, References) starts one; without a label, a run of lines numbered from 1 at
    the end of the text is one only if the prose bears as many markers.
    """
    drafts = page.drafts
    _mark_asides(page)
    labelled = _labelled(drafts)
    if labelled is not None:
        page.mark(drafts[labelled], Kind.NOTE, "It announces the notes.")
        return _mark_run(page, drafts[labelled + 1 : labelled + 1 + _LABELLED_REACH], labelled=True)
    if pairs := _paired(drafts):
        for number, text in pairs:
            page.mark(number, Kind.NOTE, "The number of a note.")
            page.mark(text, Kind.NOTE, "One of the numbered notes after the text.")
        return len(pairs)
    start = _unlabelled(drafts)
    if start is None:
        return 0
    count = len(_numbers(drafts[start:]))
    if len(find_markers(drafts[:start], count)) < count:
        return 0
    return _mark_run(page, drafts[start:], labelled=False)


def _mark_asides(page: Page) -> None:
    """Notes without a number: under a sign that the prose bears too, or in another's voice."""
    drafts = page.drafts
    for i in range(max(1, len(drafts) // 2, len(drafts) - _ASIDE_REACH), len(drafts)):
        draft = drafts[i]
        if not is_open(draft):
            continue
        sign = _SIGNED.match(draft.text)
        if lexicon.VOICE.match(draft.text):
            page.mark(draft, Kind.NOTE, "Its label says who adds this to the text.")
        elif sign and any(
            sign.group(1) in other.text[1:] for other in drafts[:i] if other.kind is Kind.BODY
        ):
            page.mark(draft, Kind.NOTE, "It begins with a sign that stands in the text above.")


def _labelled(drafts: list[Draft]) -> int | None:
    for i in range(len(drafts) - 2, max(0, len(drafts) // 2 - 1), -1):
        if (is_open(drafts[i]) or drafts[i].kind is Kind.HEADING) and len(drafts[i].text) <= 14:
            following = drafts[i + 1].text
            if lexicon.NOTE_LABEL.fullmatch(drafts[i].text) and (
                _NUMBERED.match(following)
                or _CITED_BACK.match(following)
                or lexicon.is_bulleted(following)
            ):
                return i
    return None


def _unlabelled(drafts: list[Draft]) -> int | None:
    """Where the last run of lines numbered 1, 2, … begins, if it has two lines or more."""
    last = max(
        (i for i, draft in enumerate(drafts) if is_open(draft) and _number(draft.text) == 1),
        default=None,
    )
    if last is None or last < len(drafts) // 3 or len(_numbers(drafts[last:])) < 1:
        return None
    return last


def _paired(drafts: list[Draft]) -> list[tuple[Draft, Draft]]:
    """Notes whose number stands on a line of its own; none unless the prose bears as many markers."""
    earliest = max(len(drafts) // 3, len(drafts) - _PAIRED_REACH)
    first = next(
        (i for i in range(len(drafts) - 1, earliest, -1) if _is_number(drafts[i], 1)), None
    )
    if first is None:
        return []
    pairs: list[tuple[Draft, Draft]] = []
    for number, text in zip(drafts[first::2], drafts[first + 1 :: 2], strict=False):
        if not _is_number(number, len(pairs) + 1) or not is_open(text) or text.text.isdecimal():
            break
        pairs.append((number, text))
    enough = bool(pairs) and len(find_markers(drafts[:first], len(pairs))) >= len(pairs)
    return pairs if enough else []


def _is_number(draft: Draft, number: int) -> bool:
    return is_open(draft) and len(draft.text) <= 3 and draft.text.rstrip(".．") == str(number)


def _numbers(drafts: list[Draft]) -> list[int]:
    numbers: list[int] = []
    for draft in drafts:
        number = _number(draft.text)
        if is_open(draft) and number == len(numbers) + 1:
            numbers.append(number)
        elif draft.kind is not Kind.JUNK:
            break
    return numbers


def _mark_run(page: Page, drafts: list[Draft], labelled: bool) -> int:
    count = 0
    for draft in drafts:
        if draft.kind is Kind.JUNK:
            continue
        if not is_open(draft):
            break
        number = _number(draft.text)
        if number == count + 1:
            count += 1
        elif not labelled or not (_CITED_BACK.match(draft.text) or lexicon.is_bulleted(draft.text)):
            break
        page.mark(
            draft, Kind.NOTE, "One of the numbered notes after the text." if number else "A note."
        )
    return count


def _number(text: str) -> int | None:
    match = _NUMBERED.match(text)
    if not match:
        return None
    digits = next(group for group in match.groups() if group)
    return int(unicodedata.normalize("NFKC", digits))
