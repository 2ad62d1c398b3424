"""Readings a person corrected: a file of their own, which nothing regenerates.

[[reading]]
surface = "方"
reading = "かた"
scope = "place"            # this place; "text": all of this text; "everywhere"
document = "3f0c…"
before = "説明してくださった"    # what stands around the place, so that it is found again
after = "に感謝する"             # after the text was imported anew, whatever its offsets
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.kana import to_hiragana
from yomu.reading.fold import fold
from yomu.reading.kana import is_reading

CONTEXT = 12
"""Code points kept on either side of a corrected place."""
_ENOUGH = 6
"""How many of them must still be there, next to the place, for it to be the same one."""

_HEADER = "# Readings corrected by hand. yomu adds to this file and removes from it, never rewrites it.\n\n"


class Scope(StrEnum):
    """How far a correction reaches, narrowest first; the narrower one wins."""

    PLACE = "place"
    TEXT = "text"
    EVERYWHERE = "everywhere"


_WIDTH = {scope: width for width, scope in enumerate(Scope)}


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected reading. `before` and `after` are set for a place, `document` but for everywhere."""

    surface: str
    reading: str
    scope: Scope = Scope.EVERYWHERE
    document: str = ""
    before: str = ""
    after: str = ""

    @classmethod
    def at(
        cls, text: str, start: int, end: int, reading: str, *, scope: Scope, document: str = ""
    ) -> Correction:
        """Make the correction of `text[start:end]`, a paragraph's text, to `reading` (any kana)."""
        hiragana = to_hiragana(reading.strip())
        surface = text[start:end]
        if not surface.strip():
            raise YomuError("There is no word to correct here.", "Move to a word with kanji.")
        if not is_reading(hiragana):
            raise YomuError(f'A reading must be kana, got "{reading}".', "Write it as in きんり.")
        place = scope is Scope.PLACE
        return cls(
            surface=surface,
            reading=hiragana,
            scope=scope,
            document="" if scope is Scope.EVERYWHERE else document,
            before=text[max(0, start - CONTEXT) : start] if place else "",
            after=text[end : end + CONTEXT] if place else "",
        )

    def _replaces(self, other: Correction) -> bool:
        """True where both speak about the same words, so that the newer one takes over."""
        return (self.surface, self.scope, self.document, self.before, self.after) == (
            other.surface,
            other.scope,
            other.document,
            other.before,
            other.after,
        )


