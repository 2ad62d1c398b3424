"""What comes out of typesetting: rows of placed pieces, and the arithmetic of pointing at them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yomu.model import WidthProfile
from yomu.typeset.width import cluster_spans, cluster_width


class Piece(NamedTuple):
    """Text at `x`, `width` cells wide, drawn for the source span `start:end`.

    A piece of a base line holds characters of one token only, in source order, one code point
    of `text` for one of the source: `text[i]` is source code point `start + i` (what is not
    drawn at all can only follow the last one). `inserted` text is not source text: a footnote
    number has an empty span, an inline reading the span of the word it belongs to.
    """

    x: int
    width: int
    text: str
    start: int
    end: int
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a paragraph, `start:end` in source offsets; rows follow each other without gap.

    `base` and `ruby` hold their pieces in order of `x`, without overlap; cells in between are
    blank. `ruby` is empty where no reading is drawn above this row.
    """

    start: int
    end: int
    base: tuple[Piece, ...]
    ruby: tuple[Piece, ...] = ()
    profile: WidthProfile = "narrow"

    @property
    def width(self) -> int:
        """Cells up to the last one drawn, of both lines."""
        return max(
            (line[-1].x + line[-1].width for line in (self.base, self.ruby) if line), default=0
        )

    @property
    def height(self) -> int:
        """Screen lines: 2 with ruby, 1 without."""
        return 2 if self.ruby else 1

    def hit(self, x: int) -> int | None:
        """The source offset of the character that covers cell `x` of the base line.

        Both halves of a wide character give the same offset, an inline reading that of its
        word; padding, footnote numbers and what lies outside give None.
        """
        piece = _piece_at(self.base, x)
        if piece is None or piece.start == piece.end:
            return None
        if piece.inserted:
            return piece.start
        if piece.width == 2 * len(piece.text):  # then each code point is a wide character
            return piece.start + (x - piece.x) // 2
        edge = piece.x
        for first, last in cluster_spans(piece.text):
            edge += cluster_width(piece.text[first:last], self.profile)
            if x < edge:
                return piece.start + first
        return piece.start

    def hit_ruby(self, x: int) -> int | None:
        """The source offset of the group whose reading covers cell `x` of the ruby line."""
        piece = _piece_at(self.ruby, x)
        return None if piece is None else piece.start

    def cells(self, start: int, end: int) -> list[tuple[int, int]]:
        """The half-open cell ranges on the base line that show source text in `start:end`.

        Neighbours are joined; padding inside a word is not part of any range.
        """
        found: list[tuple[int, int]] = []
        for whole in self.base:
            if whole.inserted or whole.end <= start or whole.start >= end:
                continue
            inside = start <= whole.start and whole.end <= end
            for piece in (whole,) if inside else _cut(whole, (start, end), self.profile):
                if piece.end <= start or piece.start >= end:
                    continue
                if found and found[-1][1] == piece.x:
                    found[-1] = (found[-1][0], piece.x + piece.width)
                else:
                    found.append((piece.x, piece.x + piece.width))
        return found

    def extent(self, start: int, end: int) -> tuple[int, int] | None:
        """From the first to the last cell of source span `start:end`, padding within included."""
        cells = self.cells(start, end)
        return (cells[0][0], cells[-1][1]) if cells else None

    def ruby_cells(self, start: int, end: int) -> list[tuple[int, int]]:
        """The cell ranges on the ruby line of the groups that touch source span `start:end`."""
        return [
            (piece.x, piece.x + piece.width)
            for piece in self.ruby
            if piece.start < end and piece.end > start
        ]

    def runs(self, boundaries: Collection[int]) -> Iterator[Piece]:
        """The pieces of the base line, cut also at these source offsets.

        Cut them at the ends of terms, selection and search hits, and each run has one style.
        """
        cuts = {at for at in boundaries if self.start < at < self.end}
        if not cuts:
            yield from self.base
            return
        for piece in self.base:
            if piece.inserted or cuts.isdisjoint(range(piece.start + 1, piece.end)):
                yield piece
            else:
                yield from _cut(piece, cuts, self.profile)

    def base_text(self, width_cells: int) -> str:
        """The base line, padded with spaces to `width_cells`."""
        return _padded(self.base, width_cells)

    def ruby_text(self, width_cells: int) -> str:
        """The ruby line, padded with spaces to `width_cells`."""
        return _padded(self.ruby, width_cells)


def row_of(rows: Sequence[Row], offset: int) -> int:
    """The index of the row that shows source `offset` (the last row, for one past the end).

    To keep a reader's place when ruby is toggled or the window resized, remember the `start` of
    the top row and scroll to its row in the new layout.
    """
    return max(0, bisect_right(rows, offset, key=lambda row: row.start) - 1)


def _piece_at(line: tuple[Piece, ...], x: int) -> Piece | None:
    index = bisect_right(line, x, key=lambda piece: piece.x) - 1
    if index < 0:
        return None
    piece = line[index]
    return piece if x < piece.x + piece.width else None


def _cut(piece: Piece, boundaries: Collection[int], profile: WidthProfile) -> Iterator[Piece]:
    x, start, text_from = piece.x, piece.start, 0
    edge = x
    for first, last in cluster_spans(piece.text):
        offset = piece.start + first
        if offset > start and offset in boundaries:
            yield Piece(x, edge - x, piece.text[text_from:first], start, offset)
            x, start, text_from = edge, offset, first
        edge += cluster_width(piece.text[first:last], profile)
    yield Piece(x, edge - x, piece.text[text_from:], start, piece.end)


def _padded(line: tuple[Piece, ...], width_cells: int) -> str:
    out: list[str] = []
    x = 0
    for piece in line:
        out.append(" " * (piece.x - x) + piece.text)
        x = piece.x + piece.width
    return "".join(out) + " " * (width_cells - x)
