"""The review screen, driven by keys and mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from yomu.model import Face, Status
from yomu.store.cards import Card
from yomu.store.knowledge import Item
from yomu.tui.app import YomuApp
from yomu.tui.screens.reader import ReaderScreen
from yomu.tui.screens.review import ReviewScreen
from yomu.tui.screens.review.card_form import CardForm
from yomu.tui.screens.review.ratings import Ratings
from yomu.workspace import Workspace
from yomu.workspace.review_state import EVERYTHING, Choice

Keep = Callable[..., list[Card]]
SIZES = [(80, 24), (100, 30), (160, 45)]


def review(pilot: Pilot[None]) -> ReviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def painted(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is on its way to or from the record."""
    for _ in range(200):
        await pilot.pause()
        waiting = getattr(pilot.app.screen, "_waiting", False)
        if not waiting and not any(worker.is_running for worker in pilot.app.workers):
            break
        await pilot.pause(0.01)
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def asked(pilot: Pilot[None]) -> str:
    """The id of the card that is asked."""
    found = review(pilot).asked
    return found.card.id if found else ""


def app_of(workspace: Workspace, choice: Choice = EVERYTHING) -> YomuApp:
    return YomuApp(workspace, review=choice)


def reviews(workspace: Workspace) -> list[tuple[str, int]]:
    log = workspace.recorder.ask(lambda store: store.reviews.log()).result(30)
    return [(review.card_id, review.rating) for review in log]


@pytest.mark.parametrize("size", SIZES)
async def test_card_is_asked_answered_and_rated(
    workspace: Workspace, keep: Keep, size: tuple[int, int]
) -> None:
    first, second, *_ = keep()
    async with app_of(workspace).run_test(size=size) as pilot:
        await settled(pilot)
        front = painted(pilot)
        assert first.expression in front
        assert "ぶき" not in front
        assert "arms" not in front
        assert "new 6" in front
        await press(pilot, "space")
        back = painted(pilot)
        assert "arms" in back
        assert "ぶき" in back
        for label in ("1 Again", "2 Hard", "3 Good", "4 Easy", "10 min"):
            assert label in back
        await press(pilot, "3")
        assert reviews(workspace) == [(first.id, 3)]
        assert second.expression in painted(pilot)
        assert "learning 1" in painted(pilot)


async def test_furigana_stand_on_every_word_but_the_asked_one(
    workspace: Workspace, keep: Keep
) -> None:
    keep(1)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "あたら" in painted(pilot)
        assert "ぶき" not in painted(pilot)
        await press(pilot, "f")
        assert "あたら" not in painted(pilot)
        await press(pilot, "space")
        assert "ぶき" in painted(pilot)
        assert "あたら" in painted(pilot)


async def test_rating_before_the_answer_is_refused(workspace: Workspace, keep: Keep) -> None:
    keep(1)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "3")
        assert reviews(workspace) == []


async def test_ratings_can_be_clicked(workspace: Workspace, keep: Keep) -> None:
    first, *_ = keep(2)
    async with app_of(workspace).run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        for number in (0, 3):  # the only button, then the fourth
            start, end, _ = review(pilot).ratings.spans()[number]
            await pilot.click(Ratings, offset=((start + end) // 2, 1))
            await settled(pilot)
        assert reviews(workspace) == [(first.id, 4)]


async def test_session_ends_with_a_summary_and_what_comes_next(
    workspace: Workspace, keep: Keep
) -> None:
    keep(2)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "1", "space", "4")
        for _ in range(3):
            if review(pilot).asked:
                await press(pilot, "space", "3")
        said = painted(pilot)
        assert "Done for now" in said
        assert "3 Good" not in said
        assert "Bury" not in said
        assert "Forgotten" in said
        assert "武器" in said
        assert "Next:" in said


async def test_newcomer_is_told_how_to_keep_cards(workspace: Workspace) -> None:
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "No cards yet" in painted(pilot)
        assert "press s" in painted(pilot)
        await press(pilot, "space", "3", "u", "e", "b", "exclamation_mark", "o", "f", "t")
        assert isinstance(pilot.app.screen, ReviewScreen)


async def test_filter_without_cards_says_what_it_asked_for(
    workspace: Workspace, keep: Keep
) -> None:
    keep(1)
    async with app_of(workspace, Choice(domain="trade")).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "No card fits" in painted(pilot)
        assert "domain trade" in painted(pilot)


async def test_several_answers_are_taken_back_with_their_statuses(
    workspace: Workspace, keep: Keep
) -> None:
    first, *_ = keep(3)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "4", "space", "1", "space", "3")
        await press(pilot, "u", "u", "u")
        assert reviews(workspace) == []
        assert first.expression in painted(pilot)
        item = Item(first.expression, first.reading)
        status = workspace.recorder.ask(lambda store: store.knowledge.status(item)).result(30)
        assert status is Status.NEW


