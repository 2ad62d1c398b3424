"""The row below the card: first the way to the answer, then four ratings with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, Schedule
from yomu.tui.screens.review.card_page import LONGEST_LINE_CELLS
from yomu.tui.themes import ground_style

LABELS = {AGAIN: "Again", HARD: "Hard", GOOD: "Good", EASY: "Easy"}
REVEAL = 0
"""What a click on *show the answer* chooses."""

_GAP_CELLS = 1
_MARGIN_CELLS = 2


@dataclass(frozen=True, slots=True)
class Button:
    """What can be chosen, in two lines; `marked` is what Space takes."""

    rating: int
    label: str
    below: str
    marked: bool = False


class Ratings(Widget):
    """Buttons side by side, drawn and hit by arithmetic: a row of widgets costs a layout at each card."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"ratings--button", "ratings--marked", "ratings--hover"}
    DEFAULT_CSS: ClassVar[str] = """
    Ratings { height: 3; background: $background; }
    Ratings .ratings--button { background: $panel; color: $foreground; }
    Ratings .ratings--marked { background: $primary 30%; color: $foreground; text-style: bold; }
    Ratings .ratings--hover { background: $primary 45%; }
    """

    @dataclass
    class Chosen(Message):
        """A button was clicked: a rating, or REVEAL."""

        rating: int

    def __init__(self) -> None:
        super().__init__()
        self.buttons: tuple[Button, ...] = ()
        self._hover: int | None = None

    def clear(self) -> None:
        """Offer nothing."""
        self._draw(())

    def ask(self, key: str) -> None:
        """Offer the answer, and say which key shows it."""
        self._draw((Button(REVEAL, "Show the answer", key),))

    def offer(self, preview: Mapping[int, Schedule], suggested: int) -> None:
        """Offer the ratings, each with what it would come to."""
        self._draw(
            tuple(
                Button(
                    rating, f"{rating} {label}", interval_text(preview[rating]), rating == suggested
                )
                for rating, label in LABELS.items()
            )
        )

    def _draw(self, buttons: tuple[Button, ...]) -> None:
        self.buttons = buttons
        self._hover = None
        self.refresh()

    def spans(self) -> list[tuple[int, int, Button]]:
        """The half-open cells of each button."""
        if not self.buttons:
            return []
        width = max(1, min(self.size.width - 2 * _MARGIN_CELLS, LONGEST_LINE_CELLS))
        left = (self.size.width - width) // 2
        count = len(self.buttons)
        each = (width - _GAP_CELLS * (count - 1)) // count
        return [
            (start, start + each, button)
            for number, button in enumerate(self.buttons)
            for start in (left + number * (each + _GAP_CELLS),)
        ]

    def render_line(self, y: int) -> Strip:
        base = ground_style(self.app.theme)
        if y >= 2:
            return Strip.blank(self.size.width, base)
        segments: list[Segment] = []
        x = 0
        for start, end, button in self.spans():
            text = button.label if y == 0 else button.below
            if button.marked and y == 0:
                text = f"› {text}"
            segments.append(Segment(" " * (start - x), base))
            segments.append(Segment(text[: end - start].center(end - start), self._style(button)))
            x = end
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _style(self, button: Button) -> Style:
        style = self.get_component_rich_style("ratings--button")
        if button.marked:
            style += self.get_component_rich_style("ratings--marked")
        if button.rating == self._hover:
            style += self.get_component_rich_style("ratings--hover", partial=True)
        return style

    def _at(self, x: int, y: int) -> int | None:
        inside = (b.rating for start, end, b in self.spans() if start <= x < end and y < 2)
        return next(inside, None)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        rating = self._at(event.x, event.y)
        if rating is not None:
            self.post_message(self.Chosen(rating))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._point(self._at(event.x, event.y))

    def on_leave(self) -> None:
        self._point(None)

    def _point(self, rating: int | None) -> None:
        if rating != self._hover:
            self._hover = rating
            self.refresh()


def interval_text(schedule: Schedule) -> str:
    """How long until a card is asked again: 10 min, 4 days, 3.5 months, 1.2 years."""
    if schedule.due_at is not None:
        minutes = (schedule.due_at - schedule.last_at) / 60_000
        if minutes < 60:
            return f"{max(1, round(minutes))} min"
        return f"{round(minutes / 60)} h" if minutes < 24 * 60 else _days(round(minutes / 1440))
    return _days(schedule.interval)


def _days(days: int) -> str:
    if days < 60:
        return "1 day" if days == 1 else f"{days} days"
    if days < 365:
        return f"{days / 30.44:.1f} months"
    return f"{days / 365.25:.1f} years"
