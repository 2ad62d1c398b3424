"""The reader screen, driven by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from yomu.config import Settings
from yomu.model import RubyMode
from yomu.paths import Places
from yomu.tui.app import YomuApp
from yomu.tui.blocks import GUTTER_CELLS
from yomu.tui.cursor import Cursor
from yomu.tui.screens.reader import ReaderScreen
from yomu.tui.screens.term_form import TermForm
from yomu.tui.viewport import LineKind
from yomu.tui.widgets.reader_view import ReaderView
from yomu.workspace import Workspace

MakeApp = Callable[[], YomuApp]
SIZES = [(80, 24), (100, 30), (160, 45)]


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def under_cursor(screen: ReaderScreen) -> str:
    cursor = screen.text.cursor
    return screen.opened.document.paragraphs[cursor.paragraph].text[cursor.start : cursor.end]


def painted(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


def pane_says(screen: ReaderScreen) -> str:
    return "\n".join("".join(text for text, _ in line.pieces) for line in screen.pane.pane_lines)


def cell_of(view: ReaderView, paragraph: int, wanted: str) -> tuple[int, int]:
    """The cell of the first character of `wanted` that is in sight."""
    start = view.opened.document.paragraphs[paragraph].text.index(wanted)
    for y, line in enumerate(view.lines):
        if line.kind is LineKind.BASE and line.paragraph == paragraph and line.row:
            cells = line.row.cells(start, start + 1)
            if cells:
                return cells[0][0] + GUTTER_CELLS, y
    raise AssertionError(f"{wanted} is not on the screen")


def make_workspace(root: Path) -> Workspace:
    """The same home folder, as a later start of the program finds it."""
    places = Places(root / "data", root / "config", root / "cache", root / "state")
    return Workspace(
        places,
        Settings(),
        now=lambda: datetime(2026, 3, 2, tzinfo=UTC),
        glossary_dirs=[root / "curated", places.glossary],
    )


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_tab_reaches_a_term_and_each_term_inside_it(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await pilot.pause()
        visited = []
        for _ in range(4):
            await press(pilot, "tab")
            visited.append(under_cursor(reader(pilot)))
    assert visited == [
        "モンロー・ドクトリンのトランプ・コロラリー",
        "モンロー・ドクトリン",
        "トランプ・コロラリー",
        "対外有償軍事援助",
    ]


async def test_shift_tab_goes_back_term_by_term(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "tab", "tab", "tab", "shift+tab")
        assert under_cursor(reader(pilot)) == "モンロー・ドクトリン"


@pytest.mark.parametrize("size", SIZES)
async def test_both_halves_of_every_character_hit_the_same_word(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await pilot.pause()
        view = reader(pilot).text
        for y, line in enumerate(view.lines):
            if line.kind is not LineKind.BASE or line.row is None:
                continue
            text = view.opened.document.paragraphs[line.paragraph].text
            for offset in range(line.row.start, line.row.end):
                for left, right in line.row.cells(offset, offset + 1):
                    hits = {view._offset_at(x + GUTTER_CELLS, y) for x in range(left, right)}
                    assert hits == {(line.paragraph, offset)}, text[offset]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("half", [0, 1])
async def test_click_opens_the_right_entry(
    make_app: MakeApp, size: tuple[int, int], half: int
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await pilot.pause()
        x, y = cell_of(reader(pilot).text, 2, "軍事援助")
        await pilot.click(ReaderView, offset=(x + half, y))
        await pilot.pause()
        await pilot.pause()
        assert "Foreign Military Sales" in pane_says(reader(pilot))
        assert "FMS" in painted(pilot)


async def test_second_click_takes_the_term_inside(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for expected in ("モンロー・ドクトリンのトランプ・コロラリー", "トランプ・コロラリー"):
            x, y = cell_of(reader(pilot).text, 1, "トランプ")
            await pilot.click(ReaderView, offset=(x, y))
            await pilot.pause()
            await pilot.pause()
            assert under_cursor(reader(pilot)) == expected


async def test_pane_never_covers_the_word_it_explains(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(60, 14)) as pilot:
        await pilot.pause()
        await press(pilot, "G", "enter")
        await pilot.pause()
        view = reader(pilot).text
        rows = [
            line.row for line in view.lines if line.kind is LineKind.BASE and line.paragraph == 4
        ]
        assert any(row and row.start <= view.cursor.start < row.end for row in rows)


async def test_escape_goes_back_one_level_at_a_time(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        await press(pilot, "tab", "enter", "enter")
        assert screen.pane.has_focus
        await press(pilot, "escape")
        assert screen.text.has_focus
        assert screen.pane_is_open
        await press(pilot, "escape")
        assert not screen.pane_is_open


async def test_backspace_returns_to_the_previous_lookup(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await press(pilot, "tab", "enter", "tab", "tab", "enter", "backspace")
        await pilot.pause()
        assert under_cursor(reader(pilot)) == "モンロー・ドクトリンのトランプ・コロラリー"
        assert "Trump Corollary to the Monroe" in pane_says(reader(pilot))


async def test_narrow_and_widen_step_through_nested_spans(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await press(pilot, "tab", "less_than_sign")
        narrower = under_cursor(reader(pilot))
        assert len(narrower) < len("モンロー・ドクトリンのトランプ・コロラリー")
        await press(pilot, "greater_than_sign")
        assert under_cursor(reader(pilot)) == "モンロー・ドクトリンのトランプ・コロラリー"


async def test_search_goes_round_and_back(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "slash", *"支援", "enter")
        screen = reader(pilot)
        first = screen.text.cursor
        assert [hit.paragraph for hit in screen.text.hits] == [1, 3, 4]
        await press(pilot, "n", "n", "n")
        assert screen.text.cursor == first
        await press(pilot, "N")
        assert screen.text.cursor == screen.text.hits[-1]


@pytest.mark.parametrize("mode_presses", [1, 2, 3, 4])
async def test_switching_furigana_keeps_the_first_line_in_place(
    make_app: MakeApp, mode_presses: int
) -> None:
    async with make_app().run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await press(pilot, "j", "j", "j")
        view = reader(pilot).text
        before = view._viewport.top()
        await press(pilot, *["f"] * mode_presses)
        paragraph, offset = view._viewport.top()
        assert paragraph == before[0]
        assert offset <= before[1]
        modes = ["all", "unknown", "chosen", "inline", "none"]
        assert view.view.mode == RubyMode(modes[mode_presses])


async def test_resizing_keeps_the_cursor_in_sight(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await press(pilot, "j", "j", "l", "l")
        cursor = reader(pilot).text.cursor
        for size in ((40, 10), (20, 5), (160, 45), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            view = reader(pilot).text
            assert view.cursor == cursor
            if size[1] > 6:
                assert any(
                    line.row
                    and line.paragraph == cursor.paragraph
                    and line.row.start <= cursor.start < line.row.end
                    for line in view.lines
                )


async def test_full_width_letters_are_keys(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = reader(pilot).text.cursor.paragraph
        await press(pilot, "ｊ")
        assert reader(pilot).text.cursor.paragraph == before + 1


async def test_copying_gives_word_then_sentence_then_paragraph_without_ruby(
    make_app: MakeApp,
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "j", "j", "tab", "c")
        copied = [pilot.app.clipboard]
        await press(pilot, "c")
        copied.append(pilot.app.clipboard)
        await press(pilot, "c")
        copied.append(pilot.app.clipboard)
        await press(pilot, "m", "c")
        copied.append(pilot.app.clipboard)
    assert copied[0] == copied[3] == "対外有償軍事援助"
    assert copied[1] == "対外有償軍事援助に基づく売却も決まった。"
    assert copied[2].startswith("西半球を重視する")


async def test_dragging_selects_source_text(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = reader(pilot).text
        start = cell_of(view, 1, "アメリカ")
        end = cell_of(view, 1, "支援を")
        await pilot.mouse_down(ReaderView, offset=start)
        await pilot.hover(ReaderView, offset=(start[0] + 2, start[1]))
        await pilot._post_mouse_events([_mouse_move()], ReaderView, offset=end, button=1)
        await pilot.mouse_up(ReaderView, offset=end)
        await pilot.pause()
        assert view.selected_text() == "アメリカは[注釈のような]支"


def _mouse_move() -> type:
    from textual.events import MouseMove

    return MouseMove


async def test_brackets_in_the_text_are_drawn(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await press(pilot, "f", "f", "f", "f")
        assert "[注釈のような]" in painted(pilot)


async def test_place_read_marks_and_lookups_are_there_the_next_day(
    make_app: MakeApp, text_file: Path, tmp_path: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "j", "j", "m", "x", "l", "enter")
        cursor = reader(pilot).text.cursor
    app.workspace.close()
    again = make_workspace(tmp_path)
    opened = again.open(str(text_file))
    second = YomuApp(again, opened)
    async with second.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(40):
            if reader(pilot).text.marks:
                break
            await pilot.pause(0.05)
        view = reader(pilot).text
        assert view.cursor == cursor
        assert view.marks == {2}
        assert view.read == {2}
    assert [found.surface for found in again.history.words()] == [
        opened.document.paragraphs[2].text[cursor.start : cursor.end]
    ]
    again.close()


async def test_new_term_lights_up_at_once(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        paragraph = screen.opened.document.paragraphs[4]
        start = paragraph.text.index("交渉")
        screen.text.go_to(Cursor(4, start, start + 2))
        await press(pilot, "a", *"negotiation", "ctrl+s")
        await pilot.pause()
        matches = screen.opened.annotated(4).matches
        assert "交渉" in [match.surface for match in matches]
        own = app.workspace.terms.own_file.read_text("utf-8")
        assert 'reading = "こうしょう"' in own


async def test_hand_edited_glossary_is_picked_up(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        own = app.workspace.terms.own_file
        own.parent.mkdir(parents=True)
        own.write_text(
            '[[term]]\nid = "x"\nja = "西半球"\nreading = "にしはんきゅう"\nen = ["Western Hemisphere"]\n'
            'domain = "own"\n',
            "utf-8",
        )
        screen._watch_files()
        await pilot.pause()
        assert "西半球" in [match.surface for match in screen.opened.annotated(2).matches]


@pytest.mark.parametrize("size", [(20, 5), (12, 3), (8, 2), (300, 90)])
async def test_no_size_of_terminal_breaks_the_screen(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await pilot.pause()
        await press(pilot, "j", "tab", "enter", "space", "G", "g", "f", "escape", "b")
        assert reader(pilot).text.cursor.paragraph >= 0


@pytest.mark.parametrize("height", range(9, 15))
async def test_a_place_that_was_kept_opens_with_the_furigana_of_the_first_line(
    tmp_path: Path, height: int
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("政権は外交の方針を示した。" * 60, "utf-8")
    workspace = make_workspace(tmp_path)
    opened = workspace.open(str(path))
    opened.start = opened.place_at(0, 300)
    async with YomuApp(workspace, opened).run_test(size=(40, height)) as pilot:
        await pilot.pause()
        top = reader(pilot).text.lines[0]
        assert top.kind is LineKind.RUBY


async def test_a_text_that_needed_no_cleaning_offers_none_to_undo(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("日本語の一段落だけの文章です。", "utf-8")
    workspace = make_workspace(tmp_path)
    async with YomuApp(workspace, workspace.open(str(path))).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        assert not screen.opened.document.changes
        await press(pilot, "v")
        assert "Nothing needed cleaning" in painted(pilot)
        assert "undoes" not in painted(pilot)
        await press(pilot, "u")
        assert pilot.app.screen is screen


async def test_help_and_palette_name_every_command(make_app: MakeApp) -> None:
    from yomu.tui.keys import READER

    app = make_app()
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {command.help for command in READER} <= titles
        await press(pilot, "question_mark")
        shown = painted(pilot)
        assert all(command.help[:30] in shown for command in READER[:20])


async def test_word_in_no_glossary_is_explained_by_the_dictionary(make_app: MakeApp) -> None:
    app = make_app()
    if not app.workspace.dictionary.available:
        pytest.skip("the dictionary's data is not installed")
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        start = screen.opened.document.paragraphs[2].text.index("受け止め")
        screen.text.go_to(screen.text._cursor_at(2, start))
        await press(pilot, "enter")
        await pilot.pause()
        said = pane_says(screen)
        assert "passive" in said
        assert "JMdict" in said
        assert "Characters" in said


async def test_kept_word_becomes_a_card(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await press(pilot, "tab", "s")
        for _ in range(100):
            await pilot.pause(0.02)
            if not any(worker.is_running for worker in app.workers):
                break
    kept = app.workspace.cards.kept()
    assert [card.expression for card in kept] == ["モンロー・ドクトリンのトランプ・コロラリー"]
    assert kept[0].sentence.startswith("モンロー・ドクトリンの")
    app.workspace.close()


async def test_a_sign_is_neither_kept_nor_pinned(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        text = app.workspace.cards
        await press(pilot, "G")
        cursor = screen.text.cursor
        assert screen.opened.document.paragraphs[cursor.paragraph].text[cursor.start :] == "。"
        await press(pilot, "s", "p")
        await pilot.pause(0.1)
        assert screen.furigana.pins == {}
    assert text.kept() == []
    app.workspace.close()


@pytest.mark.parametrize("size", SIZES)
async def test_first_frame_is_what_the_reader_draws(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    import pyte

    from yomu.tui.first_frame import first_frame

    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        opened = reader(pilot).opened
        drawn = painted(pilot).split("\n")[: size[1] - 2]
    frame = first_frame(
        opened,
        app.workspace.settings,
        (),
        app.workspace.knowing.furigana,
        columns=size[0],
        rows=size[1],
        environment={},
    )
    screen = pyte.Screen(*size)
    pyte.Stream(screen).feed(frame)
    assert [line.rstrip() for line in screen.display[: size[1] - 2]] == [
        line.rstrip() for line in drawn
    ]


async def test_undoing_the_cleaning_and_back_keeps_the_place(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "j", "j", "l")
        word = under_cursor(reader(pilot))
        for as_is in (True, False):
            await press(pilot, "v", "u")
            await pilot.pause()
            assert reader(pilot).opened.as_is is as_is
            assert under_cursor(reader(pilot)) == word


async def test_cleaning_cannot_be_undone_without_the_file_and_the_reader_stays(
    make_app: MakeApp, text_file: Path
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = reader(pilot)
        text_file.unlink()
        shown.opened.data = b""
        await press(pilot, "v", "u")
        assert reader(pilot) is shown


async def test_form_that_cannot_be_saved_stays_open_and_says_why(
    make_app: MakeApp, workspace: Workspace
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        own = workspace.places.glossary / "own.toml"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("[[term]\n", "utf-8")
        await press(pilot, "a", "x", "ctrl+s")
        assert isinstance(pilot.app.screen, TermForm)
        assert "own.toml:1:" in painted(pilot)
        own.write_text("", "utf-8")
        await press(pilot, "ctrl+s")
        assert 'en = ["x"]' in own.read_text("utf-8")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_pasted_view_keeps_no_marks_of_its_own(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "j", "m")
        await press(pilot, "v", "u")
        await pilot.pause()
        screen = reader(pilot)
        assert screen.opened.as_is
        assert not screen.text.marks
        await press(pilot, "m", "x")
        assert not screen.text.marks
        assert not screen.text.read
        await press(pilot, "v", "u")
        for _ in range(50):
            await pilot.pause(0.02)
            if reader(pilot).text.marks:
                break
        assert reader(pilot).text.marks == {1}
    app.workspace.close()
