"""Typesetting one paragraph: text, tokens and ruby in, rows out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from yomu.model import Ruby, RubyMode, Token, WidthProfile
from yomu.typeset.boxes import Box, Insert, RubyStyle, iter_boxes
from yomu.typeset.bunsetsu import bunsetsu_starts
from yomu.typeset.glyph import Glyph
from yomu.typeset.group import Group
from yomu.typeset.lines import Line, iter_lines
from yomu.typeset.rows import Piece, Row, row_of

LEAST_WIDTH_CELLS = 8
"""Rows are never set narrower: a smaller screen shows the left part of them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is to be set.

    `width_cells` below 8 counts as 8, and indents leave at least 8 cells. `gap_cells` is the
    least distance between two readings. `break_at_bunsetsu` keeps phrases whole where a line
    would stay at least half full.
    """

    width_cells: int
    mode: RubyMode = RubyMode.ALL
    profile: WidthProfile = "narrow"
    gap_cells: int = 1
    first_indent_cells: int = 0
    indent_cells: int = 0
    break_at_bunsetsu: bool = False

    @property
    def measure(self) -> int:
        """The cells that a row may take."""
        return max(self.width_cells, LEAST_WIDTH_CELLS)

    @property
    def indents(self) -> tuple[int, int]:
        """The first row's indent and that of the others, in cells."""
        most = self.measure - LEAST_WIDTH_CELLS
        return (
            min(max(self.first_indent_cells, 0), most),
            min(max(self.indent_cells, 0), most),
        )


Chosen = Container[tuple[int, int]] | Callable[[int, int], bool]


def lay_out(
    text: str,
    rubies: Sequence[Ruby],
    tokens: Sequence[Token],
    setting: Setting,
    *,
    inserts: Sequence[Insert] = (),
    chosen: Chosen = (),
) -> tuple[Row, ...]:
    """All rows of a paragraph; an empty text has none.

    `rubies`, `tokens` and `inserts` are in text order. `chosen` tells which ruby spans are
    drawn in modes `CHOSEN` and `UNKNOWN`: a container of `(start, end)` or a function of start and end.
    """
    return tuple(iter_rows(text, rubies, tokens, setting, inserts=inserts, chosen=chosen))


def iter_rows(
    text: str,
    rubies: Sequence[Ruby],
    tokens: Sequence[Token],
    setting: Setting,
    *,
    inserts: Sequence[Insert] = (),
    chosen: Chosen = (),
    start: int = 0,
) -> Iterator[Row]:
    """The rows of `lay_out`, one by one, each made when it is asked for.

    With `start` it begins there: at the `start` of a row, it goes on exactly as `lay_out` did
    (except inside an inline reading, which it does not repeat); elsewhere, a row begins there.
    """
    first_indent, indent = setting.indents
    style = RubyStyle(
        setting.mode,
        setting.profile,
        setting.measure - max(first_indent, indent),
        chosen if callable(chosen) else lambda start, end: (start, end) in chosen,
    )
    phrase_starts = None
    if setting.break_at_bunsetsu:
        phrase_starts = bunsetsu_starts(_tokens_from(tokens, start))
    boxes = iter_boxes(
        text,
        rubies,
        inserts,
        style,
        start=start,
        phrase_starts=phrase_starts,
    )
    lines = iter_lines(
        boxes, setting.measure, max(setting.gap_cells, 0), indent if start else first_indent, indent
    )
    pen = _Pen(text, tokens, setting.profile, start)
    for line in lines:
        yield pen.draw(line)


def _tokens_from(tokens: Sequence[Token], start: int) -> Iterator[Token]:
    """The tokens that end after `start`, and one before them."""
    first = max(0, bisect_right(tokens, start, key=lambda token: token.end) - 1)
    return (tokens[index] for index in range(first, len(tokens)))


