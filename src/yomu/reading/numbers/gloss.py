"""One number with its counter, in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from yomu.reading.numbers import amounts, when
from yomu.reading.numbers.counters import Counter
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.numeral import Numeral
from yomu.reading.numbers.suffixes import suffix_english

CURRENCY_SIGNS: Final[Mapping[str, str]] = {
    "$": "dollars",
    "¥": "yen",
    "€": "euros",
    "£": "pounds",
    "C$": "Canadian dollars",
    "A$": "Australian dollars",
    "HK$": "Hong Kong dollars",
    "NT$": "New Taiwan dollars",
    "S$": "Singapore dollars",
}
_WHAT: Final = {
    "なん": "how many",
    "なんじゅう": "dozens of",
    "なんびゃく": "hundreds of",
    "なんぜん": "thousands of",
    "なんまん": "tens of thousands of",
    "なんじゅうまん": "hundreds of thousands of",
    "なんびゃくまん": "millions of",
    "なんぜんまん": "tens of millions of",
    "なんおく": "hundreds of millions of",
    "なんじゅうおく": "billions of",
    "なんびゃくおく": "tens of billions of",
    "なんぜんおく": "hundreds of billions of",
    "なんちょう": "trillions of",
}
_WHICH: Final = {
    "year": "how many years; which year",
    "month": "which month",
    "day": "how many days; which day",
    "hour": "what time",
    "ordinal": "which",
}


def single(item: Item) -> str:
    """Say one number with its counter, prefix and suffix: 5 ships, $652 million, the second."""
    numeral, counter = item.numeral, item.counter
    if item.english or numeral is None:
        return with_suffix(item.english, item)
    if item.second is not None:
        return with_suffix(_fraction(item.second, numeral), item)
    if counter is None:
        return with_suffix(_bare(item, numeral), item)
    if isinstance(numeral.value, int) and (item.prefix == "第" or item.suffix.startswith("目")):
        return with_suffix(_ordinal(item, counter, numeral.value), item)
    if numeral.reading == "なん" and counter.kind in _WHICH:
        return with_suffix(_WHICH[counter.kind], item)
    shown = _special(item, counter, numeral)
    if shown is None:
        shown = counted(quantity(numeral), item, plural=numeral.value != 1)
    if item.prefix == "中":
        shown = f"{_days(item.figure)} in between"
    if item.prefix == "丸":
        shown = _full(_days(item.figure) if counter.kind == "day" else shown, item.figure)
    return with_suffix(shown, item)


def with_suffix(shown: str, item: Item) -> str:
    """Add what a suffix means: a little over 20%, 5 years later."""
    if item.counter is None and item.figure < 10 and item.suffix in ("強", "弱"):
        return f"{'upper' if item.suffix == '強' else 'lower'} {shown} (seismic intensity)"
    # A half hour is part of the time, and 目 has made an ordinal.
    spoken = "半" if item.counter_kind == "hour" else "目"
    for pattern in suffix_english(item.suffix.removeprefix(spoken), item.counter_kind or "bare"):
        shown = pattern.replace("#", shown)
    return shown


def quantity(numeral: Numeral) -> str:
    """Say how many, ready for a noun: 1.2 million, dozens of, two or three, how many."""
    if numeral.what:
        return _WHAT.get(numeral.reading or "", "how many")
    if numeral.about is not None:
        return _about(numeral.about, numeral, counted=True)
    return "several" if numeral.value is None else amounts.scaled(numeral.value)


def _about(bounds: tuple[int, int], numeral: Numeral, *, counted: bool) -> str:
    if numeral.pair:
        return amounts.either(*bounds)
    return amounts.about(*bounds, counted=counted)


def counted(shown: str, item: Item, *, plural: bool) -> str:
    """Add the counter's noun to a quantity: 5 ships, 3 (long things), 2-party talks."""
    counter = item.counter
    if counter is None or counter.english == "@":
        return shown.removesuffix(" of")
    english = counter.english
    if counter.spelling == "度":
        return _degrees_or_times(shown, item)
    if english.startswith("~"):
        one, _, many = english[1:].partition("/")
        return f"{shown.removesuffix(' of')} ({many if plural else one})"
    if english.startswith("-"):
        return f"{shown}{english}"
    if english == "%":
        return f"{shown.removesuffix(' of')} percent"
    if english in CURRENCY_SIGNS:
        return f"{shown} {CURRENCY_SIGNS[english]}"
    if "#" in english:
        return english.replace("#", shown.removesuffix(" of"))
    one, _, many = english.partition("/")
    if not many:
        many = one if counter.kind in ("times", "percent", "degree") else one + "s"
    return f"{shown} {many if plural else one}"


def _days(figure: int) -> str:
    return "one day" if figure == 1 else f"{amounts.word(figure)} days"


def _full(shown: str, figure: int) -> str:
    """丸4年 is a full four years."""
    head, _, noun = shown.partition(" ")
    if figure == 1:
        return f"a full {noun}"
    return f"a full {amounts.word(figure) if head.isdigit() else head} {noun}".strip()


