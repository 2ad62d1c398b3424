"""The recorder: whoever asks gets an answer, and a fault of the database stops nothing."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.errors import YomuError
from yomu.store.database import Store
from yomu.workspace.recorder import Recorder


def noon() -> datetime:
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_question_is_answered_although_the_record_cannot_be_opened() -> None:
    def refuse() -> Store:
        raise YomuError("locked", "wait")

    said: list[str] = []
    recorder = Recorder(refuse, lambda error: said.append(error.message))
    with pytest.raises(YomuError, match="locked"):
        recorder.ask(lambda store: store.seen_texts()).result(timeout=5)
    recorder.close()
    assert said == ["locked"]
    assert recorder.unsaved is None


def test_write_that_failed_is_made_as_soon_as_the_record_opens(tmp_path: Path) -> None:
    refused = iter([True])
    written: list[int] = []

    def open_store() -> Store:
        if next(refused, False):
            raise YomuError("locked", "wait")
        return Store.open(tmp_path / "yomu.db", now=noon)

    recorder = Recorder(open_store)
    recorder.post(lambda store: written.append(1))
    recorder.post(lambda store: written.append(2))
    recorder.close()
    assert written == [1, 2]
    assert recorder.unsaved is None


def test_fault_of_the_database_becomes_a_message(tmp_path: Path) -> None:
    def fail(store: Store) -> object:
        raise sqlite3.DatabaseError("database disk image is malformed")

    said: list[str] = []
    recorder = Recorder(
        lambda: Store.open(tmp_path / "yomu.db", now=noon), lambda error: said.append(str(error))
    )
    with pytest.raises(YomuError, match="malformed"):
        recorder.ask(fail).result(timeout=5)
    recorder.post(fail)
    recorder.close()
    assert len(said) == 1
    assert "malformed" in said[0]
    assert recorder.unsaved is not None


def test_fault_in_a_question_is_raised_by_who_asked_and_stops_nothing(tmp_path: Path) -> None:
    recorder = Recorder(lambda: Store.open(tmp_path / "yomu.db", now=noon))

    def broken(store: Store) -> None:
        raise KeyError("ours")

    with pytest.raises(KeyError):
        recorder.ask(broken).result(10)
    assert recorder.ask(lambda store: 1).result(10) == 1
    recorder.close()
