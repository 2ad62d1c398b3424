"""A first look at the database without sqlite_utils, whose import costs more than the first paint may."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from yomu.store.records import Place

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")
_PLACE = (
    "SELECT p.paragraph, p.offset, p.snippet FROM places p JOIN texts t ON t.id = p.text_id"
    " WHERE t.{} = ? LIMIT 1"
)
_PIN = "SELECT coalesce(max(id), 0) FROM furigana_choices"
EVENT = "SELECT coalesce(max(id), 0) FROM knowledge_events"


def peek_place(database: Path, path: str, content_hash: Callable[[], str] = str) -> Place | None:
    """The saved place of the text at `path`, or else of one with the same content.

    None where there is none, and also where the database is missing, locked or broken:
    opening it in earnest, a moment later, reports that.
    """

    return peek(database, lambda connection: _place(connection, path, content_hash))


def peek_stamp(database: Path, path: str) -> str:
    """What in the record the first screen of the text at `path` depends on: place and latest pin."""

    def look(connection: sqlite3.Connection) -> str:
        place = _place(connection, path, str)
        at = f"{place.paragraph}:{place.offset}" if place else "start"
        return f"{at} {connection.execute(_PIN).fetchone()[0]}"

    return peek(database, look) or "start"


def peek_event(database: Path) -> int:
    """The number of the latest change of a status."""
    return peek(database, lambda found: int(found.execute(EVENT).fetchone()[0])) or 0


def _place(
    connection: sqlite3.Connection, path: str, content_hash: Callable[[], str]
) -> Place | None:
    row = connection.execute(_PLACE.format("path"), (path,)).fetchone() if path else None
    if row is None and (wanted := content_hash()):
        row = connection.execute(_PLACE.format("content_hash"), (wanted,)).fetchone()
    return Place(*row) if row else None


def peek(database: Path, look: Callable[[sqlite3.Connection], T]) -> T | None:
    """What `look` finds; None where the database is missing, locked or broken."""
    if not os.path.exists(database):  # noqa: PTH110  # Path.exists raises where looking is forbidden
        return None
    import sqlite3

    try:
        connection = sqlite3.connect(
            f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=0.05
        )
    except sqlite3.Error:
        return None
    try:
        return look(connection)
    except (sqlite3.Error, UnicodeDecodeError):  # a message may quote damaged bytes
        return None
    finally:
        connection.close()
