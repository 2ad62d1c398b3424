"""Processes that are killed while they review, and two that write at once."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.store.cards import Card, CardKind, word_card_id
from yomu.store.database import Store
from yomu.study.in_force import replay_of
from yomu.workspace import Workspace

KILLS = int(os.environ.get("YOMU_KILLS", "6"))
"""How often a process is killed; 200 take some two minutes."""
WRITES = int(os.environ.get("YOMU_WRITES", "250"))
"""How much each of two processes writes; 1000 for the whole measure."""

# Answers cards until it is killed, or as many as it is told. Says each answer when the next card
# may be shown. Its clock is a day further whenever nothing is left.
_LEARNER = """
import json, random, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from yomu.config import Settings
from yomu.paths import Places
from yomu.workspace import Workspace

home, start, most, seed = Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
clock = [datetime(2026, 3, 1, 12, tzinfo=UTC) + timedelta(days=start)]
places = Places(*(home / name for name in ("data", "config", "cache", "state")))
settings = Settings(new_per_day=9999, reviews_per_day=9999, leech_after=99)
workspace = Workspace(places, settings, lambda: clock[0], glossary_dirs=[home / "none"])
session = workspace.reviews.session()
state = session.begin().result()
rng, made = random.Random(seed), 0
print("ready", flush=True)
while made < most:
    if state.asked is None:
        clock[0] += timedelta(days=1)
        state = session.again().result()
        continue
    asked, rating = state.asked, rng.choice((1, 3, 3, 4))
    clock[0] += timedelta(seconds=7)
    before = state.tally.answers
    state = session.rate(asked, rating, 1000).result()
    if state.tally.answers > before:
        made += 1
        print(json.dumps([asked.card.id, str(asked.turn.face), rating]), flush=True)
workspace.close()
"""

_READER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from yomu.config import Settings
from yomu.paths import Places
from yomu.workspace import Workspace

home, most = Path(sys.argv[1]), int(sys.argv[2])
places = Places(*(home / name for name in ("data", "config", "cache", "state")))
workspace = Workspace(places, Settings(), lambda: datetime.now(UTC), glossary_dirs=[home / "none"])
text = workspace.recorder.ask(lambda store: store.register(origin="file", slug="", title="t",
    path="/a.txt", content_hash="h", characters=1, paragraphs=most)).result()
for number in range(most):
    workspace.recorder.ask(
        lambda store: store.note_paragraph(text, number, "read", characters=1)
    ).result()
workspace.close()
"""


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)], stdout=subprocess.PIPE, text=True
    )


@pytest.fixture
def home(tmp_path: Path, workspace: Workspace) -> Path:
    """A home folder with 300 cards, which nobody has open."""

    def write(store: Store) -> None:
        for number in range(300):
            word = f"語{number}"
            store.cards.keep(Card(word_card_id(word, "ご"), CardKind.WORD, word, reading="ご"))

    workspace.recorder.ask(write).result(60)
    workspace.close()
    return tmp_path


def stored(home: Path) -> list[list[object]]:
    """The reviews on disk in the order of writing, after a look at the whole file."""
    with sqlite3.connect(home / "data" / "yomu.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT card_id, face, rating FROM reviews ORDER BY id")
        return [list(row) for row in rows]


def assert_schedules_follow_from_the_log(home: Path) -> None:
    store = Store.open(home / "data" / "yomu.db", now=lambda: datetime.now(UTC))
    before = {(s.card_id, s.face): s for s in store.reviews.schedules()}
    store.reviews.rebuild_all(replay_of(store))
    assert {(s.card_id, s.face): s for s in store.reviews.schedules()} == before
    counts = Counter((review.card_id, review.face) for review in store.reviews.log())
    assert {key: schedule.reps for key, schedule in before.items()} == counts
    store.close()


def test_killed_reviews_lose_and_double_nothing(home: Path) -> None:
    chance = random.Random(3)
    said: list[list[object]] = []
    for number in range(KILLS):
        learner = run(_LEARNER, home, number * 3, 10**9, number)
        assert learner.stdout
        assert learner.stdout.readline() == "ready\n"
        with suppress(subprocess.TimeoutExpired):
            learner.wait(chance.uniform(0, 0.15))
        learner.kill()
        confirmed = [
            json.loads(line) for line in learner.stdout.read().splitlines(True) if line[-1] == "\n"
        ]
        learner.wait()
        on_disk = stored(home)
        # at most the answer that was being written has not been said
        assert on_disk[len(said) :][: len(confirmed)] == confirmed
        assert len(on_disk) - len(said) - len(confirmed) in (0, 1)
        said = on_disk
    assert len(said) > KILLS
    assert_schedules_follow_from_the_log(home)


def test_reviewing_and_reading_at_once_lose_no_write(home: Path) -> None:
    learner, reader = run(_LEARNER, home, 0, WRITES, 1), run(_READER, home, WRITES)
    said = learner.communicate(timeout=300)[0].splitlines()[1:]
    reader.communicate(timeout=300)
    assert (learner.returncode, reader.returncode) == (0, 0)
    assert stored(home) == [json.loads(line) for line in said]
    assert len(said) == WRITES
    with sqlite3.connect(home / "data" / "yomu.db") as connection:
        count = connection.execute("SELECT count(DISTINCT paragraph) FROM paragraph_events")
        assert count.fetchone() == (WRITES,)
    assert_schedules_follow_from_the_log(home)


def test_two_reviews_at_once_answer_each_card_once(home: Path) -> None:
    learners = [run(_LEARNER, home, 0, WRITES // 2, seed) for seed in (1, 2)]
    said = [
        json.loads(line)
        for learner in learners
        for line in learner.communicate(timeout=300)[0].splitlines()[1:]
    ]
    assert [learner.returncode for learner in learners] == [0, 0]
    assert Counter(map(tuple, said)) == Counter(map(tuple, stored(home)))
    assert_schedules_follow_from_the_log(home)
