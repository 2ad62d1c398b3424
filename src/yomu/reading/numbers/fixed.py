"""Digits that are not counted: clocks, telephone numbers, versions, and names with a settled reading."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from yomu.reading.numbers import amounts, spoken
from yomu.reading.numbers.counted import read_counted
from yomu.reading.numbers.counters import counters_at
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment
from yomu.reading.numbers.numeral import ASCII_DIGITS, KANJI_TO_DIGIT
from yomu.reading.numbers.numerals import parse_numeral

_D: Final = "[0-9０-９]"
_NO_DIGIT: Final = r"(?![0-9０-９])"

_CLOCK: Final = re.compile(
    rf"({_D}{{1,2}})([:：])([0-5０-５]{_D})(?:([:：])([0-5０-５]{_D}))?(?![0-9０-９:：])"
)
_DATE: Final = re.compile(
    rf"([1１2２]{_D}{{3}})([-‐‑−－/／])([0０]?[1-9１-９]|[1１][0-2０-２])\2([0０]?[1-9１-９]|[12１２]{_D}|[3３][01０１]){_NO_DIGIT}"
)
_CHAIN: Final = re.compile(
    rf"{_D}{{1,13}}(?:[-‐‑−－]{_D}{{1,13}}){{2,5}}(?![0-9０-９]|[-‐‑−－]{_D})"
)
_POSTCODE: Final = re.compile(rf"{_D}{{3}}[-‐‑−－]{_D}{{4}}{_NO_DIGIT}")
_VERSION: Final = re.compile(rf"{_D}{{1,4}}(?:[.．]{_D}{{1,4}}){{2,4}}(?![0-9０-９.．])")

_SLASHED: Final = re.compile(rf"({_D}{{1,3}})[/／⁄]({_D}{{1,4}})(?![0-9０-９/／⁄.．])")
# 1/3 may as well be the third of January, so a fraction needs a word that dates do not have.
_FRACTION_BEFORE: Final = re.compile(r"(?:約|およそ|ほぼ|わずか|縮尺)$")
_FRACTION_AFTER: Final = re.compile(
    r"平方|立方|以上|以下|未満|程度|ほど|近く|ずつ|倍|秒|拍子|インチ|(?:ミリ|センチ|キロ)?メートル|スケール|サイズ|"
    r"を(?:占|超|上回|下回|切|握|失)|が(?:反対|賛成)|に(?:減|縮|なっ|なる|達|満た|過ぎ|とど|削|低下|短)|"
    r"の(?:多数|確率|割合|規模|大きさ|長さ|価格|値段|量|速度|勢力|賛成|議席)"
)
# No date is that of a length: 400/121平方メートル.
_MEASURED: Final = re.compile(r"平方|立方|(?:ミリ|センチ|キロ)?(?:メートル|グラム|リットル)|インチ")
_OF_A_WHOLE: Final = re.compile(r"[のちで]$")
_ENDS_A_REMARK: Final = re.compile(r"[)）]")

_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_POWER: Final = re.compile(r"(?:10|１０)(?:(⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|\^([-−]?[0-9]{1,3})(?![0-9]))")
# Plain text loses superscripts: a unit defined as 109メートル is 10⁹ of them.
_FLAT_POWER: Final = re.compile(r"10([-−]?[1-9][0-9]?)(?=[ァ-ヴー]{2,}(?![ァ-ヴー]))")
_DEFINES_A_UNIT: Final = "単位で、"

# Dates that name an event, and names with digits, that are not read as the numbers they show.
_TWO_PLUS_TWO: Final = ("つーぷらすつー", "“two plus two” (foreign and defence ministers)")
_NAMED_HALF_WIDTH: Final = {
    "2プラス2": _TWO_PLUS_TWO,
    "2+2": _TWO_PLUS_TWO,
    "9・11": ("きゅうてんいちいち", "September 11 (2001)"),
    "9.11": ("きゅうてんいちいち", "September 11 (2001)"),
    "3・11": ("さんてんいちいち", "March 11 (2011)"),
    "3.11": ("さんてんいちいち", "March 11 (2011)"),
    "2・26": ("ににろく", "February 26 (1936)"),
    "二・二六": ("ににろく", "February 26 (1936)"),
    "5・15": ("ごいちご", "May 15 (1932)"),
    "五・一五": ("ごいちご", "May 15 (1932)"),
    "2・28": ("ににはち", "February 28 (1947)"),
    "二・二八": ("ににはち", "February 28 (1947)"),
    "三・一": ("さんいち", "March 1 (1919)"),
    "五・四": ("ごし", "May 4 (1919)"),
    "六・四": ("ろくし", "June 4 (1989)"),
    "6・25": ("ろくにご", "June 25 (1950)"),
    "8・15": ("はちいちご", "August 15 (1945)"),
    "5・18": ("ごいちはち", "May 18 (1980)"),
}
_FULL_WIDTH: Final = str.maketrans("0123456789.+", "０１２３４５６７８９．＋")
_NAMED: Final = {
    written: said
    for name, said in _NAMED_HALF_WIDTH.items()
    for written in (name, name.translate(_FULL_WIDTH))
}
_NAMED_AT: Final = re.compile(
    "|".join(re.escape(name) for name in sorted(_NAMED, key=len, reverse=True))
)
_EVENT: Final = re.compile(
    r"([0-9０-９]{1,2}|[〇一二三四五六七八九]{1,2})・([0-9０-９]{1,2}|[〇一二三四五六七八九]{1,2})"
    r"(?=事件|事変|革命|政変|蜂起|独立運動|運動|クーデター|テロ|宣言)"
)
_NAMED_ENDS: Final = re.compile(
    r"[0-9０-９一二三四五六七八九十万億兆％%.．人円度倍割A-Za-z]|パーセント|ポイント|ドル|メートル|キロ|トン|秒"
)

_BLANK_COUNTERS: Final = {
    "年": "ねん",
    "月": "がつ",
    "日": "にち",
    "号": "ごう",
    "時": "じ",
    "円": "えん",
}
_BLANK: Final = re.compile(r"([○◯]{1,8})([年月日号時円])")

# The groups of countries are the only Latin names read here: G7 じーせぶん.
_GROUPS: Final = {
    "2": "つー",
    "4": "ふぉー",
    "5": "ふぁいぶ",
    "7": "せぶん",
    "8": "えいと",
    "10": "てん",
    "20": "とぅえんてぃ",
    "77": "せぶんてぃせぶん",
}
_GROUP_DIGITS: Final = re.compile(rf"{_D}{{1,2}}(?![0-9０-９A-Za-z])")


# Every fixed expression but those after G holds one of these signs behind its first digits.
_MAY_BE_FIXED: Final = re.compile(
    rf"{_D}{{1,13}}[:：/／⁄‐‑−－.．・+＋プ⁰¹²³⁴⁵⁶⁷⁸⁹⁻^-]|10[1-9]|[〇一二三四五六七八九]{{1,2}}・"
)


def fixed_at(text: str, start: int, done: int) -> Item | None:
    """Return the fixed expression at `start`, or None. `done` is where the last item ended."""
    if text[start] in "○◯":
        return _placeholder(text, start)
    if not _MAY_BE_FIXED.match(text, start):
        return _group(text, start, done)
    return (
        _named(text, start)
        or _group(text, start, done)
        or _clock(text, start)
        or _calendar_date(text, start)
        or _slashed(text, start)
        or _power(text, start)
        or _code(text, start)
        or _version(text, start)
    )


def _placeholder(text: str, start: int) -> Item | None:
    """○○年, ○月○日: digits left blank are read まる."""
    match = _BLANK.match(text, start)
    if match is None:
        return None
    reading = "まる" * len(match[1]) + _BLANK_COUNTERS[match[2]]
    segment = NumberSegment(start, match.end(), reading, False, "number", match.start(2))
    return Item(start, match.end(), [segment], kind="code", english=f"{match[0]} (left blank)")


def _named(text: str, start: int) -> Item | None:
    match = _NAMED_AT.match(text, start)
    if match is None or _NAMED_ENDS.match(text, match.end()):
        return _event(text, start)
    reading, english = _NAMED[match[0]]
    end = match.end()
    segment = NumberSegment(start, end, reading, True, "number", end)
    return Item(start, end, [segment], kind="name", english=english)


def _event(text: str, start: int) -> Item | None:
    """九・一八事変, 4・3事件: an event is named by the digits of its day."""
    match = _EVENT.match(text, start)
    if match is None:
        return None
    month, day = (part.translate(ASCII_DIGITS).translate(KANJI_TO_DIGIT) for part in match.groups())
    if not (0 < int(month) <= 12 and 0 < int(day) <= 31):
        return None
    days = spoken.read_integer(int(day)) if int(day) % 10 == 0 else spoken.read_digits(day)
    end = match.end()
    reading = spoken.read_integer(int(month)) + days
    segment = NumberSegment(start, end, reading, True, "number", end)
    english = f"{amounts.MONTHS[int(month) - 1]} {int(day)}"
    return Item(start, end, [segment], kind="name", english=english)


def _group(text: str, start: int, done: int) -> Item | None:
    before = text[start - 2 : start - 1]
    if start - 1 < done or text[start - 1 : start] not in ("G", "Ｇ") or not start:
        return None
    if start >= 2 and ((before.isascii() and before.isalnum()) or before == "-"):
        return None
    match = _GROUP_DIGITS.match(text, start)
    name = _GROUPS.get(match[0].translate(ASCII_DIGITS)) if match else None
    if match is None or name is None:
        return None
    segment = NumberSegment(start - 1, match.end(), f"じー{name}", False, "number", match.end())
    english = f"the Group of {amounts.word(int(match[0])).capitalize()}"
    return Item(start - 1, match.end(), [segment], kind="name", english=english)


def _clock(text: str, start: int) -> Item | None:
    match = _CLOCK.match(text, start)
    if match is None:
        return None
    hour = int(match[1])
    if hour > 29 or (match[5] is None and text[match.end() : match.end() + 2] == "の比"):
        return None
    at = NumberSegment(
        start, match.end(1), spoken.hour(hour), hour % 10 in (4, 7, 9), "number", match.end(1)
    )
    parts = [at, NumberSegment(match.start(2), match.end(2), "", False, "sign", match.end(2))]
    minute = int(match[3])
    parts.append(
        NumberSegment(
            match.start(3), match.end(3), spoken.minute(minute), True, "number", match.end(3)
        )
    )
    english = f"{hour}:{minute:02}"
    if match[5] is not None:
        parts.append(NumberSegment(match.start(4), match.end(4), "", False, "sign", match.end(4)))
        second = int(match[5])
        reading = spoken.read_integer(second) + "びょう"
        parts.append(
            NumberSegment(match.start(5), match.end(5), reading, False, "number", match.end(5))
        )
        english += f":{second:02}"
    return Item(start, match.end(), parts, kind="time", english=english)


def _calendar_date(text: str, start: int) -> Item | None:
    """2024-05-01 and 2024/5/1 are read as dates."""
    match = _DATE.match(text, start)
    if match is None:
        return None
    units = [counter for unit in "年月日" for counter in counters_at(unit, 0)]
    segments: list[NumberSegment] = []
    for group, counter in zip((1, 3, 4), units, strict=True):
        numeral = parse_numeral(str(int(match[group])), 0)
        if numeral is None:
            return None
        said = read_counted(numeral, counter)
        reading = "ついたち" if counter.spelling == "日" and numeral.value == 1 else said.reading
        if segments:
            at = match.start(group)
            segments.append(NumberSegment(at - 1, at, "", False, "sign", at))
        end = match.end(group)
        segments.append(NumberSegment(match.start(group), end, reading, False, "number", end))
    year, month, day = (int(match[group]) for group in (1, 3, 4))
    english = f"{amounts.MONTHS[month - 1]} {day}, {year}"
    return Item(start, match.end(), segments, kind="date", english=english)


def _slashed(text: str, start: int) -> Item | None:
    """Read 1/3 as さんぶんのいち where it is clearly a fraction."""
    match = _SLASHED.match(text, start)
    if match is None or text[start - 1 : start] in ("/", "／", ".", "-", "年"):
        return None
    top, bottom, end = int(match[1]), int(match[2]), match.end()
    if not 0 < top < bottom and not (top and bottom and _MEASURED.match(text, end)):
        return None
    remark = _OF_A_WHOLE.search(text, max(0, start - 1), start) and _ENDS_A_REMARK.match(text, end)
    about = _FRACTION_BEFORE.search(text, max(0, start - 3), start)
    if not (about or remark or _FRACTION_AFTER.match(text, end)):
        return None
    reading = f"{spoken.read_integer(bottom)}ぶんの{spoken.read_integer(top)}"
    segment = NumberSegment(start, end, reading, True, "number", end)
    value = Fraction(top, bottom)
    english = amounts.fraction(value) if value.denominator == bottom else f"{top}/{bottom}"
    return Item(start, end, [segment], kind="fraction", value=value, english=english)


def _power(text: str, start: int) -> Item | None:
    """Read 10⁹ and 10^9 as じゅうのきゅうじょう."""
    match = _POWER.match(text, start)
    if match is None and text.endswith(_DEFINES_A_UNIT, 0, start):
        match = _FLAT_POWER.match(text, start)
    if match is None:
        return None
    exponent = int(next(group for group in match.groups() if group).translate(_SUPERSCRIPT))
    sign = "まいなす" if exponent < 0 else ""
    reading = f"じゅうの{sign}{spoken.read_integer(abs(exponent))}じょう"
    segment = NumberSegment(start, match.end(), reading, True, "number", match.end())
    english = f"10 to the power of {exponent}"
    return Item(start, match.end(), [segment], kind="number", english=english)


def _code(text: str, start: int) -> Item | None:
    """Telephone numbers, ISBNs, postcodes: digit by digit, の between the groups."""
    match = _CHAIN.match(text, start) or _POSTCODE.match(text, start)
    if match is None:
        return None
    segments = []
    for piece in re.finditer(rf"{_D}+|.", match[0]):
        at, end = start + piece.start(), start + piece.end()
        if piece[0][0].isdecimal():
            reading = spoken.read_digits(piece[0].translate(ASCII_DIGITS))
            segments.append(NumberSegment(at, end, reading, False, "number", end))
        else:
            segments.append(NumberSegment(at, end, "の", False, "sign", end))
    return Item(start, match.end(), segments, kind="code", english=match[0].translate(ASCII_DIGITS))


def _version(text: str, start: int) -> Item | None:
    match = _VERSION.match(text, start)
    if match is None:
        return None
    written = match[0].translate(ASCII_DIGITS).replace("．", ".")
    reading = "てん".join(spoken.read_integer(int(part)) for part in written.split("."))
    segment = NumberSegment(start, match.end(), reading, False, "number", match.end())
    return Item(start, match.end(), [segment], kind="code", english=written)
