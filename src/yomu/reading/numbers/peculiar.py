"""Readings that hang on what stands around a number with its counter, and not on the two alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from yomu.reading.numbers import context
from yomu.reading.numbers.counted import Spoken, read_counted
from yomu.reading.numbers.counters import Counter
from yomu.reading.numbers.numeral import Numeral
from yomu.reading.numbers.sounds import SOUND_CLASSES, join
from yomu.reading.numbers.spoken import DIGITS
from yomu.reading.numbers.words import is_counted_after_all


class Peculiar(NamedTuple):
    """A reading, the meaning in English where the numeral does not tell it, and `Item.certain`."""

    said: Spoken
    english: str = ""
    certain: bool = False


def peculiar(text: str, numeral: Numeral, counter: Counter | None, end: int) -> Peculiar | None:
    """Return the reading that this place asks for, None where number and counter tell it all.

    `end` is where the counter ends, or the numeral if there is none.
    """
    if _is_boeing(text, numeral):
        return _by_digits(numeral, counter)
    if counter is None:
        return _one_of_several(text, numeral) or _in_english(text, numeral)
    if text[numeral.end : numeral.end + 1] == "余" and counter.spelling[0] != "余":
        return _and_more(numeral, counter)
    if counter.kind == "day" and numeral.value == 1:
        if context.is_first_of_month(text, numeral.start, end, arabic=numeral.arabic):
            return Peculiar(Spoken("ついたち", "", True), "the 1st")
        return None
    read = _BY_COUNTER.get(counter.spelling)
    return read(text, numeral, counter, end) if read else None


def _and_more(numeral: Numeral, counter: Counter) -> Peculiar:
    """百余名 ひゃくよめい: 余 keeps the number and the counter from changing each other."""
    return Peculiar(Spoken(f"{numeral.reading}よ{counter.reading}", counter.reading, False))


def _divided(text: str, numeral: Numeral, counter: Counter, end: int) -> Peculiar | None:
    """二分する, 三分された: the verb, not minutes."""
    if numeral.value not in (2, 3, 4) or text[end : end + 1] not in ("さ", "し", "す", "せ"):
        return None
    return Peculiar(Spoken(f"{numeral.reading}ぶん", "ぶん", False), f"divided in {numeral.value}")


_COURT_RANKS: Final[dict[object, str]] = {3: "さんみ", 4: "しい", 7: "しちい"}


def _court_rank(text: str, numeral: Numeral, counter: Counter, end: int) -> Peculiar | None:
    """The court's ranks have old readings: 正三位 しょうさんみ, 従四位 じゅしい."""
    if text[max(0, numeral.start - 1) : numeral.start] not in ("正", "従"):
        return None
    reading = _COURT_RANKS.get(numeral.value)
    return Peculiar(Spoken(reading, "", True)) if reading else None


def _full_age(text: str, numeral: Numeral, counter: Counter, end: int) -> Peculiar | None:
    """満二十歳 まんにじゅっさい, not まんはたち."""
    if not text.startswith("満", max(0, numeral.start - 1)):
        return None
    return Peculiar(read_counted(numeral, replace(counter, exact={})))


def _model_year(text: str, numeral: Numeral, counter: Counter, end: int) -> Peculiar | None:
    """Weapons are called by the digits of a year: 九七式 きゅうななしき, 10式戦車 ひとまるしき."""
    digits = numeral.digits
    if len(digits) != 2 or not digits.isdecimal():
        return None
    tens, units = int(digits[0]), int(digits[1])
    if digits == "38":
        reading = "さんぱち"
    elif tens == units == 1:
        reading = "ひとひと"
    else:
        first = "まる" if tens == 0 else "ひと" if tens == 1 else DIGITS[tens]
        reading = first + ("まる" if units == 0 else DIGITS[units])
    return Peculiar(Spoken(f"{reading}しき", "しき", True), f"Type {digits}")


_NATIVE_MONTHS: Final[dict[object, str]] = {1: "ひとつき", 2: "ふたつき"}


def _month_long(text: str, numeral: Numeral, counter: Counter, end: int) -> Peculiar | None:
    """一月余り is ひとつき, a length of time."""
    reading = _NATIVE_MONTHS.get(numeral.value)
    if reading is None or numeral.arabic or not is_counted_after_all(text, numeral.start, end):
        return None
    english = "one month" if numeral.value == 1 else "two months"
    return Peculiar(Spoken(reading, "", True), english, True)


_BANKS: Final = re.compile(r"銀|バンク|信金")
_LINES: Final = ("目", "列", "程", "分")


def _bank(text: str, numeral: Numeral, counter: Counter, end: int) -> Peculiar | None:
    """地銀64行, メガバンク3行: banks are こう, lines ぎょう."""
    spoken_of = _BANKS.search(text, max(0, numeral.start - 10), numeral.start)
    if spoken_of is None or text[end : end + 1] in _LINES:
        return None
    number, tail = numeral.reading or "", numeral.tail
    number, name = join(number, tail, "こう", SOUND_CLASSES["k"])
    return Peculiar(Spoken(number + name, name, True), f"{numeral.value} banks", True)


_BY_COUNTER: Final = {
    "分": _divided,
    "位": _court_rank,
    "歳": _full_age,
    "式": _model_year,
    "行": _bank,
    "月": _month_long,
}

_BOEING: Final = re.compile(r"[7７][0-9０-９][7７](?![0-9０-９])")


def _is_boeing(text: str, numeral: Numeral) -> bool:
    named = len(numeral.digits) == 3 and text.startswith("ボーイング", max(0, numeral.start - 5))
    return named and _BOEING.match(text, numeral.start) is not None


def _by_digits(numeral: Numeral, counter: Counter | None) -> Peculiar:
    """ボーイング737型 is named digit by digit."""
    name = counter.reading if counter else ""
    reading = "".join(DIGITS[int(digit)] for digit in numeral.digits)
    return Peculiar(Spoken(reading + name, name, True), numeral.digits)


_ENGLISH: Final = {
    1: "わん",
    2: "つー",
    3: "すりー",
    4: "ふぉー",
    5: "ふぁいぶ",
    6: "しっくす",
    7: "せぶん",
    8: "えいと",
    10: "てん",
}
_BEFORE_ENGLISH: Final = re.compile(r"(?<![ァ-ヶー])(?:トップ|ビッグ|ベスト|ナンバー|オンリー)$")


_SEVERAL_BEFORE: Final = re.compile("[^そこあどうぶ分]の$")


def _one_of_several(text: str, numeral: Numeral) -> Peculiar | None:
    """少尉は階級の一。 is ひとつ, where その一。 is いち."""
    if numeral.arabic or numeral.value != 1 or text[numeral.end : numeral.end + 1] != "。":
        return None
    if not _SEVERAL_BEFORE.search(text, max(0, numeral.start - 2), numeral.start):
        return None
    return Peculiar(Spoken("ひとつ", "", True), "one")


def _in_english(text: str, numeral: Numeral) -> Peculiar | None:
    """トップ10 is とっぷてん, ナンバー2 なんばーつー; ベスト16 is Japanese again."""
    if not numeral.arabic or not isinstance(numeral.value, int):
        return None
    name = _ENGLISH.get(numeral.value)
    if name is None or text[numeral.end : numeral.end + 1] in ("位", "％", "%"):
        return None
    if not _BEFORE_ENGLISH.search(text, max(0, numeral.start - 6), numeral.start):
        return None
    return Peculiar(Spoken(name, "", True))
