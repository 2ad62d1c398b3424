"""A Yomitan archive as something to import: what it is, and its rows, checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from yomu.dictionary.yomitan.archive import Archive, Bank
from yomu.dictionary.yomitan.banks import ShapeError, kanji_row, meta_row, tag_row, term_row
from yomu.dictionary.yomitan.contract import Batch, Limits, Row
from yomu.errors import YomuError
from yomu.terminal import safe_line

_BATCH = 5000
_LONGEST_TITLE = 200


class YomitanPackage:
    """A `contract.Package` of a zip of banks."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self._limits = limits
        self._archive = Archive(path, limits)
        try:
            self.about = _about(self._archive)
        except BaseException:
            self._archive.close()
            raise
        self.size = sum(bank.size for bank in self._archive.banks)

    def batches(self) -> Iterator[Batch]:
        """The rows of every bank, some thousand at a time."""
        done = 0
        for bank in self._archive.banks:
            for rows in _batches(self._archive, bank, self._limits):
                yield Batch(bank.kind, rows, done)
            done += bank.size

    def error(self, what: str) -> YomuError:
        return self._archive.error(what)

    def close(self) -> None:
        self._archive.close()


def _about(archive: Archive) -> dict[str, str]:
    """What index.json says, checked."""
    index = archive.index()
    title, revision = index.get("title"), index.get("revision")
    if not isinstance(title, str) or not safe_line(title):
        raise archive.error("index.json has no title")
    if len(title) > _LONGEST_TITLE:
        raise archive.error(f"the title is {len(title)} characters long")
    version = index.get("format", index.get("version"))
    if version != 3:
        raise archive.error(
            f"it is of format {str(version)[:20]}, and yomu reads format 3",
            "Look for a newer edition of this dictionary.",
        )
    if not archive.banks:
        raise archive.error("there are no banks of terms or kanji in it")
    about = {"title": safe_line(title), "revision": safe_line(str(revision))[:100]}
    for key in ("author", "description", "attribution", "url", "frequencyMode"):
        value = index.get(key)
        about[key] = safe_line(value)[:4000] if isinstance(value, str) else ""
    for text in about.values():
        try:
            text.encode()
        except UnicodeEncodeError:
            raise archive.error("index.json holds half a character (a lone surrogate)") from None
    return about


def _batches(archive: Archive, bank: Bank, limits: Limits) -> Iterator[list[Row]]:
    """The rows of a bank, checked, some thousand at a time."""
    check: Callable[[Any], Row]
    if bank.kind == "term":

        def check(row: Any) -> Row:
            return term_row(row, limits.depth)
    else:
        check = {"kanji": kanji_row, "tag": tag_row}.get(bank.kind, meta_row)
    batch: list[Row] = []
    for number, row in enumerate(archive.rows(bank)):
        try:
            batch.append(check(row))
        except ShapeError as error:
            raise archive.error(f"{bank.name}[{number}]: {error}") from None
        except RecursionError:
            raise archive.error(f"{bank.name}[{number}] is nested too deeply") from None
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
