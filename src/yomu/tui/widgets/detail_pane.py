"""The docked pane: what is known of the word under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from yomu.tui.pane_text import Link, PaneLine

KEPT_LINES = 600
_NOTHING = PaneLine(())


class DetailPane(ScrollView, can_focus=True):
    """Typeset lines, some of which lead elsewhere: a click, or ↑ ↓ and Enter, follows them."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"pane--{name}"
        for name in (
            "headword",
            "reading",
            "english",
            "also",
            "label",
            "quiet",
            "warning",
            "link",
            "link-here",
            "ruby",
        )
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next line", show=False),
        Binding("up,k", "step(-1)", "Previous line", show=False),
        Binding("enter", "follow", "Follow", show=True),
        Binding("space,pagedown", "page_down", "Page", show=False),
        Binding("b,pageup", "page_up", "Page up", show=False),
    ]

    @dataclass
    class Followed(Message):
        """A line that leads somewhere was chosen."""

        link: Link

    class Resized(Message):
        """The pane has another width: what it says must be wrapped anew."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.pane_lines: tuple[PaneLine, ...] = ()
        self._here: Link | None = None
        self._wrapped_to = 0
        self._looks: dict[str, Style] = {}
        self._drawn: dict[tuple[PaneLine, bool, int], Strip] = {}
        self._border: tuple[Strip, Strip] | None = None

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.clear()
        self._drawn.clear()
        self._border = None

    def _look(self, name: str) -> Style:
        """The style of a piece; kept, as Textual walks up the whole screen for each line."""
        found = self._looks.get(name)
        if found is None:
            found = self.rich_style
            for part in name.split():
                found += self.get_component_rich_style(f"pane--{part}", partial=True)
            self._looks[name] = found
        return found

    def show_lines(self, lines: Sequence[PaneLine]) -> None:
        """Show `lines`, wrapped to `text_cells`, from the first."""
        before, self.pane_lines = self.pane_lines, tuple(lines)
        at_start = self._here is None and self.scroll_offset.y == 0
        self._here = None
        self._wrapped_to = self.text_cells
        # Set as an attribute this would lay the whole screen out anew, two frames later; the
        # scrollbar is always there, so its length is all that changes.
        height = len(self.pane_lines)
        self.set_reactive(DetailPane.virtual_size, Size(self.text_cells + 2, height))
        self.vertical_scrollbar.window_virtual_size = height
        self.scroll_to(0, 0, animate=False)
        if at_start:
            self._refresh_changed(before)
        else:
            self.refresh()

    def _refresh_changed(self, before: Sequence[PaneLine]) -> None:
        """Draw anew from the first line that is another to the last: below short entries all is blank."""
        height = self.size.height
        padded = [
            (*lines[:height], *[_NOTHING] * (height - len(lines)))
            for lines in (before, self.pane_lines)
        ]
        changed = [y for y, (old, new) in enumerate(zip(*padded, strict=True)) if old != new]
        if changed:
            self.refresh(Region(0, changed[0], self.size.width, changed[-1] - changed[0] + 1))

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Textual would draw the scrollbar once more, in a frame of its own 16 ms after this one."""
        bar = self.vertical_scrollbar
        due = bar._repaint_required
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        bar._repaint_required = due
        return changed

    def on_resize(self) -> None:
        if self.text_cells != self._wrapped_to:
            self.post_message(self.Resized())

    @property
    def text_cells(self) -> int:
        """Cells a line may take: the pane's, less a blank on both sides.

        By its style, not by its size, so that a pane that is still closed is drawn for the frame
        in which it opens.
        """
        outer = self.cells_beside or self.app.size.width
        return max(8, outer - self.styles.gutter.width - self.styles.scrollbar_size_vertical - 2)

    @property
    def cells_beside(self) -> int:
        """Cells the open pane takes from the text's width; none where it stands below."""
        width = self.styles.width
        return round(width.value) if width and width.is_cells else 0

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines that were drawn before come back as they were, wherever they stand now."""
        width, height = self.region.size
        gutter = self.styles.gutter
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips = []
        for y in crop.line_range:
            if not gutter.top <= y < height - gutter.bottom:
                strips += super().render_lines(Region(0, y, width, 1))
                continue
            number = y - gutter.top + self.scroll_offset.y
            line = self.pane_lines[number] if number < len(self.pane_lines) else _NOTHING
            here = line.link is not None and line.link == self._here
            strip = self._drawn.pop((line, here, width), None)
            if strip is None:
                strip = self._draw(line, here=here, width=width - gutter.width)
                for one in filters:
                    strip = strip.apply_filter(one, background)
                left, right = self._edges(y)
                strip = Strip.join([left, strip, right])
                if len(self._drawn) >= KEPT_LINES:
                    del self._drawn[next(iter(self._drawn))]
            self._drawn[line, here, width] = strip  # what is in use goes last
            strips.append(strip)
        if crop.column_span != (0, width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _edges(self, y: int) -> tuple[Strip, Strip]:
        """The border left and right of a line: kept, as Textual takes longer for it than for the words."""
        width, gutter = self.region.width, self.styles.gutter
        if self._border is None:
            (whole,) = super().render_lines(Region(0, y, width, 1))
            self._border = whole.crop(0, gutter.left), whole.crop(width - gutter.right, width)
        return self._border

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        line = self.pane_lines[number] if number < len(self.pane_lines) else _NOTHING
        here = line.link is not None and line.link == self._here
        return self._draw(line, here=here, width=self.size.width)

    def _draw(self, line: PaneLine, *, here: bool, width: int) -> Strip:
        base = self._look("")
        if not line.pieces:
            return Strip.blank(width, base)
        look = " link-here" if here else ""
        segments = [Segment(" ", base)]
        segments += [Segment(text, self._look(name + look)) for text, name in line.pieces]
        return Strip(segments).adjust_cell_length(width, base)

    def _links(self) -> list[Link]:
        return list(dict.fromkeys(line.link for line in self.pane_lines if line.link))

    def action_step(self, step: int) -> None:
        """To the next link, if it is in sight; or else scroll."""
        links = self._links()
        index = links.index(self._here) if self._here in links else (-1 if step > 0 else len(links))
        index += step
        if 0 <= index < len(links):
            first = next(n for n, line in enumerate(self.pane_lines) if line.link == links[index])
            top, height = self.scroll_offset.y, self.size.height
            if top <= first < top + height + 2 or self._here is not None:
                self._here = links[index]
                self.scroll_to_region(Region(0, first, 1, 1), animate=False)
                self.refresh()
                return
        self.scroll_relative(y=step * 2, animate=False)

    def action_follow(self) -> None:
        if self._here:
            self.post_message(self.Followed(self._here))

    def on_click(self, event: events.Click) -> None:
        number = event.y + self.scroll_offset.y
        if 0 <= number < len(self.pane_lines):
            link = self.pane_lines[number].link
            if link:
                self.post_message(self.Followed(link))
