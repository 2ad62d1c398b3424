"""How fast a person reads, from when paragraphs were noted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from yomu.study.pace import measured_pace, minutes

Dwelt = tuple[str, int, int, str]


def read(*gaps_s: float, characters: int = 200, text: str = "a") -> list[Dwelt]:
    """Paragraphs of a text in order, so many seconds apart."""
    at = datetime(2026, 3, 1, tzinfo=UTC)
    events: list[Dwelt] = [(text, 0, characters, at.isoformat())]
    for number, gap in enumerate(gaps_s, 1):
        at += timedelta(seconds=gap)
        events.append((text, number, characters, at.isoformat()))
    return events


def test_two_hundred_characters_a_half_minute_are_four_hundred_a_minute() -> None:
    assert measured_pace(read(*[30.0] * 12)) == 400


def test_little_reading_says_nothing() -> None:
    assert measured_pace(read(30.0, 30.0)) is None
    assert measured_pace([]) is None


def test_pauses_leafing_and_other_texts_do_not_count() -> None:
    steady = [30.0] * 12
    assert measured_pace(read(*steady, 5000.0, *steady, 0.1, *steady)) == 400
    assert measured_pace([*read(*steady), *read(text="b"), *read(*steady)]) == 400


def test_a_clock_that_jumps_back_does_not_count() -> None:
    assert measured_pace(read(*[30.0] * 12, -500.0, *[30.0] * 3)) == 400


def test_minutes_are_rounded_up() -> None:
    assert minutes(0, 250) == 1
    assert minutes(250, 250) == 1
    assert minutes(251, 250) == 2
