"""The card: lines in a column in the middle, scrolled where they do not fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from yomu.tui.screens.review.card_page import LONGEST_LINE_CELLS, PageLine
from yomu.tui.themes import ground_style, look_style

PageMaker = Callable[[int], Sequence[PageLine]]
"""From the cells a line may take to the lines."""

_MARGIN_CELLS = 2
_PADDING_LINES = 2


class CardView(ScrollView, can_focus=True):
    """Draws what `show` is given, anew whenever the width changes."""

    ALLOW_SELECT = False
    DEFAULT_CSS: ClassVar[str] = """
    CardView { height: 1fr; padding: 1 0; background: $background; scrollbar-size-vertical: 1;
      scrollbar-color: $faint; scrollbar-background: $background; overflow-x: hidden; }
    """

    class Tapped(Message):
        """The card was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page_lines: tuple[PageLine, ...] = ()
        self._make: PageMaker = lambda width: ()
        self._drawn_width = 0

    def show(self, make: PageMaker, *, from_top: bool = True) -> None:
        """Draw a page; `from_top` scrolls back to its beginning."""
        self._make = make
        self._lay_out()
        if from_top:
            self.scroll_to(0, 0, animate=False)

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        self._drawn_width = self.size.width
        if not self._drawn_width:
            return
        self.page_lines = tuple(self._make(self._drawn_width - 2 * _MARGIN_CELLS))
        # a new size costs a layout of the screen, 4 ms: cards that fit all have the same
        fits = len(self.page_lines) <= self.container_size.height - _PADDING_LINES
        self.virtual_size = Size(self._drawn_width, 0 if fits else len(self.page_lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        base = ground_style(self.app.theme)
        if number >= len(self.page_lines):
            return Strip.blank(self.size.width, base)
        left = max(_MARGIN_CELLS, (self.size.width - LONGEST_LINE_CELLS) // 2)
        segments = [Segment(" " * left, base)]
        for text, look in self.page_lines[number]:
            segments.append(Segment(text, base + look_style(self.app.theme, look)))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def on_click(self) -> None:
        self.post_message(self.Tapped())
