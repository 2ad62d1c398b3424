"""Pitch accent by mora."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.dictionary.accent import drawn, morae_of, pitch, pitches


@pytest.mark.parametrize(
    ("reading", "accent", "marked", "name", "high"),
    [
        ("しえん", "0", "しえん￣", "heiban", "lhhh"),
        ("もりこむ", "3,0", "もりこ＼む", "nakadaka", "lhhll"),
        ("いのち", "1", "い＼のち", "atamadaka", "hlll"),
        ("おとこ", "3", "おとこ＼", "odaka", "lhhl"),
        ("きょうと", "1", "きょ＼うと", "atamadaka", "hlll"),
        ("き", "1", "き＼", "atamadaka", "hl"),
        ("き", "0", "き￣", "heiban", "lh"),
    ],
)
def test_an_accent_is_drawn_mora_by_mora(
    reading: str, accent: str, marked: str, name: str, high: str
) -> None:
    first = pitches(accent, reading)[0]
    assert (first.marked, first.name) == (marked, name)
    assert "".join("h" if up else "l" for up in first.high) == high


def test_small_kana_join_the_mora_before_and_signs_of_length_do_not() -> None:
    assert morae_of("しゅっちょう") == ("しゅ", "っ", "ちょ", "う")
    assert morae_of("コーヒー") == ("コ", "ー", "ヒ", "ー")


def test_an_accent_past_the_end_or_unknown_says_nothing() -> None:
    assert pitches("5", "うみ") == ()
    assert pitches(None, "うみ") == ()
    assert pitches("C1", "うみ") == ()


@given(st.text(alphabet="あきゃゅんっーと", min_size=1, max_size=12), st.integers(0, 12))
def test_the_marks_never_lose_a_kana(reading: str, position: int) -> None:
    found = pitch(reading, position)
    if found is not None:
        assert found.marked.replace("＼", "").replace("￣", "") == reading
        assert len(found.high) == len(found.morae) + 1


@pytest.mark.parametrize(
    ("reading", "position", "above"),
    [
        ("もりこむ", 3, "  ┌──┐  "),
        ("しえん", 0, "  ┌───"),
        ("あめ", 1, "─┐  "),
        ("はし", 2, "  ┌┐"),
        ("きょうりょく", 0, "    ┌───────"),
    ],
)
def test_a_line_is_drawn_over_the_high_morae_and_hooks_where_the_voice_falls(
    reading: str, position: int, above: str
) -> None:
    pattern = pitch(reading, position)
    assert pattern
    assert drawn(pattern) == (above, reading)
