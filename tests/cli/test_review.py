"""`yomu review` without a screen: what would be asked, what is set aside, the parameters."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from yomu.model import Face
from yomu.store.cards import Card, CardKind, word_card_id
from yomu.store.database import Store

Run = Callable[..., CompletedProcess[bytes]]
WORDS = (("武器", "ぶき", "arms"), ("政府", "せいふ", "government"), ("すべて", "", "all"))


@pytest.fixture
def kept(home: Path) -> list[Card]:
    """Three cards, the second suspended."""
    store = Store.open(home / "data" / "yomu.db", now=lambda: datetime.now(UTC))
    cards = [
        store.cards.keep(
            Card(word_card_id(w, r), CardKind.WORD, w, reading=r, meaning_en=m, domain="")
        )[0]
        for w, r, m in WORDS
    ]
    store.reviews.hold(cards[1].id, tuple(Face), "suspended")
    store.close()
    return cards


def test_newcomer_has_nothing_to_review(yomu: Run) -> None:
    done = yomu("review", "--list")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"nothing to review" in done.stderr
    assert yomu("review", "--count").stdout.decode() == "new 0\tsteps 0\treviews 0\n"


def test_screen_without_a_terminal_says_what_to_do(yomu: Run) -> None:
    done = yomu("review")
    assert done.returncode == 1
    assert b"--list" in done.stderr


def test_queue_is_printed_for_people_and_programs(yomu: Run, kept: list[Card]) -> None:
    lines = [line.split("\t") for line in yomu("review", "--list").stdout.decode().splitlines()]
    assert [line[:3] + line[4:] for line in lines] == [
        [kept[0].id[:8], "new", "recognition", "武器", "ぶき", "arms"],
        [kept[2].id[:8], "new", "recognition", "すべて", "", "all"],
    ]
    found = json.loads(yomu("review", "--list", "--format", "json").stdout)
    assert [(one["id"], one["face"], one["reps"]) for one in found] == [
        (kept[0].id, "recognition", 0),
        (kept[2].id, "recognition", 0),
    ]
    counts = json.loads(yomu("review", "--count", "--format", "json").stdout)
    assert counts == {"new": 2, "steps": 0, "reviews": 0}


def test_kind_and_limit_choose(yomu: Run, kept: list[Card]) -> None:
    reading = yomu("review", "--list", "--kind", "reading").stdout.decode().splitlines()
    assert [line.split("\t")[4] for line in reading] == ["武器"]
    assert len(yomu("review", "--list", "--limit", "1").stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--kind", "writing"), "no kind of question writing"),
        (("--domain", "nowhere", "--list"), "no domain nowhere"),
        (("--text", "nowhere", "--list"), "nowhere"),
        (("unsuspend", "無い"), "No kept card"),
    ],
)
def test_mistakes_are_named(yomu: Run, kept: list[Card], arguments: tuple[str], said: str) -> None:
    done = yomu("review", *arguments)
    assert done.returncode == 1
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_suspended_card_is_listed_and_asked_again(yomu: Run, kept: list[Card]) -> None:
    listed = yomu("review", "suspended").stdout.decode().split("\t")
    assert listed[:3] == [kept[1].id[:8], "suspended", "政府"]
    assert "asked again" in yomu("review", "unsuspend", "政府").stdout.decode()
    assert "all along" in yomu("review", "unsuspend", "政府").stdout.decode()
    assert yomu("review", "suspended").stdout == b""
    assert "政府" in yomu("review", "--list").stdout.decode()


def test_fit_needs_a_log_and_standard_parameters_are_there(yomu: Run, kept: list[Card]) -> None:
    done = yomu("review", "--fit")
    assert done.returncode == 1
    assert "512 are needed" in done.stderr.decode()
    assert "already" in yomu("review", "--standard-parameters").stdout.decode()
