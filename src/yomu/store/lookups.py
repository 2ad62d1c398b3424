"""What was looked up: a row for each look-up, never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from yomu.kana import to_hiragana


@dataclass(frozen=True, slots=True)
class NewLookup:
    """A look-up to put on record.

    `word` and `reading` are the dictionary form or the headword of the glossary entry, `surface`
    what stood in the text. `text_id` is empty, and the place 0, for a word looked up outside any text.
    """

    word: str
    reading: str
    surface: str
    sentence: str = ""
    entry_id: str = ""
    text_id: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A word that was looked up `times` times, and where the last time was.

    `title` and `path` are those of the text, empty where there was none; the text may be gone.
    `at` is ISO 8601 in UTC.
    """

    times: int
    word: str
    reading: str
    surface: str
    sentence: str
    entry_id: str
    title: str
    path: str
    text_id: str
    paragraph: int
    start: int
    end: int
    at: str

    @property
    def shown_reading(self) -> str:
        """The reading, empty where the word is kana and says it itself."""
        return "" if to_hiragana(self.word) == to_hiragana(self.reading) else self.reading


_COLUMNS = (
    "l.headword, l.reading, l.surface, l.sentence, l.entry_id, coalesce(t.title, ''),"
    " coalesce(t.path, ''), coalesce(l.text_id, ''), coalesce(l.paragraph, 0),"
    ' coalesce(l.start, 0), coalesce(l."end", 0), l.at'
)


class LookupTable:
    """Reads and writes look-ups. Made by `Store.lookups`, used in the store's thread."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        writing: Callable[[], AbstractContextManager[sqlite3.Connection]],
        stamp: Callable[[], str],
        utc_offset: Callable[[], int],
    ) -> None:
        self._connection = connection
        self._writing = writing
        self._stamp = stamp
        self._utc_offset = utc_offset

    def note(self, new: NewLookup) -> None:
        with self._writing() as connection:
            connection.execute(
                'INSERT INTO lookups (text_id, paragraph, start, "end", surface, headword, reading,'
                " entry_id, sentence, at, utc_offset) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                (
                    new.text_id or None,
                    new.paragraph,
                    new.start,
                    new.end,
                    new.surface,
                    new.word,
                    new.reading,
                    new.entry_id,
                    new.sentence,
                    self._stamp(),
                    self._utc_offset(),
                ),
            )

    def times(self) -> dict[str, int]:
        """How often each word was looked up."""
        return dict(
            self._connection.execute("SELECT headword, count(*) FROM lookups GROUP BY headword")
        )

    def words(
        self,
        wanted: Iterable[str] = (),
        *,
        text: str = "",
        since: str = "",
        least: int = 1,
        limit: int = 500,
    ) -> list[LookedUp]:
        """The words looked up, each once, the latest first.

        `wanted`: those that hold one of these strings in the word, its reading, its form in the
        text or a sentence it was met in. `text`: looked up in the text of this name (`slug`), path
        or part of a title. `since`: ISO 8601 in UTC. `least`: looked up so often, in that text
        and time.
        """
        where: list[str] = []
        values: list[str] = []
        if text:
            where.append(
                "text_id IN (SELECT id FROM texts WHERE slug = ? OR path = ?"
                " OR title LIKE ? ESCAPE '\\')"
            )
            values += [text, text, _holding(text)]
        if since:
            where.append("at >= ?")
            values.append(since)
        having: list[str] = [f"count(*) >= {int(least)}"]
        asked: list[str] = []
        either = []
        for one in wanted:
            fields = ("headword", "reading", "surface", "sentence")
            either += [f"{field} LIKE ? ESCAPE '\\'" for field in fields]
            asked += [_holding(one)] * len(fields)
        if either:
            having.append(f"max({' OR '.join(either)})")
        condition = f"WHERE {' AND '.join(where)}" if where else ""
        rows = self._connection.execute(
            f"SELECT n.times, {_COLUMNS} FROM (SELECT max(id) AS last, count(*) AS times FROM lookups"
            f" {condition} GROUP BY headword HAVING {' AND '.join(having)}"
            f" ORDER BY last DESC LIMIT {int(limit)}) n"
            " JOIN lookups l ON l.id = n.last LEFT JOIN texts t ON t.id = l.text_id"
            " ORDER BY n.last DESC",
            [*values, *asked],
        )
        return [LookedUp(*row) for row in rows]

    def of_word(self, word: str, *, limit: int = 20) -> list[LookedUp]:
        """Every time one word was looked up, the latest first; `times` counts them all."""
        rows = self._connection.execute(
            f"SELECT count(*) OVER (), {_COLUMNS} FROM lookups l LEFT JOIN texts t ON t.id = l.text_id"
            " WHERE l.headword = ? ORDER BY l.id DESC LIMIT ?",
            (word, limit),
        )
        return [LookedUp(*row) for row in rows]


def _holding(text: str) -> str:
    """A LIKE pattern for what holds `text` as it is written."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
