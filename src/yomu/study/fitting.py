"""Fitting FSRS's parameters to a learner's own log, where the optional package is installed."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from yomu.errors import YomuError
from yomu.model import Face
from yomu.store.reviews import AGAIN, GOOD, Review, Schedule
from yomu.study.days import Moment
from yomu.study.scheduling import Scheduling

LEAST_REVIEWS = 512
"""Reviews on a later day than the one before: with fewer, the package gives back its own parameters."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What a fit came to.

    `loss` is how far predictions were off (log loss: 0 is perfect, 0.69 a coin), before and after;
    `intervals` in days of a card that is always answered Good, before and after.
    """

    reviews: int
    weights: tuple[float, ...]
    loss_before: float
    loss_after: float
    intervals_before: tuple[int, ...]
    intervals_after: tuple[int, ...]

    @property
    def better(self) -> bool:
        return self.loss_after < self.loss_before


def fit(log: Sequence[Review], scheduling: Scheduling) -> Fit:
    """Parameters that predict this log best; `scheduling` has those in force."""
    faces = _by_face(log)
    count = sum(b.day > a.day for reviews in faces for a, b in pairwise(reviews))
    if count < LEAST_REVIEWS:
        raise YomuError(
            f"There are {count} reviews that come days after the one before; {LEAST_REVIEWS} are needed.",
            "Go on with the standard parameters; they suit most learners.",
        )
    weights = _optimized(faces)
    fitted = replace(scheduling, weights=weights)
    return Fit(
        count,
        weights,
        loss(faces, scheduling),
        loss(faces, fitted),
        _intervals(scheduling),
        _intervals(fitted),
    )


def loss(faces: Sequence[Sequence[Review]], scheduling: Scheduling) -> float:
    """The log loss of what these settings predict for each review on a later day."""
    total, count = 0.0, 0
    for reviews in faces:
        schedule: Schedule | None = None
        for review in reviews:
            if schedule and review.day > schedule.last_day:
                chance = min(max(scheduling.retrievability(schedule, review.day), 1e-6), 1 - 1e-6)
                total -= math.log(1 - chance if review.rating == AGAIN else chance)
                count += 1
            schedule = scheduling.review(
                review.card_id,
                review.face,
                schedule,
                review.rating,
                Moment(review.at, review.day, review.utc_offset),
            )
    return total / count if count else 0.0


def _by_face(log: Sequence[Review]) -> list[list[Review]]:
    faces: defaultdict[tuple[str, str], list[Review]] = defaultdict(list)
    for review in log:
        faces[review.card_id, review.face].append(review)
    return list(faces.values())


def _optimized(faces: Sequence[Sequence[Review]]) -> tuple[float, ...]:
    from fsrs import Optimizer, Rating, ReviewLog

    # Days count, not hours: each review is at noon, and those of one day stay in their order.
    logs = [
        ReviewLog(
            number,
            Rating(review.rating),
            datetime.fromordinal(review.day).replace(hour=12, tzinfo=UTC),
            None,
        )
        for number, reviews in enumerate(faces)
        for review in reviews
    ]
    try:
        return tuple(Optimizer(logs).compute_optimal_parameters())
    except ImportError as error:
        raise YomuError(
            "Fitting the parameters needs a package that is not installed.",
            "Install it beside yomu: pip install 'yomu[optimizer]'. It is large (PyTorch).",
        ) from error


def _intervals(scheduling: Scheduling, answers: int = 4) -> tuple[int, ...]:
    """The intervals of a card answered Good so many times after its steps, without spread."""
    schedule: Schedule | None = None
    day = 1
    intervals: list[int] = []
    while len(intervals) < answers:
        schedule = scheduling.review("", Face.RECOGNITION, schedule, GOOD, Moment(day, day, 0))
        if schedule.interval:
            intervals.append(schedule.interval)
            day += schedule.interval
    return tuple(intervals)
