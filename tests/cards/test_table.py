"""Kept cards in the database: never lost, never doubled, never renamed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yomu.model import Ruby
from yomu.store.cards import Card, CardKind, CardTable, term_card_id, word_card_id
from yomu.store.database import Store

CARD = Card(
    id=term_card_id("support"),
    kind=CardKind.TERM,
    expression="支援",
    reading="しえん",
    entry_id="support",
    sentence="支援する。",
    rubies=(Ruby(0, 2, "しえん", ("し", "えん")),),
    start=0,
    end=2,
    title="題",
    meaning_en="support",
)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "yomu.db"


@pytest.fixture
def table(database: Path) -> Iterator[CardTable]:
    store = Store.open(database, now=Clock())
    yield store.cards
    store.close()


def test_ids_are_the_same_on_every_computer() -> None:
    assert term_card_id("support") == "d54cf38a-b27f-5139-9cde-c747dfc7e343"
    assert word_card_id("もたらす", "もたらす") == "9fb58a10-0f3d-56b0-8ec1-278e3b9e9a90"


def test_card_comes_back_as_it_was_kept(table: CardTable) -> None:
    kept, new = table.keep(CARD)
    assert new
    assert replace(kept, created_at="", updated_at="") == CARD
    assert table.all() == [kept]
    assert table.get(CARD.id) == kept


def test_keeping_again_changes_nothing_unless_asked(table: CardTable) -> None:
    kept, _ = table.keep(CARD)
    elsewhere = replace(CARD, sentence="新しい支援。", start=3, end=5, title="別の題", rubies=())
    assert table.keep(elsewhere) == (kept, False)
    renewed, new = table.keep(elsewhere, renew=True)
    assert not new
    assert (renewed.sentence, renewed.start, renewed.title) == ("新しい支援。", 3, "別の題")
    assert renewed.created_at == kept.created_at
    assert len(table.all()) == 1


def test_removed_card_is_kept_again_with_what_was_written_on_it(table: CardTable) -> None:
    table.keep(CARD)
    table.edit(CARD.id, {"note": "覚える"}, {"note"})
    table.remove(CARD.id)
    assert table.all() == []
    assert table.get(CARD.id) is None
    again, new = table.keep(replace(CARD, sentence="支援の文。"))
    assert new
    assert (again.note, again.sentence) == ("覚える", "支援の文。")
    assert table.removed() == []


def test_restored_card_is_as_it_was(table: CardTable) -> None:
    kept, _ = table.keep(CARD)
    table.remove(CARD.id)
    assert table.restore(CARD.id) == kept
    assert table.restore("none") is None


def test_everything_done_to_a_card_stays_on_record(table: CardTable, database: Path) -> None:
    table.keep(CARD)
    table.edit(CARD.id, {"meaning_en": "help"}, {"meaning_en"})
    table.remove(CARD.id)
    table.keep(CARD)
    rows = sqlite3.connect(database).execute("SELECT event, before FROM card_events ORDER BY id")
    events = [(event, json.loads(before)) for event, before in rows]
    assert [event for event, _ in events] == ["kept", "edited", "removed", "restored"]
    assert events[1][1] == {"meaning_en": "support"}


def test_each_form_remembers_what_it_held(table: CardTable) -> None:
    table.note_exported("anki", ["a", "b"])
    table.note_exported("anki", ["b", "c"])
    table.note_exported("csv", ["d"])
    assert table.exported("anki") == {"a", "b", "c"}
    assert table.exported("csv") == {"d"}


def test_two_writers_keep_one_card(database: Path) -> None:
    first, second = (Store.open(database, now=Clock()) for _ in range(2))
    assert first.cards.keep(CARD)[1]
    assert not second.cards.keep(CARD)[1]
    assert len(second.cards.all()) == 1
    first.close()
    second.close()


def test_database_of_the_first_release_takes_cards(database: Path) -> None:
    from sqlite_utils import Database, Migrations

    from yomu.store.schema import STEPS

    steps = Migrations("yomu")
    steps()(STEPS[0])
    steps.apply(Database(database))
    store = Store.open(database, now=Clock())
    assert store.cards.keep(CARD)[1]
    store.close()
