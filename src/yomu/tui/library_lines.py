"""The library as lines: what each text asks of a reader, in columns, and the order of the texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from yomu.study.coverage import Coverage, Share
from yomu.study.pace import duration, minutes
from yomu.terminal import safe_line
from yomu.workspace import LibraryItem


@dataclass(frozen=True, slots=True)
class Demand:
    """What a text asks: its words known by occurrences and as distinct words, its terms, its length."""

    occurrences: Share
    distinct: Share
    terms: Share
    characters: int

    @classmethod
    def of(cls, coverage: Coverage) -> Demand:
        return cls(
            coverage.occurrences, coverage.distinct, coverage.terms, coverage.text.characters
        )


Demands = Mapping[str, Demand]
"""By `LibraryItem.target`, of the texts counted so far."""

ORDERS = {
    "opened": "last read",
    "title": "title",
    "read": "share read",
    "known": "known share",
    "length": "length",
}
"""Each value of the setting `library_order`, and how a person calls it."""

_COLUMNS = (
    ("read", 18, "read"),
    ("known", 8, "known"),
    ("", 8, "words"),
    ("", 8, "terms"),
    ("length", 10, "length"),
    ("", 9, "time"),
    ("opened", 13, "last read"),
)
"""The order that a column stands for, its width in cells, its heading."""


def ordered(items: Sequence[LibraryItem], order: str, demands: Demands) -> list[LibraryItem]:
    """The texts in an order; those that have nothing to go by come last."""
    if order == "title":
        return sorted(items, key=lambda item: item.title)
    if order == "read":
        return sorted(items, key=lambda item: -item.read)
    if order == "length":
        return sorted(items, key=lambda item: item.characters)
    if order == "known":
        return sorted(
            items,
            key=lambda item: (
                -demands[item.target].occurrences.of_one if item.target in demands else 1.0
            ),
        )
    return list(items)


def heading(order: str) -> str:
    """The headings of the columns, with a sign at the one that the texts are ordered by."""
    cells = [f"{name} ▾" if order == column and column else name for column, _, name in _COLUMNS]
    line = "  " + "".join(
        cell.ljust(width) if at == 0 else cell.rjust(width)
        for at, (cell, (_, width, _)) in enumerate(zip(cells, _COLUMNS, strict=True))
    )
    return f"{line}   by title" if order == "title" else line


def item_lines(
    item: LibraryItem, demand: Demand | None, pace: int, now: datetime, *, knows_any: bool
) -> tuple[str, str]:
    """The title, and below it the columns. Known shares stay away from who knows nothing yet."""
    level = f"  ·  {item.level}" if item.level else ""
    title = safe_line(item.title) + level
    if item.missing:
        return title, f"  the file is gone: {safe_line(item.target)}"
    filled = round(item.read * 10)
    bar = (
        f"[{'#' * filled}{'.' * (10 - filled)}] {round(item.read * 100):3} %"
        if item.opened_at
        else "-"
    )
    characters = demand.characters if demand else item.characters
    known = words = terms = "…" if knows_any else "-"
    if demand:
        terms = f"{demand.terms.total - demand.terms.known:,}"
        words = f"{demand.distinct.total - demand.distinct.known:,}"
        known = f"{demand.occurrences.percent} %" if knows_any else "-"
    values = (
        bar,
        known,
        words,
        terms,
        f"{characters:,}",
        duration(minutes(characters, pace)),
        _day(item.opened_at, now),
    )
    return title, "  " + "".join(
        value.ljust(width) if at == 0 else value.rjust(width)
        for at, (value, (_, width, _)) in enumerate(zip(values, _COLUMNS, strict=True))
    )


def _day(at: str, now: datetime) -> str:
    """A moment in UTC as the day it was for the reader."""
    if not at:
        return "never"
    moment = datetime.fromisoformat(at).astimezone()
    if moment.date() == now.astimezone().date():
        return "today"
    return moment.date().isoformat()
