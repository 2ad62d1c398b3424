"""Numbers in whole sentences, annotated by somebody who did not know the engine."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

from yomu.reading import Reader

BENCHMARKS = Path(__file__).parents[3] / "benchmarks"


def test_nearly_all_numbers_of_the_sample_are_read_as_annotated() -> None:
    spec = importlib.util.spec_from_file_location("readings", BENCHMARKS / "readings.py")
    assert spec
    assert spec.loader
    readings = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = readings
    spec.loader.exec_module(readings)
    reader = Reader.load()
    verdicts = []
    for text, gold in readings.load(BENCHMARKS / "numbers_sample.jsonl"):
        said = [(t.start, t.end, t.reading or t.surface) for t in reader.read(text)]
        verdicts += [right for _, right, _ in readings.judge(text, gold, said, readings.sounded)]
    assert len(verdicts) == 728
    assert sum(verdicts) / len(verdicts) >= 0.99
