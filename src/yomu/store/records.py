"""The rows that the store hands out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader stopped: a code-point offset in a paragraph.

    `snippet` is the text from there on, so that the place can be found again after an edit.
    """

    paragraph: int
    offset: int
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class SeenText:
    """A text that was opened before. `read_characters` counts paragraphs dwelt on or marked as read."""

    id: str
    origin: str
    slug: str
    title: str
    path: str
    characters: int
    paragraphs: int
    read_characters: int
    opened_at: str
