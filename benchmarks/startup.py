"""From exec to the first paragraph on a terminal, as a ratio to a hello-world Textual app.

    python benchmarks/startup.py [TEXT] [--runs 15]

All are run in turn, so that a machine that changes its speed changes all. Compares the medians.
TEXT defaults to a shipped text. "The first time" has no saved frame and no saved place; "again" was
left with q before. Opening the text repeated to 1,000,000 characters is measured too.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from ptyrun import PtyRun

ROOT = Path(__file__).resolve().parent.parent
AGAIN = "yomu, the same text again"
HELLO = [sys.executable, str(ROOT / "benchmarks" / "hello_textual.py")]


def first_words(text: Path) -> bytes:
    """What proves that the first long paragraph is on the screen: a kana run in its first line."""
    import re

    for line in text.read_text("utf-8").splitlines():
        if line.strip().endswith("。"):
            run = re.search(r"[ァ-ヴー]{3,}|[ぁ-ん]{3,}", line.strip()[:24])
            if run:
                return run.group().encode()
    raise SystemExit(f"{text}: no paragraph found in it")


def once(
    command: list[str], wanted: bytes, env: dict[str, str], *, leave: bool = False
) -> tuple[float, int]:
    run = PtyRun(command, columns=120, rows=40, env=env)
    seconds = run.wait_for(wanted)
    run.settle(0.4)
    kilobytes = run.resident_kb()
    if leave:
        run.leave()
    else:
        run.kill()
    return seconds, kilobytes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("text", nargs="?", type=Path, default=ROOT / "texts" / "monroe-doctrine.md")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    text = arguments.text.resolve()
    wanted = first_words(text)
    with tempfile.TemporaryDirectory() as home:
        env = {"YOMU_HOME": home, "PYTHONDONTWRITEBYTECODE": ""}
        long_text = Path(home) / "long.txt"
        content = text.read_text("utf-8")
        long_text.write_text((content + "\n\n") * (1_000_000 // len(content) + 1), "utf-8")
        yomu = [sys.executable, "-m", "yomu", "read"]
        cases = {
            "hello-world Textual app": (HELLO, b"hello, world"),
            "yomu, the first time": ([*yomu, str(text)], wanted),
            AGAIN: ([*yomu, str(text)], wanted),
            "yomu, 1,000,000 characters": ([*yomu, str(long_text)], wanted),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        memory: dict[str, list[int]] = {name: [] for name in cases}
        for number in range(arguments.runs + 1):
            for name, (command, words) in cases.items():
                at = {**env, "YOMU_HOME": f"{home}/again"} if name == AGAIN else env
                seconds, kilobytes = once(command, words, at, leave=name == AGAIN)
                if number:  # the first round fills caches
                    times[name].append(seconds)
                    memory[name].append(kilobytes)
        floor = statistics.median(times["hello-world Textual app"])
        base = statistics.median(memory["hello-world Textual app"])
        print(f"{os.cpu_count()} processors, {arguments.runs} runs each, 120×40")
        for name in cases:
            median = statistics.median(times[name])
            extra = (statistics.median(memory[name]) - base) / 1024
            print(
                f"{name:<28} median {median * 1000:5.0f} ms  min {min(times[name]) * 1000:5.0f}"
                f"  ratio {median / floor:4.2f}  own memory over the floor {extra:+6.1f} MB"
            )


if __name__ == "__main__":
    main()
