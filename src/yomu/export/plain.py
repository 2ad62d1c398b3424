"""A text for pipes and screen readers: no colour, no screen, readings beside the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from yomu.model import AnnotatedParagraph, GlossaryEntry, Kind, RubyMode, WidthProfile
from yomu.terminal import safe
from yomu.typeset import Insert, Setting, lay_out, plain_lines

_UNBROKEN_CELLS = 1 << 30
"""A line so wide that nothing is broken: one paragraph, one line, as pipes expect."""


def plain_paragraph(
    annotated: AnnotatedParagraph,
    *,
    mode: RubyMode,
    width_cells: int | None,
    profile: WidthProfile = "narrow",
    translation: bool = False,
) -> list[str]:
    """The lines of one paragraph. Without a width a paragraph is one line (two with ruby above it)."""
    paragraph = annotated.paragraph
    setting = Setting(
        width_cells=width_cells or _UNBROKEN_CELLS,
        mode=mode,
        profile=profile,
    )
    rows = lay_out(
        paragraph.text,
        annotated.rubies,
        annotated.tokens,
        setting,
        inserts=[Insert(note.at, f"[{note.number}]") for note in paragraph.footnotes],
    )
    lines = [safe(line) for line in plain_lines(rows)]
    if paragraph.kind in (Kind.TITLE, Kind.HEADING) and lines:
        sign = "# " if paragraph.kind is Kind.TITLE else "## "
        lines = [
            (sign if number == len(lines) - 1 else " " * len(sign)) + line
            for number, line in enumerate(lines)
        ]
    if translation and paragraph.translation:
        lines.append(safe(paragraph.translation))
    return lines


def plain_document(
    paragraphs: Iterable[AnnotatedParagraph],
    entries: Sequence[GlossaryEntry],
    *,
    mode: RubyMode,
    width_cells: int | None,
    profile: WidthProfile = "narrow",
    translation: bool = False,
) -> Iterator[str]:
    """Line after line: paragraphs without page furniture, then the terms that stand in them."""
    for annotated in paragraphs:
        if annotated.paragraph.kind is Kind.JUNK or not annotated.paragraph.text.strip():
            continue
        yield from plain_paragraph(
            annotated, mode=mode, width_cells=width_cells, profile=profile, translation=translation
        )
        yield ""
    if entries:
        yield "## Terms"
        for entry in entries:
            yield f"{entry.ja} ({entry.reading}): {entry.en[0]}. {entry.definition_en}".rstrip()
