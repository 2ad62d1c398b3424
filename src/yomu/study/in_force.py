"""The settings of the scheduler that are in force, and those that ever were."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from yomu.store.database import Store
from yomu.store.reviews import Review, Schedule
from yomu.study.scheduling import Scheduling, replayer


def scheduling_in_force(store: Store, retention: float) -> tuple[Scheduling, int]:
    """The latest parameters with the retention that is wanted now, and their number, 0 until they have one."""
    known = store.reviews.schedulers()
    if not known:
        return Scheduling(retention=retention), 0
    number = max(known)
    latest = Scheduling.from_json(known[number])
    wanted = replace(latest, retention=retention)
    return wanted, number if wanted == latest else 0


def schedulers_of(store: Store) -> dict[int, Scheduling]:
    """All settings that were ever in force, by the number that reviews have them by."""
    return {
        number: Scheduling.from_json(settings)
        for number, settings in store.reviews.schedulers().items()
    }


def replay_of(store: Store) -> Callable[[Sequence[Review]], Schedule | None]:
    """What turns reviews into a schedule, each by the settings it was made with."""
    return replayer(schedulers_of(store))
