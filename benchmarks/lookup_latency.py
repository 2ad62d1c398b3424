"""From the key to the painted pane: how long an answer takes to reach the screen.

    python benchmarks/lookup_latency.py [TEXT] [--words 120]

Measured on a real pseudo-terminal of 120×40, from the key's byte to the last byte of the frame it
causes, with a reader's pause between keys. *Cold* is a word that the process meets for the first
time, *warm* the same words once more. *Enter* opens the closed pane on a word, which lays the text
out anew beside it; *open* moves to the next word while the pane is open. The floor is the same key
with the pane closed: all that a frame costs before anything is looked up. English to Japanese is
the search itself, within one process that has been used once.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from ptyrun import PtyRun
from startup import ROOT, first_words

PAUSE_S = 0.15
QUIET_S = 0.12
"""The text paints its cursor first: the pane may come later than the usual 20 ms of quiet."""
ENGLISH = (
    "war", "treaty", "to include", "national security", "ally", "to deter", "budget", "sanctions",
    "foreign policy", "ship", "the people", "invasion", "agreement", "to fall through", "cease-fire",
    "supply chain", "nuclear weapon", "to give up", "weather", "of",
)  # fmt: skip


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


class Reading:
    """yomu on a pty, and what its keys take in milliseconds."""

    def __init__(self, text: Path, home: str) -> None:
        command = [sys.executable, "-m", "yomu", "read", str(text)]
        self.run = PtyRun(command, columns=120, rows=40, env={"YOMU_HOME": home})
        self.run.wait_for(first_words(text))
        self.run.settle(2.0)

    def press(self, key: bytes) -> float:
        time.sleep(PAUSE_S)
        self.run.settle(0.01)
        return self.run.press(key, quiet_s=QUIET_S) * 1000

    def enter(self, words: int) -> list[float]:
        """Enter on each of the next words, the pane closed before each."""
        times = []
        for _ in range(words):
            self.press(b"l")
            times.append(self.press(b"\r"))
            self.press(b"\x1b")
        return times

    def moves(self, words: int, key: bytes = b"l") -> list[float]:
        return [self.press(key) for _ in range(words)]


def english() -> tuple[list[float], list[float]]:
    """Milliseconds of each query, the first time and the second."""
    from yomu.dictionary import Dictionary

    with tempfile.TemporaryDirectory() as cache:
        dictionary = Dictionary.open(Path(cache))
        dictionary.search_english("reader")
        rounds = []
        for _ in range(2):
            times = []
            for query in ENGLISH:
                before = time.perf_counter()
                dictionary.search_english(query)
                times.append((time.perf_counter() - before) * 1000)
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
    rows: list[tuple[str, list[float]]] = []
    with tempfile.TemporaryDirectory() as home:
        # each in a process of its own: what one has looked up is warm
        reading = Reading(text, f"{home}/floor")
        floor = reading.moves(words)
        reading.run.kill()
        reading = Reading(text, f"{home}/enter")
        rows.append(("Enter, cold", reading.enter(words)))
        reading.press(b"g")
        rows.append(("Enter, warm", reading.enter(words)))
        reading.run.kill()
        reading = Reading(text, f"{home}/open")
        reading.press(b"\r")
        rows.append(("open pane, cold", reading.moves(words)))
        rows.append(("open pane, warm", reading.moves(words, b"h")))
        reading.run.kill()
    first, second = english()
    rows += [("English, first", first), ("English, again", second)]
    base = percentile(floor, 0.95)
    print(f"{'':<18} p50 ms   p95 ms   max ms   p95 over the floor's")
    for name, times in [("floor: pane closed", floor), *rows]:
        p95 = percentile(times, 0.95)
        print(
            f"{name:<18} {statistics.median(times):6.1f} {p95:8.1f} {max(times):8.1f} {p95 / base:10.2f}"
        )


if __name__ == "__main__":
    main()
