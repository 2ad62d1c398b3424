"""Taking lists of words into what a person knows, and showing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.errors import YomuError
from yomu.model import Status, Token
from yomu.store.knowledge import Batch, Item, KnownItem
from yomu.study.wordlists import (
    Entry,
    LeftOut,
    Resolved,
    WordList,
    jlpt_list,
    parse_text_list,
    read_anki_list,
    resolve,
)
from yomu.study.wordlists.notation import words_in
from yomu.terminal import safe_line
from yomu.workspace.recorder import Recorder

if TYPE_CHECKING:
    from yomu.dictionary import Dictionary
    from yomu.glossary import Glossary

_ANKI = (".apkg", ".colpkg")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do. `changes` are made as one batch.

    `kept` counts, by their status, the words that are as far already, or further, and stay so.
    `brought_back` words were inflected; `several` are read as several words and are no term,
    and `parts` are the new words in them, which become known with them.
    """

    source: WordList
    changes: dict[Item, Status] = field(default_factory=dict)
    kept: Counter[Status] = field(default_factory=Counter)
    left_out: tuple[LeftOut, ...] = ()
    brought_back: int = 0
    several: int = 0
    parts: int = 0

    def counts(self) -> dict[Status, tuple[int, int]]:
        """How many words and terms would get each status."""
        words: Counter[Status] = Counter()
        terms: Counter[Status] = Counter()
        for item, status in self.changes.items():
            (terms if item.entry_id else words)[status] += 1
        return {s: (words[s], terms[s]) for s in Status if words[s] or terms[s]}


class WordLists:
    """Lists of words, and the statuses they give. Statuses live in the record."""

    def __init__(
        self,
        recorder: Recorder,
        read: Callable[[str], Sequence[Token]],
        glossary: Callable[[], Glossary],
        dictionary: Callable[[], Dictionary],
    ) -> None:
        self._recorder = recorder
        self._read = read
        self._glossary = glossary
        self._dictionary = dictionary

    def open(
        self, path: Path, data: bytes | None = None, *, field: str = "", min_interval: int = 0
    ) -> WordList:
        """Read a list from a file: Anki's decks by their ending, else a text. YomuError with the line.

        `data` is the text itself, where it comes from elsewhere.
        """
        if path.suffix.lower() in _ANKI:
            from yomu.export.anki_file import open_collection

            with open_collection(path) as connection:
                return read_anki_list(connection, path.name, field=field, min_interval=min_interval)
        if min_interval:
            raise YomuError(
                f"{path.name} is a text, which has no intervals.",
                "Leave out --min-interval, or give an .apkg file.",
            )
        from yomu.text import read_bytes

        if data is None and not path.exists():
            raise YomuError(f"{safe_line(str(path))}: there is no such file.", "Check the path.")
        name = path.name if data is None else "standard input"
        data = read_bytes(path) if data is None else data
        if data.startswith(b"PK\x03\x04"):
            raise YomuError(
                f"{name} is a spreadsheet or an archive, not a list.",
                "Save the sheet as CSV. A deck of Anki's ends in .apkg or .colpkg.",
            )
        return parse_text_list(data, name, field)

    def jlpt(self, level: str) -> WordList:
        """The words of a level of the JLPT and of the easier ones."""
        return jlpt_list(level)

    def plan(self, source: WordList, status: Status) -> Plan:
        """What taking in a list would do; `status` is for words of which it says none itself.

        Nobody's status is lowered, and what was set as ignored stays ignored.
        """
        found = resolve(source.entries, self._read, self._terms(), self._headwords)
        now = self._recorder.ask(lambda store: store.knowledge.all()).result()
        by_item = {known.item: known.status for known in now}
        spelled = _by_spelling(now)
        changes: dict[Item, Status] = {}
        kept: Counter[Status] = Counter()
        for item, stated in found.statuses.items():
            wanted = status if stated is None else stated
            # A word without reading stands for all: those met with a reading go with it.
            same = [] if item.reading or item.entry_id else spelled.get(item.lemma, [])
            for each in {item, *same}:
                if by_item.get(each, Status.NEW) < wanted:
                    changes[each] = wanted
            if item not in changes:
                kept[by_item.get(item, Status.NEW)] += 1
        parts = _known_parts(found, changes, by_item)
        changes.update(parts)
        left_out = sorted((*source.left_out, *found.repeated), key=lambda left: left.line)
        return Plan(
            source, changes, kept, tuple(left_out), found.brought_back, found.several, len(parts)
        )

    def apply(self, plan: Plan) -> Batch:
        """Do what was planned, as one batch that one undo takes back."""
        name = plan.source.name.encode(errors="replace").decode()  # a file's name may be no text
        return self._set(plan.changes, f"import:{name}")

    def mark(self, word: str, status: Status) -> dict[Item, Status]:
        """Give one word a status, higher or lower; 漢字[かんじ] names its reading. What was set.

        Without a reading it holds for the spelling, and for what is stored of it with a reading.
        """
        entries = [Entry(1, found, reading) for found, reading in words_in(word)]
        if len(entries) != 1:
            raise YomuError(
                f"“{word}” is not one Japanese word.", "Give one, as in: yomu words set 条約 known"
            )
        found = resolve(entries, self._read, self._terms(), self._headwords)
        spelled = _by_spelling(self.known())
        items = set(found.statuses)
        for item in found.statuses:
            if not item.reading and not item.entry_id:
                items.update(spelled.get(item.lemma, ()))
        changes = dict.fromkeys(sorted(items, key=lambda item: item.key), status)
        self._set(changes, "key")
        return changes

    def undo(self) -> Batch | None:
        """Take back the latest thing a person did to statuses; None if there is nothing left."""
        return self._recorder.ask(lambda store: store.knowledge.undo()).result()

    def known(self) -> list[KnownItem]:
        """Everything that has a status, the latest change first."""
        return self._recorder.ask(lambda store: store.knowledge.all()).result()

    def _set(self, changes: dict[Item, Status], cause: str) -> Batch:
        return self._recorder.ask(lambda store: store.knowledge.set(changes, cause)).result()

    def _terms(self) -> dict[str, list[str]]:
        terms: dict[str, list[str]] = {}
        for record in self._glossary().records:
            terms.setdefault(record.ja, []).append(record.id)
        return terms

    def _headwords(self, words: Collection[str]) -> set[str]:
        return self._dictionary().headwords(words)


def _known_parts(
    found: Resolved, changes: Mapping[Item, Status], now: Mapping[Item, Status]
) -> dict[Item, Status]:
    """The words inside known words of several, where nothing is said of them yet."""
    parts = {}
    for part, whole in found.parts.items():
        said = {part, Item(part.lemma)}
        if changes.get(whole) in (Status.KNOWN, Status.WELL_KNOWN) and not any(
            item in changes or now.get(item) for item in said
        ):
            parts[part] = Status.KNOWN
    return parts


def _by_spelling(known: list[KnownItem]) -> dict[str, list[Item]]:
    """Words that are stored with a reading, by their dictionary form."""
    found: dict[str, list[Item]] = {}
    for each in known:
        if each.item.reading and not each.item.entry_id:
            found.setdefault(each.item.lemma, []).append(each.item)
    return found
