"""The order in which cards are asked, for any record."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Face
from yomu.store.reviews import LEARNING, REVIEW, Schedule
from yomu.store.waiting import Waiting
from yomu.study.queue import AHEAD_MS, Today, Turn, TurnKind, make_queue, mixed

NOW = 1_000_000_000
CARDS = st.sampled_from([f"card{number}" for number in range(8)])
FACES = st.sampled_from(Face)
KEYS = st.tuples(CARDS, FACES)


@st.composite
def records(draw: st.DrawFn) -> tuple[list[Waiting], list[Waiting], list[Waiting]]:
    """Steps, reviews and new faces, as the store gives them: no face twice."""
    keys = draw(st.lists(KEYS, unique=True, max_size=24))
    parts: tuple[list[Waiting], list[Waiting], list[Waiting]] = ([], [], [])
    for card_id, face in keys:
        part = draw(st.integers(0, 2))
        due_at = NOW + draw(st.integers(-10, 10)) * AHEAD_MS // 5 if part == 0 else None
        due_day = draw(st.integers(90, 100)) if part == 1 else None
        parts[part].append(Waiting(card_id, face, "", "", "", due_at, due_day, NOW - 1))
    parts[0].sort(key=lambda one: one.due_at or 0)
    parts[1].sort(key=lambda one: one.due_day or 0)
    return parts


TODAYS = st.builds(
    Today,
    held=st.frozensets(KEYS, max_size=6),
    asked=st.frozensets(KEYS, max_size=4),
    new_left=st.integers(0, 6),
    reviews_left=st.integers(0, 6),
)


@given(records(), TODAYS, st.none() | st.integers(0, 8))
def test_no_card_comes_twice_and_no_limit_is_passed(
    record: tuple[list[Waiting], list[Waiting], list[Waiting]], today: Today, limit: int | None
) -> None:
    queue = make_queue(*record, today, now=NOW, limit=limit)
    turns = queue.all()
    cards = [turn.card_id for turn in turns]
    assert len(cards) == len(set(cards))
    assert not {turn.key for turn in turns} & set(today.held)
    assert queue.counts.new <= today.new_left
    assert queue.counts.reviews <= today.reviews_left
    assert limit is None or len(turns) <= limit
    asked_cards: dict[str, set[Face]] = {}
    for card_id, face in today.asked:
        asked_cards.setdefault(card_id, set()).add(face)
    for turn in turns:
        if turn.card_id in asked_cards:
            assert turn.kind is TurnKind.STEP
            assert asked_cards[turn.card_id] == {turn.face}


@given(records(), st.lists(st.booleans(), max_size=60))
def test_every_card_is_asked_until_it_is_learned_and_then_no_more(
    record: tuple[list[Waiting], list[Waiting], list[Waiting]], forgets: list[bool]
) -> None:
    queue = make_queue(*record, Today(new_left=99, reviews_left=99), now=NOW)
    expected = {turn.card_id for turn in queue.all()}
    answers = iter(forgets)
    now, done = NOW, set()
    for _ in range(200):
        turn = queue.next(now)
        if turn is None:
            break
        assert turn.card_id not in done
        again = next(answers, False)
        queue.answered(turn, schedule(turn, now + 60_000 if again else None))
        if not again:
            done.add(turn.card_id)
        now += 30_000
    later = {turn.card_id for turn in queue.all()}
    assert done | later == expected
    assert all((turn.due_at or 0) > now + AHEAD_MS for turn in queue.all())


def schedule(turn: Turn, due_at: int | None) -> Schedule:
    state = LEARNING if due_at else REVIEW
    due_day = None if due_at else 110
    return Schedule(*turn.key, state, None, 5.0, 5.0, due_at, due_day, 9, 100, NOW, 100, 1, 0)


def waiting(card_id: str, **more: int) -> Waiting:
    return Waiting(card_id, Face.READING, "", "", "", **more)


@pytest.mark.parametrize(
    ("reviews", "new", "order"),
    [
        (6, 2, "rnrrrrnr"),
        (2, 6, "nrnnnnrn"),
        (3, 3, "rnrnrn"),
        (4, 0, "rrrr"),
        (0, 2, "nn"),
        (5, 1, "rrrnrr"),
    ],
)
def test_new_cards_are_spread_evenly(reviews: int, new: int, order: str) -> None:
    made = mixed(
        [Turn(f"r{n}", Face.READING, TurnKind.REVIEW) for n in range(reviews)],
        [Turn(f"n{n}", Face.READING, TurnKind.NEW) for n in range(new)],
    )
    assert sorted("".join(turn.card_id[0] for turn in made)) == sorted(order)
    gaps = [at for at, turn in enumerate(made) if turn.kind is TurnKind.NEW]
    if 0 < new <= reviews:
        assert all(b - a >= reviews // new for a, b in itertools.pairwise(gaps))


def test_step_comes_when_it_is_due_and_before_that_only_if_nothing_else_is_left() -> None:
    steps = [waiting("step", due_at=NOW + 60_000)]
    queue = make_queue(steps, [waiting("review", due_day=100)], [], Today(), now=NOW)
    first = queue.next(NOW)
    assert first
    assert first.card_id == "review"
    due = queue.next(NOW + 60_000)
    assert due
    assert due.card_id == "step"
    queue.drop("review")
    early = queue.next(NOW)
    assert early
    assert early.card_id == "step"
    assert (
        make_queue([waiting("far", due_at=NOW + 2 * AHEAD_MS)], [], [], Today(), now=NOW).next(NOW)
        is None
    )


def test_step_answered_before_the_clock_was_set_back_is_due_at_once() -> None:
    far = NOW + 400 * 86_400_000
    queue = make_queue(
        [waiting("step", due_at=far + 60_000, last_at=far)], [], [], Today(), now=NOW
    )
    assert queue.next(NOW)


def test_reviews_beyond_the_limit_are_not_even_read() -> None:
    def endless() -> object:
        number = 0
        while True:
            number += 1
            assert number < 20
            yield waiting(f"card{number}", due_day=1)

    queue = make_queue([], endless(), [], Today(reviews_left=5), now=NOW)  # type: ignore[arg-type]
    assert queue.counts.reviews == 5


def test_card_taken_back_comes_first() -> None:
    queue = make_queue(
        [waiting("step", due_at=NOW)], [waiting("review", due_day=1)], [], Today(), now=NOW
    )
    queue.bring_forward(Turn("back", Face.READING, TurnKind.REVIEW, due_day=1))
    first = queue.next(NOW)
    assert first
    assert first.card_id == "back"
    assert queue.counts.total == 3
