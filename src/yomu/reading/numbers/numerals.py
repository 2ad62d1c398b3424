"""Numerals as texts write them: 1,950億, 6億5200万, 二〇一五, 千九百八十九, 数十, ３.５兆.

`parse_numeral` reads one from a given offset. It looks at each character once and never
backtracks, so that a million digits cost a million steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from yomu.reading.numbers import spoken
from yomu.reading.numbers.sounds import HALF, MANY, SOME, WHAT

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
_UNITS: Final = frozenset((*SMALL_UNITS, *BIG_UNITS))
UNKNOWN: Final = {"数": ("すう", MANY), "何": ("なん", WHAT), "幾": ("いく", SOME)}

_MAX_PLAIN_DIGITS: Final = 20
_ARABIC: Final = re.compile(r"[0-9０-９]{1,3}(?:[,，][0-9０-９]{3})+(?![0-9０-９])|[0-9０-９]++")
_POINT: Final = re.compile(r"[.．]([0-9０-９]+)")
_KANJI_POINT: Final = re.compile(
    r"・([〇一二三四五六七八九]+)(?=[％%割倍万億兆]|パーセント|ポイント)"
)
_ARABIC_NAKAGURO: Final = re.compile(
    r"・([0-9０-９]{1,2})(?=[％%割倍万億兆]|パーセント|ポイント|ドル|メートル|キロ|トン)"
)
ASCII_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")
_HALF_WIDTH: Final = {**ASCII_DIGITS, **dict.fromkeys(map(ord, ",，"))}
_KANJI_TO_DIGIT: Final = {ord(kanji): str(value) for kanji, value in KANJI_DIGITS.items()}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A numeral at `start:end`.

    `value` is None where it names no number (数十, 何百, more digits than anybody would say).
    `reading` is None where it cannot be read. `tail` is the part spoken last (`tail_unit`,
    or MANY, WHAT, SOME, HALF). `about` is a lower and an upper bound for 数十, 十数, 二三.
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


def parse_numeral(text: str, start: int, *, approximate: bool = True) -> Numeral | None:
    """Read the numeral that begins at `start`, None if there is none.

    `approximate` lets two rising kanji digits mean "two or three" (二三日); without it they
    are digits in place (二三日 the 23rd).
    """
    match = _ARABIC.match(text, start)
    if match is not None:
        return _from_arabic(text, start, match)
    char = text[start : start + 1]
    if char in KANJI_DIGITS:
        return _positional(text, start, approximate) or _Composer(text, start).run()
    if char in SMALL_UNITS or char in UNKNOWN:
        return _Composer(text, start).run()
    return None


def _from_arabic(text: str, start: int, match: re.Match[str]) -> Numeral | None:
    written = match[0].translate(_HALF_WIDTH)
    grouped = len(written) != len(match[0])
    end = match.end()
    if len(written) > _MAX_PLAIN_DIGITS:
        return Numeral(start, end, None, None, 0, True, "")
    follower = text[end : end + 1]
    point = _POINT.match(text, end) or (
        _ARABIC_NAKAGURO.match(text, end) if follower == "・" else None
    )
    if point is None and (follower in BIG_UNITS or follower in SMALL_UNITS or follower == "数"):
        composed = _Composer(text, start).run()
        if composed is not None:
            return composed
    if point is not None:
        return _decimal(text, start, written, point)
    value = int(written)
    if len(written) > 1 and written[0] == "0" and not grouped:
        return Numeral(start, end, value, spoken.read_digits(written), value % 10, True, written)
    digits = f"{value:,}" if grouped else written
    return Numeral(
        start, end, value, spoken.read_integer(value), spoken.tail_unit(value), True, digits
    )


def _decimal(text: str, start: int, whole: str, point: re.Match[str]) -> Numeral:
    places = point[1].translate(_HALF_WIDTH).translate(_KANJI_TO_DIGIT)
    end = point.end()
    if len(places) > _MAX_PLAIN_DIGITS:
        return Numeral(start, end, None, None, HALF, True, "")
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


def _positional(text: str, start: int, approximate: bool) -> Numeral | None:
    """二〇一五, 一九四一, 三・五: kanji digits in place, without units."""
    end = start
    while text[end : end + 1] in KANJI_DIGITS and end < len(text):
        end += 1
    length = end - start
    if length > _MAX_PLAIN_DIGITS:
        return Numeral(start, end, None, None, 0, False, "")
    digits = text[start:end].translate(_KANJI_TO_DIGIT)
    point = _KANJI_POINT.match(text, end)
    if point is not None:
        return _decimal(text, start, digits, point)
    if length == 1 or text[end : end + 1] in _UNITS:
        return None
    pair = _pair(digits) if approximate else None
    if pair is not None and not (pair[0] > 5 and text.startswith("年", end)):
        first, second = pair
        return Numeral(start, end, None, _spoken_pair(first, second), second, False, digits, pair)
    value = int(digits)
    if digits[0] == "0":
        return Numeral(start, end, value, spoken.read_digits(digits), value % 10, False, digits)
    return Numeral(
        start, end, value, spoken.read_integer(value), spoken.tail_unit(value), False, digits
    )


def _pair(digits: str) -> tuple[int, int] | None:
    """Two rising digits: 二三 is two or three."""
    if len(digits) == 2 and digits[0] != "0" and int(digits[1]) == int(digits[0]) + 1:
        return int(digits[0]), int(digits[1])
    return None


_PAIR_NAMES: Final = {4: "し", 7: "しち"}


def pair_name(first: int) -> str:
    """The name of the lower digit in "two or three": 四、五人 しごにん, 七、八人 しちはちにん."""
    return _PAIR_NAMES.get(first) or spoken.read_integer(first)


def _spoken_pair(first: int, second: int) -> str:
    return pair_name(first) + spoken.read_integer(second)


class _Composer:
    """Builds a numeral from coefficients and units, left to right.

    `section` collects what is below 万, `total` what has been closed by 万, 億 …
    """

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = self.at = start
        self.total = 0
        self.section: int | Decimal = 0
        self.pending: int | None = None
        self.smallest = 10**4
        self.biggest = spoken.LIMIT
        self.spoken: list[str] = []
        self.closed: list[str] = []
        self.tail = 0
        self.unknown: str | None = None
        self.unknown_pending = False
        self.about_unit = 1
        self.arabic = False
        self.pair: tuple[int, int] | None = None

    def run(self) -> Numeral | None:
        while self.at < len(self.text) and self._step(self.text[self.at]):
            pass
        self._flush_pending()
        if self.at == self.start:
            return None
        reading = "".join(self.closed) + "".join(self.spoken)
        value: int | None = self.total + int(self.section)
        about = None
        if self.unknown is not None:
            about = None if self.unknown == "なん" else self._bounds(int(value or 0))
            value = None
        elif self.pair is not None:
            about, value = self.pair, None
        if not reading or (self.unknown is not None and self.at == self.start + 1):
            # A bare 数 or 何: the caller asks for a counter after it.
            if self.unknown is None:
                return None
            reading = self.unknown
        return Numeral(
            self.start,
            self.at,
            value,
            reading,
            self.tail,
            self.arabic,
            about=about,
            what=self.unknown == "なん",
        )

    def _bounds(self, rest: int) -> tuple[int, int]:
        """数十 20-90, 十数 11-19, 数百 200-900."""
        if rest and self.about_unit == 1:
            return rest + 1, rest + 9
        return rest + 2 * self.about_unit, rest + 9 * self.about_unit

    def _step(self, char: str) -> bool:
        if char in KANJI_DIGITS:
            return self._digit(KANJI_DIGITS[char])
        if char in SMALL_UNITS:
            return self._small(SMALL_UNITS[char])
        if char in BIG_UNITS:
            return self._big(BIG_UNITS[char])
        if char in UNKNOWN:
            return self._unknown(char)
        match = _ARABIC.match(self.text, self.at)
        return match is not None and self._arabic(match)

    def _digit(self, value: int) -> bool:
        if self.unknown_pending:
            return False
        if self.pending is not None:
            if self.pair is not None or value != self.pending + 1:
                return False
            self._open_pair(self.pending, value)
        elif value == 0:
            return False
        else:
            run = self._run_in_place()
            if run:
                self.pending = int(run)
                self.at += len(run)
                return True
        self.pending = value
        self.at += 1
        return True

    def _run_in_place(self) -> str:
        """Digits in place before or after 万 and 億 (五二〇〇万, 一万二〇〇〇), empty for one digit or a pair."""
        end = self.at
        while (
            end - self.at < 5 and self.text[end : end + 1] in KANJI_DIGITS and end < len(self.text)
        ):
            end += 1
        digits = self.text[self.at : end].translate(_KANJI_TO_DIGIT)
        follower = self.text[end : end + 1]
        if not 1 < len(digits) < 5 or self.section or follower in SMALL_UNITS:
            return ""
        if self.total and ("0" in digits or len(digits) > 2):
            return digits
        return digits if follower in BIG_UNITS and _pair(digits) is None else ""

    def _open_pair(self, first: int, second: int) -> None:
        base = self.total + int(self.section)
        self.pair = (base + first, base + second)
        self.spoken.append(pair_name(first))

    def _arabic(self, match: re.Match[str]) -> bool:
        written = match[0].translate(_HALF_WIDTH)
        inside = self.at != self.start
        if inside and (self.pending is not None or self.unknown_pending or len(written) > 4):
            return False
        value = int(written)
        if self.section and value >= self.smallest:
            return False
        if self.at != self.start and _POINT.match(self.text, match.end()):
            return False
        self.arabic = True
        self.pending = value
        self.at = match.end()
        return True

    def _small(self, unit: int) -> bool:
        if unit in (20, 30):
            return self._old_tens(unit)
        if unit >= self.smallest:
            return False
        if self.pair is not None:
            if self.pending is None:
                return False
            self.pair = (self.pair[0] * unit, self.pair[1] * unit)
        if self.unknown_pending:
            self.spoken.append(_unknown_unit(self.unknown or "", unit))
            self.unknown_pending = False
            self.about_unit = unit
        else:
            if self.pending is not None and not 1 <= self.pending <= 9:
                return False
            coefficient = 1 if self.pending is None else self.pending
            self.spoken.append(
                spoken.with_unit(coefficient, unit, spoken_one=self.pending is not None)
            )
            self.section += coefficient * unit
        self.pending = None
        self.smallest = unit
        self.tail = unit
        self.at += 1
        return True

    def _old_tens(self, value: int) -> bool:
        """廿 is 20, 卅 is 30, written as one character."""
        if self.smallest <= 10 or self.pending is not None or self.unknown_pending:
            return False
        self.section += value
        self.spoken.append(spoken.read_integer(value))
        self.smallest = self.tail = 10
        self.at += 1
        return True

    def _big(self, unit: int) -> bool:
        if unit >= self.biggest:
            return False
        if self.pair is not None:
            self.pair = (self.pair[0] * unit, self.pair[1] * unit)
        if self.unknown_pending:
            self.spoken.append(self.unknown or "")
            self.unknown_pending = False
            self.about_unit = unit
            self.tail = 0
        elif self.pending is None and not self.section and self.unknown is None:
            return False
        elif self.unknown is not None and not self.closed:
            self.about_unit *= unit
        coefficient_alone = self.pending is not None and not self.section
        self._flush_pending()
        reading = "".join(self.spoken)
        if reading == "せん" or (coefficient_alone and self.section == 1000):
            reading = "いっせん"
        if not reading:
            return False
        self.closed.append(spoken.before_big(reading, self.tail, unit))
        self.total += int(self.section) * unit
        self.section, self.spoken = 0, []
        self.smallest, self.biggest = 10**4, unit
        self.tail = unit
        self.at += 1
        return True

    def _unknown(self, char: str) -> bool:
        reading, tail = UNKNOWN[char]
        if self.unknown is not None or self.pair is not None:
            return False
        if self.pending is not None:
            # 30数人: the digits stand for 三十.
            if self.pending % 10 or not self.pending:
                return False
            self._flush_pending()
        if char != "数" and self.at != self.start:
            return False
        self.unknown = reading
        self.unknown_pending = True
        self.tail = tail
        self.at += 1
        return True

    def _flush_pending(self) -> None:
        if self.pending is not None:
            self.section += self.pending
            self.spoken.append(spoken.read_integer(self.pending))
            self.tail = spoken.tail_unit(self.pending)
            self.pending = None
        elif self.unknown_pending and self.spoken + self.closed:
            self.spoken.append(self.unknown or "")
            self.unknown_pending = False


def _unknown_unit(unknown: str, unit: int) -> str:
    """数百 すうひゃく, 何百 なんびゃく, 何千 なんぜん."""
    name = spoken.SMALL[unit]
    if unknown == "なん":
        name = {100: "びゃく", 1000: "ぜん"}.get(unit, name)
    return unknown + name
