"""A first look at the database without sqlite_utils, whose import costs more than the first paint may."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from yomu.model import Status
from yomu.store.records import Place

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")
_PLACE = (
    "SELECT p.paragraph, p.offset, p.snippet FROM places p JOIN texts t ON t.id = p.text_id"
    " WHERE t.{} = ? LIMIT 1"
)
_EVENT = "SELECT coalesce(max(id), 0) FROM knowledge_events"
_BETWEEN = "\x1e"
# one long string a status: 50,000 rows one by one take half as long again
_STATUSES = (
    f"SELECT status, group_concat(key, char({ord(_BETWEEN)})) FROM knowledge"
    " WHERE status != 0 GROUP BY status"
)


@dataclass(frozen=True, slots=True)
class Peeked:
    """What a person knows: `Item.key` → status, up to the change numbered `event`; and what is pinned.

    `pins` has words (and terms, by `term_key`) → `show` or `hide`.
    """

    statuses: dict[str, Status] = field(default_factory=dict)
    event: int = 0
    pins: dict[str, str] = field(default_factory=dict)


def peek_place(database: Path, path: str, content_hash: Callable[[], str] = str) -> Place | None:
    """The saved place of the text at `path`, or else of one with the same content.

    None where there is none, and also where the database is missing, locked or broken:
    opening it in earnest, a moment later, reports that.
    """

    def look(connection: sqlite3.Connection) -> Place | None:
        row = connection.execute(_PLACE.format("path"), (path,)).fetchone() if path else None
        if row is None and (wanted := content_hash()):
            row = connection.execute(_PLACE.format("content_hash"), (wanted,)).fetchone()
        return Place(*row) if row else None

    return _peek(database, look)


def peek_known(database: Path, *, statuses: bool) -> Peeked:
    """Pins and, where asked for, statuses; nothing where the database cannot be looked into."""

    def look(connection: sqlite3.Connection) -> Peeked:
        connection.execute("BEGIN")  # both questions see the same state
        pins = dict(
            connection.execute("SELECT lemma, choice FROM furigana_choices ORDER BY id").fetchall()
        )
        pins = {key: choice for key, choice in pins.items() if choice != "auto"}
        if not statuses:
            return Peeked(pins=pins)
        event = connection.execute(_EVENT).fetchone()[0]
        found: dict[str, Status] = {}
        for status, keys in connection.execute(_STATUSES):
            found.update(dict.fromkeys(keys.split(_BETWEEN), Status(status)))
        return Peeked(found, event, pins)

    return _peek(database, look) or Peeked()


def peek_event(database: Path) -> int:
    """The number of the latest change of a status."""
    return _peek(database, lambda found: int(found.execute(_EVENT).fetchone()[0])) or 0


def peek_pins(database: Path) -> int:
    """The number of the latest pin."""
    query = "SELECT coalesce(max(id), 0) FROM furigana_choices"
    return _peek(database, lambda found: int(found.execute(query).fetchone()[0])) or 0


def _peek(database: Path, look: Callable[[sqlite3.Connection], T]) -> T | None:
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
    except sqlite3.Error:
        return None
    finally:
        connection.close()
