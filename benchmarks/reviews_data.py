"""A record of years of reviews, for the benchmarks: many cards, and a log that their schedules follow from."""

from __future__ import annotations

import json
import random
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from yomu.model import Face
from yomu.store.database import Store
from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, Schedule
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling

YEARS = 3
_SENTENCE = "政府は対外有償軍事援助の枠組みを見直し、同盟国への売却を早める方針を示した。"
_RUBIES = [
    [0, 2, "せいふ", ["せい", "ふ"]],
    [3, 11, "たいがいゆうしょうぐんじえんじょ", None],
    [12, 14, "わくぐ", None],
    [16, 18, "みなお", None],
    [20, 23, "どうめいこく", None],
    [25, 27, "ばいきゃく", None],
    [28, 29, "はや", None],
    [31, 33, "ほうしん", None],
    [34, 35, "しめ", None],
]
_KANJI = "政府対外有償軍事援助枠組見直同盟国売却方針示交渉支援立法西半球重視姿勢備蓄特使"


def generate(database: Path, now: datetime, *, cards: int, reviews: int, seed: int = 1) -> None:
    """Fill a new database: cards kept over three years, each answered on the day it was due."""
    rng = random.Random(seed)
    Store.open(database, now=lambda: now).close()
    scheduling = Scheduling()
    today = moment(now, 4).day
    store = Store.open(database, now=lambda: now)
    scheduler = store.reviews.scheduler_id(scheduling.to_json())
    connection = store._connection
    connection.execute("BEGIN")
    days = YEARS * 365
    made: list[tuple[str, int]] = []
    for number in range(cards):
        day = number * days // cards
        card_id = str(uuid.UUID(int=rng.getrandbits(128)))
        made.append((card_id, today - days + day))
        kept = (now - timedelta(days=days - day)).isoformat(timespec="milliseconds")
        word = "".join(rng.choices(_KANJI, k=3))
        connection.execute(
            "INSERT INTO cards (id, kind, entry_id, expression, reading, domain, acronym,"
            " meaning_en, definition_ja, definition_en, pitch, sentence, sentence_en, title, date,"
            ' url, note, gloss_source, rubies, start, "end", edited, created_at, updated_at)'
            " VALUES (?, 'word', '', ?, 'かんじ', 'diplomacy', '', 'meaning', '', '', '', ?, ?,"
            " '題', '', '', '', '', ?, 3, 11, '[]', ?, ?)",
            (
                *(card_id, f"{word}{number}", _SENTENCE, "The government showed its policy."),
                *(json.dumps(_RUBIES, ensure_ascii=False), kept, kept),
            ),
        )
    total = 0
    for face in (Face.RECOGNITION, Face.READING):
        # the latest cards stay new
        for card_id, first in made[: -max(1, cards // 25)]:
            if total >= reviews:
                break
            schedule: Schedule | None = None
            day = first + (face is Face.READING)
            while day < today:
                at = _noon(day)
                steps = 2 if schedule is None else 1
                for step in range(steps):
                    rating = rng.choices((AGAIN, HARD, GOOD, EASY), (8, 8, 76, 8))[0]
                    if schedule is None or schedule.due_day is None:
                        rating = GOOD
                    when = moment(at + timedelta(minutes=10 * step), 4)
                    schedule = scheduling.review(card_id, face, schedule, rating, when)
                    total += _insert(connection, schedule, rating, scheduler)
                if schedule.due_day is None:
                    when = moment(at + timedelta(minutes=30), 4)
                    schedule = scheduling.review(card_id, face, schedule, GOOD, when)
                    total += _insert(connection, schedule, GOOD, scheduler)
                day = schedule.due_day or day + 1
            if schedule is not None:
                store.reviews._put(schedule)
    connection.execute("COMMIT")
    store.close()


def _noon(day: int) -> datetime:
    return datetime.fromordinal(day).replace(hour=12, tzinfo=UTC)


def _insert(connection: object, schedule: Schedule, rating: int, scheduler: int) -> int:
    connection.execute(  # type: ignore[attr-defined]
        "INSERT INTO reviews (card_id, face, rating, at, day, utc_offset, duration_ms,"
        " scheduler_id, origin) VALUES (?,?,?,?,?,0,4000,?,'yomu')",
        (
            *(schedule.card_id, schedule.face, rating, schedule.last_at, schedule.last_day),
            scheduler,
        ),
    )
    return 1
