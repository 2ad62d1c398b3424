"""From a Yomitan archive to a dictionary's file: all of it, or nothing.

The file is written beside its final name and moved there at the end, so a full disk, a broken
row or a person who cancels leaves what was there as it was.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from yomu.dictionary.yomitan.archive import Archive, Bank
from yomu.dictionary.yomitan.banks import Row, ShapeError, kanji_row, meta_row, tag_row, term_row
from yomu.dictionary.yomitan.contract import FORMAT, Cancelled, Limits, Progress
from yomu.errors import YomuError
from yomu.terminal import safe_line

_BATCH = 5000
_LONGEST_TITLE = 200

_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE term (id INTEGER PRIMARY KEY, expression TEXT NOT NULL, reading TEXT NOT NULL, rules TEXT NOT NULL,
    score REAL NOT NULL, tags TEXT NOT NULL, term_tags TEXT NOT NULL, sequence INTEGER NOT NULL, definitions TEXT NOT NULL);
CREATE TABLE term_meta (expression TEXT NOT NULL, reading TEXT NOT NULL, kind TEXT NOT NULL, number REAL, shown TEXT NOT NULL);
CREATE TABLE kanji (character TEXT NOT NULL, on_readings TEXT NOT NULL, kun_readings TEXT NOT NULL, tags TEXT NOT NULL,
    meanings TEXT NOT NULL, figures TEXT NOT NULL);
CREATE TABLE kanji_meta (expression TEXT NOT NULL, reading TEXT NOT NULL, kind TEXT NOT NULL, number REAL, shown TEXT NOT NULL);
CREATE TABLE tag (name TEXT NOT NULL, category TEXT NOT NULL, notes TEXT NOT NULL);
"""
_INDEXES = (
    "CREATE INDEX term_expression ON term(expression)",
    "CREATE INDEX term_reading ON term(reading)",
    "CREATE INDEX term_meta_expression ON term_meta(expression)",
    "CREATE INDEX kanji_character ON kanji(character)",
    "CREATE INDEX kanji_meta_expression ON kanji_meta(expression)",
)
_INSERT = {
    "term": "INSERT INTO term(expression, reading, rules, score, tags, term_tags, sequence, definitions) VALUES (?,?,?,?,?,?,?,?)",
    "term_meta": "INSERT INTO term_meta VALUES (?,?,?,?,?)",
    "kanji": "INSERT INTO kanji VALUES (?,?,?,?,?,?)",
    "kanji_meta": "INSERT INTO kanji_meta VALUES (?,?,?,?,?)",
    "tag": "INSERT INTO tag VALUES (?,?,?)",
}


def add_archive(
    path: Path,
    target_of: Callable[[str], Path],
    *,
    progress: Progress = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    limits: Limits | None = None,
) -> Path:
    """Import the archive at `path` into the file that `target_of` names for its title.

    `target_of` raises YomuError for a title that may not be added. Raises YomuError for all that
    can be wrong with the archive or the disk, Cancelled when `cancelled` says so.
    """
    limits = limits or Limits()
    with closing(Archive(path, limits)) as archive:
        about = _about(archive)
        target = target_of(about["title"])
        temporary = target.with_name(f".{target.stem}.{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.unlink(missing_ok=True)
            with closing(sqlite3.connect(temporary, isolation_level=None)) as db:
                _fill(db, archive, about, progress, cancelled, limits)
            with temporary.open("rb") as written:
                os.fsync(written.fileno())
            temporary.replace(target)
        except BaseException as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            if isinstance(error, (sqlite3.Error, OSError)):
                raise _disk_error(target.parent, about["title"], error) from None
            raise
    return target


def _disk_error(folder: Path, title: str, error: Exception) -> YomuError:
    full = getattr(error, "errno", None) == errno.ENOSPC or "full" in str(error)
    why = "the disk is full" if full else str(getattr(error, "strerror", None) or error)
    return YomuError(
        f"{folder}: “{title}” could not be written: {why}.",
        "Nothing was changed. Make room or make the folder writable, and add it again.",
    )


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


def _fill(
    db: sqlite3.Connection,
    archive: Archive,
    about: dict[str, str],
    progress: Progress,
    cancelled: Callable[[], bool],
    limits: Limits,
) -> None:
    # The file is thrown away unless it is complete, so it needs no journal.
    db.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
    db.execute("BEGIN")
    total = sum(bank.size for bank in archive.banks)
    done = 0
    counts = dict.fromkeys(_INSERT, 0)
    for bank in archive.banks:
        progress(done, total)
        for batch in _batches(archive, bank, limits):
            if cancelled():
                raise Cancelled
            db.executemany(_INSERT[bank.kind], batch)
            counts[bank.kind] += len(batch)
            if sum(counts.values()) > limits.rows:
                raise archive.error(f"it has more than {limits.rows:,} rows")
        done += bank.size
    for statement in _INDEXES:
        db.execute(statement)
        if cancelled():
            raise Cancelled
    values = {**about, "format": str(FORMAT), "counts": json.dumps(counts)}
    db.executemany("INSERT INTO meta VALUES (?, ?)", values.items())
    db.execute("COMMIT")
    progress(total, total)


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
