"""Paragraph → AnnotatedParagraph: the one place where readings and glossary terms meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yomu.model import AnnotatedParagraph, Paragraph

if TYPE_CHECKING:
    from yomu.glossary import Matcher
    from yomu.reading import KnownReadings, Reader


def annotate(
    paragraph: Paragraph,
    reader: Reader,
    matcher: Matcher,
    *,
    known: KnownReadings | None = None,
    document_id: str = "",
    numbers: str = "irregular",
) -> AnnotatedParagraph:
    """Read a paragraph and find its terms.

    `known` holds the readings that the whole document gives for its own words; `numbers` says
    which digits get ruby (`irregular`, `all`, `none`).
    """
    tokens = reader.read(
        paragraph.text,
        given=paragraph.given,
        known=known,
        document_id=document_id,
        paragraph=paragraph.index,
    )
    return AnnotatedParagraph(
        paragraph,
        tokens,
        reader.rubies(tokens, numbers=numbers),
        matcher.match(paragraph.text, tokens),
    )
