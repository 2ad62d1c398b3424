"""Reviews with 50,000 cards and 500,000 reviews on record, against what a machine can do at all.

    python benchmarks/reviews.py [--database FILE] [--cards 50000] [--reviews 500000] [--keys 100]

On a real pseudo-terminal of 120×40: from the key R in the library to the first card, from a rating
to the next card, and `yomu review` from exec. The floors: the first frame of a hello-world Textual
app; the same file opened by sqlite3 alone; the answer of a card that needs no record. FILE is made
if it does not exist, which takes a minute, and kept; without it the record is made and thrown away.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from ptyrun import PtyRun
from reviews_data import generate
from startup import HELLO

COLUMNS, ROWS = 120, 40
FRONT, BACK = b"Show the answer", b"1 Again"
PAUSE_S = 0.05


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def told(name: str, values: list[float], floor: list[float] | None = None) -> None:
    line = (
        f"{name:<44} p50 {statistics.median(values):6.1f}  p95 {percentile(values, 0.95):6.1f} ms"
    )
    if floor:
        line += f"  ratio of p50 {statistics.median(values) / statistics.median(floor):5.2f}"
    print(line)


def sqlite_alone(database: Path, runs: int) -> tuple[list[float], list[float]]:
    """(opening the file and counting what is due, writing a row and reading a card), in ms."""
    opening, writing = [], []
    for _ in range(runs):
        began = time.perf_counter()
        connection = sqlite3.connect(database, isolation_level=None)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("SELECT count(*) FROM schedules WHERE state = 2 AND due_day = 1")
        opening.append((time.perf_counter() - began) * 1000)
        connection.execute("CREATE TABLE IF NOT EXISTS bench (id INTEGER PRIMARY KEY, at INTEGER)")
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bench (at) VALUES (1)")
        connection.execute("COMMIT")
        connection.execute("SELECT * FROM cards LIMIT 1").fetchone()
        writing.append((time.perf_counter() - began) * 1000)
        connection.execute("DROP TABLE bench")
        connection.close()
    return opening, writing


def session_alone(home: Path, answers: int) -> tuple[float, list[float]]:
    """(ms to build the queue, ms from a rating to the next card on disk), without a screen."""
    os.environ["YOMU_HOME"] = str(home)
    from yomu.cli.common import make_workspace

    workspace = make_workspace()
    workspace.recorder.ask(lambda store: None).result()
    _ = workspace.glossary
    session = workspace.reviews.session()
    began = time.perf_counter()
    state = session.begin().result()
    queue_ms = (time.perf_counter() - began) * 1000
    times = []
    while state.asked and len(times) < answers:
        began = time.perf_counter()
        state = session.rate(state.asked, 3, 1000).result()
        times.append((time.perf_counter() - began) * 1000)
    for _ in times:
        session.undo().result()
    workspace.close()
    return queue_ms, times


def open_screen(home: Path, runs: int) -> list[float]:
    """From the key R in the library to the first card."""
    times = []
    for _ in range(runs):
        run = library(home)
        began, at = time.perf_counter(), len(run.output)
        os.write(run.fd, b"R")
        run.wait_for(FRONT, after=at)
        times.append((time.perf_counter() - began) * 1000)
        run.settle(0.3)
        run.leave(b"\x11")
    return times


def library(home: Path) -> PtyRun:
    run = PtyRun(
        [sys.executable, "-m", "yomu"], columns=COLUMNS, rows=ROWS, env={"YOMU_HOME": str(home)}
    )
    run.wait_for(b"Review")
    run.settle(1.0)
    return run


def answers(home: Path, count: int) -> tuple[list[float], list[float]]:
    """(from Space to the answer, from 3 to the next card), in ms, to the last byte of the frame."""
    run = library(home)
    at = len(run.output)
    os.write(run.fd, b"R")
    run.wait_for(FRONT, after=at)
    run.settle(1.0)
    shown, rated = [], []
    for _ in range(count):
        for key, times in ((b" ", shown), (b"3", rated)):
            time.sleep(PAUSE_S)
            run.settle(0.01)
            times.append(run.press(key) * 1000)
    for _ in range(count):
        run.press(b"u")
    run.leave(b"\x11")
    return shown, rated


def from_exec(command: list[str], wanted: bytes, home: Path, runs: int) -> list[float]:
    times = []
    for _ in range(runs):
        run = PtyRun(command, columns=COLUMNS, rows=ROWS, env={"YOMU_HOME": str(home)})
        times.append(run.wait_for(wanted) * 1000)
        run.settle(0.3)
        run.leave(b"\x11")
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", type=Path)
    parser.add_argument("--cards", type=int, default=50_000)
    parser.add_argument("--reviews", type=int, default=500_000)
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--runs", type=int, default=10)
    arguments = parser.parse_args()
    os.environ["PYTHONDONTWRITEBYTECODE"] = ""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        database = home / "data" / "yomu.db"
        database.parent.mkdir()
        if arguments.database and arguments.database.exists():
            database.write_bytes(arguments.database.read_bytes())
        else:
            generate(database, datetime.now(UTC), cards=arguments.cards, reviews=arguments.reviews)
            if arguments.database:
                arguments.database.write_bytes(database.read_bytes())
        print(f"{arguments.cards:,} cards, {database.stat().st_size / 1e6:.0f} MB")
        opening, writing = sqlite_alone(database, arguments.runs)
        told("sqlite3: open the file and count", opening)
        told("sqlite3: write a row, read a card", writing)
        queue_ms, next_ms = session_alone(home, arguments.keys)
        print(f"{'queue built':<44} {queue_ms:10.1f} ms")
        told("a rating on disk, and the next card", next_ms, writing)
        told("screen: R in the library to the first card", open_screen(home, arguments.runs))
        shown, rated = answers(home, arguments.keys)
        told("screen: Space to the answer (no record)", shown)
        told("screen: rating to the next card", rated, shown)
        hello = from_exec(HELLO, b"hello, world", home, arguments.runs)
        told("exec to a hello-world Textual app", hello)
        review = [sys.executable, "-m", "yomu", "review"]
        told("exec to the first card", from_exec(review, FRONT, home, arguments.runs), hello)


if __name__ == "__main__":
    main()
