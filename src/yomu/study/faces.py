"""The kinds of questions a card can ask."""

from __future__ import annotations

import re

from yomu.model import Face
from yomu.store.cards import Card

_KANJI = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆ヶ]")


def faces_of(card: Card) -> tuple[Face, ...]:
    """What can be asked of a card.

    Its reading only where it has kanji, its Japanese only from a meaning, a gap only where it
    stands in its sentence.
    """
    faces = [Face.RECOGNITION]
    if card.reading and _KANJI.search(card.expression):
        faces.append(Face.READING)
    if card.meaning_en:
        faces.append(Face.PRODUCTION)
    if card.end > card.start and len(card.sentence) > card.end - card.start:
        faces.append(Face.CLOZE)
    return tuple(faces)
