"""What a session of reviews asks, and what a screen shows of it. All frozen: they go between threads."""

from __future__ import annotations

from dataclasses import dataclass

from yomu.model import Face
from yomu.store.cards import Card
from yomu.store.reviews import AGAIN, Schedule
from yomu.study.queue import Counts, Turn, TurnKind


@dataclass(frozen=True, slots=True)
class Choice:
    """What a session is to ask. Empty parts choose everything.

    `text` is a text's path, name or title, `faces` are kinds of questions, `limit` how many cards
    at most, `ahead_days` how many days early reviews are taken.
    """

    text: str = ""
    domain: str = ""
    faces: tuple[Face, ...] = ()
    limit: int | None = None
    ahead_days: int = 0

    @property
    def narrow(self) -> bool:
        return bool(self.text or self.domain or self.faces)


EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Asked:
    """A card whose turn it is: its schedule before, and rating → the schedule it would come to."""

    turn: Turn
    card: Card
    schedule: Schedule | None
    preview: dict[int, Schedule]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a session has done. `missed` are the cards answered with Again, each once."""

    answers: int = 0
    right: int = 0
    new: int = 0
    duration_ms: int = 0
    missed: tuple[Card, ...] = ()

    def with_answer(self, asked: Asked, rating: int, duration_ms: int) -> Tally:
        known = {card.id for card in self.missed}
        missed = rating == AGAIN and asked.card.id not in known
        return Tally(
            self.answers + 1,
            self.right + (rating != AGAIN),
            self.new + (asked.turn.kind is TurnKind.NEW),
            self.duration_ms + duration_ms,
            (*self.missed, asked.card) if missed else self.missed,
        )


@dataclass(frozen=True, slots=True)
class Rest:
    """Why nothing is asked, and when something will be.

    `limited`: the session asked as many cards as it was to. `next_step_at` is ms, `next_days` how many days from today `next_count` reviews are due.
    `more_new` and `more_reviews`: the day's limits keep some back.
    """

    has_cards: bool
    narrow: bool
    limited: bool = False
    next_step_at: int | None = None
    next_days: int | None = None
    next_count: int = 0
    more_new: bool = False
    more_reviews: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """What a screen shows. `said` is a sentence about what just happened; `rest` is set with nothing asked."""

    asked: Asked | None
    counts: Counts
    tally: Tally
    said: str = ""
    rest: Rest | None = None
