"""Reading a list of words from the notes of an Anki deck."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict

from yomu.errors import YomuError
from yomu.study.wordlists.columns import Columns, by_content, is_sentence
from yomu.study.wordlists.model import JAPANESE, Entry, LeftOut, WordList
from yomu.study.wordlists.notation import without_markup
from yomu.study.wordlists.text_list import row_entries

Note = tuple[int, list[str]]
"""Its number in the file, from 1, and its fields."""


def read_anki_list(
    connection: sqlite3.Connection, name: str, *, field: str = "", min_interval: int = 0
) -> WordList:
    """The words of a deck's collection, one or more a note.

    The field that holds the word is chosen for each note type by its name and what it holds,
    unless `field` names it. `min_interval`: only notes with a card whose interval is that many
    days; Anki calls 21 mature. Raises YomuError where no field of the deck holds words.
    """
    names = _field_names(connection)
    by_type, young, unseen = _notes(connection, min_interval)
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    remarks: list[str] = []
    for note_type, notes in sorted(by_type.items()):
        type_name, fields = names.get(note_type, ("", []))
        columns = _columns(fields, notes, field)
        if columns is None:
            left_out += [LeftOut(n, without_markup(f[0]), "no field with a word") for n, f in notes]
            continue
        remarks.append(f"Words from the field “{_name(fields, columns.word)}” of “{type_name}”.")
        for number, cells in notes:
            found = row_entries(number, cells, columns)
            if isinstance(found, LeftOut):
                left_out.append(found)
            else:
                entries += found
    if not remarks:
        raise _no_field(name, names, by_type, field, young)
    if unseen and not min_interval:
        remarks.append(
            f"{unseen} of the notes were never studied; --min-interval 21 takes the mature ones only."
        )
    if young:
        remarks.append(f"{young} notes have no card with an interval of {min_interval} days yet.")
    left_out.sort(key=lambda left: left.line)
    return WordList(name, tuple(entries), tuple(left_out), 0, "note", tuple(remarks))


def _notes(
    connection: sqlite3.Connection, min_interval: int
) -> tuple[dict[int, list[Note]], int, int]:
    """Notes by type, how many are too young, how many of the others were never studied."""
    by_type: dict[int, list[Note]] = defaultdict(list)
    young = unseen = 0
    rows = connection.execute(
        "SELECT n.mid, n.flds, coalesce(max(CASE WHEN c.type >= 2 THEN c.ivl ELSE 0 END), 0),"
        " coalesce(max(c.reps), 0) FROM notes n LEFT JOIN cards c ON c.nid = n.id"
        " GROUP BY n.id ORDER BY n.id"
    )
    for number, (note_type, fields, interval, reviews) in enumerate(rows, start=1):
        if interval < min_interval:
            young += 1
            continue
        unseen += not reviews
        by_type[note_type].append((number, str(fields).split("\x1f")))
    return by_type, young, unseen


def _field_names(connection: sqlite3.Connection) -> dict[int, tuple[str, list[str]]]:
    """Note type → its name and those of its fields, in order."""
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    if "notetypes" in tables:
        types = {row[0]: row[1] for row in connection.execute("SELECT id, name FROM notetypes")}
        found: dict[int, tuple[str, list[str]]] = {n: (name, []) for n, name in types.items()}
        for note_type, _, name in sorted(connection.execute("SELECT ntid, ord, name FROM fields")):
            found.setdefault(note_type, ("", []))[1].append(name)
        return found
    models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    return {
        int(number): (model["name"], [field["name"] for field in model["flds"]])
        for number, model in models.items()
    }


def _columns(fields: list[str], notes: list[Note], wanted: str) -> Columns | None:
    rows = [cells for _, cells in notes]
    found = by_content(rows, fields)
    if not wanted:
        return found
    for i, name in enumerate(fields):
        if name.strip().lower() == wanted.strip().lower():
            reading = found.reading if found and found.reading != i else None
            return Columns(i, reading)
    return None


def _name(fields: list[str], index: int) -> str:
    return fields[index] if index < len(fields) else str(index + 1)


def _no_field(
    deck: str,
    names: dict[int, tuple[str, list[str]]],
    by_type: dict[int, list[Note]],
    field: str,
    young: int,
) -> YomuError:
    if not by_type:
        if young:
            return YomuError(
                f"{deck}: none of its {young} notes is that mature.", "Lower --min-interval."
            )
        return YomuError(f"{deck} holds no notes.", "Export a deck that has some.")
    fields = sorted({name for note_type in by_type for name in names.get(note_type, ("", []))[1]})
    if field:
        return YomuError(f"{deck} has no field “{field}”.", f"It has: {', '.join(fields)}.")
    sentences = any(
        JAPANESE.search(cell) and is_sentence(without_markup(cell))
        for notes in by_type.values()
        for _, cells in notes[:50]
        for cell in cells
    )
    why = "its fields hold sentences" if sentences else "no field holds Japanese words"
    return YomuError(
        f"{deck}: {why}.", f"Say which field holds the word with --field: {', '.join(fields)}."
    )
