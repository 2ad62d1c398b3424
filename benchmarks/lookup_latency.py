"""From the key to the painted pane: how long an answer takes to reach the screen.

    python benchmarks/lookup_latency.py [TEXT] [--words 60]

Measured on a real pseudo-terminal of 120×40, from the key's byte to the last byte of all that it
paints (until nothing comes for 20 ms, which do not count), with a reader's pause between keys.
*Cold* is a word that is looked up for the first time, *warm* the same words once more. *Enter* opens
the closed pane on a word; *move* goes to the next word while the pane is open, for which yomu gets
ready while the reader rests; *term* goes to the next term, for which it does not. The floor is the same move with the pane closed:
what a frame costs before anything is looked up. *CPU* is what yomu itself computed meanwhile, which
other programs on the machine do not change. English to Japanese is the search itself, within one
process whose index is there.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from ptyrun import PtyRun
from startup import ROOT, first_words

PAUSE_S = 0.15
TERMS = 30
"""So many are in the text for sure, from its end backwards."""
ENGLISH = (
    "war", "treaty", "to include", "national security", "ally", "to deter", "budget", "sanctions",
    "foreign policy", "ship", "the people", "invasion", "agreement", "to fall through", "cease-fire",
    "supply chain", "nuclear weapon", "to give up", "weather", "of",
)  # fmt: skip


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


class Time(NamedTuple):
    """Milliseconds: by the clock, and of yomu's own computing."""

    wall: float
    cpu: float


class Reading:
    """yomu on a pty, and what its keys take in milliseconds."""

    def __init__(self, text: Path, home: str) -> None:
        command = [sys.executable, "-m", "yomu", "read", str(text)]
        self.run = PtyRun(command, columns=120, rows=40, env={"YOMU_HOME": home})
        self.run.wait_for(first_words(text))
        self.run.settle(2.0)

    def rest(self) -> None:
        time.sleep(PAUSE_S)
        self.run.settle(0.02)

    def press(self, key: bytes) -> Time:
        """To the end of what the key paints at once."""
        self.rest()
        before = self.run.cpu_seconds()
        seconds = self.run.press(key)
        return Time(seconds * 1000, (self.run.cpu_seconds() - before) * 1000)

    def enter(self, words: int) -> list[Time]:
        """Enter on each of the next words, the pane closed before each."""
        times: list[Time] = []
        for _ in range(words):
            self.press(b"l")
            times.append(self.press(b"\r"))
            self.press(b"\x1b")
        return times

    def moves(self, words: int, key: bytes) -> list[Time]:
        return [self.press(key) for _ in range(words)]


def english() -> tuple[list[Time], list[Time]]:
    """Milliseconds of each query, the first time and the second."""
    from yomu.dictionary import Dictionary

    with tempfile.TemporaryDirectory() as cache:
        dictionary = Dictionary.open(Path(cache))
        dictionary.search_english("reader")
        rounds = []
        for _ in range(2):
            times = []
            for query in ENGLISH:
                before, cpu = time.perf_counter(), time.process_time()
                dictionary.search_english(query)
                wall = (time.perf_counter() - before) * 1000
                times.append(Time(wall, (time.process_time() - cpu) * 1000))
            rounds.append(times)
    return rounds[0], rounds[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("text", nargs="?", type=Path, default=ROOT / "texts" / "monroe-doctrine.md")
    parser.add_argument("--words", type=int, default=60)
    arguments = parser.parse_args()
    text, words = arguments.text.resolve(), arguments.words
    rows: list[tuple[str, list[Time]]] = []
    with tempfile.TemporaryDirectory() as home:
        # each in a process of its own: what one has looked up is warm
        reading = Reading(text, f"{home}/floor")
        floor = reading.moves(words, b"l")
        reading.run.kill()
        reading = Reading(text, f"{home}/enter")
        rows.append(("Enter, cold", reading.enter(words)))
        reading.press(b"g")
        rows.append(("Enter, warm", reading.enter(words)))
        reading.run.kill()
        reading = Reading(text, f"{home}/open")
        reading.press(b"\r")
        rows.append(("move, cold", reading.moves(words, b"l")))
        rows.append(("move, warm", reading.moves(words, b"h")))
        reading.press(b"G")
        rows.append(("term, cold", reading.moves(min(words, TERMS), b"\x1b[Z")))
        reading.run.kill()
    first, second = english()
    rows += [("English, first", first), ("English, again", second)]
    base = percentile([time.wall for time in floor], 0.95)
    print(f"{'':<18}  words  p50 ms   p95 ms   CPU p50   CPU p95   p95 over the floor's")
    for name, times in [("floor: pane closed", floor), *rows]:
        wall, cpu = [time.wall for time in times], [time.cpu for time in times]
        p95 = percentile(wall, 0.95)
        print(
            f"{name:<18} {len(times):6} {statistics.median(wall):6.1f} {p95:8.1f}"
            f" {statistics.median(cpu):9.1f} {percentile(cpu, 0.95):9.1f} {p95 / base:10.2f}"
        )


if __name__ == "__main__":
    main()
