"""Readings that a text gives itself: 石本凌也(いしもとりょうや), 仄聞（そくぶん）.

They hold for the whole document, earlier occurrences too, so they are collected from the raw
text by one linear pass before anything is analysed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from yomu.kana import to_hiragana
from yomu.reading.fold import fold
from yomu.reading.furigana import split_by_kanji
from yomu.reading.kana import HAS_KANJI, KANA_ONLY, KANJI_CLASS, all_kanji, is_reading
from yomu.reading.known import KnownReadings

_MAY_GIVE = re.compile(r"[（(]\s*[ぁ-ゖァ-ヺｦ-ﾝ]")
"""Where a reading can begin: a first look that takes 4 ms a million characters."""
_REACH_BEFORE = 40
_REACH_AFTER = 140
"""Code points around a bracket that can belong to a given reading."""
_SPACES = re.compile(r"[\s・]+")


def _fits(surface: str, reading: str) -> bool:
    """True where `reading` can be read off `surface` kanji by kanji, name readings admitted."""
    return split_by_kanji(surface, reading, names=True) is not None


def _partly_fits(surface: str, reading: str) -> bool:
    """True where at least the first or the last kanji reads as the reading begins or ends."""
    return any(
        _fits(surface[0], reading[:n]) or _fits(surface[-1], reading[-n:])
        for n in range(1, min(4, len(reading)))
    )


def _surface_for(before: str, reading: str) -> str | None:
    """Return the end of `before` that `reading` belongs to, None where none is certain."""
    joined = _SPACES.sub("", before)
    # The longest tail that the reading fits; kana inside (お茶の水) need the whole of `before`.
    for start in range(len(joined)):
        tail = joined[start:]
        if HAS_KANJI.search(tail) and not KANA_ONLY.fullmatch(tail) and _fits(tail, reading):
            return tail
    run = re.search(f"[{KANJI_CLASS}ヶヵケ]+$", joined)
    if run is None or not 2 <= len(run.group()) <= 6:
        return None
    whole = run.group()
    plausible = len(whole) <= len(reading) <= 4 * len(whole)
    return whole if plausible and _partly_fits(whole, reading) else None


def find_given(text: str | Iterable[str]) -> KnownReadings:
    """Collect 漢字(かな) over a whole document, given as one string or its paragraphs.

    A full name counts as surname and given name where spaces, a dot in the reading
    (もてぎ・としみつ) or four kanji tell where it parts. A surface that is given two readings is
    left out.
    """
    found: dict[str, str | None] = {}
    for piece in (text,) if isinstance(text, str) else text:
        for match in _near_brackets(piece):
            reading = to_hiragana(_SPACES.sub("", match.group(2)))
            if not is_reading(reading) or len(reading) < 2:
                continue
            surface = _surface_for(match.group(1), reading)
            pairs = _name_parts(match.group(1), surface, match.group(2))
            if not pairs and surface is not None:
                pairs = [(surface, reading)]
            for part, part_reading in pairs:
                same = found.get(part, part_reading) == part_reading
                found[part] = part_reading if same else None
    return KnownReadings.of({s: r for s, r in found.items() if r})


@cache
def _given() -> re.Pattern[str]:
    """漢字(かな); compiled when a text first has a bracket before kana: it takes 3 ms."""
    return re.compile(
        f"([{KANJI_CLASS}ぁ-ゖァ-ヺー・\u3000 ]{{0,24}}[{KANJI_CLASS}][ぁ-ゖー]{{0,4}})"
        r"[（(]\s*([ぁ-ゖァ-ヺー][ぁ-ゖァ-ヺー・\u3000 ]{0,40})\s*(?:[、,，;；][^（）()]{0,80})?[）)]"
    )


def _near_brackets(piece: str) -> Iterator[re.Match[str]]:
    """The matches of `_given`, looked for only where a bracket opens before kana."""
    done = 0
    for bracket in _MAY_GIVE.finditer(piece):
        if bracket.start() < done:
            continue
        done = min(len(piece), bracket.start() + _REACH_AFTER)
        window = piece[max(0, bracket.start() - _REACH_BEFORE) : done]
        yield from _given().finditer(fold(window).text)


def _name_parts(before: str, surface: str | None, reading: str) -> list[tuple[str, str]]:
    """Part a full name and its reading in two; empty where nothing tells where."""
    surfaces = [part for part in _SPACES.split(before.strip()) if part][-2:]
    readings = [part for part in _SPACES.split(to_hiragana(reading).strip()) if part]
    if len(readings) == 2 and len(surfaces) == 2 and all(map(all_kanji, surfaces)):
        return list(zip(surfaces, readings, strict=True))
    if surface is None or not all_kanji(surface) or len(surface) < 3:
        return []
    if len(readings) == 2:
        cuts = [
            k
            for k in range(1, len(surface))
            if _fits(surface[:k], readings[0]) and _fits(surface[k:], readings[1])
        ]
        k = cuts[0] if len(cuts) == 1 else (len(surface) + 1) // 2
        return [(surface[:k], readings[0]), (surface[k:], readings[1])]
    parts = split_by_kanji(surface, readings[0], names=True) if len(surface) == 4 else None
    if parts is None:
        return []
    return [(surface[:2], "".join(parts[:2])), (surface[2:], "".join(parts[2:]))]
