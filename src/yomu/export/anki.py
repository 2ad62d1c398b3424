"""An Anki deck: notes of the type *yomu*, in `.apkg` files that update and never duplicate.

Anki finds a note again by its guid, a note type by its id and a deck by its name. All three are
the same in every export, so importing a second file changes what the first one made.
"""

from __future__ import annotations

import io
import json
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Sequence
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.export.anki_progress import Memory, write_progress
from yomu.export.card_faces import CSS, TEMPLATES
from yomu.export.notes import FIELDS, ROOT, Note

if TYPE_CHECKING:
    from genanki import Deck, Model, Package

NOTE_TYPE_ID = 1_763_856_001
"""Permanent. Anki takes a note type with another id for another note type."""

DESIGNED_AT = 1_795_392_000
"""When templates or style were last changed, in seconds since 1970. Anki takes them over only if
this is later than what it has, so a design that a person has made their own stays until then."""

_FIRST_DECK_ID = 1_763_856_000_000
_DESCRIPTION = (
    "Made by yomu. Importing a newer export replaces the fields and tags of these notes; "
    "reviews stay, and so do cards that were moved to another deck."
)


def apkg(notes: Sequence[Note], now: datetime, memory: Memory | None = None) -> bytes:
    """The bytes of an `.apkg` with these notes, new cards in their order.

    `now` becomes the notes' time of change: Anki updates a note it has if this is later.
    With `memory`, cards carry their FSRS state, due date and log of reviews.
    """
    stamp = now.timestamp()
    with tempfile.TemporaryDirectory(prefix="yomu-") as folder:
        path = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(path)
        try:
            _package(notes).write_to_db(connection.cursor(), stamp, count(int(stamp * 1000)))
            _date_note_type(connection)
            if memory:
                write_progress(connection, memory)
            connection.commit()
        finally:
            connection.close()
        collection = path.read_bytes()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (("collection.anki2", collection), ("media", b"{}")):
            # Dated by no clock: a computer without a battery begins in 1970, which a zip cannot say.
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(member, content)
    return archive.getvalue()


def _date_note_type(connection: sqlite3.Connection) -> None:
    """Give the note type its date. genanki gives it that of the export, once for each deck."""
    models = json.loads(connection.execute("SELECT models FROM col").fetchone()[0])
    models[str(NOTE_TYPE_ID)]["mod"] = DESIGNED_AT
    connection.execute("UPDATE col SET models = ?", (json.dumps(models),))


def deck_id(name: str) -> int:
    """The id of the deck of this name, the same in every export."""
    return _FIRST_DECK_ID + zlib.crc32(name.encode("utf-8"))


def _package(notes: Sequence[Note]) -> Package:
    import genanki

    model = _note_type()
    decks: dict[str, Deck] = {}
    for position, note in enumerate(notes, 1):
        deck = decks.get(note.deck)
        if deck is None:
            deck = decks[note.deck] = genanki.Deck(deck_id(note.deck), note.deck, _DESCRIPTION)
        deck.add_note(
            genanki.Note(
                model=model,
                fields=list(note.html),
                tags=list(note.tags),
                guid=note.guid,
                due=position,
            )
        )
    return genanki.Package(list(decks.values()))


def _note_type() -> Model:
    import genanki

    return genanki.Model(
        NOTE_TYPE_ID,
        ROOT,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": name, "qfmt": front, "afmt": back} for name, front, back in TEMPLATES],
        css=CSS,
        sort_field_index=FIELDS.index("Expression"),
    )
