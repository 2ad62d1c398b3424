"""KANJIDIC2 out of the shared file."""

from __future__ import annotations

import sqlite3

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
    marks = ",".join("?" * len(groups))
    readings = _range(
        db, "reading", "r_type, value", groups, marks, "r_type IN ('ja_on', 'ja_kun')"
    )
    meanings = _range(db, "meaning", "value, ''", groups, marks, "m_lang IN ('', 'en')")
    nanori = db.execute("SELECT value FROM nanori WHERE cid = ?", (number,)).fetchall()
    radical = db.execute(
        "SELECT value FROM radical WHERE rad_type = 'classical' AND cid = ?", (number,)
    ).fetchone()
    return KanjiInfo(
        character,
        tuple(value for value, _ in meanings),
        tuple(value for kind, value in readings if kind == "ja_on"),
        tuple(value for kind, value in readings if kind == "ja_kun"),
        tuple(value for (value,) in nanori),
        int(strokes or 0),
        _number(grade),
        _number(jlpt),
        _number(frequency),
        _number(radical[0]) if radical else None,
    )


def _range(
    db: sqlite3.Connection, table: str, columns: str, groups: list[int], marks: str, where: str
) -> list[tuple[str, str]]:
    """Rows of a table that has no index on its group: 86,000 rows are scanned in 2 ms."""
    sql = f"SELECT {columns} FROM {table} WHERE gid IN ({marks}) AND +{where} ORDER BY rowid"
    return db.execute(sql, groups).fetchall()


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
