"""The reviews of cards: an append-only log, and the schedules that follow from it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime

from yomu.model import Face, Status
from yomu.store.knowledge import Item, KnowledgeTable

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
LEARNING, REVIEW, RELEARNING = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Review:
    """One answer. `at` is ms since 1970 UTC; `day` the person's day (`date.toordinal()`).

    `origin` is `yomu` or `anki`, `external_id` Anki's id of the review.
    """

    card_id: str
    face: Face
    rating: int
    at: int
    day: int
    utc_offset: int = 0
    duration_ms: int = 0
    scheduler_id: int = 0
    origin: str = "yomu"
    external_id: int | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Schedule:
    """The memory of one face of a card, and when it is asked next.

    A step of learning or relearning is due at `due_at` (ms), a review on `due_day`. `stability`
    is in days, `difficulty` 1 to 10, as FSRS has them; `interval` in days, 0 within steps.
    """

    card_id: str
    face: Face
    state: int
    step: int | None
    stability: float
    difficulty: float
    due_at: int | None
    due_day: int | None
    interval: int
    first_day: int
    last_at: int
    last_day: int
    reps: int
    lapses: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer comes to: the review, the schedule after it, statuses that it changes.

    `hold` keeps the face out of the queue from now on (`leech`).
    """

    review: Review
    schedule: Schedule
    statuses: Mapping[Item, Status] = field(default_factory=dict)
    hold: str = ""


Replay = Callable[[Sequence[Review]], Schedule | None]
"""From all reviews of one face, in order, to its schedule; None of none."""


