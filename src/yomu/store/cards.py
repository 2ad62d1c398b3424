"""The cards a learner kept. Reviews will have tables of their own that point here."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from yomu.model import Ruby

_NAMESPACE = uuid.UUID("8f0a5c1e-6d43-4f7b-9b6e-2c51d3a7e940")


class CardKind(StrEnum):
    """What a card teaches: a term of the glossary, or any other word."""

    TERM = "term"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Card:
    """A word or term with the sentence it was met in.

    `id` is a UUID, given once; the fields can then change. `rubies` and `start:end` (where the
    word stands) are offsets into `sentence`. `pitch` is UniDic's accent (`0`, `2,0`).
    `gloss_source` names the dictionary a meaning was taken from, `edited` the fields a person
    wrote, which nothing else overwrites. `date` is the source's, ISO 8601; times are UTC.
    """

    id: str
    kind: CardKind
    expression: str
    reading: str = ""
    entry_id: str = ""
    domain: str = ""
    acronym: str = ""
    meaning_en: str = ""
    definition_ja: str = ""
    definition_en: str = ""
    pitch: str = ""
    sentence: str = ""
    rubies: tuple[Ruby, ...] = ()
    start: int = 0
    end: int = 0
    sentence_en: str = ""
    text_id: str = ""
    title: str = ""
    date: str = ""
    url: str = ""
    note: str = ""
    gloss_source: str = ""
    edited: frozenset[str] = frozenset()
    created_at: str = ""
    updated_at: str = ""

    @property
    def note_id(self) -> str:
        """What this card is called outside yomu, for good: the id of its term, or its own."""
        return self.entry_id or self.id


MET = ("sentence", "rubies", "start", "end", "sentence_en", "text_id", "title", "date", "url")
"""The fields that say where a card was met; they change together."""

EDITABLE = (
    "expression",
    "reading",
    "acronym",
    "meaning_en",
    "definition_ja",
    "definition_en",
    "sentence",
    "sentence_en",
    "note",
)


def term_card_id(entry_id: str) -> str:
    """The id of the card of a glossary entry, the same on every computer."""
    return str(uuid.uuid5(_NAMESPACE, f"term:{entry_id}"))


def word_card_id(lemma: str, reading: str) -> str:
    """The id of the card of a word, by its dictionary form and reading when it was first met."""
    return str(uuid.uuid5(_NAMESPACE, f"word:{lemma}:{reading}"))


class CardTable:
    """Reads and writes kept cards. Made by `Store.cards`, used in the store's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[sqlite3.Connection]],
        stamp: Callable[[], str],
    ) -> None:
        self._connection = connection
        self._writing = writing
        self._stamp = stamp

    def keep(self, card: Card, *, renew: bool = False) -> tuple[Card, bool]:
        """Keep `card`, and whether that made it new.

        A card that is kept already stays as it is; with `renew` it takes over where this one was
        met. One that was removed comes back, met here, with what the person wrote on it.
        """
        with self._writing():
            row = self._row(card.id)
            if row is None:
                at = self._stamp()
                self._insert(replace(card, created_at=at, updated_at=at))
                self._log(card.id, "kept", {})
                return self._must(card.id), True
            kept, removed = row
            if removed or renew:
                met = {name: getattr(card, name) for name in MET}
                written = kept.edited - set(MET)
                self._update(replace(kept, **met, edited=written), removed_at=None)
                self._log(
                    card.id, "restored" if removed else "renewed", {"sentence": kept.sentence}
                )
            return self._must(card.id), removed

    def all(self) -> list[Card]:
        """Every kept card, the oldest first."""
        rows = self._connection.execute(
            f"SELECT {_SELECTED} FROM cards WHERE removed_at IS NULL ORDER BY created_at, rowid"
        )
        return [_card(row) for row in rows]

    def get(self, card_id: str) -> Card | None:
        """The kept card with this id; None if there is none, or it was removed."""
        row = self._row(card_id)
        return row[0] if row and not row[1] else None

    def edit(self, card_id: str, changes: Mapping[str, object], written: Iterable[str]) -> Card:
        """Set fields of a kept card; `written` are those that are a person's words from now on."""
        with self._writing():
            card = self._must(card_id)
            before = {name: getattr(card, name) for name in changes if name in EDITABLE}
            self._update(replace(card, **changes, edited=card.edited | set(written)))  # type: ignore[arg-type]  # names are a card's own
            self._log(card_id, "edited", before)
            return self._must(card_id)

    def remove(self, card_id: str) -> None:
        """Take a card out of the kept ones. `restore` brings it back as it was."""
        self._mark(card_id, "removed", self._stamp())

    def restore(self, card_id: str) -> Card | None:
        """Bring back a removed card; None if there was never one with this id."""
        if self._row(card_id) is None:
            return None
        self._mark(card_id, "restored", None)
        return self._must(card_id)

    def removed(self) -> list[Card]:
        """The cards that were removed, the latest first."""
        rows = self._connection.execute(
            f"SELECT {_SELECTED} FROM cards WHERE removed_at IS NOT NULL ORDER BY removed_at DESC"
        )
        return [_card(row) for row in rows]

    # What has left yomu

    def note_exported(self, form: str, note_ids: Iterable[str]) -> None:
        """Remember that a file of this form held these notes."""
        at = self._stamp()
        with self._writing() as connection:
            connection.executemany(
                "INSERT INTO exported_notes (form, note_id, first_at, last_at) VALUES (?,?,?,?)"
                " ON CONFLICT(form, note_id) DO UPDATE SET last_at = excluded.last_at",
                [(form, note_id, at, at) for note_id in note_ids],
            )

    def exported(self, form: str) -> set[str]:
        """The notes that some file of this form has held."""
        rows = self._connection.execute(
            "SELECT note_id FROM exported_notes WHERE form = ?", (form,)
        )
        return {str(row[0]) for row in rows}

    def _row(self, card_id: str) -> tuple[Card, bool] | None:
        row = self._connection.execute(
            f"SELECT {_SELECTED}, removed_at FROM cards WHERE id = ?", (card_id,)
        ).fetchone()
        return (_card(row[:-1]), row[-1] is not None) if row else None

    def _must(self, card_id: str) -> Card:
        row = self._row(card_id)
        if row is None:
            raise KeyError(card_id)
        return row[0]

    def _insert(self, card: Card) -> None:
        values = _values(card)
        self._connection.execute(
            f"INSERT INTO cards ({_SELECTED}) VALUES ({','.join('?' * len(values))})", values
        )

    def _update(self, card: Card, **more: object) -> None:
        """Write every field of `card` but its id and the time it was made."""
        changed = replace(card, updated_at=self._stamp())
        pairs = dict(zip(_COLUMNS, _values(changed), strict=True)) | more
        del pairs["id"], pairs["created_at"]
        assigned = ", ".join(f'"{name}" = ?' for name in pairs)
        self._connection.execute(
            f"UPDATE cards SET {assigned} WHERE id = ?", (*pairs.values(), card.id)
        )

    def _mark(self, card_id: str, event: str, removed_at: str | None) -> None:
        with self._writing() as connection:
            connection.execute(
                "UPDATE cards SET removed_at = ? WHERE id = ?", (removed_at, card_id)
            )
            self._log(card_id, event, {})

    def _log(self, card_id: str, event: str, before: Mapping[str, object]) -> None:
        self._connection.execute(
            "INSERT INTO card_events (card_id, event, before, at) VALUES (?,?,?,?)",
            (card_id, event, json.dumps(before, ensure_ascii=False), self._stamp()),
        )


