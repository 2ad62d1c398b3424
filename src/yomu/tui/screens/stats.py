"""The statistics, a page at a time: what was read, reviewed and learned, and what is due."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Static

from yomu.errors import YomuError
from yomu.study.statistics import Statistics
from yomu.tui.charts.canvas import Canvas
from yomu.tui.charts.plots import MISSING, can_plot
from yomu.tui.charts.sections import (
    SECTIONS,
    Section,
    day_line,
    days,
    first_day,
    nothing_yet,
)
from yomu.tui.keys import STATISTICS, bindings
from yomu.workspace import Workspace

if TYPE_CHECKING:
    from yomu.tui.app import YomuApp

PERIODS: tuple[int | None, ...] = (7, 30, 90, 365, None)
_PAGES = tuple(SECTIONS)
_CALENDAR = _PAGES.index("Calendar")
_TWO_COLUMNS = 150
"""From so many cells on, sections stand side by side."""
_GAP = 4
_DRAWN = re.compile("[\u2588-\u2593\u2801-\u28ff]+")  # blocks and Braille


class StatisticsScreen(Screen[None]):
    """Counts in a thread once; changing the page or the period only draws anew."""

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = bindings(STATISTICS)
    AUTO_FOCUS = "#statistics"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.found: Statistics | None = None
        self.page = 0
        self.period: int | None = 30
        self.day: int | None = None
        """The day that is marked on the calendar; None before one was chosen."""

    def compose(self) -> ComposeResult:
        yield Static(id="pages")
        with VerticalScroll(id="statistics"):
            yield Static(Content("Counting…"), id="figures")
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self._show_heads()
        self.call_after_refresh(self._count)  # what is on the screen first, then what takes time

    def on_resize(self) -> None:
        self._show()

    @work(thread=True, exclusive=True, exit_on_error=False, group="statistics")
    def _count(self) -> None:
        try:
            found = self.workspace.statistics.gather()
        except YomuError as error:
            self.app.call_from_thread(self._fail, error)
            return
        self.app.call_from_thread(self._take, found)

    def _take(self, found: Statistics) -> None:
        if not self.is_mounted:
            return
        self.found = found
        self.app.tell_notices()
        self._show()

    def _fail(self, error: YomuError) -> None:
        if self.is_mounted:
            text = f"{error.message}\n{error.hint}\n\nr tries again."
            self.query_one("#figures", Static).update(Content(text))

    # Drawing

    def _show_heads(self) -> None:
        """The pages, the one that is shown in brackets; below them the period."""
        heads = []
        for index, name in enumerate(_PAGES):
            if index == self.page:
                heads.append(Content.styled(f"[{index + 1} {name}]", "bold $accent"))
            else:
                heads.append(Content(f" {index + 1} {name} "))
        self.query_one("#pages", Static).update(Content(" ").join(heads))

    def _show_status(self) -> None:
        last = "all days" if self.period is None else f"the last {self.period} days"
        parts = [f"{last} (p: another period)"]
        if self.found is not None and self.page == _CALENDAR and self.day is not None:
            parts = [day_line(self._chosen(), self.day)]
        elif self.page == _CALENDAR:
            parts.append(", and . choose a day")
        if self.found is not None and not can_plot():
            parts.append(MISSING)
        self.query_one("#status", Static).update(Content("  ·  ".join(parts)))

    def _chosen(self) -> Statistics:
        """The statistics of the period."""
        assert self.found is not None
        if self.period is None:
            return self.found
        return self.found.since(self.found.today - self.period + 1)

    def _show(self) -> None:
        self._show_heads()
        self._show_status()
        if self.found is None:
            return
        figures = self.query_one("#figures", Static)
        width = self.size.width - 5
        if self.found.is_empty:
            figures.update(Content("\n".join(nothing_yet(self._canvas(width)))))
            return
        columns = 2 if self.size.width >= _TWO_COLUMNS else 1
        canvas = self._canvas((width - _GAP * (columns - 1)) // columns)
        chosen, name = self._chosen(), _PAGES[self.page]
        sections = (
            days(chosen, canvas, self.day)
            if self.page == _CALENDAR
            else SECTIONS[name](chosen, canvas)
        )
        if columns == 2:
            figures.update(_side_by_side(sections, canvas))
        else:
            figures.update(Content("\n").join(_lines(sections)))

    def _canvas(self, width: int) -> Canvas:
        wide = self.workspace.settings.ambiguous_width == "wide"
        return Canvas(max(40, width), plain=wide, profile="wide" if wide else "narrow")

    # Commands

    def action_page(self, step: int) -> None:
        self.action_show_page((self.page + step) % len(_PAGES))

    def action_show_page(self, index: int) -> None:
        self.page = index
        self._scrolled.scroll_home(animate=False)
        self._show()

    def action_period(self, step: int) -> None:
        at = PERIODS.index(self.period)
        self.period = PERIODS[(at + step) % len(PERIODS)]
        self.day = None
        self._show()

    def action_day(self, step: int) -> None:
        """Mark another day on the calendar, within the period."""
        if self.found is None:
            return
        self.page = _CALENDAR
        today = self.found.today
        day = today if self.day is None else self.day + step
        self.day = max(first_day(self._chosen()), min(today, day))
        self._show()

    def action_scroll(self, lines: int) -> None:
        self._scrolled.scroll_relative(y=lines, animate=False)

    def action_turn(self, step: int) -> None:
        height = max(1, self._scrolled.size.height - 2)
        self._scrolled.scroll_relative(y=step * height, animate=False)

    def action_count_again(self) -> None:
        self._count()

    def action_theme(self) -> None:
        self.app.switch_theme()

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(STATISTICS))

    def action_leave(self) -> None:
        self.app.pop_screen()

    @property
    def _scrolled(self) -> VerticalScroll:
        return self.query_one("#statistics", VerticalScroll)


def _lines(sections: list[Section]) -> list[Content]:
    """The sections below each other, headings set off by weight and by what stands in a little."""
    lines: list[Content] = []
    for section in sections:
        lines.append(Content.styled(section.title, "bold"))
        lines += [
            Content(f"  {line}").highlight_regex(_DRAWN, style="$primary") for line in section.lines
        ]
        lines.append(Content(""))
    return lines[:-1]


def _side_by_side(sections: list[Section], canvas: Canvas) -> Content:
    """The sections in two columns, each put where there is more room."""
    columns: tuple[list[Section], list[Section]] = [], []
    heights = [0, 0]
    for section in sections:
        at = 0 if heights[0] <= heights[1] else 1
        columns[at].append(section)
        heights[at] += len(section.lines) + 2
    left, right = (_lines(column) for column in columns)
    rows = []
    for index in range(max(len(left), len(right))):
        one = left[index] if index < len(left) else Content("")
        other = right[index] if index < len(right) else Content("")
        blank = " " * max(0, canvas.width + 2 + _GAP - canvas.cells(one.plain))
        rows.append(Content.assemble(one, blank, other) if other.plain else one)
    return Content("\n").join(rows)
