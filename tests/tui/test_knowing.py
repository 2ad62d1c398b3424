"""Saying how well words are known, in the reader: keys, marks, furigana that fade, taking back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from yomu.model import Status, Token
from yomu.store.knowledge import Item
from yomu.store.peek_known import peek_known
from yomu.study.known import Known, item_of
from yomu.tui.app import YomuApp
from yomu.tui.looks import Look
from yomu.tui.paint import status_overlays
from yomu.tui.screens.ask import AskScreen
from yomu.tui.screens.library import LibraryScreen
from yomu.tui.screens.reader import ReaderScreen
from yomu.tui.viewport import LineKind
from yomu.workspace import Workspace

MakeApp = Callable[[], YomuApp]
SIZES = [(80, 24), (100, 30), (160, 45)]


def reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the record has answered and the words are counted."""
    for _ in range(300):
        await pilot.pause(0.02)
        screen = pilot.app.screen
        if (
            isinstance(screen, ReaderScreen)
            and screen._coverage
            and screen.workspace.knowing.is_loaded
        ):
            break
    for _ in range(100):
        if not any(worker.is_running for worker in pilot.app.workers):
            break
        await pilot.pause(0.02)
    await pilot.pause()


def token_at(screen: ReaderScreen) -> Token:
    token = screen.text.token_at_cursor()
    assert token
    return token


def known(screen: ReaderScreen) -> Known:
    return screen.workspace.knowing.known


def go_to(screen: ReaderScreen, paragraph: int, word: str) -> None:
    annotated = screen.opened.annotated(paragraph)
    token = next(token for token in annotated.tokens if token.surface == word)
    screen.text.go_to(type(screen.text.cursor)(paragraph, token.start, token.end))


def status_line(screen: ReaderScreen) -> str:
    return str(screen.query_one("#status", Static).render())


def on_disk(workspace: Workspace) -> dict[str, Status]:
    return workspace.recorder.ask(lambda store: store.knowledge.statuses()).result()


