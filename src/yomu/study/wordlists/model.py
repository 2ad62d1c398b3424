"""What a list of words is made of, before any word of it is looked at as Japanese."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yomu.errors import YomuError
from yomu.model import Status

JAPANESE = re.compile("[ぁ-ゖァ-ヺ㐀-䶿一-鿿々〆豈-﫿\U00020000-\U0003ffff]")
KANJI = re.compile("[㐀-䶿一-鿿々〆豈-﫿\U00020000-\U0003ffff]")
KANA_ONLY = re.compile("[ぁ-ゖァ-ヺー・]+")

_STATUSES = {
    "new": Status.NEW,
    "learning": Status.LEARNING_1,
    "known": Status.KNOWN,
    "well-known": Status.WELL_KNOWN,
    "ignored": Status.IGNORED,
    "ignore": Status.IGNORED,
    # LWT and Lute count 1 to 5, and write 98 and 99.
    "98": Status.IGNORED,
    "99": Status.WELL_KNOWN,
    **{str(step): Status(step) for step in range(6)},
    **{f"learning-{step}": Status(step) for step in range(1, 5)},
}
STATUS_NAMES = ("new", "1", "2", "3", "4", "known", "well-known", "ignored")
"""What a person writes, in the order of `Status`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word as a list has it: perhaps inflected, `reading` in hiragana or empty.

    `line` is the line, or the number of the note; `status` what the list itself says of it.
    """

    line: int
    word: str
    reading: str = ""
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A line that gave no word, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class WordList:
    """What a list holds. `blank` counts empty lines, comments and a header.

    `unit` is what `line` counts: lines, notes, or nothing that a person could look up.
    `remarks` are sentences for the person: which field of a deck was taken.
    """

    name: str
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...] = ()
    blank: int = 0
    unit: str = "line"
    remarks: tuple[str, ...] = ()


def parse_status(text: str) -> Status:
    """A status as a person or another program writes it. Raises YomuError for anything else."""
    found = _STATUSES.get(re.sub(r"[\s_]+", "-", text.strip().lower()))
    if found is None:
        raise YomuError(f"“{text}” is no status.", f"Write one of {', '.join(STATUS_NAMES)}.")
    return found


def status_name(status: Status) -> str:
    """The name that `parse_status` takes; learning has its step."""
    return f"learning-{int(status)}" if status.is_learning else STATUS_NAMES[status]
