"""Many texts at once: where they use a term, what terms they have that the glossary lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.model import Document, Kind, Paragraph, Token

if TYPE_CHECKING:
    from yomu.glossary import Glossary, Problem
    from yomu.glossary.concord import Occurrence
    from yomu.glossary.mine import Proposal
    from yomu.workspace.library import Library
    from yomu.workspace.opened import OpenText


class Corpus:
    """The texts of the library, or those that are named, against the glossary.

    `open_text` opens a path or a name; `own_glossary` is the folder of a person's own entries.
    """

    def __init__(
        self,
        library: Library,
        open_text: Callable[[str], OpenText],
        glossary: Callable[[], Glossary],
        own_glossary: Path,
    ) -> None:
        self._library = library
        self._open = open_text
        self._glossary = glossary
        self._own_glossary = own_glossary

    def texts(
        self, targets: Iterable[str]
    ) -> Iterator[tuple[Document, list[tuple[Paragraph, tuple[Token, ...]]]]]:
        """The texts, one after the other, each with its readable paragraphs and their tokens."""
        for target in targets:
            opened = self._open(target)
            yield (
                opened.document,
                [
                    (paragraph, opened.annotated(paragraph.index).tokens)
                    for paragraph in opened.document.paragraphs
                    if paragraph.kind is not Kind.JUNK
                ],
            )

    def concord(self, term: str, targets: Sequence[str] = ()) -> Iterator[Occurrence]:
        """Where the texts (all of the library if none are named) use a term, in order."""
        from yomu.glossary.concord import concord

        texts = self.texts(targets or self._library.targets())
        return concord(term, self._glossary(), texts)

    def mine(self, targets: Sequence[str], *, at_least: int) -> tuple[Proposal, ...]:
        """Terms that the texts use and the glossary lacks, the best first."""
        from yomu.glossary.mine import mine

        texts = (
            (
                document.title,
                document.date or "",
                [(item.text, tokens) for item, tokens in paragraphs],
            )
            for document, paragraphs in self.texts(targets)
        )
        return mine(texts, self._glossary(), at_least=at_least)

    def check_glossary(self, files: Sequence[Path], targets: Sequence[str] = ()) -> list[Problem]:
        """Every fault of these files; with `targets` (paths or names) also terms that no such text uses.

        The curated files must be complete, a person's own may leave fields out.
        """
        from yomu.glossary.check import check

        used = [
            (paragraph.text, opened.annotated(paragraph.index).tokens)
            for opened in map(self._open, targets)
            for paragraph in opened.document.paragraphs
        ]
        own = self._own_glossary
        curated = [path for path in files if path != own and path.parent != own]
        others = [path for path in files if path not in curated and path.exists()]
        problems = check(curated, texts=used, candidates=_readings_of) if curated else []
        if others:
            known = {entry.id for entry in self._glossary()}
            problems += check(
                others, texts=used, candidates=_readings_of, known_ids=known, complete=False
            )
        return problems


def _readings_of(word: str) -> tuple[str, ...]:
    """What a kanji can be read; nothing is known of longer words as such."""
    from yomu.reading.furigana import kanji_readings

    return kanji_readings(word) if len(word) == 1 else ()
