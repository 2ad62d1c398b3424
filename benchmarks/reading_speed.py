"""How fast yomu reads Japanese, and what loading it costs, as ratios to bare fugashi in one run.

    python benchmarks/reading_speed.py [TEXT.txt] [--characters 1000000] [--runs 5]

TEXT is repeated until it has that many characters and read line by line, by turns, so that a
machine that changes its speed changes all alike; the median counts, in seconds of this process's
own time. Compared are

- `fugashi`: `[word.surface for word in tagger(line)]`, the words alone;
- `features`: the same, and UniDic's kana of each word asked for;
- `first`: a new reader with nothing remembered, as in a new process;
- `again`: a reader that has met all these words.

TEXT should be prose, the longer the better; it defaults to the shipped texts. Loading is measured in
new processes: a reader that has read one sentence against a fugashi tagger that has, in seconds and in
megabytes of memory of its own (Linux only; the mapped dictionary counts on both sides alike).
"""

from __future__ import annotations

import argparse
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

SENTENCE = "日銀は金融政策決定会合で、政策金利を据え置くことを決めた。"

LOADING = """
import sys, time
sys.path.insert(0, {src!r})
begun = time.process_time()
{load}
taken = time.process_time() - begun
kept = 0
try:
    with open("/proc/self/smaps_rollup") as lines:
        kept = sum(int(l.split()[1]) for l in lines if l.startswith("Pss_Anon:"))
except OSError:
    pass
print(taken, kept / 1024)
"""
FUGASHI = f"import fugashi; tagger = fugashi.Tagger(); tagger({SENTENCE!r})"
YOMU = f"from yomu.reading import Reader; reader = Reader.load(); reader.read({SENTENCE!r})"


def seconds(job: Callable[[], None]) -> float:
    gc.collect()
    begun = time.process_time()
    job()
    return time.process_time() - begun


def forget() -> None:
    """Empty what the reading layer remembers between calls, so that the next reader is a new one."""
    for name, module in list(sys.modules.items()):
        if name.startswith("yomu.reading"):
            for member in list(vars(module).values()):
                if hasattr(member, "cache_clear"):
                    member.cache_clear()


def compare(lines: list[str], runs: int) -> dict[str, float]:
    """Return the median seconds that each contestant takes for `lines`."""
    import fugashi

    from yomu.reading import Reader

    tagger = fugashi.Tagger()

    def bare() -> None:
        for line in lines:
            [word.surface for word in tagger(line)]

    def features() -> None:
        for line in lines:
            for word in tagger(line):
                word.feature.kana  # noqa: B018  (asking is the work)

    def reading(reader: Reader) -> Callable[[], None]:
        def job() -> None:
            for line in lines:
                reader.read(line)

        return job

    bare()  # maps the dictionary
    taken: dict[str, list[float]] = {}
    for _ in range(runs):
        taken.setdefault("fugashi", []).append(seconds(bare))
        taken.setdefault("features", []).append(seconds(features))
        forget()
        fresh = Reader.load()
        taken.setdefault("first", []).append(seconds(reading(fresh)))
        taken.setdefault("again", []).append(seconds(reading(fresh)))
    return {name: statistics.median(times) for name, times in taken.items()}


def loading(load: str, runs: int) -> tuple[float, float]:
    """Return the median seconds and megabytes of new processes that run `load`."""
    script = LOADING.format(src=str(ROOT / "src"), load=load)
    outputs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in range(runs)
    ]
    pairs = [[float(number) for number in output.stdout.split()] for output in outputs]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", nargs="?", type=Path)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    shipped = [p for p in sorted((ROOT / "texts").glob("*.md")) if not p.name.endswith(".en.md")]
    paths = [options.text] if options.text else shipped
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    if not text.strip():
        raise SystemExit("reading_speed: no text to read; name a file of Japanese prose")
    text = (text * (options.characters // len(text) + 1))[: options.characters]
    taken = compare(text.split("\n"), options.runs)
    for name, spent in taken.items():
        print(
            f"{name:9}{len(text) / spent:>12,.0f} characters/s"
            f"{taken['fugashi'] / spent:>8.2f} of fugashi{taken['features'] / spent:>8.2f} of features"
        )
    base, yomu = loading(FUGASHI, options.runs), loading(YOMU, options.runs)
    print(f"loading adds {1000 * (yomu[0] - base[0]):.0f} ms and {yomu[1] - base[1]:.0f} MB")


if __name__ == "__main__":
    main()
