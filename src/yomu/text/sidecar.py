"""A translation in a file beside the text (`NAME.en.md`), aligned paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace

from yomu.errors import YomuError
from yomu.model import Document, Kind, Paragraph

_HEADS = (Kind.TITLE, Kind.HEADING)


def with_translation(document: Document, sidecar: Document, name: str) -> Document:
    """`document` with the paragraphs of `sidecar` as translations; YomuError where they do not pair up.

    A title that comes from front matter on either side is paired with the other's title only.
    """
    title, blocks = _blocks(document)
    title_en, translated = _blocks(sidecar)
    for block, other in zip(blocks, translated, strict=False):
        if (block.kind in _HEADS) != (other.kind in _HEADS):
            raise YomuError(
                f"{name}: paragraph {other.index + 1} is {_a(other)}, but paragraph {block.index + 1}"
                f" of the text is {_a(block)}: {block.text[:20]}…",
                "Give the translation the same paragraphs and headings in the same order.",
            )
    if len(blocks) != len(translated):
        longer = blocks if len(blocks) > len(translated) else translated
        extra = longer[min(len(blocks), len(translated))]
        whose = "the text" if longer is blocks else "the translation"
        raise YomuError(
            f"{name}: {len(translated)} paragraphs for {len(blocks)} of the text;"
            f" the first without a partner is paragraph {extra.index + 1} of {whose}: {extra.text[:20]}…",
            "Give the translation the same paragraphs and headings in the same order.",
        )
    english = {block.index: other.text for block, other in zip(blocks, translated, strict=True)}
    if title is not None and title_en is not None and title.translation is None:
        english[title.index] = title_en.text
    paragraphs = tuple(
        replace(p, translation=english[p.index]) if p.index in english else p
        for p in document.paragraphs
    )
    return replace(document, paragraphs=paragraphs)


def _blocks(document: Document) -> tuple[Paragraph | None, list[Paragraph]]:
    paragraphs = list(document.paragraphs)
    if paragraphs and paragraphs[0].kind is Kind.TITLE:
        return paragraphs[0], paragraphs[1:]
    return None, paragraphs


def _a(paragraph: Paragraph) -> str:
    return "a heading" if paragraph.kind in _HEADS else "running text"