class Layout:
    """A paragraph's rows, laid out as far as they have been asked for and then kept.

    A paragraph of a million characters costs as much as the rows that were looked at; only
    `len` and negative indexes need all of them.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._coming = iter(rows)
        self._rows: list[Row] = []
        self.complete = False

    @property
    def known(self) -> Sequence[Row]:
        """The rows laid out so far."""
        return self._rows

    def ask(self, count: int) -> Sequence[Row]:
        """The first `count` rows, or all if there are fewer."""
        missing = count - len(self._rows)
        if missing > 0 and not self.complete:
            self._rows.extend(islice(self._coming, missing))
            self.complete = len(self._rows) < count
        return self._rows[:count]

    def find(self, offset: int) -> int:
        """The index of the row that shows source `offset`; lays out up to there."""
        while not self.complete and (not self._rows or self._rows[-1].start <= offset):
            self.ask(len(self._rows) + 8)
        return row_of(self._rows, offset)

    def __getitem__(self, index: int) -> Row:
        self.ask(index + 1 if index >= 0 else len(self))
        return self._rows[index]

    def __len__(self) -> int:
        while not self.complete:
            self.ask(len(self._rows) + 256)
        return len(self._rows)


class _Pen:
    """Turns lines into rows, in order."""

    def __init__(
        self, text: str, tokens: Sequence[Token], profile: WidthProfile, start: int
    ) -> None:
        self._text = text
        self._tokens = tokens
        self._profile: WidthProfile = profile
        self._end = start
        self._token = max(0, bisect_right(tokens, start, key=lambda token: token.start) - 1)

    def draw(self, line: Line) -> Row:
        start = self._end
        for _, end, what, _ in reversed(line.boxes):
            if type(what) is not Glyph or not what.inserted:
                self._end = end
                break
        base: list[Piece] = []
        ruby: list[Piece] = []
        done = 0
        for index, x, extent, ruby_x in line.groups:
            base += self._plain(line.boxes[done:index], line.xs[done:index])
            done = index + 1
            first, last, group, _ = line.boxes[index]
            assert type(group) is Group
            placed = group.spread(extent, ruby_x - x)
            base += self._plain(
                [(*item, 0) for item in group.base], [x + offset for offset in placed]
            )
            ruby += [
                Piece(ruby_x + offset, width, text, first, last)
                for offset, width, text in group.reading
            ]
        base += self._plain(line.boxes[done:], line.xs[done:])
        return Row(start, self._end, tuple(base), tuple(ruby), self._profile)

    def _plain(self, boxes: Sequence[Box], xs: Sequence[int]) -> list[Piece]:
        """Pieces for glyphs, each as long as cells and token go on and nothing is left out."""
        pieces: list[Piece] = []
        run_x = run_start = run_end = 0
        edge = -1
        token_end = self._token_end(boxes[0][0]) if boxes else 0
        for (start, end, glyph, _), x in zip(boxes, xs, strict=True):
            assert type(glyph) is Glyph
            if glyph.inserted or not glyph.whole or x < 0 or start >= token_end or x != edge:
                if edge >= 0:
                    pieces.append(self._piece(run_x, edge, run_start, run_end))
                edge = -1
                if start >= token_end:
                    token_end = self._token_end(start)
                if x < 0 or not glyph.text:
                    continue
                if glyph.inserted or not glyph.whole:
                    self._add_odd(pieces, x, glyph, start, end)
                    continue
                run_x, run_start, edge = x, start, x
            run_end = end
            edge += glyph.width
        if edge >= 0:
            pieces.append(self._piece(run_x, edge, run_start, run_end))
        return pieces

    def _piece(self, x: int, edge: int, start: int, end: int) -> Piece:
        return Piece(x, edge - x, self._text[start:end], start, end)

    def _add_odd(self, pieces: list[Piece], x: int, glyph: Glyph, start: int, end: int) -> None:
        """Add a glyph that is not a slice of the text, joined to the inserted text before it."""
        if glyph.inserted and pieces:
            last = pieces[-1]
            if last.inserted and last[3:5] == (start, end) and last.x + last.width == x:
                text = last.text + glyph.text
                pieces[-1] = last._replace(width=last.width + glyph.width, text=text)
                return
        pieces.append(Piece(x, glyph.width, glyph.text, start, end, glyph.inserted))

    def _token_end(self, offset: int) -> int:
        """Where the token that holds `offset` ends (the text's end where there is none)."""
        tokens = self._tokens
        while self._token < len(tokens) and tokens[self._token].end <= offset:
            self._token += 1
        if self._token == len(tokens):
            return len(self._text)
        token = tokens[self._token]
        return token.end if token.start <= offset else token.start
