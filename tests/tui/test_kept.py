"""The kept cards on the screen: from the reader and back, taken out and brought back."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot
from textual.widgets import OptionList

from yomu.tui.app import YomuApp
from yomu.tui.screens.kept import KeptScreen
from yomu.tui.screens.reader import ReaderScreen
from yomu.workspace import Workspace


async def until(pilot: Pilot[None], ready: Callable[[], bool]) -> None:
    for _ in range(200):
        if ready():
            return
        await pilot.pause(0.02)
    raise AssertionError("it never came to be")


async def test_a_card_is_kept_shown_taken_out_and_brought_back(
    make_app: Callable[[], YomuApp], workspace: Workspace
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("l", "s")
        await until(pilot, lambda: bool(workspace.undoing._deeds))
        await pilot.press("C")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, KeptScreen)
        await until(pilot, lambda: len(screen.cards) == 1)
        await pilot.press("d")
        await until(pilot, lambda: not screen.cards)
        assert workspace.cards.kept() == []
        await pilot.press("u")
        await until(pilot, lambda: len(screen.cards) == 1)
        assert screen.query_one(OptionList).highlighted == 0
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.screen is screen
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ReaderScreen)
