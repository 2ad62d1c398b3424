"""The row below the card: first the way to the answer, then four ratings with their intervals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, Schedule

LABELS = {AGAIN: "Again", HARD: "Hard", GOOD: "Good", EASY: "Easy"}


class Rating(Static):
    """One of the four. Its first line is the key and the name, its second the interval."""

    def __init__(self, rating: int) -> None:
        super().__init__(classes="rating")
        self.rating = rating

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.post_message(Ratings.Chosen(self.rating))


class Ratings(Horizontal):
    """Shows either *show the answer* or the ratings."""

    DEFAULT_CSS: ClassVar[str] = """
    Ratings { height: 3; padding: 0 1; background: $background; align-horizontal: center; }
    Ratings #show-answer { width: 1fr; max-width: 72; height: 2; text-align: center;
      background: $panel; color: $foreground; }
    Ratings .rating { width: 1fr; max-width: 18; height: 2; text-align: center; background: $panel;
      margin: 0 1 0 0; color: $quiet; }
    Ratings .rating.-suggested { color: $foreground; text-style: bold; background: $primary 30%; }
    Ratings .rating:hover, Ratings #show-answer:hover { background: $primary 45%; }
    """

    @dataclass
    class Chosen(Message):
        """A rating was clicked; 0 is *show the answer*."""

        rating: int

    def compose(self) -> ComposeResult:
        yield Static(id="show-answer")
        for rating in LABELS:
            yield Rating(rating)

    def on_click(self, event: events.Click) -> None:
        if event.widget and event.widget.id == "show-answer":
            self.post_message(self.Chosen(0))

    def ask(self, key: str) -> None:
        """Offer the answer, and say which key shows it."""
        self.query_one("#show-answer", Static).update(Content(f"Show the answer\n{key}"))
        self._show(asking=True)

    def offer(self, preview: Mapping[int, Schedule], suggested: int) -> None:
        """Offer the ratings, each with what it would come to."""
        for item in self.query(Rating):
            mark = "› " if item.rating == suggested else ""
            interval = interval_text(preview[item.rating])
            item.update(Content(f"{mark}{item.rating} {LABELS[item.rating]}\n{interval}"))
            item.set_class(item.rating == suggested, "-suggested")
        self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        self.query_one("#show-answer").display = asking
        for item in self.query(Rating):
            item.display = not asking


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
