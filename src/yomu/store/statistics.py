"""What the record holds, counted: rows that are sums already, read and never written.

Reads from a connection of its own that cannot write, so that neither a long import nor another
yomu keeps anybody waiting. All figures of one `Figures` are of the same moment.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from yomu.errors import YomuError
from yomu.model import Face
from yomu.store.schema import STEPS

if TYPE_CHECKING:
    from yomu.store.database import Store

_TIMEOUT_S = 2.0
_FOR_GOOD = 9_999_999
"""The day, year 27,000 or so, on which a card comes back that was set aside for good."""


class ParagraphEvent(NamedTuple):
    """`event` is dwelt, read or unread; `day` the learner's day (`date.toordinal()`)."""

    text_id: str
    paragraph: int
    event: str
    characters: int
    day: int


class TextLength(NamedTuple):
    id: str
    title: str
    characters: int


class LookupCount(NamedTuple):
    day: int
    headword: str
    reading: str
    times: int


class StatusChange(NamedTuple):
    """So many words (or terms) went from one status to another on a day."""

    day: int
    is_term: bool
    before: int
    status: int
    times: int


class DueCount(NamedTuple):
    """Faces that are asked next on a day; None those within steps of learning."""

    day: int | None
    faces: int


class ScheduleCount(NamedTuple):
    """Faces with a stability of so many whole days."""

    stability_days: int
    faces: int


class Leech(NamedTuple):
    card_id: str
    expression: str
    reading: str
    face: Face
    lapses: int
    reps: int
    held: bool


class CardCount(NamedTuple):
    """`asked` cards have a schedule; `suspended` counts faces set aside for good, leeches among them."""

    kept: int = 0
    asked: int = 0
    suspended: int = 0
    buried: int = 0


class Figures:
    """Counts out of one open connection. `text_id` leaves only what belongs to that text.

    `day_starts_at` is the hour at which the learner's day begins.
    """

    def __init__(
        self, connection: sqlite3.Connection, day_starts_at: int, text_id: str = ""
    ) -> None:
        self._connection = connection
        self._starts = day_starts_at
        self._text = text_id
        removed = "SELECT id FROM cards WHERE removed_at IS NOT NULL"
        self._kept = f"s.card_id NOT IN ({removed})"
        if text_id:
            self._kept += " AND s.card_id IN (SELECT id FROM cards WHERE text_id = :text)"

    def paragraphs(self) -> Iterator[ParagraphEvent]:
        """What was read, in the order in which it happened."""
        rows = self._rows(
            "SELECT text_id, paragraph, event, coalesce(characters, 0),"
            f" {_day('at', 'utc_offset')} FROM paragraph_events"
            f" WHERE event IN ('dwelt', 'read', 'unread'){self._of_text()} ORDER BY id"
        )
        return map(ParagraphEvent._make, rows)

    def texts(self) -> list[TextLength]:
        where = "WHERE id = :text" if self._text else ""
        rows = self._rows(f"SELECT id, title, coalesce(characters, 0) FROM texts {where}")
        return [TextLength(*row) for row in rows]

    def lookups(self) -> list[LookupCount]:
        """How often each word was looked up on each day."""
        rows = self._rows(
            f"SELECT {_day('at', 'utc_offset')} AS day, coalesce(nullif(headword, ''), surface),"
            f" coalesce(max(reading), ''), count(*) FROM lookups WHERE 1{self._of_text()}"
            " GROUP BY 1, 2 ORDER BY 1, 2"
        )
        return [LookupCount(*row) for row in rows]

    def status_changes(self) -> list[StatusChange]:
        """The log of what became known, by day; empty where a text was chosen: a word is of no text."""
        if self._text:
            return []
        rows = self._rows(
            f"SELECT {_day('b.at', 'b.utc_offset')}, e.key >= 'term:' AND e.key < 'term;',"
            " e.before, e.status, count(*) FROM knowledge_events e"
            " JOIN knowledge_batches b ON b.id = e.batch GROUP BY 1, 2, 3, 4 ORDER BY 1"
        )
        return [StatusChange(day, bool(term), *rest) for day, term, *rest in rows]

    def answers(self) -> Iterator[Iterator[tuple[int, int, int]]]:
        """For each face its answers that stand, in order: (4 × day + rating - 1, scheduler, ms).

        To be read as they come. Two queries that go over the faces in the same order say where
        one ends: naming the face with each of 500,000 answers would take as long again.
        """
        where = self._standing()
        sizes = self._rows(
            f"SELECT count(*) FROM reviews {where} GROUP BY card_id, face ORDER BY card_id, face"
        ).fetchall()
        rows = self._rows(
            "SELECT 4 * day + rating - 1, scheduler_id, coalesce(duration_ms, 0)"
            f" FROM reviews {where} ORDER BY card_id, face, at, id"
        )
        return (islice(rows, size) for (size,) in sizes)

    def schedulers(self) -> dict[int, str]:
        """Number → settings (JSON) that answers were scheduled with."""
        return dict(self._rows("SELECT id, settings FROM schedulers"))

    def due(self, faces: Sequence[Face], today: int) -> list[DueCount]:
        """When the faces of kept cards come next, those that are set aside for good left out.

        A buried one comes when it is dug up.
        """
        rows = self._rows(
            "SELECT CASE WHEN s.state = 2 THEN max(s.due_day, coalesce(h.until, 0)) END AS day,"
            f" count(*) FROM schedules s {_HELD} WHERE {self._kept} AND s.face IN ({_listed(faces)})"
            f" AND coalesce(h.until, 0) < {_FOR_GOOD} AND (s.state = 2 OR h.until IS NULL)"
            " GROUP BY 1 ORDER BY 1",
            today=today,
        )
        return [DueCount(*row) for row in rows]

    def stabilities(self) -> list[ScheduleCount]:
        """How lasting the memory of the faces is that have left their first steps."""
        rows = self._rows(
            "SELECT CAST(s.stability AS INTEGER), count(*) FROM schedules s"
            f" WHERE s.state != 1 AND {self._kept} GROUP BY 1 ORDER BY 1"
        )
        return [ScheduleCount(*row) for row in rows]

    def leeches(self, lapses: int, today: int) -> list[Leech]:
        """Faces forgotten so often, or set aside for it, the worst first."""
        rows = self._rows(
            "SELECT c.id, c.expression, c.reading, s.face, s.lapses, s.reps, h.leech IS NOT NULL"
            # CROSS keeps the order: cards are looked up last, and only for the few
            f" FROM schedules s {_HELD} CROSS JOIN cards c ON c.id = s.card_id"
            f" WHERE (s.lapses >= :lapses OR h.leech) AND {self._kept}"
            " ORDER BY s.lapses DESC, c.expression, s.face",
            lapses=lapses,
            today=today,
        )
        return [
            Leech(card, expression, reading or "", Face(face), lapsed, reps, bool(held))
            for card, expression, reading, face, lapsed, reps, held in rows
        ]

    def cards(self, today: int) -> CardCount:
        where = " AND text_id = :text" if self._text else ""
        kept = self._one(f"SELECT count(*) FROM cards WHERE removed_at IS NULL{where}")
        asked = self._one(f"SELECT count(DISTINCT s.card_id) FROM schedules s WHERE {self._kept}")
        held = dict(
            self._rows(
                f"SELECT until = {_FOR_GOOD}, count(*) FROM ({_HOLDS}) s WHERE {self._kept} GROUP BY 1",
                today=today,
            )
        )
        return CardCount(kept, asked, held.get(1, 0), held.get(0, 0))

    def _standing(self) -> str:
        """The condition on `reviews`: not taken back, and of the text."""
        where = []
        if self._one("SELECT EXISTS (SELECT 1 FROM review_undos)"):
            where.append("id NOT IN (SELECT review_id FROM review_undos)")
        if self._text:
            where.append("card_id IN (SELECT id FROM cards WHERE text_id = :text)")
        return f"WHERE {' AND '.join(where)}" if where else ""

    def _of_text(self) -> str:
        return " AND text_id = :text" if self._text else ""

    def _one(self, query: str, **values: object) -> int:
        return int(next(self._rows(query, **values))[0])

    def _rows(self, query: str, **values: object) -> sqlite3.Cursor:
        named = {"text": self._text, "starts": self._starts, **values}
        return self._connection.execute(query, named)


