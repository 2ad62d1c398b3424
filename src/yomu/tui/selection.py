"""What is selected with the mouse: from one place of the text to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from yomu.model import Paragraph
from yomu.terminal import safe

Spot = tuple[int, int]
"""Paragraph and offset."""


class Selection(NamedTuple):
    """Half-open, in the order of the text."""

    first: Spot
    last: Spot

    @classmethod
    def between(cls, one: Spot, other: Spot) -> Selection:
        """From one character to another, whichever comes first, both taken in."""
        first, (paragraph, offset) = sorted((one, other))
        return cls(first, (paragraph, offset + 1))

    def span_in(self, paragraph: Paragraph) -> tuple[int, int] | None:
        """The part of a paragraph that is selected; None if none of it is."""
        (first, start), (last, end) = self
        if not first <= paragraph.index <= last:
            return None
        return (
            start if paragraph.index == first else 0,
            end if paragraph.index == last else len(paragraph.text),
        )

    def text(self, paragraphs: Sequence[Paragraph]) -> str:
        """The source text, paragraphs parted by newlines."""
        parts = []
        for paragraph in paragraphs[self.first[0] : self.last[0] + 1]:
            span = self.span_in(paragraph)
            if span:
                parts.append(safe(paragraph.text[slice(*span)]))
        return "\n".join(parts)
