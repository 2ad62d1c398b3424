"""`yomu stats`: what it prints with a record, without one, and while another program writes."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yomu.model import Face, Status
from yomu.store.cards import Card, CardKind
from yomu.store.database import Store
from yomu.store.knowledge import Item
from yomu.store.lookups import NewLookup
from yomu.store.reviews import AGAIN, GOOD, Answer, Review, Schedule
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling

Run = Callable[..., subprocess.CompletedProcess[bytes]]

WORD = "集団的\x1b[31m自衛権"


@pytest.fixture
def record(home: Path) -> Path:
    """Thirty days of reading and reviews that end today."""
    path = home / "data" / "yomu.db"
    clock = [datetime.now(UTC) - timedelta(days=30)]
    store = Store.open(path, now=lambda: clock[0])
    scheduling = Scheduling()
    number = store.reviews.scheduler_id(scheduling.to_json())
    text = store.register(
        origin="file",
        slug="nsc",
        title="題[/]",
        path="/nowhere/nsc.txt",
        content_hash="x",
        characters=900,
        paragraphs=30,
    )
    for index in range(31):
        store.note_paragraph(text, index, "read", characters=30)
        store.lookups.note(NewLookup(WORD, "じえいけん", WORD, text_id=text))
        store.cards.keep(Card(f"card{index}", CardKind.WORD, WORD, reading="よみ"))
        store.knowledge.set({Item(f"語{index}", ""): Status.KNOWN}, "key")
        for rating in (AGAIN, GOOD, GOOD):
            when = moment(clock[0], 4)

            def made(before: Schedule | None, rating: int = rating, index: int = index) -> Answer:
                at = (f"card{index}", Face.RECOGNITION)
                after = scheduling.review(*at, before, rating, when)  # noqa: B023
                review = Review(*at, rating, when.at, when.day, when.utc_offset, 60_000, number)  # noqa: B023
                return Answer(review, after)

            store.reviews.record(f"card{index}", Face.RECOGNITION, made)
        clock[0] += timedelta(days=1)
    store.close()
    return path


def test_without_a_record_it_says_what_will_be_seen_here(yomu: Run, home: Path) -> None:
    done = yomu("stats")
    assert done.returncode == 0
    assert b"Here you will see" in done.stdout
    assert not done.stderr
    assert not (home / "data" / "yomu.db").exists(), "looking makes nothing"
    assert json.loads(yomu("stats", "--format", "json").stdout)["totals"]["characters"] == 0
    assert yomu("stats", "--format", "csv").stdout.count(b"\n") == 1


def test_every_page_is_printed_in_80_cells_without_escapes(yomu: Run, record: Path) -> None:
    from yomu.typeset.width import cell_width

    for options in ([], ["--plots"], ["--since", "7d"], ["--since", "2d", "--plots"]):
        done = yomu("stats", *options)
        assert done.returncode == 0, done.stderr
        printed = done.stdout.decode()
        assert "\x1b" not in printed
        assert max(map(cell_width, printed.split("\n"))) <= 80
        for title in ("In figures", "Characters read", "Right at reviews", "by status", "Due"):
            assert title in printed
    assert "┤" in yomu("stats", "--plots").stdout.decode()
    assert "┤" not in yomu("stats").stdout.decode(), "a pipe gets no curves"


def test_json_and_csv_hold_the_same_days(yomu: Run, record: Path) -> None:
    found = json.loads(yomu("stats", "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(yomu("stats", "--format", "csv").stdout.decode())))
    assert [{name: str(value) for name, value in day.items()} for day in found["days"]] == rows
    assert found["totals"]["characters"] == 31 * 30
    assert found["totals"]["answers"] == sum(int(row["answers"]) for row in rows) == 93
    assert found["totals"]["new"] == 31
    assert found["totals"]["duration_ms"] == 93 * 60_000
    assert found["known"]["words"]["known"] == int(rows[-1]["words_known"]) == 31
    assert found["streak"] == {"current": 31, "longest": 31}
    assert found["texts_finished"] == 1
    assert found["most_looked_up"][0]["times"] == 31
    assert len(found["due"]["next_days"]) == 30


def test_since_takes_a_date_or_days_and_text_a_name(yomu: Run, record: Path) -> None:
    week = json.loads(yomu("stats", "--since", "7d", "--format", "json").stdout)
    assert week["totals"]["answers"] == 21
    assert json.loads(yomu("stats", "--since", week["since"], "--format", "json").stdout) == week
    text = json.loads(yomu("stats", "--text", "nsc", "--format", "json").stdout)
    assert (text["text"], text["totals"]["characters"], text["known"]) == ("題[/]", 930, None)
    assert text["totals"]["answers"] == 0, "no card was kept in it"
    assert "題[/]".encode() in yomu("stats", "--text", "nsc").stdout


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (["--since", "gestern"], 2, b"neither a date"),
        (["--since", "0d"], 2, b"neither a date"),
        (["--since", "2026-02-30"], 2, b"neither a date"),
        (["--text", "no-such-text"], 1, b"no such file"),
    ],
)
def test_what_cannot_be_meant_is_explained(
    yomu: Run, record: Path, options: list[str], code: int, says: bytes
) -> None:
    done = yomu("stats", *options)
    assert (done.returncode, done.stdout) == (code, b"")
    assert says in done.stderr
    assert b"Traceback" not in done.stderr


def test_another_program_that_writes_is_not_waited_for(yomu: Run, record: Path) -> None:
    before = yomu("stats", "--format", "json").stdout
    other = sqlite3.connect(record, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute("DELETE FROM reviews")
    assert yomu("stats", "--format", "json").stdout == before
    other.execute("ROLLBACK")
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("DELETE FROM paragraph_events")
    done = yomu("stats", "--format", "json")
    other.close()
    assert done.stdout == before or (
        done.returncode == 1 and b"Close other programs" in done.stderr
    )


def test_a_broken_record_is_told_in_a_sentence(yomu: Run, record: Path) -> None:
    for side in ("-wal", "-shm"):
        record.with_name(record.name + side).unlink(missing_ok=True)
    record.write_bytes(b"not a database" * 1000)
    done = yomu("stats")
    assert b"Traceback" not in done.stderr
    assert b"was damaged" in done.stderr


def test_a_record_of_an_older_yomu_is_brought_up_to_date_first(yomu: Run, record: Path) -> None:
    older = sqlite3.connect(record, isolation_level=None)
    older.execute("DELETE FROM _sqlite_migrations WHERE name = 'statistics'")
    older.execute("CREATE INDEX idx_reviews_card_id_face ON reviews (card_id, face)")
    older.execute("DROP INDEX idx_reviews_card_id_face_at_id_rating_day_scheduler_id_duration_ms")
    older.execute("DROP INDEX idx_cards_removed")
    for table in ("paragraph_events", "lookups"):
        older.execute(f"ALTER TABLE {table} DROP COLUMN utc_offset")
    older.close()
    done = yomu("stats", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["totals"]["characters"] == 930


def test_a_terminal_without_these_characters_gets_ascii(
    record: Path,
) -> None:
    env = {"YOMU_HOME": str(record.parents[1]), "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "yomu", "stats", "--plots"],
        capture_output=True,
        env={**os.environ, **env},
        check=True,
        timeout=60,
    )
    drawn = done.stdout.split(b"Characters read, by")[1].split(b"Right at reviews")[0]
    assert b"\\u" not in drawn
    assert b"###" in drawn
