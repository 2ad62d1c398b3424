"""Small texts and the rows they are to give, drawn as the terminal shows them."""

from __future__ import annotations

import pytest
from jlreq import NOT_AT_END, NOT_AT_START
from notation import drawn, parse, rows_of

from yomu.model import Morph, RubyMode, Token
from yomu.typeset import Setting, inline_text, lay_out, plain_lines

RUBY = {
    "a reading that fits stands over its base": (
        "{支援|し.えん}する",
        ["しえん", "支援する"],
    ),
    "a reading may overhang kana on both sides": (
        "ロシアの{侵攻|しん.こう}を",
        ["      しんこう", "ロシアの侵攻を"],
    ),
    "jukugo ruby: each kanji under its own kana": (
        "「{大統領|だい.とう.りょう}」",
        ["  だいとうりょう", "「 大  統   領  」"],
    ),
    "group ruby: the base spreads 1:2:1": (
        "「{行方|ゆくえ}」",
        ["  ゆくえ", "「行 方 」"],
    ),
    "a short reading spreads over a long base": (
        "{米国大統領|アメ}は",
        [" ア   メ", "米国大統領は"],
    ),
    "two readings keep a cell between them": (
        "{政権|せい.けん}{発足|ほっ.そく}{後|ご}の",
        ["せいけん ほっそく ご", " 政  権   発  足  後の"],
    ),
    "a reading covers half of a closing bracket before it, none of one after it": (
        "」{取引|とり.ひき}」",
        [" とりひき", "」取  引 」"],
    ),
    "a reading covers half of an opening bracket after it, none of one before it": (
        "「{取引|とり.ひき}「",
        ["  とりひき", "「 取  引「"],
    ),
    "digits and middle dots are not covered": (
        "2026{年|ねん}・",
        ["    ねん", "2026 年 ・"],
    ),
    "一方 with a small っ": (
        "{人々|ひと.びと}の{一方|いっ.ぽう}",
        ["ひとびと いっぽう", " 人 々の  一  方"],
    ),
}


@pytest.mark.parametrize("name", RUBY)
def test_ruby_is_placed_as_drawn(name: str) -> None:
    notation, expected = RUBY[name]
    assert drawn(notation, 40) == expected


BREAKS = {
    "the character goes down with the 。 that may not start a line": (
        "これは終わりです。",
        8,
        ["これは終", "わりで", "す。"],
    ),
    "「 does not end a line": ("これは「終わり」です。", 8, ["これは", "「終わ", "り」で", "す。"]),
    "nor when a space stands after it": ("これは「 終わり", 8, ["これは", "「 終わ", "り"]),
    "small kana, ー and 々 do not start a line": (
        "あああチーム、ああ人々。あああきゃ",
        8,
        ["あああ", "チーム、", "ああ", "人々。あ", "ああきゃ"],
    ),
    "a number stays whole with its sign": (
        "割合は35%、2014年の2,014.5人",
        12,
        ["割合は35%、", "2014年の", "2,014.5人"],
    ),
    "full-width numbers and letters stay whole": (
        "ＮＡＴＯは２０２６年に３．５％を",
        10,
        ["ＮＡＴＯは", "２０２６年", "に３．５％", "を"],
    ),
    "Latin words stay whole, and the space at the break is gone": (
        "(North Atlantic Treaty Organization)",
        16,
        ["(North Atlantic", "Treaty", "Organization)"],
    ),
    "a word wider than the line breaks after its signs": (
        "https://www.example.org/a/b?c",
        16,
        ["https://www.", "example.org/a/b?", "c"],
    ),
    "but not where that would leave the line nearly blank": (
        "a-bcdefghijklmnopqrst",
        10,
        ["a-bcdefghi", "jklmnopqrs", "t"],
    ),
    "…… and ―― stay together": ("あああと……か", 9, ["あああと", "……か"]),
    "￥ stays with its amount": ("予算は￥5億", 8, ["予算は", "￥5億"]),
    "a line feed ends the row": ("柿\n\n栗", 8, ["柿", "", "栗"]),
}


@pytest.mark.parametrize("name", BREAKS)
def test_line_breaks_as_drawn(name: str) -> None:
    notation, width, expected = BREAKS[name]
    assert drawn(notation, width) == expected


@pytest.mark.parametrize("character", sorted(NOT_AT_START - {" "}))
def test_what_may_not_start_a_line_does_not(character: str) -> None:
    assert rows_of(f"ああああ{character}あ", 8)[0].end < 4


