"""Cutting over-long paragraphs for the screen."""

from __future__ import annotations

import re
from dataclasses import replace

from yomu.model import Document, Footnote, Paragraph, Ruby

LONGEST = 1200
"""Characters of one paragraph on the screen: analysing more than this at once is felt as a pause."""

_SENTENCE_END = re.compile(r"[。．！？!?][」』）)】]*")


def split_long(document: Document, longest: int = LONGEST) -> Document:
    """The document with every paragraph of more than `longest` characters cut, at sentence ends if it has any.

    The parts join to the paragraph again; footnotes and given readings stay where they were.
    A part after the first has no translation: the first one keeps it whole.
    """
    if all(len(paragraph.text) <= longest for paragraph in document.paragraphs):
        return document
    parts: list[Paragraph] = []
    for paragraph in document.paragraphs:
        for part in _split(paragraph, longest):
            parts.append(replace(part, index=len(parts)))
    return replace(document, paragraphs=tuple(parts))


def _split(paragraph: Paragraph, longest: int) -> list[Paragraph]:
    text = paragraph.text
    if len(text) <= longest:
        return [paragraph]
    parts: list[Paragraph] = []
    start = 0
    while start < len(text):
        end = min(len(text), start + longest)
        if end < len(text):
            end = _cut(text, start, end, paragraph.given)
        ahead = max((ahead for at, ahead in paragraph.shifts if at <= start), default=0)
        parts.append(
            replace(
                paragraph,
                text=text[start:end],
                translation=paragraph.translation if start == 0 else None,
                footnotes=tuple(
                    Footnote(note.at - start, note.number)
                    for note in paragraph.footnotes
                    if start <= note.at < end or note.at == end == len(text)
                ),
                given=tuple(
                    Ruby(ruby.start - start, ruby.end - start, ruby.reading, ruby.parts)
                    for ruby in paragraph.given
                    if start <= ruby.start and ruby.end <= end
                ),
                origin=paragraph.origin + start + ahead,
                shifts=tuple(
                    (at - start, more - ahead) for at, more in paragraph.shifts if start < at <= end
                ),
                continued=start > 0,
            )
        )
        start = end
    return parts


def _cut(text: str, start: int, end: int, given: tuple[Ruby, ...]) -> int:
    """The last sentence end in `text[start:end]`, or `end`, moved out of a given reading."""
    cut = end
    for match in _SENTENCE_END.finditer(text, start + 1, end):
        cut = match.end()
    for ruby in given:
        if ruby.start < cut < ruby.end and ruby.start > start:
            return ruby.start
    return cut