def _bare(item: Item, numeral: Numeral) -> str:
    value = numeral.value
    if isinstance(value, int):
        if item.prefix == "第":
            return amounts.ordinal(value)
        if value >= 10**9 and amounts.scaled(value) != amounts.plain(value):
            return f"{amounts.scaled(value)} ({value:,})"
        if len(numeral.digits) == 4 and numeral.digits.isdecimal():
            return numeral.digits
    if numeral.value is not None:
        return amounts.plain(numeral.value)
    if numeral.about is not None:
        return _about(numeral.about, numeral, counted=False)
    return quantity(numeral).removesuffix(" of")


def _fraction(top: Numeral, bottom: Numeral) -> str:
    """One third, three quarters, 2/4 (one half), 7/120."""
    over, under = top.value, bottom.value
    if not (isinstance(over, int) and isinstance(under, int) and under):
        return f"{over}/{under}"
    shown = amounts.fraction(Fraction(over, under))
    return shown if Fraction(over, under).denominator == under else f"{over}/{under} ({shown})"


def _ordinal(item: Item, counter: Counter, value: int) -> str:
    name, english = amounts.ordinal(value), counter.english.split("/")[0]
    if counter.kind == "label":
        return _label(counter, value)
    if english.startswith("@-"):
        return amounts.ordinal_figure(value) + english[1:]
    if counter.kind == "generation":
        return f"the {amounts.ordinal_figure(value)}"
    if english == "@":
        return f"the {name}" if item.suffix or counter.spelling.endswith("目") else name
    if counter.spelling in ("回", "度"):
        return f"the {amounts.ordinal_figure(value)} (time)"
    if english.startswith(("~", "-")):
        return f"the {name} ({english.lstrip('~-')})"
    return f"the {name} {english}"


def _label(counter: Counter, value: int) -> str:
    """Article 5, the 38th parallel; nobody puts commas into such numbers."""
    if "#th" in counter.english:
        return counter.english.replace("#th", amounts.ordinal_figure(value))
    if "#" in counter.english:
        return counter.english.replace("#", str(value))
    return f"{amounts.ordinal_figure(value)} {counter.english}"


def _degrees_or_times(shown: str, item: Item) -> str:
    if item.figure in (1, 2):
        return "once; 1 degree" if item.figure == 1 else "twice; 2 degrees"
    if 0 < item.figure < 10:
        return f"{shown} times; {shown} degrees"
    exact = item.numeral is not None and item.numeral.value is not None
    return f"{shown} degrees" if exact else f"{shown} times"


def _special(item: Item, counter: Counter, numeral: Numeral) -> str | None:
    """The kinds that English does not count like nouns; None for those it does."""
    value, kind = numeral.value, counter.kind
    if value is None:
        return None
    if kind == "percent":
        space = "" if counter.english == "%" else " "
        return f"{amounts.plain(value)}{space}{counter.english}"
    if kind == "money" and counter.english in CURRENCY_SIGNS:
        return f"{counter.english}{amounts.scaled(value)}"
    if kind == "degree":
        return f"{amounts.plain(value)}{counter.english}"
    if kind == "tenths":
        return f"{(Decimal(value) * 10).normalize():f}{counter.english}"
    read = _BY_KIND.get(kind)
    return read(item, counter, value) if read and isinstance(value, int) else None


def _years(item: Item, counter: Counter, value: int) -> str | None:
    if when.names_a_year(item):
        return when.year(item)
    if 100 <= value < 1000 and not item.suffix:
        return f"{value} years, or the year {value}"
    return None


def _day(item: Item, counter: Counter, value: int) -> str | None:
    """3日半 and 3日後 are lengths of time, 3日付 is a date."""
    return None if item.suffix and not item.suffix.startswith("付") else when.day(value)


def _century(item: Item, counter: Counter, value: int) -> str:
    if value == 1 and not item.suffix:
        return "a century, or the first century"
    return f"the {amounts.ordinal(value)} century"


def _decade_of_life(item: Item, counter: Counter, value: int) -> str:
    if value % 10:
        return f"{amounts.ordinal(value)} generation"
    return "one's teens" if value == 10 else f"one's {value}s"


def _number_of(item: Item, counter: Counter, value: int) -> str | None:
    """一番 in kanji is a word more often than a number."""
    written_out = item.numeral is not None and not item.numeral.arabic
    if counter.spelling == "番" and value == 1 and written_out:
        return "number one; the most"
    return _label(counter, value)


_BY_KIND: Final[Mapping[str, Callable[[Item, Counter, int], str | None]]] = {
    "year": _years,
    "decade": lambda item, counter, value: f"the {value}s",
    "century": _century,
    "month": lambda item, counter, value: when.month(value),
    "day": _day,
    "whole day": lambda item, counter, value: "all day long",
    "hour": lambda item, counter, value: when.clock([item]),
    "rank": lambda item, counter, value: f"{amounts.ordinal(value)} place",
    "label": _number_of,
    "ordinal": _ordinal,
    "generation": _decade_of_life,
    "decade of life": _decade_of_life,
}
