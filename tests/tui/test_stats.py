"""The screen of statistics: pages, periods, and what it says while there is nothing."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from yomu.model import Face, Status
from yomu.store.cards import Card, CardKind
from yomu.store.database import Store
from yomu.store.knowledge import Item
from yomu.store.reviews import GOOD, Answer, Review, Schedule
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling
from yomu.tui.app import YomuApp
from yomu.tui.screens.library import LibraryScreen
from yomu.tui.screens.stats import StatisticsScreen
from yomu.workspace import Workspace

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def painted(pilot: Pilot[None]) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def figures(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#figures", Static).content)


async def loaded(pilot: Pilot[None]) -> None:
    for _ in range(200):
        await pilot.pause(0.02)
        if not any(worker.is_running for worker in pilot.app.workers):
            break
    await pilot.pause()


async def opened(pilot: Pilot[None]) -> StatisticsScreen:
    await loaded(pilot)
    await pilot.press("S")
    await loaded(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, StatisticsScreen)
    return screen


@pytest.fixture
def record(workspace: Workspace) -> Path:
    """Sixty days, each with one paragraph, one new card and one known word."""
    clock = [NOW - timedelta(days=59)]
    store = Store.open(workspace.places.database, now=lambda: clock[0])
    scheduling = Scheduling()
    number = store.reviews.scheduler_id(scheduling.to_json())
    text = store.register(
        origin="stdin",
        slug="t",
        title="題",
        path="",
        content_hash="x",
        characters=9000,
        paragraphs=60,
    )
    for index in range(60):
        store.note_paragraph(text, index, "read", characters=100 + index)
        store.knowledge.set({Item(f"語{index}", ""): Status.KNOWN}, "key")
        card = Card(f"card{index}", CardKind.WORD, "集団的自衛権")
        store.cards.keep(card)
        when = moment(clock[0], 4)

        def made(before: Schedule | None, name: str = card.id) -> Answer:
            after = scheduling.review(name, Face.RECOGNITION, before, GOOD, when)  # noqa: B023
            review = Review(name, Face.RECOGNITION, GOOD, when.at, when.day, 0, 1000, number)  # noqa: B023
            return Answer(review, after)

        store.reviews.record(card.id, Face.RECOGNITION, made)
        clock[0] += timedelta(days=1)
    store.close()
    return workspace.places.database


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
async def test_every_page_fits_its_width_at_every_period(
    workspace: Workspace, record: Path, size: tuple[int, int]
) -> None:
    async with YomuApp(workspace).run_test(size=size) as pilot:
        screen = await opened(pilot)
        for key in "123456":
            await pilot.press(key)
            for _ in range(5):
                await pilot.press("p")
                widest = screen.query_one("#figures").region.width
                assert widest <= screen.query_one("#statistics").region.width - 2
                assert "yomu" not in figures(pilot), "not the words for an empty record"


async def test_period_and_page_change_what_is_counted(workspace: Workspace, record: Path) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "60 days in a row" in figures(pilot)
        assert "30 of 30 days" in figures(pilot)
        await pilot.press("P")
        assert screen.period == 7
        assert "7 of 7 days" in figures(pilot)
        await pilot.press("l")
        assert "by day" in figures(pilot)
        await pilot.press("h", "h")
        assert "Reviews due: 0 today" in figures(pilot) or "No review is due" in figures(pilot)
        heads = painted(pilot)[0]
        assert "[6 Cards]" in heads, "the page is shown by more than its colour"


async def test_a_day_of_the_calendar_is_told_in_numbers(workspace: Workspace, record: Path) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("comma")
        assert "1 answer, 159 characters in 1 text" in painted(pilot)[-2]
        await pilot.press("less_than_sign")
        assert "152 characters" in painted(pilot)[-2]
        await pilot.press("full_stop", "full_stop")
        assert "154 characters" in painted(pilot)[-2]
        await pilot.press(*["greater_than_sign"] * 9)
        assert "159 characters" in painted(pilot)[-2], "no day after today"


async def test_nothing_on_record_tells_what_will_be_seen(workspace: Workspace) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "Here you will see" in figures(pilot)
        await pilot.press("3", "p", "comma", "5", "r")
        await loaded(pilot)
        assert "Here you will see" in figures(pilot)
        await pilot.press("q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_record_that_cannot_be_read_is_said_and_r_tries_again(
    workspace: Workspace, record: Path
) -> None:
    async with YomuApp(workspace).run_test(size=(80, 24)) as pilot:
        await loaded(pilot)
        broken = sqlite3.connect(record)
        broken.execute("ALTER TABLE paragraph_events RENAME TO elsewhere")
        screen = await opened(pilot)
        assert "cannot be read" in figures(pilot)
        assert screen.found is None
        broken.execute("ALTER TABLE elsewhere RENAME TO paragraph_events")
        broken.close()
        await pilot.press("r")
        await loaded(pilot)
        assert "60 days in a row" in figures(pilot)
