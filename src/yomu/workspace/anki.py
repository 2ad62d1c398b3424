"""Progress to Anki and back: reviews and memory leave with a deck, and come home by Id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.export.anki_progress import Answered, Memory, Progress, anki_ids
from yomu.export.card_faces import FACES
from yomu.export.notes import guid_of
from yomu.model import Face, Status
from yomu.store.knowledge import Item
from yomu.store.reviews import LEARNING, RELEARNING, REVIEW, Review, Schedule
from yomu.study.days import MS_A_DAY, day_starts, moment
from yomu.study.in_force import replay_of, schedulers_of, scheduling_in_force
from yomu.study.progress import item_of_card, status_after
from yomu.study.scheduling import Scheduling, replayed

if TYPE_CHECKING:
    from yomu.config import Settings
    from yomu.export.anki_log import AnkiLog, AnkiReview
    from yomu.store.cards import Card
    from yomu.store.database import Store

_LONGEST_ANSWER_MS = 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import of reviews did. The rest of the entries were left out, for these reasons.

    `kept` counts the cards that were made from notes.
    """

    reviews: int
    cards: int
    kept: int = 0
    here_already: int = 0
    not_answers: int = 0
    other_cards: int = 0
    misdated: int = 0
    unknown: int = 0
    unknown_notes: int = 0


class Anki:
    """Exchanges reviews with Anki. Made by `Workspace.anki`; opens the store itself."""

    def __init__(
        self, open_store: Callable[[], Store], settings: Settings, now: Callable[[], datetime]
    ) -> None:
        self._open_store = open_store
        self._settings = settings
        self._now = now

    # To Anki

    def memory(self, cards: Iterable[Card]) -> Memory:
        """What is remembered of these cards, as Anki keeps it; clozes are not asked there."""
        with closing(self._open_store()) as store:
            ids = anki_ids(store.reviews.ever())
            log = store.reviews.log()
            schedulers = schedulers_of(store)
            today = moment(self._now(), self._settings.day_starts_at)
            held = store.reviews.held(today.day)
        reviews: defaultdict[tuple[str, Face], list[Review]] = defaultdict(list)
        for review in log:
            reviews[review.card_id, review.face].append(review)
        faces = {}
        for card in cards:
            for face in FACES:
                if made := reviews.get((card.id, face)):
                    faces[guid_of(card), face] = _progress(
                        made, ids, schedulers, held.get((card.id, face), "")
                    )
        began = day_starts(today.day, today.utc_offset, self._settings.day_starts_at) // 1000
        return Memory(today.day, began, faces)

    # From Anki

    def import_reviews(self, path: Path, *, keep: bool = False) -> Taken:
        """Take in the reviews of kept cards that were made in Anki, each once and for all.

        With `keep`, notes that were reviewed but are no kept card become one. The schedules of
        these cards are what their whole log comes to. Nothing is written where the file cannot
        be read to its end, which is a YomuError.
        """
        from yomu.export.anki_log import read_log

        log = read_log(path)
        with closing(self._open_store()) as store:
            kept = _keep_reviewed(log, store) if keep else 0
            return replace(self._take(log, store), kept=kept)

    def _take(self, log: AnkiLog, store: Store) -> Taken:
        cards = {card.note_id: card for card in store.cards.all()}
        ever = store.reviews.ever()
        ids = anki_ids(ever)
        here = {(review.card_id, review.face, ids[review.id]) for review in ever}
        latest = round(self._now().timestamp() * 1000) + MS_A_DAY
        left: Counter[str] = Counter()
        unknown: set[str] = set()
        new: list[tuple[AnkiReview, str]] = []
        for review in log.reviews:
            card = cards.get(review.note_id)
            if card is None:
                left["unknown"] += 1
                unknown.add(review.note_id)
            elif not 0 < review.id <= latest:
                left["misdated"] += 1
            elif (card.id, review.face, review.id) in here:
                left["here_already"] += 1
            else:
                new.append((review, card.id))
        taken, touched = self._insert(store, new, {card.id: card for card in cards.values()})
        left["here_already"] += len(new) - taken
        return Taken(
            reviews=taken,
            cards=touched,
            not_answers=log.not_answers,
            other_cards=log.other_cards,
            unknown_notes=len(unknown),
            **left,
        )

    def _insert(
        self, store: Store, new: Sequence[tuple[AnkiReview, str]], cards: Mapping[str, Card]
    ) -> tuple[int, int]:
        """Write reviews of cards, all or none; how many were new, and of how many cards."""
        if not new:
            return 0, 0
        scheduling, number = scheduling_in_force(store, self._settings.desired_retention)
        scheduler_id = number or store.reviews.scheduler_id(scheduling.to_json())
        touched: set[str] = set()

        def statuses(card_ids: Collection[str]) -> dict[Item, Status]:
            touched.update(card_ids)
            return dict(_status(store, cards[card_id]) for card_id in card_ids)

        reviews = (self._review(made, card_id, scheduler_id) for made, card_id in new)
        return store.reviews.insert_external(reviews, replay_of(store), statuses), len(touched)

    def _review(self, made: AnkiReview, card_id: str, scheduler_id: int) -> Review:
        when = moment(datetime.fromtimestamp(made.id / 1000, UTC), self._settings.day_starts_at)
        return Review(
            card_id=card_id,
            face=made.face,
            rating=made.rating,
            at=made.id,
            day=when.day,
            utc_offset=when.utc_offset,
            duration_ms=min(max(made.duration_ms, 0), _LONGEST_ANSWER_MS),
            scheduler_id=scheduler_id,
            origin="anki",
            external_id=made.id,
        )


def _keep_reviewed(log: AnkiLog, store: Store) -> int:
    """Keep cards for reviewed notes that have none; a card that was removed stays so."""
    from yomu.export.from_note import card_of

    seen = {card.note_id for card in (*store.cards.all(), *store.cards.removed())}
    made = 0
    for note_id in sorted({review.note_id for review in log.reviews} - seen):
        card = card_of(log.notes[note_id])
        if card:
            made += store.cards.keep(card)[1]
    return made


def _status(store: Store, card: Card) -> tuple[Item, Status]:
    """What the reviews of a card say of its word by now."""
    item = item_of_card(card)
    schedules = {schedule.face: schedule for schedule in store.reviews.schedules_of(card.id)}
    last = max(
        (review for face in schedules for review in store.reviews.reviews_of(card.id, face)),
        key=lambda review: (review.at, review.id),
    )
    answered = schedules.pop(last.face)
    before, cause = store.knowledge.status(item), store.knowledge.cause(item)
    return item, status_after(before, cause, last.rating, answered, schedules.values())


def _progress(
    reviews: Sequence[Review],
    ids: Mapping[int, int],
    schedulers: Mapping[int, Scheduling],
    hold: str,
) -> Progress:
    """The schedule that the reviews of one face come to, and every step on the way."""
    log = [
        Answered(ids[review.id], review.rating, review.duration_ms, before, after)
        for review, before, after in replayed(reviews, schedulers)
    ]
    schedule = log[-1].after
    scheduling = schedulers[reviews[-1].scheduler_id]
    return Progress(
        schedule,
        tuple(log),
        retention=scheduling.retention,
        decay=scheduling.decay,
        steps_left=_steps_left(schedule, scheduling),
        suspended=hold in ("suspended", "leech"),
    )


def _steps_left(schedule: Schedule, scheduling: Scheduling) -> int:
    if schedule.state == REVIEW:
        return 0
    steps = {LEARNING: scheduling.steps, RELEARNING: scheduling.relearning_steps}
    return max(1, len(steps[schedule.state]) - (schedule.step or 0))
