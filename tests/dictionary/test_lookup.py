"""A place in a sentence answers with the right word first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.dictionary import Dictionary, DictionaryMatch, Origin
from yomu.reading import Reader

Lookup = Callable[[str], tuple[DictionaryMatch, ...]]


@pytest.mark.parametrize(
    ("marked", "surface", "headword", "chain"),
    [
        ("支援の継続も^盛り込まれている。", "盛り込まれている", "盛り込む", ("passive", "continuous")),
        ("やがて^立ち行かなくなる。", "立ち行かなくなる", "立ち行く", ("negative", "become")),
        ("失敗^といっても過言ではない。", "といっても過言ではない", "と言っても過言ではない", ()),
        ("彼^にとって難しい。", "にとって", "にとって", ()),
        ("政府は^検討せざるを得なかった。", "検討せざるを得なかった", "検討", ("with する", "cannot but", "past")),
        ("法案を^可決した。", "可決した", "可決", ("with する", "past")),
        ("朝食を^食べちゃった。", "食べちゃった", "食べる", ("completely", "past")),
    ],
)  # fmt: skip
def test_longest_match_from_the_cursor_comes_first_with_its_chain(
    look: Lookup, marked: str, surface: str, headword: str, chain: tuple[str, ...]
) -> None:
    first = look(marked)[0]
    assert (first.surface, first.entry.headword, first.chain) == (surface, headword, chain)


@pytest.mark.parametrize(
    ("marked", "headword", "reading", "gloss"),
    [
        ("多くの^人がいる。", "人", "ひと", "person"),
        ("アメリカ^人が多い。", "人", "じん", "-ian"),
        ("^42人が来た。", "人", "にん", "counter for people"),
        ("^約三割が反対した。", "約", "やく", "approximately"),
        ("^第三回の会議", "第", "だい", "ordinal"),
        ("ロシアの^戦争が続く。", "戦争", "せんそう", "war"),
        ("価格が^高くなかった。", "高い", "たかい", "high"),
        ("機械^化が進む。", "化", "か", "ification"),
        ("大切な^ことを学ぶ。", "こと", "こと", "thing"),
        ("東京に^なる。", "なる", "なる", "to become"),
    ],
)
def test_the_word_that_agrees_with_its_place_comes_first(
    look: Lookup, marked: str, headword: str, reading: str, gloss: str
) -> None:
    first = look(marked)[0]
    assert headword in first.entry.forms()
    assert first.reading == reading
    assert any(gloss in text for sense in first.senses[:2] for text in sense.glosses)


def test_a_part_of_speech_puts_its_senses_first_and_keeps_the_rest(look: Lookup) -> None:
    first = look("^約三割が反対した。")[0]
    assert first.senses[0].pos == ("adv",)
    assert 0 < first.allowed < len(first.senses)


def test_a_tap_on_an_ending_answers_with_the_word_it_belongs_to(look: Lookup) -> None:
    assert look("継続も盛り込ま^れている。")[0].entry.headword == "盛り込む"


def test_a_word_inside_an_expression_answers_itself_and_then_the_expression(look: Lookup) -> None:
    headwords = [match.entry.headword for match in look("といっても^過言ではない。")]
    assert headwords[0] == "過言"
    assert "と言っても過言ではない" in headwords


def test_a_proper_noun_answers_from_the_names(look: Lookup) -> None:
    first = look("^バイデン大統領は")[0]
    assert first.entry.origin is Origin.NAMES
    assert first.senses[0].glosses == ("Biden",)


def test_a_katakana_word_before_a_title_is_a_name(look: Lookup) -> None:
    assert look("^トランプ政権が発足した。")[0].senses[0].glosses == ("Trump",)
    assert "cards" in look("^トランプで遊ぶ。")[0].senses[0].glosses[0]


def test_a_loanword_shows_the_word_it_comes_from(look: Lookup) -> None:
    assert look("^レバレッジが必要だ。")[0].loan == "leverage"


def test_a_sign_answers_nothing(look: Lookup) -> None:
    assert look("戦争^。") == ()


def test_a_span_answers_for_exactly_that_span(dictionary: Dictionary, reader: Reader) -> None:
    text = "連邦議会を通過した。"
    tokens = reader.read(text)
    wide = dictionary.lookup_span(text, tokens, 0, 4)
    narrow = dictionary.lookup_span(text, tokens, 0, 2)
    assert {(m.start, m.end) for m in wide} == {(0, 4)}
    assert {(m.start, m.end) for m in narrow} == {(0, 2)}


@pytest.mark.parametrize(
    ("typed", "headword"),
    [
        ("盛り込まれている", "盛り込む"),
        ("シエン", "支援"),
        ("shien", "支援"),
        ("tabeta", "食べる"),
        ("NATO", "ＮＡＴＯ"),
        ("コンピュータ", "コンピューター"),
    ],
)
def test_a_typed_word_is_found_in_any_inflection_and_script(
    dictionary: Dictionary, typed: str, headword: str
) -> None:
    assert headword in dictionary.lookup_word(typed)[0].entry.forms()


def test_a_kanji_has_its_readings_and_figures(dictionary: Dictionary) -> None:
    info = dictionary.kanji("国")
    assert info is not None
    assert (info.on, info.kun, info.strokes, info.grade, info.jlpt) == (
        ("コク",),
        ("くに",),
        8,
        2,
        4,
    )
    assert "country" in info.meanings
    assert dictionary.kanji("a") is None


@pytest.mark.parametrize(
    ("marked", "headword", "gloss"),
    [
        # a particle's expression, not the verb in it
        ("この問題に^ついて話す。", "について", "concerning"),
        ("大戦に^よって失われた。", "によって", "by (means of)"),
        ("条約の署名を^もって成立した。", "をもって", "by (means of)"),
        ("彼と^いう人がいる。", "という", "called"),
        ("訓練の一環と^して始めた。", "として", "as"),
        ("どの^ように変化したか。", "どのように", "how"),
        # words that kana spells by accident
        ("政策が変化する^ものを指す。", "もの", "thing"),
        ("これは戦争の^ことである。", "こと", "thing"),
        ("状況は大きく^変わった。", "変わる", "to change"),
        ("内容を考えて^みたい。", "みる", "to try"),
        ("それは大統領の^交代である。", "交代", "alternation"),
        ("では、^それに伴って変わる。", "それ", "that"),
        ("しかし、^それに、値段が高い。", "それに", "besides"),
        ("登場する^一方で、続く。", "一方", "one (esp. of two)"),
        # a reading or a lemma decides
        ("受け身の対応に^留まっている。", "留まる", "to remain"),
        ("婚姻で^結びつけられた。", "結びつける", "to combine"),
        ("年が^明けた。", "明ける", "to dawn"),
        ("^元駐米大使が来た。", "元", "former"),
        ("^非常に危険な事態だ。", "非常に", "very"),
        ("本を^指す言葉。", "指す", "to point"),
        ("支援を続けて^いる。", "いる", "to be ...-ing"),
        ("風俗営業^等の規制。", "等", "et cetera"),
        ("敵を^討たんがために戦う。", "討つ", "to attack"),
        ("撤退を^余儀なくされた。", "余儀なくされる", "to be forced"),
        ("^恐るべき事態だ。", "恐るべき", "dreadful"),
        ("^EU加盟国が集まる。", "ＥＵ加盟国", "European Union"),
        ("^42人が来た。", "人", "counter for people"),
    ],
)
def test_the_traps_met_in_real_texts_stay_sprung(
    look: Lookup, marked: str, headword: str, gloss: str
) -> None:
    first = look(marked)[0]
    assert headword in first.entry.forms()
    assert any(gloss in text for text in first.senses[0].glosses)


def test_a_piece_of_an_unknown_foreign_name_is_not_taken_for_a_word(look: Lookup) -> None:
    for marked in ("マイケル・^キンメイジによれば", "ヴォルフガング・イッ^シンガーは、"):
        assert [m for m in look(marked) if m.surface in ("キン", "シンガー")] == []


def test_every_match_covers_the_token_and_lies_on_token_bounds(
    dictionary: Dictionary, reader: Reader
) -> None:
    text = "その中に支援の継続も盛り込まれている。立ち行かなくなるといっても過言ではない。"
    tokens = reader.read(text)
    bounds = {token.start for token in tokens} | {token.end for token in tokens}
    for token in tokens:
        for match in dictionary.lookup_at(text, tokens, token.start):
            assert match.start <= token.start < match.end
            assert {match.start, match.end} <= bounds
            assert match.surface == text[match.start : match.end]
            assert match.senses
            assert 0 <= match.allowed <= len(match.senses)


@pytest.mark.parametrize("text", ["", "　", "。", "A", "葛󠄀城", "⽶ソ"])
def test_odd_texts_are_looked_up_without_harm(
    dictionary: Dictionary, reader: Reader, text: str
) -> None:
    tokens = reader.read(text)
    for offset in range(len(text) + 1):
        dictionary.lookup_at(text, tokens, offset)
    if text == "⽶ソ":
        assert dictionary.lookup_at(text, tokens, 0)[0].entry.headword == "米ソ"


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="盛り込まれている支援の人・トランプ政権、。に対して食べ42 A々ーっ", max_size=30
    )
)
def test_any_text_answers_only_for_what_stands_there(
    dictionary: Dictionary, reader: Reader, text: str
) -> None:
    tokens = reader.read(text)
    for token in tokens:
        for match in dictionary.lookup_at(text, tokens, token.start):
            assert match.surface == text[match.start : match.end]
            assert match.start < token.end
            assert match.end > token.start
