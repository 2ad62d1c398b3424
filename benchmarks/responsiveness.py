"""How long a key takes to reach the screen, in a text of a million characters and in a short one.

    python benchmarks/responsiveness.py [TEXT] [--keys 120]

Measured on a real pseudo-terminal of 120×40, from the key's byte to the last byte of the frame it
causes, with a pause between keys as a reader makes. The short text is the peer: the long one is
TEXT over and over. Also: opening the long text against opening the short one, and the memory of
the process over that of a hello-world Textual app.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from ptyrun import PtyRun
from startup import HELLO, ROOT, first_words

MOVES = {"word move": b"l", "line scroll": b"\x04", "page": b" "}
PAUSE_S = 0.15


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=ROOT / "texts" / "monroe-doctrine.md")
    parser.add_argument("--keys", type=int, default=60)
    arguments = parser.parse_args()
    text = arguments.text.resolve()
    wanted = first_words(text)
    with tempfile.TemporaryDirectory() as home:
        content = text.read_text("utf-8")
        long_text = Path(home) / "long.txt"
        long_text.write_text((content + "\n\n") * (1_000_000 // len(content) + 1), "utf-8")
        hello = PtyRun(HELLO, columns=120, rows=40)
        hello.wait_for(b"hello, world")
        hello.settle(0.3)
        floor_kb = hello.resident_kb()
        hello.kill()
        results: dict[str, dict[str, list[float]]] = {}
        for name, path in (("short", text), ("long", long_text)):
            # each in a home of its own: reading starts at the start
            run = PtyRun(
                [sys.executable, "-m", "yomu", "read", str(path)],
                columns=120,
                rows=40,
                env={"YOMU_HOME": f"{home}/{name}"},
            )
            run.wait_for(wanted)
            run.settle(1.0)
            results[name] = {}
            for move, key in MOVES.items():
                times = []
                for number in range(arguments.keys):
                    time.sleep(PAUSE_S)
                    run.settle(0.01)
                    # the short text ends: go back and forth in it
                    back = name == "short" and move == "page" and number % 2
                    times.append(run.press(b"b" if back else key) * 1000)
                results[name][move] = times
            print(
                f"{name:<6} own memory over the floor {(run.resident_kb() - floor_kb) / 1024:+.1f} MB"
            )
            run.kill()
        print("\n                 short p50   p95    long p50   p95   p95 long/short")
        for move in MOVES:
            short, long = results["short"][move], results["long"][move]
            print(
                f"{move:<16} {statistics.median(short):8.1f} {percentile(short, 0.95):6.1f}"
                f" {statistics.median(long):10.1f} {percentile(long, 0.95):6.1f}"
                f" {percentile(long, 0.95) / percentile(short, 0.95):10.2f}"
            )


if __name__ == "__main__":
    main()
