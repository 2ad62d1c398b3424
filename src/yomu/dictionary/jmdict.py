"""JMdict and JMnedict out of the shared file: which entries have a form, and what an entry says."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from yomu.dictionary.model import (
    DictionaryEntry,
    Loan,
    Origin,
    Pronunciation,
    Sense,
    Spelling,
)
from yomu.dictionary.tags import code, level, wording

MOST_VALUES = 500
"""Values in one `IN (…)`; SQLite's own limit is 999 in old builds."""

_KEPT_ENTRIES = 8000


class Words:
    """JMdict, with the entries looked up so far. Any thread may ask."""

    def __init__(self) -> None:
        self._cache: dict[int, DictionaryEntry] = {}

    def find(self, db: sqlite3.Connection, forms: Iterable[str]) -> dict[str, list[int]]:
        """The ids of the entries that are written or read as each of `forms`."""
        return _find(db, forms, "Kanji", "Kana")

    def entries(self, db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, DictionaryEntry]:
        """The entries with these ids."""
        wanted = list(dict.fromkeys(ids))
        cache = self._cache
        found = {n: cache[n] for n in wanted if n in cache}
        missing = [n for n in wanted if n not in found]
        if missing:
            loaded = {entry.id: entry for entry in _load_words(db, missing)}
            # a new dict, not a cleared one: another thread may be reading the old
            if len(self._cache) > _KEPT_ENTRIES:
                self._cache = {}
            self._cache.update(loaded)
            found |= loaded
        return found


class Names:
    """JMnedict."""

    def find(self, db: sqlite3.Connection, forms: Iterable[str]) -> dict[str, list[int]]:
        """The ids of the names that are written or read as each of `forms`."""
        return _find(db, forms, "NEKanji", "NEKana")

    def entries(self, db: sqlite3.Connection, ids: Iterable[int]) -> dict[int, DictionaryEntry]:
        """The names with these ids."""
        return {entry.id: entry for entry in _load_names(db, list(dict.fromkeys(ids)))}


def _find(
    db: sqlite3.Connection, forms: Iterable[str], kanji: str, kana: str
) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for table in (kanji, kana):
        for text, number in _select(db, f"SELECT text, idseq FROM {table} WHERE text IN", forms):
            if number not in found[text]:
                found[text].append(number)
    return dict(found)


def _select(db: sqlite3.Connection, sql: str, values: Iterable[Any], tail: str = "") -> list[Any]:
    """Run `sql (?, ?, …) tail` over as many values as there are."""
    every = list(values)
    rows: list[Any] = []
    for at in range(0, len(every), MOST_VALUES):
        part = every[at : at + MOST_VALUES]
        marks = ",".join("?" * len(part))
        rows += db.execute(f"{sql} ({marks}) {tail}", part).fetchall()
    return rows


def _texts(
    db: sqlite3.Connection, table: str, key: str, ids: Sequence[int]
) -> dict[int, list[str]]:
    """`table.text` in the data's order for each id."""
    grouped: dict[int, list[str]] = defaultdict(list)
    sql = f"SELECT {key}, text FROM {table} WHERE {key} IN"
    for number, text in _select(db, sql, ids, "ORDER BY rowid"):
        grouped[number].append(text)
    return grouped


def _tuple(grouped: dict[int, list[str]], number: int) -> tuple[str, ...]:
    return tuple(grouped.get(number, ()))


