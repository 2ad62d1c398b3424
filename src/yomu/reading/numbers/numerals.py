"""Numerals as texts write them: 1,950億, 6億5200万, 二〇一五, 千九百八十九, 数十, ３.５兆.

`parse_numeral` reads one from a given offset. It looks at each character once and never
backtracks, so that a million digits cost a million steps.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from yomu.reading.numbers import spoken
from yomu.reading.numbers.compose import Composer
from yomu.reading.numbers.numeral import (
    ARABIC,
    BIG_UNITS,
    HALF_WIDTH,
    KANJI_DIGITS,
    KANJI_TO_DIGIT,
    MAX_DIGITS,
    POINT,
    SMALL_UNITS,
    UNITS,
    UNKNOWN,
    Numeral,
    opens_quarter,
    pair_name,
    rising_pair,
)

_KANJI_POINT: Final = re.compile(
    r"・([〇一二三四五六七八九]+)(?=[％%割倍万億兆]|パーセント|ポイント)"
)
_ARABIC_NAKAGURO: Final = re.compile(
    r"・([0-9０-９]{1,2})(?=[％%割倍万億兆]|パーセント|ポイント|ドル|メートル|キロ|トン)"
)


def parse_numeral(text: str, start: int, *, approximate: bool = True) -> Numeral | None:
    """Read the numeral that begins at `start`, None if there is none.

    `approximate` lets two rising kanji digits mean "two or three" (二三日); without it they
    are digits in place (二三日 the 23rd).
    """
    match = ARABIC.match(text, start)
    if match is not None:
        return _from_arabic(text, start, match)
    char = text[start : start + 1]
    if char in KANJI_DIGITS:
        return _positional(text, start, approximate) or Composer(text, start).run()
    if char in SMALL_UNITS or char in UNKNOWN:
        return Composer(text, start).run()
    return None


def _from_arabic(text: str, start: int, match: re.Match[str]) -> Numeral | None:
    written = match[0].translate(HALF_WIDTH)
    grouped = len(written) != len(match[0])
    end = match.end()
    if len(written) > MAX_DIGITS:
        return Numeral(start, end, None, None, 0, True, "")
    follower = text[end : end + 1]
    point = POINT.match(text, end) or (
        _ARABIC_NAKAGURO.match(text, end) if follower == "・" else None
    )
    if point is None and (follower in BIG_UNITS or follower in SMALL_UNITS or follower == "数"):
        composed = Composer(text, start).run()
        if composed is not None:
            return composed
    if point is not None:
        return _decimal(text, start, written, point)
    value, reading, tail = _whole(written, grouped)
    return Numeral(start, end, value, reading, tail, True, f"{value:,}" if grouped else written)


@lru_cache(maxsize=2048)
def _whole(written: str, grouped: bool) -> tuple[int, str, int]:
    """Return the value, the reading and the tail of up to 20 ASCII digits; 007 is read digit by digit."""
    value = int(written)
    if len(written) > 1 and written[0] == "0" and not grouped:
        return value, spoken.read_digits(written), value % 10
    return value, spoken.read_integer(value), spoken.tail_unit(value)


def _decimal(text: str, start: int, whole: str, point: re.Match[str]) -> Numeral:
    places = point[1].translate(HALF_WIDTH).translate(KANJI_TO_DIGIT)
    end = point.end()
    if len(places) > MAX_DIGITS:
        return Numeral(start, end, None, None, 0, True, "")
    value = Decimal(f"{whole}.{places}")
    reading = spoken.read_decimal(whole, places)
    tail = 0 if places[-1] == "0" else int(places[-1])
    digits = f"{whole}.{places}"
    unit = BIG_UNITS.get(text[end : end + 1])
    if unit is None:
        return Numeral(start, end, value, reading, tail, True, digits)
    reading = spoken.before_big(reading, tail, unit)
    exact = value * unit
    whole_value = int(exact) if exact == exact.to_integral_value() else exact
    return Numeral(start, end + 1, whole_value, reading, unit, True, digits)


def _names_a_date(pair: tuple[int, int], unit: str) -> bool:
    """一二月 is December and 六七年 the year 67, but 二三月 and 二三年 are two or three."""
    return (pair[0] > 5 and unit == "年") or (pair[0] == 1 and unit in ("月", "時"))


def _positional(text: str, start: int, approximate: bool) -> Numeral | None:
    """二〇一五, 一九四一, 三・五: kanji digits in place, without units."""
    end = start
    while text[end : end + 1] in KANJI_DIGITS and end < len(text):
        end += 1
    if end - start > 1 and opens_quarter(text, end - 1):
        end -= 1
    length = end - start
    if length > MAX_DIGITS:
        return Numeral(start, end, None, None, 0, False, "")
    digits = text[start:end].translate(KANJI_TO_DIGIT)
    point = _KANJI_POINT.match(text, end)
    if point is not None:
        return _decimal(text, start, digits, point)
    if length == 1 or text[end : end + 1] in UNITS:
        return None
    pair = rising_pair(digits) if approximate else None
    if pair is not None and not _names_a_date(pair, text[end : end + 1]):
        first, second = pair
        return Numeral(
            start,
            end,
            None,
            pair_name(first) + spoken.read_integer(second),
            second,
            False,
            digits,
            pair,
            pair=True,
        )
    value = int(digits)
    if digits[0] == "0":
        return Numeral(start, end, value, spoken.read_digits(digits), value % 10, False, digits)
    return Numeral(
        start, end, value, spoken.read_integer(value), spoken.tail_unit(value), False, digits
    )
