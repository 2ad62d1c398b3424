"""The text itself: one widget that draws rows, moves two cursors and knows what was tapped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from yomu.model import AnnotatedParagraph, Kind, Token
from yomu.study.known import Known
from yomu.tokens import token_index
from yomu.tui.blocks import GUTTER_CELLS, View, lay_out_block, text_cells, with_width
from yomu.tui.cursor import Cursor, neighbour_new_word, neighbour_term, neighbour_word, word_at
from yomu.tui.looks import Look
from yomu.tui.opening import begin, first_readable, viewport_on
from yomu.tui.paint import (
    Overlay,
    Run,
    doubt_overlays,
    gutter,
    line_runs,
    status_overlays,
    term_overlays,
    within,
)
from yomu.tui.prefetch import Prefetch
from yomu.tui.selection import Selection
from yomu.tui.spans import changed_span, tapped_span
from yomu.tui.themes import look_style
from yomu.tui.viewport import Line, LineKind
from yomu.workspace import OpenText

_WITH_OVERLAYS = (LineKind.BASE, LineKind.RUBY)
PREFETCH_SCREENS_AHEAD = 2
PREFETCH_SCREENS_BACK = 1
KEPT_SCREENS = 4
"""Of drawn lines: those with the pane and without it, and what the cursor changed."""

_Drawing = tuple[int, int, Run, tuple[Overlay, ...]]
"""What a drawn line holds for: the line (its id), cells, gutter, overlays."""


class ReaderView(Widget, can_focus=True):
    """A text with a paragraph cursor and a word cursor.

    Everything visible is laid out when it comes into view; what follows is laid out while idle.
    """

    ALLOW_SELECT = False

    @dataclass
    class Tapped(Message):
        """A word or term was clicked; the cursor is on it."""

        span: Cursor

    @dataclass
    class Moved(Message):
        """The cursor is somewhere else."""

        cursor: Cursor
        paragraph_changed: bool

    class FoldTapped(Message):
        """The line over page furniture was clicked."""

    def __init__(self, opened: OpenText, view: View, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.opened = opened
        self.view = view
        self.hits: list[Cursor] = []
        self.current_hit: Cursor | None = None
        self.marks: set[int] = set()
        self.read: set[int] = set()
        self.selection: Selection | None = None
        self.show_doubt = True
        self.phrases: Container[str] = ()
        self.known: Known | None = None
        """By what words are marked; None where they are not."""
        self._status_overlays: dict[int, list[Overlay]] = {}
        self.cursor = Cursor(0, 0, 0)
        self._viewport = viewport_on(opened, lambda: self.view)
        self._prefetch = Prefetch(self, self._lay_out_ahead)
        self._lines: list[Line] | None = None
        self._base: Style | None = None
        self._pressed: tuple[int, int] | None = None
        self._ready = False
        self._fitted_to = Size(0, 0)
        self._other_width: int | None = None
        """Cells of the text where the pane is closed if it is open now, and the other way round."""
        self._drawn: dict[_Drawing, tuple[Line, Strip]] = {}

    # Layout

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Lay the text out for the frame in which the size changes, not for the one after it.

        And without laying the screen out once more, as Textual would: 9 ms, for nothing.
        """
        changed = super()._size_updated(size, virtual_size, container_size, layout=False)
        if size.width and size.height and size != self._fitted_to:
            self._fitted_to = size
            self._fit(size)
        return changed

    def _fit(self, size: Size) -> None:
        top = self._viewport.top() if self._ready else None
        self._viewport.height = size.height
        width, before = text_cells(size.width), self.view.width_cells
        if width != before:
            self._viewport.change_width(to_the_other=width == self._other_width)
            self._other_width = before
            self.view = with_width(self.view, width)
        if top is None:
            self._ready = True
            self.cursor = begin(self._viewport, self.opened)
        else:
            self._viewport.place_at_top(*top)
            self._viewport.reveal(self.cursor.paragraph, self.cursor.start)
        self._lines = None
        self._lay_out_soon()

    def expect_width(self, cells: int) -> None:
        """How wide this widget will be once the pane opens or closes: laid out ahead for that, too."""
        width = text_cells(cells)
        if width not in (self._other_width, self.view.width_cells):
            self._viewport.forget_other()
            self._other_width = width
            self._lay_out_soon()

    def set_view(self, view: View) -> None:
        """Draw the text another way; what was at the top stays there."""
        top = self._viewport.top()
        self.view = with_width(view, self.view.width_cells)
        self._viewport.forget()
        if self._viewport.count:
            self._viewport.place_at_top(*top)
            self._viewport.reveal(self.cursor.paragraph, self.cursor.start)
        self._repaint()

    def redraw_text(self) -> None:
        """Annotations, or which furigana are shown, have changed: lay out again in place."""
        self._status_overlays.clear()
        self.set_view(self.view)

    def _repaint(self) -> None:
        self._lines = None
        self.refresh()
        self._lay_out_soon()

    def _lay_out_soon(self) -> None:
        if self._ready and not self.app.is_headless:
            self._prefetch.scrolled()

    def _lay_out_ahead(self) -> bool:
        """Lay out one paragraph that the pane or the next page may need; False when all of them are."""
        if self._other_width:
            other = with_width(self.view, self._other_width)
            if self._viewport.lay_out_other(lambda index: lay_out_block(self.opened, index, other)):
                return True
        index = self._viewport.next_to_lay_out(PREFETCH_SCREENS_AHEAD, PREFETCH_SCREENS_BACK)
        if index is not None:
            self._viewport.block_at(index)
        return index is not None

    # Drawing

    @property
    def lines(self) -> list[Line]:
        if self._lines is None:
            self._lines = self._viewport.lines()
        return self._lines

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._base = None
        self._drawn.clear()

    def _base_style(self) -> Style:
        """The widget's own style; kept, as Textual walks up the whole screen for each line."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are: there is no border here, for which Textual would draw each anew."""
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            for one in filters:
                strip = strip.apply_filter(one, background)
            strips.append(strip)
        if crop.column_span != (0, self.size.width):
            return [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if not self._ready or y >= len(self.lines):
            return Strip.blank(width, self._base_style())
        line = self.lines[y]
        first = y == 0 or self.lines[y - 1].paragraph != line.paragraph
        sign = gutter(
            line,
            first=first,
            here=line.paragraph == self.cursor.paragraph,
            marks=self.marks,
            read=self.read,
            profile=self.view.profile,
        )
        overlays = self._overlays(line) if line.row and line.kind in _WITH_OVERLAYS else []
        drawing = id(line), width, sign, tuple(overlays)
        known = self._drawn.pop(drawing, None)
        if known is not None:
            self._drawn[drawing] = known  # what is in use goes last
            return known[1]
        if len(self._drawn) >= KEPT_SCREENS * self._viewport.height:
            del self._drawn[next(iter(self._drawn))]
        strip = self._draw(line, sign, overlays, width)
        self._drawn[drawing] = line, strip
        return strip

    def _draw(self, line: Line, sign: Run, overlays: list[Overlay], width: int) -> Strip:
        base = self._base_style()
        runs = [sign, *line_runs(self.opened.document, line, overlays)]
        theme = self.app.theme
        segments = [Segment(text, base + look_style(theme, look)) for text, look in runs]
        return Strip(segments).adjust_cell_length(width, base)

    def _overlays(self, line: Line) -> list[Overlay]:
        assert line.row is not None
        paragraph, start, end = line.paragraph, line.row.start, line.row.end
        overlays: list[Overlay] = []
        if self.cursor.paragraph == paragraph:
            overlays.append((self.cursor.start, self.cursor.end, int(Look.CURSOR)))
        annotated = self.opened.annotated(paragraph)
        if line.kind is LineKind.RUBY:
            if self.show_doubt:
                overlays.extend(doubt_overlays(annotated.tokens, start, end))
            return overlays
        marked = self.known is not None
        overlays.extend(term_overlays(annotated.matches, start, end, self.phrases, marked=marked))
        overlays.extend(within(self._statuses_of(annotated), start, end))
        for hit in self.hits[bisect_right(self.hits, Cursor(paragraph, -1, -1)) :]:
            if hit.paragraph != paragraph or hit.start >= end:
                break
            flag = Look.CURRENT_HIT if hit == self.current_hit else Look.HIT
            overlays.append((hit.start, hit.end, int(flag)))
        if self.selection:
            selected = self.selection.span_in(annotated.paragraph)
            if selected:
                overlays.append((*selected, int(Look.SELECTED)))
        return overlays

    def _statuses_of(self, annotated: AnnotatedParagraph) -> list[Overlay]:
        if self.known is None:
            return []
        index = annotated.paragraph.index
        found = self._status_overlays.get(index)
        if found is None:
            found = self._status_overlays[index] = status_overlays(annotated, self.known)
        return found

    def mark_words(self, known: Known | None) -> None:
        """Mark words by what is known now, or no longer. Draws the lines that look different then."""
        switched = (known is None) != (self.known is None)
        before, self._status_overlays = self._status_overlays, {}
        self.known = known
        if switched:
            self.refresh()
            return
        for y, line in enumerate(self.lines if self._ready else ()):
            if line.kind is not LineKind.BASE or line.row is None:
                continue
            start, end = line.row.start, line.row.end
            now = self._statuses_of(self._annotated(line.paragraph))
            if within(now, start, end) != within(before.get(line.paragraph, ()), start, end):
                self.refresh(Region(0, y, self.size.width, 1))

    # Cursors

    def _annotated(self, paragraph: int) -> AnnotatedParagraph:
        return self.opened.annotated(paragraph)

    def _cursor_at(self, paragraph: int, offset: int) -> Cursor:
        return word_at(self.opened.annotated, paragraph, offset)

    def word_in(self, paragraph: int) -> Cursor:
        """The first word of a paragraph."""
        return self._cursor_at(paragraph, 0)

    def token_at_cursor(self) -> Token | None:
        tokens = self._annotated(self.cursor.paragraph).tokens
        return tokens[token_index(tokens, self.cursor.start)] if tokens else None

    def go_to(self, cursor: Cursor, *, margin: int = 0) -> None:
        """Put the word cursor on a span and show it."""
        if not self._viewport.count:
            return
        self._prefetch.key_pressed()
        old, self.cursor = self.cursor, cursor
        moved = self._viewport.reveal(cursor.paragraph, cursor.start, margin=margin)
        if cursor.end - cursor.start > 1:
            moved |= self._viewport.reveal(cursor.paragraph, cursor.end - 1)
        if moved:
            self._repaint()
        else:
            self._refresh_lines_of(old, cursor)
        self.post_message(self.Moved(cursor, old.paragraph != cursor.paragraph))

    def show_cursor(self) -> None:
        """Bring the cursor back into sight, after something took a part of the screen."""
        if self._ready and self._viewport.reveal(self.cursor.paragraph, self.cursor.start):
            self._repaint()

    def _refresh_lines_of(self, *cursors: Cursor) -> None:
        paragraphs = {cursor.paragraph for cursor in cursors}
        changed = len(paragraphs) > 1
        for y, line in enumerate(self.lines):
            if line.paragraph not in paragraphs or line.row is None:
                continue
            touched = any(
                line.paragraph == c.paragraph and line.row.start < c.end and c.start < line.row.end
                for c in cursors
            )
            if changed or touched:
                self.refresh(Region(0, y, self.size.width, 1))

    def word_beside(self, step: int) -> Cursor | None:
        """The word after the cursor (+1) or before it (-1)."""
        return neighbour_word(
            self._annotated, self._is_visible, self._viewport.count, self.cursor, step
        )

    def move_word(self, step: int) -> None:
        found = self.word_beside(step)
        if found:
            self.go_to(found)

    def move_term(self, step: int) -> bool:
        found = neighbour_term(
            self._annotated, self._is_visible, self._viewport.count, self.cursor, step
        )
        if found:
            self.go_to(found, margin=1)
        return found is not None

    def move_new_word(self, known: Known, step: int) -> bool:
        found = neighbour_new_word(
            self._annotated, self._is_visible, self._viewport.count, self.cursor, step, known
        )
        if found:
            self.go_to(found, margin=1)
        return found is not None

    def move_paragraph(self, step: int) -> None:
        paragraph = self.cursor.paragraph + step
        while 0 <= paragraph < self._viewport.count:
            if self._is_visible(paragraph):
                target = self._cursor_at(paragraph, 0)
                if step > 0:
                    self._viewport.reveal(paragraph, max(0, len(self._text(paragraph)) - 1))
                self.go_to(target)
                return
            paragraph += step
        self.scroll_text(step * 3)

    def _is_visible(self, paragraph: int) -> bool:
        item = self.opened.document.paragraphs[paragraph]
        return bool(item.text.strip()) and (item.kind is not Kind.JUNK or self.view.unfolded)

    def _text(self, paragraph: int) -> str:
        return self.opened.document.paragraphs[paragraph].text

    def scroll_text(self, lines: int) -> None:
        """Scroll without taking the cursor along, unless it would leave the screen."""
        if not self._viewport.count:
            return
        self._viewport.scroll(lines)
        self._lines = None
        self._pull_cursor(down=lines > 0)
        self._repaint()

    def page(self, step: int) -> None:
        """One screen on or back, with the last line of text kept in sight."""
        overlap = 2 if self._viewport.height > 6 else 1
        self.scroll_text(step * max(1, self._viewport.height - overlap))

    def _pull_cursor(self, *, down: bool) -> None:
        rows = [
            line
            for line in self.lines
            if line.kind is LineKind.BASE and line.row and self._is_visible(line.paragraph)
        ]
        if not rows:
            return
        at = (self.cursor.paragraph, self.cursor.start)
        visible = any(
            line.paragraph == at[0]
            and line.row
            and line.row.start <= at[1] < max(line.row.end, line.row.start + 1)
            for line in rows
        )
        if visible:
            return
        line = rows[0] if down else rows[-1]
        assert line.row
        old, self.cursor = self.cursor, self._cursor_at(line.paragraph, line.row.start)
        self.post_message(self.Moved(self.cursor, old.paragraph != self.cursor.paragraph))

    def to_start(self) -> None:
        if self._viewport.count:
            self._viewport.to_start()
            self._lines = None
            self.go_to(self._cursor_at(first_readable(self.opened), 0))
            self._repaint()

    def to_end(self) -> None:
        paragraph = self._viewport.count - 1
        while paragraph > 0 and not self._is_visible(paragraph):
            paragraph -= 1
        if paragraph >= 0:
            self._viewport.to_end()
            self._lines = None
            self.go_to(self._cursor_at(paragraph, max(0, len(self._text(paragraph)) - 1)))
            self._repaint()

    def change_span(self, step: int) -> bool:
        """Widen (+1) or narrow (-1) the span at the cursor; False where there is none wider or narrower."""
        found = changed_span(self._annotated(self.cursor.paragraph), self.cursor, step)
        if found:
            self.go_to(found)
        return found is not None

    # Mouse

    def _offset_at(self, x: int, y: int) -> tuple[int, int] | None:
        if not 0 <= y < len(self.lines):
            return None
        line = self.lines[y]
        if line.row is None or line.kind is LineKind.TRANSLATION:
            return None
        x -= GUTTER_CELLS
        offset = line.row.hit_ruby(x) if line.kind is LineKind.RUBY else line.row.hit(x)
        return None if offset is None else (line.paragraph, offset)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        self._pressed = self._offset_at(event.x, event.y)
        if self.selection:
            self.selection = None
            self.refresh()
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._pressed is None or event.button != 1:
            return
        at = self._offset_at(event.x, event.y)
        if at is None or (at == self._pressed and self.selection is None):
            return
        self.selection = Selection.between(self._pressed, at)
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        self.release_mouse()
        pressed, self._pressed = self._pressed, None
        if self.selection is not None or event.button != 1:
            return
        if 0 <= event.y < len(self.lines) and self.lines[event.y].kind is LineKind.FOLD:
            self.post_message(self.FoldTapped())
            return
        at = self._offset_at(event.x, event.y)
        if at is not None and at == pressed:
            self._tap(*at)

    def _tap(self, paragraph: int, offset: int) -> None:
        """Put the cursor on the longest term here; a second tap takes the next shorter span."""
        tapped = tapped_span(self._annotated(paragraph), offset, self.cursor)
        self.go_to(tapped)
        self.post_message(self.Tapped(tapped))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_text(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_text(-3)

    def selected_text(self) -> str:
        """The source text under the mouse's selection, paragraphs parted by newlines."""
        return self.selection.text(self.opened.document.paragraphs) if self.selection else ""
