"""English to Japanese: an index of the glosses, built once into the cache folder.

The shared file can find a gloss only by its whole text. Here every gloss has a key (`to include
(in)` → `include`) for exact answers, and a full-text index for those that merely hold the words.
370,000 glosses take about three seconds and 40 MB; the file is made beside its name and moved, so
a half-made one is never read.
"""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from yomu.dictionary.jmdict import Words
from yomu.dictionary.model import EnglishMatch
from yomu.dictionary.source import connect
from yomu.dictionary.tags import RARE, level, wording
from yomu.errors import YomuError

_VERSION = 1
_LEADING = re.compile(r"^(?:to be |to |a |an |the |one's )")
_ASIDE = re.compile(r"\s*\([^)]*\)\s*")
_WORD = re.compile(r"[0-9a-z\u00c0-\u024f]+")
_STOP = frozenset({"a", "an", "the", "to", "of", "be", "in", "on", "or", "and"})


def key_of(gloss: str) -> str:
    """What two glosses share that mean the same word: no case, article, `to` or remark in brackets."""
    plain = _ASIDE.sub(" ", gloss).strip().lower() or gloss.strip().lower()
    return _LEADING.sub("", plain)


class EnglishIndex:
    """The index of one data file. Thread-safe: it is built by one thread while others wait."""

    def __init__(self, data: Path, cache_dir: Path) -> None:
        self._data = data
        self._cache_dir = cache_dir
        self._lock = threading.Lock()
        self._local = threading.local()

    @property
    def path(self) -> Path:
        status = self._data.stat()
        name = f"english-{_VERSION}-{status.st_size:x}-{int(status.st_mtime):x}.db"
        return self._cache_dir / name

    @property
    def ready(self) -> bool:
        """Whether a search can answer at once."""
        return self.path.is_file()

    def search(
        self, words: Words, db: sqlite3.Connection, query: str, limit: int
    ) -> tuple[EnglishMatch, ...]:
        """The words whose gloss is `query`, commonest first, then those whose gloss holds it."""
        key = key_of(query)
        if not key:
            return ()
        try:
            rows = self._rows(key, limit)
        except sqlite3.DatabaseError:  # a damaged file in the cache: make it anew
            self._local.connection = None
            with self._lock:
                self.build()
            rows = self._rows(key, limit)
        best: dict[int, tuple[int, int, int]] = {}
        for entry, sense, place, exact, _ in rows:
            best.setdefault(entry, (sense, place, exact))
        chosen = list(best)[:limit]
        entries = words.entries(db, chosen)
        out = []
        for number in chosen:
            found = entries.get(number)
            sense, place, exact = best[number]
            if found and sense < len(found.senses) and place < len(found.senses[sense].glosses):
                meaning = found.senses[sense]
                out.append(EnglishMatch(found, meaning, meaning.glosses[place], bool(exact)))
        return tuple(out)

    def _rows(self, key: str, limit: int) -> list[tuple[int, int, int, int, int]]:
        """Entry, sense, place, whether exact, score: exact ones first."""
        index = self._connection()
        rows = index.execute(
            "SELECT entry, sense, place, 1, score FROM gloss WHERE key = ? ORDER BY score DESC LIMIT ?",
            (key, limit * 2),
        ).fetchall()
        terms = [w for w in _WORD.findall(key) if w not in _STOP] or _WORD.findall(key)
        if terms:
            match = " ".join(f'"{term}"' for term in terms)
            # a gloss that is mostly the query, before a long one that mentions it
            rows += index.execute(
                "SELECT g.entry, g.sense, g.place, 0, g.score + 60 * ? / g.size AS good "
                "FROM words JOIN gloss g ON g.id = words.rowid WHERE words MATCH ? "
                "ORDER BY good DESC LIMIT ?",
                (len(terms), match, limit * 2),
            ).fetchall()
        return rows

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            with self._lock:
                if not self.path.is_file():
                    self.build()
            found = self._local.connection = connect(self.path, immutable=True)
        return found

    def build(self) -> None:
        """Make the index anew. Raises YomuError where the cache folder cannot be written."""
        target = self.path
        temporary = target.with_name(f"{target.name}.{os.getpid()}.tmp")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary.unlink(missing_ok=True)
            with (
                closing(sqlite3.connect(temporary, isolation_level=None)) as new,
                closing(connect(self._data, immutable=True)) as data,
            ):
                _fill(new, data)
            temporary.replace(target)
        except (OSError, sqlite3.Error) as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise YomuError(
                f"{target}: the index for English could not be made ({error}).",
                "Make room on the disk, or make the folder writable, and search again.",
            ) from None
        for old in target.parent.glob("english-*.db"):
            if old != target:
                with suppress(OSError):
                    old.unlink()


def _fill(new: sqlite3.Connection, data: sqlite3.Connection) -> None:
    new.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        "CREATE TABLE gloss (id INTEGER PRIMARY KEY, entry INTEGER, sense INTEGER, place INTEGER,"
        " size INTEGER, score INTEGER, key TEXT);"
        "CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='porter unicode61');"
    )
    new.execute("BEGIN")
    rows: list[tuple[int, int, int, int, int, int, str]] = []
    texts: list[tuple[int, str]] = []
    for number, (entry, sense, place, score, text) in enumerate(_glosses(data), 1):
        size = max(1, len(_WORD.findall(text.lower())))
        rows.append((number, entry, sense, place, size, score, key_of(text)))
        texts.append((number, text))
    new.executemany("INSERT INTO gloss VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    new.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", texts)
    new.execute("CREATE INDEX gloss_key ON gloss(key, score)")
    new.execute("COMMIT")


def _glosses(data: sqlite3.Connection) -> Iterator[tuple[int, int, int, int, str]]:
    """Entry, sense, place within the sense, score, text: the score counts how usual the meaning is."""
    priorities: dict[int, set[str]] = defaultdict(set)
    for forms, tags in (("Kanji", "KJP"), ("Kana", "KNP")):
        for entry, tag in data.execute(
            f"SELECT f.idseq, t.text FROM {tags} t JOIN {forms} f ON f.ID = t.kid"
        ):
            priorities[entry].add(tag)
    levels = {entry: level(tags) for entry, tags in priorities.items()}
    rare = {
        sense for sense, misc in data.execute("SELECT sid, text FROM misc") if wording(misc) in RARE
    }
    last_entry = last_sense = None
    sense_place = gloss_place = -1
    for entry, sense, text in data.execute(
        "SELECT s.idseq, s.ID, g.text FROM Sense s JOIN SenseGloss g ON g.sid = s.ID "
        "ORDER BY s.idseq, s.ID, g.rowid"
    ):
        if entry != last_entry:
            last_entry, sense_place = entry, -1
        if sense != last_sense:
            last_sense, sense_place, gloss_place = sense, sense_place + 1, -1
        gloss_place += 1
        score = 12 * levels.get(entry, 1) - 8 * min(sense_place, 6) - 5 * min(gloss_place, 4)
        if sense in rare:
            score -= 40
        yield entry, sense_place, gloss_place, score, text
