"""Integers and decimals as they are spoken, without a counter."""

from __future__ import annotations

from typing import Final

DIGITS: Final = ("ぜろ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
SMALL: Final = {10: "じゅう", 100: "ひゃく", 1000: "せん"}
BIG: Final = {10**4: "まん", 10**8: "おく", 10**12: "ちょう", 10**16: "けい", 10**20: "がい"}
LIMIT: Final = 10**24
"""Numbers from here on have no reading that a listener would follow."""

# The units that change after a digit: 300, 600, 800, 3000, 8000.
_CHANGED: Final = {
    (3, 100): "さんびゃく",
    (6, 100): "ろっぴゃく",
    (8, 100): "はっぴゃく",
    (3, 1000): "さんぜん",
    (8, 1000): "はっせん",
}
# What the last sound of a number becomes っ before: 1兆, 8兆, 10兆; 1京, 6京, 8京, 10京, 100京.
_DOUBLED_BEFORE: Final = {10**12: (1, 8, 10), 10**16: (1, 6, 8, 10, 100)}


def tail_unit(value: int) -> int:
    """The part of a number that is spoken last: 4 of 24, 10 of 250, 10000 of 30000, 0 of 0."""
    if value == 0:
        return 0
    for unit in reversed(BIG):
        if value % unit == 0:
            return unit
    for unit in (1000, 100, 10):
        if value % unit == 0:
            return unit
    return value % 10


def double(reading: str) -> str:
    """Let the last sound become a small っ: いち → いっ, じゅう → じゅっ, ひゃく → ひゃっ."""
    return reading[:-1] + "っ"


def with_unit(digit: int, unit: int, *, spoken_one: bool = False) -> str:
    """Read digit times 10, 100 or 1000; 1 is silent unless it is written (一千, 1千 いっせん)."""
    if digit == 1:
        return "いっせん" if spoken_one and unit == 1000 else SMALL[unit]
    return _CHANGED.get((digit, unit)) or DIGITS[digit] + SMALL[unit]


def before_big(reading: str, tail: int, unit: int) -> str:
    """Join a number below 10000 with 万, 億, 兆 …: いち + 兆 → いっちょう."""
    if tail in _DOUBLED_BEFORE.get(unit, ()):
        reading = double(reading)
    return reading + BIG[unit]


def _read_section(value: int) -> str:
    parts = []
    for unit in (1000, 100, 10):
        digit, value = divmod(value, unit)
        if digit:
            parts.append(with_unit(digit, unit))
    if value:
        parts.append(DIGITS[value])
    return "".join(parts)


def read_integer(value: int) -> str:
    """Read 0 <= value < LIMIT; 1000万 is いっせんまん, as 1000 before 万 and up always is alone."""
    if value == 0:
        return "れい"
    parts = []
    for unit in reversed(BIG):
        section, value = divmod(value, unit)
        if section:
            spoken = "いっせん" if section == 1000 else _read_section(section)
            parts.append(before_big(spoken, tail_unit(section), unit))
    parts.append(_read_section(value))
    return "".join(parts)


def read_digits(digits: str) -> str:
    """Read each digit by itself, as in telephone numbers; `digits` is ASCII."""
    return "".join(DIGITS[int(digit)] for digit in digits)


def read_decimal(whole: str, fraction: str) -> str:
    """Read `whole`.`fraction` (ASCII digits): 1.5 いってんご, 0.05 れいてんれいご, 2.0 にてんぜろ."""
    value = int(whole)
    reading = read_integer(value)
    if tail_unit(value) in (1, 8, 10):
        reading = double(reading)
    zero = "ぜろ" if fraction == "0" else "れい"
    places = "".join(zero if digit == "0" else DIGITS[int(digit)] for digit in fraction)
    return f"{reading}てん{places}"


_HOUR_NAMES: Final = {4: "よ", 7: "しち", 9: "く"}


def hour(value: int) -> str:
    """Read a clock's hour: 4 よじ, 17 じゅうしちじ, 0 れいじ."""
    name = _HOUR_NAMES.get(value % 10)
    if name is None:
        return read_integer(value) + "じ"
    return (read_integer(value - value % 10) if value > 10 else "") + name + "じ"


def minute(value: int) -> str:
    """Read a clock's minute: 1 いっぷん, 24 にじゅうよんぷん, 0 れいふん."""
    reading, tail = read_integer(value), tail_unit(value)
    if tail in (1, 6, 8, 10):
        return double(reading) + "ぷん"
    return reading + ("ぷん" if tail in (3, 4) else "ふん")
