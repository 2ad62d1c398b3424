"""A large record is looked through when it is not as yomu left it, and only then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.store import health
from yomu.store.database import Store
from yomu.store.records import Place

Open = Callable[[], Store]
SAID: list[str] = []


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(health, "SMALL_BYTES", 0)  # every file counts as a large one
    return tmp_path / "yomu.db"


@pytest.fixture
def opened(database: Path) -> Open:
    return lambda: Store.open(
        database, now=lambda: datetime(2026, 3, 1, tzinfo=UTC), say=SAID.append
    )


def write(store: Store) -> None:
    text_id = store.register(
        origin="file",
        slug="",
        title="題",
        path="/a.txt",
        content_hash="h",
        characters=1,
        paragraphs=1,
    )
    store.save_place(text_id, Place(3, 17, "端を発する"))


def damage(database: Path) -> None:
    content = bytearray(database.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    spot = content.rindex("端を発する".encode()) // page * page
    content[spot : spot + page] = b"\xa5" * page
    database.write_bytes(content)


def test_record_left_by_yomu_itself_is_not_looked_through(database: Path, opened: Open) -> None:
    store = opened()
    write(store)
    assert not health.must_check(database)  # this process has it open
    store.close()
    assert not health.must_check(database)
    opened().close()
    assert not health.must_check(database)


def test_record_of_a_process_that_was_killed_is_looked_through(
    database: Path, opened: Open
) -> None:
    store = opened()
    write(store)
    store._connection.execute("PRAGMA wal_autocheckpoint = 0")
    journal = Path(f"{database}-wal").read_bytes()
    store.close()
    Path(f"{database}-wal").write_bytes(journal)
    assert health.must_check(database)


def test_damage_done_by_others_is_noticed(database: Path, opened: Open) -> None:
    store = opened()
    write(store)
    store.close()
    damage(database)
    SAID.clear()
    opened().close()
    assert "damaged" in SAID[0]
    assert list(database.parent.glob("*.damaged-*"))


def test_note_beside_the_record_may_be_missing_or_nonsense(database: Path, opened: Open) -> None:
    store = opened()
    write(store)
    store.close()
    note = database.with_name("yomu.db-checked")
    note.write_bytes(b"\xff\x00")
    assert health.must_check(database)
    note.unlink()
    assert health.must_check(database)
    opened().close()
    assert note.exists()


def test_last_of_several_to_close_leaves_the_note(database: Path, opened: Open) -> None:
    first, second = opened(), opened()
    write(first)
    first.close()
    assert not database.with_name("yomu.db-checked").exists()
    second.close()
    second.close()
    assert not health.must_check(database)
