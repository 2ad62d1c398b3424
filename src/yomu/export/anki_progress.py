"""What a learner remembers, in Anki's terms: FSRS memory, due dates and the log of reviews.

Anki takes these over for cards that are new to it, if *Import any learning progress* is ticked;
the progress of cards that it has already is never touched.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from yomu.export.card_faces import FACES
from yomu.model import Face
from yomu.store.reviews import LEARNING, RELEARNING, REVIEW, Review, Schedule

_STEP_QUEUE, _REVIEW_QUEUE, _SUSPENDED = 1, 2, -1
_EASE = 2500
"""Anki's ease factor, which FSRS leaves alone."""
_KINDS = {LEARNING: 0, REVIEW: 1, RELEARNING: 2}
"""The kind of a review in Anki's log, by the state the card was in."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One review, with the schedules before and after it. `id` is what Anki's log calls it."""

    id: int
    rating: int
    duration_ms: int
    before: Schedule | None
    after: Schedule


@dataclass(frozen=True, slots=True)
class Progress:
    """Where one face of a card stands. `decay` is FSRS's w20, `steps_left` of learning steps."""

    schedule: Schedule
    log: tuple[Answered, ...]
    retention: float
    decay: float
    steps_left: int = 0
    suspended: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """The progress of notes by GUID and face, as of a learner's day that began at `day_began` (s)."""

    day: int
    day_began: int
    faces: Mapping[tuple[str, Face], Progress] = field(default_factory=dict)


def anki_ids(reviews: Iterable[Review]) -> dict[int, int]:
    """Review id → its permanent id in Anki's log; `reviews` are all there ever were, by id.

    It is the time in ms; of two at the same time the later one is given the next that is free.
    """
    taken: set[int] = set()
    ids: dict[int, int] = {}
    for review in reviews:
        number = review.at if review.external_id is None else review.external_id
        while number in taken:
            number += 1
        taken.add(number)
        ids[review.id] = number
    return ids


def write_progress(connection: sqlite3.Connection, memory: Memory) -> None:
    """Give the new cards of a collection that genanki wrote their progress."""
    # Due days count from the collection's first day. genanki's collection is of Anki's first
    # scheduler, whose answers 2 and 3 Anki would turn into 3 and 4.
    conf = json.loads(connection.execute("SELECT conf FROM col").fetchone()[0]) | {"schedVer": 2}
    connection.execute("UPDATE col SET crt = ?, conf = ?", (memory.day_began, json.dumps(conf)))
    rows = connection.execute(
        "SELECT n.guid, c.ord, c.id FROM cards c JOIN notes n ON n.id = c.nid"
    ).fetchall()
    for guid, order, card_id in rows:
        progress = memory.faces.get((guid, FACES[order]))
        if progress is None:
            continue
        values = _card_values(progress, memory.day)
        assigned = ", ".join(f"{name} = ?" for name in values)
        connection.execute(f"UPDATE cards SET {assigned} WHERE id = ?", (*values.values(), card_id))
        connection.executemany(
            "INSERT INTO revlog (id, cid, usn, ease, ivl, lastIvl, factor, time, type)"
            " VALUES (?,?,-1,?,?,?,?,?,?)",
            [_log_values(answered, card_id) for answered in progress.log],
        )


def _card_values(progress: Progress, today: int) -> dict[str, object]:
    """The columns of Anki's table `cards` that hold progress."""
    schedule = progress.schedule
    if schedule.due_day is not None:
        queue, due = _REVIEW_QUEUE, schedule.due_day - today
    else:
        queue, due = _STEP_QUEUE, (schedule.due_at or schedule.last_at) // 1000
    memory = {
        "s": round(schedule.stability, 4),
        "d": round(schedule.difficulty, 3),
        "dr": round(progress.retention, 2),
        "decay": round(progress.decay, 3),
        "lrt": schedule.last_at // 1000,
    }
    return {
        "type": schedule.state,
        "queue": _SUSPENDED if progress.suspended else queue,
        "due": due,
        "ivl": schedule.interval or _days_before(progress),
        "factor": _EASE,
        "reps": schedule.reps,
        "lapses": schedule.lapses,
        "left": progress.steps_left,
        "data": json.dumps(memory, separators=(",", ":")),
    }


def _days_before(progress: Progress) -> int:
    """The interval of a card in relearning: at least a day, as Anki has it; 0 while learning."""
    return 1 if progress.schedule.state == RELEARNING else 0


def _log_values(answered: Answered, card_id: int) -> tuple[int, ...]:
    """A row of Anki's table `revlog`."""
    before, after = answered.before, answered.after
    return (
        answered.id,
        card_id,
        answered.rating,
        _interval(after),
        _interval(before) if before else 0,
        round((after.difficulty - 1) / 9 * 1000) + 100,  # how Anki logs FSRS's difficulty
        answered.duration_ms,
        _KINDS[before.state] if before else 0,
    )


def _interval(schedule: Schedule) -> int:
    """Days, or for a step of learning seconds below zero."""
    if schedule.due_at is None:
        return schedule.interval
    return -max(1, round((schedule.due_at - schedule.last_at) / 1000))
