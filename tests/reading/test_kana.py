"""Katakana and hiragana turned into each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yomu.kana import to_hiragana, to_katakana
from yomu.reading.kana import is_reading

KATAKANA = st.text(st.characters(min_codepoint=ord("ァ"), max_codepoint=ord("ヺ")))


@given(KATAKANA)
def test_any_katakana_word_becomes_a_reading(word: str) -> None:
    assert not word or is_reading(to_hiragana(word))


@given(st.text())
def test_what_is_no_katakana_stays(text: str) -> None:
    others = "".join(c for c in text if not "ァ" <= c <= "ヾ" or c in "・ー")
    assert to_hiragana(others) == others


def test_old_and_small_letters_and_marks_of_repetition_are_turned_too() -> None:
    assert to_hiragana("ヮヰヱヴヵヶヷヸヹヺ") == "ゎゐゑゔゕゖゔぁゔぃゔぇゔぉ"
    assert to_hiragana("イスヾ・コヽロー") == "いすゞ・こゝろー"


@given(st.text(st.characters(min_codepoint=ord("ぁ"), max_codepoint=ord("ゖ"))))
def test_hiragana_survives_the_way_there_and_back(word: str) -> None:
    assert to_hiragana(to_katakana(word)) == word
