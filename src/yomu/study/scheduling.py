"""FSRS, by the `fsrs` package: what an answer does to the memory of a card's face.

The package counts elapsed time in spans of 24 hours and adds a random spread. Here time is
counted in the learner's days, as Anki does, so that an evening and the next morning are a day
apart; and the spread follows from the card, so that replaying the log gives the same again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

from yomu.errors import YomuError
from yomu.model import Face
from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, REVIEW, Review, Schedule
from yomu.study.days import Moment

if TYPE_CHECKING:
    import fsrs

RATINGS = (AGAIN, HARD, GOOD, EASY)
_LONGEST_DAYS = 36_500
_SPREADS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From, to, share: how far an interval of so many days may be moved, as Anki's FSRS has it."""


@dataclass(frozen=True)
class Scheduling:
    """The settings of the scheduler. `weights` are FSRS-6's 21; empty for the package's own.

    `retention` is the share of answers wanted right; `steps` and `relearning_steps` minutes.
    """

    weights: tuple[float, ...] = ()
    retention: float = 0.9
    steps: tuple[float, ...] = (1.0, 10.0)
    relearning_steps: tuple[float, ...] = (10.0,)

    @classmethod
    def from_json(cls, settings: str) -> Scheduling:
        data = json.loads(settings)
        return cls(
            tuple(data["weights"]),
            data["retention"],
            tuple(data["steps"]),
            tuple(data["relearning_steps"]),
        )

    def to_json(self) -> str:
        """One line that is the same for the same settings."""
        return json.dumps(
            {
                "weights": list(self.weights),
                "retention": self.retention,
                "steps": list(self.steps),
                "relearning_steps": list(self.relearning_steps),
            }
        )

    @property
    def decay(self) -> float:
        """How fast memory fades: the last of FSRS-6's parameters."""
        return float(self._fsrs.parameters[-1])

    @cached_property
    def _fsrs(self) -> fsrs.Scheduler:
        from fsrs import Scheduler

        chosen = {"parameters": self.weights} if self.weights else {}
        try:
            return Scheduler(
                **chosen,
                desired_retention=self.retention,
                learning_steps=[timedelta(minutes=step) for step in self.steps],
                relearning_steps=[timedelta(minutes=step) for step in self.relearning_steps],
                maximum_interval=_LONGEST_DAYS,
                enable_fuzzing=False,
            )
        except ValueError as error:
            raise YomuError(
                f"The parameters of the review schedule cannot be used: {error}.",
                "Fit them again, or go back to the standard ones: yomu review --standard-parameters.",
            ) from error

    def review(
        self, card_id: str, face: Face, schedule: Schedule | None, rating: int, when: Moment
    ) -> Schedule:
        """The schedule after an answer. One dated before the last answer counts as at that time."""
        from fsrs import Rating

        at = max(when.at, schedule.last_at) if schedule else when.at
        day = max(when.day, schedule.last_day) if schedule else when.day
        before = _memory(schedule)
        after, _ = self._fsrs.review_card(before, Rating(rating), _noon(day))
        reps = schedule.reps + 1 if schedule else 1
        wait = after.due - _noon(day)
        interval = wait.days if after.state == REVIEW else 0
        if interval:
            interval = _spread(interval, f"{card_id} {face} {reps}")
        lapsed = schedule is not None and schedule.state == REVIEW and rating == AGAIN
        return Schedule(
            card_id=card_id,
            face=face,
            state=int(after.state),
            step=after.step,
            stability=after.stability or 0.0,
            difficulty=after.difficulty or 0.0,
            due_at=None if interval else at + round(wait.total_seconds() * 1000),
            due_day=day + interval if interval else None,
            interval=interval,
            first_day=schedule.first_day if schedule else day,
            last_at=at,
            last_day=day,
            reps=reps,
            lapses=(schedule.lapses if schedule else 0) + lapsed,
        )

    def preview(
        self, card_id: str, face: Face, schedule: Schedule | None, when: Moment
    ) -> dict[int, Schedule]:
        """Rating → the schedule it would come to."""
        return {rating: self.review(card_id, face, schedule, rating, when) for rating in RATINGS}

    def retrievability(self, schedule: Schedule, day: int) -> float:
        """How probably it is known on a day, 0 to 1."""
        return self._fsrs.get_card_retrievability(
            _memory(schedule), _noon(max(day, schedule.last_day))
        )


def replayed(
    reviews: Iterable[Review], schedulers: Mapping[int, Scheduling]
) -> Iterator[tuple[Review, Schedule | None, Schedule]]:
    """Each review of one face, in order, with the schedule before it and after it."""
    before = None
    for review in reviews:
        after = schedulers[review.scheduler_id].review(
            review.card_id,
            review.face,
            before,
            review.rating,
            Moment(review.at, review.day, review.utc_offset),
        )
        yield review, before, after
        before = after


def replayer(schedulers: Mapping[int, Scheduling]) -> Callable[[Sequence[Review]], Schedule | None]:
    """What turns the reviews of one face, in order, into its schedule.

    Each is scheduled with the settings that were in force when it was made; `schedulers` has
    them by number.
    """

    def replay(reviews: Sequence[Review]) -> Schedule | None:
        schedule = None
        for _, _, after in replayed(reviews, schedulers):
            schedule = after
        return schedule

    return replay


def _memory(schedule: Schedule | None) -> fsrs.Card:
    """A schedule as the package has it. Its dates are days: the time of day plays no part."""
    from fsrs import Card, State

    # the package's own ids read the clock and wait for it; ours are elsewhere
    if schedule is None:
        return Card(card_id=0, due=_noon(1))
    last = _noon(schedule.last_day)
    return Card(
        card_id=0,
        state=State(schedule.state),
        step=schedule.step,
        stability=schedule.stability,
        difficulty=schedule.difficulty,
        due=last,
        last_review=last,
    )


def _noon(day: int) -> datetime:
    return datetime.fromordinal(day).replace(hour=12, tzinfo=UTC)


def _spread(interval: int, seed: str) -> int:
    """An interval moved a little, always the same way for the same seed, so that cards part."""
    if interval < _SPREADS[0][0]:
        return interval
    delta = 1.0 + sum(
        share * max(min(interval, end) - start, 0.0) for start, end, share in _SPREADS
    )
    low, high = max(2, round(interval - delta)), min(round(interval + delta), _LONGEST_DAYS)
    draw = int.from_bytes(blake2b(seed.encode(), digest_size=8).digest(), "big")
    return low + draw % (high - low + 1) if low < high else interval