_COLUMNS = tuple(item.name for item in fields(Card))
_SELECTED = ", ".join(f'"{name}"' for name in _COLUMNS)


def _values(card: Card) -> tuple[object, ...]:
    """The card as its row, in the order of `_COLUMNS`."""
    stored: dict[str, object] = {name: getattr(card, name) for name in _COLUMNS}
    stored["kind"] = str(card.kind)
    stored["rubies"] = json.dumps(
        [[ruby.start, ruby.end, ruby.reading, ruby.parts] for ruby in card.rubies],
        ensure_ascii=False,
    )
    stored["edited"] = json.dumps(sorted(card.edited))
    stored["text_id"] = card.text_id or None
    return tuple(stored.values())


def _card(row: tuple[object, ...]) -> Card:
    stored = dict(zip(_COLUMNS, row, strict=True))
    stored["kind"] = CardKind(str(stored["kind"]))
    stored["rubies"] = tuple(
        Ruby(start, end, reading, tuple(parts) if parts else None)
        for start, end, reading, parts in json.loads(str(stored["rubies"]))
    )
    stored["edited"] = frozenset(json.loads(str(stored["edited"])))
    stored["text_id"] = stored["text_id"] or ""
    return Card(**stored)  # type: ignore[arg-type]  # SQLite gives back what was stored
