"""The history of look-ups on the screen: searching it, and going back to where a word was met."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from tests.tui.conftest import make_workspace
from yomu.tui.app import YomuApp
from yomu.tui.screens.entry import EntryScreen
from yomu.tui.screens.library import LibraryScreen
from yomu.tui.screens.lookups import LookupsScreen
from yomu.tui.screens.reader import ReaderScreen
from yomu.tui.widgets.detail_pane import DetailPane

MakeApp = Callable[[], YomuApp]


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what a thread brings."""
    for _ in range(200):
        await pilot.pause(0.02)
        if holds():
            return
    raise AssertionError("it never came")


def listed(pilot: Pilot[None]) -> list[str]:
    words = pilot.app.screen.query_one(OptionList)
    return [
        str(words.get_option_at_index(n).prompt).split("  ")[0] for n in range(words.option_count)
    ]


async def look_up_four(pilot: Pilot[None]) -> ReaderScreen:
    """Look up two words of the third paragraph, one of them three times, and open the history."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    await pilot.pause()
    await pilot.press("j", "j", "l", "enter", "escape", "j")
    for _ in range(3):
        await pilot.press("enter", "escape")
    await pilot.press("H")
    await until(pilot, lambda: len(listed(pilot)) == 2)
    return screen


async def test_words_stand_once_with_a_sign_for_those_looked_up_often(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await look_up_four(pilot)
        lines = [
            str(pilot.app.screen.query_one(OptionList).get_option_at_index(n).prompt)
            for n in range(2)
        ]
        assert "×3" in lines[0]
        assert "×" not in lines[1]
        await until(
            pilot,
            lambda: "三つ目の段落" in str(pilot.app.screen.query_one("#places", Static).content),
        )


async def test_typing_narrows_and_escape_widens_and_leaves(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        reader = await look_up_four(pilot)
        both = listed(pilot)
        pilot.app.screen.query_one(Input).value = both[1]
        await until(pilot, lambda: listed(pilot) == both[1:])
        pilot.app.screen.query_one(Input).value = "no such word"
        await until(pilot, lambda: listed(pilot) == [])
        await pilot.press("escape")
        await until(pilot, lambda: listed(pilot) == both)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is reader


async def test_enter_goes_back_to_the_place_and_shows_what_was_said(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        reader = await look_up_four(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert pilot.app.screen is reader
        assert reader.text.cursor.paragraph == 2
        assert reader.pane_is_open
        assert reader.looked_up is not None
        assert (reader.looked_up.paragraph, reader.looked_up.start) == reader.text.cursor[:2]


async def test_a_word_of_another_text_opens_that_text_and_q_leads_back(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await look_up_four(pilot)
        place = app.workspace.history.words()[0]
    app.workspace.close()
    second = make_workspace(tmp_path)
    other = tmp_path / "other.txt"
    other.write_text("別の文章\n\nここには何もない。ただの文である。\n", "utf-8")
    app = YomuApp(second, second.open(str(other)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        first = app.screen
        await pilot.press("H")
        await until(pilot, lambda: len(listed(pilot)) == 2)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ReaderScreen) and app.screen is not first)
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.text.cursor[:2] == (place.paragraph, place.start)
        await pilot.press("q")
        await pilot.pause()
        assert app.screen is first


async def test_a_word_whose_text_is_gone_still_shows_and_explains_itself(
    make_app: MakeApp, text_file: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.workspace.history.note("支援", "しえん", sentence="支援を続ける。")
        await pilot.pause()
        await pilot.press("H")
        await until(pilot, lambda: listed(pilot) == ["支援"])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        await pilot.pause()
        lines = app.screen.query_one(DetailPane).pane_lines
        assert lines[0].pieces[0][0] == "支援"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LookupsScreen)


async def test_the_library_has_the_history_too(make_app: MakeApp, tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path)
    app = YomuApp(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("H")
        await until(pilot, lambda: isinstance(app.screen, LookupsScreen))
        await until(
            pilot,
            lambda: (
                "Nothing was looked up yet" in str(app.screen.query_one("#places", Static).content)
            ),
        )
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)


@pytest.mark.parametrize("size", [(20, 6), (40, 10), (200, 60)])
async def test_no_size_of_terminal_breaks_the_history(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await look_up_four(pilot)
        await pilot.press("ctrl+e")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryScreen))
