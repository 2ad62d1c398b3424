"""One line of the screen as runs of text with a look. Pure: shared by the screen and the first frame."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from yomu.model import Document, Kind, Match, Token, WidthProfile
from yomu.tui.looks import Look
from yomu.tui.viewport import Line, LineKind
from yomu.typeset import Piece

Run = tuple[str, int]
"""Text, and its `Look` flags."""

Overlay = tuple[int, int, int]
"""Start, end, flags: laid over the source span of a paragraph."""

DOUBTFUL_BELOW = 0.75
"""Readings less sure than this are marked: sources disagree, and the context does not decide."""

KIND_LOOKS = {
    Kind.TITLE: Look.TITLE,
    Kind.HEADING: Look.HEADING,
    Kind.BYLINE: Look.QUIET,
    Kind.AREA: Look.QUIET,
    Kind.CAPTION: Look.QUIET,
    Kind.NOTE: Look.QUIET,
    Kind.PROFILE: Look.QUIET,
    Kind.JUNK: Look.JUNK,
}


def term_overlays(
    matches: Iterable[Match], start: int, end: int, phrases: Container[str]
) -> list[Overlay]:
    """The glossary terms that touch `start:end`; set phrases, whose ids are `phrases`, are less loud."""
    return [
        (
            match.start,
            match.end,
            int(Look.PHRASE if match.entry_id in phrases else Look.TERM),
        )
        for match in matches
        if match.start < end and start < match.end
    ]


def doubt_overlays(tokens: Iterable[Token], start: int, end: int) -> list[Overlay]:
    """Words in `start:end` whose reading is in doubt."""
    return [
        (token.start, token.end, int(Look.DOUBT))
        for token in tokens
        if token.confidence < DOUBTFUL_BELOW and token.start < end and start < token.end
    ]


def gutter(
    line: Line,
    *,
    first: bool,
    here: bool,
    marks: Collection[int],
    read: Collection[int],
    profile: WidthProfile,
) -> Run:
    """Three cells left of a line: the paragraph cursor, a sign for marked or read, a blank."""
    sign = " "
    if first and line.paragraph in marks:
        sign = "*"
    elif first and line.paragraph in read:
        sign = "+"
    bar = "|" if profile == "wide" else "▎"
    shown = here and line.kind is not LineKind.BLANK
    look = Look.MARK if line.paragraph in marks else Look.HERE
    return (bar if shown else " ") + sign + " ", int(look)


def line_runs(document: Document, line: Line, overlays: Collection[Overlay]) -> list[Run]:
    """The runs of a line, gutter excluded. `overlays` are those of its row."""
    if line.kind is LineKind.FOLD:
        return [(line.text, int(Look.JUNK))]
    if line.row is None:
        return []
    if line.kind is LineKind.TRANSLATION:
        return [("  " + line.row.base_text(0), int(Look.TRANSLATION))]
    ground = int(KIND_LOOKS.get(document.paragraphs[line.paragraph].kind, Look.PLAIN))
    if line.kind is LineKind.RUBY:
        return _runs(line.row.ruby, ground | Look.RUBY, overlays, fill_gaps=False)
    edges = {edge for start, end, _ in overlays for edge in (start, end)}
    return _runs(line.row.runs(edges), ground, overlays, fill_gaps=True)


def _runs(
    pieces: Iterable[Piece], ground: int, overlays: Collection[Overlay], *, fill_gaps: bool
) -> list[Run]:
    """Pieces and the blanks between them. A blank within one look takes it on, so no term is torn."""
    runs: list[Run] = []
    x = 0
    previous = ground
    for piece in pieces:
        look = ground
        if piece.inserted:
            look |= Look.NOTE if piece.start == piece.end else Look.RUBY
        else:
            for start, end, flags in overlays:
                if start < piece.end and piece.start < end:
                    look |= flags
        if piece.x > x:
            gap_look = look if fill_gaps and look == previous else ground
            _add(runs, " " * (piece.x - x), gap_look)
        _add(runs, piece.text, look)
        previous = look
        x = piece.x + piece.width
    return runs


def _add(runs: list[Run], text: str, look: int) -> None:
    if runs and runs[-1][1] == look:
        runs[-1] = (runs[-1][0] + text, look)
    else:
        runs.append((text, look))
