"""The order in which cards are asked: pure, so that its rules can be tried without a database.

    steps that are due → reviews and new cards, mixed evenly → steps due within 20 minutes

A card is asked by one of its faces a day: the others would be given away. The day's limits count
what was asked earlier on the day, in any window.
"""

from __future__ import annotations

import heapq
from collections import Counter, deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from yomu.model import Face
from yomu.store.reviews import Schedule
from yomu.store.waiting import Waiting

AHEAD_MS = 20 * 60_000
"""Steps are asked so much too early when there is nothing else to ask, as Anki does."""

_CLOCK_RAN_AHEAD_MS = 3_600_000
"""A step answered so far in the future was answered before the clock was set back."""

CardFace = tuple[str, Face]


class TurnKind(StrEnum):
    """Why a card is asked."""

    NEW = "new"
    STEP = "step"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Turn:
    """A face of a card whose turn it is. `due_at` is set for steps (ms), `due_day` for reviews."""

    card_id: str
    face: Face
    kind: TurnKind
    due_at: int | None = None
    due_day: int | None = None

    @property
    def key(self) -> CardFace:
        return self.card_id, self.face


@dataclass(frozen=True, slots=True)
class Counts:
    """What is left."""

    new: int
    steps: int
    reviews: int

    @property
    def total(self) -> int:
        return self.new + self.steps + self.reviews


@dataclass(frozen=True, slots=True)
class Today:
    """What a day has brought so far: faces held back, faces asked, and what the limits leave."""

    held: Collection[CardFace] = ()
    asked: Collection[CardFace] = ()
    new_left: int = 10
    reviews_left: int = 200


class Queue:
    """The turns of a session. `next` says whose it is; the caller says what came of it."""

    def __init__(self, turns: Iterable[Turn], steps: Iterable[Turn]) -> None:
        self._turns = deque(turns)
        self._steps = [(turn.due_at or 0, turn.card_id, turn) for turn in steps]
        heapq.heapify(self._steps)
        self._first: Turn | None = None

    def next(self, now: int) -> Turn | None:
        """Whose turn it is at `now` (ms); None if nobody's is within 20 minutes."""
        if self._first:
            return self._first
        if self._steps and self._steps[0][0] <= now:
            return self._steps[0][2]
        if self._turns:
            return self._turns[0]
        if self._steps and self._steps[0][0] <= now + AHEAD_MS:
            return self._steps[0][2]
        return None

    @property
    def next_step_at(self) -> int | None:
        """When the earliest step is due (ms)."""
        return self._steps[0][0] if self._steps else None

    @property
    def counts(self) -> Counts:
        kinds = Counter(turn.kind for turn in self.all())
        return Counts(kinds[TurnKind.NEW], kinds[TurnKind.STEP], kinds[TurnKind.REVIEW])

    def answered(self, turn: Turn, schedule: Schedule) -> None:
        """A turn was taken; a step that follows from it joins the queue."""
        self.drop(turn.card_id)
        if schedule.due_at is not None:
            self.add_step(Turn(*turn.key, TurnKind.STEP, due_at=schedule.due_at))

    def add_step(self, turn: Turn) -> None:
        heapq.heappush(self._steps, (turn.due_at or 0, turn.card_id, turn))

    def drop(self, card_id: str) -> None:
        """Ask nothing more of a card, by any face."""
        self._turns = deque(turn for turn in self._turns if turn.card_id != card_id)
        self._steps = [item for item in self._steps if item[1] != card_id]
        heapq.heapify(self._steps)
        if self._first and self._first.card_id == card_id:
            self._first = None

    def bring_forward(self, turn: Turn) -> None:
        """Ask this one next, whatever else is due."""
        self.drop(turn.card_id)
        self._first = turn

    def all(self) -> list[Turn]:
        """Every turn that is left: steps by the time they are due, then the others."""
        first = [self._first] if self._first else []
        return [*first, *(turn for *_, turn in sorted(self._steps)), *self._turns]


def make_queue(
    steps: Iterable[Waiting],
    reviews: Iterable[Waiting],
    new: Iterable[Waiting],
    today: Today,
    *,
    now: int,
    limit: int | None = None,
    begun: Collection[str] = (),
) -> Queue:
    """The queue of a day; reads no more of `reviews` and `new` than the limits let in.

    `limit` is how many cards the session asks at most, besides those it has `begun`.
    """
    chosen = _Chosen(today, limit, begun)
    steps_in = [
        Turn(one.card_id, one.face, TurnKind.STEP, due_at=_step_due(one, now))
        for one in chosen.take(steps, None, steps=True)
    ]
    reviews_in = [
        Turn(one.card_id, one.face, TurnKind.REVIEW, due_day=one.due_day)
        for one in chosen.take(reviews, today.reviews_left)
    ]
    new_in = [Turn(one.card_id, one.face, TurnKind.NEW) for one in chosen.take(new, today.new_left)]
    return Queue(mixed(reviews_in, new_in), steps_in)


def mixed(reviews: Sequence[Turn], new: Sequence[Turn]) -> list[Turn]:
    """Both in their order, the shorter spread evenly over the longer."""
    placed = [((number + 0.5) / len(reviews), 0, turn) for number, turn in enumerate(reviews)]
    placed += [((number + 0.5) / len(new), 1, turn) for number, turn in enumerate(new)]
    return [turn for *_, turn in sorted(placed, key=lambda item: item[:2])]


class _Chosen:
    """Lets faces into the queue: none that is held, one of each card, not more than the limit."""

    def __init__(self, today: Today, limit: int | None, begun: Collection[str]) -> None:
        self._held = today.held
        self._faces: dict[str, set[Face]] = {}
        for card_id, face in today.asked:
            self._faces.setdefault(card_id, set()).add(face)
        self._left = limit
        self._begun = begun

    def take(
        self, waiting: Iterable[Waiting], most: int | None, *, steps: bool = False
    ) -> list[Waiting]:
        """The first of `waiting` that may come in. A face answered today may only for its steps."""
        taken: list[Waiting] = []
        coming = iter(waiting)
        while most is None or len(taken) < most:
            one = next(coming, None)
            if one is None:
                break
            faces = self._faces.get(one.card_id, set())
            if (one.card_id, one.face) in self._held or (faces - {one.face} if steps else faces):
                continue
            if self._left is not None and one.card_id not in self._begun:
                if self._left == 0:
                    continue
                self._left -= 1
            self._faces[one.card_id] = faces | {one.face}
            taken.append(one)
        return taken


def _step_due(step: Waiting, now: int) -> int:
    """When a step is due; at once if it was answered while the clock ran far ahead."""
    due = step.due_at or 0
    return now if step.last_at > now + _CLOCK_RAN_AHEAD_MS else due
