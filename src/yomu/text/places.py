"""Where a character of a paragraph stands in the source, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from yomu.model import Document, Paragraph

# A line joined across a page break has the page number, filed as a paragraph of its own,
# inside its stretch of source; so an offset may belong to one of the paragraphs before.
_LOOK_BACK = 8


def source_offset(paragraph: Paragraph, offset: int) -> int:
    """The offset in `Document.source` of `paragraph.text[offset]`; the text's end is one past its last."""
    if not paragraph.shifts:
        return paragraph.origin + offset
    if offset == len(paragraph.text) and offset:
        return source_offset(paragraph, offset - 1) + 1
    i = bisect_right(paragraph.shifts, offset, key=lambda shift: shift[0])
    return paragraph.origin + offset + (paragraph.shifts[i - 1][1] if i else 0)


def locate(document: Document, offset: int) -> tuple[int, int]:
    """The paragraph index and text offset that stand nearest to `source[offset]`.

    A character that cleaning took out leads to the next one kept in its paragraph. White
    space between paragraphs leads to the end of the one before. `(0, 0)` for an empty document.
    """
    paragraphs = document.paragraphs
    i = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.origin) - 1
    if i < 0:
        return (0, 0)
    for j in range(i, max(-1, i - _LOOK_BACK), -1):
        for at, source, length in _pieces(paragraphs[j]):
            if source <= offset < source + length:
                return (j, at + offset - source)
    for at, source, _ in _pieces(paragraphs[i]):
        if source >= offset:
            return (i, at)
    return (i, len(paragraphs[i].text))


def _pieces(paragraph: Paragraph) -> Iterator[tuple[int, int, int]]:
    """`(text offset, source offset, length)` of each stretch that is unbroken in the source."""
    starts = [(0, 0), *paragraph.shifts]
    if len(starts) > 1 and starts[1][0] == 0:
        starts.pop(0)
    ends = [at for at, _ in starts[1:]] + [len(paragraph.text)]
    for (at, ahead), end in zip(starts, ends, strict=True):
        yield at, paragraph.origin + at + ahead, end - at