def furigana_of(screen: ReaderScreen) -> str:
    rows = [line.row for line in screen.text.lines if line.kind is LineKind.RUBY and line.row]
    return " ".join(piece.text for row in rows for piece in row.ruby)


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("1", Status.LEARNING_1),
        ("4", Status.LEARNING_4),
        ("5", Status.KNOWN),
        ("w", Status.WELL_KNOWN),
        ("i", Status.IGNORED),
    ],
)
async def test_each_key_gives_its_status_and_zero_takes_it_away(
    make_app: MakeApp, workspace: Workspace, key: str, status: Status
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        go_to(screen, 1, "支援")
        await press(pilot, key)
        word = item_of(token_at(screen)).key
        assert known(screen).status(token_at(screen)) is status
        assert on_disk(workspace) == {word: status}
        await press(pilot, "0")
        assert on_disk(workspace) == {}


async def test_every_inflection_of_a_word_has_its_status(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        go_to(screen, 1, "続け")
        await press(pilot, "5")
        for paragraph in range(5):
            for token in screen.opened.annotated(paragraph).tokens:
                if token.lemma == "続ける":
                    assert known(screen).is_known(token)


async def test_a_status_on_a_term_is_the_terms_alone(
    make_app: MakeApp, workspace: Workspace
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await press(pilot, "tab", "5")
        assert on_disk(workspace) == {"term:monroe-trump-corollary": Status.KNOWN}


async def test_a_particle_has_no_status(make_app: MakeApp, workspace: Workspace) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        go_to(reader(pilot), 1, "を")
        await press(pilot, "5")
        assert on_disk(workspace) == {}


@pytest.mark.parametrize("size", SIZES)
async def test_a_newcomer_sees_no_marks_until_something_has_a_status(
    make_app: MakeApp, size: tuple[int, int]
) -> None:
    async with make_app().run_test(size=size) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        assert screen.text.known is None
        assert "known" not in status_line(screen)
        go_to(screen, 1, "支援")
        await press(pilot, "3")
        assert screen.text.known is known(screen)
        assert "learning 3" in status_line(screen)
        assert "0 % known" in status_line(screen)
        looks = [
            flags for _, _, flags in status_overlays(screen.opened.annotated(1), known(screen))
        ]
        assert Look.LEARNING_3 in looks
        assert Look.NEW in looks
        await press(pilot, "M")
        assert screen.text.known is None


async def test_known_share_follows_a_key_at_once(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        assert screen._coverage
        total = screen._coverage.occurrences.total
        go_to(screen, 1, "支援")
        await press(pilot, "5")
        assert screen._coverage.occurrences.known == 3
        assert f"{300 // total} % known" in status_line(screen)


async def test_comma_and_full_stop_go_from_new_word_to_new_word(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        visited = []
        for _ in range(4):
            await press(pilot, "full_stop")
            visited.append(token_at(screen).surface)
        assert "を" not in visited
        assert len(set(visited)) == 4
        await press(pilot, "comma")
        assert token_at(screen).surface == visited[2]
        await press(pilot, "5", "comma", "full_stop")
        assert token_at(screen).surface == visited[3]


async def test_the_rest_becomes_known_when_asked_and_is_one_thing_to_take_back(
    make_app: MakeApp, workspace: Workspace
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        go_to(screen, 1, "支援")
        await press(pilot, "2", "K", "escape")
        assert len(on_disk(workspace)) == 1
        await press(pilot, "K")
        assert isinstance(pilot.app.screen, AskScreen)
        await press(pilot, "t")
        assert screen._coverage
        share = screen._coverage.occurrences
        assert share.known == share.total - 3
        assert known(screen).word("支援", "しえん") is Status.LEARNING_2
        await press(pilot, "u")
        assert on_disk(workspace) == {Item("支援", "しえん").key: Status.LEARNING_2}
        assert screen._coverage.occurrences.known == 0


async def test_undo_takes_back_statuses_pins_cards_and_readings_in_one_order(
    make_app: MakeApp, workspace: Workspace
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        go_to(screen, 1, "支援")
        await press(pilot, "5", "p", "s")
        for _ in range(50):
            if len(workspace.undoing._deeds) == 3:
                break
            await pilot.pause(0.02)
        await press(pilot, "1")
        assert known(screen).word("支援", "しえん") is Status.LEARNING_1
        await press(pilot, "u")
        assert known(screen).word("支援", "しえん") is Status.KNOWN
        assert len(workspace.cards.kept()) == 1
        await press(pilot, "u")
        workspace.recorder.ask(lambda store: None).result()
        assert workspace.cards.kept() == []
        assert screen.furigana.pins == {"支援": "show"}
        await press(pilot, "u")
        assert screen.furigana.pins == {}
        assert known(screen).word("支援", "しえん") is Status.KNOWN
        await press(pilot, "u")
        assert on_disk(workspace) == {}


async def test_what_an_earlier_session_did_is_taken_back_only_when_said_so(
    make_app: MakeApp, workspace: Workspace
) -> None:
    words = {Item("支援", "しえん"): Status.KNOWN, Item("政権", "せいけん"): Status.KNOWN}
    workspace.recorder.ask(lambda store: store.knowledge.set(words, "import:N3")).result()
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for answer in ("escape", "u"):
            assert len(on_disk(workspace)) == 2
            await press(pilot, "u")
            for _ in range(50):
                if isinstance(pilot.app.screen, AskScreen):
                    break
                await pilot.pause(0.02)
            await press(pilot, answer)
        for _ in range(50):
            if known(reader(pilot)).is_empty:
                break
            await pilot.pause(0.02)
        assert on_disk(workspace) == {}
        assert known(reader(pilot)).is_empty


async def test_mode_unknown_shows_furigana_of_unknown_words_only(
    make_app: MakeApp, workspace: Workspace
) -> None:
    workspace.settings = replace(workspace.settings, furigana="unknown")
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        assert "しえん" in furigana_of(screen)
        go_to(screen, 1, "支援")
        await press(pilot, "5")
        assert "しえん" not in furigana_of(screen)
        await press(pilot, "F")
        assert furigana_of(screen).count("しえん") == 1
        await press(pilot, "F")
        assert "しえん" not in furigana_of(screen)
        await press(pilot, "p")
        assert furigana_of(screen).count("しえん") == 3


async def test_a_known_term_hides_the_furigana_of_its_words(
    make_app: MakeApp, workspace: Workspace
) -> None:
    workspace.settings = replace(workspace.settings, furigana="unknown")
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        assert "ゆうしょう" in furigana_of(reader(pilot))
        await press(pilot, "tab", "tab", "tab", "tab", "5")
        assert "ゆうしょう" not in furigana_of(reader(pilot))


async def test_a_pin_never_holds_where_every_word_has_furigana(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        go_to(screen, 1, "支援")
        await press(pilot, "p", "p")
        assert "しえん" not in furigana_of(screen)
        await press(pilot, "p")
        assert furigana_of(screen).count("しえん") == 3


async def test_what_another_window_says_shows_up(
    make_app: MakeApp, workspace: Workspace, tmp_path: Path
) -> None:
    from yomu.store.database import Store

    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        screen = reader(pilot)
        other = Store.open(workspace.places.database, now=workspace.now)
        other.knowledge.set({Item("支援", "しえん"): Status.KNOWN}, "key")
        other.close()
        screen._listen_here()
        for _ in range(100):
            if not known(screen).is_empty:
                break
            await pilot.pause(0.02)
        assert screen._coverage
        assert screen._coverage.occurrences.known == 3
        assert screen.text.known is known(screen)


async def test_a_look_into_the_record_finds_what_the_recorder_wrote(
    make_app: MakeApp, workspace: Workspace
) -> None:
    async with make_app().run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        go_to(reader(pilot), 1, "支援")
        await press(pilot, "5", "p")
        written = on_disk(workspace)
    peeked = peek_known(workspace.places.database, statuses=True)
    assert peeked.statuses == written
    assert peeked.pins == {"支援": "show"}
    assert peeked.event == 1


async def test_a_text_opened_from_the_library_is_marked_and_the_library_shows_the_share(
    workspace: Workspace, text_file: Path
) -> None:
    workspace.register(workspace.open(str(text_file)))
    words = {Item("支援", "しえん"): Status.KNOWN}
    workspace.recorder.ask(lambda store: store.knowledge.set(words, "key")).result()
    async with YomuApp(workspace).run_test(size=(100, 30)) as pilot:
        library = pilot.app.screen
        assert isinstance(library, LibraryScreen)
        target = str(text_file.resolve())
        for _ in range(200):
            if target in library.demands:
                break
            await pilot.pause(0.02)
        assert library.demands[target].occurrences.known == 3
        await pilot.press("enter")
        await settled(pilot)
        screen = reader(pilot)
        assert screen.text.known is known(screen)
        assert screen._coverage
        assert screen._coverage.occurrences == library.demands[target].occurrences
        go_to(screen, 3, "政権")
        await press(pilot, "5", "q")
        for _ in range(200):
            if library.demands[target].occurrences.known == 4:
                break
            await pilot.pause(0.02)
        assert library.demands[target].occurrences.known == 4


async def test_the_library_is_sorted_by_a_key(workspace: Workspace, text_file: Path) -> None:
    workspace.register(workspace.open(str(text_file)))
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        library = pilot.app.screen
        assert isinstance(library, LibraryScreen)
        for _ in range(200):
            if len(library.demands) == 3:
                break
            await pilot.pause(0.02)
        orders = []
        for _ in range(5):
            await pilot.press("s")
            await pilot.pause()
            orders.append([item.title for item in library._shown])
        assert orders[0] == sorted(orders[0])
        lengths = {item.title: item.characters for item in library.items}
        assert orders[3] == sorted(orders[3], key=lambda title: lengths[title])
        assert orders[4] == [item.title for item in library.items]


async def test_mode_unknown_marks_words_from_the_first_paint(
    make_app: MakeApp, workspace: Workspace
) -> None:
    words = {Item("支援", "しえん"): Status.KNOWN}
    workspace.recorder.ask(lambda store: store.knowledge.set(words, "key")).result()
    workspace.settings = replace(workspace.settings, furigana="unknown")
    async with make_app().run_test(size=(100, 30)) as pilot:
        screen = reader(pilot)
        assert screen.text.known is known(screen)
        assert "しえん" not in furigana_of(screen)


async def test_the_first_frame_fades_and_marks_as_the_reader_does(
    make_app: MakeApp, workspace: Workspace
) -> None:
    import pyte

    from yomu.tui.first_frame import first_frame

    words = {Item("支援", "しえん"): Status.KNOWN, Item("政権", "せいけん"): Status.LEARNING_2}
    workspace.recorder.ask(lambda store: store.knowledge.set(words, "key")).result()
    workspace.settings = replace(workspace.settings, furigana="unknown", theme="yomu-dark")
    async with make_app().run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = reader(pilot)
        strips = pilot.app.screen._compositor.render_strips()[:28]
        drawn = [
            (segment.text, bool(segment.style and segment.style.underline))
            for strip in strips
            for segment in strip
        ]
    frame = first_frame(
        screen.opened,
        workspace.settings,
        workspace.terms.phrase_ids,
        workspace.knowing.furigana,
        columns=100,
        rows=30,
        environment={},
    )
    terminal = pyte.Screen(100, 30)
    pyte.Stream(terminal).feed(frame)
    shown = [terminal.buffer[y][x] for y in range(28) for x in range(100)]
    assert "".join(cell.data for cell in shown) == "".join(text for text, _ in drawn)
    assert "".join(cell.data for cell in shown if cell.underscore) == "".join(
        text for text, underlined in drawn if underlined
    )
