"""A first look at what a person knows, for a first paint that depends on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.model import Status
from yomu.store.peek import EVENT, peek

if TYPE_CHECKING:
    import sqlite3

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
        event = connection.execute(EVENT).fetchone()[0]
        found: dict[str, Status] = {}
        for status, keys in connection.execute(_STATUSES):
            found.update(dict.fromkeys(keys.split(_BETWEEN), Status(status)))
        return Peeked(found, event, pins)

    return peek(database, look) or Peeked()
