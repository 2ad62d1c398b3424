"""How fast a person reads, and how long a text will take."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from math import ceil

USUAL_PACE = 250
"""Characters a minute, until a person's own is known: half of what a native reader does."""

_ENOUGH_CHARACTERS = 2_000
_LONGEST_S = 600.0
"""A longer gap is a pause, or a look at something else."""
_SLOWEST, _FASTEST = 30, 1_500


def measured_pace(dwelt: Iterable[tuple[str, int, int, str]]) -> int | None:
    """Characters a minute, from paragraphs dwelt on (text, paragraph, characters, at); None if too few.

    A paragraph is noted once the eyes can have gone over it, so from one note to that of the
    paragraph below lies about the time for one paragraph.
    """
    characters, seconds = 0, 0.0
    for (text, paragraph, length, at), (next_text, following, _, next_at) in pairwise(dwelt):
        gap = (datetime.fromisoformat(next_at) - datetime.fromisoformat(at)).total_seconds()
        in_order = text == next_text and 0 < following - paragraph <= 2
        if not in_order or not 0 < gap <= _LONGEST_S:
            continue
        if _SLOWEST <= length / gap * 60 <= _FASTEST:
            characters += length
            seconds += gap
    return round(characters / seconds * 60) if characters >= _ENOUGH_CHARACTERS else None


def minutes(characters: int, pace: int) -> int:
    """How long a text takes, in whole minutes, at least one."""
    return max(1, ceil(characters / pace))


def duration(whole_minutes: int) -> str:
    hours, left = divmod(whole_minutes, 60)
    return f"{hours} h {left:02}" if hours else f"{left} min"
