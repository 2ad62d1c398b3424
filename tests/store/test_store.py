"""What the record of a learner's reading must never do: lose, double or overwrite."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.errors import YomuError
from yomu.store.database import Store
from yomu.store.peek import peek_place
from yomu.store.records import Place

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def noon() -> datetime:
    return NOON


def register(store: Store, path: str = "/a.txt", content_hash: str = "h1") -> str:
    return store.register(
        origin="file",
        slug="",
        title="題",
        path=path,
        content_hash=content_hash,
        characters=100,
        paragraphs=4,
    )


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "yomu.db"


def test_place_is_found_again_after_reopening(database: Path) -> None:
    store = Store.open(database, now=noon)
    text_id = register(store)
    store.save_place(text_id, Place(3, 17, "端を発する"))
    store.close()
    assert Store.open(database, now=noon).place(text_id) == Place(3, 17, "端を発する")
    assert peek_place(database, "/a.txt") == Place(3, 17, "端を発する")


def test_text_keeps_its_id_when_edited_and_when_moved(database: Path) -> None:
    store = Store.open(database, now=noon)
    first = register(store)
    assert register(store, content_hash="edited") == first
    assert register(store, path="/moved.txt", content_hash="edited") == first
    assert register(store, path="/other.txt", content_hash="other") != first


def test_paragraph_marked_unread_counts_no_more(database: Path) -> None:
    store = Store.open(database, now=noon)
    text_id = register(store)
    store.note_paragraph(text_id, 0, "dwelt", characters=40)
    store.note_paragraph(text_id, 0, "read", characters=40)
    store.note_paragraph(text_id, 1, "read", characters=30)
    store.note_paragraph(text_id, 1, "unread", characters=30)
    assert store.read_paragraphs(text_id) == {0: 40}
    assert store.seen_texts()[0].read_characters == 40


def test_damaged_database_is_kept_aside_whole(database: Path) -> None:
    database.write_bytes(b"not a database at all" * 100)
    said: list[str] = []
    store = Store.open(database, now=noon, say=said.append)
    register(store)
    kept = [path for path in database.parent.iterdir() if ".damaged-" in path.name]
    assert [path.read_bytes() for path in kept] == [b"not a database at all" * 100]
    assert kept[0].name in said[0]


def test_two_damaged_databases_in_one_second_are_both_kept(database: Path) -> None:
    for content in (b"first" * 300, b"second" * 300):
        database.unlink(missing_ok=True)
        database.write_bytes(content)
        Store.open(database, now=noon).close()
        for side in ("-wal", "-shm"):
            Path(f"{database}{side}").unlink(missing_ok=True)
    kept = sorted(path.read_bytes()[:5] for path in database.parent.glob("*.damaged-*"))
    assert kept == [b"first", b"secon"]


def test_locked_database_is_named_and_left_alone(database: Path) -> None:
    Store.open(database, now=noon).close()
    blocker = sqlite3.connect(database, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    store = Store.open(database, now=noon, timeout_s=0.01)
    with pytest.raises(YomuError, match="another program"):
        register(store)
    blocker.execute("ROLLBACK")
    assert register(store)


def test_database_of_a_newer_yomu_is_refused_and_left_alone(database: Path) -> None:
    Store.open(database, now=noon).close()
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('yomu', 'future', '')"
        )
    with pytest.raises(YomuError, match="newer yomu"):
        Store.open(database, now=noon)
    assert not list(database.parent.glob("*.damaged-*"))


def _write_many(database: Path, name: str, count: int) -> None:
    store = Store.open(database, now=noon, timeout_s=60)
    text_id = register(store, path=name, content_hash=name)
    for number in range(count):
        store.note_paragraph(text_id, number, "read", characters=1)


def test_two_processes_lose_no_write(database: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write_many, args=(database, f"/{n}", 200)) for n in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [text.read_characters for text in Store.open(database, now=noon).seen_texts()] == [
        200,
        200,
    ]


def test_killed_process_loses_at_most_the_write_it_was_in(database: Path) -> None:
    script = (
        "import sys\n"
        "from datetime import UTC, datetime\n"
        "from pathlib import Path\n"
        "from yomu.store.database import Store\n"
        "from yomu.store.records import Place\n"
        "store = Store.open(Path(sys.argv[1]), now=lambda: datetime.now(UTC))\n"
        "text = store.register(origin='file', slug='', title='t', path='/a.txt', content_hash='h',"
        " characters=1, paragraphs=1)\n"
        "for n in range(100000):\n"
        "    store.save_place(text, Place(n, 0))\n"
        "    print(n, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(database)], stdout=subprocess.PIPE, text=True, bufsize=1
    )
    assert process.stdout
    for line in process.stdout:
        if int(line) >= 200:
            break
    os.kill(process.pid, signal.SIGKILL)
    last = int((process.stdout.read().split() or [line])[-1])
    process.wait()
    store = Store.open(database, now=noon)
    place = store.place(store.seen_texts()[0].id)
    assert place
    assert place.paragraph in (last, last + 1)


@pytest.mark.parametrize(
    "write",
    [
        lambda store: register(store),
        lambda store: store.choose_furigana("支援", "しえん", "show"),
    ],
)
def test_full_disk_is_said_and_leaves_the_store_usable(
    database: Path, write: Callable[[Store], object]
) -> None:
    store = Store.open(database, now=noon)
    connection = store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(YomuError, match="full"):
        for _ in range(3000):
            write(store)
            register(store, path=os.urandom(200).hex(), content_hash=os.urandom(500).hex())
    connection.execute("PRAGMA max_page_count = 100000")
    write(store)


def test_latest_furigana_choice_holds(database: Path) -> None:
    store = Store.open(database, now=noon)
    for lemma, choice in (("支援", "show"), ("侵攻", "hide"), ("支援", "auto")):
        store.choose_furigana(lemma, "", choice)
    assert store.chosen_furigana() == {"侵攻": "hide"}


def test_page_damaged_in_the_middle_is_noticed_at_opening(database: Path) -> None:
    store = Store.open(database, now=noon)
    text_id = register(store)
    store.save_place(text_id, Place(3, 17, "端を発する"))
    store.close()
    content = bytearray(database.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    spot = content.rindex("端を発する".encode()) // page * page
    content[spot : spot + page] = b"\xa5" * page
    database.write_bytes(content)
    said: list[str] = []
    store = Store.open(database, now=noon, say=said.append)
    store.save_place(register(store), Place(1, 0, ""))
    assert "damaged" in said[0]


def test_relative_folder_is_looked_into(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(database, now=noon)
    store.save_place(register(store), Place(3, 17, "端を発する"))
    store.close()
    monkeypatch.chdir(database.parent)
    assert peek_place(Path(database.name), "/a.txt") == Place(3, 17, "端を発する")
