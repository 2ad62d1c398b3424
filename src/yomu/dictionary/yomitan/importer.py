"""From a package (a Yomitan archive, a JMdict file) to a dictionary's file: all of it, or nothing.

The file is written beside its final name and moved there at the end, so a full disk, a broken
row or a person who cancels leaves what was there as it was.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from yomu.dictionary.yomitan.contract import FORMAT, Cancelled, Limits, Package, Progress
from yomu.errors import YomuError

_ABANDONED_S = 3600
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


def open_package(path: Path, limits: Limits) -> Package:
    """The file at `path` as what its first bytes say it is. Raises YomuError."""
    try:
        with path.open("rb") as file:
            start = file.read(3)
    except OSError:
        start = b""
    if start[:2] == b"\x1f\x8b" or start[:1] == b"<" or start == b"\xef\xbb\xbf":
        from yomu.dictionary.yomitan.jmdict_file import JmdictPackage

        return JmdictPackage(path, limits)
    from yomu.dictionary.yomitan.package import YomitanPackage

    return YomitanPackage(path, limits)


def import_package(
    package: Package,
    target: Path,
    *,
    progress: Progress,
    cancelled: Callable[[], bool],
    limits: Limits,
) -> None:
    """Write the package into the new file `target`.

    Raises YomuError for all that can be wrong with the package or the disk, Cancelled when
    `cancelled` says so; there is then no such file.
    """
    temporary = target.with_name(f".{target.stem}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.unlink(missing_ok=True)
        _sweep(target.parent)
        with closing(sqlite3.connect(temporary, isolation_level=None)) as db:
            _fill(db, package, progress, cancelled, limits)
        with temporary.open("rb+") as written:
            os.fsync(written.fileno())
        temporary.replace(target)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        if isinstance(error, (sqlite3.Error, OSError)):
            raise _disk_error(target.parent, package.about["title"], error) from None
        raise


def _sweep(folder: Path) -> None:
    """Delete what an import left that was killed: a file that nobody has written to for an hour."""
    for left in folder.glob(".*.tmp"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                left.unlink()


def _disk_error(folder: Path, title: str, error: Exception) -> YomuError:
    full = getattr(error, "errno", None) == errno.ENOSPC or "full" in str(error)
    why = "the disk is full" if full else str(getattr(error, "strerror", None) or error)
    return YomuError(
        f"{folder}: “{title}” could not be written: {why}.",
        "Nothing was changed. Make room or make the folder writable, and add it again.",
    )


def _fill(
    db: sqlite3.Connection,
    package: Package,
    progress: Progress,
    cancelled: Callable[[], bool],
    limits: Limits,
) -> None:
    # The file is thrown away unless it is complete, so it needs no journal.
    db.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
    db.execute("BEGIN")
    counts = dict.fromkeys(_INSERT, 0)
    for batch in package.batches():
        if cancelled():
            raise Cancelled
        progress(batch.done, package.size)
        db.executemany(_INSERT[batch.kind], batch.rows)
        counts[batch.kind] += len(batch.rows)
        if sum(counts.values()) > limits.rows:
            raise package.error(f"it has more than {limits.rows:,} rows")
    for statement in _INDEXES:
        db.execute(statement)
        if cancelled():
            raise Cancelled
    values = {**package.about, "format": str(FORMAT), "counts": json.dumps(counts)}
    db.executemany("INSERT INTO meta VALUES (?, ?)", values.items())
    db.execute("COMMIT")
    progress(package.size, package.size)
