"""Numbers as English writes them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

Amount: TypeAlias = int | Decimal | Fraction

_SCALES: Final = (
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
)
_WORDS: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
]
_ORDINALS: Final = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
MONTHS: Final = [
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
_PARTS: Final = {2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters")}


def plain(value: Amount) -> str:
    """Write in full, with commas: 105,000,000; 1.5."""
    if isinstance(value, Fraction):
        return fraction(value)
    return f"{value:,}"


def scaled(value: Amount) -> str:
    """Write large numbers with a word where that is exact to six digits: 652 million, 1.2 trillion."""
    if not isinstance(value, Fraction):
        for scale, name in _SCALES:
            if value >= scale:
                short = (Decimal(value) / scale).normalize()
                if len(short.as_tuple().digits) <= 6:
                    return f"{short:f} {name}"
                break
    return plain(value)


def word(value: int) -> str:
    """Spell out one to ten, write the others."""
    return _WORDS[value] if 0 <= value <= 10 else plain(value)


def ordinal(value: int) -> str:
    """Spell out first to tenth, write the others: 21st."""
    return _ORDINALS[value] if 0 <= value <= 10 else ordinal_figure(value)


def ordinal_figure(value: int) -> str:
    """1st, 2nd, 3rd, 11th, 21st."""
    teen = 10 <= value % 100 <= 20
    suffix = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value:,}{suffix}"


def fraction(value: Fraction) -> str:
    """One third, three quarters, 7/120."""
    top, bottom = value.numerator, value.denominator
    if not 0 < top <= 10 or bottom > 10 or bottom == 1:
        return f"{top}/{bottom}" if bottom != 1 else plain(top)
    one, many = _PARTS.get(bottom) or (_ORDINALS[bottom], _ORDINALS[bottom] + "s")
    return f"{_WORDS[top]} {one if top == 1 else many}"


_ABOUT: Final = (
    (10**12, "trillions"),
    (10**11, "hundreds of billions"),
    (10**10, "tens of billions"),
    (10**9, "billions"),
    (10**8, "hundreds of millions"),
    (10**7, "tens of millions"),
    (10**6, "millions"),
    (10**5, "hundreds of thousands"),
    (10**4, "tens of thousands"),
    (1000, "several thousand"),
    (100, "several hundred"),
    (10, "several tens (dozens)"),
    (1, "several"),
)


def either(low: int, high: int) -> str:
    """Say two or three, 20 or 30."""
    spell = word if high < 11 else scaled
    return f"{spell(low)} or {spell(high)}"


def about(low: int, high: int, *, counted: bool) -> str:
    """Say 数十 several tens (dozens), 数百人 several hundred, 十数人 ten-odd, 三十数万 320,000 to 390,000.

    `counted` readies it for a noun: dozens of, tens of thousands of.
    """
    step = (high - low) // 7 or 1
    if high == low + 8:
        return "ten-odd" if low == 11 else f"{plain(low - 1)}-odd"
    if low != 2 * step:
        return f"{scaled(low)} to {scaled(high)}"
    name = next(name for scale, name in _ABOUT if step >= scale)
    if counted and step >= 10**4:
        return f"{name} of"
    return "dozens of" if counted and step == 10 else name
