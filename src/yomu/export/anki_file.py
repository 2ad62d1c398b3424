"""Opening a file that Anki exported: `.apkg` and `.colpkg`, old and new.

Such a file may be broken or hostile: it is unpacked with a limit and opened read-only.
"""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from yomu.errors import YomuError
from yomu.terminal import safe_line

LARGEST_COLLECTION = 1024 * 1024 * 1024
"""Bytes; a collection of 50,000 of our notes with 500,000 reviews has some 350 MB."""

_CHUNK = 1024 * 1024
# A new file holds, beside the real collection, an old-style one that only says to update Anki.
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_TABLES = {"col", "notes", "cards", "revlog"}
_NOT_AS_ANKI_WRITES = (
    *(sqlite3.Error, ValueError, TypeError, KeyError, AttributeError, IndexError),
    *(OverflowError, RecursionError),
)
"""What reading a database raises that is damaged, or holds other types than Anki's."""


@contextmanager
def open_collection(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in the file at `path`, read-only; what goes wrong while reading it, as YomuError.

    It has at least the tables col, notes, cards and revlog. Names are compared as Anki does.
    """
    with tempfile.TemporaryDirectory(prefix="yomu-") as folder:
        unpacked = Path(folder) / "collection.sqlite"
        _unpack(path, unpacked)
        try:
            with closing(_connect(unpacked)) as connection:
                if not tables_of(connection) >= _TABLES:
                    raise _damaged(path, "it lacks tables")
                yield connection
        except _NOT_AS_ANKI_WRITES as error:
            raise _damaged(path, str(error)) from None


def _unpack(path: Path, target: Path) -> None:
    try:
        with _archive(path) as archive:
            member = _collection(archive, path)
            with archive.open(member) as packed, target.open("wb") as file:
                _copy(_decompressed(packed, member.filename), file, path)
    except YomuError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _damaged(path, str(error)) from None
    except OSError as error:
        raise YomuError(
            f"{_name(path)} cannot be read: {error.strerror or error}.",
            "Check the path, and that there is room in the folder for temporary files.",
        ) from None


@contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    if path.is_dir():
        raise YomuError(f"{_name(path)} is a folder.", "Name the file that Anki exported.")
    if not path.exists():
        raise YomuError(f"{_name(path)}: no such file.", _HOW)
    with path.open("rb") as file:
        if not zipfile.is_zipfile(file):
            raise YomuError(f"{_name(path)} is no file that Anki exported.", _HOW)
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            yield archive


def _collection(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The entry that holds the collection; the newest format that there is."""
    names = set(archive.namelist())
    name = next((name for name in _COLLECTIONS if name in names), None)
    if name is None:
        if "meta" in names:
            raise YomuError(
                f"{_name(path)} was written by a newer Anki than this yomu knows.",
                "Update yomu, or tick “Support older Anki versions” when exporting from Anki.",
            )
        raise YomuError(f"{_name(path)} holds no Anki collection.", _HOW)
    member = archive.getinfo(name)
    if member.flag_bits & 1:
        raise YomuError(
            f"{_name(path)} is locked with a password.", "Unpack and zip it again without one."
        )
    return member


def _decompressed(packed: IO[bytes], name: str) -> Iterator[bytes]:
    if not name.endswith("b"):
        while chunk := packed.read(_CHUNK):
            yield chunk
        return
    from zstandard import ZstdDecompressor, ZstdError

    try:
        with ZstdDecompressor().stream_reader(packed, read_across_frames=True) as reader:
            while chunk := reader.read(_CHUNK):
                yield chunk
    except (ZstdError, MemoryError) as error:
        raise EOFError(str(error)) from None


def _copy(chunks: Iterator[bytes], file: IO[bytes], path: Path) -> None:
    """Write chunks up to the limit. What an archive says of its own size is not believed."""
    written = 0
    for chunk in chunks:
        written += len(chunk)
        if written > LARGEST_COLLECTION:
            raise YomuError(
                f"{_name(path)} unpacks to more than {LARGEST_COLLECTION // 1024**2} MB.",
                "Export only the decks that you need, with “Include scheduling information” ticked.",
            )
        file.write(chunk)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    # new collections are indexed by a comparison of Anki's own
    connection.create_collation("unicase", _compare_unicase)
    return connection


def _compare_unicase(left: str, right: str) -> int:
    a, b = left.casefold(), right.casefold()
    return (a > b) - (a < b)


def tables_of(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(row[0]) for row in rows}


def _damaged(path: Path, why: str) -> YomuError:
    return YomuError(
        f"{_name(path)} is damaged ({safe_line(why) or 'it cannot be read'}).",
        "Export it from Anki again. Nothing was taken from it.",
    )


def _name(path: Path) -> str:
    return safe_line(str(path))


_HOW = (
    "In Anki: File → Export, “Anki Deck Package” with “Include scheduling information”, "
    "or “Anki Collection Package”."
)
