"""Which lines of a text are on the screen: pure arithmetic over blocks that are laid out when needed.

A *block* is one paragraph as drawn: its lines, from the ruby line of its first row to the blank
line after it. The viewport is anchored at (block, line) and never asks how many lines the whole
text has, so a text of a million characters costs what its visible part costs.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from yomu.typeset import Row

KEPT_BLOCKS = 60
"""For each of two widths. A paragraph as drawn takes 50 KB."""


class LineKind(StrEnum):
    RUBY = "ruby"
    BASE = "base"
    TRANSLATION = "translation"
    FOLD = "fold"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen. `row` is None for blank lines and folds; `text` is a fold's label."""

    kind: LineKind
    paragraph: int
    row: Row | None = None
    text: str = ""


Block = tuple[Line, ...]


class Viewport:
    """A window of `height` lines on `count` blocks. `lay_out(index)` gives a block; it may be empty.

    The blocks of two widths are kept: with the pane beside the text, and without it.
    """

    def __init__(self, count: int, lay_out: Callable[[int], Block]) -> None:
        self.count = count
        self.height = 1
        self.block = 0
        self.line = 0
        self._lay_out = lay_out
        self._blocks: OrderedDict[int, Block] = OrderedDict()
        self._other_blocks: OrderedDict[int, Block] = OrderedDict()

    def block_at(self, index: int) -> Block:
        block = self._blocks.get(index)
        if block is None:
            block = self._lay_out(index)
            _keep(self._blocks, index, block)
        return block

    def next_to_lay_out(self, screens_ahead: int, screens_back: int) -> int | None:
        """The nearest block within so many screens that is not laid out; None if all are."""
        lines = -self.line
        for index in range(self.block, self.count):
            block = self._blocks.get(index)
            if block is None:
                return index
            lines += len(block)
            if lines >= (1 + screens_ahead) * self.height:
                break
        lines = 0
        for index in range(self.block - 1, -1, -1):
            block = self._blocks.get(index)
            if block is None:
                return index
            lines += len(block)
            if lines >= screens_back * self.height:
                break
        return None

    def forget(self) -> None:
        """Lay all blocks out anew, for both widths."""
        self._blocks.clear()
        self._other_blocks.clear()

    def change_width(self, *, to_the_other: bool) -> None:
        """Keep these blocks, and turn to those of the other width, or of one that is new."""
        self._blocks, self._other_blocks = self._other_blocks, self._blocks
        if not to_the_other:
            self._blocks.clear()

    def lay_out_other(self, lay_out: Callable[[int], Block]) -> bool:
        """Lay out one block that this screen needs for the other width; False when all of them are."""
        lines = -self.line
        for index in range(self.block, self.count):
            if index not in self._other_blocks:
                _keep(self._other_blocks, index, lay_out(index))
                return True
            lines += len(self._other_blocks[index])
            if lines >= self.height:
                break
        return False

    def forget_other(self) -> None:
        """The other width is to be a new one."""
        self._other_blocks.clear()

    def lines(self) -> list[Line]:
        """The visible lines, at most `height`."""
        lines: list[Line] = []
        block, first = self.block, self.line
        while len(lines) < self.height and block < self.count:
            lines.extend(self.block_at(block)[first:])
            block, first = block + 1, 0
        return lines[: self.height]

    def scroll(self, lines: int) -> None:
        """Move down by `lines` (up if negative), not past either end."""
        if lines > 0:
            self._down(lines)
            self._keep_filled()
        else:
            self._up(-lines)

    def _down(self, lines: int) -> None:
        self.line += lines
        while self.line >= len(self.block_at(self.block)):
            if self.block == self.count - 1:
                self.line = max(0, len(self.block_at(self.block)) - 1)
                return
            self.line -= len(self.block_at(self.block))
            self.block += 1

    def _up(self, lines: int) -> None:
        self.line -= lines
        while self.line < 0:
            if self.block == 0:
                self.line = 0
                return
            self.block -= 1
            self.line += len(self.block_at(self.block))

    def _keep_filled(self) -> None:
        """Where the end of the text is above the bottom of the screen, go back up."""
        missing = self.height - len(self.lines())
        if missing > 0:
            self._up(missing)

    def to_start(self) -> None:
        self.block = self.line = 0

    def to_end(self) -> None:
        self.block = max(0, self.count - 1)
        self.line = max(0, len(self.block_at(self.block)) - 1) if self.count else 0
        if self.count:
            self._keep_filled()

    def place_at_top(self, paragraph: int, offset: int) -> None:
        """Put the row that holds `offset` at the top, with its ruby line."""
        self.block = min(paragraph, self.count - 1)
        first, _ = self._lines_of(self.block, offset)
        self.line = first
        self._keep_filled()

    def top(self) -> tuple[int, int]:
        """(paragraph, offset) of the first row that is at least partly visible."""
        block, line = self.block, self.line
        while block < self.count:
            for candidate in self.block_at(block)[line:]:
                if candidate.row is not None and candidate.kind in (LineKind.RUBY, LineKind.BASE):
                    return block, candidate.row.start
            block, line = block + 1, 0
        return self.block, 0

    def reveal(self, paragraph: int, offset: int, *, margin: int = 0) -> bool:
        """Scroll as little as it takes to show the row that holds `offset` with its ruby; True if it moved."""
        before = (self.block, self.line)
        first, last = self._lines_of(paragraph, offset)
        first_distance = self._distance(paragraph, max(0, first - margin))
        last_distance = self._distance(paragraph, last + margin)
        if first_distance is None:
            self.block, self.line = paragraph, first
            far_below = (paragraph, first) > before
            self._up(self.height * 2 // 3 if far_below else self.height // 3)
            self._keep_filled()
        elif first_distance < 0:
            self._up(-first_distance)
        elif last_distance is not None and last_distance >= self.height:
            self._down(last_distance - self.height + 1)
        return (self.block, self.line) != before

    def _lines_of(self, paragraph: int, offset: int) -> tuple[int, int]:
        """First and last line, within its block, of the row that holds `offset`."""
        first = last = 0
        for number, line in enumerate(self.block_at(paragraph)):
            if line.kind not in (LineKind.RUBY, LineKind.BASE) or line.row is None:
                continue
            if line.row.start > offset:
                break
            if line.kind is LineKind.RUBY:
                first = last = number
            else:
                ruby_above = number and self.block_at(paragraph)[number - 1].row is line.row
                first = number - 1 if ruby_above else number
                last = number
        return first, last

    def _distance(self, paragraph: int, line: int) -> int | None:
        """Lines from the top of the screen down to `line` of a block; None where that is over two screens."""
        if paragraph == self.block:
            return line - self.line
        limit = self.height * 2
        if paragraph > self.block:
            lines = len(self.block_at(self.block)) - self.line
            for block in range(self.block + 1, paragraph):
                if lines > limit:
                    return None
                lines += len(self.block_at(block))
            return lines + line if lines <= limit else None
        lines = -self.line
        for block in range(self.block - 1, paragraph - 1, -1):
            if lines < -limit:
                return None
            lines -= len(self.block_at(block))
        return lines + line if lines >= -limit else None


def _keep(blocks: OrderedDict[int, Block], index: int, block: Block) -> None:
    blocks[index] = block
    if len(blocks) > KEPT_BLOCKS:
        blocks.popitem(last=False)
