"""Questions to the added dictionaries: which entries have a form, how common, how pitched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from yomu.dictionary.model import DictionaryEntry, KanjiInfo, Origin, Pronunciation, Sense, Spelling
from yomu.dictionary.yomitan.library import Frequency, UserDictionaries, Volume

_MOST = 400
_COLUMNS = "id, expression, reading, rules, score, tags, term_tags, definitions"


def find_entries(
    shelf: UserDictionaries, forms: Iterable[str]
) -> Mapping[str, Sequence[tuple[DictionaryEntry, str]]]:
    """The entries, with their inflection rules, that are written or read as each of `forms`."""
    wanted = list(forms)
    found: dict[str, list[tuple[DictionaryEntry, str]]] = {}
    for volume in shelf.volumes():
        for entry, rules in _entries(volume, wanted):
            for form in dict.fromkeys(entry.forms()):
                found.setdefault(form, []).append((entry, rules))
    return found


def _entries(volume: Volume, forms: Sequence[str]) -> list[tuple[DictionaryEntry, str]]:
    rows: dict[int, Any] = {}
    try:
        db = volume.connections.get()
        for at in range(0, len(forms), _MOST):
            part = forms[at : at + _MOST]
            marks = ",".join("?" * len(part))
            for column in ("expression", "reading"):
                sql = f"SELECT {_COLUMNS} FROM term WHERE {column} IN ({marks})"
                rows.update((row[0], row) for row in db.execute(sql, part))
    except sqlite3.Error:
        return []  # removed by another process; the shelf notices at the next look-up
    ordered = sorted(rows.values(), key=lambda row: (row[1], row[2], -row[4], row[0]))
    out = []
    for (expression, reading), same in groupby(ordered, key=lambda row: (row[1], row[2])):
        group = list(same)
        senses = tuple(_sense(row[5], row[7]) for row in group)
        readings = (Pronunciation(reading),) if reading else ()
        title = volume.about.title
        entry = DictionaryEntry(
            group[0][0], Origin.USER, title, (Spelling(expression),), readings, senses
        )
        out.append((entry, " ".join(row[3] for row in group)))
    return out


def _sense(tags: str, definitions: str) -> Sense:
    items: list[list[str]] = json.loads(definitions)
    glosses = tuple(lines[0] for lines in items if lines)
    lines = tuple(line for item in items for line in item)
    return Sense(glosses, misc=tuple(tags.split()), lines=lines)


def rules_allow(rules: str, word_class: str) -> bool:
    """Whether a term with Yomitan's `rules` (`v5 vs`) can inflect as JMdict's `word_class` does.

    A term without rules is taken for a noun: it can take する, and な.
    """
    given = rules.split()
    if not word_class:
        return True
    if not given:
        return word_class in ("vs", "adj-na", "adj-t")
    return any(
        word_class == rule
        or word_class.startswith(f"{rule}-")
        or (rule == "v5" and word_class.startswith("v5"))
        or (rule == "adj-i" and word_class == "adj-ix")
        for rule in given
    )


def frequencies(shelf: UserDictionaries, expression: str, reading: str) -> tuple[Frequency, ...]:
    """What the added dictionaries say of how common a word is; an empty `reading` fits any."""
    out = []
    for volume in shelf.volumes():
        for own, number, shown in _metas(volume, expression, "freq"):
            if not own or not reading or own == reading:
                out.append(Frequency(volume.about.title, shown, number))
    return tuple(out)


def accents(shelf: UserDictionaries, expression: str, reading: str) -> tuple[tuple[str, int], ...]:
    """Title and fall position of the pitch accents the added dictionaries give."""
    out = []
    for volume in shelf.volumes():
        for own, _, shown in _metas(volume, expression, "pitch"):
            if not reading or own == reading:
                out += [(volume.about.title, n) for n in json.loads(shown) if isinstance(n, int)]
    return tuple(out)


def _metas(volume: Volume, expression: str, kind: str) -> list[tuple[str, float | None, str]]:
    sql = "SELECT reading, number, shown FROM term_meta WHERE expression = ? AND kind = ?"
    try:
        return volume.connections.get().execute(sql, (expression, kind)).fetchall()
    except sqlite3.Error:
        return []


def user_kanji(shelf: UserDictionaries, character: str) -> tuple[tuple[str, KanjiInfo], ...]:
    """Title and contents of the character's entries; figures other than strokes are left out."""
    out = []
    for volume in shelf.volumes():
        sql = "SELECT on_readings, kun_readings, meanings, figures FROM kanji WHERE character = ?"
        try:
            rows = volume.connections.get().execute(sql, (character,)).fetchall()
        except sqlite3.Error:
            continue
        for on, kun, meanings, figures in rows:
            strokes = json.loads(figures).get("strokes", "")
            count = int(strokes) if strokes.isdecimal() else 0
            info = KanjiInfo(character, tuple(json.loads(meanings)), tuple(on.split()), tuple(kun.split()), (), count, None, None, None)  # fmt: skip
            out.append((volume.about.title, info))
    return tuple(out)
