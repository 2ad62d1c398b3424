"""A workspace with kept cards and a clock that a test sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from yomu.config import Settings
from yomu.model import Ruby
from yomu.paths import Places
from yomu.store.cards import Card, CardKind, word_card_id
from yomu.store.database import Store
from yomu.workspace import Workspace

TOKYO = ZoneInfo("Asia/Tokyo")

WORDS = (
    ("武器", "ぶき", "arms"),
    ("売却", "ばいきゃく", "sale"),
    ("政府", "せいふ", "government"),
    ("交渉", "こうしょう", "negotiation"),
    ("支援", "しえん", "support"),
    ("立法", "りっぽう", "legislation"),
)


@dataclass
class Clock:
    """The time there is, in the zone one is in."""

    at: datetime = datetime(2026, 3, 1, 20, 0, tzinfo=TOKYO)

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **by: float) -> None:
        # through UTC: a day on the clock may be longer or shorter where summer time begins
        self.at = (self.at.astimezone(ZoneInfo("UTC")) + timedelta(**by)).astimezone(self.at.tzinfo)


def word_card(expression: str, reading: str, meaning: str) -> Card:
    sentence = f"新しい{expression}について、政権は説明した。"
    end = 3 + len(expression)
    return Card(
        word_card_id(expression, reading),
        CardKind.WORD,
        expression,
        reading=reading,
        meaning_en=meaning,
        sentence=sentence,
        rubies=(Ruby(0, 1, "あたら"), Ruby(3, end, reading), Ruby(end + 5, end + 7, "せいけん")),
        start=3,
        end=end,
        sentence_en="The administration explained it.",
        title="題",
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_workspace(tmp_path: Path, clock: Clock) -> Iterator[Callable[..., Workspace]]:
    made: list[Workspace] = []

    def make(**settings: object) -> Workspace:
        places = Places(*(tmp_path / name for name in ("data", "config", "cache", "state")))
        curated = tmp_path / "curated"
        curated.mkdir(exist_ok=True)
        chosen = replace(Settings(), **settings)  # type: ignore[arg-type]
        made.append(Workspace(places, chosen, clock, glossary_dirs=[curated, places.glossary]))
        return made[-1]

    yield make
    for workspace in made:
        workspace.close()


@pytest.fixture
def workspace(make_workspace: Callable[..., Workspace]) -> Workspace:
    return make_workspace()


@pytest.fixture
def keep(workspace: Workspace) -> Callable[..., list[Card]]:
    """Keeps the first so many words as cards."""

    def write(count: int = len(WORDS), into: Workspace = workspace) -> list[Card]:
        def do(store: Store) -> list[Card]:
            return [store.cards.keep(word_card(*word))[0] for word in WORDS[:count]]

        return into.recorder.ask(do).result(timeout=30)

    return write
