"""A session on disk: what is asked, what an answer writes, what undo takes back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from yomu.errors import YomuError
from yomu.model import Face, Status
from yomu.store.cards import Card
from yomu.store.knowledge import Item
from yomu.store.reviews import AGAIN, EASY, GOOD, Schedule
from yomu.study.in_force import replay_of
from yomu.study.queue import TurnKind
from yomu.workspace import Workspace
from yomu.workspace.review_session import Session
from yomu.workspace.review_state import EVERYTHING, Asked, Choice, State

Keep = Callable[..., list[Card]]


class Learner:
    """Someone at the screen, who has to wait for nothing."""

    def __init__(self, workspace: Workspace, choice: Choice = EVERYTHING) -> None:
        self.session: Session = workspace.reviews.session(choice)
        self.state: State = self.session.begin().result(timeout=30)

    @property
    def asked(self) -> Asked:
        assert self.state.asked, "nothing is asked"
        return self.state.asked

    @property
    def word(self) -> tuple[str, Face]:
        return self.asked.card.expression, self.asked.turn.face

    def rate(self, rating: int) -> State:
        self.state = self.session.rate(self.asked, rating, 1500).result(timeout=30)
        return self.state

    def undo(self) -> State:
        self.state = self.session.undo().result(timeout=30)
        return self.state

    def finish(self, rate: Callable[[Asked], int] = lambda asked: GOOD) -> list[Asked]:
        answered = []
        while self.state.asked:
            answered.append(self.asked)
            self.rate(rate(self.asked))
        return answered


def schedules(workspace: Workspace) -> dict[tuple[str, Face], Schedule]:
    found = workspace.recorder.ask(lambda store: store.reviews.schedules()).result(timeout=30)
    return {(schedule.card_id, schedule.face): schedule for schedule in found}


def status(workspace: Workspace, card: Card) -> Status:
    item = Item(card.expression, card.reading)
    return workspace.recorder.ask(lambda store: store.knowledge.status(item)).result(timeout=30)


def set_status(workspace: Workspace, card: Card, status: Status, cause: str = "key") -> None:
    item = Item(card.expression, card.reading)
    workspace.recorder.ask(lambda store: store.knowledge.set({item: status}, cause)).result(30)


def test_new_cards_come_in_the_order_of_keeping_by_one_face_a_day(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    cards = keep()
    answered = Learner(workspace).finish()
    firsts = [a.card.expression for a in answered if a.turn.kind is TurnKind.NEW]
    assert firsts == [card.expression for card in cards]
    assert {a.turn.face for a in answered} == {Face.RECOGNITION}
    clock.forward(days=1)
    tomorrow = Learner(workspace).finish()
    assert [a.turn.face for a in tomorrow if a.turn.kind is TurnKind.NEW] == [Face.READING] * 6


def test_limits_of_a_day_count_what_was_done_earlier_on_it(
    make_workspace: Callable[..., Workspace], keep: Keep
) -> None:
    workspace = make_workspace(new_per_day=4, review_kinds="recognition")
    keep(into=workspace)
    first = Learner(workspace)
    first.rate(EASY)
    assert Learner(workspace).state.counts.new == 3
    first.finish()
    again = Learner(workspace).state
    assert again.asked is None
    assert again.rest
    assert again.rest.more_new


def test_what_the_buttons_promise_is_what_an_answer_brings(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    keep()
    rng = random.Random(5)
    for _ in range(40):
        for asked in Learner(workspace).finish(lambda asked: rng.choice((1, 2, 3, 3, 3, 4))):
            assert set(asked.preview) == {1, 2, 3, 4}
        clock.forward(days=rng.choice((1, 1, 2, 9)))
    learner = Learner(workspace)
    while learner.state.asked:
        rating = rng.choice((1, 2, 3, 3, 4))
        promised = learner.asked.preview[rating]
        key = learner.asked.turn.key
        learner.rate(rating)
        assert schedules(workspace)[key] == promised


def test_an_answer_is_on_disk_when_the_next_card_is_shown(
    workspace: Workspace, make_workspace: Callable[..., Workspace], keep: Keep
) -> None:
    keep(2)
    learner = Learner(workspace)
    key = learner.asked.turn.key
    learner.rate(GOOD)
    assert key in schedules(make_workspace())


def test_undo_takes_back_every_answer_with_its_status_up_to_the_start(
    workspace: Workspace, keep: Keep
) -> None:
    cards = keep()
    learner = Learner(workspace)
    shown = []
    for rating in (GOOD, AGAIN, GOOD, EASY, GOOD, AGAIN, GOOD, GOOD):
        shown.append(learner.word)
        learner.rate(rating)
    assert status(workspace, cards[0]) is Status.LEARNING_1
    for word in reversed(shown):
        learner.undo()
        assert learner.word == word
    assert schedules(workspace) == {}
    assert learner.state.tally.answers == 0
    assert {status(workspace, card) for card in cards} == {Status.NEW}
    assert "Nothing to take back" in learner.undo().said


def test_undo_reaches_the_answers_of_an_earlier_session_of_the_day(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    keep(2)
    learner = Learner(workspace)
    word = learner.word
    learner.rate(EASY)
    later = Learner(workspace)
    later.undo()
    assert later.word == word
    later.rate(GOOD)
    clock.forward(days=1)
    assert "Nothing to take back" in Learner(workspace).undo().said


def test_replaying_months_of_reviews_gives_every_schedule_again_exactly(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    keep()
    rng = random.Random(11)
    for _ in range(120):
        learner = Learner(workspace)
        for _ in range(rng.randrange(12)):
            if learner.state.asked is None:
                break
            learner.rate(rng.choices((1, 2, 3, 4), (2, 1, 6, 1))[0])
            if rng.random() < 0.15:
                learner.undo()
            clock.forward(seconds=rng.choice((3, 20, 700)))
        clock.forward(hours=rng.choice((5, 24, 24, 60)))
    before = schedules(workspace)
    assert max(schedule.reps for schedule in before.values()) > 5
    workspace.recorder.ask(lambda s: s.reviews.rebuild_all(replay_of(s))).result(timeout=60)
    assert schedules(workspace) == before


def test_replay_is_exact_through_changed_settings_and_fitted_parameters(
    make_workspace: Callable[..., Workspace], keep: Keep, clock: Any
) -> None:
    keep(3, into=make_workspace())
    for retention in (0.9, 0.8, 0.95):
        workspace = make_workspace(desired_retention=retention)
        scheduling = workspace.reviews.scheduling()
        assert scheduling.retention == retention
        weights = tuple(value * 1.01 for value in scheduling._fsrs.parameters)
        workspace.reviews._use(type(scheduling)(weights, retention))
        for _ in range(6):
            Learner(workspace).finish()
            clock.forward(days=3)
        workspace.close()
    last = make_workspace()
    before = schedules(last)
    last.recorder.ask(lambda s: s.reviews.rebuild_all(replay_of(s))).result(timeout=60)
    assert schedules(last) == before


def test_buried_cards_come_back_tomorrow_and_suspended_ones_when_asked_for(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    first, second, *_ = keep(3)
    learner = Learner(workspace)
    learner.state = learner.session.bury(learner.asked).result(30)
    assert learner.asked.card.id == second.id
    learner.state = learner.session.suspend(learner.asked).result(30)
    learner.finish()
    clock.forward(days=1)
    words = {asked.card.id for asked in Learner(workspace).finish()}
    assert first.id in words
    assert second.id not in words
    assert [held.card.id for held in workspace.reviews.held()] == [second.id]
    assert workspace.reviews.unsuspend(second)
    assert not workspace.reviews.unsuspend(second)
    assert second.id in {asked.card.id for asked in workspace.reviews.queue()}


def test_undo_brings_a_buried_card_back(workspace: Workspace, keep: Keep) -> None:
    keep(2)
    learner = Learner(workspace)
    word = learner.word
    learner.state = learner.session.bury(learner.asked).result(30)
    learner.undo()
    assert learner.word == word


def test_card_forgotten_too_often_is_set_aside_and_undo_takes_that_back(
    make_workspace: Callable[..., Workspace], keep: Keep, clock: Any
) -> None:
    workspace = make_workspace(leech_after=2, review_kinds="reading")
    keep(1, into=workspace)
    Learner(workspace).finish()
    said = ""
    for _ in range(30):
        clock.forward(days=30)
        learner = Learner(workspace)
        said = learner.rate(AGAIN).said
        if "set aside" in said:
            break
        learner.finish()
    assert "2 times" in said
    assert learner.state.asked is None
    assert [held.hold for held in workspace.reviews.held()] == ["leech"]
    learner.undo()
    assert learner.asked.card
    assert workspace.reviews.held() == []


def test_removed_card_is_not_asked_and_one_removed_meanwhile_is_passed_over(
    workspace: Workspace, keep: Keep
) -> None:
    first, second, third = keep(3)
    workspace.cards.remove(first.id)
    learner = Learner(workspace)
    assert learner.asked.card.id == second.id
    workspace.cards.remove(third.id)
    assert third.id not in {asked.card.id for asked in learner.finish()}


def test_card_answered_in_another_window_is_not_answered_twice(
    workspace: Workspace, make_workspace: Callable[..., Workspace], keep: Keep
) -> None:
    keep(2)
    here, there = Learner(workspace), Learner(make_workspace())
    assert here.word == there.word
    there.rate(EASY)
    said = here.rate(AGAIN).said
    assert "another window" in said
    assert [s.reps for s in schedules(workspace).values()] == [1]
    assert here.word != there.asked.turn or here.state.asked


def test_filters_choose_by_kind_domain_and_number(workspace: Workspace, keep: Keep) -> None:
    keep()
    cloze = Learner(workspace, Choice(faces=(Face.CLOZE,), limit=2)).finish()
    assert {asked.turn.face for asked in cloze} == {Face.CLOZE}
    assert len({asked.card.id for asked in cloze}) == 2
    none = Learner(workspace, Choice(domain="nowhere")).state
    assert none.asked is None
    assert none.rest
    assert (none.rest.narrow, none.rest.has_cards) == (True, True)


def test_reviews_can_be_taken_early_but_each_once(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    keep(2)
    Learner(workspace).finish(lambda asked: EASY)
    clock.forward(days=1)
    early = Learner(workspace, Choice(faces=(Face.RECOGNITION,), ahead_days=60)).finish()
    assert len(early) == 2
    assert {asked.turn.kind for asked in early} == {TurnKind.REVIEW}


@pytest.mark.parametrize(("hours", "asked"), [(7, False), (9, True)])
def test_day_ends_at_four_in_the_morning(
    workspace: Workspace,
    keep: Keep,
    clock: Any,
    hours: int,
    asked: bool,
) -> None:
    keep(1)
    Learner(workspace).finish()
    clock.forward(hours=hours)  # from 20:00
    assert bool(Learner(workspace).state.asked) is asked


def test_session_that_goes_on_past_the_end_of_the_day_gets_the_new_days_cards(
    make_workspace: Callable[..., Workspace], keep: Keep, clock: Any
) -> None:
    workspace = make_workspace(new_per_day=1, review_kinds="recognition")
    keep(3, into=workspace)
    learner = Learner(workspace)
    learner.rate(GOOD)
    clock.forward(hours=9)
    learner.rate(GOOD)
    assert learner.asked.turn.kind is TurnKind.NEW


def test_clock_that_jumps_back_loses_nothing_and_steps_stay_reachable(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    keep(2)
    clock.forward(days=400)
    learner = Learner(workspace)
    learner.rate(GOOD)
    clock.forward(days=-400)
    answered = Learner(workspace).finish()
    assert TurnKind.STEP in {asked.turn.kind for asked in answered}
    before = schedules(workspace)
    assert all(schedule.last_at <= 10**13 for schedule in before.values())
    workspace.recorder.ask(lambda s: s.reviews.rebuild_all(replay_of(s))).result(timeout=60)
    assert schedules(workspace) == before


def test_whoever_flies_over_the_date_line_is_not_asked_again(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    keep(2)
    Learner(workspace).finish()
    clock.at = (clock.at + timedelta(hours=8)).astimezone(ZoneInfo("Pacific/Honolulu"))
    state = Learner(workspace).state
    assert state.asked is None
    assert state.rest
    assert state.rest.next_days == 1 or state.rest.next_count


def test_reviews_set_the_status_of_their_word(workspace: Workspace, keep: Keep, clock: Any) -> None:
    (card,) = keep(1)
    seen = []
    for _ in range(14):
        Learner(workspace).finish(lambda asked: EASY)
        seen.append(status(workspace, card))
        clock.forward(days=40)
    assert seen == sorted(seen)
    assert seen[-1] >= Status.KNOWN


def test_what_a_person_ignores_or_knows_stays_until_it_is_forgotten(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    ignored, known = keep(2)
    set_status(workspace, ignored, Status.IGNORED)
    set_status(workspace, known, Status.WELL_KNOWN)
    Learner(workspace).finish()
    assert status(workspace, known) is Status.WELL_KNOWN
    clock.forward(days=60)
    learner = Learner(workspace, Choice(faces=(Face.RECOGNITION,)))
    learner.rate(AGAIN)
    learner.rate(AGAIN)
    assert status(workspace, ignored) is Status.IGNORED
    assert status(workspace, known) is Status.LEARNING_1
    learner.undo()
    learner.undo()
    assert status(workspace, known) is Status.WELL_KNOWN


def test_word_known_from_a_list_without_readings_counts_as_known(
    workspace: Workspace, keep: Keep
) -> None:
    (card,) = keep(1)
    set_status(workspace, replace(card, reading=""), Status.KNOWN)
    Learner(workspace).finish()
    assert status(workspace, card) is Status.NEW


def test_word_is_forgotten_long_after_it_was_due_and_not_before(
    workspace: Workspace, keep: Keep, clock: Any
) -> None:
    (card,) = keep(1)
    Learner(workspace).finish()
    key = Item(card.expression, card.reading).key
    schedule = next(iter(schedules(workspace).values()))
    clock.forward(days=schedule.interval + 1)
    assert workspace.reviews.forgotten().result(30) == frozenset()
    clock.forward(days=schedule.stability * 12)
    assert workspace.reviews.forgotten().result(30) == {key}


def test_edited_card_is_asked_again_as_it_is_now(workspace: Workspace, keep: Keep) -> None:
    first, *_ = keep(3)
    learner = Learner(workspace)
    workspace.cards.edit(first.id, {"meaning_en": "weapons"})
    state = learner.session.again().result(30)
    assert state.asked
    assert (state.asked.card.id, state.asked.card.meaning_en) == (first.id, "weapons")


def test_nothing_kept_and_nothing_due_are_told_apart(workspace: Workspace, keep: Keep) -> None:
    empty = Learner(workspace).state.rest
    assert empty
    assert not empty.has_cards
    keep(1)
    learner = Learner(workspace)
    learner.finish()
    rest = learner.state.rest
    assert rest
    assert rest.has_cards
    assert (rest.next_count, (rest.next_days or 0) >= 1) == (1, True)


def test_zone_of_each_answer_is_kept(workspace: Workspace, keep: Keep, clock: Any) -> None:
    keep(2)
    learner = Learner(workspace)
    learner.rate(EASY)
    clock.at = clock.at.astimezone(ZoneInfo("America/New_York"))
    learner.rate(EASY)
    log = workspace.recorder.ask(lambda store: store.reviews.log()).result(30)
    assert [review.utc_offset for review in log] == [540, -300]


def test_text_is_named_by_path_or_title_and_an_unknown_one_is_an_error(
    workspace: Workspace, keep: Keep, tmp_path: Path
) -> None:
    keep(2)
    path = tmp_path / "text.txt"
    path.write_text("題名のある文章\n\n新しい政権が条約を結んだ。\n", "utf-8")
    opened = workspace.open(str(path))
    workspace.register(opened)
    at = opened.document.paragraphs[1].text.index("条約")
    kept = workspace.cards.keep(opened, workspace.lookup(opened, 1, at, at + 2)).result(30)
    for name in (str(path), opened.document.title):
        queue = workspace.reviews.queue(Choice(text=name))
        assert [asked.card.id for asked in queue] == [kept.card.id]
    with pytest.raises(YomuError, match="nowhere"):
        workspace.reviews.queue(Choice(text="nowhere"))
    place = workspace.reviews.open_text(kept.card).start
    assert place
    assert (place.paragraph, place.offset) == (1, at)
    path.unlink()
    with pytest.raises(YomuError):
        workspace.reviews.open_text(kept.card)
    with pytest.raises(YomuError, match="not met in a text"):
        workspace.reviews.open_text(keep(1)[0])
