"""Readings that a text gives itself: 石本凌也(いしもとりょうや), 仄聞（そくぶん）.

They hold for the whole document, earlier occurrences too, so they are collected from the raw
text by one linear pass before anything is analysed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yomu.reading.fold import fold
from yomu.reading.furigana import split_by_kanji
from yomu.reading.kana import HAS_KANJI, KANA_ONLY, KANJI_CLASS, is_reading, to_hiragana
from yomu.reading.known import KnownReadings

_GIVEN = re.compile(
    f"([{KANJI_CLASS}ぁ-ゖァ-ヺー・\u3000 ]{{0,24}}[{KANJI_CLASS}][ぁ-ゖー]{{0,4}})"
    r"[（(]\s*([ぁ-ゖァ-ヺー][ぁ-ゖァ-ヺー・\u3000 ]{0,40})\s*(?:[、,，;；][^（）()]{0,80})?[）)]"
)
_MAY_GIVE = re.compile(r"[（(]\s*[ぁ-ゖァ-ヺｦ-ﾝ]")
"""Where a reading can begin: a first look that takes 4 ms a million characters."""
_REACH_BEFORE = 40
_REACH_AFTER = 140
"""Code points around a bracket that can belong to a given reading."""
_SPACES = re.compile(r"[\s・]+")


def _fits(surface: str, reading: str) -> bool:
    """True where `reading` can be read off `surface` kanji by kanji, name readings admitted."""
    return split_by_kanji(surface, reading, names=True) is not None


def _surface_for(before: str, reading: str) -> str | None:
    """Return the end of `before` that `reading` belongs to, None where none is certain."""
    joined = _SPACES.sub("", before)
    kanji_tail = re.search(f"[{KANJI_CLASS}ヶヵケ]*[{KANJI_CLASS}][ぁ-ゖ]{{0,4}}$", joined)
    if kanji_tail is None:
        return None
    # The longest tail that the reading fits; kana inside (お茶の水) need the whole of `before`.
    for start in range(len(joined)):
        tail = joined[start:]
        if HAS_KANJI.search(tail) and not KANA_ONLY.fullmatch(tail) and _fits(tail, reading):
            return tail
    whole = kanji_tail.group()
    plausible = len(whole) <= len(reading) <= 4 * len(whole) and len(whole) >= 2
    return whole if plausible and len(whole) <= 6 and whole[-1:] > "ゖ" else None


def find_given(text: str | Iterable[str]) -> KnownReadings:
    """Collect 漢字(かな) over a whole document, given as one string or its paragraphs.

    A full name is split into surname and given name where its kanji tell how. A surface that
    is given two readings is left out.
    """
    found: dict[str, str | None] = {}
    for piece in (text,) if isinstance(text, str) else text:
        for match in _near_brackets(piece):
            reading = to_hiragana(_SPACES.sub("", match.group(2)))
            if not is_reading(reading):
                continue
            surface = _surface_for(match.group(1), reading)
            if surface is not None and len(reading) >= 2:
                found[surface] = reading if found.get(surface, reading) == reading else None
            for part, part_reading in _name_parts(match.group(1), match.group(2)):
                found.setdefault(part, part_reading)
    return KnownReadings.of({s: r for s, r in found.items() if r})


def _near_brackets(piece: str) -> Iterator[re.Match[str]]:
    """The matches of `_GIVEN`, looked for only where a bracket opens before kana."""
    done = 0
    for bracket in _MAY_GIVE.finditer(piece):
        if bracket.start() < done:
            continue
        done = min(len(piece), bracket.start() + _REACH_AFTER)
        window = piece[max(0, bracket.start() - _REACH_BEFORE) : done]
        yield from _GIVEN.finditer(fold(window).text)


def _name_parts(before: str, reading: str) -> list[tuple[str, str]]:
    """Pair 石本　凌也 with いしもと　りょうや where both are written with the same spaces."""
    readings = _SPACES.split(to_hiragana(reading).strip())
    surfaces = _SPACES.split(before.strip())[-len(readings) :]
    if len(readings) != 2 or len(surfaces) != 2:
        return []
    return [
        (s, r)
        for s, r in zip(surfaces, readings, strict=True)
        if len(s) >= 2 and HAS_KANJI.match(s) and is_reading(r)
    ]
