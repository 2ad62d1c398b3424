"""The rows of the banks, checked: what comes out of here has the shapes the database expects.

Errors are ShapeError with what is wrong; the importer adds the place (`term_bank_3.json[41]`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from yomu.dictionary.yomitan.content import ContentError, lines_of
from yomu.dictionary.yomitan.contract import Row
from yomu.terminal import safe_line

_LONGEST_WORD = 300
_LARGEST = 1 << 62


class ShapeError(ValueError):
    """A row is not what the format asks for."""


def _text(value: Any, what: str, *, empty: bool = True) -> str:
    if not isinstance(value, str):
        raise ShapeError(f"{what} must be text")
    if not empty and not value.strip():
        raise ShapeError(f"{what} must not be empty")
    return safe_line(value)


def _word(value: Any, what: str) -> str:
    word = _text(value, what, empty=False)
    if len(word) > _LONGEST_WORD:
        raise ShapeError(f"{what} is {len(word)} characters long, more than {_LONGEST_WORD}")
    return word


def _number(value: Any, what: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ShapeError(f"{what} must be a number")
    if (isinstance(value, float) and not math.isfinite(value)) or abs(value) > _LARGEST:
        raise ShapeError(f"{what} is out of range")
    return value


def _list(value: Any, least: int, most: int) -> list[Any]:
    if not isinstance(value, list):
        raise ShapeError("a row must be a list")
    if not least <= len(value) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        raise ShapeError(f"a row must have {wanted} values, got {len(value)}")
    return value


def _check_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ShapeError("the text holds half a character (a lone surrogate)") from None


def term_row(value: Any, depth: int) -> Row:
    """expression, reading, rules, score, definition tags, term tags, sequence, definitions as JSON.

    The definitions are a list of lists of lines.
    """
    row = _list(value, 8, 8)
    expression = _word(row[0], "the term")
    reading = _text(row[1], "the reading") or expression
    tags = _text(row[2] or "", "the definition tags")
    rules = _text(row[3] or "", "the rules")
    score = _number(row[4], "the score")
    if not isinstance(row[5], list):
        raise ShapeError("the definitions must be a list")
    try:
        lines = [lines_of(definition, depth) for definition in row[5]]
    except ContentError as error:
        raise ShapeError(str(error)) from None
    sequence = int(_number(row[6], "the sequence number"))
    term_tags = _text(row[7], "the term tags")
    definitions = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    for text in (expression, reading, tags, rules, term_tags, definitions):
        _check_surrogates(text)
    return expression, reading, rules, score, tags, term_tags, sequence, definitions


def meta_row(value: Any) -> Row:
    """expression, reading (or empty), kind, value, what to show.

    For `freq` value is a number or null. For `pitch` and `ipa` it is null, and what to show is a
    list of positions or of transcriptions, as JSON.
    """
    row = _list(value, 3, 3)
    expression = _word(row[0], "the term")
    kind, data = row[1], row[2]
    reading = ""
    number: float | None = None
    if kind == "freq":
        if isinstance(data, Mapping) and "frequency" in data:
            reading, data = _text(data.get("reading"), "the reading"), data["frequency"]
        number, shown = _frequency(data)
    elif kind in ("pitch", "ipa"):
        if not isinstance(data, Mapping):
            raise ShapeError(f"the data of {kind} must be an object")
        reading = _text(data.get("reading"), "the reading")
        field, key = ("pitches", "position") if kind == "pitch" else ("transcriptions", "ipa")
        items = data.get(field)
        if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
            raise ShapeError(f"{field} must be a list of objects")
        shown = json.dumps([_place(item.get(key), key) for item in items], ensure_ascii=False)
    else:
        raise ShapeError(f"the kind {kind!r:.40} is unknown")
    for text in (expression, reading, shown):
        _check_surrogates(text)
    return expression, reading, kind, number, shown


def _frequency(data: Any) -> tuple[float | None, str]:
    if isinstance(data, Mapping):
        number = _number(data.get("value"), "the frequency")
        shown = data.get("displayValue")
        return number, f"{number:g}" if shown is None else _text(shown, "displayValue")
    if isinstance(data, str):
        return (float(data) if data.isdecimal() and len(data) < 15 else None), safe_line(data)
    number = _number(data, "the frequency")
    return number, f"{number:g}"


def _place(value: Any, key: str) -> str | int:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 100:
        return value
    if isinstance(value, str) and len(value) < 100:
        return safe_line(value)
    raise ShapeError(f"{key} must be a small number or a short text")


def kanji_row(value: Any) -> Row:
    """character, on readings, kun readings, tags, meanings as JSON, figures as JSON."""
    row = _list(value, 6, 6)
    character = _word(row[0], "the character")
    on, kun = _text(row[1], "the on readings"), _text(row[2], "the kun readings")
    tags = _text(row[3], "the tags")
    if not isinstance(row[4], list) or not isinstance(row[5], Mapping):
        raise ShapeError("the meanings must be a list and the figures an object")
    meanings = json.dumps([_text(item, "a meaning") for item in row[4]], ensure_ascii=False)
    figures = json.dumps(
        {_text(k, "a figure"): _text(v, "a figure") for k, v in row[5].items()}, ensure_ascii=False
    )
    for text in (character, on, kun, tags, meanings, figures):
        _check_surrogates(text)
    return character, on, kun, tags, meanings, figures


def tag_row(value: Any) -> Row:
    """name, category, notes."""
    row = _list(value, 5, 5)
    name, category, notes = _text(row[0], "the name"), _text(row[1], "the category"), _text(row[3], "the notes")  # fmt: skip
    _number(row[2], "the order")
    _number(row[4], "the score")
    for text in (name, category, notes):
        _check_surrogates(text)
    return name, category, notes
