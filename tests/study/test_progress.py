"""What an answer says about a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Face, Status
from yomu.store.reviews import AGAIN, GOOD, LEARNING, REVIEW, Schedule
from yomu.study.days import Moment
from yomu.study.progress import (
    FORGOTTEN_BELOW,
    is_leech,
    stabilities_until,
    status_after,
    status_by,
)
from yomu.study.scheduling import Scheduling


def memory(stability: float, face: Face = Face.READING, state: int = REVIEW) -> Schedule:
    return Schedule("c", face, state, None, stability, 5.0, None, 9, 1, 1, 1, 1, 3, 0)


@pytest.mark.parametrize(
    ("stability", "status"),
    [
        (1.9, Status.LEARNING_1),
        (2, Status.LEARNING_2),
        (20.9, Status.LEARNING_3),
        (21, Status.LEARNING_4),
        (45, Status.KNOWN),
        (180, Status.WELL_KNOWN),
    ],
)
def test_status_follows_stability(stability: float, status: Status) -> None:
    assert status_by([memory(stability)]) is status


def test_steps_count_as_learning_whatever_the_stability() -> None:
    assert status_by([memory(300, state=LEARNING)]) is Status.LEARNING_1


def test_weaker_of_recognition_and_reading_counts_and_production_does_not() -> None:
    strong, weak = memory(200, Face.RECOGNITION), memory(3, Face.READING)
    assert status_after(Status.NEW, "", GOOD, strong, [weak]) is Status.LEARNING_2
    production = memory(1, Face.PRODUCTION)
    assert status_after(Status.NEW, "", GOOD, production, [strong]) is Status.WELL_KNOWN
    assert status_after(Status.NEW, "", GOOD, production, []) is Status.LEARNING_1


STATUSES = st.sampled_from(Status)
CAUSES = st.sampled_from(["", "key", "rest", "import:jlpt n5", "review"])
FACES = st.sampled_from(Face)


@given(STATUSES, CAUSES, st.integers(1, 4), st.floats(0.01, 900), FACES)
def test_right_answers_never_lower_and_wrong_ones_never_raise(
    before: Status, cause: str, rating: int, stability: float, face: Face
) -> None:
    after = status_after(before, cause, rating, memory(stability, face), [])
    if before is Status.IGNORED:
        assert after is before
    elif rating == AGAIN:
        assert after <= max(before, Status.LEARNING_1)
    else:
        assert after >= before
    by_person = cause.startswith(("key", "rest", "import"))
    knowing = face in (Face.RECOGNITION, Face.READING)
    if by_person and before.is_known and not (rating == AGAIN and knowing):
        assert after is before


@pytest.mark.parametrize(
    ("limit", "leeches"), [(8, [8, 12, 16]), (2, [2, 3, 4, 5, 6]), (3, [3, 4, 5, 6])]
)
def test_leech_is_told_at_the_limit_and_at_each_half_after(limit: int, leeches: list[int]) -> None:
    found = [lapses for lapses in range(1, 17) if is_leech(lapses, limit)]
    assert found[: len(leeches)] == leeches


@pytest.mark.parametrize("retention", [0.7, 0.9, 0.97])
def test_nothing_is_forgotten_for_being_due(retention: float) -> None:
    scheduling = Scheduling(retention=retention)
    far = stabilities_until(FORGOTTEN_BELOW, scheduling.decay)
    for stability in (3.0, 40.0, 400.0):
        schedule = memory(stability)
        day = 1 + round(stability * far)
        assert scheduling.retrievability(schedule, day) == pytest.approx(0.7, abs=0.01)
    new = scheduling.review("c", Face.READING, None, 4, Moment(0, 1, 0))
    assert new.interval <= far * new.stability + 1
