"""Opening the database, and everything that is written to it."""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yomu.errors import YomuError
from yomu.store.health import must_check, note_closed, note_opened
from yomu.store.records import Place, SeenText
from yomu.store.schema import STEPS, migrations

if TYPE_CHECKING:
    from yomu.store.cards import CardTable
    from yomu.store.knowledge import KnowledgeTable
    from yomu.store.lookups import LookupTable
    from yomu.store.reviews import ReviewTable
    from yomu.store.waiting import WaitingFaces

BUSY_TIMEOUT_S = 5.0


class Store:
    """The learner's record. Use one per thread; writers in other processes are waited for.

    `now` gives the current time in UTC. Every write is one `BEGIN IMMEDIATE` transaction:
    it is on disk, or it did not happen.
    """

    def __init__(
        self, connection: sqlite3.Connection, now: Callable[[], datetime], path: Path
    ) -> None:
        self._connection = connection
        self._now = now
        self._path = path.absolute()
        self._closed = False
        note_opened(self._path)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        now: Callable[[], datetime],
        say: Callable[[str], None] = lambda message: None,
        timeout_s: float = BUSY_TIMEOUT_S,
    ) -> Store:
        """Open or create the database at `path` and bring its tables up to date.

        A file that is not a usable database is kept under a new name, never overwritten;
        `say` gets a sentence about it. Raises YomuError if it is locked for longer than
        `timeout_s`, comes from a newer yomu, or cannot be created.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise YomuError(
                f"{path.parent}: cannot be created: {error.strerror}.",
                "Set YOMU_HOME to a folder that you can write to.",
            ) from error
        try:
            return cls(_connect(path, timeout_s), now, path)
        except sqlite3.OperationalError as error:
            raise _explained(error, path) from error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            # SQLite quotes damaged bytes in its message, which Python cannot decode then.
            why = "its tables are unreadable" if isinstance(error, UnicodeDecodeError) else error
            kept = _set_aside(path, now())
            say(
                f"{path} was damaged ({why}); it is kept as {kept.name}, and a new record was started."
            )
            return cls(_connect(path, timeout_s), now, path)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._connection.close()
            note_closed(self._path)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise _explained(error, self._path) from error
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise _explained(error, self._path) from error
            raise

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")

    def _offset(self) -> int:
        """The zone one is in, in minutes: it says later which day it was."""
        offset = self._now().astimezone().utcoffset()
        return int(offset.total_seconds() // 60) if offset else 0

    # Texts and places

    def register(
        self,
        *,
        origin: str,
        slug: str,
        title: str,
        path: str,
        content_hash: str,
        characters: int,
        paragraphs: int,
    ) -> str:
        """The permanent id of a text, given one now if it is new; notes that it was opened.

        A text is known again by its path, or, when it was moved, by its content.
        """
        at = self._stamp()
        with self._writing() as connection:
            row = connection.execute(
                "SELECT id FROM texts WHERE (path = ? AND path != '') OR content_hash = ?"
                " ORDER BY path = ? DESC LIMIT 1",
                (path, content_hash, path),
            ).fetchone()
            values = (origin, slug, title, path, content_hash, characters, paragraphs, at)
            if row:
                text_id = str(row[0])
                connection.execute(
                    "UPDATE texts SET origin=?, slug=?, title=?, path=?, content_hash=?,"
                    " characters=?, paragraphs=?, opened_at=? WHERE id=?",
                    (*values, text_id),
                )
            else:
                text_id = str(uuid.uuid4())
                connection.execute(
                    "INSERT INTO texts (origin, slug, title, path, content_hash, characters,"
                    " paragraphs, opened_at, id, added_at) VALUES (?,?,?,?,?,?,?,?,?,?)",
                    (*values, text_id, at),
                )
        return text_id

    def save_place(self, text_id: str, place: Place) -> None:
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO places (text_id, paragraph, offset, snippet, furthest, updated_at)"
                " VALUES (?,?,?,?,?,?) ON CONFLICT(text_id) DO UPDATE SET paragraph=excluded.paragraph,"
                " offset=excluded.offset, snippet=excluded.snippet,"
                " furthest=max(furthest, excluded.furthest), updated_at=excluded.updated_at",
                (
                    text_id,
                    place.paragraph,
                    place.offset,
                    place.snippet,
                    place.paragraph,
                    self._stamp(),
                ),
            )

    def place(self, text_id: str) -> Place | None:
        row = self._one("SELECT paragraph, offset, snippet FROM places WHERE text_id = ?", text_id)
        return Place(*row) if row else None

    def seen_texts(self) -> list[SeenText]:
        """Every text that was opened and can be opened again, the latest first."""
        rows = self._connection.execute(
            "SELECT id, origin, slug, title, path, characters, paragraphs, opened_at FROM texts"
            " WHERE origin != 'stdin' ORDER BY opened_at DESC"
        ).fetchall()
        return [
            SeenText(i, o, s, t, p, c, n, sum(self.read_paragraphs(i).values()), at)
            for i, o, s, t, p, c, n, at in rows
        ]

    def forget(self, text_id: str) -> None:
        """Take a text off the library. What was read and looked up in it stays in the record."""
        with self._writing() as connection:
            connection.execute("UPDATE texts SET origin = 'stdin' WHERE id = ?", (text_id,))

    # Paragraphs read and marked

    def note_paragraph(
        self, text_id: str, paragraph: int, event: str, *, characters: int = 0, snippet: str = ""
    ) -> None:
        """Append `dwelt`, `read`, `unread`, `mark` or `unmark` for a paragraph."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO paragraph_events (text_id, paragraph, snippet, event, characters, at,"
                " utc_offset) VALUES (?,?,?,?,?,?,?)",
                (text_id, paragraph, snippet, event, characters, self._stamp(), self._offset()),
            )

    def read_paragraphs(self, text_id: str) -> dict[int, int]:
        """Paragraph index → its characters, for paragraphs dwelt on or marked as read."""
        state: dict[int, int] = {}
        for paragraph, event, characters in self._paragraph_events(
            text_id, "dwelt", "read", "unread"
        ):
            if event == "unread":
                state.pop(paragraph, None)
            else:
                state[paragraph] = characters
        return state

    def dwelt(self, limit: int = 1000) -> list[tuple[str, int, int, str]]:
        """The latest paragraphs dwelt on, in order: text, paragraph, characters, at (UTC)."""
        rows: list[tuple[str, int, int, str]] = self._connection.execute(
            "SELECT text_id, paragraph, coalesce(characters, 0), at FROM paragraph_events"
            " WHERE event = 'dwelt' ORDER BY id DESC LIMIT ?",
            (limit,),
        ).fetchall()
        return rows[::-1]

    def marked_paragraphs(self, text_id: str) -> set[int]:
        marked: set[int] = set()
        for paragraph, event, _ in self._paragraph_events(text_id, "mark", "unmark"):
            (marked.add if event == "mark" else marked.discard)(paragraph)
        return marked

    def _paragraph_events(self, text_id: str, *events: str) -> list[tuple[int, str, int]]:
        places = ",".join("?" * len(events))
        rows: list[tuple[int, str, int]] = self._connection.execute(
            f"SELECT paragraph, event, coalesce(characters, 0) FROM paragraph_events"
            f" WHERE text_id = ? AND event IN ({places}) ORDER BY id",
            (text_id, *events),
        ).fetchall()
        return rows

    # Cards

    @property
    def cards(self) -> CardTable:
        """The cards a learner kept."""
        from yomu.store.cards import CardTable

        return CardTable(self._connection, self._writing, self._stamp)

    @property
    def knowledge(self) -> KnowledgeTable:
        """What a person knows of words and terms."""
        from yomu.store.knowledge import KnowledgeTable

        return KnowledgeTable(self._connection, self._writing, self._now)

    @property
    def reviews(self) -> ReviewTable:
        """The reviews of cards, and the schedules that follow from them."""
        from yomu.store.reviews import ReviewTable

        return ReviewTable(self._connection, self._writing, self._now, self.knowledge)

    @property
    def waiting(self) -> WaitingFaces:
        """Which cards wait to be asked."""
        from yomu.store.waiting import WaitingFaces

        return WaitingFaces(self._connection)

    # Look-ups and chosen furigana

    @property
    def lookups(self) -> LookupTable:
        """What was looked up."""
        from yomu.store.lookups import LookupTable

        return LookupTable(self._connection, self._writing, self._stamp, self._offset)

    def choose_furigana(self, lemma: str, reading: str, choice: str) -> None:
        """Append `show`, `hide` or `auto` for the furigana of a word."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO furigana_choices (lemma, reading, choice, at) VALUES (?,?,?,?)",
                (lemma, reading, choice, self._stamp()),
            )

    def chosen_furigana(self) -> dict[str, str]:
        """Lemma → the latest choice (`show` or `hide`)."""
        rows = self._connection.execute(
            "SELECT lemma, choice FROM furigana_choices ORDER BY id"
        ).fetchall()
        return {lemma: choice for lemma, choice in dict(rows).items() if choice != "auto"}

    def _one(self, query: str, *values: object) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row


def _connect(path: Path, timeout_s: float) -> sqlite3.Connection:
    suspect = path.exists() and must_check(path)
    # autocommit: transactions are ours alone, so that every write is BEGIN IMMEDIATE
    connection = sqlite3.connect(path, timeout=timeout_s, isolation_level=None)
    try:
        _use_wal(connection, timeout_s)
        fault = connection.execute("PRAGMA quick_check(1)").fetchone()[0] if suspect else "ok"
        if fault != "ok":
            raise sqlite3.DatabaseError(str(fault).splitlines()[-1])
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables up to date. sqlite_utils takes 100 ms to load: only where there is something to do."""
    there = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'")
    applied = set()
    if there.fetchone():
        rows = connection.execute(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = 'yomu'"
        )
        applied = {str(row[0]) for row in rows}
    unknown = applied - {step.__name__ for step in STEPS}
    if unknown:
        raise YomuError(
            f"{path} was written by a newer yomu (step {min(unknown)}).",
            "Update yomu, or set YOMU_HOME to another folder.",
        )
    if len(applied) < len(STEPS):
        from sqlite_utils import Database

        # one process migrates, others wait here and then find nothing left to do
        connection.execute("BEGIN IMMEDIATE")
        migrations().apply(Database(connection))
        connection.execute("COMMIT")


