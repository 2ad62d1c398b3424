"""The sentence a word was met in, ready for a card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yomu.model import AnnotatedParagraph, Document, Ruby
from yomu.sentences import sentence_at, sentence_spans
from yomu.store.cards import Card

# Full stops of J. D. Vance, U.S. and Gen. Smith end no sentence.
_END_EN = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<!\bMrs)(?<!\bGen)(?<!\bSen)(?<!\bvs)"
    r"[.!?]+[”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])"
)
_CLOSES = dict(zip("([（［「『【〈《", ")]）］」』】〉》", strict=True))
_UNEVEN = 2.5
"""How far a sentence may be longer than the rest of its paragraph leads to expect."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence. `rubies` and `start:end`, where the word stands, are offsets into `text`."""

    text: str
    rubies: tuple[Ruby, ...]
    start: int
    end: int
    translation: str


def example_at(annotated: AnnotatedParagraph, start: int, end: int) -> Example:
    """The sentence of a paragraph that holds `text[start:end]`, with its furigana and translation.

    A span that goes on into the next sentence takes that in too. Where a bracket of the sentence
    has no partner in it, as in a caption that starts behind the text (…になる[会談を前に。), the
    sentence ends there.
    """
    paragraph = annotated.paragraph
    first, last = sentence_at(paragraph.text, start)
    if end > last:
        last = sentence_at(paragraph.text, end - 1)[1]
    lone = [first + at for at in lone_brackets(paragraph.text[first:last])]
    first = max([first, *(at + 1 for at in lone if at < start)])
    last = min([last, *(at for at in lone if at >= end)])
    return Example(
        text=paragraph.text[first:last],
        rubies=tuple(
            replace(ruby, start=ruby.start - first, end=ruby.end - first)
            for ruby in annotated.rubies
            if first <= ruby.start and ruby.end <= last
        ),
        start=start - first,
        end=end - first,
        translation=translation_of(paragraph.text, paragraph.translation or "", first, last),
    )


def lone_brackets(text: str) -> list[int]:
    """Offsets of the brackets of `text` that have no partner in it, in order."""
    opened: list[int] = []
    lone: list[int] = []
    for at, sign in enumerate(text):
        if sign in _CLOSES:
            opened.append(at)
        elif sign in _CLOSES.values():
            partner = next((i for i in reversed(opened) if _CLOSES[text[i]] == sign), None)
            if partner is None:
                lone.append(at)
            else:
                del opened[opened.index(partner) :]
    return sorted(lone + opened)


def translation_of(text: str, translation: str, start: int, end: int) -> str:
    """The English of `text[start:end]`: its sentence's, or the whole paragraph's.

    Sentences are paired only where both sides have as many and no pair is out of proportion:
    a translation that is too long misleads nobody, a wrong one does.
    """
    spans = [span for span in sentence_spans(text) if text[slice(*span)].strip()]
    english = [part.strip() for part in _sentences_en(translation)]
    if len(spans) != len(english) or not english:
        return translation
    ratio = len(translation) / len(text)
    for (first, last), part in zip(spans, english, strict=True):
        share = len(part) / (last - first) / ratio
        if not 1 / _UNEVEN <= share <= _UNEVEN:
            return translation
    chosen = [
        part
        for (first, last), part in zip(spans, english, strict=True)
        if first < end and start < last
    ]
    return " ".join(chosen)


def met(card: Card, example: Example, document: Document) -> Card:
    """`card`, met in this sentence of this text."""
    return replace(
        card,
        sentence=example.text,
        rubies=example.rubies,
        start=example.start,
        end=example.end,
        sentence_en=example.translation,
        text_id=document.id,
        title=document.title,
        date=document.date or "",
        url=document.source_url or "",
    )


def _sentences_en(text: str) -> list[str]:
    parts = []
    at = 0
    for match in _END_EN.finditer(text):
        parts.append(text[at : match.end()])
        at = match.end()
    return [part for part in (*parts, text[at:]) if part.strip()]
