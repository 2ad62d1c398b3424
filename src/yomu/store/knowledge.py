"""What a person knows: a status for each word and term, and every change to one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from yomu.model import Status

if TYPE_CHECKING:
    import sqlite3

BY_PERSON = ("key", "rest", "import:")
"""How the causes begin that `undo` takes back; a review has an undo of its own."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word, by its dictionary form and the hiragana of it; or, with `entry_id`, a term.

    A word with an empty reading stands for that spelling whatever its reading.
    """

    lemma: str
    reading: str = ""
    entry_id: str = ""

    @property
    def key(self) -> str:
        return term_key(self.entry_id) if self.entry_id else word_key(self.lemma, self.reading)


def word_key(lemma: str, reading: str) -> str:
    return f"word:{lemma}\t{reading}"


def term_key(entry_id: str) -> str:
    return f"term:{entry_id}"


@dataclass(frozen=True, slots=True)
class Batch:
    """What was done at once. `changed` counts the items whose status is another now."""

    id: int
    cause: str
    changed: int


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item with its status; `updated_at` is UTC, ISO 8601."""

    item: Item
    status: Status
    updated_at: str


class KnowledgeTable:
    """Reads and writes statuses. Made by `Store.knowledge`, used in the store's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[sqlite3.Connection]],
        now: Callable[[], datetime],
    ) -> None:
        self._connection = connection
        self._writing = writing
        self._now = now

    def set(self, statuses: Mapping[Item, Status], cause: str) -> Batch:
        """Give items a status, as one batch. Items that have it already are left alone."""
        with self._writing():
            return self.set_within(statuses, cause)

    def set_within(
        self, statuses: Mapping[Item, Status], cause: str, *, review_id: int | None = None
    ) -> Batch:
        """As `set`, in a transaction that is open already."""
        before = self._before(statuses)
        changes = {i: s for i, s in statuses.items() if before.get(i.key, Status.NEW) != s}
        if not changes:
            return Batch(0, cause, 0)
        batch = self._new_batch(cause, review_id=review_id)
        at = self._stamp()
        self._connection.executemany(
            "INSERT INTO knowledge (key, lemma, reading, entry_id, status, updated_at)"
            " VALUES (?,?,?,?,?,?)"
            " ON CONFLICT(key) DO UPDATE SET status=excluded.status, updated_at=excluded.updated_at",
            [(i.key, i.lemma, i.reading, i.entry_id, int(s), at) for i, s in changes.items()],
        )
        self._connection.executemany(
            "INSERT INTO knowledge_events (batch, key, before, status) VALUES (?,?,?,?)",
            [
                (batch, item.key, int(before.get(item.key, Status.NEW)), int(status))
                for item, status in changes.items()
            ],
        )
        return Batch(batch, cause, len(changes))

    def undo(self, batch: int | None = None) -> Batch | None:
        """Take back a batch, or the latest one a person made that stands; None if there is none.

        Gives the batch that was taken back. An item that something else changed since stays as it is.
        """
        with self._writing():
            row = self._standing(batch)
            return Batch(row[0], row[1], self._take_back(row[0])) if row else None

    def latest(self) -> tuple[Batch, str, dict[Item, Status]] | None:
        """The batch that `undo` would take back, when it was made (UTC), and what it set."""
        row = self._standing(None)
        if row is None:
            return None
        rows = self._connection.execute(
            "SELECT k.lemma, k.reading, k.entry_id, e.status FROM knowledge_events e"
            " JOIN knowledge k ON k.key = e.key WHERE e.batch = ?",
            (row[0],),
        )
        items = {
            Item(lemma, reading, term): Status(status) for lemma, reading, term, status in rows
        }
        return Batch(row[0], row[1], len(items)), row[2], items

    def _standing(self, batch: int | None) -> tuple[int, str, str] | None:
        """Number, cause and time of a batch that was not taken back: this one, or a person's latest."""
        causes = " OR ".join("cause LIKE ? || '%'" for _ in BY_PERSON)
        row: tuple[int, str, str] | None = self._connection.execute(
            f"SELECT id, cause, at FROM knowledge_batches b WHERE ({causes}) AND NOT EXISTS"
            " (SELECT 1 FROM knowledge_batches u WHERE u.undoes = b.id)"
            " AND (? IS NULL OR id = ?) ORDER BY id DESC LIMIT 1",
            (*BY_PERSON, batch, batch),
        ).fetchone()
        return row

    def undo_review(self, review_id: int) -> None:
        """Take back what a review changed, in a transaction that is open already."""
        row = self._connection.execute(
            "SELECT id FROM knowledge_batches WHERE review_id = ? AND undoes IS NULL", (review_id,)
        ).fetchone()
        if row:
            self._take_back(row[0])

    def statuses(self) -> dict[str, Status]:
        """`Item.key` → status, of everything that has one."""
        rows = self._connection.execute("SELECT key, status FROM knowledge WHERE status != 0")
        statuses = list(Status)
        return {key: statuses[status] for key, status in rows}

    def all(self) -> list[KnownItem]:
        """Everything that has a status, the latest change first."""
        rows = self._connection.execute(
            "SELECT lemma, reading, entry_id, status, updated_at FROM knowledge"
            " WHERE status != 0 ORDER BY updated_at DESC, rowid DESC"
        )
        return [
            KnownItem(Item(lemma, reading, entry_id), Status(status), at)
            for lemma, reading, entry_id, status, at in rows
        ]

    def status(self, item: Item) -> Status:
        return self._before([item]).get(item.key, Status.NEW)

    def cause(self, item: Item) -> str:
        """What gave an item its status: the cause of the latest change that stands, or nothing."""
        row = self._connection.execute(
            "SELECT b.cause FROM knowledge_events e JOIN knowledge_batches b ON b.id = e.batch"
            " WHERE e.key = ? AND b.undoes IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM knowledge_batches u WHERE u.undoes = b.id) ORDER BY e.id DESC LIMIT 1",
            (item.key,),
        ).fetchone()
        return str(row[0]) if row else ""

    def latest_event(self) -> int:
        """The number of the latest change; a larger one later means that something changed."""
        row = self._connection.execute("SELECT max(id) FROM knowledge_events").fetchone()
        return int(row[0] or 0)

    def changes_since(self, event: int) -> dict[str, Status]:
        """`Item.key` → status after the changes that came after `event`, of another process too."""
        rows = self._connection.execute(
            "SELECT key, status FROM knowledge_events WHERE id > ? ORDER BY id", (event,)
        )
        return {key: Status(status) for key, status in rows}

    def log(self) -> list[tuple[str, int, str, int, int]]:
        """Every change, the oldest first: (at in UTC, UTC offset in minutes, key, before, status)."""
        return list(
            self._connection.execute(
                "SELECT b.at, b.utc_offset, e.key, e.before, e.status FROM knowledge_events e"
                " JOIN knowledge_batches b ON b.id = e.batch ORDER BY e.id"
            )
        )

    def _before(self, items: Iterable[Item]) -> dict[str, Status]:
        keys = [item.key for item in items]
        found: dict[str, Status] = {}
        for at in range(0, len(keys), 500):
            some = keys[at : at + 500]
            rows = self._connection.execute(
                f"SELECT key, status FROM knowledge WHERE key IN ({','.join('?' * len(some))})",
                some,
            )
            found.update((key, Status(status)) for key, status in rows)
        return found

    def _take_back(self, batch: int) -> int:
        undo = self._new_batch("undo", undoes=batch)
        rows = self._connection.execute(
            "SELECT e.key, e.status, e.before FROM knowledge_events e"
            " JOIN knowledge k ON k.key = e.key AND k.status = e.status WHERE e.batch = ?",
            (batch,),
        ).fetchall()
        self._connection.executemany(
            "INSERT INTO knowledge_events (batch, key, before, status) VALUES (?,?,?,?)",
            [(undo, *row) for row in rows],
        )
        at = self._stamp()
        self._connection.executemany(
            "UPDATE knowledge SET status = ?, updated_at = ? WHERE key = ?",
            [(before, at, key) for key, _, before in rows],
        )
        return len(rows)

    def _new_batch(
        self, cause: str, *, undoes: int | None = None, review_id: int | None = None
    ) -> int:
        offset = self._now().astimezone().utcoffset()
        cursor = self._connection.execute(
            "INSERT INTO knowledge_batches (cause, undoes, review_id, utc_offset, at)"
            " VALUES (?,?,?,?,?)",
            (
                cause,
                undoes,
                review_id,
                int(offset.total_seconds() // 60) if offset else 0,
                self._stamp(),
            ),
        )
        return int(cursor.lastrowid or 0)

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")
