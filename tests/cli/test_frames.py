"""The first screen kept for the next time: shown only while it is still right."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.cli.frames import FrameCache
from yomu.model import Status
from yomu.paths import Places
from yomu.store.database import Store
from yomu.store.knowledge import Item


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "data", tmp_path / "config", tmp_path / "cache", tmp_path / "state")


@pytest.fixture
def store(places: Places) -> Store:
    return Store.open(places.database, now=lambda: datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text("支援は続く。", "utf-8")
    return path


def cache(places: Places, text: Path) -> FrameCache:
    return FrameCache(places, text, 80, 24, {})


def test_a_frame_without_fading_furigana_outlives_a_change_of_status(
    places: Places, store: Store, text: Path
) -> None:
    cache(places, text).save("frame", fades=False)
    store.knowledge.set({Item("支援", "しえん"): Status.KNOWN}, "key")
    assert cache(places, text).load() == "frame"


def test_a_frame_with_fading_furigana_does_not(places: Places, store: Store, text: Path) -> None:
    cache(places, text).save("frame", fades=True)
    assert cache(places, text).load() == "frame"
    store.knowledge.set({Item("支援", "しえん"): Status.KNOWN}, "key")
    assert cache(places, text).load() is None


def test_a_frame_does_not_outlive_a_pin(places: Places, store: Store, text: Path) -> None:
    cache(places, text).save("frame", fades=False)
    store.choose_furigana("支援", "しえん", "hide")
    assert cache(places, text).load() is None
