"""A learner who answers as memory does remembers about as much as was wanted."""

from __future__ import annotations

import importlib.util
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from yomu.store.database import Store
from yomu.study.scheduling import Scheduling

SCRIPT = Path(__file__).parents[2] / "scripts" / "simulate_reviews.py"


@pytest.fixture(scope="module")
def simulation() -> ModuleType:
    import sys

    spec = importlib.util.spec_from_file_location("simulate_reviews", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("wanted", [0.85, 0.92])
def test_the_share_remembered_is_the_share_wanted(
    wanted: float, simulation: ModuleType, tmp_path: Path
) -> None:
    with closing(Store.open(tmp_path / "yomu.db", now=lambda: simulation.START)) as store:
        outcome = simulation.simulate(
            store, Scheduling(retention=wanted), days=150, new_per_day=4, seed=7
        )
    assert outcome.replayed_alike
    assert outcome.reviews > 1_000
    assert abs(outcome.retention - wanted) < 0.04
