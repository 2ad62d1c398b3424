"""One line of the screen as runs of text with a look. Pure: shared by the screen and the first frame."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from yomu.model import AnnotatedParagraph, Document, Kind, Match, Status, Token, WidthProfile
from yomu.study.content import NOT_COUNTED, can_have_status, is_counted
from yomu.study.known import Known, terms_by_token
from yomu.tui.looks import Look
from yomu.tui.viewport import Line, LineKind
from yomu.typeset import Piece, cluster_spans

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

_STATUS_LOOKS = {
    Status.LEARNING_1: Look.LEARNING_1,
    Status.LEARNING_2: Look.LEARNING_2,
    Status.LEARNING_3: Look.LEARNING_3,
    Status.LEARNING_4: Look.LEARNING_4,
}


def term_overlays(
    matches: Iterable[Match], start: int, end: int, phrases: Container[str], *, marked: bool = False
) -> list[Overlay]:
    """The glossary terms that touch `start:end`; set phrases, whose ids are `phrases`, are less loud.

    Where words are `marked` by their status, all are bold: the underline is the words'.
    """

    def look(match: Match) -> Look:
        if marked:
            return Look.NAMED
        return Look.PHRASE if match.entry_id in phrases else Look.TERM

    return [
        (match.start, match.end, int(look(match)))
        for match in matches
        if match.start < end and start < match.end
    ]


def status_overlays(annotated: AnnotatedParagraph, known: Known) -> list[Overlay]:
    """The new words of a paragraph, and those that are being learnt. What is known stays plain."""
    overlays: list[Overlay] = []
    counts = annotated.paragraph.kind not in NOT_COUNTED
    for token, terms in zip(annotated.tokens, terms_by_token(annotated), strict=True):
        if not can_have_status(token):
            continue
        status = known.at(token, terms)
        if status is Status.NEW:
            if counts and is_counted(token):
                overlays.append((token.start, token.end, int(Look.NEW)))
        elif status.is_learning:
            overlays.append((token.start, token.end, int(_STATUS_LOOKS[status])))
            _, first = next(iter(cluster_spans(token.surface)))
            overlays.append((token.start, token.start + first, int(Look.TICK)))
    return overlays


def within(overlays: Iterable[Overlay], start: int, end: int) -> list[Overlay]:
    """Those that touch `start:end`."""
    return [overlay for overlay in overlays if overlay[0] < end and start < overlay[1]]


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
