"""A ruby group: kanji and the reading above them, placed as one.

    group ruby, padded 1:2:1      jukugo ruby, each kanji under its own kana
      ゆくえ                        だいとうりょう
      行 方                          大  統   領

The reading is rigid: once it is made, its letters keep their distances, and the line only
decides where it starts. The base is not: the line gives it an extent, and it spreads in it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import final

from yomu.model import Ruby, WidthProfile
from yomu.typeset.glyph import GLYPHS, Glyph
from yomu.typeset.width import cluster_end, cluster_spans, is_boundary


@final
class Group:
    """Kanji with ruby over them, as one box of a line.

    `width` is that of the base unspread, `ruby_width` that of the reading, both in cells.
    `base` has `(start, end, glyph)` in source offsets, `reading` `(x, width, text)` relative to
    the start of the reading. `columns` has, for jukugo ruby, `(x, width)` of the kana of each
    glyph of the base.
    """

    __slots__ = ("base", "columns", "first", "last", "reading", "ruby_width", "width")

    def __init__(
        self,
        base: list[tuple[int, int, Glyph]],
        reading: list[tuple[int, int, str]],
        ruby_width: int,
        columns: list[tuple[int, int]] | None,
    ) -> None:
        self.base = base
        self.reading = reading
        self.ruby_width = ruby_width
        self.columns = columns
        self.width = sum(glyph.width for _, _, glyph in base)
        self.first = base[0][2].klass
        self.last = base[-1][2].klass

    def spread(self, extent: int, ruby_offset: int) -> list[int]:
        """Where each glyph of the base starts in `extent` cells; `extent >= width`.

        `ruby_offset` is the start of the reading relative to the base's.
        """
        widths = [glyph.width for _, _, glyph in self.base]
        if extent <= self.width:
            return spread_evenly(widths, 0)
        # As far as the extent allows, the base stays under its own reading.
        low = max(0, ruby_offset)
        high = min(extent, ruby_offset + self.ruby_width)
        if high - low < self.width:
            middle = ruby_offset + (self.ruby_width - self.width) // 2
            low = min(max(middle, 0), extent - self.width)
            high = low + self.width
        if self.columns is None:
            return [low + start for start in spread_evenly(widths, high - low - self.width)]
        starts = []
        for width, (x, column) in zip(widths, self.columns, strict=True):
            start = max(low, ruby_offset + x + (column - width) // 2)
            starts.append(start)
            low = start + width
        for index in range(len(starts) - 1, -1, -1):
            starts[index] = min(starts[index], high - widths[index])
            high = starts[index]
        return starts


def spread_evenly(widths: list[int], slack: int) -> list[int]:
    """Starts of boxes that share `slack` cells 1:2:1 (JLREQ 3.3.6: half a share at both ends)."""
    starts = []
    x = 0
    shares = 2 * len(widths)
    for index, width in enumerate(widths):
        starts.append(x + (2 * index + 1) * slack // shares)
        x += width
    return starts


def make_group(
    text: str, ruby: Ruby, end: int, profile: WidthProfile, measure: int
) -> list[tuple[int, int, Group | Glyph]]:
    """The boxes `(start, end, what)` of a ruby, where `end` closes the last cluster of its span.

    Normally one group. Where that is wider than `measure`, one for each kanji by the parts of
    the reading; what is still wider goes without.
    """
    glyphs = GLYPHS[profile]
    base = [(s, e, glyphs[text[s:e]]) for s, e in cluster_spans(text, ruby.start, end)]
    parts = _parts_by_cluster(ruby, base)
    group = _build(base, ruby.reading, parts, profile)
    if group is None:
        return list(base)
    if max(group.width, group.ruby_width) <= measure:
        return [(ruby.start, end, group)]
    if parts is None or len(base) == 1:
        return list(base)
    boxes: list[tuple[int, int, Group | Glyph]] = []
    for item, part in zip(base, parts, strict=True):
        single = _build([item], part, None, profile)
        if single is not None and max(single.width, single.ruby_width) <= measure:
            boxes.append((item[0], item[1], single))
        else:
            boxes.append(item)
    return boxes


def _parts_by_cluster(ruby: Ruby, base: list[tuple[int, int, Glyph]]) -> list[str] | None:
    """The reading of each cluster, if the group has a split that agrees with its reading."""
    parts = ruby.parts
    if parts is None or len(parts) != ruby.end - ruby.start or "".join(parts) != ruby.reading:
        return None
    first = ruby.start
    return ["".join(parts[start - first : end - first]) for start, end, _ in base]


def _build(
    base: list[tuple[int, int, Glyph]],
    reading: str,
    parts: list[str] | None,
    profile: WidthProfile,
) -> Group | None:
    """A group, or None where either line of it would show nothing."""
    shown, ruby_width = _measure(reading, profile)
    width = sum(glyph.width for _, _, glyph in base)
    if not ruby_width or not width:
        return None
    if ruby_width >= width:
        columns = _columns(parts, profile) if parts is not None else None
        return Group(base, [(0, ruby_width, shown)], ruby_width, columns)
    # Fewer kana than the base is wide: they spread over it, and the outer blanks are no ruby.
    kana = _glyphs_of(reading, profile)
    starts = spread_evenly([glyph.width for glyph in kana], width - ruby_width)
    left = starts[0]
    placed = [
        (start - left, glyph.width, glyph.text) for start, glyph in zip(starts, kana, strict=True)
    ]
    return Group(base, placed, placed[-1][0] + placed[-1][1], None)


def _columns(parts: list[str], profile: WidthProfile) -> list[tuple[int, int]]:
    columns = []
    x = 0
    for part in parts:
        _, width = _measure(part, profile)
        columns.append((x, width))
        x += width
    return columns


@lru_cache(maxsize=4096)
def _measure(reading: str, profile: WidthProfile) -> tuple[str, int]:
    """A reading as it is drawn, and its width; the same few kana come back all the time."""
    kana = _glyphs_of(reading, profile)
    return "".join(glyph.text for glyph in kana), sum(glyph.width for glyph in kana)


def _glyphs_of(reading: str, profile: WidthProfile) -> list[Glyph]:
    glyphs = GLYPHS[profile]
    found = [glyphs[reading[s:e]] for s, e in cluster_spans(reading)]
    return [glyph for glyph in found if glyph.width]


def group_end(text: str, ruby: Ruby) -> int:
    """`ruby.end`, moved past what combines with the last character of the span."""
    if is_boundary(text, ruby.end):
        return ruby.end
    return max(ruby.end, cluster_end(text, ruby.end - 1))
