"""Where terms are found, and where they must not be. Tokens are written as a|b|c."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.glossary import Glossary, Matcher, load
from yomu.glossary.matcher import _laminar
from yomu.model import Morph, Token

GlossaryOf = Callable[..., Glossary]


def tokens(marked: str, **lemmas: str) -> tuple[str, list[Token]]:
    """`marked` without its bars, and its tokens; `lemmas` gives the lemma of a surface."""
    found: list[Token] = []
    at = 0
    for surface in marked.split("|"):
        lemma, _, pos = lemmas.get(surface, surface).partition("/")
        origin = "known" if surface in ("エスカレーション", "リスク") else None
        morph = Morph(lemma, pos=pos, origin=origin)
        found.append(Token(at, at + len(surface), surface, None, morph))
        at += len(surface)
    return marked.replace("|", ""), found


@pytest.fixture
def glossary_of(tmp_path: Path) -> GlossaryOf:
    """Build a glossary of headwords; `ja=("variant", …)` and `ja="ACRONYM"` add to one."""

    def build(*headwords: str, **more: object) -> Glossary:
        blocks = []
        for number, ja in enumerate(headwords):
            block = f'[[term]]\nid = "t{number}"\nja = "{ja}"\nreading = "よみ"\nen = ["x"]\ndomain = "d"\n'
            extra = more.get(ja)
            if isinstance(extra, str):
                block += f'acronym = "{extra}"\n'
            elif isinstance(extra, tuple):
                block += f"variants = {list(extra)}\n".replace("'", '"')
            blocks.append(block)
        path = tmp_path / "g.toml"
        path.write_text("\n".join(blocks), encoding="utf-8")
        glossary = load([path])
        assert glossary.problems == ()
        return glossary

    return build


def surfaces(glossary: Glossary, marked: str, **lemmas: str) -> list[str]:
    text, found = tokens(marked, **lemmas)
    matches = Matcher(glossary).match(text, found)
    assert all(match.surface == text[match.start : match.end] for match in matches)
    return [match.surface for match in matches]


def test_outer_term_comes_before_the_terms_nested_in_it(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("国家安全保障戦略", "安全保障", "安全保障戦略", "国家")
    assert surfaces(glossary, "新|国家|安全|保障|戦略|を") == [
        "国家安全保障戦略",
        "国家",
        "安全保障戦略",
        "安全保障",
    ]


def test_of_two_terms_that_cross_the_longer_stays(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("日米安全保障", "安全保障条約締結")
    assert surfaces(glossary, "日米|安全|保障|条約|締結") == ["安全保障条約締結"]


def test_an_inflected_phrase_does_not_cut_a_noun(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("共同声明", "声明を発表する", "声明")
    lemmas = {"し": "する", "た": "た/助動詞"}
    assert surfaces(glossary, "共同|声明|を|発表|し|た", **lemmas) == ["共同声明", "声明"]
    assert surfaces(glossary, "声明|を|発表|し|た", **lemmas) == ["声明を発表した", "声明"]


def test_a_noun_and_its_verb_can_both_be_entries(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("更迭", "更迭する")
    assert surfaces(glossary, "を|更迭|し|た", し="する", た="た/助動詞") == ["更迭した", "更迭"]


def test_a_term_never_begins_or_ends_within_a_word(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("米国", "京都", "国務")
    assert surfaces(glossary, "米|国務|省|と|東京|都") == ["国務"]


def test_a_long_term_stands_where_the_tokenizer_cut_wrongly(glossary_of: GlossaryOf) -> None:
    assert surfaces(glossary_of("中央情報局"), "米中|央|情報|局|は") == ["中央情報局"]


@pytest.mark.parametrize(
    ("headword", "marked"),
    [
        ("北大西洋条約機構", "北|大西|洋|条約|機構"),
        ("モンロー・ドクトリン", "モンロー|ドクトリン"),
        ("モンロードクトリン", "モンロー|・|ドクトリン"),
        ("モンロー・ドクトリン", "ﾓﾝﾛｰ|･|ﾄﾞｸﾄﾘﾝ"),
        ("インド太平洋", "インド|・|太平|洋"),
        ("ボルゴグラード", "ヴォルゴグラード"),
        ("サーバ", "サーバー"),
        ("サイバー攻撃", "サイバ|攻撃"),
        ("主要七カ国", "主要|7|か国"),
        ("主要7か国", "主要|七|ヶ国"),
        ("主要七か国", "主要|７|カ国"),
        ("二十カ国", "20|か国"),
        ("20か国", "二|十|カ国"),
        ("米国", "⽶|国"),
        ("F-35", "F35|戦闘|機"),
        ("NSS 2025", "NSS|2025"),
        ("葛城", "葛\U000e0100|城"),
    ],
)
def test_spellings_that_mean_the_same_match(
    glossary_of: GlossaryOf, headword: str, marked: str
) -> None:
    assert len(surfaces(glossary_of(headword), marked)) == 1


@pytest.mark.parametrize(
    ("headword", "marked"),
    [
        ("ラリー", "コロ|ラリー"),
        ("インド", "インドネシア"),
        ("G7", "G77|諸国"),
        ("三カ国", "十|三|カ国"),
        ("F-1", "F|-|15"),
        ("2.0", "12.0"),
        ("端を発する", "端|を|発電|する"),
    ],
)
def test_a_part_of_another_word_does_not_match(
    glossary_of: GlossaryOf, headword: str, marked: str
) -> None:
    assert surfaces(glossary_of(headword), marked) == []


def test_a_known_loanword_matches_within_katakana(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("エスカレーションリスク", "エスカレーション")
    found = surfaces(glossary, "エスカレーション|リスク|の")
    assert found == ["エスカレーションリスク", "エスカレーション"]


def test_acronyms_match_as_whole_words_in_any_case(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("北大西洋条約機構", 北大西洋条約機構="NATO")
    assert surfaces(glossary, "NATO|加盟|各国|と|Nato|、|ＮＡＴＯ|、|NATOX") == [
        "NATO",
        "Nato",
        "ＮＡＴＯ",
    ]


def test_acronyms_that_are_english_words_keep_their_case(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("戦略兵器制限交渉", 戦略兵器制限交渉="SALT")
    assert surfaces(glossary, "SALT| |and| |salt") == ["SALT"]


@pytest.mark.parametrize(
    ("headword", "marked", "lemmas", "surface"),
    [
        ("踏襲する", "を|踏襲|し|て|いる|。", {"し": "する", "て": "て/助詞-接続助詞", "いる": "いる/動詞-非自立可能"}, "踏襲している"),
        ("踏襲する", "を|踏襲|さ|れ|た|。", {"さ": "する", "れ": "れる/助動詞", "た": "た/助動詞"}, "踏襲された"),
        ("踏襲する", "の|踏襲|を", {}, "踏襲"),
        ("端を発する", "に|端|を|発し|た|戦争", {"発し": "発する", "た": "た/助動詞"}, "端を発した"),
        ("盛り込む", "も|盛り込ま|れ|て|いる", {"盛り込ま": "盛り込む", "れ": "れる/助動詞", "て": "て/助詞-接続助詞", "いる": "いる/動詞-非自立可能"}, "盛り込まれている"),
        ("足並みをそろえる", "足並み|を|そろえ|ず", {"そろえ": "そろえる", "ず": "ぬ/助動詞"}, "足並みをそろえず"),
        ("予断を許さない", "予断|を|許さ|ず|、", {"許さ": "許す", "ず": "ぬ/助動詞"}, "予断を許さず"),
        ("予断を許さない", "予断|を|許さ|なかっ|た", {"許さ": "許す", "なかっ": "ない/助動詞", "た": "た/助動詞"}, "予断を許さなかった"),
    ],
)  # fmt: skip
def test_inflected_terms_match_to_the_end_of_their_auxiliaries(
    glossary_of: GlossaryOf, headword: str, marked: str, lemmas: dict[str, str], surface: str
) -> None:
    assert surfaces(glossary_of(headword), marked, **lemmas) == [surface]


SPANS = st.lists(
    st.tuples(st.integers(0, 14), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair))),
    max_size=14,
    unique=True,
)


@settings(max_examples=500, deadline=None)
@given(SPANS)
def test_what_is_kept_is_what_asking_every_pair_would_keep(spans: list[tuple[int, int]]) -> None:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not any(a < start < b < end or start < a < end < b for a, b in kept):
            kept.append((start, end))
    assert _laminar(spans) == sorted(kept, key=lambda span: (span[0], -span[1]))


def test_a_headword_stands_before_another_entrys_variant(glossary_of: GlossaryOf) -> None:
    glossary = glossary_of("対外有償軍事援助", "有償軍事援助", 対外有償軍事援助=("有償軍事援助",))
    matches = Matcher(glossary).match("有償軍事援助", tokens("有償|軍事|援助")[1])
    assert [match.entry_id for match in matches] == ["t1", "t0"]
    hidden = Matcher(glossary).unreachable()
    assert [(item.entry_id, item.form, item.by) for item in hidden] == [
        ("t0", "有償軍事援助", "t1")
    ]


PIECES = st.sampled_from(
    [*"国家安全保障戦略アーヴォ・ﾊﾞ7七カ国ＮＡＴＯ ⽶を踏襲した", "踏襲する", "\u3099"]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40), st.data())
def test_matches_are_slices_of_the_text_and_form_a_tree(
    pieces: list[str], data: st.DataObject
) -> None:
    import tempfile

    text = "".join(pieces)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "g.toml"
        blocks = [
            f'[[term]]\nid = "t{n}"\nja = "{ja}"\nreading = "よみ"\nen = ["x"]\ndomain = "d"\n'
            for n, ja in enumerate(
                ["国家安全", "安全保障", "保障", "ボア", "7カ国", "NATO", "米国", "踏襲する"]
            )
        ]
        path.write_text("\n".join(blocks), encoding="utf-8")
        matcher = Matcher(load([path]))
    cuts = sorted(data.draw(st.sets(st.integers(1, max(len(text) - 1, 1)), max_size=20)))
    edges = [0, *[cut for cut in cuts if cut < len(text)], len(text)]
    found = [Token(a, b, text[a:b], None, Morph(text[a:b])) for a, b in pairwise(edges) if a < b]
    matches = matcher.match(text, found)
    for one in matches:
        assert one.surface == text[one.start : one.end] != ""
        for other in matches:
            apart = one.end <= other.start or other.end <= one.start
            inside = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert apart or inside
