"""Paragraphs as plain lines of text, for pipes, files and screen readers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from yomu.model import Ruby, RubyMode, WidthProfile
from yomu.typeset.boxes import Insert, RubyStyle, iter_boxes
from yomu.typeset.glyph import Glyph
from yomu.typeset.rows import Row


def plain_lines(rows: Iterable[Row]) -> list[str]:
    """The rows as text: a ruby line above the base line where there is one, no trailing blanks."""
    lines = []
    for row in rows:
        if row.ruby:
            lines.append(row.ruby_text(0).rstrip())
        lines.append(row.base_text(0).rstrip())
    return lines


def inline_text(
    text: str,
    rubies: Sequence[Ruby],
    *,
    inserts: Sequence[Insert] = (),
    profile: WidthProfile = "narrow",
) -> str:
    """A paragraph on one line, readings after their words: 支援(しえん)する."""
    style = RubyStyle(RubyMode.INLINE, profile, 0, lambda start, end: True)
    glyphs = (what for _, _, what, _ in iter_boxes(text, rubies, inserts, style))
    return "".join(glyph.text for glyph in glyphs if type(glyph) is Glyph)
