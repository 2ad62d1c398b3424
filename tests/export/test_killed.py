"""A process that is killed while it exports or imports leaves whole files and a whole record."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yomu.export.anki import apkg
from yomu.export.anki_progress import Answered, Memory, Progress
from yomu.export.notes import guid_of, make_note
from yomu.model import Face
from yomu.store.cards import Card, CardKind, word_card_id
from yomu.store.database import Store
from yomu.store.reviews import GOOD, Schedule
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling, replayer

KILLS = int(os.environ.get("YOMU_KILLS", "4"))
"""How often each is tried; 200 takes some minutes."""

NOW = datetime.now(UTC)
_RUN = """
import importlib, sys
from yomu.cli.main import run

module, owner, name = sys.argv[1].split(":")
place = importlib.import_module(module)
place = getattr(place, owner) if owner else place
real = getattr(place, name)

def told(*arguments, **named):
    print("writing", flush=True)
    return real(*arguments, **named)

setattr(place, name, told)
while True:
    if run(sys.argv[2:]):
        sys.exit(9)
"""


def killed(home: Path, place: str, *arguments: object, within_s: float) -> None:
    """Run a command in another process, and kill that so many seconds after it came to `place`.

    A place is `module:class:function`. The command is run again and again until then.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", _RUN, place, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"YOMU_HOME": str(home)},
    )
    assert process.stdout
    assert process.stdout.readline() == b"writing\n"
    try:
        process.wait(within_s)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL


def cards(count: int) -> list[Card]:
    return [
        Card(word_card_id(f"語{number}", ""), CardKind.WORD, f"語{number}", sentence="語" * 80)
        for number in range(count)
    ]


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], Store]:
    return lambda: Store.open(tmp_path / "home" / "data" / "yomu.db", now=lambda: NOW)


def test_killed_export_leaves_the_whole_deck_or_none(
    tmp_path: Path, opened: Callable[[], Store]
) -> None:
    store = opened()
    for card in cards(60):
        store.cards.keep(card)
    store.close()
    chance = random.Random(7)
    out = tmp_path / "decks" / "deck.apkg"
    out.parent.mkdir()
    for _ in range(KILLS):
        killed(
            tmp_path / "home",
            "yomu.files::replace_file",
            *("export", "anki", out, "--force"),
            within_s=chance.uniform(0, 0.02),
        )
        if not out.exists():
            continue
        with zipfile.ZipFile(out) as archive:
            assert archive.testzip() is None
            (tmp_path / "c").write_bytes(archive.read("collection.anki2"))
        db = sqlite3.connect(tmp_path / "c")
        assert db.execute("SELECT count(*) FROM notes").fetchone() == (60,)
        db.close()
        assert [p.name for p in out.parent.iterdir() if not p.name.startswith(".")] == [out.name]


def deck_with_reviews(path: Path, made: list[Card], days: int) -> Path:
    """A deck in which each card has a review for each of so many days."""
    scheduling = Scheduling()
    faces = {}
    for number, card in enumerate(made):
        log: list[Answered] = []
        schedule: Schedule | None = None
        for day in range(days, 0, -1):
            when = moment(NOW - timedelta(days=day, milliseconds=number), 4)
            before = schedule
            schedule = scheduling.review(card.id, Face.RECOGNITION, before, GOOD, when)
            log.append(Answered(when.at, GOOD, 900, before, schedule))
        assert schedule
        progress = Progress(schedule, tuple(log), 0.9, scheduling.decay)
        faces[guid_of(card), Face.RECOGNITION] = progress
    today = moment(NOW, 4)
    memory = Memory(today.day, today.at // 1000, faces)
    path.write_bytes(apkg([make_note(card) for card in made], NOW, memory))
    return path


def test_killed_import_takes_all_reviews_or_none(
    tmp_path: Path, opened: Callable[[], Store]
) -> None:
    made = cards(60)
    path = deck_with_reviews(tmp_path / "deck.apkg", made, days=10)
    store = opened()
    for card in made:
        store.cards.keep(card)
    store.close()
    chance = random.Random(8)
    seen = set()
    for _ in range(KILLS):
        killed(
            tmp_path / "home",
            "yomu.store.reviews:ReviewTable:insert_external",
            *("import-reviews", path),
            within_s=chance.uniform(0, 0.15),
        )
        store = opened()
        reviews = store.reviews.ever()
        seen.add(len(reviews))
        replay = replayer(
            {
                number: Scheduling.from_json(settings)
                for number, settings in store.reviews.schedulers().items()
            }
        )
        for schedule in store.reviews.schedules():
            assert replay(store.reviews.reviews_of(schedule.card_id, schedule.face)) == schedule
        assert len(store.reviews.schedules()) == len(reviews) // 10
        store.close()
        if reviews:  # once more from the start
            database = tmp_path / "home" / "data" / "yomu.db"
            db = sqlite3.connect(database)
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            for table in ("reviews", "schedules", "knowledge_events", "knowledge"):
                db.execute(f"DELETE FROM {table}")
            db.commit()
            db.close()
    assert seen <= {0, 600}
