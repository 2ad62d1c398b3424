"""What was looked up comes back: by word, text, time and number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yomu.store.database import Store
from yomu.store.lookups import NewLookup

START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store whose clock goes on by a day with each look-up."""
    days = iter(range(10_000))
    return Store.open(tmp_path / "yomu.db", now=lambda: START + timedelta(days=next(days)))


@pytest.fixture
def text_id(store: Store) -> str:
    return store.register(
        origin="file",
        slug="",
        title="交渉の行方",
        path="/a.txt",
        content_hash="h",
        characters=9,
        paragraphs=4,
    )


Note = Callable[..., None]


@pytest.fixture
def note(store: Store) -> Note:
    def note(word: str, reading: str = "", sentence: str = "", **other: str) -> None:
        store.lookups.note(NewLookup(word, reading, word, sentence, **other))  # type: ignore[arg-type]

    return note


def words(store: Store, *wanted: str, **limits: object) -> list[tuple[str, int]]:
    found = store.lookups.words(wanted, **limits)  # type: ignore[arg-type]
    return [(one.word, one.times) for one in found]


def test_each_word_comes_once_with_its_number_the_latest_first(store: Store, note: Note) -> None:
    for word in ("備蓄", "特使", "備蓄"):
        note(word)
    assert words(store) == [("備蓄", 2), ("特使", 1)]
    assert words(store, least=2) == [("備蓄", 2)]
    assert words(store, limit=1) == [("備蓄", 2)]
    assert store.lookups.times() == {"備蓄": 2, "特使": 1}


def test_a_word_is_found_by_itself_its_reading_or_a_sentence_it_was_met_in(
    store: Store, note: Note
) -> None:
    note("備蓄", "びちく", "石油の備蓄。")
    note("備蓄", "びちく", "米の備蓄。")
    note("特使", "とくし", "特使を送る。")
    for wanted in ("備", "びち", "石油"):
        assert words(store, wanted) == [("備蓄", 2)]
    assert words(store, "nothing", "とく") == [("特使", 1)]


@pytest.mark.parametrize("wanted", ["%", "_", "\\", "'", '"', "備%"])
def test_signs_of_the_database_are_looked_for_as_they_are(
    store: Store, note: Note, wanted: str
) -> None:
    note("備蓄")
    assert words(store, wanted) == []
    note(f"a{wanted}b")
    assert words(store, wanted) == [(f"a{wanted}b", 1)]


@pytest.mark.parametrize("name", ["/a.txt", "交渉の行方", "行方"])
def test_a_text_and_a_day_limit_what_is_counted(
    store: Store, note: Note, text_id: str, name: str
) -> None:
    note("備蓄", text_id=text_id)
    note("備蓄")
    note("特使")
    assert words(store, text=name) == [("備蓄", 1)]
    latest = store.lookups.words()[0].at
    assert words(store, since=latest) == [("特使", 1)]


def test_the_last_place_is_told_also_when_the_text_is_gone(
    store: Store, note: Note, text_id: str
) -> None:
    note("備蓄", sentence="前の。")
    note("備蓄", sentence="後の。", text_id=text_id)
    store.forget(text_id)
    (found,) = store.lookups.words()
    assert (found.title, found.path, found.sentence) == ("交渉の行方", "/a.txt", "後の。")
    assert [one.sentence for one in store.lookups.of_word("備蓄")] == ["後の。", "前の。"]
    assert {one.times for one in store.lookups.of_word("備蓄", limit=1)} == {2}
