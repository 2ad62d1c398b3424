"""When garbage is collected."""

from __future__ import annotations

import asyncio
import gc

import pytest

from yomu.tui import tidying
from yomu.tui.tidying import Tidying


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The generations collected, where there is always something to collect."""
    generations: list[int] = []

    def collect(generation: int = 2) -> int:
        generations.append(generation)
        return 0

    monkeypatch.setattr(gc, "collect", collect)
    monkeypatch.setattr(gc, "get_count", lambda: (tidying.WORTH_IT + 1, 0, 0))
    monkeypatch.setattr(tidying, "PAUSE_S", 0.0)
    return generations


async def test_young_objects_are_collected_after_a_key_and_not_with_it(
    collected: list[int],
) -> None:
    Tidying().input_came()
    assert collected == []
    while not collected:
        await asyncio.sleep(0)
    assert collected == [0]


async def test_after_a_rest_everything_is_collected_once(
    collected: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "REST_S", 0.0)
    Tidying().input_came()
    for _ in range(20):
        await asyncio.sleep(0)
    assert sorted(collected) == [0, 2]
