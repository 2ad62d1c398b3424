"""The first screen, painted before Textual is imported.

Importing Textual and starting an application take as long as all that yomu does until then, so the
text is put on the terminal first, exactly where and as the reader will draw it, and the reader's own
first frame goes over it.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from yomu.config import Settings
from yomu.model import RubyMode
from yomu.study.furigana import Furigana
from yomu.tui.blocks import text_cells, with_width
from yomu.tui.looks import PALETTES, STYLES, Look
from yomu.tui.opening import begin, first_view, viewport_on
from yomu.tui.paint import Overlay, gutter, line_runs, status_overlays, term_overlays, within
from yomu.tui.viewport import LineKind
from yomu.typeset import cell_width
from yomu.workspace import OpenText

LINES_BELOW = 2
"""Status line and footer."""

_ATTRIBUTES = {"bold": "1", "italic": "3", "underline": "4", "reverse": "7"}
_CUBE = (0, 95, 135, 175, 215, 255)


def first_frame(
    opened: OpenText,
    settings: Settings,
    phrases: Container[str],
    furigana: Furigana,
    *,
    columns: int,
    rows: int,
    environment: Mapping[str, str],
) -> str:
    """The frame as what a terminal of `columns` × `rows` is to be sent."""
    view = with_width(first_view(settings, opened, furigana), text_cells(columns))
    marked = marks_words(settings, furigana)
    viewport = viewport_on(opened, lambda: view)
    viewport.height = max(1, rows - LINES_BELOW)
    cursor = begin(viewport, opened)
    pen = _Pen(PALETTES[settings.theme], environment)
    lines = viewport.lines()
    parts: list[str] = []
    for y in range(viewport.height):
        parts.append(f"\x1b[{y + 1};1H")
        if y >= len(lines):
            parts.append(pen.paint(" " * columns, Look.PLAIN))
            continue
        line = lines[y]
        first = y == 0 or lines[y - 1].paragraph != line.paragraph
        here = line.paragraph == cursor.paragraph
        runs = [gutter(line, first=first, here=here, marks=(), read=(), profile=view.profile)]
        overlays: list[Overlay] = []
        if line.row is not None and line.kind in (LineKind.BASE, LineKind.RUBY):
            if here:
                overlays.append((cursor.start, cursor.end, int(Look.CURSOR)))
            if line.kind is LineKind.BASE:
                annotated, start, end = (
                    opened.annotated(line.paragraph),
                    line.row.start,
                    line.row.end,
                )
                overlays += term_overlays(annotated.matches, start, end, phrases, marked=marked)
                if marked:
                    overlays += within(status_overlays(annotated, furigana.known), start, end)
        runs += line_runs(opened.document, line, overlays)
        used = 0
        for text, look in runs:
            used += cell_width(text, view.profile)
            parts.append(pen.paint(text, look))
        parts.append(pen.paint(" " * max(0, columns - used), Look.PLAIN))
    for offset, ground in enumerate(("panel", "surface")[:LINES_BELOW]):
        if rows - LINES_BELOW + offset >= viewport.height:
            parts.append(f"\x1b[{rows - LINES_BELOW + offset + 1};1H{pen.bar(ground, columns)}")
    return "".join(parts)


def marks_words(settings: Settings, furigana: Furigana) -> bool:
    """Whether the first frame marks words by their status: only where the furigana need them too.

    Else the statuses are still on their way, and marks come with them, as those for read
    paragraphs do.
    """
    wanted = settings.mark_words and settings.furigana == RubyMode.UNKNOWN
    return wanted and not furigana.known.is_empty


class _Pen:
    """Looks as escape sequences, in as many colours as the terminal says it has."""

    def __init__(self, palette: Mapping[str, str], environment: Mapping[str, str]) -> None:
        self._palette = palette
        self._colours = not environment.get("NO_COLOR")
        self._true = environment.get("COLORTERM", "").lower() in ("truecolor", "24bit")
        self._codes: dict[int, str] = {}

    def paint(self, text: str, look: int) -> str:
        code = self._codes.get(look)
        if code is None:
            code = self._codes[look] = self._code(look)
        return f"\x1b[0{code}m{text}"

    def bar(self, ground: str, columns: int) -> str:
        return f"\x1b[0{self._colour(48, ground)}m{' ' * columns}"

    def _code(self, look: int) -> str:
        foreground, background = "foreground", "background"
        attributes: dict[str, None] = {}
        for flag, style in STYLES.items():
            if look & flag:
                foreground = style.colour or foreground
                background = style.background or background
                attributes.update(dict.fromkeys(style.attributes))
        codes = "".join(f";{_ATTRIBUTES[name]}" for name in attributes)
        return codes + self._colour(38, foreground) + self._colour(48, background)

    def _colour(self, layer: int, name: str) -> str:
        if not self._colours:
            return ""
        red, green, blue = (int(self._palette[name][at : at + 2], 16) for at in (1, 3, 5))
        if self._true:
            return f";{layer};2;{red};{green};{blue}"
        steps = [_nearest_step(value) for value in (red, green, blue)]
        return f";{layer};5;{16 + 36 * steps[0] + 6 * steps[1] + steps[2]}"


def _nearest_step(value: int) -> int:
    """The step of the 6×6×6 colour cube that is nearest to one component."""
    return min(range(6), key=lambda step: abs(_CUBE[step] - value))
