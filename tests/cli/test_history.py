"""`yomu history` on the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.store.database import Store
from yomu.store.lookups import NewLookup

from .conftest import Run


@pytest.fixture
def looked_up(home: Path) -> Path:
    """A home in which 備蓄 was looked up three times, and 特使 once, the day after."""
    day = [1]
    store = Store.open(
        home / "data" / "yomu.db", now=lambda: datetime(2026, 3, day[0], 12, tzinfo=UTC)
    )
    for word, reading in [("備蓄", "びちく")] * 3 + [("特使", "とくし")]:
        day[0] = 2 if word == "特使" else 1
        store.lookups.note(NewLookup(word, reading, word, f"\x1b[31m=石油の{word}。"))
    store.close()
    return home


def words(output: bytes) -> Iterator[str]:
    yield from (line["word"] for line in json.loads(output))


def test_the_latest_word_comes_first_and_often_has_a_sign(yomu: Run, looked_up: Path) -> None:
    lines = yomu("history").stdout.decode().splitlines()
    assert [line.split()[:3] for line in lines] == [
        ["1", "特使", "とくし"],
        ["×3", "備蓄", "びちく"],
    ]
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--min", "3"], ["備蓄"]),
        (["--since", "2026-03-02"], ["特使"]),
        (["bichiku"], ["備蓄"]),
        (["石油"], ["特使", "備蓄"]),
        (["--text", "no such text"], []),
    ],
)
def test_words_are_narrowed(
    yomu: Run, looked_up: Path, arguments: list[str], expected: list[str]
) -> None:
    result = yomu("history", *arguments, "--format", "json")
    assert (result.returncode, list(words(result.stdout))) == (0, expected)


def test_a_spreadsheet_gets_no_formula(yomu: Run, looked_up: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(yomu("history", "--format", "csv").stdout.decode())))
    assert [row["times"] for row in rows] == ["1", "3"]
    assert rows[0]["sentence"] == "'=石油の特使。"


def test_nothing_looked_up_is_said_and_is_no_error(yomu: Run) -> None:
    result = yomu("history")
    assert (result.returncode, result.stdout) == (0, b"")
    assert b"nothing was looked up yet" in result.stderr


def test_a_program_that_looks_up_leaves_no_trace(yomu: Run) -> None:
    assert yomu("lookup", "備蓄").returncode == 0
    assert yomu("history").stdout == b""


def test_a_variant_is_shown_with_its_own_reading(yomu: Run) -> None:
    assert (
        "米国の裏庭  べいこくのうらにわ: another form of\n裏庭  うらにわ"
        in yomu("lookup", "米国の裏庭").stdout.decode()
    )
    found = json.loads(yomu("lookup", "米国の裏庭", "--format", "json").stdout)["glossary"][0]
    assert (found["form"], found["form_reading"]) == ("米国の裏庭", "べいこくのうらにわ")
    assert (found["ja"], found["reading"]) == ("裏庭", "うらにわ")


def test_terms_that_only_mention_a_word_do_not_crowd_out_its_entry(yomu: Run) -> None:
    first = yomu("lookup", "にとって").stdout.decode().splitlines()[0]
    assert first.startswith("にとって")
