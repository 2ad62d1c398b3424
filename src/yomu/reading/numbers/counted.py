"""The reading of a numeral together with its counter."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from yomu.reading.numbers import spoken
from yomu.reading.numbers.counters import Counter
from yomu.reading.numbers.numeral import Numeral
from yomu.reading.numbers.sounds import MANY, join

_DAYS: Final = {
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    20: "はつか",
    49: "しじゅうくにち",
}
_DAY_TAILS: Final = {4: "よっか", 7: "しちにち", 9: "くにち"}
_DAY_COUNTERS: Final = frozenset(("day", "days"))
# Numbers this long keep their digits bare even if a digit has another name: 2024年.
_SHORT: Final = 100


class Spoken(NamedTuple):
    """`counter` is the counter's share of `reading`, empty where it cannot be told apart."""

    reading: str
    counter: str
    irregular: bool


def read_counted(numeral: Numeral, counter: Counter | None, *, before: str = "") -> Spoken:
    """Read a numeral with its counter. `numeral.reading` must not be None.

    `before` is the character before the numeral: after 第 there are no native numbers (第1組
    だいいちくみ, 第一人者), nor in the classes of a school (2年1組 にねんいちくみ).
    """
    number = numeral.reading or ""
    if counter is None:
        return Spoken(number, "", False)
    if counter.kind in _DAY_COUNTERS:
        day = _read_day(numeral, counter)
        if day is not None:
            return day
    if isinstance(numeral.value, int) and numeral.value in counter.exact:
        exact = counter.exact[numeral.value]
        if not (exact.startswith(("ひと", "ふた")) and _takes_no_native(before, counter)):
            return Spoken(exact, "", True)
    tail = numeral.tail
    if tail in counter.digits and not isinstance(numeral.value, Decimal):
        return _with_other_digit(numeral, counter)
    joined_number, joined_counter = join(number, tail, counter.reading, counter.sounds)
    changed = (joined_number, joined_counter) != (number, counter.reading)
    return Spoken(joined_number + joined_counter, joined_counter, changed)


def _takes_no_native(before: str, counter: Counter) -> bool:
    return before == "第" or (before == "年" and counter.spelling == "組")


def _with_other_digit(numeral: Numeral, counter: Counter) -> Spoken:
    """よにん, くじ, しちがつ: the digit has another name before this counter."""
    number, tail = numeral.reading or "", numeral.tail
    usual = "じゅう" if tail == 10 else spoken.read_integer(tail)
    name = counter.digits[tail]
    if not number.endswith(usual):
        name, usual = "", ""
    number = number[: len(number) - len(usual)] + name
    short = numeral.value is None or numeral.value < _SHORT
    return Spoken(number + counter.reading, counter.reading, name != usual and short)


def _read_day(numeral: Numeral, counter: Counter) -> Spoken | None:
    """Days: みっか, はつか, じゅうよっか. None where 日 is simply にち (or 数日 すうじつ)."""
    after = counter.reading.removeprefix("にち")
    number, value = numeral.reading or "", numeral.value
    if value is None:
        if numeral.tail == MANY and number == "すう":
            return Spoken("すうじつ" + after, "じつ" + after, True)
        if numeral.pair and numeral.tail == 4:
            return Spoken(number.removesuffix("よん") + "よっか" + after, "", True)
        return None
    if not isinstance(value, int):
        return None
    if value in _DAYS:
        return Spoken(_DAYS[value] + after, "", True)
    name = _DAY_TAILS.get(numeral.tail)
    if name is None or value < 10:
        return None
    tens = number[: len(number) - len(spoken.read_integer(numeral.tail))]
    return Spoken(tens + name + after, "", True)
