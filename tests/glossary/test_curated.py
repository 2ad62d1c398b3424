"""The curated files are clean, and each of their examples lights up its own term."""

from __future__ import annotations

from pathlib import Path

from yomu.glossary import Glossary, Matcher, load
from yomu.glossary.check import check
from yomu.reading.furigana import kanji_readings

ROOT = Path(__file__).resolve().parents[2]
POLICY = ROOT / "glossary" / "policy"


def curated() -> Glossary:
    return load([POLICY])


def test_the_curated_files_have_no_fault() -> None:
    problems = check([POLICY], candidates=kanji_readings, name=lambda path: path.name)
    assert [str(problem) for problem in problems if problem.severity == "error"] == []


def test_every_headword_finds_its_entry() -> None:
    glossary = curated()
    assert [entry.id for entry in glossary if entry not in glossary.find(entry.ja)] == []


def test_no_entry_is_hidden() -> None:
    assert [item for item in Matcher(curated()).unreachable() if not item.by] == []
