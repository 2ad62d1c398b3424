"""The `.apkg` as a file: what is in it, and what is the same in every export."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from yomu.export.anki import DESIGNED_AT, NOTE_TYPE_ID, apkg, deck_id
from yomu.export.card_faces import CSS, TEMPLATES
from yomu.export.notes import FIELDS, make_note
from yomu.store.cards import Card

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


def collection(data: bytes, folder: Path) -> sqlite3.Connection:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.read("media") == b"{}"
        path = folder / "collection.anki2"
        path.write_bytes(archive.read("collection.anki2"))
    return sqlite3.connect(path)


def column(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(connection.execute(f"SELECT {name} FROM col").fetchone()[0])
    return found


def test_deck_holds_notes_fields_tags_and_cards(term: Card, word: Card, tmp_path: Path) -> None:
    notes = [make_note(term), make_note(word)]
    db = collection(apkg(notes, NOW), tmp_path)
    rows = db.execute("SELECT guid, mid, mod, tags, flds FROM notes ORDER BY id").fetchall()
    assert [row[0] for row in rows] == [note.guid for note in notes]
    assert {row[1:3] for row in rows} == {(NOTE_TYPE_ID, int(NOW.timestamp()))}
    assert rows[0][3].split() == list(notes[0].tags)
    assert [tuple(row[4].split("\x1f")) for row in rows] == [note.html for note in notes]
    cards = db.execute(
        "SELECT n.guid, c.ord, c.did, c.due FROM cards c JOIN notes n ON n.id = c.nid ORDER BY c.id"
    ).fetchall()
    terms, words = deck_id("yomu::us-strategy"), deck_id("yomu::words")
    guid, other = notes[0].guid, notes[1].guid
    assert cards == [
        (guid, 0, terms, 1),
        (guid, 1, terms, 1),
        (guid, 2, terms, 1),
        (other, 0, words, 2),
    ]


def test_note_type_and_decks_are_the_same_in_every_export(
    term: Card, word: Card, tmp_path: Path
) -> None:
    first = collection(apkg([make_note(term)], NOW), tmp_path)
    kept = column(first, "models"), column(first, "decks")
    later = [make_note(word), make_note(replace(term, meaning_en="help"))]
    second = collection(apkg(later, NOW + timedelta(days=9)), tmp_path)
    model = column(second, "models")[str(NOTE_TYPE_ID)]
    assert model["mod"] == kept[0][str(NOTE_TYPE_ID)]["mod"] == DESIGNED_AT
    assert model["name"] == "yomu"
    assert [field["name"] for field in model["flds"]] == list(FIELDS)
    assert str(deck_id("yomu::us-strategy")) in column(second, "decks").keys() & kept[1].keys()


def test_templates_keep_their_names_and_order() -> None:
    assert NOTE_TYPE_ID == 1_763_856_001
    assert [name for name, _, _ in TEMPLATES] == ["Recognition", "Reading", "Production"]


def test_changed_design_has_a_new_date() -> None:
    digest = hashlib.sha256(repr((TEMPLATES, CSS)).encode()).hexdigest()[:16]
    assert (digest, DESIGNED_AT) == ("6aaf336e2d78612d", 1_795_392_000), (
        "set DESIGNED_AT to now, and both here"
    )


def test_writing_leaves_no_temporary_files(term: Card, tmp_path: Path) -> None:
    before = tempfile.tempdir
    tempfile.tempdir = str(tmp_path)
    try:
        apkg([make_note(term)], NOW)
    finally:
        tempfile.tempdir = before
    assert list(tmp_path.iterdir()) == []


def test_deck_is_made_where_the_clock_began_in_1970(
    monkeypatch: pytest.MonkeyPatch, term: Card, tmp_path: Path
) -> None:
    monkeypatch.setattr("time.time", lambda: 10.0)
    db = collection(apkg([make_note(term)], datetime(1970, 1, 1, 0, 0, 10, tzinfo=UTC)), tmp_path)
    assert db.execute("SELECT count(*) FROM notes").fetchone() == (1,)
