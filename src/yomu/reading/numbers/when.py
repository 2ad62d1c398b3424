"""Dates and times in English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from yomu.reading.numbers import amounts
from yomu.reading.numbers.eras import ERAS
from yomu.reading.numbers.item import Item

_CLOCK_KINDS: Final = ("hour", "minute", "second")
# 2000年前, 1000年ぶり: a number of years and not the name of one.
_COUNTS_YEARS: Final = ("前", "後", "ぶり", "余", "ごと", "毎", "おき", "分", "目", "半")


def names_a_year(item: Item) -> bool:
    """Say whether a number of years is the name of one: 2014年, 令和8年, but not 1000年前."""
    if item.prefix in ERAS:
        return True
    of_our_time = 1000 <= item.figure < 2200
    return of_our_time and item.prefix != "丸" and not item.suffix.startswith(_COUNTS_YEARS)


def year(item: Item) -> str:
    """2014, 2017 (Heisei 29), fiscal 2025."""
    era, number = ERAS.get(item.prefix), item.figure
    fiscal = "fiscal " if item.counter and item.counter.spelling == "年度" else ""
    if era is not None:
        return f"{fiscal}{number + era.before} ({era.english} {number})"
    return f"{fiscal}{number}"


def month(number: int) -> str:
    """January; `month 13` for what is none."""
    return amounts.MONTHS[number - 1] if 1 <= number <= 12 else f"month {number}"


def day(number: int) -> str:
    """A day by itself may be one of the month or a number of days."""
    if number == 1:
        return "one day"
    if number > 31 or number == 0:
        return f"{number:,} days"
    return f"the {amounts.ordinal_figure(number)} (of the month), or {number} days"


def date(items: Sequence[Item]) -> str:
    """Join year, month, day and hour as far as they are there: June 8, 2017 (Heisei 29)."""
    by_kind = {item.counter_kind: item for item in items}
    out = month(by_kind["month"].figure) if "month" in by_kind else ""
    if "day" in by_kind:
        out += f" {by_kind['day'].figure}"
    if "year" in by_kind:
        comma = "," if "day" in by_kind else ""
        out += f"{comma} {year(by_kind['year'])}"
    hours = [item for item in items if item.counter_kind in _CLOCK_KINDS]
    return f"{clock(hours)}, {out}" if hours else out.strip()


def clock(items: Sequence[Item]) -> str:
    """3:15 p.m., 3 o'clock, 23:00, 9:00:30."""
    parts = {item.counter_kind: item.figure for item in items}
    hour, half_hour = parts.get("hour", 0), "半" in items[0].suffix
    minute = 30 if half_hour else parts.get("minute")
    noon = {"午前": "a.m.", "午後": "p.m."}.get(items[0].prefix)
    if noon:
        hour = hour % 12 or 12
    if minute is None:
        if noon:
            return f"{hour} {noon}"
        return f"{hour} o'clock" if 1 <= hour <= 12 else f"{hour}:00"
    seconds = f":{parts['second']:02}" if "second" in parts else ""
    return f"{hour}:{minute:02}{seconds}{' ' + noon if noon else ''}"
