"""Cards as tables and JSON, for spreadsheets, scripts and other flashcard programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence

from yomu.export.notes import FIELDS, Note

COLUMNS = (*FIELDS, "Deck", "Tags")

# What a spreadsheet would run as a formula, also behind our own sign against it; the full-width
# forms count, because some programs fold them.
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def csv_table(notes: Sequence[Note]) -> bytes:
    """Comma-separated values with a header, CRLF and a BOM, as spreadsheets expect."""
    return _table(notes, delimiter=",", line_end="\r\n").encode("utf-8-sig")


def tsv_table(notes: Sequence[Note]) -> bytes:
    """Tab-separated values with a header, one note a line: line breaks become blanks."""
    return _table(notes, delimiter="\t", line_end="\n").encode()


def json_list(notes: Sequence[Note]) -> bytes:
    """A JSON list of objects: guid, deck, tags, and `fields` by name."""
    items = [
        {
            "guid": note.guid,
            "deck": note.deck,
            "tags": list(note.tags),
            "fields": dict(zip(FIELDS, note.plain, strict=True)),
        }
        for note in notes
    ]
    return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def guarded(cell: str) -> str:
    """`cell`, with a ' before it where a spreadsheet would run it as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _table(notes: Sequence[Note], *, delimiter: str, line_end: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(COLUMNS)
    for note in notes:
        cells = (*note.plain, note.deck, " ".join(note.tags))
        if delimiter == "\t":
            cells = tuple(" ".join(cell.split()) for cell in cells)
        writer.writerow([guarded(cell) for cell in cells])
    return text.getvalue()
