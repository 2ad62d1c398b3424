"""Joins neighbouring numbers to dates, times and ranges: 1月 + 3日, 2 + 、 + 3人, 1979 + - + 80年."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from yomu.reading.numbers.english import meaning
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment, NumberSpan, SpanKind, Value
from yomu.reading.numbers.numerals import pair_name
from yomu.reading.numbers.counted import read_counted

_FOLLOWS: Final = frozenset(
    (
        ("year", "month"),
        ("month", "day"),
        ("day", "hour"),
        ("hour", "minute"),
        ("minute", "second"),
        ("year", "duration"),
        ("duration", "minute"),
        ("duration", "duration"),
        ("tenths", "minute"),
        ("minute", "measure"),
        ("label", "label"),
        ("measure", "measure"),
    )
)
_FROM_TO: Final = frozenset("〜～~")
_HYPHENS: Final = frozenset("-–—―－‐‑−")
_LIST: Final = frozenset("、，・")

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
    "fraction": "fraction",
    "ratio": "ratio",
    "measure": "measure",
    "degree": "measure",
    "ordinal": "ordinal",
    "rank": "ordinal",
    "label": "ordinal",
}


def join_items(text: str, items: Sequence[Item]) -> list[NumberSpan]:
    """Turn items, in order, into spans."""
    return [_span(group, signs) for group, signs in _groups(text, items)]


def _groups(
    text: str, items: Sequence[Item]
) -> Iterator[tuple[list[Item], list[NumberSegment | None]]]:
    """Yield runs of items that belong together, and the sign between each two (None: they touch)."""
    group: list[Item] = []
    signs: list[NumberSegment | None] = []
    for item in items:
        if group:
            touching, sign = _link(text, group, item)
            if touching:
                group.append(item)
                signs.append(sign)
                continue
            yield group, signs
        group, signs = [item], []
    if group:
        yield group, signs


def _link(text: str, group: list[Item], item: Item) -> tuple[bool, NumberSegment | None]:
    last = group[-1]
    gap = item.start - last.end
    if gap == 0:
        pair = (last.counter_kind, item.counter_kind)
        linked = not item.prefix and not last.suffix and pair in _FOLLOWS
        if linked and pair in (("tenths", "minute"), ("minute", "measure")):
            linked = _as_tenths(text, group, item)
        elif linked and pair == ("measure", "measure"):
            linked = False
        elif linked and pair == ("label", "label"):
            linked = False
        return linked, None
    if gap != 1 or last.numeral is None or item.numeral is None:
        return False, None
    sign = text[last.end]
    if sign in _LIST:
        return _link_list(last, item)
    if sign in _FROM_TO or sign in _HYPHENS:
        return _link_range(group, last, item, hyphen=sign in _HYPHENS)
    return False, None


def _as_tenths(text: str, group: list[Item], item: Item) -> bool:
    """3割5分2厘: here 分 is ぶ, a hundredth."""
    if group[0].counter_kind != "tenths" or item.numeral is None or item.counter is None:
        return False
    if item.counter.spelling == "分":
        reading = (item.numeral.reading or "") + "ぶ"
        old = item.segments[item.number_at]
        item.segments[item.number_at] = old._replace(
            reading=reading, irregular=False, counter_reading="ぶ"
        )
        return True
    return item.counter.spelling == "厘"


def _sign(last: Item, reading: str) -> NumberSegment:
    return NumberSegment(last.end, last.end + 1, reading, False, "sign", last.end + 1)


def _next_to(last: Item, item: Item) -> bool:
    """Two or three: plain neighbours below ten, or 10 and 20, 20 and 30 …"""
    lower, upper = last.numeral, item.numeral
    if lower is None or upper is None:
        return False
    low, high = lower.value, upper.value
    if not (isinstance(low, int) and isinstance(high, int)) or not last.bare:
        return False
    return 0 < low < 10 and high == low + 1


def _link_list(last: Item, item: Item) -> tuple[bool, NumberSegment | None]:
    counted = item.counter is not None and item.counter_kind != "label"
    if not (_next_to(last, item) or _next_to_scaled(last, item)) or not (counted or _scaled(item)):
        return False, None
    _rename_lower(last, item)
    return True, _sign(last, "")


def _scaled(item: Item) -> bool:
    """2、3万: a unit stands behind the second number."""
    numeral = item.numeral
    return numeral is not None and isinstance(numeral.value, int) and numeral.tail >= 10


def _next_to_scaled(last: Item, item: Item) -> bool:
    """2、3万人: the unit belongs to both."""
    lower, upper = last.numeral, item.numeral
    if lower is None or upper is None or not last.bare or upper.tail < 10:
        return False
    low, high = lower.value, upper.value
    if not (isinstance(low, int) and isinstance(high, int)) or not 0 < low < 10:
        return False
    first, zeros = upper.digits[:1], upper.value
    return upper.end - upper.start >= 2 and high == (low + 1) * upper.tail and first != "" or (
        upper.end - upper.start == 2 and high == (low + 1) * upper.tail and bool(zeros)
    )


def _rename_lower(last: Item, item: Item) -> None:
    lower = last.numeral
    if lower is None or not isinstance(lower.value, int) or lower.value > 9:
        return
    name = pair_name(lower.value)
    if item.counter is not None:
        name = item.counter.digits.get(lower.value, name) if item.counter_kind == "month" else name
    last.segments[-1] = last.segments[-1]._replace(reading=name)


def _link_range(
    group: list[Item], last: Item, item: Item, *, hyphen: bool
) -> tuple[bool, NumberSegment | None]:
    if last.suffix and not item.suffix:
        return False, None
    if _next_to(last, item) and item.counter is not None and not hyphen:
        _rename_lower(last, item)
        return True, _sign(last, "")
    same = last.counter is not None and last.counter_kind == item.counter_kind
    if last.bare:
        same = item.counter is not None or (not hyphen and item.bare)
    if same and last.bare and item.counter is not None and item.counter_kind == "month":
        lower = last.numeral
        if lower is not None:
            said = read_counted(lower, item.counter)
            last.segments[-1] = last.segments[-1]._replace(
                reading=said.reading.removesuffix(said.counter)
            )
    return (True, _sign(last, "から")) if same else (False, None)


def _span(group: list[Item], signs: list[NumberSegment | None]) -> NumberSpan:
    segments: list[NumberSegment] = []
    for at, item in enumerate(group):
        segments.extend(item.segments)
        if at < len(signs):
            sign = signs[at]
            if sign is not None:
                segments.append(sign)
    ranged = any(sign is not None for sign in signs)
    return NumberSpan(
        segments[0].start,
        segments[-1].end,
        "".join(segment.reading for segment in segments),
        tuple(segments),
        _value(group, ranged),
        _kind(group, ranged),
        meaning(group, signs),
    )


def _kind(group: list[Item], ranged: bool) -> SpanKind:
    first, last = group[0], group[-1]
    if first.kind is not None:
        return first.kind
    kinds = {item.counter_kind for item in group}
    if "hour" in kinds:
        return "time"
    if kinds & {"month", "day"}:
        return "date"
    if first.prefix == "第" or last.suffix.startswith("目"):
        return "ordinal"
    if last.counter is None:
        return "number"
    return _KINDS.get(last.counter_kind, "count")


def _value(group: list[Item], ranged: bool) -> Value:
    first, last = group[0], group[-1]
    if first.kind is not None:
        return first.value
    lower, upper = first.numeral, last.numeral
    if lower is None or upper is None:
        return None
    if ranged and len(group) == 2:
        low, high = lower.value, upper.value
        if isinstance(low, int) and isinstance(high, int):
            if first.bare and upper.tail >= 10**4 and low < high // upper.tail:
                low *= upper.tail
            if low <= high:
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
        from yomu.reading.numbers.items import ERAS

        return lower.value + ERAS[first.prefix][2] if first.prefix in ERAS else lower.value
    value = lower.value
    if isinstance(value, Decimal) and value == value.to_integral_value() and value >= 10**4:
        return int(value)
    return value
