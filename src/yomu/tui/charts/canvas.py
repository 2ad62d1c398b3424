"""What there is to draw with, and the tables, bars and numbers drawn by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

from yomu.model import WidthProfile
from yomu.terminal import safe_line
from yomu.typeset.width import cell_width, cluster_spans, cluster_width, drawn

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EIGHTHS = " ▏▎▍▌▋▊▉"


@dataclass(frozen=True, slots=True)
class Canvas:
    """`width` is in cells. `plain` leaves out all but ASCII, for terminals where blocks are wide or unknown.

    `plots` says whether curves are wanted, where the library for them is there.
    """

    width: int = 80
    plain: bool = False
    plots: bool = True
    profile: WidthProfile = "narrow"

    @property
    def levels(self) -> str:
        """Five glyphs, from nothing to much."""
        return ".-+*#" if self.plain else "·░▒▓█"

    @property
    def dot(self) -> str:
        return "-" if self.plain else "·"

    def bar(self, value: float, most: float, cells: int) -> str:
        """A bar of up to so many cells; whatever is more than nothing can be seen."""
        if value <= 0 or most <= 0:
            return ""
        eighths = max(1, round(8 * cells * value / most))
        if self.plain:
            return "#" * max(1, round(eighths / 8))
        return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()

    def table(self, rows: Sequence[Sequence[str]], *, left: int = 1, gap: int = 2) -> list[str]:
        """Rows as lines, all columns but the first `left` set to the right."""
        columns = max((len(row) for row in rows), default=0)
        widths = [
            max(self.cells(row[index]) for row in rows if index < len(row))
            for index in range(columns)
        ]
        lines = []
        for row in rows:
            cells = []
            for index, cell in enumerate(row):
                blank = " " * (widths[index] - self.cells(cell))
                cells.append(cell + blank if index < left else blank + cell)
            lines.append((" " * gap).join(cells).rstrip())
        return lines

    def bars(self, rows: Sequence[tuple[str, int]], *, notes: Sequence[str] = ()) -> list[str]:
        """A line for each row: its name, its number, a bar, a note. The lines fit the width."""
        if not rows:
            return []
        names = max(self.cells(name) for name, _ in rows)
        numbers = max(len(f"{value:,}") for _, value in rows)
        beside = max((len(note) + 2 for note in notes), default=0)
        room = max(4, min(48, self.width - names - numbers - beside - 5))
        most = max(value for _, value in rows)
        lines = []
        for index, (name, value) in enumerate(rows):
            blank = " " * (names - self.cells(name))
            bar = self.bar(value, most, room)
            line = f"{name}{blank}  {value:>{numbers},}  {bar}"
            if notes and notes[index]:
                line += " " * (room - len(bar) + 2) + notes[index]
            lines.append(line.rstrip())
        return lines

    def wrapped(self, *sentences: str) -> list[str]:
        """Prose, broken at blanks; each sentence begins a line. The rest of one stands in a little."""
        return [
            line
            for sentence in sentences
            for line in wrap(sentence, self.width, subsequent_indent="  ", break_on_hyphens=False)
        ]

    def cells(self, text: str) -> int:
        return cell_width(text, self.profile)

    def clipped(self, text: str, cells: int) -> str:
        """`text` on one line, in at most so many cells, with … where it was cut."""
        line = safe_line(text)
        line = "".join(drawn(line[start:end]) for start, end in cluster_spans(line))
        if self.cells(line) <= cells:
            return line
        sign = "~" if self.plain else "…"
        taken, end = self.cells(sign), 0
        for start, stop in cluster_spans(line):
            width = cluster_width(line[start:stop], self.profile)
            if taken + width > cells:
                break
            taken, end = taken + width, stop
        return line[:end] + sign


def count(number: int, one: str, many: str = "") -> str:
    """`1 text`, `2 texts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def compact(number: int) -> str:
    """At most four characters: 999, 1.2k, 12k, 1.2M, 12M. Cut, not rounded: 999k never reads 1000k."""
    for limit, unit in ((1_000, ""), (1_000_000, "k"), (1_000_000_000, "M")):
        if number < limit:
            size = limit // 1_000
            if size == 1 or number >= 10 * size:
                return f"{number // size}{unit}"
            return f"{number // (size // 10) / 10:.1f}{unit}"
    return ">1G"


def duration(milliseconds: int) -> str:
    """`45 s`, `12 min`, `3 h 10 min`; cut to the unit."""
    seconds = max(0, milliseconds) // 1000
    if seconds < 60:
        return f"{seconds} s"
    minutes = seconds // 60
    if minutes < 60:
        return f"{minutes} min"
    hours = f"{minutes // 60:,} h"
    return f"{hours} {minutes % 60} min" if minutes < 6_000 else hours


def percent(share: float | None, digits: int = 0) -> str:
    """`92%`; a hyphen where there is no share."""
    return "-" if share is None else f"{100 * share:.{digits}f}%"


def day_name(day: int, today: int) -> str:
    """`2 Mar`, with the year where it is another."""
    when = date.fromordinal(day)
    short = f"{when.day} {MONTHS[when.month - 1]}"
    return short if when.year == date.fromordinal(today).year else f"{short} {when.year}"