def _load_words(db: sqlite3.Connection, ids: Sequence[int]) -> list[DictionaryEntry]:
    kanji = _select(db, "SELECT ID, idseq, text FROM Kanji WHERE idseq IN", ids, "ORDER BY ID")
    kana = _select(
        db, "SELECT ID, idseq, text, nokanji FROM Kana WHERE idseq IN", ids, "ORDER BY ID"
    )
    senses = _select(db, "SELECT ID, idseq FROM Sense WHERE idseq IN", ids, "ORDER BY ID")
    kanji_ids, kana_ids = [row[0] for row in kanji], [row[0] for row in kana]
    sense_ids = [row[0] for row in senses]
    kanji_tags, kanji_notes = (
        _texts(db, "KJP", "kid", kanji_ids),
        _texts(db, "KJI", "kid", kanji_ids),
    )
    kana_tags, kana_notes = _texts(db, "KNP", "kid", kana_ids), _texts(db, "KNI", "kid", kana_ids)
    restrictions = _texts(db, "KNR", "kid", kana_ids)

    spellings: dict[int, list[Spelling]] = defaultdict(list)
    readings: dict[int, list[Pronunciation]] = defaultdict(list)
    meanings: dict[int, list[Sense]] = defaultdict(list)
    priorities: dict[int, set[str]] = defaultdict(set)
    for number, entry, text in kanji:
        tags = _tuple(kanji_tags, number)
        priorities[entry].update(tags)
        notes = tuple(wording(note) for note in kanji_notes.get(number, ()))
        spellings[entry].append(Spelling(text, tags, notes))
    for number, entry, text, apart in kana:
        tags = _tuple(kana_tags, number)
        priorities[entry].update(tags)
        notes = tuple(wording(note) for note in kana_notes.get(number, ()))
        readings[entry].append(
            Pronunciation(text, tags, notes, _tuple(restrictions, number), bool(apart))
        )
    for (_, entry), sense in zip(senses, _load_senses(db, sense_ids), strict=True):
        meanings[entry].append(sense)
    return [
        DictionaryEntry(
            entry,
            Origin.WORDS,
            Origin.WORDS.value,
            tuple(spellings[entry]),
            tuple(readings[entry]),
            tuple(meanings[entry]),
            level(priorities[entry]),
        )
        for entry in ids
        if meanings[entry]
    ]


def _load_senses(db: sqlite3.Connection, ids: Sequence[int]) -> list[Sense]:
    """The senses with these ids, in this order."""
    gloss, pos, misc, field, dialect, info, see, opposite, spelling, reading = (
        _texts(db, table, "sid", ids)
        for table in (
            "SenseGloss", "pos", "misc", "field", "dialect", "SenseInfo", "xref", "antonym", "stagk", "stagr",
        )
    )  # fmt: skip
    loans: dict[int, list[Loan]] = defaultdict(list)
    sql = "SELECT sid, lang, text, wasei FROM SenseSource WHERE sid IN"
    for number, language, word, wasei in _select(db, sql, ids, "ORDER BY rowid"):
        loans[number].append(Loan(language or "", word or "", bool(wasei)))
    return [
        Sense(
            glosses=_tuple(gloss, number),
            pos=tuple(code(text) for text in pos.get(number, ())),
            misc=tuple(wording(text) for text in misc.get(number, ())),
            fields=_tuple(field, number),
            dialects=_tuple(dialect, number),
            notes=_tuple(info, number),
            loans=tuple(loans.get(number, ())),
            see=_tuple(see, number),
            opposites=_tuple(opposite, number),
            spellings=_tuple(spelling, number),
            readings=_tuple(reading, number),
        )
        for number in ids
    ]


def _load_names(db: sqlite3.Connection, ids: Sequence[int]) -> list[DictionaryEntry]:
    spellings = _texts(db, "NEKanji", "idseq", ids)
    readings = _texts(db, "NEKana", "idseq", ids)
    rows = _select(db, "SELECT ID, idseq FROM NETranslation WHERE idseq IN", ids, "ORDER BY ID")
    numbers = [row[0] for row in rows]
    glosses = _texts(db, "NETransGloss", "tid", numbers)
    kinds = _texts(db, "NETransType", "tid", numbers)
    senses: dict[int, list[Sense]] = defaultdict(list)
    for number, entry in rows:
        names = tuple(wording(kind) for kind in kinds.get(number, ()))
        senses[entry].append(Sense(_tuple(glosses, number), pos=("n-pr",), misc=names))
    return [
        DictionaryEntry(
            entry,
            Origin.NAMES,
            Origin.NAMES.value,
            tuple(Spelling(text) for text in spellings.get(entry, ())),
            tuple(Pronunciation(text) for text in readings.get(entry, ())),
            tuple(senses[entry]),
        )
        for entry in ids
        if senses[entry]
    ]