def _use_wal(connection: sqlite3.Connection, timeout_s: float) -> None:
    """Turn on WAL, once in a database's life. SQLite's busy timeout does not cover this statement."""
    until = time.monotonic() + timeout_s
    while True:
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename a damaged database and its journal; the name found is free."""
    stamp = now.strftime("%Y%m%d-%H%M%S")
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    path.rename(kept)
    for suffix in ("-wal", "-shm"):
        side = path.with_name(path.name + suffix)
        if side.exists():
            side.rename(kept.with_name(kept.name + suffix))
    return kept


def _explained(error: sqlite3.OperationalError, path: Path | None) -> YomuError:
    where = f"{path}: " if path else ""
    text = str(error)
    if "locked" in text or "busy" in text:
        return YomuError(
            f"{where}another program is using the record of your reading.",
            "Close the other yomu, or wait a moment and try again.",
        )
    if "full" in text or "I/O" in text:
        return YomuError(
            f"{where}the disk is full: progress cannot be saved.",
            "Free some space; you can go on reading.",
        )
    if "already exists" in text:
        return YomuError(
            f"{where}this database is another program's.",
            "Move the file away, or set YOMU_HOME to another folder.",
        )
    return YomuError(
        f"{where}the record of your reading cannot be written ({text}).",
        "Allow writing in its folder, and check the space on the disk.",
    )
