"""What a numeral is, and the characters numerals are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yomu.reading.numbers import spoken
from yomu.reading.numbers.sounds import MANY, SOME, WHAT

KANJI_DIGITS: Final = {
    **{kanji: value for value, kanji in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "壱": 1,
    "壹": 1,
    "弐": 2,
    "貳": 2,
    "参": 3,
    "伍": 5,
}
SMALL_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}
BIG_UNITS: Final = {"万": 10**4, "萬": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16, "垓": 10**20}
UNITS: Final = frozenset((*SMALL_UNITS, *BIG_UNITS))
UNKNOWN: Final = {"数": ("すう", MANY), "何": ("なん", WHAT), "幾": ("いく", SOME)}

MAX_DIGITS: Final = 20
ARABIC: Final = re.compile(r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]++")
POINT: Final = re.compile(r"[.．]([0-9０-９]+)")
ASCII_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
HALF_WIDTH: Final = {**ASCII_DIGITS, **dict.fromkeys(map(ord, ",，"))}
KANJI_TO_DIGIT: Final = {ord(kanji): str(value) for kanji, value in KANJI_DIGITS.items()}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at `start:end`.

    `value` is None where it names no number (数十, 何百, more digits than anybody would say).
    `reading` is None where it cannot be read. `tail` is the part spoken last (`tail_unit`,
    or MANY, WHAT, SOME). `arabic` is False for one in kanji alone; `digits` are ASCII, with the
    commas and the point as written, and empty where units stand between them. `about` holds a
    lower and an upper bound for 数十, 十数 and 二三; `what` marks a question (何, 何百), `pair` "two or three".
    """

    start: int
    end: int
    value: int | Decimal | None
    reading: str | None
    tail: int
    arabic: bool
    digits: str = ""
    about: tuple[int, int] | None = None
    what: bool = False
    pair: bool = False


def opens_quarter(text: str, at: int) -> bool:
    """Say whether 四半期 or 四半世紀 begins at `at`: its 四 is no digit of the number before it."""
    return text.startswith(("四半期", "四半世紀"), at)


def rising_pair(digits: str) -> tuple[int, int] | None:
    """Two rising digits: 二三 is two or three."""
    if len(digits) == 2 and digits[0] != "0" and int(digits[1]) == int(digits[0]) + 1:
        return int(digits[0]), int(digits[1])
    return None


_PAIR_NAMES: Final = {4: "し", 7: "しち"}


def pair_name(first: int) -> str:
    """The name of the lower digit in "two or three": 四、五人 しごにん, 七、八人 しちはちにん."""
    return _PAIR_NAMES.get(first) or spoken.read_integer(first)
