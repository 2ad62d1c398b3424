"""The engine's front: tokens, their offsets, what the sources say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.model import Ruby, Source
from yomu.reading import Reader, find_given
from yomu.reading.kana import HIRAGANA_ONLY


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
