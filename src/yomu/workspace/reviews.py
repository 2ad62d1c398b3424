"""Reviews: sessions, what is held back, what is forgotten, the parameters of the schedule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.config import Settings
from yomu.errors import YomuError
from yomu.model import Face
from yomu.store.cards import Card
from yomu.store.records import Place
from yomu.study.days import moment
from yomu.study.in_force import scheduling_in_force
from yomu.study.progress import FORGOTTEN_BELOW, item_of_card, stabilities_until
from yomu.study.queue import Counts
from yomu.study.scheduling import Scheduling
from yomu.terminal import safe_line
from yomu.workspace.review_session import Session
from yomu.workspace.review_state import EVERYTHING, Asked, Choice
from yomu.workspace.vocabulary import refreshed

if TYPE_CHECKING:
    from concurrent.futures import Future

    from yomu.glossary import Glossary
    from yomu.store.database import Store
    from yomu.store.waiting import Waiting
    from yomu.study.fitting import Fit
    from yomu.workspace.library import Library
    from yomu.workspace.opened import OpenText
    from yomu.workspace.recorder import Recorder


@dataclass(frozen=True, slots=True)
class Held:
    """A card that is not asked: `hold` is `suspended` or `leech`."""

    card: Card
    faces: tuple[Face, ...]
    hold: str


class Reviews:
    """One person's reviews. Everything is written and read through the recorder, in its thread."""

    def __init__(
        self,
        recorder: Recorder,
        settings: Settings,
        now: Callable[[], datetime],
        glossary: Callable[[], Glossary],
        library: Library,
        open_text: Callable[[str], OpenText],
    ) -> None:
        self._recorder = recorder
        self._settings = settings
        self._now = now
        self._glossary = glossary
        self._library = library
        self._open_text = open_text

    # Sessions

    def session(self, choice: Choice = EVERYTHING) -> Session:
        """A session that asks what `choice` says."""
        return Session(
            self._recorder.ask,
            self._settings,
            self._now,
            choice,
            lambda store: self._wanted(store, choice),
            self.refreshed,
        )

    def warm(self) -> None:
        """Load what the first session would have to wait for: FSRS, the glossary."""
        import fsrs  # noqa: F401  # 20 ms

        self._glossary()

    def queue(self, choice: Choice = EVERYTHING) -> list[Asked]:
        """What a session would ask now, in order."""
        return self._recorder.ask(self.session(choice).turns).result()

    def counts(self) -> Counts:
        """How much a session would ask now."""
        return self.session().begin().result().counts

    def refreshed(self, card: Card) -> Card:
        """A card as the glossary has its term now."""
        return refreshed(card, self._glossary().get(card.entry_id)) if card.entry_id else card

    def other_spellings(self, card: Card) -> tuple[str, ...]:
        """What the glossary accepts for a term beside its headword."""
        entry = self._glossary().get(card.entry_id) if card.entry_id else None
        return (entry.ja, *entry.variants) if entry else ()

    def _wanted(self, store: Store, choice: Choice) -> Callable[[Waiting], bool]:
        texts = self._text_ids(store, choice.text) if choice.text else frozenset()

        def wanted(one: Waiting) -> bool:
            if choice.text and one.text_id not in texts:
                return False
            return not choice.domain or self._domain(one) == choice.domain

        return wanted

    def _domain(self, one: Waiting) -> str:
        entry = self._glossary().get(one.entry_id) if one.entry_id else None
        return entry.domain if entry else one.domain

    def _text_ids(self, store: Store, name: str) -> frozenset[str]:
        """The ids of the texts that `name` stands for: a path, a short name or a title."""
        found = store.waiting.texts_called(name)
        try:
            found |= store.waiting.texts_called(self._library.locate(name).path)
        except YomuError:
            if not found:
                raise
        return frozenset(found)

    def require_text(self, name: str) -> None:
        """Raise YomuError where no text is called so."""
        self._recorder.ask(lambda store: self._text_ids(store, name)).result()

    def open_text(self, card: Card) -> OpenText:
        """The text that a card was met in, at its sentence. Raises YomuError if it is gone."""
        path = self._recorder.ask(lambda store: store.waiting.text_path(card.text_id)).result()
        if not path:
            raise YomuError(
                f"{safe_line(card.expression)} was not met in a text that can be opened again.",
                "Its sentence is all that was kept.",
            )
        if not Path(path).exists():
            raise YomuError(
                f"The text is gone: {safe_line(path)}.", "Its sentence is kept on the card."
            )
        opened = self._open_text(path)
        for paragraph in opened.document.paragraphs:
            at = paragraph.text.find(card.sentence) if card.sentence else -1
            if at >= 0:
                opened.start = Place(paragraph.index, at + card.start)
                break
        return opened

    # Cards that are not asked

    def held(self) -> list[Held]:
        """Suspended cards and leeches, in the order in which they were set aside."""

        def read(store: Store) -> list[Held]:
            today = moment(self._now(), self._settings.day_starts_at).day
            faces: dict[tuple[str, str], list[Face]] = {}
            for (card_id, face), hold in store.reviews.held(today).items():
                if hold != "buried":
                    faces.setdefault((card_id, hold), []).append(face)
            kept = {card_id: store.cards.get(card_id) for card_id, _ in faces}
            return [
                Held(self.refreshed(card), tuple(held), hold)
                for (card_id, hold), held in faces.items()
                if (card := kept[card_id])
            ]

        return self._recorder.ask(read).result()

    def unsuspend(self, card: Card) -> bool:
        """Ask a card again that was suspended, buried or set aside; False if it was not."""
        lift = self._recorder.ask(lambda store: store.reviews.lift(card.id, tuple(Face)))
        return lift.result() > 0

    # What is forgotten

    def forgotten(self) -> Future[frozenset[str]]:
        """`Item.key` of the words and terms that are probably forgotten now."""
        return self._recorder.ask(self.forgotten_in)

    def forgotten_in(self, store: Store) -> frozenset[str]:
        """As `forgotten`, for who is in the store's thread already.

        A reader shows their furigana again, whatever their status: hand them to
        `study.known.Known` with the statuses.
        """
        scheduling, _ = scheduling_in_force(store, self._settings.desired_retention)
        far = stabilities_until(FORGOTTEN_BELOW, scheduling.decay)
        today = moment(self._now(), self._settings.day_starts_at).day
        return frozenset(item_of_card(card).key for card in store.waiting.weakened(today, far))

    # The parameters of the schedule

    def scheduling(self) -> Scheduling:
        """The settings by which answers are scheduled now."""
        return self._recorder.ask(self._scheduling).result()

    def _scheduling(self, store: Store) -> Scheduling:
        return scheduling_in_force(store, self._settings.desired_retention)[0]

    def fit(self) -> Fit:
        """Fit the parameters to the log and use them from now on, if they predict it better.

        Schedules that exist stay; each changes with its next review. Raises YomuError where the
        optional package is missing, or the log is too short.
        """
        from yomu.study.fitting import fit

        log, scheduling = self._recorder.ask(
            lambda store: (store.reviews.log(), self._scheduling(store))
        ).result()
        made = fit(log, scheduling)
        if made.better:
            self._use(replace(scheduling, weights=made.weights))
        return made

    def use_standard_parameters(self) -> bool:
        """Go back to FSRS's own parameters; False if they are in force already."""
        scheduling = self.scheduling()
        if not scheduling.weights:
            return False
        self._use(replace(scheduling, weights=()))
        return True

    def _use(self, scheduling: Scheduling) -> None:
        self._recorder.ask(lambda store: store.reviews.scheduler_id(scheduling.to_json())).result()