@pytest.mark.parametrize("character", sorted(NOT_AT_END))
def test_what_may_not_end_a_line_does_not(character: str) -> None:
    assert rows_of(f"あああ{character}あ", 8)[0].end == 3


def test_a_group_at_the_end_of_a_line_spreads_under_all_of_its_reading() -> None:
    assert drawn("{政権|せい.けん}スー", 8) == ["せいけん", " 政  権", "スー"]


def test_a_group_goes_to_the_next_line_whole() -> None:
    assert drawn("アメリカの{戦略|せん.りゃく}は", 16) == [
        "アメリカの",
        "せんりゃく",
        " 戦   略は",
    ]


def test_a_group_wider_than_the_line_splits_by_kanji() -> None:
    rows = drawn("{対外有償軍事援助|たい.がい.ゆう.しょう.ぐん.じ.えん.じょ}は", 20)
    assert rows == [
        "たい がい ゆう",
        " 対   外   有",
        "しょう ぐん じ えん",
        "  償    軍  事  援",
        "じょ",
        "助は",
    ]


def test_a_group_wider_than_the_line_goes_without_ruby_where_no_split_is_known() -> None:
    assert drawn("{対外有償軍事援助|たいがいゆうしょうぐんじえんじょ}は", 20) == [
        "対外有償軍事援助は"
    ]


def test_inline_readings_stay_with_their_word() -> None:
    notation = "を{支援|し.えん}する{政権|せい.けん}"
    assert drawn(notation, 40, RubyMode.INLINE) == ["を支援(しえん)する政権(せいけん)"]
    assert drawn(notation, 14, RubyMode.INLINE) == ["を支援(しえん)", "する", "政権(せいけん)"]


def test_a_whole_paragraph_can_be_had_on_one_line() -> None:
    text, rubies, inserts, _ = parse("を{支援|し.えん}^3^する")
    assert inline_text(text, rubies, inserts=inserts) == "を支援(しえん)3する"


def test_mode_none_draws_the_text_alone() -> None:
    assert drawn("を{支援|し.えん}する", 40, RubyMode.NONE) == ["を支援する"]


@pytest.mark.parametrize("chosen", [{(3, 5)}, lambda start, end: start == 3])
def test_mode_chosen_draws_only_the_chosen_readings(chosen: object) -> None:
    text, rubies, _, tokens = parse("{支援|し.えん}を{政権|せい.けん}に")
    rows = lay_out(text, rubies, tokens, Setting(40, RubyMode.CHOSEN), chosen=chosen)  # type: ignore[arg-type]
    assert plain_lines(rows) == ["    せいけん", "支援を政権に"]


def test_footnote_numbers_stay_with_what_they_follow() -> None:
    assert drawn("ああ明示^12^。そして", 10) == ["ああ明", "示12。そし", "て"]


def test_indents_move_both_lines() -> None:
    options = {"first_indent_cells": 4, "indent_cells": 2}
    assert drawn("{支援|し.えん}をアメリカの", 14, **options) == [
        "    しえん",
        "    支援をアメ",
        "  リカの",
    ]


def test_wide_profile_counts_ambiguous_characters_as_two_cells() -> None:
    assert rows_of("①“あ”…", 20, profile="wide")[0].width == 10
    assert rows_of("①“あ”…", 20)[0].width == 6


def test_characters_that_show_nothing_are_not_drawn_but_keep_their_offsets() -> None:
    (row,) = rows_of("支\u00ad援\u200bだ", 20)
    assert row.base_text(8) == "支援だ  "
    assert [row.hit(x) for x in range(7)] == [0, 0, 2, 2, 4, 4, None]
    assert (row.start, row.end) == (0, 5)


def test_breaking_at_bunsetsu_keeps_phrases_whole() -> None:
    words = [
        ("政権", "名詞"),
        ("は", "助詞"),
        ("支援", "名詞"),
        ("を", "助詞"),
        ("続け", "動詞"),
        ("た", "助動詞"),
    ]
    tokens, at = [], 0
    for surface, pos in words:
        tokens.append(Token(at, at + len(surface), surface, None, Morph(surface, pos=pos)))
        at += len(surface)
    text = "".join(surface for surface, _ in words)
    plain, phrased = (
        plain_lines(lay_out(text, (), tokens, Setting(16, break_at_bunsetsu=option)))
        for option in (False, True)
    )
    assert plain == ["政権は支援を続け", "た"]
    assert phrased == ["政権は支援を", "続けた"]
