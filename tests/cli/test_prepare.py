"""`yomu prepare`, and furigana of unknown words alone on the command line."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[bytes]]

TEXT = (
    "政府は武器の売却を決めた。政府は支援を続ける。\n\n政府が支援を続けるかどうかは分からない。\n"
)


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


def prepared(yomu: Run, text: Path, *options: str) -> dict[str, Any]:
    done = yomu("prepare", text, "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_most_frequent_words_come_first_and_reach_the_goal(yomu: Run, text: Path) -> None:
    plan = prepared(yomu, text, "--goal", "60")
    assert [word["word"] for word in plan["learn"]][:3] == ["政府", "支援", "続ける"]
    assert [word["times"] for word in plan["learn"]][:3] == [3, 2, 2]
    assert plan["occurrences"]["known"] == 0
    assert plan["reached"]["share"] >= 0.6
    assert plan["learn"][0]["meaning"].startswith("government")


def test_what_is_known_need_not_be_learnt(yomu: Run, text: Path) -> None:
    yomu("words", "set", "政府[せいふ]", "known")
    plan = prepared(yomu, text)
    assert "政府" not in [word["word"] for word in plan["learn"]]
    assert plan["occurrences"]["known"] == 3


def test_it_says_so_in_a_sentence(yomu: Run, text: Path) -> None:
    said = yomu("prepare", text, "--limit", "2").stdout.decode()
    assert "Learn these 2 words and you know" in said
    assert "せいふ" in said
    for word in ("政府", "支援", "続ける", "武器", "売却", "決める", "分かる"):
        yomu("words", "set", word, "known")
    assert "The goal of 50 % is reached." in yomu("prepare", text, "--goal", "50").stdout.decode()


def test_the_words_become_a_deck(yomu: Run, text: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck.apkg"
    done = yomu("prepare", text, "--limit", "3", "--deck", deck)
    assert done.returncode == 0, done.stderr
    assert zipfile.is_zipfile(deck)
    assert b"3 notes" in done.stderr
    again = yomu("prepare", text, "--deck", deck)
    assert again.returncode == 1
    assert b"exists already" in again.stderr
    assert b"Traceback" not in again.stderr


@pytest.mark.parametrize("content", ["", "No Japanese here.\n"])
def test_a_text_without_words_is_said_so(yomu: Run, tmp_path: Path, content: str) -> None:
    path = tmp_path / "empty.txt"
    path.write_text(content, "utf-8")
    done = yomu("prepare", path)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


def test_furigana_of_known_words_are_left_out(yomu: Run, text: Path) -> None:
    def rubies() -> set[str]:
        done = yomu("annotate", "--furigana", "unknown", text)
        paragraphs = json.loads(done.stdout)["paragraphs"]
        return {ruby["reading"] for paragraph in paragraphs for ruby in paragraph["ruby"]}

    assert {"せいふ", "しえん"} <= rubies()
    yomu("words", "set", "政府[せいふ]", "known")
    assert "せいふ" not in rubies()
    assert "しえん" in rubies()
    plain = yomu("read", "--plain", "--furigana", "unknown", text).stdout.decode()
    assert "支援(しえん)" in plain
    assert "政府は" in plain
    assert "政府(せいふ)" in yomu("read", "--plain", text).stdout.decode()
