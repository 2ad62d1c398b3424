"""Reading the reviews in a file that Anki exported: `.apkg` and `.colpkg`, old and new.

Such a file may be broken or hostile: it is unpacked with a limit, opened read-only, and nothing
in it is believed to be of the right type.
"""

from __future__ import annotations

import html
import json
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from yomu.errors import YomuError
from yomu.export.anki import NOTE_TYPE_ID
from yomu.export.card_faces import FACES, TEMPLATES
from yomu.export.notes import FIELDS, ROOT
from yomu.model import Face
from yomu.terminal import safe_line

LARGEST_COLLECTION = 1024 * 1024 * 1024
"""Bytes; a collection of 50,000 of our notes with 500,000 reviews has some 350 MB."""

_CHUNK = 1024 * 1024
# A new file holds, beside the real collection, an old-style one that only says to update Anki.
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_TABLES = {"col", "notes", "cards", "revlog"}
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


@contextmanager
def open_collection(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in the file at `path`, read-only; what goes wrong while reading it, as YomuError.

    It has at least the tables col, notes, cards and revlog. Names are compared as Anki does.
    """
    with tempfile.TemporaryDirectory(prefix="yomu-") as folder:
        unpacked = Path(folder) / "collection.sqlite"
        _unpack(path, unpacked)
        try:
            with closing(_connect(unpacked)) as connection:
                if not _tables(connection) >= _TABLES:
                    raise _damaged(path, "it lacks tables")
                yield connection
        except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError) as error:
            raise _damaged(path, str(error)) from None


def _unpack(path: Path, target: Path) -> None:
    try:
        with _archive(path) as archive:
            member = _collection(archive, path)
            with archive.open(member) as packed, target.open("wb") as file:
                _copy(_decompressed(packed, member.filename), file, path)
    except YomuError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(path, str(error)) from None
    except OSError as error:
        raise YomuError(
            f"{_name(path)} cannot be read: {error.strerror or error}.",
            "Check the path, and that there is room in the folder for temporary files.",
        ) from None


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    if path.is_dir():
        raise YomuError(f"{_name(path)} is a folder.", "Name the file that Anki exported.")
    if not path.exists():
        raise YomuError(f"{_name(path)}: no such file.", _HOW)
    with path.open("rb") as file:
        if not zipfile.is_zipfile(file):
            raise YomuError(f"{_name(path)} is no file that Anki exported.", _HOW)
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            yield archive


def _collection(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The entry that holds the collection; the newest format that there is."""
    names = set(archive.namelist())
    name = next((name for name in _COLLECTIONS if name in names), None)
    if name is None:
        if "meta" in names:
            raise YomuError(
                f"{_name(path)} was written by a newer Anki than this yomu knows.",
                "Update yomu, or tick “Support older Anki versions” when exporting from Anki.",
            )
        raise YomuError(f"{_name(path)} holds no Anki collection.", _HOW)
    member = archive.getinfo(name)
    if member.flag_bits & 1:
        raise YomuError(
            f"{_name(path)} is locked with a password.", "Unpack and zip it again without one."
        )
    return member


def _decompressed(packed: IO[bytes], name: str) -> Iterator[bytes]:
    if not name.endswith("b"):
        while chunk := packed.read(_CHUNK):
            yield chunk
        return
    try:
        from zstandard import ZstdDecompressor, ZstdError
    except ImportError:
        raise YomuError(
            "The file is in Anki's new format, which needs the package zstandard.",
            "Install it, or tick “Support older Anki versions” when exporting from Anki.",
        ) from None
    try:
        with ZstdDecompressor().stream_reader(packed, read_across_frames=True) as reader:
            while chunk := reader.read(_CHUNK):
                yield chunk
    except (ZstdError, MemoryError) as error:
        raise EOFError(str(error)) from None


def _copy(chunks: Iterator[bytes], file: IO[bytes], path: Path) -> None:
    """Write chunks up to the limit. What an archive says of its own size is not believed."""
    written = 0
    for chunk in chunks:
        written += len(chunk)
        if written > LARGEST_COLLECTION:
            raise YomuError(
                f"{_name(path)} unpacks to more than {LARGEST_COLLECTION // 1024**2} MB.",
                "Export only the decks that you need, with “Include scheduling information” ticked.",
            )
        file.write(chunk)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    # new collections are indexed by a comparison of Anki's own
    connection.create_collation("unicase", _compare_unicase)
    return connection


def _compare_unicase(left: str, right: str) -> int:
    a, b = left.casefold(), right.casefold()
    return (a > b) - (a < b)


def _log(connection: sqlite3.Connection) -> AnkiLog:
    new = "notetypes" in _tables(connection)
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


def _tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(row[0]) for row in rows}


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


def _damaged(path: Path, why: str) -> YomuError:
    return YomuError(
        f"{_name(path)} is damaged ({safe_line(why) or 'it cannot be read'}).",
        "Export it from Anki again. Nothing was taken from it.",
    )


def _name(path: Path) -> str:
    return safe_line(str(path))


_HOW = (
    "In Anki: File → Export, “Anki Deck Package” with “Include scheduling information”, "
    "or “Anki Collection Package”."
)
