"""How a text is drawn and where the cursor stands when it is opened: for the screen and the first frame."""

from __future__ import annotations

from collections.abc import Callable

from yomu.config import Settings
from yomu.model import Kind, RubyMode
from yomu.study.furigana import Furigana
from yomu.tui.blocks import View, lay_out_block
from yomu.tui.cursor import Cursor, word_at
from yomu.tui.viewport import Viewport
from yomu.workspace import OpenText


def first_view(settings: Settings, opened: OpenText, furigana: Furigana) -> View:
    """The view that the settings ask for; its width is set when the screen's is known."""
    return View(
        width_cells=80,
        mode=RubyMode(settings.furigana),
        profile="wide" if settings.ambiguous_width == "wide" else "narrow",
        translation=settings.translation and opened.has_translation,
        unfolded=False,
        break_at_phrases=settings.break_at_phrases,
        furigana=furigana,
    )


def viewport_on(opened: OpenText, view: Callable[[], View]) -> Viewport:
    """A viewport on the text that lays blocks out as `view()` says."""
    return Viewport(
        len(opened.document.paragraphs), lambda index: lay_out_block(opened, index, view())
    )


def first_readable(opened: OpenText) -> int:
    """The first paragraph that is not page furniture."""
    for paragraph in opened.document.paragraphs:
        if paragraph.kind is not Kind.JUNK and paragraph.text.strip():
            return paragraph.index
    return 0


def begin(viewport: Viewport, opened: OpenText) -> Cursor:
    """Scroll to where the reader stopped, or to the start; the cursor that belongs there."""
    if not viewport.count:
        return Cursor(0, 0, 0)
    first = first_readable(opened)
    start = opened.start
    paragraph, offset = (start.paragraph, start.offset) if start else (first, 0)
    cursor = word_at(opened.annotated, paragraph, offset)
    if (paragraph, offset) <= (first, 0):
        viewport.to_start()
    else:
        viewport.place_at_top(paragraph, offset)
        if offset:
            viewport.scroll(-viewport.height // 3)
            viewport.place_at_top(*viewport.top())  # not between a row and its furigana
    viewport.reveal(cursor.paragraph, cursor.start)
    return cursor
