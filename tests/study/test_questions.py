"""A front gives nothing away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Face, Ruby
from yomu.store.cards import Card, CardKind
from yomu.study.faces import faces_of
from yomu.study.questions import GAP, answer_sentence, question

CARD = Card(
    *("id", CardKind.WORD, "武器"),
    reading="ぶき",
    meaning_en="arms",
    sentence="政府は武器(ぶき)を売り、武器庫を閉じた。",
    rubies=(
        Ruby(0, 2, "せいふ"),
        Ruby(3, 5, "ぶき"),
        Ruby(10, 11, "う"),
        Ruby(13, 16, "ぶきこ"),
        Ruby(17, 18, "と"),
    ),
    start=3,
    end=5,
    sentence_en="The government sold arms.",
)


@pytest.mark.parametrize("face", [Face.RECOGNITION, Face.READING])
def test_reading_of_the_word_is_hidden_wherever_it_stands(face: Face) -> None:
    asked = question(CARD, face)
    assert asked.sentence.text == "政府は武器(…)を売り、武器庫を閉じた。"
    assert [ruby.reading for ruby in asked.sentence.rubies] == ["せいふ", "う", "と"]
    assert [asked.sentence.text[slice(*mark)] for mark in asked.sentence.marks] == ["武器"]
    assert "ぶき" not in repr(replace(asked.sentence, rubies=()))


@pytest.mark.parametrize("face", [Face.PRODUCTION, Face.CLOZE])
def test_word_is_gone_and_the_furigana_of_the_others_stay_over_them(face: Face) -> None:
    passage = question(CARD, face).sentence
    assert passage.text == f"政府は{GAP}(…)を売り、{GAP}庫を閉じた。"
    assert {passage.text[r.start : r.end]: r.reading for r in passage.rubies} == {
        "政府": "せいふ",
        "売": "う",
        "閉": "と",
    }
    assert [passage.text[slice(*mark)] for mark in passage.marks] == [GAP, GAP]


def test_production_shows_english_and_cloze_only_hints_at_it() -> None:
    production, cloze = question(CARD, Face.PRODUCTION), question(CARD, Face.CLOZE)
    assert (production.english, production.translation) == ("arms", CARD.sentence_en)
    assert (cloze.hint, cloze.english, cloze.translation) == ("arms", "", "")


def test_answer_has_the_sentence_as_it_is() -> None:
    passage = answer_sentence(CARD)
    assert (passage.text, passage.rubies) == (CARD.sentence, CARD.rubies)
    assert passage.marks == ((3, 5),)


def test_bracket_that_is_no_reading_stays() -> None:
    card = replace(CARD, sentence="武器(兵器など)を売る。", rubies=(), start=0, end=2)
    assert "兵器など" in question(card, Face.READING).sentence.text


@given(
    st.text("武器を政府(ぶき)。", min_size=1, max_size=30), st.integers(0, 29), st.integers(1, 4)
)
def test_any_place_in_any_sentence_can_be_asked(sentence: str, start: int, length: int) -> None:
    start = min(start, len(sentence) - 1)
    end = min(start + length, len(sentence))
    rubies = tuple(Ruby(at, at + 1, "x") for at in range(len(sentence)))
    card = replace(
        CARD, expression=sentence[start:end], sentence=sentence, rubies=rubies, start=start, end=end
    )
    for face in faces_of(card):
        passage = question(card, face).sentence
        for ruby in passage.rubies:
            assert 0 <= ruby.start < ruby.end <= len(passage.text)
        assert all(0 <= a < b <= len(passage.text) for a, b in passage.marks)
        if face is Face.CLOZE:
            assert GAP in passage.text
