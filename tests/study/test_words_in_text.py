"""A word is its dictionary form as it is read where it stands."""

from __future__ import annotations

import pytest

from yomu.model import Morph, Source, Token
from yomu.study.known import dictionary_reading


def token(surface: str, reading: str, lemma: str, of_unidic: str) -> Token:
    morph = Morph(lemma, lemma_reading=of_unidic)
    return Token(0, len(surface), surface, reading, morph, Source.MODEL)


@pytest.mark.parametrize(
    ("surface", "reading", "lemma", "of_unidic", "expected"),
    [
        ("辛い", "からい", "辛い", "つらい", "からい"),
        ("辛かっ", "からかっ", "辛い", "つらい", "からい"),
        ("開い", "ひらい", "開く", "あく", "ひらく"),
        ("行っ", "おこなっ", "行う", "いう", "おこなう"),
        ("金", "かね", "金", "きん", "かね"),
        ("来", "こ", "来る", "くる", "くる"),
        ("会社", "がいしゃ", "会社", "かいしゃ", "かいしゃ"),
        ("本", "ぽん", "本", "ほん", "ほん"),
        ("学", "がっ", "学", "がく", "がく"),
        ("サボっ", "さぼっ", "サボる", "さぼる", "さぼる"),
    ],
)
def test_homographs_are_words_of_their_own_and_changes_of_sound_are_not(
    surface: str, reading: str, lemma: str, of_unidic: str, expected: str
) -> None:
    assert dictionary_reading(token(surface, reading, lemma, of_unidic)) == expected
