"""A number as a text writes it: how it is said, what it is worth, what it means."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from yomu.reading.numbers.english import meaning, pair_bounds
from yomu.reading.numbers.eras import ERAS
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment, SpanKind, Value

_KINDS: Final[dict[str, SpanKind]] = {
    "year": "year",
    "decade": "year",
    "century": "year",
    "month": "date",
    "day": "date",
    "hour": "time",
    "minute": "duration",
    "second": "duration",
    "duration": "duration",
    "days": "duration",
    "money": "money",
    "percent": "percent",
    "tenths": "percent",
    "whole day": "duration",
    "fraction": "fraction",
    "ratio": "ratio",
    "measure": "measure",
    "degree": "measure",
    "ordinal": "ordinal",
    "rank": "ordinal",
    "label": "ordinal",
}


class NumberSpan:
    """A number as a text writes it, with what a news reader would say.

    `reading` is hiragana, the segments' readings joined; the segments cover `start:end` without
    gap. `value` is None where the text names no number (数十人, a telephone number). A range is
    half-open as Python has it: 2、3人 is `range(2, 4)`. `meaning_en` is what a detail pane says.

    What only a detail pane asks for is worked out when it is asked for, since the furigana of a
    long text need the segments alone: it is a third of the work.
    """

    def __init__(self, group: Sequence[Item], signs: Sequence[NumberSegment | None]) -> None:
        self._group, self._signs = group, signs
        segments = group[0].segments
        if len(group) > 1:
            segments = segments.copy()
            for item, sign in zip(group[1:], signs, strict=True):
                if sign is not None:
                    segments.append(sign)
                segments += item.segments
        self.segments = tuple(segments)
        self.start = segments[0].start
        self.end = segments[-1].end

    @property
    def certain(self) -> bool:
        """Whether the words around make it a number though dictionaries have a word there (十分ほど)."""
        return self._group[0].certain

    @cached_property
    def reading(self) -> str:
        return "".join([segment.reading for segment in self.segments])

    @cached_property
    def value(self) -> Value:
        return _value(self._group, ranged=any(self._signs))

    @cached_property
    def kind(self) -> SpanKind:
        return _kind(self._group)

    @cached_property
    def meaning_en(self) -> str:
        return meaning(self._group, self._signs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NumberSpan) and self.segments == other.segments

    def __hash__(self) -> int:
        return hash(self.segments)

    def __repr__(self) -> str:
        return f"NumberSpan({self.start}, {self.end}, {self.reading!r}, {self.meaning_en!r})"


def _kind(group: Sequence[Item]) -> SpanKind:
    first, last = group[0], group[-1]
    if first.kind is not None:
        return first.kind
    kinds = {item.counter_kind for item in group}
    if "tenths" in kinds:
        return "percent"
    if "ratio" in kinds:
        return "ratio"
    if "hour" in kinds:
        return "time"
    if kinds & {"month", "day"}:
        return "date"
    if first.prefix == "第" or last.suffix.startswith("目"):
        return "ordinal"
    if last.counter is None:
        return "number"
    return _KINDS.get(last.counter_kind, "count")


def _value(group: Sequence[Item], *, ranged: bool) -> Value:
    first, last = group[0], group[-1]
    if first.kind is not None:
        return first.value
    lower, upper = first.numeral, last.numeral
    if lower is None or upper is None:
        return None
    if ranged and len(group) == 2:
        low, high = pair_bounds(first, last) or (None, None)
        if isinstance(low, int) and isinstance(high, int) and low <= high:
            return range(low, high + 1)
        return None
    if len(group) > 1:
        return None
    if lower.about is not None:
        return range(lower.about[0], lower.about[1] + 1)
    if first.second is not None:
        top, bottom = first.second.value, lower.value
        if isinstance(top, int) and isinstance(bottom, int) and bottom:
            return Fraction(top, bottom)
        return None
    if first.counter_kind == "year" and first.prefix and isinstance(lower.value, int):
        era = ERAS.get(first.prefix)
        return lower.value + era.before if era else lower.value
    value = lower.value
    if isinstance(value, Decimal) and value == value.to_integral_value() and value >= 10**4:
        return int(value)
    return value
