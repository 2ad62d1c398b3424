"""Signs around numbers: currencies, slashes, minus, the hyphen of a score; counters of every kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from yomu.reading.numbers import find_numbers


def read(text: str) -> str:
    """The text with every number replaced by [its reading]."""
    out, at = "", 0
    for span in find_numbers(text):
        out += text[at : span.start] + f"[{span.reading}]"
        at = span.end
    return out + text[at:]


@pytest.mark.parametrize(
    ("text", "expected", "english"),
    [
        ("$100を", "[ひゃくどる]を", "$100"),
        ("＄１００を", "[ひゃくどる]を", "$100"),
        ("US$5億を", "US[ごおくどる]を", "$500 million"),
        ("€50の", "[ごじゅうゆーろ]の", "€50"),
        ("£20で", "[にじゅっぽんど]で", "£20"),
        ("¥1,000です", "[せんえん]です", "¥1,000"),
        ("￥4です", "[よえん]です", "¥4"),
        ("-5℃の", "[まいなすごど]の", "-5°C"),
        ("は-0.5%だ", "は[まいなすれいてんごぱーせんと]だ", "-0.5%"),
        ("約1/3の", "約[さんぶんのいち]の", "one third"),
        ("2/3の多数", "[さんぶんのに]の多数", "two thirds"),
        ("１／４を占める", "[よんぶんのいち]を占める", "one quarter"),
        ("1/10メートル", "[じゅうぶんのいち]メートル", "one tenth"),
        ("3-2で勝利した", "[さんたいに]で勝利した", "3 to 2"),
        ("1-0と先制", "[いったいぜろ]と先制", "1 to 0"),
        ("0-0の引き分け", "[ぜろたいぜろ]の引き分け", "0 to 0"),
        ("10-8で逆転", "[じゅったいはち]で逆転", "10 to 8"),
        ("1対0で", "[いったいぜろ]で", "1 to 0"),
    ],
)
def test_a_sign_is_spoken_where_a_reader_speaks_it(text: str, expected: str, english: str) -> None:
    assert read(text) == expected
    assert find_numbers(text)[0].meaning_en == english


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$5 million", "$[ご] million"),
        ("1/3に開幕", "[いち]/[さん]に開幕"),
        ("24/7の", "[にじゅうよん]/[なな]の"),
        ("10-20%", "[じゅうからにじゅっぱーせんと]"),
        ("A-5%", "A-5%"),
    ],
)
def test_a_sign_with_another_use_is_left_alone(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10⁹個", "[じゅうのきゅうじょう]個"),
        ("10⁻³に", "[じゅうのまいなすさんじょう]に"),
        ("10^6倍", "[じゅうのろくじょう]倍"),
        ("10¹⁵の", "[じゅうのじゅうごじょう]の"),
        ("長さの単位で、109メートル。", "長さの単位で、[じゅうのきゅうじょう]メートル。"),
        ("109メートル泳いだ", "[ひゃくきゅうめーとる]泳いだ"),
    ],
)
def test_powers_of_ten(text: str, expected: str) -> None:
    assert read(text) == expected


def test_a_fraction_has_its_value() -> None:
    assert find_numbers("約2/3の")[0].value == Fraction(2, 3)
