"""Which span is meant: by a tap, by a second tap, by widening and narrowing."""

from __future__ import annotations

from yomu.model import AnnotatedParagraph
from yomu.tui.cursor import Cursor
from yomu.workspace.lookup import best_span, spans_at


def tapped_span(annotated: AnnotatedParagraph, offset: int, cursor: Cursor) -> Cursor:
    """The longest term at `offset`; the next shorter one where the cursor is on it already."""
    paragraph = annotated.paragraph.index
    if cursor.paragraph == paragraph and cursor.start <= offset < cursor.end:
        terms = {(match.start, match.end) for match in annotated.matches}
        shorter = [
            (start, end)
            for start, end in spans_at(annotated, offset)
            if end - start < cursor.end - cursor.start
            and start <= offset < end
            and (start, end) in terms
        ]
        if shorter:
            return Cursor(paragraph, *shorter[-1])
    return Cursor(paragraph, *best_span(annotated, offset))


def changed_span(annotated: AnnotatedParagraph, cursor: Cursor, step: int) -> Cursor | None:
    """The next wider (+1) or narrower (-1) span at the cursor; None if there is none."""
    size = cursor.end - cursor.start
    spans = spans_at(annotated, cursor.start)
    if step > 0:
        found = next(((start, end) for start, end in spans if end - start > size), None)
    else:
        found = next(((start, end) for start, end in reversed(spans) if end - start < size), None)
    return Cursor(cursor.paragraph, *found) if found else None
