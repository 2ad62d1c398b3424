"""A calendar of days: how much was done on each, by a glyph and by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from yomu.study.statistics import month_of, week_of
from yomu.tui.charts.canvas import MONTHS, WEEKDAYS, Canvas, compact, day_name

NUMBERED_WEEKS = 14
"""So many weeks still have a line each; more are drawn as columns, without numbers."""
_CELL = 7
_NUMBERED_CELLS = 72


class Scale:
    """From numbers to five levels: nothing, and four of equal width.

    The topmost begins where the busiest quarter of an ordinary day's range does: at three quarters
    of what nine days of ten stay below, so that one day of cramming does not flatten the others.
    """

    def __init__(self, amounts: Iterable[int]) -> None:
        values = sorted(value for value in amounts if value > 0)
        step = _rounded(values[len(values) * 9 // 10] / 4) if values else 1
        self.starts = [1, *(step * n for n in (1, 2, 3) if step * n > 1)]

    def level(self, amount: int) -> int:
        """0 for nothing, 1 to 4 for more and more."""
        return sum(1 for start in self.starts if amount >= start)

    def legend(self, canvas: Canvas) -> list[str]:
        """Each glyph and what it stands for, on one line or two."""
        names = [f"{canvas.levels[0]} 0"]
        for index, start in enumerate(self.starts):
            following = self.starts[index + 1] - 1 if index + 1 < len(self.starts) else None
            if following is None:
                span = f"{start:,} or more"
            else:
                span = f"{start:,}" if following == start else f"{start:,} to {following:,}"
            names.append(f"{canvas.levels[index + 1]} {span}")
        line = "   ".join(names)
        if canvas.cells(line) <= canvas.width:
            return [line]
        return ["   ".join(names[:3]), "   ".join(names[3:])]


def calendar(
    canvas: Canvas, amounts: Mapping[int, int], first: int, today: int, *, cursor: int | None = None
) -> list[str]:
    """The days from `first` to `today` with their amounts; `cursor` is a day to set in brackets."""
    weeks = (week_of(today) - week_of(first)) // 7 + 1
    scale = Scale(amount for day, amount in amounts.items() if first <= day <= today)
    numbered = weeks <= NUMBERED_WEEKS and canvas.width >= _NUMBERED_CELLS
    drawn = _numbered if numbered else _columns
    return [*drawn(canvas, amounts, first, today, scale, cursor), "", *scale.legend(canvas)]


def _numbered(
    canvas: Canvas,
    amounts: Mapping[int, int],
    first: int,
    today: int,
    scale: Scale,
    cursor: int | None,
) -> list[str]:
    """A line for each week, a number for each day, the week's sum at the end."""
    lines = [" " * 8 + "".join(f"{name:>{_CELL}} " for name in WEEKDAYS) + "   week"]
    for monday in range(week_of(first), today + 1, 7):
        cells = []
        for day in range(monday, monday + 7):
            if not first <= day <= today:
                cells.append(" " * (_CELL + 1))
                continue
            amount = amounts.get(day, 0)
            text = f"{canvas.levels[scale.level(amount)]} {compact(amount):>4}"
            cells.append(f"[{text}]" if day == cursor else f" {text} ")
        week = sum(amounts.get(day, 0) for day in range(max(monday, first), monday + 7))
        when = date.fromordinal(monday)
        lines.append(f"{when.day:>2} {MONTHS[when.month - 1]}  {''.join(cells)} {week:>7,}")
    return lines


def _columns(
    canvas: Canvas,
    amounts: Mapping[int, int],
    first: int,
    today: int,
    scale: Scale,
    cursor: int | None,
) -> list[str]:
    """A column for each week, as many as there is room for, the months above."""
    room = canvas.width - 8
    last_week = week_of(today)
    start = max(week_of(first), last_week - 7 * (room - 1))
    mondays = range(start, last_week + 1, 7)
    head = [" "] * (len(mondays) + 4)
    for index, monday in enumerate(mondays):
        begins = month_of(monday + 6)
        if (monday <= begins <= monday + 6 or index == 0) and (
            index == 0 or "".join(head[index - 1 : index + 3]).isspace()
        ):
            head[index : index + 3] = MONTHS[date.fromordinal(begins).month - 1]
    lines = [" " * 6 + "".join(head).rstrip()]
    for weekday, name in enumerate(WEEKDAYS):
        row = ""
        for monday in mondays:
            day = monday + weekday
            if not first <= day <= today:
                row += " "
            elif day == cursor:
                row += "@"
            else:
                row += canvas.levels[scale.level(amounts.get(day, 0))]
        lines.append(f" {name}  {row}".rstrip())
    if start > week_of(first):
        lines.append(f"      from {day_name(start, today)}; there is no room for more")
    return lines


def _rounded(number: float) -> int:
    """With one digit that is not nought, two from 10 on: 7, 90, 1,200; at least 1."""
    size = 1
    while number >= 100 * size:
        size *= 10
    return max(1, round(number / size) * size)
