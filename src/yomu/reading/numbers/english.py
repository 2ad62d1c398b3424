"""What a number means, in English, for a reader who looks it up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from yomu.reading.numbers import amounts
from yomu.reading.numbers.eras import ERAS
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment
from yomu.reading.numbers.numerals import Numeral
from yomu.reading.numbers.suffixes import suffix_english

_MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_CURRENCY_SIGNS: Final = frozenset(("$", "¥", "€", "£", "C$", "A$", "HK$", "NT$", "S$"))


def meaning(group: Sequence[Item], signs: Sequence[NumberSegment | None]) -> str:
    """Say what a run of joined items means; `signs` stand between them, None where they touch."""
    first = group[0]
    if first.english and first.kind is not None:
        return first.english
    runs: list[list[Item]] = [[first]]
    for item, sign in zip(group[1:], signs, strict=True):
        if sign is None:
            runs[-1].append(item)
        else:
            runs.append([item])
    if len(runs) == 1:
        return _joined(runs[0])
    if len(runs) == 2 and len(runs[0]) == len(runs[1]) == 1:
        pair = _pair(runs[0][0], runs[1][0], silent=not (signs[0] and signs[0].reading))
        if pair:
            return pair
    return " to ".join(_joined(run) for run in runs)


def _joined(items: list[Item]) -> str:
    """A date, a time, or amounts one after the other."""
    if len(items) == 1:
        return single(items[0])
    kinds = [item.counter_kind for item in items]
    if kinds[0] in ("year", "month") and "duration" not in kinds:
        return _date(items)
    if kinds[0] == "day" and "hour" in kinds:
        return f"{_joined(items[1:])} on {single(items[0])}"
    if kinds[0] == "hour":
        return _clock(items)
    if kinds[0] == "tenths":
        return _tenths(items)
    if kinds[0] == "ratio":
        return f"{_figure(items[0])} to {_figure(items[-1])}"
    return " ".join(single(item) for item in items)


def _figure(item: Item) -> int:
    value = item.numeral.value if item.numeral else None
    return value if isinstance(value, int) else 0


def _date(items: list[Item]) -> str:
    by_kind = {item.counter_kind: item for item in items}
    month, day = by_kind.get("month"), by_kind.get("day")
    out = ""
    if month is not None:
        out = _month(_figure(month))
    if day is not None:
        out += f" {_figure(day)}"
    year = by_kind.get("year")
    if year is not None:
        out += f"{',' if day else ''} {_year(year)}"
    hours = [item for item in items if item.counter_kind in ("hour", "minute", "second")]
    if hours:
        out = f"{_clock(hours)}, {out}"
    return _with_suffix(out, items[-1])


def _month(number: int) -> str:
    return _MONTHS[number - 1] if 1 <= number <= 12 else f"month {number}"


def _year(item: Item) -> str:
    era = ERAS.get(item.prefix)
    number = _figure(item)
    spelling = item.counter.spelling if item.counter else ""
    fiscal = "fiscal " if spelling == "年度" else ""
    if era is not None:
        return f"{fiscal}{number + era.before} ({era.english} {number})"
    return f"{fiscal}{number}"


def _clock(items: list[Item]) -> str:
    hour = _figure(items[0])
    half = "半" in items[0].suffix
    minute = 30 if half else next((_figure(i) for i in items if i.counter_kind == "minute"), None)
    part = {"午前": "a.m.", "午後": "p.m."}.get(items[0].prefix, "")
    if part == "p.m." and hour >= 12:
        hour -= 12
    if part:
        shown = 12 if hour == 0 else hour
        return f"{shown}:{minute:02} {part}" if minute is not None else f"{shown} {part}"
    if minute is None:
        return f"{hour} o'clock" if 1 <= hour <= 12 else f"{hour}:00"
    return f"{hour}:{minute:02}"


def _tenths(items: list[Item]) -> str:
    value = Decimal(0)
    for item, scale in zip(items, (Decimal(10), Decimal(1), Decimal("0.1")), strict=False):
        value += _figure(item) * scale
    return f"{value.normalize():f}%"


def _pair(lower: Item, upper: Item, *, silent: bool) -> str:
    """1〜2割 10–20%, 2、3人 two or three people, 4〜6月 April to June."""
    counter, low, high = upper.counter, _number(lower), _number(upper)
    if low is None or high is None or upper.numeral is None:
        return ""
    tail = upper.numeral.tail
    if lower.bare and tail >= 10**4 and isinstance(high, int) and low < high // tail:
        low = low * tail
    elif lower.bare and silent and tail >= 10 and isinstance(high, int) and low < 10:
        low = low * tail if low + 1 == high // tail else low
    if counter is None:
        return f"{amounts.scaled(low)}–{amounts.scaled(high)}" if lower.bare else ""
    kind = counter.kind
    if kind == "month":
        return f"{_month(int(low))}–{_month(int(high))}"
    if kind == "tenths":
        return f"{low * 10}–{high * 10}%"
    if kind == "percent":
        return _with_suffix(f"{low}–{high}{counter.english}", upper)
    if kind == "money" and counter.english in _CURRENCY_SIGNS:
        return _with_suffix(_money_range(low, high, counter.english), upper)
    if kind in ("year", "hour", "century", "decade", "day") and not (silent and kind == "year"):
        return "" if not lower.bare or kind in ("hour", "century") else _calendar(low, high, kind)
    if silent and isinstance(low, int) and isinstance(high, int):
        shown = (
            f"{amounts.word(low)} or {amounts.word(high)}"
            if high < 11
            else (f"{amounts.scaled(low)} or {amounts.scaled(high)}")
        )
    else:
        shown = f"{amounts.scaled(low)}–{amounts.scaled(high)}"
    return _with_suffix(_counted(shown, upper, plural=True), upper)


def _calendar(low: int | Decimal, high: int | Decimal, kind: str) -> str:
    if kind == "year":
        return f"{low}–{high}" if low >= 100 else f"{low}–{high} years"
    if kind == "decade":
        return f"the {low}s–{high}s"
    first, last = amounts.ordinal_figure(int(low)), amounts.ordinal_figure(int(high))
    return f"{low}–{high} days, or the {first}–{last}"


def _money_range(low: int | Decimal, high: int | Decimal, sign: str) -> str:
    first, second = amounts.scaled(low), amounts.scaled(high)
    shared = first.split(" ")[-1]
    if " " in first and second.endswith(" " + shared):
        first = first[: -len(shared) - 1]
    return f"{sign}{first}–{second}"


def _number(item: Item) -> int | Decimal | None:
    return item.numeral.value if item.numeral else None


def single(item: Item) -> str:
    """One number with its counter, prefix and suffix."""
    numeral, counter = item.numeral, item.counter
    if numeral is None:
        return item.english
    if item.english.startswith("divided"):
        return item.english
    if item.second is not None:
        return _of_two(item, numeral)
    if counter is None:
        return _with_suffix(_bare(item, numeral), item)
    kind, value = counter.kind, numeral.value
    if not numeral.arabic and counter.spelling == "番" and value == 1:
        return "number one; the most"
    if isinstance(value, int) and item.suffix.startswith("目"):
        return _with_suffix(_ordinal(item, value), item, skip="目")
    if item.prefix == "第" and isinstance(value, int):
        return _with_suffix(_ordinal(item, value), item)
    if numeral.what and kind in _WHICH and numeral.reading == "なん":
        return _with_suffix(_WHICH[kind], item)
    shown = _by_kind(item, kind, value)
    if shown is None:
        shown = _counted(_quantity(numeral, counted=True), item, plural=value != 1)
    if item.prefix == "丸":
        shown = _full(shown, value)
    return _with_suffix(shown, item)


def _full(shown: str, value: object) -> str:
    """丸4年 is a full four years."""
    head, _, tail = shown.partition(" ")
    if isinstance(value, int) and tail and head.isdigit():
        head = amounts.word(value)
    return f"a full {head} {tail}".strip()


def _bare(item: Item, numeral: Numeral) -> str:
    value = numeral.value
    if item.prefix == "第" and isinstance(value, int):
        return amounts.ordinal(value)
    if isinstance(value, int) and value >= 10**9:
        short = amounts.scaled(value)
        return amounts.plain(value) if short == amounts.plain(value) else f"{short} ({value:,})"
    if isinstance(value, int) and numeral.digits.isdecimal() and 1000 <= value < 10_000:
        return numeral.digits if "," not in numeral.digits else amounts.plain(value)
    return _quantity(numeral, counted=False, full=True)


def _quantity(numeral: Numeral, *, counted: bool, full: bool = False) -> str:
    if numeral.what:
        what = _WHAT.get(numeral.reading or "", "how many")
        return what if not counted else what.partition(",")[0].replace("(of)", "of")
    if numeral.about is not None:
        return amounts.about(*numeral.about, counted=counted)
    if numeral.value is None:
        return "several"
    return amounts.plain(numeral.value) if full else amounts.scaled(numeral.value)


_WHAT: Final = {
    "なん": "how many",
    "なんじゅう": "dozens (of)",
    "なんびゃく": "hundreds (of)",
    "なんぜん": "thousands (of)",
    "なんまん": "tens of thousands (of)",
    "なんおく": "hundreds of millions (of)",
}


_WHICH: Final = {
    "year": "how many years; which year",
    "month": "which month",
    "day": "how many days; which day",
    "hour": "what time",
    "ordinal": "which",
}


def _of_two(item: Item, numeral: Numeral) -> str:
    from fractions import Fraction

    top, bottom = item.second.value if item.second else None, numeral.value
    if isinstance(top, int) and isinstance(bottom, int) and bottom:
        if top <= 10 and bottom <= 10:
            return _unreduced(top, bottom)
        return amounts.fraction(Fraction(top, bottom)) if bottom <= 10 else f"{top}/{bottom}"
    return f"{top}/{bottom}"


def _unreduced(top: int, bottom: int) -> str:
    from fractions import Fraction

    value = Fraction(top, bottom)
    shown = amounts.fraction(value)
    return shown if value.denominator == bottom else f"{top}/{bottom} ({shown})"


def _by_kind(item: Item, kind: str, value: object) -> str | None:
    """The kinds that English does not count; None for those it does."""
    counter = item.counter
    if counter is None:
        return None
    if isinstance(value, int):
        if kind == "year" and _names_a_year(item, value):
            return _year(item)
        if kind == "year" and 100 <= value < 1000 and not item.suffix:
            return f"{value} years, or the year {value}"
        if kind == "decade":
            return f"the {value}s"
        if kind == "century" and value == 1 and not item.suffix:
            return "a century, or the first century"
        if kind == "century":
            return f"the {amounts.ordinal(value)} century"
        if kind == "month":
            return _month(value)
        if kind == "day":
            return _day(item, value)
        if kind == "hour":
            return _clock([item])
        if kind == "whole day":
            return "all day long"
        if kind == "tenths":
            return f"{value * 10}{counter.english}"
        if kind == "rank":
            return f"{amounts.ordinal(value)} place"
        if kind == "label":
            return _label(counter.english, value)
        if kind == "ordinal":
            return _ordinal(item, value)
        if kind == "generation" or counter.spelling in ("歳代", "才代"):
            if value == 10:
                return "one's teens"
            return f"one's {value}s" if value % 10 == 0 else f"{amounts.ordinal(value)} generation"
    if kind == "percent" and item.numeral and value is None:
        return f"{_quantity(item.numeral, counted=True)} percent"
    if kind == "tenths" and isinstance(value, Decimal):
        return f"{(value * 10).normalize():f}%"
    if kind == "percent" and item.numeral and item.numeral.value is not None:
        return f"{amounts.plain(item.numeral.value)}{'' if counter.english == '%' else ' '}{counter.english}"
    if kind == "money" and counter.english in _CURRENCY_SIGNS and item.numeral:
        if item.numeral.value is not None:
            return f"{counter.english}{amounts.scaled(item.numeral.value)}"
        names = {"¥": "yen", "$": "dollars", "€": "euros", "£": "pounds"}
        name = names.get(counter.english, counter.english)
        return f"{_quantity(item.numeral, counted=True)} {name}"
    if kind == "degree" and item.numeral and item.numeral.value is not None:
        return f"{amounts.plain(item.numeral.value)}{counter.english}"
    return None


_SPANS_OF_YEARS: Final = ("前", "後", "ぶり", "余", "ごと", "毎", "おき", "分", "目", "半")


def _names_a_year(item: Item, value: int) -> bool:
    """Whether a number of years is one year's name: 2014年, 令和8年, but not 1000年前."""
    if item.prefix in ERAS:
        return True
    return (
        item.prefix != "丸" and 1000 <= value < 2200 and not item.suffix.startswith(_SPANS_OF_YEARS)
    )


