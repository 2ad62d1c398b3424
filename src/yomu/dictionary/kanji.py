"""KANJIDIC2 out of the shared file."""

from __future__ import annotations

import sqlite3
from itertools import takewhile

from yomu.dictionary.model import KanjiInfo
from yomu.kana import to_hiragana


def load_kanji(db: sqlite3.Connection, character: str) -> KanjiInfo | None:
    """What KANJIDIC2 says of one character, None where it is not there."""
    row = db.execute(
        "SELECT ID, stroke_count, grade, freq, jlpt FROM character WHERE literal = ?", (character,)
    ).fetchone()
    if row is None:
        return None
    number, strokes, grade, frequency, jlpt = row
    groups = [g for (g,) in db.execute("SELECT ID FROM rm_group WHERE cid = ?", (number,))]
    readings = [row for g in groups for row in _rows(db, "reading", "r_type, value", "gid", g)]
    meanings = [row for g in groups for row in _rows(db, "meaning", "m_lang, value", "gid", g)]
    nanori = _rows(db, "nanori", "'', value", "cid", number)
    radicals = _rows(db, "radical", "rad_type, value", "cid", number)
    radical = next((value for kind, value in radicals if kind == "classical"), None)
    return KanjiInfo(
        character,
        tuple(value for language, value in meanings if language in ("", "en")),
        tuple(value for kind, value in readings if kind == "ja_on"),
        tuple(value for kind, value in readings if kind == "ja_kun"),
        tuple(value for _, value in nanori),
        int(strokes or 0),
        _number(grade),
        _number(jlpt),
        _number(frequency),
        _number(radical),
    )


def _rows(
    db: sqlite3.Connection, table: str, columns: str, key: str, number: int
) -> list[tuple[str, str]]:
    """The rows of a table that has no index on `key` but was written in its order.

    Halving finds the first in 0.1 ms, where reading 86,000 rows takes 2 ms.
    """
    low, high = 1, db.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0
    while low < high:
        middle = (low + high) // 2
        found = db.execute(
            f"SELECT {key} FROM {table} WHERE rowid >= ? LIMIT 1", (middle,)
        ).fetchone()
        if found[0] < number:
            low = middle + 1
        else:
            high = middle
    following = db.execute(f"SELECT {key}, {columns} FROM {table} WHERE rowid >= ?", (low,))
    own = takewhile(lambda row: row[0] == number, following)
    return [(first, second) for _, first, second in own]


def _number(value: str | None) -> int | None:
    return int(value) if value and value.isdigit() else None


def used_readings(info: KanjiInfo, reading: str) -> tuple[str, ...]:
    """Those of the character's readings that `reading` (hiragana, of a word with it) can hold.

    Rendaku and a doubled consonant count: 国 コク in こっか, 口 くち in ぐち. A reading that another
    one contains is dropped, so セイ wins over a bare せ.
    """
    found = []
    for written in (*info.on, *info.kun):
        plain = to_hiragana(written).strip("-").split(".")[0]
        if plain and any(form in reading for form in _sounds(plain)):
            found.append((written, plain))
    plains = [plain for _, plain in found]
    return tuple(
        written
        for written, plain in found
        if not any(plain != other and plain in other for other in plains)
    )


_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)
_POPPED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")


def _sounds(plain: str) -> set[str]:
    heads = {
        plain,
        plain[0].translate(_VOICED) + plain[1:],
        plain[0].translate(_POPPED) + plain[1:],
    }
    doubled = {head[:-1] + "っ" for head in heads if len(head) > 1 and head[-1] in "つちくき"}
    return heads | doubled
