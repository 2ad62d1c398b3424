"""What the pane says beside the glossary: accents, how common a word is, other dictionaries."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from yomu.dictionary import (
    DictionaryEntry,
    DictionaryMatch,
    Frequency,
    KanjiInfo,
    Origin,
    Pronunciation,
    Sense,
    Spelling,
)
from yomu.dictionary.accent import pitch
from yomu.model import GlossaryEntry, Morph, Token
from yomu.tui.app import YomuApp
from yomu.tui.pane_dictionary import describe_dictionary, describe_kanji
from yomu.tui.pane_text import PaneText, describe
from yomu.tui.screens.reader import ReaderScreen
from yomu.typeset import cell_width
from yomu.workspace.lookup import LookupResult, Occurrence
from yomu.workspace.lookups import WordFacts

MakeApp = Callable[[], YomuApp]

SHIEN = DictionaryMatch(
    0,
    2,
    "支援",
    DictionaryEntry(
        1,
        Origin.WORDS,
        "JMdict",
        (Spelling("支援"),),
        (Pronunciation("しえん"),),
        (Sense(("support",), pos=("n",)),),
        level=5,
    ),
    "支援",
    "しえん",
    (Sense(("support",), pos=("n",)),),
    1,
)
KANJI = KanjiInfo("支", ("branch",), ("シ",), ("ささ.える",), (), 4, 5, 1, None)


def result(**changes: object) -> LookupResult:
    token = Token(0, 2, "支援", "しえん", Morph("支援", "支援", "しえん", "名詞", accent="0"))
    values: dict[str, object] = {
        "paragraph": 0,
        "start": 0,
        "end": 2,
        "surface": "支援",
        "reading": "しえん",
        "tokens": (token,),
        "sentence": "支援を続ける。",
        "entry": None,
        "dictionary": (SHIEN,),
    }
    return LookupResult(**{**values, **changes})  # type: ignore[arg-type]


def lines(page: PaneText) -> list[str]:
    return ["".join(text for text, _ in line.pieces) for line in page.lines]


def flat() -> tuple[str, object]:
    return "UniDic", pitch("しえん", 0)


@pytest.mark.parametrize(
    ("style", "profile", "expected"),
    [
        ("line", "narrow", ["  ┌───", "しえん"]),
        ("line", "wide", ["accent しえん￣"]),
        ("number", "narrow", ["accent [0]"]),
        ("none", "narrow", []),
    ],
)
def test_the_accent_is_a_line_a_number_or_nothing(
    style: str, profile: str, expected: list[str]
) -> None:
    page = PaneText(40, profile)  # type: ignore[arg-type]
    facts = WordFacts((flat(),))  # type: ignore[arg-type]
    describe_dictionary(result(), page, lambda match: facts, accent=style)
    said = lines(page)
    assert said[0] == "支援【しえん】  ***** very common"
    assert said[said.index("1. support") + 1 :] == expected


def test_sources_are_named_where_they_differ_and_frequencies_stand_with_their_dictionary() -> None:
    page = PaneText(40)
    facts = WordFacts(
        (flat(), ("NHK", pitch("しえん", 0)), ("NHK", pitch("しえん", 1))),  # type: ignore[arg-type]
        (Frequency("BCCWJ", "512", 512),),
    )
    describe_dictionary(result(), page, lambda match: facts, accent="number")
    assert "accent [0] UniDic, NHK, [1] NHK" in lines(page)
    assert "***** very common  ·  BCCWJ 512" in lines(page)


def test_another_dictionary_says_its_part_of_a_character() -> None:
    page = PaneText(60)
    other = KanjiInfo("支", ("prop",), ("シ",), (), (), 4, None, None, None)
    describe_kanji(result(), [KANJI], None, page, lambda character: [("Mine", other)])
    assert "  [シ]、ささ.える" in lines(page)
    assert "  4 strokes, grade 5, old JLPT 1" in lines(page)
    assert "  Mine: prop; シ" in lines(page)


def test_a_term_in_another_form_says_how_it_stands_in_the_text() -> None:
    entry = GlossaryEntry(
        "backyard", "裏庭", "うらにわ", ("backyard",), "x", variants=("米国の裏庭",)
    )
    shown = describe(
        result(entry=entry, surface="米国の裏庭", reading="べいこくのうらにわ"),
        (),
        lambda name: None,
        PaneText(60),
        ruby=False,
    )
    assert [line.pieces[0][0] for line in shown[:3]] == [
        "裏庭",
        "うらにわ",
        "here: 米国の裏庭【べいこくのうらにわ】",
    ]


@pytest.mark.parametrize(("times", "sign"), [(1, ""), (2, ""), (3, "  ×3"), (12, "  ×12")])
def test_a_word_looked_up_often_carries_a_sign(times: int, sign: str) -> None:
    page = describe(
        result(), (), lambda name: None, PaneText(40), ruby=False, times_looked_up=times
    )
    assert "".join(text for text, _ in page[0].pieces) == f"支援  しえん{sign}"


@pytest.mark.parametrize("width", [8, 20, 38, 80])
def test_each_other_place_takes_one_line_and_holds_the_word(width: int) -> None:
    place = Occurrence(0, 9, 11, "、アメリカの", "支援", "を続けると\n述べたうえで")
    page = PaneText(width)
    describe(result(), [place], lambda name: None, page, ruby=False)
    line = lines(page)[-1]
    assert "支援" in line
    assert "\n" not in line
    assert cell_width(line) <= width


async def test_an_open_pane_follows_the_cursor_at_once(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("j", "j", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        screen.action_word(1)
        shown = screen.looked_up
        assert shown is not None
        assert (shown.paragraph, shown.start, shown.end) == screen.text.cursor
        assert screen.pane.pane_lines[0].pieces[0][0] == shown.surface
        again = screen.pane.pane_lines
        screen.action_word(1)
        screen.action_word(-1)
        assert screen.pane.pane_lines == again


async def test_names_of_the_whole_text_count_in_every_paragraph(
    tmp_path: Path, make_app: MakeApp
) -> None:
    workspace = make_app().workspace
    path = tmp_path / "names.txt"
    path.write_text("題\n\nトランプ大統領が来た。\n\nトランプは帰った。\n", "utf-8")
    opened = workspace.open(str(path))
    last = len(opened.document.paragraphs) - 1
    if not workspace.dictionary.available:
        pytest.skip("jamdict-data is not installed")
    assert workspace.lookup(opened, last, 0, 4).dictionary[0].entry.origin is Origin.WORDS
    workspace.lookups.learn_names(opened)
    assert workspace.lookup(opened, last, 0, 4).dictionary[0].entry.origin is Origin.NAMES


async def test_in_a_low_pane_the_first_meaning_of_a_word_is_in_sight(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        facts = WordFacts((flat(),))  # type: ignore[arg-type]
        page = describe(
            result(),
            (),
            lambda name: None,
            PaneText(screen.pane.text_cells),
            ruby=False,
            sections=[
                lambda page: describe_dictionary(result(), page, lambda match: facts, accent="line")
            ],
        )
        shown = page[: screen.pane.size.height]
        assert "1. support" in ["".join(text for text, _ in line.pieces) for line in shown]
