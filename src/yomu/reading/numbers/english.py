"""What a span means, in English, for a reader who looks it up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from yomu.reading.numbers import amounts, when
from yomu.reading.numbers.gloss import CURRENCY_SIGNS, counted, single, with_suffix
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment


def meaning(group: Sequence[Item], signs: Sequence[NumberSegment | None]) -> str:
    """Say what a run of joined items means; `signs` stand between them, None where they touch."""
    runs: list[list[Item]] = [[group[0]]]
    for item, sign in zip(group[1:], signs, strict=True):
        if sign is None:
            runs[-1].append(item)
        else:
            runs.append([item])
    if len(group) == 2 and len(runs) == 2:
        sign = signs[0]
        pair = _pair(group[0], group[1], neighbours=sign is not None and not sign.reading)
        if pair:
            return pair
    return " to ".join(_joined(run) for run in runs)


def _joined(items: list[Item]) -> str:
    """A date, a time, or amounts one after the other."""
    if len(items) == 1:
        return single(items[0])
    kinds = [item.counter_kind for item in items]
    if kinds[0] in ("year", "month") and "duration" not in kinds:
        return with_suffix(when.date(items), items[-1])
    if kinds[0] == "day" and "hour" in kinds:
        return f"{_joined(items[1:])} on {single(items[0])}"
    if kinds[0] == "hour":
        return with_suffix(when.clock(items), items[-1])
    if kinds[0] == "tenths":
        return _tenths(items)
    if kinds[0] == "ratio":
        return f"{items[0].figure} to {items[-1].figure}"
    return " ".join(single(item) for item in items)


def _tenths(items: list[Item]) -> str:
    """3割5分 is 35%."""
    scales = (Decimal(10), Decimal(1), Decimal("0.1"))
    value = sum(
        (item.figure * scale for item, scale in zip(items, scales, strict=False)), Decimal(0)
    )
    return f"{value.normalize():f}%"


def _pair(lower: Item, upper: Item, *, neighbours: bool) -> str:
    """1〜2割 10–20%, 2、3人 two or three people, 4〜6月 April–June. Empty if it is no such pair."""
    bounds = pair_bounds(lower, upper)
    if bounds is None or not (lower.bare or lower.counter_kind == upper.counter_kind):
        return ""
    low, high = bounds
    counter = upper.counter
    if counter is None:
        return f"{amounts.scaled(low)}–{amounts.scaled(high)}" if lower.bare else ""
    kind, english = counter.kind, counter.english
    if kind == "month":
        shown = f"{when.month(int(low))}–{when.month(int(high))}"
    elif kind == "tenths":
        shown = f"{low * 10}–{high * 10}%"
    elif kind == "percent":
        shown = f"{low}–{high}{english}"
    elif kind == "money" and english in CURRENCY_SIGNS:
        shown = _money(low, high, english)
    elif kind in ("generation", "decade of life"):
        shown = f"one's {low}s–{high}s"
    elif kind in ("hour", "century"):
        return ""
    elif kind in ("year", "decade", "day") and not (neighbours and kind == "year"):
        shown = _calendar(low, high, kind)
    else:
        shown = counted(_between(low, high, neighbours=neighbours), upper, plural=True)
    return with_suffix(shown, upper)


def pair_bounds(lower: Item, upper: Item) -> tuple[int | Decimal, int | Decimal] | None:
    """The two ends of a range, the lower one with the unit that only the upper one has (2〜3万)."""
    if lower.numeral is None or upper.numeral is None:
        return None
    low, high = lower.numeral.value, upper.numeral.value
    if low is None or high is None:
        return None
    unit = upper.numeral.tail
    if lower.bare and isinstance(low, int) and isinstance(high, int) and unit >= 10:
        leading = high // unit
        if low < leading and (unit >= 10**4 or low + 1 == leading < 10):
            low *= unit
    return low, high


def _between(low: int | Decimal, high: int | Decimal, *, neighbours: bool) -> str:
    if not neighbours:
        return f"{amounts.scaled(low)}–{amounts.scaled(high)}"
    return amounts.either(int(low), int(high))


def _calendar(low: int | Decimal, high: int | Decimal, kind: str) -> str:
    if kind == "year":
        return f"{low}–{high}" if low >= 100 else f"{low}–{high} years"
    if kind == "decade":
        return f"the {low}s–{high}s"
    first, last = amounts.ordinal_figure(int(low)), amounts.ordinal_figure(int(high))
    return f"{low}–{high} days, or the {first}–{last}"


def _money(low: int | Decimal, high: int | Decimal, sign: str) -> str:
    """$2–3 million: the scale is said once if both have it."""
    first, second = amounts.scaled(low), amounts.scaled(high)
    scale = " " + second.partition(" ")[2]
    return f"{sign}{first.removesuffix(scale)}–{second}"