class ReviewTable:
    """Reads and writes reviews. Made by `Store.reviews`, used in the store's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[sqlite3.Connection]],
        now: Callable[[], datetime],
        knowledge: KnowledgeTable,
    ) -> None:
        self._connection = connection
        self._writing = writing
        self._now = now
        self._knowledge = knowledge

    # Answers

    def record(
        self, card_id: str, face: Face, answer: Callable[[Schedule | None], Answer]
    ) -> Answer:
        """Write one answer. `answer` gets the schedule as it is on disk, in the same transaction.

        So two processes never schedule from the same state. Gives the answer with the review's id.
        """
        with self._writing() as connection:
            given = answer(self.schedule(card_id, face))
            cursor = connection.execute(_INSERT_REVIEW, _review_values(given.review))
            review = replace(given.review, id=int(cursor.lastrowid or 0))
            self._put(given.schedule)
            if given.statuses:
                self._knowledge.set_within(given.statuses, "review", review_id=review.id)
            if given.hold:
                self._hold(card_id, [face], given.hold, None)
        return replace(given, review=review)

    def undo(self, review_id: int, replay: Replay) -> Schedule | None:
        """Take a review back: the schedule is what the others of that face come to."""
        with self._writing() as connection:
            row = connection.execute(
                "SELECT card_id, face FROM reviews WHERE id = ?", (review_id,)
            ).fetchone()
            if row is None:
                raise KeyError(review_id)
            connection.execute(
                "INSERT OR IGNORE INTO review_undos (review_id, at) VALUES (?,?)",
                (review_id, self._stamp()),
            )
            self._knowledge.undo_review(review_id)
            return self._rebuild(row[0], Face(row[1]), replay)

    def last(self) -> Review | None:
        """The latest review made in yomu that stands."""
        row = self._connection.execute(
            f"SELECT {_REVIEW_COLUMNS} FROM reviews r WHERE origin = 'yomu' AND {_STANDS}"
            " ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return _review(row) if row else None

    def insert_external(
        self,
        reviews: Iterable[Review],
        replay: Replay,
        statuses: Callable[[Collection[str]], Mapping[Item, Status]] = lambda card_ids: {},
    ) -> int:
        """Take in reviews made elsewhere, each once by its `external_id`; how many were new.

        The faces they belong to get the schedule that their whole log comes to, and then words
        what `statuses` says, asked with the cards that have new reviews.
        """
        touched: set[tuple[str, Face]] = set()
        new = 0
        with self._writing() as connection:
            for review in reviews:
                cursor = connection.execute(
                    f"{_INSERT_REVIEW} ON CONFLICT(external_id) DO NOTHING", _review_values(review)
                )
                if cursor.rowcount:
                    new += 1
                    touched.add((review.card_id, review.face))
            for card_id, face in sorted(touched):
                self._rebuild(card_id, face, replay)
            if touched:
                changed = statuses({card_id for card_id, _ in touched})
                self._knowledge.set_within(changed, "review")
        return new

    def reviews_of(self, card_id: str, face: Face) -> list[Review]:
        """The reviews of one face that stand, in the order in which they count."""
        rows = self._connection.execute(
            f"SELECT {_REVIEW_COLUMNS} FROM reviews r WHERE card_id = ? AND face = ? AND {_STANDS}"
            " ORDER BY at, id",
            (card_id, face),
        )
        return [_review(row) for row in rows]

    def log(self, *, since_day: int = 0) -> list[Review]:
        """All reviews that stand, in the order in which they count."""
        rows = self._connection.execute(
            f"SELECT {_REVIEW_COLUMNS} FROM reviews r WHERE day >= ? AND {_STANDS} ORDER BY at, id",
            (since_day,),
        )
        return [_review(row) for row in rows]

    def ever(self) -> list[Review]:
        """All reviews in the order they were written, also those taken back."""
        rows = self._connection.execute(f"SELECT {_REVIEW_COLUMNS} FROM reviews ORDER BY id")
        return [_review(row) for row in rows]

    # Schedules

    def schedule(self, card_id: str, face: Face) -> Schedule | None:
        row = self._connection.execute(
            f"SELECT {_SCHEDULE_COLUMNS} FROM schedules WHERE card_id = ? AND face = ?",
            (card_id, face),
        ).fetchone()
        return _schedule(row) if row else None

    def schedules_of(self, card_id: str) -> list[Schedule]:
        """The schedules of a card's faces, those of them that were ever asked."""
        rows = self._connection.execute(
            f"SELECT {_SCHEDULE_COLUMNS} FROM schedules WHERE card_id = ?", (card_id,)
        )
        return [_schedule(row) for row in rows]

    def schedules(self) -> list[Schedule]:
        """Every schedule, also of cards that were removed since."""
        rows = self._connection.execute(f"SELECT {_SCHEDULE_COLUMNS} FROM schedules")
        return [_schedule(row) for row in rows]

    def rebuild_all(self, replay: Replay) -> int:
        """Compute every schedule anew from the log; how many there are."""
        with self._writing() as connection:
            faces = connection.execute("SELECT DISTINCT card_id, face FROM reviews").fetchall()
            for card_id, face in faces:
                self._rebuild(card_id, Face(face), replay)
        return len(faces)

    # The settings that reviews were scheduled with

    def scheduler_id(self, settings: str) -> int:
        """The number of these settings (JSON); they are added if the latest ones are others."""
        with self._writing() as connection:
            row = connection.execute(
                "SELECT id, settings FROM schedulers ORDER BY id DESC LIMIT 1"
            ).fetchone()
            if row and row[1] == settings:
                return int(row[0])
            cursor = connection.execute(
                "INSERT INTO schedulers (settings, at) VALUES (?,?)", (settings, self._stamp())
            )
            return int(cursor.lastrowid or 0)

    def schedulers(self) -> dict[int, str]:
        """Number → settings (JSON), all that were ever in force."""
        return dict(self._connection.execute("SELECT id, settings FROM schedulers").fetchall())

    # Cards that are not asked for a while

    def hold(
        self, card_id: str, faces: Iterable[Face], hold: str, until_day: int | None = None
    ) -> None:
        """Keep faces of a card out of the queue: `buried` until a day, `suspended` or `leech` for good."""
        with self._writing():
            self._hold(card_id, faces, hold, until_day)

    def lift(self, card_id: str, faces: Iterable[Face], hold: str = "") -> int:
        """Take the holds off faces of a card, all or one kind; how many there were."""
        kind = (" AND hold = ?", (hold,)) if hold else ("", ())
        with self._writing() as connection:
            return sum(
                connection.execute(
                    "UPDATE review_holds SET lifted_at = ? WHERE card_id = ? AND face = ?"
                    f" AND lifted_at IS NULL{kind[0]}",
                    (self._stamp(), card_id, face, *kind[1]),
                ).rowcount
                for face in faces
            )

    def held(self, today: int) -> dict[tuple[str, Face], str]:
        """(card, face) → why it is not asked on this day."""
        rows = self._connection.execute(
            "SELECT card_id, face, hold FROM review_holds WHERE lifted_at IS NULL"
            " AND (until_day IS NULL OR until_day > ?) ORDER BY id",
            (today,),
        )
        return {(card_id, Face(face)): hold for card_id, face, hold in rows}

    def holds_of(self, card_id: str, today: int) -> dict[Face, str]:
        """Face → why it is not asked on this day, of one card."""
        rows = self._connection.execute(
            "SELECT face, hold FROM review_holds WHERE card_id = ? AND lifted_at IS NULL"
            " AND (until_day IS NULL OR until_day > ?) ORDER BY id",
            (card_id, today),
        )
        return {Face(face): hold for face, hold in rows}

    def _hold(self, card_id: str, faces: Iterable[Face], hold: str, until_day: int | None) -> None:
        self._connection.executemany(
            "INSERT INTO review_holds (card_id, face, hold, until_day, at) VALUES (?,?,?,?,?)",
            [(card_id, face, hold, until_day, self._stamp()) for face in faces],
        )

    def _rebuild(self, card_id: str, face: Face, replay: Replay) -> Schedule | None:
        schedule = replay(self.reviews_of(card_id, face))
        if schedule is None:
            self._connection.execute(
                "DELETE FROM schedules WHERE card_id = ? AND face = ?", (card_id, face)
            )
        else:
            self._put(schedule)
        return schedule

    def _put(self, schedule: Schedule) -> None:
        values = [getattr(schedule, item.name) for item in fields(Schedule)]
        self._connection.execute(
            f"INSERT OR REPLACE INTO schedules ({_SCHEDULE_COLUMNS})"
            f" VALUES ({','.join('?' * len(values))})",
            values,
        )

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="milliseconds")


_STANDS = "NOT EXISTS (SELECT 1 FROM review_undos u WHERE u.review_id = r.id)"
_REVIEW_COLUMNS = ", ".join(item.name for item in fields(Review))
_SCHEDULE_COLUMNS = ", ".join(item.name for item in fields(Schedule))
_WRITTEN = [item.name for item in fields(Review) if item.name != "id"]
_INSERT_REVIEW = (
    f"INSERT INTO reviews ({', '.join(_WRITTEN)}) VALUES ({','.join('?' * len(_WRITTEN))})"
)


def _review_values(review: Review) -> list[object]:
    return [getattr(review, name) for name in _WRITTEN]


def _review(row: Sequence[object]) -> Review:
    stored = dict(zip(_REVIEW_COLUMNS.split(", "), row, strict=True))
    stored["face"] = Face(str(stored["face"]))
    return Review(**stored)  # type: ignore[arg-type]  # SQLite gives back what was stored


def _schedule(row: Sequence[object]) -> Schedule:
    stored = dict(zip(_SCHEDULE_COLUMNS.split(", "), row, strict=True))
    stored["face"] = Face(str(stored["face"]))
    return Schedule(**stored)  # type: ignore[arg-type]  # SQLite gives back what was stored
