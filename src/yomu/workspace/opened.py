"""A text that is open for reading."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from yomu.model import AnnotatedParagraph, Document
from yomu.store.records import Place
from yomu.text.long import split_long

if TYPE_CHECKING:
    from yomu.reading import KnownReadings

Annotator = Callable[["OpenText", int], AnnotatedParagraph]

SNIPPET_CHARACTERS = 24
KEPT_PARAGRAPHS = 96
SCANNED_AT_ONCE = 50_000
"""Characters searched for given readings before the first paint."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the bytes came from: `shipped`, `imported`, `file` or `stdin`; `path` is empty for stdin."""

    kind: str
    path: str
    slug: str


@dataclass
class OpenText:
    """A document, its bytes (to open it again as it was, or cleaned), and its annotated paragraphs.

    Paragraphs are annotated when they are first asked for; the latest 96 are kept. The bytes of
    a file are let go once the text is registered: they are on disk.
    """

    document: Document
    data: bytes = field(repr=False)
    origin: Origin
    annotator: Annotator = field(repr=False)
    as_is: bool = False
    start: Place | None = None

    _annotated: OrderedDict[int, AnnotatedParagraph] = field(
        default_factory=OrderedDict, repr=False
    )

    def annotated(self, index: int) -> AnnotatedParagraph:
        found = self._annotated.get(index)
        if found is None:
            found = self._annotated[index] = self.annotator(self, index)
            if len(self._annotated) > KEPT_PARAGRAPHS:
                self._annotated.popitem(last=False)
        else:
            self._annotated.move_to_end(index)
        return found

    def forget_annotations(self) -> None:
        """Annotate anew from here on: the glossary or a correction has changed."""
        self._annotated.clear()
        self.__dict__.pop("known_readings", None)

    @cached_property
    def known_readings(self) -> KnownReadings:
        """Readings that the text gives for its own words, 石本凌也(いしもとりょうや).

        Of a long text those near its beginning, until `complete_readings` has been through it.
        """
        from yomu.reading import find_given

        paragraphs = self.document.paragraphs
        if self.characters > SCANNED_AT_ONCE:
            longest = max(1, self.characters // len(paragraphs))
            paragraphs = paragraphs[: max(50, SCANNED_AT_ONCE // longest)]
        return find_given(paragraph.text for paragraph in paragraphs)

    @property
    def readings_are_complete(self) -> bool:
        return self.characters <= SCANNED_AT_ONCE

    def complete_readings(self) -> KnownReadings:
        """The readings that all of a long text gives; takes 0.1 s a million characters."""
        from yomu.reading import find_given

        return find_given(paragraph.text for paragraph in self.document.paragraphs)

    @cached_property
    def content_hash(self) -> str:
        return hash_of(self.data)

    def let_go_of_bytes(self) -> None:
        if self.origin.path and self.content_hash:
            self.data = b""
            self.document = replace(self.document, source="")

    @cached_property
    def characters(self) -> int:
        return sum(len(paragraph.text) for paragraph in self.document.paragraphs)

    @property
    def document_id(self) -> str:
        """What corrections for this text are kept under: its permanent id, or its content until it has one."""
        return self.document.id or self.content_hash

    @property
    def has_translation(self) -> bool:
        return any(paragraph.translation for paragraph in self.document.paragraphs)

    def place_at(self, paragraph: int, offset: int) -> Place:
        text = self.document.paragraphs[paragraph].text
        return Place(paragraph, offset, text[offset : offset + SNIPPET_CHARACTERS])

    def find_place(self, place: Place) -> Place:
        """`place` in the text as it is now: where its snippet stands, nearest to where it stood."""
        paragraphs = self.document.paragraphs
        if not paragraphs:
            return Place(0, 0)
        at = min(place.paragraph, len(paragraphs) - 1)
        if not place.snippet or paragraphs[at].text.startswith(place.snippet, place.offset):
            return replace(place, paragraph=at, offset=min(place.offset, len(paragraphs[at].text)))
        nearest = sorted(range(len(paragraphs)), key=lambda index: abs(index - at))
        for index in nearest:
            found = paragraphs[index].text.find(place.snippet)
            if found >= 0:
                return Place(index, found, place.snippet)
        return Place(at, 0, paragraphs[at].text[:SNIPPET_CHARACTERS])


def hash_of(data: bytes) -> str:
    """A fingerprint of a text's bytes, by which it is known again after it was moved."""
    import hashlib

    return hashlib.blake2b(data, digest_size=16).hexdigest()


def readable(document: Document) -> Document:
    """The document with over-long paragraphs cut at sentence ends, so that a screen needs only a part."""
    return split_long(document)