def _day(item: Item, value: int) -> str:
    if item.english == "1st":
        return "the 1st"
    if value == 1:
        return "one day"
    if value > 31:
        return f"{value:,} days"
    return f"the {amounts.ordinal_figure(value)} (of the month), or {value} days"


def _label(english: str, value: int) -> str:
    if "#th" in english:
        return english.replace("#th", amounts.ordinal_figure(value))
    if "#" in english:
        return english.replace("#", str(value))
    return f"{amounts.ordinal_figure(value)} {english}"


def _ordinal(item: Item, value: int) -> str:
    counter = item.counter
    name = amounts.ordinal(value)
    if counter is None:
        return name
    english = counter.english.split("/")[0]
    if counter.kind == "label":
        return _label(counter.english, value)
    if english.startswith("@-"):
        return amounts.ordinal_figure(value) + english[1:]
    if counter.kind == "generation":
        return f"the {amounts.ordinal_figure(value)}"
    if counter.spelling == "つ" or english == "@":
        return f"the {name}" if item.suffix.startswith("目") or counter.spelling == "番目" else name
    if counter.spelling in ("回", "度"):
        return f"the {amounts.ordinal_figure(value)} (time)"
    if english.startswith(("~", "-")):
        return f"the {name} ({english.lstrip('~-')})"
    return f"the {name} {english}"


