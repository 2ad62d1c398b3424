"""The engine's front: tokens, their offsets, what the sources say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.model import Ruby, Source
from yomu.reading import Reader, find_given
from yomu.reading.kana import HIRAGANA_ONLY
from yomu.reading.tokenizer import MAX_CHUNK, Tokenizer, Word


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load(glossary_readings={"西半球": "にしはんきゅう"})


JAPANESE = st.text(
    st.one_of(
        st.sampled_from(
            list(
                "日本大国人行一二三〇十百千万年月時分円0123９８７、。（）「」 　\n\t々〆ヶっァーー"
            )
        ),
        st.sampled_from(
            ["𠮷", "葛", "\U000e0100", "\u3099", "\u309a", "ｶ", "ﾞ", "㈱", "⼤", "⻑", "ﾊ", "か"]
        ),
        st.characters(),
    ),
    max_size=80,
)


@settings(max_examples=300, deadline=None)
@given(JAPANESE)
def test_tokens_cover_any_text_and_read_in_hiragana_only(text: str) -> None:
    reader = _shared()
    tokens = reader.read(text, known=find_given(text))
    assert "".join(token.surface for token in tokens) == text
    at = 0
    for token in tokens:
        assert token.start == at < token.end
        assert token.surface == text[token.start : token.end]
        assert token.reading is None or HIRAGANA_ONLY.fullmatch(token.reading)
        at = token.end
    last = 0
    for ruby in reader.rubies(tokens, numbers="all"):
        assert last <= ruby.start < ruby.end <= len(text)
        assert ruby.parts is None or len(ruby.parts) == ruby.end - ruby.start
        assert ruby.parts is None or "".join(ruby.parts) == ruby.reading
        last = ruby.end


_READERS: list[Reader] = []


def _shared() -> Reader:
    if not _READERS:
        _READERS.append(Reader.load())
    return _READERS[0]


def test_the_glossary_reads_its_terms(reader: Reader) -> None:
    tokens = reader.read("西半球で")
    assert [t.reading for t in tokens] == ["にし", "はんきゅう", None]
    assert tokens[0].source is Source.GLOSSARY


def test_ruby_of_the_source_beats_the_dictionary(reader: Reader) -> None:
    (token, *_) = reader.read("行った。", given=[Ruby(0, 1, "おこな")])
    assert (token.surface, token.reading, token.source) == ("行っ", "おこなっ", Source.TEXT)


@pytest.mark.parametrize(
    ("piece", "length"),
    [("国際安全保障理事会", 300_000), ("0123456789", 100_000), ("漢(か", 60_000), ("　", 100_000)],
)
def test_a_huge_line_without_a_break_is_read_whole(reader: Reader, piece: str, length: int) -> None:
    text = piece * (length // len(piece))
    tokens = reader.read(text, known=find_given(text))
    assert "".join(token.surface for token in tokens) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("𠮷野家で", [("𠮷野", "よしの"), ("家", "や"), ("で", None)]),
        ("⼤統領は", [("⼤統領", "だいとうりょう"), ("は", None)]),
        ("ｶﾞｽを", [("ｶﾞｽ", None), ("を", None)]),
        ("", []),
        ("\n", [("\n", None)]),
        ("한국", [("한국", None)]),
    ],
)
def test_offsets_hold_for_characters_that_are_folded(
    reader: Reader, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(t.surface, t.reading) for t in reader.read(text)] == expected


@pytest.mark.parametrize("word", ["验冷", "冷验", "骉馬", "庯河"])
def test_a_word_with_a_kanji_that_nobody_knows_gets_no_half_reading(
    reader: Reader, word: str
) -> None:
    for token in reader.read(f"あの{word}で"):
        if set(token.surface) & set("验骉庯"):
            assert token.reading is None


def test_a_rare_kanji_is_read_without_pykakasi() -> None:
    program = (
        "import sys; from yomu.reading import Reader; tokens = Reader.load().read('粁余の凪');"
        "assert 'pykakasi' not in sys.modules; print(*(t.reading for t in tokens))"
    )
    run = [sys.executable, "-c", program]
    printed = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert printed.split() == ["きろめーとるよ", "None", "なぎ"]


@pytest.mark.parametrize("text", ["冷验器", "验冷だ", "骉馬", "しま々", "佐々木", "粁余", "A社"])
def test_an_explanation_shows_whole_readings_in_hiragana_only(reader: Reader, text: str) -> None:
    for offset in range(len(text)):
        explanation = reader.explain(text, offset)
        for candidate in explanation.candidates:
            assert HIRAGANA_ONLY.fullmatch(candidate.reading)
            if candidate.source is Source.KAKASI:
                assert not set(explanation.surface) & set("验骉")


def test_reading_takes_linear_time_in_a_line_without_a_break(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MeCab, whose lattice grows quadratically in places, never sees more than a chunk at once."""
    seen: list[int] = []

    def counted(self: Tokenizer, chunk: str) -> list[Word]:
        seen.append(len(chunk))
        return analyse(self, chunk)

    analyse = Tokenizer._analyse
    monkeypatch.setattr(Tokenizer, "_analyse", counted)
    for piece in ("国際安全保障理事会", "0123456789"):
        seen.clear()
        text = piece * (100_000 // len(piece))
        reader.read(text)
        assert max(seen) <= MAX_CHUNK
        assert sum(seen) <= 2 * len(text)
