"""Answers counted by what was asked: a new card, a step of learning, a young or a mature one.

The log holds ratings, not states. But what state a face was in follows from the ratings before
it and the number of steps there were, without a thought to memory: so one pass in order counts
500,000 answers in less time than FSRS takes for 10,000.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from math import sqrt

from yomu.store.reviews import AGAIN, EASY, GOOD, HARD

MATURE_DAYS = 21
"""Anki's border, too; here in days since the answer before."""
RATINGS = (AGAIN, HARD, GOOD, EASY)
_KIND = 1 << 24
"""More than four times the last day that Python knows."""


class Kind(IntEnum):
    """What an answer was to. YOUNG and MATURE are reviews proper."""

    NEW = 0
    LEARNING = 1
    YOUNG = 2
    MATURE = 3


REVIEWS = (Kind.YOUNG, Kind.MATURE)


@dataclass(frozen=True, slots=True)
class Share:
    """So many right `of` so many."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """0 to 1; None of nothing."""
        return self.right / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between what the true share lies, 19 times of 20 (Wilson 1927)."""
        if not self.of:
            return None
        z, n, p = 1.959964, self.of, self.right / self.of
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        reach = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        low, high = max(0.0, middle - reach), min(1.0, middle + reach)
        # at the ends, rounding must not shut the share itself out
        return (0.0 if self.right == 0 else low), (1.0 if self.right == n else high)


@dataclass(frozen=True, slots=True)
class Answers:
    """How many of each kind and rating: `counts[4 * kind + rating - 1]`."""

    counts: tuple[int, ...] = (0,) * 16

    def __add__(self, other: Answers) -> Answers:
        return Answers(tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)))

    def rated(self, rating: int, kinds: Iterable[Kind] = tuple(Kind)) -> int:
        return sum(self.counts[4 * kind + rating - 1] for kind in kinds)

    def of(self, *kinds: Kind) -> int:
        return sum(sum(self.counts[4 * kind : 4 * kind + 4]) for kind in kinds)

    @property
    def total(self) -> int:
        return sum(self.counts)

    def right(self, *kinds: Kind) -> Share:
        """How many of these were not forgotten; hard counts as right, as FSRS takes it."""
        of = self.of(*kinds)
        return Share(of - self.rated(AGAIN, kinds), of)


@dataclass(frozen=True, slots=True)
class Steps:
    """How many steps of learning and of relearning a scheduler has."""

    learning: int
    relearning: int


def count_answers(
    log: Iterable[Iterable[tuple[int, int, int]]], schedulers: Mapping[int, Steps]
) -> dict[int, tuple[Answers, int]]:
    """Learner's day → the answers given on it, and the milliseconds they took.

    `log` has for each face its answers in their order: (4 × day + rating - 1, scheduler, ms).
    """
    next_states, review = _transitions(schedulers)
    counts: defaultdict[int, int] = defaultdict(int)
    spent: defaultdict[int, int] = defaultdict(int)
    learning, young, mature = (kind * _KIND for kind in (Kind.LEARNING, Kind.YOUNG, Kind.MATURE))
    mature_after = 4 * MATURE_DAYS
    for face in log:
        state, last_day = 0, 0  # last_day, too, is times 4
        for asked, scheduler, duration_ms in face:
            if state == review:
                counts[asked + (young if asked - last_day < mature_after else mature)] += 1
            elif last_day:
                counts[asked + learning] += 1
            else:
                counts[asked] += 1
            spent[asked >> 2] += duration_ms
            state = next_states[scheduler][4 * state + (asked & 3)]
            if asked > last_day:  # a clock that was put back does not make an interval longer
                last_day = asked & ~3
    found: dict[int, list[int]] = {}
    for number, times in counts.items():
        kind, asked = divmod(number, _KIND)
        found.setdefault(asked >> 2, [0] * 16)[4 * kind + (asked & 3)] = times
    return {day: (Answers(tuple(found[day])), spent[day]) for day in sorted(found)}


def _transitions(schedulers: Mapping[int, Steps]) -> tuple[dict[int, list[int]], int]:
    """For each scheduler the state after each state and rating, and the number of the state of review.

    States are numbered: the steps of learning from 0, review, the steps of relearning. There are
    as many steps as the longest scheduler has, because one may take over the cards of another.
    """
    review = max((steps.learning for steps in schedulers.values()), default=0) + 1
    relearning = max((steps.relearning for steps in schedulers.values()), default=0) + 1
    tables = {}
    for number, steps in schedulers.items():
        lapse = review + 1 if steps.relearning else review
        table = []
        for step in range(review):
            table += [_after_step(step, r, steps.learning, 0, review) for r in RATINGS]
        table += [lapse if r == AGAIN else review for r in RATINGS]
        for step in range(relearning):
            table += [_after_step(step, r, steps.relearning, review + 1, review) for r in RATINGS]
        tables[number] = table
    return tables, review


def _after_step(step: int, rating: int, steps: int, first: int, review: int) -> int:
    """What follows on an answer within steps, as the `fsrs` package has it; `first` is step 0's state."""
    if steps == 0 or rating == EASY or (step >= steps and rating != AGAIN):
        return review
    if rating == AGAIN:
        return first
    if rating == HARD:
        return first + step
    return review if step + 1 == steps else first + step + 1
