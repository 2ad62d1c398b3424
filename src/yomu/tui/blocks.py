"""A paragraph as the reader draws it: rows of text and ruby, translation, the fold over page furniture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from yomu.model import Kind, Paragraph, RubyMode, WidthProfile
from yomu.study.furigana import Furigana
from yomu.tui.viewport import Block, Line, LineKind
from yomu.typeset import Insert, Row, Setting, lay_out
from yomu.workspace import OpenText

GUTTER_CELLS = 3
"""Left of the text: the paragraph cursor, the mark, a blank."""
LONGEST_LINE_CELLS = 92
"""46 characters a line: longer ones are hard to follow back (JLREQ 2.4.1 has 40 to 50 for one column)."""

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INDENTED = {Kind.BODY, Kind.LEAD}


@dataclass(frozen=True, slots=True)
class View:
    """How the text is drawn now. `furigana` says which are shown in `mode`."""

    width_cells: int
    mode: RubyMode
    profile: WidthProfile
    translation: bool
    unfolded: bool
    break_at_phrases: bool
    furigana: Furigana


def text_cells(view_width: int) -> int:
    return max(8, min(view_width - GUTTER_CELLS - 1, LONGEST_LINE_CELLS))


def lay_out_block(opened: OpenText, index: int, view: View) -> Block:
    """The lines of one paragraph; empty for page furniture that lies under an earlier fold."""
    paragraph = opened.document.paragraphs[index]
    if paragraph.kind is Kind.JUNK and not view.unfolded:
        return _fold(opened, index)
    if not paragraph.text.strip():
        return (Line(LineKind.BLANK, index),)
    lines: list[Line] = []
    if paragraph.kind is Kind.HEADING and index:
        lines.append(Line(LineKind.BLANK, index))
    for row in _rows(opened, paragraph, view):
        if row.ruby:
            lines.append(Line(LineKind.RUBY, index, row))
        lines.append(Line(LineKind.BASE, index, row))
    if view.translation and paragraph.translation:
        lines.extend(
            Line(LineKind.TRANSLATION, index, row) for row in _translation(paragraph, view)
        )
    if not _joins_next(opened, index):
        lines.append(Line(LineKind.BLANK, index))
    return tuple(lines)


def _rows(opened: OpenText, paragraph: Paragraph, view: View) -> tuple[Row, ...]:
    annotated = opened.annotated(paragraph.index)
    indent = (
        2 if paragraph.kind in _INDENTED and not opened.as_is and not paragraph.continued else 0
    )
    setting = Setting(
        width_cells=view.width_cells,
        mode=RubyMode.INLINE if view.mode is RubyMode.INLINE else RubyMode.ALL,
        profile=view.profile,
        first_indent_cells=indent if view.width_cells >= 24 else 0,
        break_at_bunsetsu=view.break_at_phrases,
    )
    inserts = [
        Insert(note.at, str(note.number).translate(_SUPERSCRIPT)) for note in paragraph.footnotes
    ]
    return tuple(
        lay_out(
            paragraph.text,
            view.furigana.shown(annotated, view.mode),
            annotated.tokens,
            setting,
            inserts=inserts,
        )
    )


def _translation(paragraph: Paragraph, view: View) -> tuple[Row, ...]:
    setting = Setting(
        width_cells=max(8, view.width_cells - 2), mode=RubyMode.NONE, profile=view.profile
    )
    return tuple(lay_out(paragraph.translation or "", (), (), setting))


def _fold(opened: OpenText, index: int) -> Block:
    paragraphs = opened.document.paragraphs
    if index and paragraphs[index - 1].kind is Kind.JUNK:
        return ()
    end = index
    while end < len(paragraphs) and paragraphs[end].kind is Kind.JUNK:
        end += 1
    count = end - index
    label = f"··· {count} line{'s' if count > 1 else ''} of page furniture (z)"
    return Line(LineKind.FOLD, index, text=label), Line(LineKind.BLANK, index)


def _joins_next(opened: OpenText, index: int) -> bool:
    """Parts of one over-long paragraph, and neighbouring lines of furniture, stand without a gap."""
    paragraphs = opened.document.paragraphs
    if index + 1 >= len(paragraphs):
        return False
    following = paragraphs[index + 1]
    return following.continued or (paragraphs[index].kind is following.kind is Kind.JUNK)


def with_width(view: View, width_cells: int) -> View:
    return replace(view, width_cells=width_cells)