def find_text(connection: sqlite3.Connection, name: str, path: str = "") -> tuple[str, str] | None:
    """The id and title of the text with this name (`slug`), path or title, the latest opened of several."""
    row = connection.execute(
        "SELECT id, title FROM texts WHERE :name IN (slug, path, title) OR (path = :path AND path != '')"
        " ORDER BY opened_at DESC LIMIT 1",
        {"name": name, "path": path},
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else None


def _day(at: str, offset: str) -> str:
    """The learner's day of an ISO 8601 time in UTC, in whole seconds: no rounding at its borders.

    719,163 is `date(1970, 1, 1).toordinal()`. What was written before offsets were kept counts
    in the zone of this computer at that time.
    """
    seconds = f"CAST(strftime('%s', {at}) AS INTEGER)"
    return (
        f"(({seconds} + coalesce({offset}, local_offset({at})) * 60 - :starts * 3600) / 86400"
        " + 719163)"
    )


def _listed(faces: Sequence[Face]) -> str:
    return ", ".join(f"'{face.value}'" for face in faces)


_HOLDS = (
    f"SELECT card_id, face, max(coalesce(until_day, {_FOR_GOOD})) AS until,"
    " max(CASE WHEN hold = 'leech' THEN 1 END) AS leech FROM review_holds"
    " WHERE lifted_at IS NULL AND (until_day IS NULL OR until_day > :today) GROUP BY 1, 2"
)
_HELD = f"LEFT JOIN ({_HOLDS}) h ON h.card_id = s.card_id AND h.face = s.face"


@contextmanager
def reading(
    database: Path, open_store: Callable[[], Store], local_offset: Callable[[str], int]
) -> Iterator[sqlite3.Connection | None]:
    """A connection that cannot write, on the record as it is at one moment; None where there is none yet.

    A record of an older yomu is brought up to date first, by `open_store`. `local_offset` gives
    the zone, in minutes, in which this computer was at an ISO 8601 time. Raises YomuError where
    the record cannot be read.
    """
    if not database.exists():
        yield None
        return
    if _out_of_date(database):
        open_store().close()
    try:
        connection = _connect(database)
        try:
            connection.create_function("local_offset", 1, local_offset, deterministic=True)
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise YomuError(
            f"{database}: the record of your reading cannot be read ({error}).",
            "Close other programs that use it, and try again.",
        ) from error


def _connect(database: Path) -> sqlite3.Connection:
    uri = f"{database.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(uri, uri=True, timeout=_TIMEOUT_S, isolation_level=None)


def _out_of_date(database: Path) -> bool:
    """Whether tables are missing, or the file is none that can be read: the store then says so."""
    try:
        connection = _connect(database)
    except sqlite3.Error:
        return True
    try:
        applied = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()[0]
    except UnicodeDecodeError:  # SQLite's message quotes damaged bytes
        return True
    except sqlite3.DatabaseError as error:
        return "locked" not in str(error)
    finally:
        connection.close()
    return bool(applied != len(STEPS))
