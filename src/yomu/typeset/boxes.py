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
Chosen = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Insert:
    """Text that is drawn after `text[at - 1]` without being source text: a footnote number.

    It stays with what precedes it and never starts a line.
    """

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How readings are to be shown: the mode, what is chosen, and the room a group may take."""

    mode: RubyMode
    profile: WidthProfile
    measure: int
    chosen: Chosen | None

    def shows(self, ruby: Ruby) -> bool:
        if self.mode is RubyMode.NONE:
            return False
        if self.mode is RubyMode.CHOSEN:
            return self.chosen is not None and self.chosen(ruby.start, ruby.end)
        return True


def iter_boxes(
    text: str,
    rubies: Sequence[Ruby],
    inserts: Sequence[Insert],
    reading: Reading,
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

    footnotes = _Footnotes(inserts, start, reading.profile)
    if start == 0:
        yield from footnotes.up_to(0)
    for at, end, what in _iter_spans(text, rubies, reading, start):
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
            for box in _inline(text, what, end, reading.profile):
                _, _, glyph, floor = box
                assert type(glyph) is Glyph
                yield box[0], box[1], glyph, max(floor, bond_to(glyph.klass, at))
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
    text: str, rubies: Sequence[Ruby], reading: Reading, start: int
) -> Iterator[tuple[int, int, Glyph | Group | Ruby]]:
    """Glyphs, groups, and for inline readings the ruby itself, without gap."""
    glyphs = GLYPHS[reading.profile]
    position = start
    first = bisect_right(rubies, start, key=lambda ruby: ruby.end) if start else 0
    for index in range(first, len(rubies) if reading.mode is not RubyMode.NONE else 0):
        ruby = rubies[index]
        if not _usable(text, ruby) or not reading.shows(ruby):
            continue
        resumes_inside = ruby.start < position == start
        if ruby.start >= position:
            for at, end in cluster_spans(text, position, ruby.start):
                yield at, end, glyphs[text[at:end]]
                position = end
        if position > ruby.start and not resumes_inside:
            continue
        end = group_end(text, ruby)
        if reading.mode is RubyMode.INLINE:
            if resumes_inside:
                continue
            yield ruby.start, end, ruby
        else:
            for what in make_group(text, ruby, end, reading.profile, reading.measure):
                if type(what) is Group:
                    if what.base[0][0] >= position:
                        yield what.base[0][0], what.base[-1][1], what
                    else:
                        yield from (item for item in what.base if item[0] >= position)
                elif what[0] >= position:
                    yield what
        position = end
    for at, end in cluster_spans(text, position):
        yield at, end, glyphs[text[at:end]]


def _usable(text: str, ruby: Ruby) -> bool:
    return 0 <= ruby.start < ruby.end <= len(text) and bool(ruby.reading)


def _inline(text: str, ruby: Ruby, end: int, profile: WidthProfile) -> Iterator[Box]:
    """支援(しえん), held together; the bond given is the weakest allowed."""
    glyphs, inserted = GLYPHS[profile], INSERTED[profile]
    floor = FREE
    for first, last in cluster_spans(text, ruby.start, end):
        yield first, last, glyphs[text[first:last]], floor
        floor = WORD
    shown = f"({ruby.reading})"
    for first, last in cluster_spans(shown):
        yield ruby.start, end, inserted[shown[first:last]], WORD