class Corrections:
    """The corrections of one file, in the order they were made."""

    def __init__(self, path: Path | None = None, entries: tuple[Correction, ...] = ()) -> None:
        self._path = path
        self._entries = entries
        self._before: list[tuple[Correction, ...]] = []

    @classmethod
    def load(cls, path: Path) -> Corrections:
        """Read the file at `path`; a missing one is empty. Raises YomuError for a broken one."""
        import tomllib

        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(path)
        except (OSError, UnicodeDecodeError) as error:
            raise YomuError(f"{path}: cannot be read: {error}.") from error
        except tomllib.TOMLDecodeError as error:
            raise YomuError(
                f"{path}: not valid TOML: {error}.", "Correct it or move it."
            ) from error
        rows = data.get("reading", [])
        if not isinstance(rows, list):
            raise YomuError(f"{path}: `reading` must be an array of tables.", "Write [[reading]].")
        return cls(path, tuple(_parse(path, n, row) for n, row in enumerate(rows, 1)))

    @property
    def entries(self) -> tuple[Correction, ...]:
        """All corrections, oldest first."""
        return self._entries

    def add(self, correction: Correction) -> None:
        """Add a correction, in place of one about the same words, and write the file."""
        kept = tuple(c for c in self._entries if not correction._replaces(c))
        self._change((*kept, correction))

    def remove(self, correction: Correction) -> bool:
        """Remove a correction and write the file; False if it is not there."""
        if correction not in self._entries:
            return False
        self._change(tuple(c for c in self._entries if c != correction))
        return True

    def undo(self) -> bool:
        """Take back the last change made through this object; False if there was none."""
        if not self._before:
            return False
        self._write(self._before[-1])
        self._entries = self._before.pop()
        return True

    def find(self, text: str, document: str = "") -> Iterator[tuple[int, int, Correction]]:
        """Yield (start, end, correction) in a paragraph's folded text; spans do not overlap.

        The narrower scope wins, then the longer surface, then the newer correction. Spans may
        still cut words: only the caller knows where those begin.
        """
        taken = bytearray(len(text))
        ranked = sorted(
            enumerate(self._entries),
            key=lambda pair: (_WIDTH[pair[1].scope], -len(pair[1].surface), -pair[0]),
        )
        for _, correction in ranked:
            if correction.scope is Scope.TEXT and correction.document != document:
                continue
            surface = fold(correction.surface).text
            for start in _occurrences(text, surface):
                end = start + len(surface)
                if 1 in taken[start:end]:
                    continue
                if correction.scope is not Scope.PLACE or _same_place(
                    text, start, end, correction, document
                ):
                    taken[start:end] = b"\x01" * (end - start)
                    yield start, end, correction

    def _change(self, entries: tuple[Correction, ...]) -> None:
        self._write(entries)
        self._before.append(self._entries)
        self._entries = entries

    def _write(self, entries: tuple[Correction, ...]) -> None:
        """Bring the file to `entries`, keeping the comments between them; all or nothing."""
        if self._path is None:
            return
        import tomlkit

        old = self._path.read_text(encoding="utf-8") if self._path.exists() else _HEADER
        document = tomlkit.parse(old)
        rows = document.get("reading")
        if rows is None:
            rows = tomlkit.aot()
            document["reading"] = rows
        known = [_parse(self._path, n, row) for n, row in enumerate(rows, 1)]
        for index in reversed(range(len(known))):
            if known[index] not in entries:
                del rows[index]
        for correction in entries:
            if correction not in known:
                row = tomlkit.table()
                row.update({k: str(v) for k, v in asdict(correction).items() if v})
                rows.append(row)
        if not len(rows):
            del document["reading"]
        replace_file(self._path, tomlkit.dumps(document))


def _occurrences(text: str, surface: str) -> Iterator[int]:
    at = text.find(surface)
    while at >= 0:
        yield at
        at = text.find(surface, at + len(surface))


def _same_place(text: str, start: int, end: int, correction: Correction, document: str) -> bool:
    """True where enough of the remembered context still touches the place on both sides.

    The document's id may have changed by a new import; then the context must be long enough to
    be the same sentence.
    """
    before, after = fold(correction.before).text, fold(correction.after).text
    left, right = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    common_left = _common(before[::-1], left[::-1])
    common_right = _common(after, right)
    if common_left < min(_ENOUGH, len(before)) or common_right < min(_ENOUGH, len(after)):
        return False
    return correction.document == document or common_left + common_right >= 2 * _ENOUGH


def _common(a: str, b: str) -> int:
    """Return how many characters `a` and `b` begin with in common."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((n for n, (x, y) in pairs if x != y), min(len(a), len(b)))


def _parse(path: Path, number: int, row: Any) -> Correction:
    where = f"{path}: reading {number}"
    if not isinstance(row, dict):
        raise YomuError(f"{where} is not a table.", "Write [[reading]].")
    values = {
        key: str(row.get(key, "")) for key in ("surface", "reading", "document", "before", "after")
    }
    scope = str(row.get("scope", Scope.EVERYWHERE))
    if not values["surface"]:
        raise YomuError(f"{where} has no surface.", 'Add surface = "…".')
    if scope not in set(Scope):
        raise YomuError(f'{where}: unknown scope "{scope}".', "Use place, text or everywhere.")
    values["reading"] = to_hiragana(values["reading"])
    if not is_reading(values["reading"]):
        raise YomuError(
            f'{where}: reading must be kana, got "{row.get("reading", "")}".',
            "Write it as in きんり.",
        )
    return Correction(scope=Scope(scope), **values)
