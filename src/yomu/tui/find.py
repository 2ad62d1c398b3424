"""Searching a text as its reader would type it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from yomu.model import Paragraph
from yomu.tui.cursor import Cursor


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    folded = unicodedata.normalize("NFKC", character).casefold()
    return folded if len(folded) == 1 else character.casefold()[:1] or character


def fold(text: str) -> str:
    """Width, case, and the radicals that PDF files put for kanji, made one; as long as `text`."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def find_all(paragraphs: Iterable[Paragraph], wanted: str) -> list[Cursor]:
    """Every place of `wanted` in the source text, in order."""
    needle = fold(wanted)
    hits: list[Cursor] = []
    if not needle:
        return hits
    for paragraph in paragraphs:
        text = fold(paragraph.text)
        at = text.find(needle)
        while at >= 0:
            hits.append(Cursor(paragraph.index, at, at + len(needle)))
            at = text.find(needle, at + len(needle))
    return hits
