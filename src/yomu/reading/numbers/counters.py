"""The counters of `tables`, ready to be looked up in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from yomu.reading.numbers.sounds import SOUND_CLASSES, SoundClass
from yomu.reading.numbers.tables import COUNTERS

_KA = "かカヵヶケ箇"


@dataclass(frozen=True, slots=True, eq=False)
class Counter:
    """One row of the table. `exact` and `digits` hold its exceptions, keyed by value and by last digit."""

    spelling: str
    reading: str
    sounds: SoundClass
    exact: Mapping[int, str]
    digits: Mapping[int, str]
    kind: str
    english: str


def _spellings(column: str) -> Iterator[str]:
    for spelling in column.split():
        if spelling[0] == "か" and len(spelling) > 1:
            yield from (ka + spelling[1:] for ka in _KA)
        else:
            yield spelling


def _rows() -> Iterator[Counter]:
    for line in COUNTERS.splitlines():
        if not line or line.startswith("#"):
            continue
        spellings, reading, sounds, exceptions, kind, english = (
            column.strip() for column in line.split("|")
        )
        exact: dict[int, str] = {}
        digits: dict[int, str] = {}
        for exception in exceptions.split():
            key, _, kana = exception.partition("=")
            if key.startswith("-"):
                digits[int(key[1:])] = kana
            else:
                exact[int(key)] = kana.replace("~", reading)
        for spelling in _spellings(spellings):
            yield Counter(spelling, reading, SOUND_CLASSES[sounds], exact, digits, kind, english)


@cache
def counters() -> Mapping[str, tuple[Counter, ...]]:
    """Return the counters by their first character, longer spellings first."""
    by_first: dict[str, list[Counter]] = {}
    for counter in _rows():
        by_first.setdefault(counter.spelling[0], []).append(counter)
    return {
        first: tuple(sorted(found, key=lambda counter: -len(counter.spelling)))
        for first, found in by_first.items()
    }


@cache
def _by_spelling() -> tuple[Mapping[str, tuple[int, ...]], Mapping[str, tuple[Counter, ...]]]:
    """Return the lengths to try after each first character, longest first, and the counters themselves."""
    lengths: dict[str, tuple[int, ...]] = {}
    spelled: dict[str, tuple[Counter, ...]] = {}
    for first, found in counters().items():
        lengths[first] = tuple(sorted({len(one.spelling) for one in found}, reverse=True))
        for one in found:
            spelled[one.spelling] = (*spelled.get(one.spelling, ()), one)
    return lengths, spelled


def counters_at(text: str, start: int) -> Iterator[Counter]:
    """Yield the counters spelled at `start`, longest first."""
    lengths, spelled = _by_spelling()
    for length in lengths.get(text[start : start + 1], ()):
        if start + length <= len(text):
            yield from spelled.get(text[start : start + length], ())