def _counted(shown: str, item: Item, *, plural: bool) -> str:
    counter = item.counter
    english = counter.english if counter else "@"
    if counter is None or english == "@":
        return shown.removesuffix(" of")
    if counter.spelling == "度" and item.numeral is not None:
        return _degrees_or_times(shown, item.numeral)
    if english.startswith("~"):
        return f"{shown.removesuffix(' of')} ({english[1:]})"
    if english.startswith("-"):
        return f"{shown}{english}"
    if english.startswith("'s"):
        return f"one's {shown}s"
    if "#" in english:
        return english.replace("#", shown.removesuffix(" of"))
    one, _, many = english.partition("/")
    if not many:
        many = one if counter.kind in ("times", "percent") else one + "s"
    if counter.kind == "ordinal" or counter.kind == "label":
        many = one if many == one else many
    return f"{shown} {many if plural else one}"


def _degrees_or_times(shown: str, numeral: Numeral) -> str:
    value = numeral.value
    if value == 1:
        return "once; 1 degree"
    if value == 2:
        return "twice; 2 degrees"
    if isinstance(value, int) and 0 < value <= 9:
        return f"{shown} times; {shown} degrees"
    return f"{shown} degrees" if value is not None else f"{shown} times"


def _with_suffix(shown: str, item: Item, *, skip: str = "") -> str:
    small = (
        item.numeral is not None and isinstance(item.numeral.value, int) and item.numeral.value < 10
    )
    if item.counter is None and small and item.suffix in ("強", "弱"):
        return f"{'upper' if item.suffix == '強' else 'lower'} {shown} (seismic intensity)"
    kind = item.counter_kind or "bare"
    spellings = item.suffix.removeprefix("半") if kind == "hour" else item.suffix
    for suffix in suffix_english(spellings, kind):
        if suffix and not (skip and suffix == "#"):
            shown = suffix.replace("#", shown)
    return shown
