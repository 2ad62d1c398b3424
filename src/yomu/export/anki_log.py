"""The reviews of our notes in a collection of Anki's, and the notes themselves."""

from __future__ import annotations

import html
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yomu.export.anki import NOTE_TYPE_ID
from yomu.export.anki_file import open_collection, tables_of
from yomu.export.card_faces import FACES, TEMPLATES
from yomu.export.notes import FIELDS, ROOT
from yomu.model import Face

_FILTERED = 3
_OUR_NAME = re.compile(rf"{ROOT}\+*", re.IGNORECASE)
_FACE_BY_TEMPLATE = {
    name.casefold(): face for (name, _, _), face in zip(TEMPLATES, FACES, strict=True)
}


@dataclass(frozen=True, slots=True)
class AnkiReview:
    """An answer given in Anki. `id` is its time in ms since 1970 UTC, and permanent."""

    id: int
    note_id: str
    face: Face
    rating: int
    duration_ms: int


@dataclass(frozen=True, slots=True)
class AnkiLog:
    """The reviews of our notes, by time; `notes` has the fields of these notes by their Id.

    `not_answers` counts entries that are no answers (rescheduled by hand, crammed), `other_cards`
    those of cards whose template is not ours.
    """

    reviews: tuple[AnkiReview, ...]
    notes: Mapping[str, Mapping[str, str]]
    not_answers: int = 0
    other_cards: int = 0


@dataclass(frozen=True, slots=True)
class _NoteType:
    fields: tuple[str, ...]
    faces: Mapping[int, Face]


def read_log(path: Path) -> AnkiLog:
    """The reviews in the file at `path`.

    Raises YomuError for a file that is none of Anki's, is damaged or locked, or unpacks to more
    than `LARGEST_COLLECTION`.
    """
    with open_collection(path) as connection:
        return _log(connection)


def _log(connection: sqlite3.Connection) -> AnkiLog:
    new = "notetypes" in tables_of(connection)
    kinds = _new_note_types(connection) if new else _old_note_types(connection)
    cards, notes = _cards(connection, kinds)
    reviews: list[AnkiReview] = []
    not_answers = other_cards = 0
    rows = connection.execute("SELECT id, cid, ease, type, factor, time FROM revlog ORDER BY id")
    for number, card, rating, kind, factor, duration in rows:
        if card not in cards:
            continue
        note_id, face = cards[card]
        if face is None:
            other_cards += 1
        # ease 0 is a change of schedule; a filtered deck without rescheduling leaves factor 0
        elif rating not in (1, 2, 3, 4) or (kind == _FILTERED and not factor):
            not_answers += 1
        else:
            reviews.append(AnkiReview(int(number), note_id, face, int(rating), int(duration)))
    return AnkiLog(tuple(reviews), notes, not_answers, other_cards)


def _cards(
    connection: sqlite3.Connection, kinds: Mapping[int, _NoteType]
) -> tuple[dict[int, tuple[str, Face | None]], dict[str, dict[str, str]]]:
    """Anki's card id → Id and face; and the fields of our notes by Id."""
    by_number: dict[int, tuple[str, _NoteType]] = {}
    notes: dict[str, dict[str, str]] = {}
    for number, kind_id, packed in connection.execute("SELECT id, mid, flds FROM notes"):
        kind = kinds.get(kind_id)
        if kind is None:
            continue
        fields = dict(zip(kind.fields, packed.split("\x1f"), strict=False))
        note_id = html.unescape(fields.get("Id", "")).strip()
        if note_id:
            by_number[number] = note_id, kind
            notes[note_id] = fields
    cards: dict[int, tuple[str, Face | None]] = {}
    for card, number, order in connection.execute("SELECT id, nid, ord FROM cards"):
        if number in by_number:
            note_id, kind = by_number[number]
            cards[card] = note_id, kind.faces.get(order)
    return cards, notes


def _old_note_types(connection: sqlite3.Connection) -> dict[int, _NoteType]:
    """Our note types, up to schema 11: JSON in the one row of `col`."""
    models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    return _ours(
        (
            int(number),
            str(model["name"]),
            [str(item["name"]) for item in model["flds"]],
            [str(item["name"]) for item in model["tmpls"]],
        )
        for number, model in models.items()
    )


def _new_note_types(connection: sqlite3.Connection) -> dict[int, _NoteType]:
    """Our note types, from schema 15: tables of their own."""

    def names(table: str, number: int) -> list[str]:
        rows = connection.execute(
            f"SELECT name FROM {table} WHERE ntid = ? ORDER BY ord", (number,)
        )
        return [str(row[0]) for row in rows]

    kinds = connection.execute("SELECT id, name FROM notetypes").fetchall()
    return _ours(
        (number, str(name), names("fields", number), names("templates", number))
        for number, name in kinds
    )


def _ours(kinds: Iterator[tuple[int, str, list[str], list[str]]]) -> dict[int, _NoteType]:
    """Those made by yomu, under our id or name (copies are called yomu+), with our fields."""
    return {
        number: _NoteType(
            tuple(fields),
            {
                order: _FACE_BY_TEMPLATE[template.casefold()]
                for order, template in enumerate(templates)
                if template.casefold() in _FACE_BY_TEMPLATE
            },
        )
        for number, name, fields, templates in kinds
        if (number == NOTE_TYPE_ID or _OUR_NAME.fullmatch(name)) and set(fields) >= set(FIELDS[:2])
    }
