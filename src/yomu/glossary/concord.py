"""Every place where the texts use a term: the sentence, its date, its translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from yomu.glossary.glossary import Glossary, of_entries
from yomu.glossary.matcher import Matcher
from yomu.model import Document, Paragraph, Token
from yomu.sentences import sentence_at, sentence_spans


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One use of a term. `start`..`end` are offsets into `sentence`; `paragraph` is its index.

    `translation` is that of the sentence where the paragraph and its translation have as many
    sentences, else that of the paragraph; None where the text has none.
    """

    document_id: str
    title: str
    date: str
    paragraph: int
    sentence: str
    start: int
    end: int
    translation: str | None

    @property
    def surface(self) -> str:
        return self.sentence[self.start : self.end]


Annotated = tuple[Document, Iterable[tuple[Paragraph, Sequence[Token]]]]


def concord(term: str, glossary: Glossary, documents: Iterable[Annotated]) -> Iterator[Occurrence]:
    """Where documents use `term`, in their order.

    A term of the glossary is found in all its forms (variants, acronym, inflected); any other string
    as it stands, width and the like apart.
    """
    entries = glossary.find(term)
    matcher = Matcher(of_entries(entries)) if entries else _verbatim(term)
    ids = {entry.id for entry in entries} or {""}
    for document, paragraphs in documents:
        for paragraph, tokens in paragraphs:
            done = -1
            for match in matcher.match(paragraph.text, tokens if entries else ()):
                if match.entry_id not in ids or match.end <= done:
                    continue
                done = match.end
                start, end = sentence_at(paragraph.text, match.start)
                end = max(end, match.end)
                yield Occurrence(
                    document.id,
                    document.title,
                    document.date or "",
                    paragraph.index,
                    paragraph.text[start:end],
                    match.start - start,
                    match.end - start,
                    _translation(paragraph, start),
                )


def _translation(paragraph: Paragraph, start: int) -> str | None:
    """The translation of the sentence that begins at `start`, or of its paragraph."""
    if paragraph.translation is None:
        return None
    sentences = [
        span for span in sentence_spans(paragraph.text) if paragraph.text[slice(*span)].strip()
    ]
    english = re.split(r"(?<=[.!?][”’\")\]])\s+|(?<=[.!?])\s+", paragraph.translation.strip())
    if len(sentences) != len(english):
        return paragraph.translation
    return next(
        (text for (_, end), text in zip(sentences, english, strict=True) if start < end),
        paragraph.translation,
    )


def _verbatim(term: str) -> Matcher:
    """A matcher for a string that the glossary lacks."""
    from yomu.model import GlossaryEntry

    return Matcher(of_entries([GlossaryEntry("", term, "", (), "")]))
