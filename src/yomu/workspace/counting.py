"""The words of whole texts, counted once and kept in the cache folder."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yomu import __version__
from yomu.errors import YomuError
from yomu.store.knowledge import Item
from yomu.study.coverage import TextWords, Use, count_words
from yomu.workspace.opened import Origin, hash_of

if TYPE_CHECKING:
    from yomu.model import AnnotatedParagraph
    from yomu.workspace.opened import OpenText

FORM = 1
"""Goes up when what is counted, or how it is kept, changes."""
KEPT_TEXTS = 500

Stop = Callable[[], bool]
"""Asked after each paragraph: True ends the counting. May sleep, to let others work."""


class Stopped(Exception):  # noqa: N818  # it is no error
    """The counting was asked to stop."""


class Counting:
    """Counts texts. `parse` opens bytes without cutting long paragraphs, `annotate` reads one of them.

    `stamped` are the files that the words depend on besides the text: glossary and readings.
    """

    def __init__(
        self,
        folder: Path,
        parse: Callable[[bytes, Origin], OpenText],
        annotate: Callable[[OpenText, int], AnnotatedParagraph],
        stamped: Callable[[], Sequence[Path]],
    ) -> None:
        self._folder = folder
        self._parse = parse
        self._annotate = annotate
        self._stamped = stamped

    def words(
        self, data: bytes, origin: Origin, *, document_id: str = "", stop: Stop = lambda: False
    ) -> TextWords:
        """The words of a text, from the cache if they are in it. Raises Stopped, and YomuError.

        Reading 4,000 characters takes some 0.2 s.
        """
        kept = self._file(data)
        return self.kept(data) or self._count(data, origin, document_id, kept, stop)

    def kept(self, data: bytes) -> TextWords | None:
        """The words of a text if they are in the cache, and right."""
        try:
            return _from_json(self._file(data).read_text("utf-8"), self._key())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _count(
        self, data: bytes, origin: Origin, document_id: str, kept: Path, stop: Stop
    ) -> TextWords:
        opened = self._parse(data, origin)
        if document_id:
            from dataclasses import replace

            opened.document = replace(opened.document, id=document_id)

        def paragraphs() -> Iterator[AnnotatedParagraph]:
            for paragraph in opened.document.paragraphs:
                yield self._annotate(opened, paragraph.index)
                if stop():
                    raise Stopped

        words = count_words(paragraphs())
        self._keep(kept, words)
        return words

    def _file(self, data: bytes) -> Path:
        return self._folder / f"{hash_of(data)}.json"

    def _key(self) -> str:
        facts = [__version__, FORM, *(_stamp(path) for path in self._stamped())]
        return hash_of(repr(facts).encode())

    def _keep(self, file: Path, words: TextWords) -> None:
        """A cache that cannot be written is no reason to disturb anybody."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            temporary = file.with_suffix(f".{os.getpid()}")
            try:
                temporary.write_text(_to_json(words, self._key()), "utf-8")
                temporary.replace(file)
            finally:
                temporary.unlink(missing_ok=True)
            files = sorted(self._folder.glob("*.json"), key=lambda found: found.stat().st_mtime)
            for old in files[:-KEPT_TEXTS]:
                old.unlink(missing_ok=True)
        except OSError:
            return


def read_whole(path: str) -> bytes:
    """The bytes of a text's file. Raises YomuError."""
    from yomu.text import read_bytes

    if not Path(path).exists():
        raise YomuError(f"{path} is gone.", "Open the text from where it is now.")
    return read_bytes(Path(path))


def _to_json(words: TextWords, key: str) -> str:
    return json.dumps(
        {
            "key": key,
            "characters": words.characters,
            "words": [[item.lemma, item.reading, uses] for item, uses in words.words.items()],
            "terms": words.terms,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _from_json(text: str, key: str) -> TextWords | None:
    data = json.loads(text)
    if data["key"] != key:
        return None
    words = {
        Item(lemma, reading): tuple(Use(tuple(terms), times) for terms, times in uses)
        for lemma, reading, uses in data["words"]
    }
    return TextWords(data["characters"], words, data["terms"])


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        facts = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), facts.st_size, facts.st_mtime_ns
