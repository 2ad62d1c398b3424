"""`yomu stats` over 50,000 cards and 500,000 reviews, against only fetching every answer once.

    python benchmarks/stats.py [--cards 50000] [--reviews 500000] [--runs 9]

The floor is a Python that reads card, face, rating and day of each answer from the same database, in the
order in which FSRS needs them, and does nothing with them. Both are whole processes, run in turn.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from reviews_data import generate

ROOT = Path(__file__).resolve().parent.parent
FLOOR = """
import sqlite3, sys
log = sqlite3.connect(sys.argv[1])
for answer in log.execute("SELECT card_id, face, rating, day FROM reviews ORDER BY card_id, face, at, id"):
    pass
"""


def once(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Seconds by the clock, and of a processor: the latter say more on a busy machine."""
    begun, used = time.perf_counter(), os.times()
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    processor = (
        after.children_user - used.children_user + after.children_system - used.children_system
    )
    return time.perf_counter() - begun, processor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cards", type=int, default=50_000)
    parser.add_argument("--reviews", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        database = Path(home) / "data" / "yomu.db"
        database.parent.mkdir()
        generate(database, datetime.now(UTC), cards=arguments.cards, reviews=arguments.reviews)
        env = {**os.environ, "YOMU_HOME": home}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        yomu = [sys.executable, "-m", "yomu", "stats"]
        cases = {
            "every answer, fetched": [sys.executable, "-c", FLOOR, str(database)],
            "yomu stats": yomu,
            "yomu stats --plots": [*yomu, "--plots"],
            "yomu stats --format json": [*yomu, "--format", "json"],
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        processor: dict[str, list[float]] = {name: [] for name in cases}
        for number in range(arguments.runs + 1):
            for name, command in cases.items():
                seconds, used = once(command, env)
                if number:  # the first round fills caches
                    times[name].append(seconds)
                    processor[name].append(used)
    floor = median(times["every answer, fetched"])
    print(f"{os.cpu_count()} processors, {arguments.runs} runs each")
    for name, seconds_each in times.items():
        print(
            f"{name:<26} median {1000 * median(seconds_each):5.0f} ms"
            f"  min {1000 * min(seconds_each):5.0f}  processor {1000 * median(processor[name]):5.0f}"
            f"  ratio {median(seconds_each) / floor:4.2f}"
        )


if __name__ == "__main__":
    main()
