"""Readings that a text gives itself hold for all of it."""

from __future__ import annotations

import pytest

from yomu.model import Source
from yomu.reading import Reader, find_given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("執筆者:石本凌也(いしもとりょうや)", {"石本": "いしもと", "凌也": "りょうや"}),
        ("仄聞（そくぶん）した", {"仄聞": "そくぶん"}),
        ("彼は傀儡（かいらい）政権を", {"傀儡": "かいらい"}),
        ("お茶の水（おちゃのみず）駅", {"お茶の水": "おちゃのみず"}),
        ("東京（TOKYO）と大阪（2025年）", {}),
        ("会議（かも）", {}),
    ],
)
def test_readings_in_parentheses_are_found(text: str, expected: dict[str, str]) -> None:
    readings = find_given(text).readings
    assert expected.items() <= readings.items()
    if not expected:
        assert not readings


def test_a_full_name_gives_the_surname_too() -> None:
    readings = find_given("茂木敏充（もてぎ・としみつ）外相").readings
    assert readings["茂木"] == "もてぎ"
    assert readings["敏充"] == "としみつ"


def test_two_readings_for_one_word_give_none() -> None:
    assert not find_given(["上田（うえだ）", "上田（かみた）"]).readings


def test_an_earlier_occurrence_is_read_so_too() -> None:
    reader = Reader.load()
    paragraphs = ["小原氏が語った。", "小原一郎（こはら・いちろう）は記者。"]
    known = find_given(paragraphs)
    (name, *_) = reader.read(paragraphs[0], known=known)
    assert (name.surface, name.reading, name.source) == ("小原", "こはら", Source.TEXT)


def test_a_given_name_of_two_kanji_is_one_word() -> None:
    text = "石本凌也は"
    tokens = Reader.load().read(text, known=find_given("石本凌也(いしもとりょうや)"))
    assert [(t.surface, t.reading) for t in tokens] == [
        ("石本", "いしもと"),
        ("凌也", "りょうや"),
        ("は", None),
    ]
