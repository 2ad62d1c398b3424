"""A session of reviews: whose turn it is, what an answer does, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from yomu.config import Settings
from yomu.model import Face, Status
from yomu.store.cards import Card
from yomu.store.knowledge import Item
from yomu.store.reviews import REVIEW, Answer, Review, Schedule
from yomu.store.waiting import Waiting
from yomu.study.days import Moment, moment
from yomu.study.faces import faces_of
from yomu.study.in_force import replay_of, scheduling_in_force
from yomu.study.progress import is_leech, item_of_card, status_after
from yomu.study.queue import Queue, Today, Turn, TurnKind, make_queue
from yomu.study.scheduling import Scheduling
from yomu.workspace.review_state import Asked, Choice, Rest, State, Tally

if TYPE_CHECKING:
    from concurrent.futures import Future

    from yomu.store.database import Store

T = TypeVar("T")
Ask = Callable[[Callable[["Store"], T]], "Future[T]"]


@dataclass(frozen=True, slots=True)
class _Done:
    """One step that `undo` takes back: an answer, a hold, or an answer that made a leech.

    `tally` is what it was before.
    """

    turn: Turn
    tally: Tally
    review_id: int = 0
    hold: str = ""


@dataclass
class Session:
    """Asks cards. Every method that gives a Future works in the recorder's thread, in order.

    `wanted` tells whether a waiting face belongs to the session; `refreshed` gives a card as the
    glossary has it now.
    """

    ask: Ask[State]
    settings: Settings
    now: Callable[[], datetime]
    choice: Choice
    wanted: Callable[[Store], Callable[[Waiting], bool]]
    refreshed: Callable[[Card], Card]

    _queue: Queue = field(default_factory=lambda: Queue((), ()), init=False)
    _asked: Asked | None = field(default=None, init=False)
    _tally: Tally = field(default=Tally(), init=False)
    _done: list[_Done] = field(default_factory=list, init=False)
    _day: int = field(default=0, init=False)
    _scheduling: Scheduling = field(default=Scheduling(), init=False)
    _scheduler_id: int = field(default=0, init=False)

    # What a screen calls

    def begin(self) -> Future[State]:
        """Build the queue; the first card."""
        return self.ask(self._begin)

    def rate(self, asked: Asked, rating: int, duration_ms: int) -> Future[State]:
        """Write an answer; the next card, once it is on disk."""
        return self.ask(lambda store: self._rate(store, asked, rating, duration_ms))

    def undo(self) -> Future[State]:
        """Take back the last step of the session, or else the day's last answer; its card is asked again."""
        return self.ask(self._undo)

    def bury(self, asked: Asked) -> Future[State]:
        """Ask nothing of this card until tomorrow."""
        return self.ask(lambda store: self._hold(store, asked, "buried"))

    def suspend(self, asked: Asked) -> Future[State]:
        """Ask nothing of this card until it is taken up again (`Reviews.unsuspend`)."""
        return self.ask(lambda store: self._hold(store, asked, "suspended"))

    def again(self) -> Future[State]:
        """The same card, after it was edited; or a new look at what is due."""
        return self.ask(self._again)

    def turns(self, store: Store) -> list[Asked]:
        """Everything the session would ask now, in order. In the store's thread."""
        self._load(store)
        return [asked for turn in self._queue.all() if (asked := self._look_at(store, turn))]

    # In the recorder's thread

    def _begin(self, store: Store) -> State:
        self._load(store)
        return self._state(store)

    def _again(self, store: Store) -> State:
        shown = self._asked
        self._load(store)
        if shown and self._look_at(store, shown.turn):
            self._queue.bring_forward(shown.turn)
        return self._state(store)

    def _load(self, store: Store) -> None:
        when = self._moment()
        self._day = when.day
        self._scheduling, self._scheduler_id = scheduling_in_force(
            store, self.settings.desired_retention
        )
        waiting, faces = store.waiting, self._faces()
        wanted = self.wanted(store)
        begun = {done.turn.card_id for done in self._done}
        limit = self.choice.limit
        self._queue = make_queue(
            filter(wanted, waiting.steps(faces)),
            filter(wanted, waiting.reviews(faces, when.day + self.choice.ahead_days)),
            filter(wanted, waiting.new(faces)),
            self._today(store, when.day),
            now=when.at,
            limit=None if limit is None else max(0, limit - len(begun)),
            begun=begun,
        )

    def _today(self, store: Store, day: int) -> Today:
        asked = store.waiting.asked_on(day)
        new = sum(asked.values())
        return Today(
            held=store.reviews.held(day),
            asked=asked.keys(),
            new_left=max(0, self.settings.new_per_day - new),
            reviews_left=max(0, self.settings.reviews_per_day - (len(asked) - new)),
        )

    def _faces(self) -> tuple[Face, ...]:
        if self.choice.faces:
            return self.choice.faces
        return tuple(Face(name.strip()) for name in self.settings.review_kinds.split(","))

    def _moment(self) -> Moment:
        return moment(self.now(), self.settings.day_starts_at)

    def _state(self, store: Store, said: str = "") -> State:
        when = self._moment()
        if when.day != self._day:
            self._load(store)
        self._asked = None
        while turn := self._queue.next(when.at):
            self._asked = self._look_at(store, turn)
            if self._asked:
                break
            self._queue.drop(turn.card_id)
        rest = None if self._asked else self._rest(store, when)
        return State(self._asked, self._queue.counts, self._tally, said, rest)

    def _look_at(self, store: Store, turn: Turn) -> Asked | None:
        """The card of a turn; None where it was removed, or answered or held back in another window."""
        stored = store.cards.get(turn.card_id)
        card = self.refreshed(stored) if stored else None
        if card is None or turn.face not in faces_of(card):
            return None
        when = self._moment()
        if turn.face in store.reviews.holds_of(card.id, when.day):
            return None
        schedules = {s.face: s for s in store.reviews.schedules_of(card.id)}
        schedule = schedules.pop(turn.face, None)
        if any(when.day <= other.last_day <= when.day + 1 for other in schedules.values()):
            return None
        if _kind(schedule) is not turn.kind:
            return None
        if schedule and turn.due_day is not None and schedule.due_day != turn.due_day:
            return None
        preview = self._scheduling.preview(card.id, turn.face, schedule, when)
        return Asked(turn, card, schedule, preview)

    def _rest(self, store: Store, when: Moment) -> Rest:
        """Why there is nothing to ask. Read only then: it may look through all cards."""
        faces, waiting, wanted = self._faces(), store.waiting, self.wanted(store)
        today = self._today(store, when.day)
        unlimited = replace(today, new_left=1, reviews_left=1)
        until = when.day + self.choice.ahead_days

        def any_more(new: Iterable[Waiting], reviews: Iterable[Waiting]) -> bool:
            queue = make_queue((), reviews, new, unlimited, now=when.at)
            return any(self._look_at(store, turn) for turn in queue.all())

        later = self._next_day(filter(wanted, waiting.reviews(faces, when.day + 36_500)), until)
        begun = {done.turn.card_id for done in self._done}
        limit = self.choice.limit
        return Rest(
            has_cards=waiting.has_cards(),
            narrow=self.choice.narrow,
            limited=limit is not None and len(begun) >= limit,
            next_step_at=self._queue.next_step_at,
            next_days=later[0] - when.day if later else None,
            next_count=later[1] if later else 0,
            more_new=today.new_left == 0 and any_more(filter(wanted, waiting.new(faces)), ()),
            more_reviews=today.reviews_left == 0
            and any_more((), filter(wanted, waiting.reviews(faces, until))),
        )

    def _next_day(self, reviews: Iterator[Waiting], after: int) -> tuple[int, int] | None:
        """The first day after `after` with reviews, and how many."""
        day, count = 0, 0
        for one in reviews:
            due = one.due_day or 0
            if due > after:
                if count and due != day:
                    break
                day, count = due, count + 1
        return (day, count) if count else None

    def _rate(self, store: Store, asked: Asked, rating: int, duration_ms: int) -> State:
        when = self._moment()
        scheduler = self._scheduler_id or store.reviews.scheduler_id(self._scheduling.to_json())
        self._scheduler_id = scheduler
        card, face = asked.card, asked.turn.face

        def answer(on_disk: Schedule | None) -> Answer:
            if on_disk != asked.schedule:
                raise _AnsweredElsewhereError
            after = self._scheduling.review(card.id, face, on_disk, rating, when)
            lapsed = after.lapses > (on_disk.lapses if on_disk else 0)
            leech = lapsed and is_leech(after.lapses, self.settings.leech_after)
            review = Review(
                card_id=card.id,
                face=face,
                rating=rating,
                at=after.last_at,
                day=after.last_day,
                utc_offset=when.utc_offset,
                duration_ms=duration_ms,
                scheduler_id=scheduler,
            )
            statuses = self._statuses(store, card, rating, after)
            return Answer(review, after, statuses, "leech" if leech else "")

        try:
            given = store.reviews.record(card.id, face, answer)
        except _AnsweredElsewhereError:
            self._queue.drop(card.id)
            return self._state(store, "This card was answered in another window meanwhile.")
        self._done.append(_Done(asked.turn, self._tally, given.review.id, given.hold))
        self._tally = self._tally.with_answer(asked, rating, duration_ms)
        if given.hold:
            self._queue.drop(card.id)
            return self._state(store, _LEECH.format(card.expression, given.schedule.lapses))
        self._queue.answered(asked.turn, given.schedule)
        return self._state(store)

    def _statuses(
        self, store: Store, card: Card, rating: int, after: Schedule
    ) -> dict[Item, Status]:
        item = item_of_card(card)
        named = item
        before = store.knowledge.status(item)
        if before is Status.NEW and not item.entry_id:
            named = Item(item.lemma)  # known from a list without readings, perhaps
            before = store.knowledge.status(named)
        others = [s for s in store.reviews.schedules_of(card.id) if s.face is not after.face]
        status = status_after(before, store.knowledge.cause(named), rating, after, others)
        return {item: status} if status is not before else {}

    def _hold(self, store: Store, asked: Asked, hold: str) -> State:
        until = self._moment().day + 1 if hold == "buried" else None
        store.reviews.hold(asked.card.id, tuple(Face), hold, until)
        self._done.append(_Done(asked.turn, self._tally, hold=hold))
        self._queue.drop(asked.card.id)
        said = _BURIED if hold == "buried" else _SUSPENDED
        return self._state(store, said.format(asked.card.expression))

    def _undo(self, store: Store) -> State:
        done = self._done.pop() if self._done else self._done_before(store)
        if done is None:
            return self._state(store, "Nothing to take back today.")
        turn = done.turn
        if done.review_id:
            store.reviews.undo(done.review_id, replay_of(store))
        if done.hold:
            faces = (turn.face,) if done.review_id else tuple(Face)
            store.reviews.lift(turn.card_id, faces, done.hold)
        self._tally = done.tally
        self._load(store)
        schedule = store.reviews.schedule(turn.card_id, turn.face)
        self._queue.bring_forward(_turn(*turn.key, schedule))
        state = self._state(store)
        back = state.asked if state.asked and state.asked.turn.key == turn.key else None
        said = f"Taken back: {back.card.expression}." if back else "Taken back."
        return replace(state, said=said)

    def _done_before(self, store: Store) -> _Done | None:
        """The latest answer of an earlier session today."""
        last = store.reviews.last()
        when = self._moment()
        if last is None or last.day < when.day:
            return None
        hold = store.reviews.holds_of(last.card_id, when.day).get(last.face, "")
        turn = _turn(last.card_id, last.face, None)
        return _Done(turn, self._tally, last.id, hold if hold == "leech" else "")


_LEECH = "{} was forgotten {} times, so it is set aside. Reword it: yomu review suspended lists it."
_BURIED = "{} comes back tomorrow."
_SUSPENDED = "{} is not asked any more. u takes it up again; later, yomu review unsuspend."


def _turn(card_id: str, face: Face, schedule: Schedule | None) -> Turn:
    if schedule is None:
        return Turn(card_id, face, TurnKind.NEW)
    return Turn(card_id, face, _kind(schedule), schedule.due_at, schedule.due_day)


def _kind(schedule: Schedule | None) -> TurnKind:
    if schedule is None:
        return TurnKind.NEW
    return TurnKind.REVIEW if schedule.state == REVIEW else TurnKind.STEP


class _AnsweredElsewhereError(Exception):
    """The schedule on disk is not the one that the answer was given to."""
