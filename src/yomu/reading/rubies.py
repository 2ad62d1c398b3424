"""Tokens → furigana: which of them carry ruby, and over what."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from yomu.model import Ruby, Token
from yomu.reading.fold import fold
from yomu.reading.furigana import distribute
from yomu.reading.kana import HAS_DIGIT, HAS_KANJI

NumberRuby = Literal["irregular", "all", "none"]
"""Which digits carry ruby: only where the reading surprises (3日 みっか), all, or none."""


def rubies(tokens: Iterable[Token], numbers: str = "irregular") -> tuple[Ruby, ...]:
    """Return the furigana of `tokens`, in their text's offsets, in order."""
    out: list[Ruby] = []
    for token in tokens:
        reading = token.reading
        if reading is None:
            continue
        if HAS_DIGIT.search(token.surface):
            placed = _on_number(token.surface, reading, numbers)
        elif "固有名詞" in token.morph.pos:
            placed = distribute(token.surface, reading, names=True)
        else:
            placed = distribute(token.surface, reading)
        at = token.start
        for ruby in placed:
            out.append(Ruby(at + ruby.start, at + ruby.end, ruby.reading, ruby.parts))
    return tuple(out)


@lru_cache(maxsize=4096)
def _on_number(surface: str, reading: str, numbers: str) -> tuple[Ruby, ...]:
    """Place ruby on a number with digits: on all of it, or on its counter's kanji, or nowhere."""
    if numbers == "all":
        return (Ruby(0, len(surface), reading),)
    from yomu.reading.numbers import find_numbers

    text = fold(surface).text
    segments = [s for span in find_numbers(text, None) for s in span.segments]
    if len(segments) != 1 or segments[0].reading != reading or len(text) != len(surface):
        return ()
    segment = segments[0]
    if segment.irregular:
        return (Ruby(0, len(surface), reading),) if numbers == "irregular" else ()
    counter = surface[segment.counter :] if 0 <= segment.counter < len(surface) else ""
    if not segment.counter_reading or not HAS_KANJI.search(counter):
        return ()
    return tuple(
        Ruby(segment.counter + r.start, segment.counter + r.end, r.reading, r.parts)
        for r in distribute(counter, segment.counter_reading)
    )
