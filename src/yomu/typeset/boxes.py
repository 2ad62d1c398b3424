"""From a paragraph to the stream of boxes that lines are filled with.

A box is `(start, end, what, bond)`: a glyph or a ruby group, the source span it stands for, and
the bond between it and the box before it. The stream is lazy: it reads no further than lines ask.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from yomu.model import Ruby, RubyMode, WidthProfile
from yomu.typeset.glyph import GLYPHS, INSERTED, Glyph
from yomu.typeset.group import Group, group_end, make_group
from yomu.typeset.kinsoku import BOND, FREE, GAP, GLUE, OPEN, PHRASE, PREFIX, SPACE, STUCK, WORD
from yomu.typeset.width import cluster_spans

Box = tuple[int, int, Glyph | Group, int]


@dataclass(frozen=True, slots=True)
class Insert:
    """Text that is drawn after `text[at - 1]` without being source text: a footnote number.

    It stays with what precedes it and never starts a line.
    """

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class RubyStyle:
    """Which readings are drawn and how, and the cells that a group may take at most."""

    mode: RubyMode
    profile: WidthProfile
    measure: int
    chosen: Callable[[int, int], bool]

    def shows(self, ruby: Ruby) -> bool:
        every = self.mode not in (RubyMode.CHOSEN, RubyMode.UNKNOWN)
        return every or self.chosen(ruby.start, ruby.end)


def iter_boxes(
    text: str,
    rubies: Sequence[Ruby],
    inserts: Sequence[Insert],
    style: RubyStyle,
    *,
    start: int = 0,
    phrase_starts: Iterator[int] | None = None,
) -> Iterator[Box]:
    """The boxes of `text[start:]`.

    `rubies` and `inserts` are in text order; a ruby that overlaps the one before it, or splits
    a character, is left out. Between `phrase_starts` a break is only second best.
    """
    before = GLUE
    phrase_start: float = -1

    def bond_to(after: int, offset: int) -> int:
        nonlocal phrase_start
        bond = BOND[before][after]
        if bond != FREE or phrase_starts is None:
            return bond
        while phrase_start < offset:
            phrase_start = next(phrase_starts, inf)
        return FREE if phrase_start == offset else PHRASE

    footnotes = _Footnotes(inserts, start, style.profile)
    if start == 0:
        yield from footnotes.up_to(0)
    for at, end, what in _iter_spans(text, rubies, style, start):
        if type(what) is Group:
            yield at, end, what, bond_to(what.first, at)
            before = what.last
        elif type(what) is Glyph:
            klass = what.klass
            yield at, end, what, bond_to(klass, at)
            # 「 and a space after it still may not end a line.
            if klass not in (SPACE, GAP) or before not in (OPEN, PREFIX):
                before = klass
        else:
            for first, last, glyph, floor in _inline(text, what, end, style.profile):
                yield first, last, glyph, max(floor, bond_to(glyph.klass, at))
                before = glyph.klass
        if footnotes.next_at <= end:
            yield from footnotes.up_to(end)


class _Footnotes:
    """The inserts that are still to come."""

    def __init__(self, inserts: Sequence[Insert], start: int, profile: WidthProfile) -> None:
        self._left = [insert for insert in inserts if insert.at > start or start == 0]
        self._left.reverse()
        self._glyphs = INSERTED[profile]
        self.next_at: float = self._left[-1].at if self._left else inf

    def up_to(self, end: int) -> Iterator[Box]:
        while self._left and self._left[-1].at <= end:
            insert = self._left.pop()
            for first, last in cluster_spans(insert.text):
                yield end, end, self._glyphs[insert.text[first:last]], STUCK
        self.next_at = self._left[-1].at if self._left else inf


def _iter_spans(
    text: str, rubies: Sequence[Ruby], style: RubyStyle, start: int
) -> Iterator[tuple[int, int, Glyph | Group | Ruby]]:
    """Glyphs, groups, and for inline readings the ruby itself, without gap."""
    glyphs = GLYPHS[style.profile]
    position = start
    for ruby in _shown(text, rubies, style, start):
        for at, end in cluster_spans(text, position, ruby.start):
            yield at, end, glyphs[text[at:end]]
            position = end
        if position > ruby.start and position > start:
            continue  # it overlaps the ruby before it, or splits a character
        inside = position > ruby.start
        end = group_end(text, ruby)
        if style.mode is not RubyMode.INLINE:
            for box in make_group(text, ruby, end, style.profile, style.measure):
                if not inside or box[0] >= position:
                    yield box
                elif type(box[2]) is Group:
                    yield from (item for item in box[2].base if item[0] >= position)
        elif inside:
            continue
        else:
            yield ruby.start, end, ruby
        position = end
    for at, end in cluster_spans(text, position):
        yield at, end, glyphs[text[at:end]]


def _shown(text: str, rubies: Sequence[Ruby], style: RubyStyle, start: int) -> Iterator[Ruby]:
    """The rubies after `start` that make sense and are to be drawn."""
    if style.mode is RubyMode.NONE:
        return
    first = bisect_right(rubies, start, key=lambda ruby: ruby.end)
    for index in range(first, len(rubies)):
        ruby = rubies[index]
        if 0 <= ruby.start < ruby.end <= len(text) and ruby.reading and style.shows(ruby):
            yield ruby


def _inline(
    text: str, ruby: Ruby, end: int, profile: WidthProfile
) -> Iterator[tuple[int, int, Glyph, int]]:
    """支援(しえん) as glyphs, held together: each with the weakest bond it may have."""
    glyphs, inserted = GLYPHS[profile], INSERTED[profile]
    floor = FREE
    for first, last in cluster_spans(text, ruby.start, end):
        yield first, last, glyphs[text[first:last]], floor
        floor = WORD
    shown = f"({ruby.reading})"
    for first, last in cluster_spans(shown):
        yield ruby.start, end, inserted[shown[first:last]], WORD