async def test_typed_reading_is_checked_and_a_rating_suggested(
    make_workspace: Callable[..., Workspace], keep: Keep
) -> None:
    workspace = make_workspace(type_answers=True, review_kinds="reading")
    first, second, *_ = keep(into=workspace)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert review(pilot).query_one("#typed", Input).has_focus
        await press(pilot, *"buki", "enter")
        assert "Right." in painted(pilot)
        assert "› 3 Good" in painted(pilot)
        await press(pilot, "enter")
        assert reviews(workspace) == [(first.id, 3)]
        await press(pilot, *"3 u q", "enter")
        assert "ばいきゃく" in painted(pilot)
        assert "› 1 Again" in painted(pilot)
        await press(pilot, "4")
        assert reviews(workspace)[-1] == (second.id, 4)


async def test_escape_leaves_the_field_and_then_the_review(
    make_workspace: Callable[..., Workspace], keep: Keep
) -> None:
    workspace = make_workspace(type_answers=True, review_kinds="reading")
    keep(1, into=workspace)
    app = app_of(workspace)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "escape", "t")
        assert not review(pilot).query_one("#typing").display
        await press(pilot, "escape")
    assert app.return_code == 0


@pytest.mark.parametrize("face", [Face.PRODUCTION, Face.CLOZE])
async def test_japanese_that_is_asked_for_is_nowhere_on_the_front(
    workspace: Workspace, keep: Keep, face: Face
) -> None:
    keep(1)
    async with app_of(workspace, Choice(faces=(face,))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        front = painted(pilot)
        assert "arms" in front
        assert "武器" not in front
        assert "ぶき" not in front
        assert "＿＿＿" in front
        assert "せいけん" in front
        await press(pilot, "space")
        assert "武器" in painted(pilot)


async def test_edited_card_is_shown_as_it_is_now(workspace: Workspace, keep: Keep) -> None:
    keep(1)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "e")
        assert isinstance(pilot.app.screen, CardForm)
        form = pilot.app.screen
        form.query_one("#field-meaning_en", Input).value = "weapons"
        form.query_one("#field-reading", Input).value = "buki"
        await press(pilot, "ctrl+s")
        assert "must be kana" in painted(pilot)
        form.query_one("#field-reading", Input).value = "ぶき"
        await press(pilot, "ctrl+s")
        assert "weapons" in painted(pilot)
        assert "3 Good" in painted(pilot)


async def test_buried_and_suspended_cards_make_way(workspace: Workspace, keep: Keep) -> None:
    first, second, third = keep(3)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "b")
        assert asked(pilot) == second.id
        await press(pilot, "exclamation_mark")
        assert asked(pilot) == third.id
        await press(pilot, "u", "u")
        assert asked(pilot) == first.id


async def test_card_opens_its_text_at_the_sentence_and_comes_back(
    workspace: Workspace, tmp_path: Any
) -> None:
    path = tmp_path / "text.txt"
    path.write_text("題\n\n政府は武器を売却した。\n\n新しい武器について説明した。\n", "utf-8")
    opened = workspace.open(str(path))
    workspace.register(opened)
    at = opened.document.paragraphs[2].text.index("武器")
    result = workspace.lookup(opened, 2, at, at + 2)
    workspace.cards.keep(opened, result).result(30)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space", "o")
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        assert (screen.text.cursor.paragraph, screen.text.cursor.start) == (2, at)
        await press(pilot, "q")
        assert "3 Good" in painted(pilot)
        await press(pilot, "o", "R")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert len(pilot.app.screen_stack) == 1


async def test_review_is_reached_from_the_library_and_left_to_it(
    workspace: Workspace, keep: Keep
) -> None:
    keep(1)
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        library = pilot.app.screen
        await press(pilot, "R")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await press(pilot, "q")
        assert pilot.app.screen is library


async def test_locked_record_is_said_and_the_card_stays(
    workspace: Workspace, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    first, *_ = keep(2)
    workspace.recorder.ask(lambda s: s._connection.execute("PRAGMA busy_timeout = 10")).result(30)
    blocker = sqlite3.connect(workspace.places.database, isolation_level=None)
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space")
        blocker.execute("BEGIN IMMEDIATE")
        await press(pilot, "3")
        assert reviews(workspace) == []
        blocker.execute("ROLLBACK")
        await press(pilot, "3")
        assert reviews(workspace) == [(first.id, 3)]


async def test_markup_and_escapes_of_a_card_stay_text(workspace: Workspace, keep: Keep) -> None:
    (card,) = keep(1)
    workspace.cards.edit(card.id, {"meaning_en": "[b]arms[/] \x1b[31m", "note": "[/]"})
    async with app_of(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "space")
        assert "[b]arms[/]" in painted(pilot)
        assert "\x1b" not in painted(pilot)
        assert review(pilot).query_one("#status", Static)


async def test_library_says_how_much_there_is_to_review(workspace: Workspace, keep: Keep) -> None:
    keep(3)
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "3 to review (R)" in painted(pilot)
        await press(pilot, "R", "space", "4", "q")
        assert "2 to review (R)" in painted(pilot)
