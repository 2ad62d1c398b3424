"""Statuses: set in batches, shared by what has the same key, undone one batch at a time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Status
from yomu.store.database import Store
from yomu.store.knowledge import Item

WORDS = [Item("外交", "がいこう"), Item("交渉", "こうしょう"), Item("", "", "fms")]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "yomu.db", now=lambda: datetime(2026, 3, 1, tzinfo=UTC))


def test_only_what_changes_is_counted_and_logged(store: Store) -> None:
    store.knowledge.set({WORDS[0]: Status.KNOWN}, "key")
    batch = store.knowledge.set(dict.fromkeys(WORDS, Status.KNOWN), "rest")
    assert batch.changed == 2
    assert store.knowledge.set(dict.fromkeys(WORDS, Status.KNOWN), "rest").changed == 0
    assert store.knowledge.statuses() == {item.key: Status.KNOWN for item in WORDS}


def test_a_word_set_back_to_new_has_no_status(store: Store) -> None:
    store.knowledge.set({WORDS[0]: Status.KNOWN}, "key")
    store.knowledge.set({WORDS[0]: Status.NEW}, "key")
    assert store.knowledge.statuses() == {}


def test_undo_leaves_alone_what_a_review_changed_since(store: Store) -> None:
    store.knowledge.set(dict.fromkeys(WORDS, Status.KNOWN), "import:N5")
    store.knowledge.set({WORDS[0]: Status.LEARNING_1}, "review")
    undone = store.knowledge.undo()
    assert undone
    assert (undone.cause, undone.changed) == ("import:N5", 2)
    assert store.knowledge.statuses() == {WORDS[0].key: Status.LEARNING_1}
    assert store.knowledge.undo() is None


def test_another_reader_of_the_record_sees_the_changes(store: Store, tmp_path: Path) -> None:
    event = store.knowledge.latest_event()
    other = Store.open(tmp_path / "yomu.db", now=lambda: datetime(2026, 3, 1, tzinfo=UTC))
    other.knowledge.set({WORDS[1]: Status.IGNORED}, "key")
    assert store.knowledge.changes_since(event) == {WORDS[1].key: Status.IGNORED}


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(WORDS), st.sampled_from(list(Status)), min_size=1, max_size=3
        ),
        max_size=8,
    )
)
def test_undoing_everything_goes_back_through_every_state(
    tmp_path_factory: pytest.TempPathFactory, batches: list[dict[Item, Status]]
) -> None:
    path = tmp_path_factory.mktemp("store") / "yomu.db"
    store = Store.open(path, now=lambda: datetime(2026, 3, 1, tzinfo=UTC))
    states = [store.knowledge.statuses()]
    for batch in batches:
        if store.knowledge.set(batch, "key").changed:
            states.append(store.knowledge.statuses())
    for state in reversed(states[:-1]):
        assert store.knowledge.undo() is not None
        assert store.knowledge.statuses() == state
    assert store.knowledge.undo() is None
    store.close()
