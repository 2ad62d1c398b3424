"""What the commands say is short, whole and of use."""

from __future__ import annotations

import sqlite3
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest

from yomu.cli.main import yomu as program

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def groups(group: click.Group, name: str = "yomu") -> Iterator[tuple[str, click.Group]]:
    yield name, group
    context = click.Context(group)
    for each in group.list_commands(context):
        command = group.get_command(context, each)
        if isinstance(command, click.Group):
            yield from groups(command, f"{name} {each}")


@pytest.mark.parametrize(("name", "group"), list(groups(program)), ids=str)
def test_lists_of_commands_fit_80_columns(name: str, group: click.Group) -> None:
    shown = click.Context(group, info_name=name, terminal_width=80).get_help()
    cut = [line for line in shown.partition("Commands:")[2].splitlines() if line.endswith("...")]
    assert cut == []


@pytest.mark.parametrize("command", ["export csv -", "history", "stats"])
def test_since_takes_a_date_or_days(yomu: Run, command: str) -> None:
    for value in ("2026-03-01", "30d", "0001-01-01", "99999d"):
        done = yomu(*command.split(), "--since", value)
        assert b"Traceback" not in done.stderr
        assert done.returncode < 2
    for value in ("2026-13-40", "gestern", "0d"):
        done = yomu(*command.split(), "--since", value)
        assert done.returncode == 2
        assert b"is neither a date (2026-03-01) nor days (30d)" in done.stderr


def test_looking_up_nothing_is_told(yomu: Run) -> None:
    assert b"There is no word to look up" in yomu("lookup", " ").stderr
    long = yomu("lookup", "鬱" * 5000).stderr
    assert len(long) < 400


def test_table_is_not_written_under_the_name_of_a_deck(yomu: Run, tmp_path: Path) -> None:
    out = tmp_path / "deck.apkg"
    done = yomu("export", "csv", out, "--terms-of", "monroe-doctrine", "--limit", "1")
    assert (done.returncode, out.exists()) == (1, False)
    assert b"Try deck.csv" in done.stderr


def test_adding_a_dictionary_writes_no_bar_into_a_log(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "small.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("index.json", '{"title": "Small", "format": 3, "revision": "1"}')
        archive.writestr("term_bank_1.json", '[["同盟", "どうめい", "n", "", 1, ["union"], 1, ""]]')
    done = yomu("dict", "add", path)
    assert (done.stdout, done.stderr) == (b"Added Small: 1 term\n", b"")


def test_record_that_cannot_be_written_is_named(yomu: Run, home: Path) -> None:
    yomu("words", "set", "条約", "known")
    record = home / "data" / "yomu.db"
    with closing(sqlite3.connect(record, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = yomu("words", "set", "同盟", "known")
    assert done.returncode == 1
    assert done.stderr.count(f"{record}: another program".encode()) == 1


def test_removed_card_is_not_looked_for_in_the_list_of_kept_ones(yomu: Run) -> None:
    assert b"yomu cards list" in yomu("cards", "remove", "条約", "--yes").stderr
    assert b"the id that removing it showed" in yomu("cards", "restore", "条約").stderr


def test_zone_a_day_away_is_refused(yomu: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC+99")
    done = yomu("stats")
    assert done.returncode == 1
    assert b"Set it as in TZ=Asia/Tokyo" in done.stderr
