"""Fitting the parameters to a log, with the optional package and without."""

from __future__ import annotations

import random
from importlib.util import find_spec

import pytest

from yomu.errors import YomuError
from yomu.model import Face
from yomu.store.reviews import AGAIN, GOOD, Review, Schedule
from yomu.study.days import Moment
from yomu.study.fitting import fit, loss
from yomu.study.scheduling import Scheduling


def log_of(cards: int, days: int, learner: Scheduling, seed: int = 1) -> list[Review]:
    """Reviews of someone whose memory is as `learner` says, who is asked by the standard schedule."""
    rng, log = random.Random(seed), []
    asked_by = Scheduling()
    for number in range(cards):
        card_id = f"card{number}"
        schedule: Schedule | None = None
        memory: Schedule | None = None
        day = 1 + number % 20
        while day < days:
            chance = learner.retrievability(memory, day) if memory else 0.8
            rating = GOOD if rng.random() < chance else AGAIN
            for answer in (rating, GOOD, GOOD):
                if schedule is not None and schedule.last_day == day and schedule.due_day:
                    break
                when = Moment(day * 86_400_000 + len(log), day, 0)
                schedule = asked_by.review(card_id, Face.READING, schedule, answer, when)
                memory = learner.review(card_id, Face.READING, memory, answer, when)
                log.append(Review(card_id, Face.READING, answer, when.at, day, scheduler_id=1))
            assert schedule
            day = schedule.due_day or day + 1
    return log


def forgetful() -> Scheduling:
    weights = list(Scheduling()._fsrs.parameters)
    weights[2], weights[8] = 0.7, 0.9  # first stability, and how fast it grows
    return Scheduling(tuple(weights))


def test_too_short_a_log_is_refused_with_its_length() -> None:
    with pytest.raises(YomuError, match=r"There are \d+ reviews"):
        fit(log_of(3, 30, Scheduling()), Scheduling())


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    class Missing:
        def __init__(self, *arguments: object) -> None:
            raise ImportError

    monkeypatch.setattr("fsrs.Optimizer", Missing, raising=False)
    with pytest.raises(YomuError, match="not installed") as raised:
        fit(log_of(120, 200, Scheduling()), Scheduling())
    assert "yomu[optimizer]" in raised.value.hint


def test_loss_is_least_for_the_memory_that_the_log_is_of() -> None:
    log = [log_of(60, 120, forgetful(), seed=2)]
    by_card: dict[str, list[Review]] = {}
    for review in log[0]:
        by_card.setdefault(review.card_id, []).append(review)
    faces = list(by_card.values())
    assert loss(faces, forgetful()) < loss(faces, Scheduling())


@pytest.mark.skipif(find_spec("torch") is None, reason="needs yomu[optimizer]")
def test_fitted_parameters_predict_a_forgetful_learner_better() -> None:
    made = fit(log_of(120, 150, forgetful()), Scheduling())
    assert made.better
    assert len(made.weights) == 21
    assert made.intervals_after[0] <= made.intervals_before[0]
    assert made.intervals_after != made.intervals_before
