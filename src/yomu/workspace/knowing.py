"""What the person knows: in memory for whatever draws or counts, and in the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.model import AnnotatedParagraph, RubyMode, Status, Token
from yomu.store.knowledge import Batch, Item
from yomu.store.peek_known import peek_known
from yomu.study.furigana import Furigana
from yomu.study.known import Known

if TYPE_CHECKING:
    from concurrent.futures import Future

    from yomu.store.database import Store
    from yomu.workspace.recorder import Recorder

NAMES = {
    Status.NEW: "new",
    Status.LEARNING_1: "learning 1",
    Status.LEARNING_2: "learning 2",
    Status.LEARNING_3: "learning 3",
    Status.LEARNING_4: "learning 4",
    Status.KNOWN: "known",
    Status.WELL_KNOWN: "well known",
    Status.IGNORED: "ignored",
}
"""Each status as a person reads it."""

_SELDOM = 60
"""Of so many questions one asks what is forgotten, even if nothing changed: time alone does it."""

Forgotten = Callable[["Store"], frozenset[str]]
"""The keys of what is probably forgotten by now."""


@dataclass(frozen=True, slots=True)
class News:
    """What the record has to say: `statuses` by `Item.key`, up to the change numbered `event`.

    `complete` where they are all of them. `pins` and `forgotten` always are; `pinned` tells
    whether a key has pinned something since.
    """

    statuses: Mapping[str, Status]
    event: int
    complete: bool
    pinned: int
    pins: Mapping[str, str] = field(default_factory=dict)
    forgotten: frozenset[str] = frozenset()


@dataclass(slots=True)
class Change:
    """Statuses that were set. `done` is the batch, once it is on disk."""

    before: Mapping[Item, Status]
    after: Mapping[Item, Status]
    done: Future[Batch]

    @property
    def keys(self) -> set[str]:
        return {item.key for item in self.after}


class Knowing:
    """Statuses and pins. Everything in memory belongs to the thread of the screens.

    What is set shows at once and is written by the recorder. `ask` and `take` bring in what the
    record has besides: at the start everything, later what reviews and other processes changed.
    """

    def __init__(
        self,
        recorder: Recorder,
        database: Path,
        forgotten: Forgotten = lambda store: frozenset(),
    ) -> None:
        self._recorder = recorder
        self._database = database
        self._forgotten = forgotten
        self.known = Known()
        self.furigana = Furigana(self.known)
        self.is_loaded = self._has_pins = False
        self._event = 0
        self._asked = self._writes = self._pinned = 0
        self._unwritten: dict[str, tuple[int, Status]] = {}
        """`Item.key` → number of the write, and what it will write."""

    # Reading

    def load(self, *, statuses: bool = True) -> Known:
        """Look into the record at once, without the recorder: 50,000 statuses take some 30 ms."""
        if not self.is_loaded and (statuses or not self._has_pins):
            self._has_pins = True
            peeked = peek_known(self._database, statuses=statuses)
            self.furigana.pins = dict(peeked.pins)
            if statuses:
                self.known.replace(peeked.statuses)
                self._event = peeked.event
                self.is_loaded = True
        return self.known

    def shown(self, annotated: AnnotatedParagraph, mode: RubyMode) -> AnnotatedParagraph:
        """A paragraph with the furigana of a mode alone, for what is printed or written.

        Pins count only in the modes that choose among words. The first call waits for the record.
        """
        if mode is RubyMode.NONE:
            return replace(annotated, rubies=())
        if mode not in (RubyMode.UNKNOWN, RubyMode.CHOSEN):
            return annotated
        if not self.is_loaded and self._database.exists():
            self.take(self.ask(forgotten=True).result())
        return replace(annotated, rubies=tuple(self.furigana.shown(annotated, mode)))

    def ask(self, *, forgotten: bool = False) -> Future[News]:
        """What the record has that is not known here yet. For a thread that can wait; then `take` it.

        With `forgotten` it says what is forgotten, too, which only mode *unknown* needs.
        """
        since, complete, pinned = self._event, not self.is_loaded, self._pinned
        look_again = forgotten and self._asked % _SELDOM == 0
        self._asked += forgotten

        def question(store: Store) -> News:
            event = store.knowledge.latest_event()
            lost = self.known.forgotten
            if look_again or (forgotten and event != since):
                lost = self._forgotten(store)
            if complete:
                statuses = store.knowledge.statuses()
            else:
                statuses = store.knowledge.changes_since(since) if event != since else {}
            return News(statuses, event, complete, pinned, store.chosen_furigana(), lost)

        return self._recorder.ask(question)

    def take(self, news: News) -> set[str] | None:
        """Take in what `ask` brought; the keys that changed, None if anything may have."""
        # a key pressed while the question was under way came later than the answer
        pinned = news.pinned == self._pinned and self.furigana.pins != news.pins
        if pinned:
            self.furigana.pins = dict(news.pins)
        recalled = self.known.forgotten ^ news.forgotten
        self.known.forgotten = news.forgotten
        self._event = max(self._event, news.event)
        pressed = {key: status for key, (_, status) in list(self._unwritten.items())}
        statuses = {**news.statuses, **pressed}
        if news.complete:
            self.known.replace(statuses)
            self.is_loaded = True
            return None
        changed = {key for key, status in statuses.items() if self.known.of_key(key) != status}
        self.known.update(statuses)
        return None if pinned or recalled else changed

    # Setting

    def set(self, statuses: Mapping[Item, Status], cause: str = "key") -> Change:
        """Give words and terms a status, as one batch: at once here, soon on disk.

        A word that becomes new loses what a list without readings said of its spelling as well.
        """
        from concurrent.futures import Future  # 11 ms that the first paint must not wait for

        after = dict(statuses)
        for item, status in statuses.items():
            spelling = Item(item.lemma)
            if status is Status.NEW and not item.entry_id and self.known.of_key(spelling.key):
                after[spelling] = Status.NEW
        change = Change({item: self.known.of_key(item.key) for item in after}, after, Future())
        number = self._show(after)

        def write(store: Store) -> None:
            batch = store.knowledge.set(after, cause)
            self._written(after, number)
            change.done.set_result(batch)

        self._recorder.post(write)
        return change

    def take_back(self, change: Change) -> None:
        """Undo a change: what something else changed since stays as that left it."""
        number = self._show(
            {
                item: status
                for item, status in change.before.items()
                if self.known.of_key(item.key) == change.after[item]
            }
        )

        def write(store: Store) -> None:
            batch = change.done.result().id  # it is there: the recorder keeps the order
            if batch:
                store.knowledge.undo(batch)
            self._written(change.before, number)

        self._recorder.post(write)

    def _show(self, statuses: Mapping[Item, Status]) -> int:
        """Take in what a write will bring; its number."""
        self._writes += 1
        self.known.update({item.key: status for item, status in statuses.items()})
        self._unwritten.update(
            (item.key, (self._writes, status)) for item, status in statuses.items()
        )
        return self._writes

    def _written(self, items: Iterable[Item], number: int) -> None:
        """From now on the record's word counts again. In the recorder's thread."""
        for item in items:
            if self._unwritten.get(item.key, (0,))[0] == number:
                del self._unwritten[item.key]

    # Pins

    def pin(self, key: str, reading: str, choice: str) -> None:
        """Pin the furigana of a word (its dictionary form) or a term (`term_key`), or let them go."""
        self._pinned += 1
        if choice == "auto":
            self.furigana.pins.pop(key, None)
        else:
            self.furigana.pins[key] = choice
        self._recorder.post(lambda store: store.choose_furigana(key, reading, choice))

    def is_known(self, token: Token) -> bool:
        """For lists of what is unknown: loads the statuses if need be."""
        return self.load().is_known(token)
