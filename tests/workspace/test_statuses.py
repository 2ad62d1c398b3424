"""Statuses in memory and on disk: the same after every change, whoever makes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.model import Status
from yomu.store.database import Store
from yomu.store.knowledge import Item
from yomu.workspace.knowing import Change, Knowing
from yomu.workspace.recorder import Recorder
from yomu.workspace.undoing import Kind, Undoing

ITEMS = [
    Item("人気", "にんき"),
    Item("人気", "ひとけ"),
    Item("人気"),
    Item("交渉", "こうしょう"),
    Item("交渉", "", "negotiation"),
]
changes = st.dictionaries(st.sampled_from(ITEMS), st.sampled_from(list(Status)), min_size=1)


def open_store(path: Path) -> Store:
    return Store.open(path, now=lambda: datetime(2026, 3, 1, tzinfo=UTC))


@contextmanager
def someone() -> Iterator[tuple[Knowing, Recorder, Path]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "yomu.db"
        recorder = Recorder(lambda: open_store(path))
        yield Knowing(recorder, path), recorder, path
        recorder.close()


def in_memory(knowing: Knowing) -> dict[str, Status]:
    return {item.key: knowing.known.of_key(item.key) for item in ITEMS}


def on_disk(recorder: Recorder) -> dict[str, Status]:
    statuses = recorder.ask(lambda store: store.knowledge.statuses()).result()
    return {item.key: statuses.get(item.key, Status.NEW) for item in ITEMS}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.one_of(changes, st.none()), max_size=10))
def test_memory_and_disk_agree_and_undo_leads_back_step_by_step(
    steps: list[dict[Item, Status] | None],
) -> None:
    with someone() as (knowing, recorder, _):
        undoing = Undoing()
        states = [in_memory(knowing)]
        for step in steps:
            if step is None:
                if undoing.undo():
                    states.pop()
            else:
                change = knowing.set(step)
                if change.before != change.after:
                    undoing.did(Kind.STATUS, "", lambda c=change: knowing.take_back(c))  # type: ignore[misc]
                    states.append(in_memory(knowing))
            assert in_memory(knowing) == states[-1] == on_disk(recorder)
        while undoing.undo():
            states.pop()
            assert in_memory(knowing) == states[-1] == on_disk(recorder)
        assert not any(in_memory(knowing).values())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.booleans(), changes), max_size=8))
def test_two_windows_agree_once_each_has_asked(
    steps: list[tuple[bool, dict[Item, Status]]],
) -> None:
    with someone() as (here, recorder, path):
        other_recorder = Recorder(lambda: open_store(path))
        there = Knowing(other_recorder, path)
        for is_here, step in steps:
            change: Change = (here if is_here else there).set(step)
            change.done.result()
        for knowing in (here, there):
            knowing.take(knowing.ask().result())
        assert in_memory(here) == in_memory(there) == on_disk(recorder)
        other_recorder.close()


def test_what_a_key_sets_while_the_record_answers_is_not_lost() -> None:
    with someone() as (knowing, recorder, path):
        store = open_store(path)
        store.knowledge.set({ITEMS[3]: Status.LEARNING_1}, "key")
        store.close()
        question = knowing.ask()
        news = question.result()
        knowing.set({ITEMS[3]: Status.KNOWN})
        knowing.take(news)
        recorder.ask(lambda store: None).result()
        knowing.take(knowing.ask().result())
        assert knowing.known.item(ITEMS[3]) is Status.KNOWN


def test_a_word_that_is_new_again_is_so_whatever_a_list_said_of_its_spelling() -> None:
    with someone() as (knowing, recorder, _):
        knowing.set({Item("人気"): Status.KNOWN}, "import:N3").done.result()
        assert knowing.known.word("人気", "にんき") is Status.KNOWN
        change = knowing.set({Item("人気", "にんき"): Status.NEW})
        assert knowing.known.word("人気", "にんき") is Status.NEW
        knowing.take_back(change)
        assert knowing.known.word("人気", "にんき") is Status.KNOWN
        assert on_disk(recorder)[Item("人気").key] is Status.KNOWN


def test_taking_back_leaves_alone_what_another_window_changed_since() -> None:
    with someone() as (knowing, recorder, path):
        change = knowing.set({ITEMS[0]: Status.KNOWN, ITEMS[3]: Status.KNOWN})
        change.done.result()
        store = open_store(path)
        store.knowledge.set({ITEMS[0]: Status.IGNORED}, "key")
        store.close()
        knowing.take(knowing.ask().result())
        knowing.take_back(change)
        recorder.ask(lambda store: None).result()
        knowing.take(knowing.ask().result())
        assert knowing.known.item(ITEMS[0]) is Status.IGNORED
        assert knowing.known.item(ITEMS[3]) is Status.NEW
