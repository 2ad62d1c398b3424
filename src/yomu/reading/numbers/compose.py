"""Numerals with units: 三百二十, 6億5200万, 1万2千, 数十, 二十数, 二三百."""

from __future__ import annotations

import re

from yomu.reading.numbers import spoken
from yomu.reading.numbers.numeral import (
    ARABIC,
    BIG_UNITS,
    HALF_WIDTH,
    KANJI_DIGITS,
    KANJI_TO_DIGIT,
    POINT,
    SMALL_UNITS,
    UNKNOWN,
    Numeral,
    opens_quarter,
    pair_name,
    rising_pair,
)


class Composer:
    """Builds a numeral from coefficients and units, left to right.

    `pending` is a coefficient whose unit is still to come (the 3 of 三百), `section` what is
    below 万, `total` what 万, 億 … have closed; `spoken` and `closed` are the readings of the
    two. `smallest` and `biggest` are the units so far: they can only go down. `unknown` is the
    reading of 数 or 何, `pair` the digits of "two or three" with the units that followed them.
    """

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = self.at = start
        self.total = 0
        self.section = 0
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
        self.pair_base = 0

    def run(self) -> Numeral | None:
        """Read as far as it goes; None if there is no numeral."""
        while self.at < len(self.text) and self._step(self.text[self.at]):
            pass
        self._flush_pending()
        if self.at == self.start:
            return None
        reading = "".join(self.closed) + "".join(self.spoken)
        exact = self.total + self.section
        about = None
        if self.unknown is not None and self.unknown != "なん":
            about = self._bounds(exact)
        elif self.pair is not None:
            about = self.pair_base + self.pair[0], self.pair_base + self.pair[1]
        vague = about is not None or self.unknown is not None
        if not reading or (self.unknown is not None and self.at == self.start + 1):
            # A bare 数 or 何: the caller asks for a counter after it.
            if self.unknown is None:
                return None
            reading = self.unknown
        return Numeral(
            self.start,
            self.at,
            None if vague else exact,
            reading,
            self.tail,
            self.arabic,
            about=about,
            what=self.unknown == "なん",
            pair=self.pair is not None,
        )

    def _bounds(self, rest: int) -> tuple[int, int]:
        """数十 20-90, 十数 11-19, 数百 200-900."""
        if rest and self.about_unit == 1:
            return rest + 1, rest + 9
        return rest + 2 * self.about_unit, rest + 9 * self.about_unit

    def _step(self, char: str) -> bool:
        if char == "四" and self.at > self.start and opens_quarter(self.text, self.at):
            return False
        if char in KANJI_DIGITS:
            return self._digit(KANJI_DIGITS[char])
        if char in SMALL_UNITS:
            return self._small(SMALL_UNITS[char])
        if char in BIG_UNITS:
            return self._big(BIG_UNITS[char])
        if char in UNKNOWN:
            return self._unknown(char)
        match = ARABIC.match(self.text, self.at)
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
        digits = self.text[self.at : end].translate(KANJI_TO_DIGIT)
        follower = self.text[end : end + 1]
        if not 1 < len(digits) < 5 or self.section or follower in SMALL_UNITS:
            return ""
        if self.total and ("0" in digits or len(digits) > 2):
            return digits
        return digits if follower in BIG_UNITS and rising_pair(digits) is None else ""

    def _open_pair(self, first: int, second: int) -> None:
        self.pair = (first, second)
        self.pair_base = self.total + self.section
        self.spoken.append(pair_name(first))

    def _arabic(self, match: re.Match[str]) -> bool:
        written = match[0].translate(HALF_WIDTH)
        inside = self.at != self.start
        if inside and (self.pending is not None or self.unknown_pending or len(written) > 4):
            return False
        value = int(written)
        if self.section and value >= self.smallest:
            return False
        if self.at != self.start and POINT.match(self.text, match.end()):
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
            self.pair_base = self.total + (self.pair_base - self.total) * unit
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
        self.total += self.section * unit
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
