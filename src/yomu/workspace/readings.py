"""Readings a person corrected, and why a word is read as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.errors import YomuError

if TYPE_CHECKING:
    from yomu.reading import Correction, Corrections, Explanation, Reader, Scope
    from yomu.workspace.opened import OpenText

GlossaryReadings = Callable[[], Mapping[str, str]]
"""Headword → reading; called when the engine is loaded."""


class Readings:
    """The reading engine with the person's corrections, which are final."""

    def __init__(self, path: Path, notices: list[str]) -> None:
        self.path = path
        self._notices = notices
        self._seen: int | None = None
        self._reader: Reader | None = None

    @cached_property
    def corrections(self) -> Corrections:
        """The file's corrections. A broken file is reported and left alone; then nothing can be added."""
        from yomu.reading import Corrections

        self._seen = _mtime_ns(self.path)
        try:
            return Corrections.load(self.path)
        except YomuError as error:
            self._notices.append(f"{error} Until then none of your corrected readings is in force.")
            return Corrections()

    def reader(self, glossary_readings: GlossaryReadings) -> Reader:
        """The engine, loaded once; `forget` makes the next call load it anew."""
        if self._reader is None:
            from yomu.reading import Reader

            self._reader = Reader.load(
                corrections=self.corrections, glossary_readings=glossary_readings()
            )
        return self._reader

    def forget(self) -> None:
        self._reader = None

    def refresh(self) -> bool:
        """Take in a file that was edited by hand; True if it was."""
        if "corrections" not in self.__dict__ or _mtime_ns(self.path) == self._seen:
            return False
        self.__dict__.pop("corrections")
        self.forget()
        return True

    def correct(
        self, opened: OpenText, paragraph: int, span: tuple[int, int], reading: str, scope: Scope
    ) -> None:
        """Read `text[span]` of a paragraph as `reading`, at this place, in this text or everywhere.

        Raises YomuError where `reading` is not kana, and where the file is broken.
        """
        from yomu.reading import Correction

        text = opened.document.paragraphs[paragraph].text
        self.add(Correction.at(text, *span, reading, scope=scope, document=opened.document_id))

    def add(self, correction: Correction) -> None:
        self._require_sound_file()
        self.corrections.add(correction)
        self._seen = _mtime_ns(self.path)

    def remove(self, correction: Correction) -> None:
        self._require_sound_file()
        self.corrections.remove(correction)
        self._seen = _mtime_ns(self.path)

    def undo(self) -> bool:
        """Take back the last correction made since yomu was started; False if there is none."""
        done = self.corrections.undo()
        self._seen = _mtime_ns(self.path)
        return done

    def _require_sound_file(self) -> None:
        from yomu.reading import Corrections

        Corrections.load(self.path)

    def explain(
        self, opened: OpenText, paragraph: int, offset: int, glossary_readings: GlossaryReadings
    ) -> Explanation:
        """What every source says of the word at `offset`. Loads pykakasi, which takes half a second."""
        item = opened.document.paragraphs[paragraph]
        return self.reader(glossary_readings).explain(
            item.text,
            offset,
            given=item.given,
            known=opened.known_readings,
            document_id=opened.document_id,
            paragraph=paragraph,
        )


def _mtime_ns(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None
