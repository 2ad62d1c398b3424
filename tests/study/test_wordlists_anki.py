"""Words out of Anki's decks, in all the formats it has exported."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from yomu.errors import YomuError
from yomu.export.anki_file import open_collection
from yomu.study.wordlists import WordList, read_anki_list

FIELDS = ["Sentence", "Meaning", "Word", "Kana"]
NOTES = [
    ["両国は条約を結んだ。", "treaty", "<b>条約</b>[sound:a.mp3]", "じょうやく"],
    ["同盟を重んじる。", "alliance", "<ruby>同盟<rt>どうめい</rt></ruby>", ""],
    ["新しい外交の時代。", "diplomacy", "外交", "がいこう"],
]


def deck(
    path: Path,
    notes: list[list[str]] = NOTES,
    fields: list[str] = FIELDS,
    intervals: list[int] | None = None,
) -> Path:
    """An `.apkg` in Anki's old format; `intervals` in days makes cards that were reviewed."""
    database = path.with_suffix(".sqlite")
    connection = sqlite3.connect(database)
    connection.executescript(
        "CREATE TABLE col (models TEXT);"
        "CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, flds TEXT);"
        "CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, type INTEGER, ivl INTEGER, reps INTEGER);"
        "CREATE TABLE revlog (id INTEGER PRIMARY KEY);"
    )
    models = {"1": {"name": "Vocab", "flds": [{"name": name} for name in fields]}}
    connection.execute("INSERT INTO col VALUES (?)", (json.dumps(models),))
    for number, cells in enumerate(notes, start=1):
        connection.execute("INSERT INTO notes VALUES (?,1,?)", (number, "\x1f".join(cells)))
        days = intervals[number - 1] if intervals else 0
        card = (number, number, 2 if days else 0, days, 1 if days else 0)
        connection.execute("INSERT INTO cards VALUES (?,?,?,?,?)", card)
    connection.commit()
    connection.close()
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(database, "collection.anki2")
    return path


def read(path: Path, **options: Any) -> WordList:
    with open_collection(path) as connection:
        return read_anki_list(connection, path.name, **options)


def pairs(found: WordList) -> list[tuple[str, str]]:
    return [(entry.word, entry.reading) for entry in found.entries]


def test_field_with_the_words_is_found_and_named(tmp_path: Path) -> None:
    found = read(deck(tmp_path / "d.apkg"))
    assert pairs(found) == [("条約", "じょうやく"), ("同盟", "どうめい"), ("外交", "がいこう")]
    assert found.remarks[0] == "Words from the field “Word” of “Vocab”."
    assert found.unit == "note"


def test_field_is_found_by_what_it_holds_where_names_say_nothing(tmp_path: Path) -> None:
    found = read(deck(tmp_path / "d.apkg", fields=["a", "b", "c", "d"]))
    assert pairs(found)[2] == ("外交", "がいこう")


def test_field_can_be_named(tmp_path: Path) -> None:
    notes = [["条約", "x", "同盟", ""], ["外交", "y", "政策", ""]]
    path = deck(tmp_path / "d.apkg", notes)
    assert pairs(read(path, field="sentence")) == [("条約", ""), ("外交", "")]
    with pytest.raises(YomuError, match="no field “Front”") as raised:
        read(path, field="Front")
    assert "Kana, Meaning, Sentence, Word" in raised.value.hint


def test_deck_of_sentences_asks_for_the_field(tmp_path: Path) -> None:
    notes = [["両国は条約を結んだ。そして別れた。", "The two countries …"]] * 3
    with pytest.raises(YomuError, match="its fields hold sentences") as raised:
        read(deck(tmp_path / "d.apkg", notes, ["Expression", "Meaning"]))
    assert "--field" in raised.value.hint


def test_only_mature_notes_where_asked(tmp_path: Path) -> None:
    path = deck(tmp_path / "d.apkg", intervals=[30, 0, 5])
    assert [entry.line for entry in read(path, min_interval=21).entries] == [1]
    everything = read(path)
    assert len(everything.entries) == 3
    assert any("1 of the notes were never studied" in remark for remark in everything.remarks)
    with pytest.raises(YomuError, match="none of its 3 notes is that mature"):
        read(path, min_interval=100)


def test_notes_without_a_word_are_told(tmp_path: Path) -> None:
    notes = [*NOTES, ["", "empty", "", ""], ["", "english", "treaty", ""]]
    found = read(deck(tmp_path / "d.apkg", notes))
    assert [(left.line, left.text, left.why) for left in found.left_out] == [
        (4, "empty", "no word in it"),
        (5, "treaty", "no Japanese in it"),
    ]


def test_deck_without_notes_is_told(tmp_path: Path) -> None:
    with pytest.raises(YomuError, match="holds no notes"):
        read(deck(tmp_path / "d.apkg", []))


@pytest.mark.parametrize("legacy", [True, False])
def test_decks_of_the_real_anki(tmp_path: Path, legacy: bool) -> None:
    collection = pytest.importorskip("anki.collection")
    col = collection.Collection(str(tmp_path / "collection.anki2"))
    notetype = col.models.by_name("Basic")
    for front, back in (("条約", "treaty"), ("同盟", "alliance"), ("食べる", "to eat")):
        note = col.new_note(notetype)
        note["Front"], note["Back"] = front, back
        col.add_note(note, 1)
    path = tmp_path / "deck.apkg"
    options = collection.ExportAnkiPackageOptions(with_scheduling=True, legacy=legacy)
    col.export_anki_package(out_path=str(path), options=options, limit=None)
    col.close()
    assert pairs(read(path)) == [("条約", ""), ("同盟", ""), ("食べる", "")]
