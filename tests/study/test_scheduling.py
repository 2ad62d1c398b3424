"""The schedule is a function of the log: replayed, undone or taken in from elsewhere, it is the same."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Face, Status
from yomu.store.cards import Card, CardKind
from yomu.store.database import Store
from yomu.store.knowledge import Item
from yomu.store.reviews import AGAIN, GOOD, LEARNING, RELEARNING, REVIEW, Answer, Review, Schedule
from yomu.study.days import Moment, day_starts, moment
from yomu.study.scheduling import Scheduling, replayer

START = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
SCHEDULING = Scheduling()


def when(days: float) -> Moment:
    return moment((START + timedelta(days=days)).astimezone(UTC), 4)


def answered(ratings: list[tuple[int, float]]) -> Schedule:
    schedule = None
    for rating, days in ratings:
        schedule = SCHEDULING.review("card", Face.READING, schedule, rating, when(days))
    assert schedule is not None
    return schedule


def test_a_new_card_takes_its_steps_and_then_waits_for_days() -> None:
    first = answered([(GOOD, 0)])
    assert (first.state, first.due_day) == (LEARNING, None)
    assert first.due_at == when(0).at + 10 * 60_000
    second = answered([(GOOD, 0), (GOOD, 0.01)])
    assert (second.state, second.due_at) == (REVIEW, None)
    assert second.due_day == second.last_day + second.interval


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    evening = [(GOOD, 0.0), (GOOD, 0.01)]
    next_morning = answered([*evening, (GOOD, 0.5)])
    same_evening = answered([*evening, (GOOD, 0.02)])
    assert next_morning.stability > same_evening.stability * 1.5


def test_a_lapse_is_counted_once_and_relearned() -> None:
    lapsed = answered([(GOOD, 0), (GOOD, 0.01), (AGAIN, 5), (AGAIN, 5.001)])
    assert (lapsed.state, lapsed.lapses, lapsed.reps) == (RELEARNING, 1, 4)


def test_a_clock_that_jumps_back_never_makes_time_run_backwards() -> None:
    later = answered([(GOOD, 0), (GOOD, 10)])
    again = SCHEDULING.review("card", Face.READING, later, GOOD, when(3))
    assert (again.last_at, again.last_day) == (later.last_at, later.last_day)
    assert again.stability > 0


def test_the_days_start_at_the_hour_that_was_chosen() -> None:
    zone = (datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta()).astimezone().tzinfo
    night = datetime(2026, 3, 2, 3, 59, tzinfo=zone)
    assert moment(night, 4).day + 1 == moment(night + timedelta(minutes=1), 4).day
    assert moment(night, 0).day == moment(night + timedelta(minutes=1), 0).day
    at = moment(night + timedelta(minutes=1), 4)
    assert day_starts(at.day, at.utc_offset, 4) == at.at


def test_intervals_are_spread_but_always_the_same_way() -> None:
    ratings = [(GOOD, 0.0), (GOOD, 0.01), (GOOD, 3.0), (GOOD, 15.0)]
    intervals = set()
    for name in map(str, range(40)):
        schedule = None
        for rating, days in ratings:
            schedule = SCHEDULING.review(name, Face.READING, schedule, rating, when(days))
        assert schedule
        intervals.add(schedule.interval)
    assert len(intervals) > 3
    assert answered(ratings) == answered(ratings)


def test_settings_survive_their_own_json() -> None:
    settings = Scheduling(retention=0.85, steps=(1, 10, 60))
    assert Scheduling.from_json(settings.to_json()) == settings
    assert Scheduling.from_json(settings.to_json()).to_json() == settings.to_json()


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store.open(tmp_path / "yomu.db", now=lambda: START)
    store.cards.keep(Card("card", CardKind.WORD, "外交", reading="がいこう"))
    return store


def answering(
    rating: int, at: Moment, scheduler: int, statuses: dict[Item, Status] | None = None
) -> Callable[[Schedule | None], Answer]:
    def answer(schedule: Schedule | None) -> Answer:
        after = SCHEDULING.review("card", Face.READING, schedule, rating, at)
        review = Review(
            *("card", Face.READING, rating, after.last_at, after.last_day),
            utc_offset=at.utc_offset,
            scheduler_id=scheduler,
        )
        return Answer(review, after, statuses or {})

    return answer


@given(st.lists(st.tuples(st.integers(1, 4), st.floats(0, 40)), min_size=1, max_size=12))
def test_replaying_the_log_gives_the_schedule_again_exactly(
    answers: list[tuple[int, float]],
) -> None:
    schedule, log = None, []
    days = 0.0
    for number, (rating, wait) in enumerate(answers):
        days += wait
        schedule = SCHEDULING.review("card", Face.READING, schedule, rating, when(days))
        log.append(
            Review(
                *("card", Face.READING, rating, schedule.last_at, schedule.last_day),
                scheduler_id=1,
                id=number,
            )
        )
    assert replayer({1: SCHEDULING})(log) == schedule


def test_undo_leaves_the_schedule_and_the_statuses_as_if_the_review_had_never_been(
    store: Store,
) -> None:
    scheduler = store.reviews.scheduler_id(SCHEDULING.to_json())
    replay = replayer({scheduler: SCHEDULING})
    word = Item("外交", "がいこう")
    before: list[Schedule | None] = [None]
    reviews = []
    for number, status in enumerate((Status.LEARNING_1, Status.LEARNING_2, Status.KNOWN)):
        answer = answering(GOOD, when(number * 4), scheduler, {word: status})
        given = store.reviews.record("card", Face.READING, answer)
        reviews.append(given.review.id)
        before.append(store.reviews.schedule("card", Face.READING))
    assert store.knowledge.status(word) is Status.KNOWN
    for review, schedule, status in zip(
        reversed(reviews),
        reversed(before[:-1]),
        (Status.LEARNING_2, Status.LEARNING_1, Status.NEW),
        strict=True,
    ):
        store.reviews.undo(review, replay)
        assert store.reviews.schedule("card", Face.READING) == schedule
        assert store.knowledge.status(word) is status
    assert store.reviews.last() is None


def test_reviews_from_elsewhere_are_taken_in_once_and_in_their_place(store: Store) -> None:
    scheduler = store.reviews.scheduler_id(SCHEDULING.to_json())
    replay = replayer({scheduler: SCHEDULING})
    for days in (0, 20):
        store.reviews.record("card", Face.READING, answering(GOOD, when(days), scheduler))
    between = when(9)
    elsewhere = Review(
        *("card", Face.READING, AGAIN, between.at, between.day),
        scheduler_id=scheduler,
        origin="anki",
        external_id=1_700_000_000_000,
    )
    assert store.reviews.insert_external([elsewhere, elsewhere], replay) == 1
    assert store.reviews.insert_external([elsewhere], replay) == 0
    assert [review.rating for review in store.reviews.reviews_of("card", Face.READING)] == [3, 1, 3]
    expected = None
    for rating, days in ((GOOD, 0), (AGAIN, 9), (GOOD, 20)):
        expected = SCHEDULING.review("card", Face.READING, expected, rating, when(days))
    assert store.reviews.schedule("card", Face.READING) == expected


def test_the_settings_in_force_are_numbered_and_never_forgotten(store: Store) -> None:
    first, second = SCHEDULING.to_json(), Scheduling(retention=0.8).to_json()
    numbers = [store.reviews.scheduler_id(settings) for settings in (first, first, second, first)]
    assert [a == b for a, b in itertools.pairwise(numbers)] == [True, False, False]
    assert store.reviews.schedulers()[numbers[2]] == second


def test_held_cards_come_back_on_their_day(store: Store) -> None:
    store.reviews.hold("card", [Face.READING], "buried", until_day=101)
    assert store.reviews.held(100) == {("card", Face.READING): "buried"}
    assert store.reviews.held(101) == {}
    store.reviews.hold("card", [Face.READING], "suspended")
    assert store.reviews.lift("card", [Face.READING]) == 2
    assert store.reviews.held(100) == {}
