"""The library screen: what a newcomer sees first, and the way back to a text."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from yomu.tui.app import YomuApp
from yomu.tui.screens.kept import KeptScreen
from yomu.tui.screens.library import LibraryScreen
from yomu.tui.screens.reader import ReaderScreen
from yomu.workspace import Workspace


def painted(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def loaded(pilot: Pilot[None]) -> None:
    """Wait until the record has been asked for what was read."""
    for _ in range(100):
        await pilot.pause(0.02)
        if not any(worker.is_running for worker in pilot.app.workers):
            break
    await pilot.pause()


async def test_newcomer_is_invited_and_enter_opens_a_shipped_text(workspace: Workspace) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        assert pilot.app.screen.query_one("#welcome", Static).display
        assert "Enter" in painted(pilot)
        await pilot.press("enter")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.opened.origin.kind == "shipped"
        await pilot.press("q")
        await loaded(pilot)
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert not pilot.app.screen.query_one("#welcome", Static).display


async def test_own_text_comes_first_with_its_share_and_can_be_taken_off(
    workspace: Workspace, text_file: Path
) -> None:
    opened = workspace.open(str(text_file))
    workspace.register(opened)
    workspace.recorder.ask(
        lambda store: store.note_paragraph(
            opened.document.id, 1, "read", characters=len(opened.document.paragraphs[1].text)
        )
    ).result()
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        assert screen.items[0].title == "交渉の行方"
        assert 0.2 < screen.items[0].read < 0.5
        await pilot.press("d")
        await loaded(pilot)
        assert all(item.origin == "shipped" for item in screen.items)
    assert text_file.exists()


async def test_text_whose_file_is_gone_is_said_so_and_opening_it_stays_calm(
    workspace: Workspace, text_file: Path
) -> None:
    workspace.register(workspace.open(str(text_file)))
    text_file.unlink()
    async with YomuApp(workspace).run_test(size=(100, 24)) as pilot:
        await loaded(pilot)
        assert "the file is gone" in painted(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert [n.title for n in pilot.app._notifications] == [f"The file is gone: {text_file}."]


async def test_the_kept_cards_are_a_key_away_from_the_library(workspace: Workspace) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        await pilot.press("C")
        await pilot.pause()
        assert isinstance(pilot.app.screen, KeptScreen)
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_headings_of_the_list_cannot_be_opened(workspace: Workspace) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        texts = pilot.app.screen.query_one(OptionList)
        for _ in range(6):
            assert texts.highlighted is not None
            assert not texts.get_option_at_index(texts.highlighted).disabled
            await pilot.press("j")


async def test_at_eighty_columns_the_footer_says_how_to_get_help_and_back(
    workspace: Workspace, text_file: Path
) -> None:
    async with YomuApp(workspace, workspace.open(str(text_file))).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        last_line = painted(pilot).splitlines()[-1]
        for said in ("s Keep", "? Help", "q Back"):
            assert said in last_line


async def test_what_is_said_takes_the_place_of_what_was_said_but_not_of_a_warning(
    workspace: Workspace,
) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        app = pilot.app
        app.notify("the disk is full", severity="warning", timeout=60)
        app.notify("one", timeout=60)
        app.notify("two", timeout=60)
        await pilot.pause()
        assert [n.message for n in app._notifications] == ["the disk is full", "two"]


async def test_a_long_warning_is_shown_to_its_last_word(workspace: Workspace) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24), notifications=True) as pilot:
        await loaded(pilot)
        said = "a/path/of/some/length/yomu.db was damaged (file is not a database); it is kept as"
        pilot.app.notify(
            f"{said} yomu.db.damaged-20261123-170615, and a new one was begun.", timeout=60
        )
        for _ in range(50):
            await pilot.pause(0.02)
            if "was begun." in painted(pilot):
                break
        assert "was begun." in painted(pilot)
        assert "was damaged" in painted(pilot)
