"""Dates as Japanese and English pages write them → ISO 8601."""

from __future__ import annotations

import datetime
import re

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(ord("！"), ord("～") + 1)} | {ord("　"): " "}
_KANJI = "〇一二三四五六七八九"
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        start=1,
    )
}
_MONTH = r"(?P<{}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<era>明治|大正|昭和|平成|令和) ?(?P<year>\d{1,2}|元|[一二三四五六七八九十]{1,3}) ?年 ?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2}) ?月 ?(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日",
        r"(?<!\d)(?P<year>\d{4}) ?年(?: ?[((](?:明治|大正|昭和|平成|令和) ?(?:\d{1,2}|元) ?年[))])? ?(?P<month>\d{1,2}) ?月 ?(?P<day>\d{1,2}) ?日",
        r"(?P<year>[一二][〇零一二三四五六七八九]{3})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日",
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        r"\b" + _MONTH.format("name") + r" (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
        r"\b(?P<day>\d{1,2}) " + _MONTH.format("name") + r",? (?P<year>\d{4})",
    )
)
_YEARLESS = re.compile(
    r"\d{1,2}(?:/\d{1,2}|月\d{1,2}日) ?[((][月火水木金土日][))] ?(?:\d{1,2}:\d{2})? ?(?:配信|更新|公開|掲載)?"
    r"|\d{1,2}月\d{1,2}日 ?(?:\d{1,2}:\d{2}|\d{1,2}時\d{1,2}分) ?(?:配信|更新|公開|掲載)?"
)
_MONTH_AND_DAY = re.compile(r"\d{1,2} ?月 ?\d{1,2} ?日")
_CLOCK = re.compile(
    r"[((][月火水木金土日](?:曜日?)?[))]|(?<=\s)[月火水木金土日]曜日?(?=\s|$)|[((](?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[))]|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,"
    r"|(?:午前|午後|am|pm)? ?\d{1,2} ?(?:[::]\d{2}(?:[::]\d{2})?|時(?: ?\d{1,2} ?分)?) ?(?:am|pm|jst|gmt|utc)?(?: ?[+-]\d{4})?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"[\[【(]?(?:有料|無料)?会員限定(?:記事)?[\]】)]?|(?:最終)?(?:公開|更新|配信|掲載|投稿|発行|発表|作成|発信|送信)(?:日時|日)?[::]?|日時[::]|日付[::]|(?:Published|Updated|Posted|Date)(?: on)?[::]?|付(?=$|\s)",
    re.IGNORECASE,
)


def find_date(text: str) -> tuple[str, tuple[int, int]] | None:
    """The first real date in `text` as ISO 8601, with its span; None where there is none."""
    folded = fold(text)
    best: tuple[str, tuple[int, int]] | None = None
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            iso = _iso(match)
            if iso and (best is None or match.start() < best[1][0]):
                best = (iso, match.span())
    return best


def is_yearless_dateline(text: str) -> bool:
    """Whether a line is a date without its year, as news sites stamp them: 8/5(火) 14:02 配信."""
    return bool(_YEARLESS.fullmatch(fold(text).strip()))


def without_dates(text: str) -> str:
    """`text` less its dates, times of day, weekdays and the labels that go with them."""
    folded = fold(text)
    for pattern in _PATTERNS:
        folded = pattern.sub(" ", folded)
    folded = _LABEL.sub(" ", _CLOCK.sub(" ", _MONTH_AND_DAY.sub(" ", folded)))
    return " ".join(folded.split()).strip(" |｜/／・,、-–—:：()（）[]［］")


def fold(text: str) -> str:
    """Full-width letters, digits and spaces as half-width ones, each in its place."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    year = _number(groups["year"])
    if groups.get("era"):
        year += _ERAS[groups["era"]]
    month = _MONTHS[groups["name"][:3].lower()] if groups.get("name") else _number(groups["month"])
    try:
        return datetime.date(year, month, _number(groups["day"])).isoformat()
    except ValueError:
        return None


def _number(digits: str) -> int:
    """A number up to 99 in kanji (二十三), a year digit by digit (二〇二五), 元 or plain digits."""
    if digits == "元":
        return 1
    if digits.isdecimal():
        return int(digits)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * (_KANJI.index(tens) if tens in _KANJI and tens else 1) + (
            _KANJI.index(ones) if ones in _KANJI and ones else 0
        )
    return int("".join(str(_KANJI.index(digit.replace("零", "〇"))) for digit in digits))
