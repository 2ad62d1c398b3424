"""Which furigana are shown: mode, what is known, what is forgotten, pins, what is revealed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import (
    AnnotatedParagraph,
    Kind,
    Match,
    Morph,
    Paragraph,
    Ruby,
    RubyMode,
    Status,
    Token,
)
from yomu.study.furigana import Furigana
from yomu.study.known import Known, items_at

TEXT = "外交交渉を続ける政府"
WORDS = (
    (0, 2, "外交", "がいこう"),
    (2, 4, "交渉", "こうしょう"),
    (4, 5, "を", None),
    (5, 8, "続ける", "つづける"),
    (8, 10, "政府", "せいふ"),
)
TOKENS = tuple(
    Token(start, end, lemma, reading, Morph(lemma, lemma_reading=reading, pos=pos))
    for (start, end, lemma, reading), pos in zip(
        WORDS,
        (
            "名詞-普通名詞-一般",
            "名詞-普通名詞-サ変可能",
            "助詞-格助詞",
            "動詞-一般",
            "名詞-普通名詞-一般",
        ),
        strict=True,
    )
)
RUBIES = (
    Ruby(0, 2, "がいこう"),
    Ruby(2, 4, "こうしょう"),
    Ruby(5, 6, "つづ"),
    Ruby(8, 10, "せいふ"),
)
MATCHES = (Match(0, 4, "diplomatic-negotiation", "外交交渉"), Match(2, 4, "negotiation", "交渉"))
PLACE = AnnotatedParagraph(Paragraph(3, Kind.BODY, TEXT), TOKENS, RUBIES, MATCHES)


def shown(furigana: Furigana, mode: RubyMode = RubyMode.UNKNOWN) -> str:
    return " ".join(ruby.reading for ruby in furigana.shown(PLACE, mode))


def knowing(statuses: dict[str, Status], **pins: str) -> Furigana:
    return Furigana(Known(statuses), pins)


ALL = "がいこう こうしょう つづ せいふ"


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ({}, ALL),
        ({"word:続ける\tつづける": Status.KNOWN}, "がいこう こうしょう せいふ"),
        ({"word:続ける\tつづける": Status.LEARNING_4}, ALL),
        ({"word:続ける\t": Status.WELL_KNOWN}, "がいこう こうしょう せいふ"),
        ({"word:政府\tせいふ": Status.IGNORED}, "がいこう こうしょう つづ"),
        ({"term:diplomatic-negotiation": Status.KNOWN}, "つづ せいふ"),
        ({"term:negotiation": Status.KNOWN}, "がいこう つづ せいふ"),
        (
            {"term:negotiation": Status.LEARNING_1, "word:交渉\tこうしょう": Status.KNOWN},
            "がいこう つづ せいふ",
        ),
    ],
)
def test_mode_unknown_leaves_out_what_is_known_at_its_place(
    statuses: dict[str, Status], expected: str
) -> None:
    assert shown(knowing(statuses)) == expected


def test_what_is_probably_forgotten_gets_its_furigana_back() -> None:
    known = Known({"word:政府\tせいふ": Status.KNOWN, "word:続ける\tつづける": Status.IGNORED})
    assert shown(Furigana(known)) == "がいこう こうしょう"
    known.forgotten = frozenset({"word:政府\tせいふ", "word:続ける\tつづける"})
    assert shown(Furigana(known)) == "がいこう こうしょう せいふ"


def test_pins_come_before_what_is_known_and_terms_before_words() -> None:
    furigana = knowing({"word:政府\tせいふ": Status.KNOWN}, 政府="show", 続ける="hide")
    assert shown(furigana) == "がいこう こうしょう せいふ"
    furigana.pins = {"term:diplomatic-negotiation": "hide", "交渉": "show"}
    assert shown(furigana) == "つづ"
    assert shown(furigana, RubyMode.ALL) == "つづ せいふ"


def test_mode_chosen_shows_pinned_words_only() -> None:
    assert shown(knowing({}, 交渉="show", 政府="hide"), RubyMode.CHOSEN) == "こうしょう"


@pytest.mark.parametrize("mode", list(RubyMode))
def test_what_is_revealed_is_shown_in_every_mode_and_nowhere_else(mode: RubyMode) -> None:
    furigana = knowing({"word:政府\tせいふ": Status.KNOWN})
    before = shown(furigana, mode)
    furigana.revealed = {(3, 8), (4, 0)}
    expected = set(before.split()) | {"せいふ"}
    assert set(shown(furigana, mode).split()) == expected


@given(
    st.dictionaries(
        st.sampled_from(["word:外交\tがいこう", "word:交渉\tこうしょう", "term:negotiation"]),
        st.sampled_from(list(Status)),
    ),
    st.sampled_from(list(RubyMode)),
)
def test_nothing_is_shown_that_the_text_does_not_have(
    statuses: dict[str, Status], mode: RubyMode
) -> None:
    rubies = knowing(statuses).shown(PLACE, mode)
    assert [ruby for ruby in RUBIES if ruby in rubies] == list(rubies)


@pytest.mark.parametrize(
    ("span", "keys"),
    [
        ((0, 4), ["term:diplomatic-negotiation"]),
        ((2, 4), ["term:negotiation", "word:交渉\tこうしょう"]),
        ((0, 2), ["word:外交\tがいこう"]),
        ((4, 5), []),
        ((5, 10), ["word:続ける\tつづける", "word:政府\tせいふ"]),
    ],
)
def test_a_status_is_for_the_term_or_for_the_words_of_a_span(
    span: tuple[int, int], keys: list[str]
) -> None:
    assert [item.key for item in items_at(PLACE, *span)] == keys


def test_an_ending_goes_with_its_word_unless_something_is_said_of_it() -> None:
    tokens = (
        Token(0, 2, "抜本", "ばっぽん", Morph("抜本", pos="名詞-普通名詞-一般")),
        Token(2, 3, "的", "てき", Morph("的", pos="接尾辞-形状詞的")),
    )
    rubies = (Ruby(0, 2, "ばっぽん"), Ruby(2, 3, "てき"))
    annotated = AnnotatedParagraph(Paragraph(0, Kind.BODY, "抜本的"), tokens, rubies, ())
    word, ending = "word:抜本\tばっぽん", "word:的\tてき"

    def shown(statuses: dict[str, Status], **pins: str) -> list[str]:
        furigana = Furigana(Known(statuses), pins)
        return [ruby.reading for ruby in furigana.shown(annotated, RubyMode.UNKNOWN)]

    assert shown({}) == ["ばっぽん", "てき"]
    assert shown({word: Status.KNOWN}) == []
    assert shown({ending: Status.KNOWN}) == ["ばっぽん"]
    assert shown({word: Status.KNOWN, ending: Status.LEARNING_1}) == ["てき"]
    assert shown({word: Status.KNOWN}, 的="show") == ["てき"]
