"""Opening the collection inside an `.apkg` or `.colpkg`, of Anki before and after 2.1.50."""

from __future__ import annotations

import importlib
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any

from yomu.errors import YomuError
from yomu.terminal import safe_line

# The newest first: a file in the new format holds a collection.anki2 that only asks for an update.
_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
MAX_BYTES = 4_000_000_000
"""Of an unpacked collection; large ones have some hundred thousand notes in 500 MB."""
_BROKEN = "Export it from Anki again; when copying it, check that the whole file arrived."


@contextmanager
def open_collection(path: Path) -> Iterator[sqlite3.Connection]:
    """The collection's database, a copy that may be written to.

    Raises YomuError for a file that is missing, damaged, no deck, or that needs a library to unpack.
    """
    name = safe_line(str(path))
    with tempfile.TemporaryDirectory(prefix="yomu-") as folder:
        database = Path(folder) / "collection"
        try:
            _unpack(path, name, database)
            with closing(sqlite3.connect(database)) as connection:
                # Anki's own order of names; no query here depends on it, but its indexes name it.
                connection.create_collation("unicase", _compare)
                connection.execute("SELECT count(*) FROM notes").fetchone()
                yield connection
        except FileNotFoundError as error:
            raise YomuError(f"{name}: there is no such file.", "Check the path.") from error
        except (zipfile.BadZipFile, EOFError, sqlite3.DatabaseError) as error:
            raise YomuError(f"{name} is damaged or no Anki deck ({error}).", _BROKEN) from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise YomuError(f"{name} could not be read: {reason}.", "Check the path.") from error


def _unpack(path: Path, name: str, target: Path) -> None:
    if path.is_dir():
        raise YomuError(f"{name} is a folder.", "Give the .apkg or .colpkg file in it.")
    with path.open("rb") as file:
        plain = file.read(15) == b"SQLite format 3"
    if plain:
        shutil.copyfile(path, target)
        return
    with zipfile.ZipFile(path) as archive:
        held = next((c for c in _COLLECTIONS if c in archive.namelist()), None)
        if held is None:
            raise YomuError(
                f"{name} holds no Anki collection.",
                "Give a deck that Anki exported (.apkg, .colpkg).",
            )
        with archive.open(held) as packed, target.open("wb") as out:
            if held.endswith("b"):
                _copy(_zstd_reader(name)(packed), out, name)
            else:
                _copy(packed, out, name)


def _copy(source: IO[bytes], target: IO[bytes], name: str) -> None:
    written = 0
    while True:
        try:
            block = source.read(1 << 20)
        except (OSError, EOFError, zipfile.BadZipFile):
            raise
        except Exception as error:  # each zstd library has an error of its own
            raise YomuError(f"{name} is damaged ({error}).", _BROKEN) from error
        if not block:
            return
        written += len(block)
        if written > MAX_BYTES:
            raise YomuError(f"{name} unpacks to more than 4 GB.", "Export a single deck.")
        target.write(block)


def _zstd_reader(name: str) -> Callable[[IO[bytes]], IO[bytes]]:
    """What unpacks Zstandard: Python's own from 3.14 on, or a library that happens to be there."""
    for module, opener in (
        ("compression.zstd", "ZstdFile"),
        ("backports.zstd", "ZstdFile"),
        ("pyzstd", "ZstdFile"),
    ):
        try:
            found: Any = importlib.import_module(module)
        except ImportError:
            continue
        reader: Callable[[IO[bytes]], IO[bytes]] = getattr(found, opener)
        return reader
    try:
        zstandard: Any = importlib.import_module("zstandard")
    except ImportError:
        raise YomuError(
            f"{name} is in Anki's new format, which this Python cannot unpack.",
            "Export it again with “Support older Anki versions” ticked,"
            " or install the package zstandard beside yomu.",
        ) from None
    return lambda packed: zstandard.ZstdDecompressor().stream_reader(
        packed, read_across_frames=True
    )


def _compare(a: str, b: str) -> int:
    a, b = a.casefold(), b.casefold()
    return (a > b) - (a < b)
