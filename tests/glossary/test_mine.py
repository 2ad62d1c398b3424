"""What the texts use and the glossary lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from yomu.glossary import Glossary
from yomu.glossary.glossary import of_entries
from yomu.glossary.mine import Proposal, mine
from yomu.model import GlossaryEntry, Token

EMPTY = of_entries([])


Tokens = Callable[[str], tuple[str, list[Token]]]
Mined = Callable[..., list[Proposal]]


@pytest.fixture
def mined(tokens: Tokens) -> Mined:
    """What one text of these paragraphs proposes."""

    def run(*marked: str, glossary: Glossary = EMPTY) -> list[Proposal]:
        paragraphs = [tokens(one) for one in marked]
        return list(mine([("a text", "2025-01-01", paragraphs)], glossary))

    return run


@pytest.mark.parametrize(
    ("marked", "headword", "acronym", "en", "variants"),
    [
        ("対外|有償|軍事|援助|(|FMS|)|に", "対外有償軍事援助", "FMS", "", ()),
        ("は|NATO|(|北大西洋|条約|機構|)|の", "北大西洋条約機構", "NATO", "", ()),
        ("国家|安全|保障|戦略|(|以下|、|NSS|)|を", "国家安全保障戦略", "NSS", "", ()),
        ("国家|安全|保障|会議|（|以下|「|会議体|」|という:いう/動詞|）|は", "国家安全保障会議", "", "", ("会議体",)),
        ("『|国家|安全|保障|戦略|』|(|NSS| |2025|)|が", "国家安全保障戦略", "NSS 2025", "", ()),
        ("欧州|平和|基金|(|European Peace Facility|、|EPF|)", "欧州平和基金", "EPF", "European Peace Facility", ()),
        ("は|2026|年度|国防|権限|法|(|NDAA|)|を", "国防権限法", "NDAA", "", ()),
    ],
)  # fmt: skip
def test_pairs_that_a_text_defines(
    mined: Mined, marked: str, headword: str, acronym: str, en: str, variants: tuple[str, ...]
) -> None:
    found = [one for one in mined(marked) if one.kind == "pair"]
    assert [(one.headword, one.acronym, one.en, one.variants) for one in found] == [
        (headword, acronym, en, variants)
    ]


@pytest.mark.parametrize(
    "marked",
    ["大統領|補佐官|(|外交|担当|)|は", "開戦|(|2022|年|)|から", "写真|(|C|)|AFP", "安倍|晋三|(|あべしんぞう|)|は", "(|FMS|)"],
)  # fmt: skip
def test_other_brackets_define_nothing(mined: Mined, marked: str) -> None:
    assert [one for one in mined(marked) if one.kind == "pair"] == []


def test_a_run_that_stands_only_within_a_longer_one_is_no_proposal(mined: Mined) -> None:
    found = mined("有償|軍事|援助|を", "有償|軍事|援助|が", "軍事|支援|を", "軍事|支援|に")
    assert [(one.headword, one.count) for one in found] == [("有償軍事援助", 2), ("軍事支援", 2)]


def test_a_run_that_also_stands_alone_is_a_proposal(mined: Mined) -> None:
    found = mined("有償|軍事|援助|を", "有償|軍事|援助|が", "軍事|援助|を")
    assert [(one.headword, one.count) for one in found] == [("軍事援助", 3), ("有償軍事援助", 2)]


def test_terms_of_the_glossary_are_not_proposed(mined: Mined) -> None:
    glossary = of_entries([GlossaryEntry("x", "軍事支援", "ぐんじしえん", ("military aid",), "d")])
    assert mined("軍事|支援|を", "軍事|支援|が", glossary=glossary) == []


def test_an_acronym_that_an_entry_lacks_is_proposed_for_that_entry(mined: Mined) -> None:
    entry = GlossaryEntry("fms", "対外有償軍事援助", "よみ", ("FMS",), "d")
    found = mined("対外|有償|軍事|援助|(|FMS|)", glossary=of_entries([entry]))
    assert [(one.known_id, one.acronym) for one in found] == [("fms", "FMS")]


def test_a_proposal_becomes_an_entry_to_fill_in(mined: Mined) -> None:
    found = mined("米国|は|対外|有償|軍事|援助|(|FMS|)|を|行う:行う/動詞|。|次|。")
    entry = found[0].entry("arms-transfers")
    assert (entry.ja, entry.acronym, entry.domain) == ("対外有償軍事援助", "FMS", "arms-transfers")
    assert entry.example_ja == "米国は対外有償軍事援助(FMS)を行う。"
    assert found[0].first_date == "2025-01-01"


def test_the_readings_of_the_words_are_joined(tokens: Tokens) -> None:
    text, words = tokens("対外|援助|(|FMS|)")
    read = [
        replace(word, reading=kana)
        for word, kana in zip(words, ["たいがい", "えんじょ", None, None, None], strict=True)
    ]
    found = mine([("t", "", [(text, read)])], EMPTY)
    assert [(one.headword, one.reading) for one in found] == [("対外援助", "たいがいえんじょ")]


def test_the_first_date_is_the_earliest(tokens: Tokens) -> None:
    texts = [(date, date, [tokens("軍事|支援|を")]) for date in ("2025-02-01", "", "2024-12-31")]
    assert [(one.first_date, one.texts) for one in mine(texts, EMPTY)] == [("2024-12-31", 3)]


def test_pieces_of_katakana_names_are_no_proposals(mined: Mined) -> None:
    marked = "キン|メイジ|は"
    assert [one.headword for one in mined(marked, marked)] == ["キンメイジ"]
