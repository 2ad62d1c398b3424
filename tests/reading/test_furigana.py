"""Where the ruby sits: tables of words, in the notation 食{た}べ物{もの}, parts by ・."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.reading import distribute


def notation(surface: str, reading: str, *, names: bool = False) -> str:
    out, at = "", 0
    for ruby in distribute(surface, reading, names=names):
        out += surface[at : ruby.start] + surface[ruby.start : ruby.end]
        out += "{" + ("・".join(ruby.parts) if ruby.parts else ruby.reading) + "}"
        at = ruby.end
    return out + surface[at:]


@pytest.mark.parametrize(
    ("surface", "reading", "expected"),
    [
        ("食べ物", "たべもの", "食{た}べ物{もの}"),
        ("飼い犬", "かいいぬ", "飼{か}い犬{いぬ}"),
        ("取り締まり", "とりしまり", "取{と}り締{し}まり"),
        ("行っ", "おこなっ", "行{おこな}っ"),
        ("お父さん", "おとうさん", "お父{とう}さん"),
        ("真っ赤", "まっか", "真{ま}っ赤{か}"),
        ("学校", "がっこう", "学校{がっ・こう}"),
        ("北海道", "ほっかいどう", "北海道{ほっ・かい・どう}"),
        ("子会社", "こがいしゃ", "子会社{こ・がい・しゃ}"),
        ("反応", "はんのう", "反応{はん・のう}"),
        ("観音", "かんのん", "観音{かん・のん}"),
        ("天皇", "てんのう", "天皇{てん・のう}"),
        ("人々", "ひとびと", "人々{ひと・びと}"),
        ("霞ヶ関", "かすみがせき", "霞ヶ関{かすみ・が・せき}"),
        ("日本", "にほん", "日本{に・ほん}"),
    ],
)
def test_kanji_carry_their_own_part_and_kana_none(
    surface: str, reading: str, expected: str
) -> None:
    assert notation(surface, reading) == expected


@pytest.mark.parametrize(
    ("surface", "reading"),
    [
        ("今日", "きょう"),
        ("大人", "おとな"),
        ("時雨", "しぐれ"),
        ("明日", "あした"),
        ("昨日", "きのう"),
    ],
)
def test_a_word_read_as_a_whole_has_one_ruby_over_the_group(surface: str, reading: str) -> None:
    assert notation(surface, reading) == f"{surface}{{{reading}}}"


def test_name_readings_count_for_names_only() -> None:
    assert notation("倫生", "みちお", names=True) == "倫生{みち・お}"
    assert notation("倫生", "みちお") == "倫生{みちお}"


def test_a_variation_selector_has_an_empty_part() -> None:
    (ruby,) = distribute("葛\U000e0100藤", "かっとう")
    assert ruby.parts == ("かっ", "", "とう")


def test_radicals_are_read_as_their_kanji() -> None:
    assert notation("⼤学", "だいがく") == "⼤学{だい・がく}"


@given(
    st.text(st.sampled_from(list("食大学日本人々べるっヶ葛\U000e0100⼤ｶﾞ")), min_size=1, max_size=8),
    st.text(st.sampled_from(list("たべがくにほんじっ")), min_size=1, max_size=10),
)
def test_whatever_the_reading_it_is_placed_whole_and_in_order(surface: str, reading: str) -> None:
    last = 0
    for ruby in distribute(surface, reading):
        assert last <= ruby.start < ruby.end <= len(surface)
        assert ruby.parts is None or len(ruby.parts) == ruby.end - ruby.start
        assert ruby.parts is None or "".join(ruby.parts) == ruby.reading
        last = ruby.end
