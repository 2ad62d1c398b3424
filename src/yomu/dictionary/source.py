"""The shared data: one SQLite file that the package `jamdict-data` brings, opened read-only."""

from __future__ import annotations

import sqlite3
import threading
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

ATTRIBUTION = (
    "JMdict, JMnedict and KANJIDIC2 are the property of the Electronic Dictionary Research and "
    "Development Group (edrdg.org), used under its licence, CC BY-SA 4.0."
)
SHORT_ATTRIBUTION = "JMdict, JMnedict, KANJIDIC2 © EDRDG (edrdg.org), CC BY-SA 4.0"
"""For a pane, where the sentence would stand under every word; README has it in full."""
AGE = "2021-04-17"
"""When `jamdict-data` 1.5 was compiled (its PyPI summary); the file itself dates only a part of it."""

_MISSING = (
    "The Japanese-English dictionary is not installed: {why}. "
    "Install it with `pip install jamdict-data`; everything else works without it."
)


def find_data() -> Path | None:
    """Where the file lies, found without importing its package; None where it is not installed."""
    try:
        spec = find_spec("jamdict_data")
    except (ImportError, ValueError):
        return None
    for folder in (spec.submodule_search_locations or []) if spec else []:
        path = Path(folder) / "jamdict.db"
        if path.is_file():
            return path
    return None


class Connections:
    """Read-only connections to one SQLite file, one for each thread that asks.

    `immutable` lets SQLite skip locks and the look for a journal: the file never changes.
    `problem` is a sentence for a person where the file cannot be used, empty otherwise.
    """

    def __init__(self, path: Path | None, probe: str, *, immutable: bool = True) -> None:
        self.path = path
        self._immutable = immutable
        self._local = threading.local()
        self.problem = self._examine(probe)

    def _examine(self, probe: str) -> str:
        if self.path is None:
            return _MISSING.format(why="the package jamdict-data was not found")
        try:
            self.get().execute(probe).fetchone()
        except sqlite3.Error as error:
            return _MISSING.format(why=f"{self.path} cannot be read ({error})")
        return ""

    def failed(self, error: sqlite3.Error) -> None:
        """Note that the file turned out to be unusable: it is not asked again."""
        self.problem = _MISSING.format(why=f"{self.path} cannot be read ({error})")

    def get(self) -> sqlite3.Connection:
        """This thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            if self.path is None:
                raise sqlite3.OperationalError("no dictionary file")
            found = connect(self.path, immutable=self._immutable)
            self._local.connection = found
        return found


def connect(path: Path, *, immutable: bool) -> sqlite3.Connection:
    """Open `path` for reading only."""
    options = "mode=ro&immutable=1" if immutable else "mode=ro"
    uri = f"file:{quote(str(path.absolute()))}?{options}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    # 300 MB of data, read here and there: mapping it saves a copy of every page.
    connection.execute("PRAGMA mmap_size = 400000000")
    return connection
