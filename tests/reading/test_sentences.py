"""Readings of real sentences: [surface|reading], everything else carries none."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from yomu.model import Source
from yomu.reading import Reader
from yomu.reading.kana import HAS_KANJI

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    path = ROOT / "benchmarks" / "readings.py"
    spec = importlib.util.spec_from_file_location("benchmark_readings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "expected",
    [
        "その[方|ほう]が[良い|よい]と[言う|いう]。",
        "[説明|せつめい]してくださった[方|かた]に[感謝|かんしゃ]する。",
        "[日本|にほん]の[前|ぜん][大統領|だいとうりょう]。",
        "[会談|かいだん]を[行っ|おこなっ]た。",
        "[東京|とうきょう]へ[行っ|いっ]た。",
        "[今日|こんにち]の[国際|こくさい][社会|しゃかい]",
        "[徳川|とくがわ][家|け]の[歴史|れきし]",
        "[世界中|せかいじゅう]に[広がる|ひろがる]",
        "[何|なに]を[意味|いみ]するか",
        "[何|なん]のためか",
        "[主|しゅ]たる[原因|げんいん]",
        "[投票|とうひょう][日|び]が[近い|ちかい]",
        "[影響|えいきょう]は[限定|げんてい][的|てき]に[留まっ|とどまっ]ている",
        "[損害|そんがい]を[被っ|こうむっ]た",
        "[平和|へいわ]を[脅かす|おびやかす]",
        "[人質|ひとじち]の[解放|かいほう]",
        "[米|べい][政府|せいふ]と[露|ろ][大統領|だいとうりょう]",
        "[衆議|しゅうぎ][院|いん][本|ほん][会議|かいぎ]",
        "[子|こ][会社|がいしゃ]と[始|し][皇帝|こうてい]",
        "[1月|いちがつ][3日|みっか]に[24時間|にじゅうよじかん]",
        "[四球|しきゅう]を[選ん|えらん]だ",
        "[毎月|まいつき][一日|ついたち]に",
    ],
)
def test_a_sentence_reads_as_an_announcer_would(
    reader: Reader, benchmark: ModuleType, expected: str
) -> None:
    text, gold = benchmark.parse_brackets(expected)
    tokens = reader.read(text)
    segments = [(t.start, t.end, t.reading or t.surface) for t in tokens]
    wrong = [
        (text[span.start : span.end], said)
        for span, right, said in benchmark.judge(text, gold, segments, benchmark.spelled)
        if not right
    ]
    assert not wrong


def test_the_shipped_sample_is_read_with_few_errors(reader: Reader, benchmark: ModuleType) -> None:
    wrong = []
    total = 0
    for text, gold in benchmark.load(benchmark.SAMPLE):
        segments = [(t.start, t.end, t.reading or t.surface) for t in reader.read(text)]
        for span, right, said in benchmark.judge(text, gold, segments, benchmark.spelled):
            total += 1
            if not right:
                wrong.append((text, span.readings, said))
    assert total > 1000
    assert len(wrong) <= 5, wrong


def test_the_sample_annotates_every_kanji(benchmark: ModuleType) -> None:
    for text, gold in benchmark.load(benchmark.SAMPLE):
        covered = {k for span in gold for k in range(span.start, span.end)}
        bare = [c for k, c in enumerate(text) if HAS_KANJI.match(c) and k not in covered]
        assert not bare, text


def test_a_wider_piece_is_judged_on_all_it_covers(benchmark: ModuleType) -> None:
    text, gold = benchmark.parse_brackets("[子|こ][会社|がいしゃ]は")
    for reading, right in (("こがいしゃ", True), ("こかいじゃ", False)):
        judged = benchmark.judge(text, gold, [(0, 3, reading)], benchmark.sounded)
        assert [ok for _, ok, _ in judged] == [right, right]


def test_explanation_names_every_source(reader: Reader) -> None:
    text = "説明してくださった方が"
    why = reader.explain(text, text.index("方"))
    assert (why.surface, why.reading) == ("方", "かた")
    assert {c.source for c in why.candidates} >= {Source.MODEL, Source.UNIDIC, Source.KAKASI}
    assert sum(c.score or 0 for c in why.candidates if c.source is Source.MODEL) > 0.95
    assert why.disputed


def test_explanation_of_a_compound_shows_what_was_overruled(reader: Reader) -> None:
    why = reader.explain("子会社を", 1)
    assert (why.reading, why.source) == ("がいしゃ", Source.COMPOUND)
    assert any(c.source is Source.UNIDIC and c.reading == "かいしゃ" for c in why.candidates)


def test_numbers_carry_ruby_only_where_they_surprise(reader: Reader) -> None:
    tokens = reader.read("1月3日に10月")
    text = "".join(t.surface for t in tokens)

    def shown(numbers: str) -> list[tuple[str, str]]:
        rubies = reader.rubies(tokens, numbers=numbers)
        return [(text[r.start : r.end], r.reading) for r in rubies]

    assert shown("irregular") == [("月", "がつ"), ("3日", "みっか"), ("月", "がつ")]
    assert shown("all") == [("1月", "いちがつ"), ("3日", "みっか"), ("10月", "じゅうがつ")]
    assert shown("none") == [("月", "がつ"), ("月", "がつ")]
