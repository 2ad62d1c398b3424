"""Which column of a table, or field of a note, holds the word, its reading and its status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yomu.errors import YomuError
from yomu.study.wordlists.model import JAPANESE, KANA_ONLY, KANJI, parse_status
from yomu.study.wordlists.notation import without_markup

_WORD = (
    *("word", "expression", "vocab", "vocabulary", "term", "headword", "lemma", "japanese"),
    *("kanji", "target", "front", "ja", "jp", "単語", "語彙", "語", "見出し語", "見出し", "表記"),
    *("表現", "漢字", "日本語"),
)
_READING = (
    *("reading", "kana", "hiragana", "furigana", "yomi", "pronunciation"),
    *("読み", "よみ", "読み方", "よみかた", "かな", "仮名", "ふりがな", "ひらがな", "振り仮名"),
)
_STATUS = ("status", "state", "状態", "習熟度")
LONGEST_WORD = 30
"""Characters. What is longer, or ends in 。, is a sentence."""
SAMPLE_ROWS = 500
_READING_IN_BRACKETS = re.compile(r"[(\[【《（［][^)\]】》）］]*[)\]】》）］]")


@dataclass(frozen=True, slots=True)
class Columns:
    """Indexes into a row; None where there is no such column."""

    word: int
    reading: int | None = None
    status: int | None = None


def by_header(cells: Sequence[str]) -> Columns | None:
    """What a table's first row says; None where it is no header."""
    found = [_named(cells, names) for names in (_WORD, _READING, _STATUS)]
    word, reading, status = found
    if word is None and reading is not None:
        word, reading = reading, None
    return None if word is None else Columns(word, reading, status)


def by_content(rows: Sequence[Sequence[str]], names: Sequence[str] = ()) -> Columns | None:
    """What the rows look like; among columns that hold words, one with a fitting name goes first.

    None where no column holds words in at least half of its rows.
    """
    sample = [[without_markup(cell) for cell in row] for row in rows[:SAMPLE_ROWS]]
    width = max(map(len, sample), default=0)
    columns = [[row[i] for row in sample if i < len(row) and row[i]] for i in range(width)]
    words = [_share(column, len(sample), _is_word) for column in columns]
    best: tuple[float, int] | None = None
    for i, share in enumerate(words):
        if share < 0.5:
            continue
        kanji = _share(columns[i], len(sample), lambda cell: bool(KANJI.search(cell)))
        named = i < len(names) and _fits(names[i], _WORD)
        score = share / 2 + kanji + (1.0 if named else 0.0)
        if best is None or score > best[0]:
            best = (score, i)
    if best is None:
        return None
    word = best[1]
    readings = [
        (bool(i < len(names) and _fits(names[i], _READING)), -i)
        for i, column in enumerate(columns)
        if i != word and column and _share(column, len(column), _is_reading) >= 0.8
    ]
    reading = -max(readings)[1] if readings else None
    return Columns(word, reading, _status_column(columns, {word, reading}))


def is_sentence(text: str) -> bool:
    """Whether a cell holds a sentence and no word."""
    return len(text) > LONGEST_WORD or bool(re.search("[。！？!?].", text))


def _status_column(columns: list[list[str]], taken: set[int | None]) -> int | None:
    for i, column in enumerate(columns):
        # Plain numbers may be anything: ranks, ids. Only a word says that it is a status.
        if i not in taken and column and any(not cell.isdigit() for cell in column):
            try:
                for cell in column:
                    parse_status(cell)
            except YomuError:
                continue
            return i
    return None


def _named(cells: Sequence[str], names: Sequence[str]) -> int | None:
    for name in names:
        for i, cell in enumerate(cells):
            if _plain(cell) == name:
                return i
    return None


def _fits(name: str, names: Sequence[str]) -> bool:
    plain = _plain(name)
    return plain in names or any(part in names for part in re.split(r"[\s_\-/]+", plain))


def _plain(name: str) -> str:
    return name.strip().lower()


def _share(cells: Sequence[str], of: int, holds: object) -> float:
    assert callable(holds)
    return sum(1 for cell in cells if holds(cell)) / of if of else 0.0


def _is_word(cell: str) -> bool:
    bare = _READING_IN_BRACKETS.sub("", cell)
    return bool(JAPANESE.search(bare)) and len(bare) <= 12 and not re.search("[。！？]", bare)


def _is_reading(cell: str) -> bool:
    return KANA_ONLY.fullmatch(re.sub(r"\s+", "", cell)) is not None
