"""The sentence on a card: cut at its ends, with the translation that is surely its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import AnnotatedParagraph, Kind, Paragraph, Ruby
from yomu.workspace.examples import example_at, translation_of


def paragraph(text: str, rubies: tuple[Ruby, ...] = (), english: str = "") -> AnnotatedParagraph:
    return AnnotatedParagraph(Paragraph(0, Kind.BODY, text, english or None), (), rubies, ())


def test_offsets_move_into_the_sentence() -> None:
    example = example_at(
        paragraph("前の文。　次の支援だ。", (Ruby(0, 1, "まえ"), Ruby(7, 9, "しえん"))), 7, 9
    )
    assert example.text == "次の支援だ。"
    assert example.text[example.start : example.end] == "支援"
    assert example.rubies == (Ruby(2, 4, "しえん"),)


def test_span_over_a_sentences_end_takes_both() -> None:
    assert example_at(paragraph("一だ。二だ。三だ。"), 1, 4).text == "一だ。二だ。"


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("交渉が要る[会談を前に。左は特使(中東担当)](C)通信社", "交渉", "交渉が要る"),
        ("交渉が要る[会談を前に。左は特使(中東担当)](C)通信社", "会談", "会談を前に。"),
        ("交渉が要る[会談を前に。左は特使(中東担当)](C)通信社", "特使", "左は特使(中東担当)"),
        ("「戦争だ。」と(彼は)言った。", "戦争", "「戦争だ。」と(彼は)言った。"),
    ],
)
def test_bracket_without_a_partner_ends_the_sentence(text: str, word: str, sentence: str) -> None:
    at = text.index(word)
    example = example_at(paragraph(text), at, at + len(word))
    assert example.text == sentence
    assert example.text[example.start : example.end] == word


@given(st.text(st.sampled_from("支援「」()。！ かな\n"), min_size=1, max_size=30), st.data())
def test_example_holds_its_word(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start].isspace() or text[end - 1].isspace():
        return
    example = example_at(paragraph(text), start, end)
    assert example.text[example.start : example.end] == text[start:end]


JAPANESE = "政府は武器を売った。議会は反対しなかった。"


@pytest.mark.parametrize(
    ("english", "of_second"),
    [
        ("The government sold arms. Congress did not object.", "Congress did not object."),
        ("Sen. J. D. Vance of the U.S. Senate sold arms. Nobody objected.", "Nobody objected."),
        ("It sold arms, and no one objected.", "It sold arms, and no one objected."),
        ("One. Two. Three.", "One. Two. Three."),
        ("So. " + "This is far too long to be the second sentence alone. "[:-1] * 2, None),
        ("", ""),
    ],
)
def test_translation_is_the_sentences_where_the_pairs_are_sure(
    english: str, of_second: str | None
) -> None:
    expected = english if of_second is None else of_second
    assert translation_of(JAPANESE, english, 10, len(JAPANESE)) == expected
