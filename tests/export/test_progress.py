"""Memory and reviews go to the real Anki and come back equal, and never twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from yomu.config import Settings
from yomu.export.anki import apkg
from yomu.export.anki_progress import anki_ids
from yomu.export.notes import make_note
from yomu.model import Face
from yomu.paths import Places
from yomu.store.cards import Card
from yomu.store.database import Store
from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, Answer, Review, Schedule
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling, replayer
from yomu.workspace import Workspace

collection = pytest.importorskip("anki.collection")

NOW = datetime.now(UTC)
WEIGHTS = Scheduling()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = Workspace(
        Places(*(tmp_path / "home" / name for name in ("data", "config", "cache", "state"))),
        Settings(),
        now=lambda: NOW,
    )
    yield made
    made.close()


@pytest.fixture
def store(workspace: Workspace) -> Iterator[Store]:
    opened = Store.open(workspace.places.database, now=lambda: NOW)
    yield opened
    opened.close()


def answer(store: Store, card: Card, face: Face, *answers: tuple[float, int]) -> Schedule | None:
    """Answer a face so many days ago with this rating; the schedule it comes to."""
    scheduler_id = store.reviews.scheduler_id(WEIGHTS.to_json())
    for days, rating in answers:
        when = moment(NOW - timedelta(days=days), 4)
        review = Review(
            *(card.id, face, rating, when.at, when.day, when.utc_offset),
            duration_ms=4_321,
            scheduler_id=scheduler_id,
        )

        def given(before: Schedule | None, review: Review = review, when: Any = when) -> Answer:
            return Answer(review, WEIGHTS.review(card.id, review.face, before, review.rating, when))

        store.reviews.record(card.id, face, given)
    return store.reviews.schedule(card.id, face)


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def take_in(anki: Any, workspace: Workspace, tmp_path: Path) -> Callable[..., tuple[int, int]]:
    """Import cards with their progress; the number of new notes and of updated ones."""

    def take(*cards: Card, day: int = 0, scheduling: bool = True) -> tuple[int, int]:
        path = tmp_path / "deck.apkg"
        notes = [make_note(card) for card in cards]
        path.write_bytes(apkg(notes, NOW + timedelta(days=day), workspace.anki.memory(cards)))
        options = collection.ImportAnkiPackageOptions(with_scheduling=scheduling)
        log = anki.import_anki_package(
            collection.ImportAnkiPackageRequest(package_path=str(path), options=options)
        ).log
        return len(log.new), len(log.updated)

    return take


def card_of(anki: Any, expression: str, order: int = 0) -> Any:
    (note_id,) = anki.find_notes(f"Expression:{expression}")
    return anki.get_note(note_id).cards()[order]


def answer_in_anki(anki: Any, card: Any, rating: int) -> None:
    anki.decks.select(card.did)
    card.start_timer()
    anki.sched.answerCard(card, rating)


def log_of(anki: Any, card: Any) -> list[list[int]]:
    found: list[list[int]] = anki.db.all(
        "SELECT id, ease, ivl, lastIvl, time, type FROM revlog WHERE cid = ? ORDER BY id", card.id
    )
    return found


def test_fsrs_state_due_day_and_log_arrive_as_they_are(
    anki: Any, store: Store, take_in: Callable[..., tuple[int, int]], term: Card
) -> None:
    store.cards.keep(term)
    schedule = answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD), (20, HARD), (2, EASY))
    assert schedule
    assert schedule.due_day
    assert take_in(term) == (1, 0)
    card = card_of(anki, "支援")
    assert card.memory_state.stability == pytest.approx(schedule.stability, abs=1e-3)
    assert card.memory_state.difficulty == pytest.approx(schedule.difficulty, abs=1e-3)
    assert card.desired_retention == pytest.approx(0.9)
    assert card.decay == pytest.approx(WEIGHTS.decay, abs=1e-3)
    assert card.last_review_time == schedule.last_at // 1000
    assert (card.type, card.queue, card.ivl) == (2, 2, schedule.interval)
    assert card.due - anki.sched.today == schedule.due_day - moment(NOW, 4).day
    assert (card.reps, card.lapses) == (schedule.reps, schedule.lapses)
    reviews = store.reviews.reviews_of(term.id, Face.RECOGNITION)
    logged = log_of(anki, card)
    assert [(row[0], row[1], row[4]) for row in logged] == [
        (review.at, review.rating, 4_321) for review in reviews
    ]
    assert [row[5] for row in logged] == [0, 0, 1, 1]
    assert logged[-1][2] == schedule.interval
    assert all(later[3] == earlier[2] for earlier, later in pairwise(logged))
    assert card_of(anki, "支援", 1).type == 0


def test_anki_goes_on_where_yomu_stopped(
    anki: Any, store: Store, take_in: Callable[..., tuple[int, int]], term: Card
) -> None:
    store.cards.keep(term)
    schedule = answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD), (15, HARD))
    anki.set_config("fsrs", True)
    take_in(term)
    states = anki._backend.get_scheduling_states(card_of(anki, "支援").id)
    in_anki = {
        AGAIN: states.again.normal.relearning.learning.memory_state,
        HARD: states.hard.normal.review.memory_state,
        GOOD: states.good.normal.review.memory_state,
        EASY: states.easy.normal.review.memory_state,
    }
    ours = WEIGHTS.preview(term.id, Face.RECOGNITION, schedule, moment(NOW, 4))
    for rating, memory in in_anki.items():
        assert memory.stability == pytest.approx(ours[rating].stability, rel=1e-3)
        assert memory.difficulty == pytest.approx(ours[rating].difficulty, rel=1e-3)


def test_steps_lapses_and_suspended_cards_arrive(
    anki: Any, store: Store, take_in: Callable[..., tuple[int, int]], term: Card, word: Card
) -> None:
    for card in (term, word):
        store.cards.keep(card)
    learning = answer(store, term, Face.READING, (0.01, GOOD))
    lapsed = answer(store, term, Face.PRODUCTION, (40, EASY), (0.005, AGAIN))
    assert learning
    assert lapsed
    answer(store, word, Face.RECOGNITION, (9, EASY))
    store.reviews.hold(word.id, [Face.RECOGNITION], "leech")
    take_in(term, word)
    reading, production = card_of(anki, "支援", 1), card_of(anki, "支援", 2)
    assert (reading.type, reading.queue, reading.due) == (1, 1, (learning.due_at or 0) // 1000)
    assert reading.left == 1
    assert (production.type, production.queue, production.lapses) == (3, 1, 1)
    assert log_of(anki, production)[-1][2] == -600
    assert (card_of(anki, "もたらす").type, card_of(anki, "もたらす").queue) == (2, -1)


def test_second_export_after_more_reviews_and_an_edit_adds_and_resets_nothing(
    anki: Any, store: Store, take_in: Callable[..., tuple[int, int]], term: Card
) -> None:
    store.cards.keep(term)
    answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD))
    take_in(term)
    answer_in_anki(anki, card_of(anki, "支援"), 3)
    before = card_of(anki, "支援"), anki.db.all("SELECT * FROM revlog")
    answer(store, term, Face.RECOGNITION, (1, AGAIN))
    assert take_in(replace(term, meaning_en="help"), day=1) == (0, 1)
    after = card_of(anki, "支援")
    assert (after.ivl, after.due, after.reps) == (before[0].ivl, before[0].due, before[0].reps)
    assert after.memory_state == before[0].memory_state
    assert anki.db.all("SELECT * FROM revlog") == before[1]
    assert after.note()["MeaningEN"] == "help"


def test_without_learning_progress_every_card_is_new(
    anki: Any, store: Store, take_in: Callable[..., tuple[int, int]], term: Card
) -> None:
    store.cards.keep(term)
    answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD))
    take_in(term, scheduling=False)
    assert card_of(anki, "支援").type == 0
    assert anki.db.scalar("SELECT count() FROM revlog") == 0


def test_review_that_was_taken_back_does_not_leave(
    anki: Any, store: Store, take_in: Callable[..., tuple[int, int]], term: Card
) -> None:
    store.cards.keep(term)
    answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD))
    kept = store.reviews.reviews_of(term.id, Face.RECOGNITION)[:1]
    last = store.reviews.last()
    assert last
    store.reviews.undo(last.id, replayer({1: WEIGHTS}))
    take_in(term)
    assert [row[0] for row in log_of(anki, card_of(anki, "支援"))] == [kept[0].at]


def test_own_reviews_that_were_in_anki_do_not_come_back_even_one_taken_back_since(
    anki: Any,
    store: Store,
    workspace: Workspace,
    take_in: Callable[..., tuple[int, int]],
    tmp_path: Path,
    term: Card,
) -> None:
    store.cards.keep(term)
    answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD), (20, HARD))
    take_in(term)
    last = store.reviews.last()
    assert last
    store.reviews.undo(last.id, replayer({1: WEIGHTS}))
    path = tmp_path / "back.colpkg"
    anki.export_collection_package(str(path), include_media=False, legacy=False)
    anki.reopen()
    before = store.reviews.ever()
    taken = workspace.anki.import_reviews(path)
    assert (taken.reviews, taken.here_already) == (0, 3)
    assert store.reviews.ever() == before


def test_reviews_of_both_sides_make_one_schedule(
    anki: Any,
    store: Store,
    workspace: Workspace,
    take_in: Callable[..., tuple[int, int]],
    tmp_path: Path,
    term: Card,
) -> None:
    store.cards.keep(term)
    answer(store, term, Face.RECOGNITION, (30, GOOD), (28, GOOD), (15, HARD))
    take_in(term)
    answer_in_anki(anki, card_of(anki, "支援"), 3)
    path = tmp_path / "back.apkg"
    options = collection.ExportAnkiPackageOptions(with_scheduling=True, legacy=False)
    anki.export_anki_package(out_path=str(path), options=options, limit=None)
    taken = workspace.anki.import_reviews(path)
    assert (taken.reviews, taken.cards, taken.here_already) == (1, 1, 3)
    reviews = store.reviews.reviews_of(term.id, Face.RECOGNITION)
    assert [review.origin for review in reviews] == ["yomu"] * 3 + ["anki"]
    schedule = store.reviews.schedule(term.id, Face.RECOGNITION)
    assert schedule
    assert schedule.reps == 4
    schedulers = {
        number: Scheduling.from_json(settings)
        for number, settings in store.reviews.schedulers().items()
    }
    assert replayer(schedulers)(reviews) == schedule


def test_ids_of_reviews_in_anki_are_permanent_and_differ() -> None:
    def review(number: int, at: int, external: int | None = None) -> Review:
        return Review("c", Face.READING, GOOD, at, 1, external_id=external, id=number)

    ever = [review(1, 500), review(2, 500), review(3, 900, 501), review(4, 500)]
    assert anki_ids(ever) == {1: 500, 2: 501, 3: 502, 4: 503}
    for count in range(4):
        assert anki_ids(ever[:count]).items() <= anki_ids(ever).items()
