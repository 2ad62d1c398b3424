"""Reading a list from a text file: one word a line, or a table of words, readings and statuses."""

from __future__ import annotations

import csv
import io
import re

from yomu.errors import YomuError
from yomu.study.wordlists.columns import Columns, by_content, by_header, is_sentence
from yomu.study.wordlists.encoding import decode_list
from yomu.study.wordlists.model import JAPANESE, Entry, LeftOut, WordList, parse_status
from yomu.study.wordlists.notation import as_reading, without_markup, words_in

_SEPARATORS = ("\t", ",", ";", "|")
_NAMED_SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "space": " ",
    "colon": ":",
}
SENTENCE = "a sentence, not a word"
_DIRECTIVE = re.compile(r"#([a-z ]+):(.*)")
# What UTF-8 becomes when it is read as Shift_JIS; both characters are rare otherwise.
_GARBLED = re.compile("[縺繧]")


def parse_text_list(data: bytes, name: str, column: str = "") -> WordList:
    """Read a list in any usual encoding; `column` names the one with the words, or its number.

    Lines that start with # are comments, but for those that Anki's text export begins with.
    Raises YomuError where it is no text, its encoding changes on the way, a quotation mark is
    never closed, or no line holds a Japanese word.
    """
    if not data:
        raise YomuError(f"{name} is empty (0 bytes).", "Name a file with one word a line.")
    text = decode_list(data, name)
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    directives = _directives(lines)
    separator = directives.get("separator", "")
    separator = _NAMED_SEPARATORS.get(separator.lower(), separator[:1]) or _separator(lines)
    if separator:
        found = _table(text, separator, name, column, _service_columns(directives))
    elif column:
        raise YomuError(f"{name} has no columns.", "Leave out --field.")
    else:
        found = _plain(lines, name)
    if not found.entries:
        sentences = any(left.why == SENTENCE for left in found.left_out)
        verb = "is" if sentences else "holds"
        none = (
            f"none of its {len(lines):,} lines {verb} a"
            if len(lines) > 1
            else f"its one line {verb} no"
        )
        raise YomuError(
            f"{name}: {none} Japanese word.",
            "Is it the right file? A list has one word a line, or columns word, reading, status.",
        )
    if len(_GARBLED.findall(text)) > len(found.entries) / 4:
        raise YomuError(
            f"{name} is garbled: UTF-8 that was read as Shift_JIS and saved so.",
            "Save it as UTF-8 again from where it came.",
        )
    return found


def _plain(lines: list[str], name: str) -> WordList:
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    blank = 0
    for number, line in enumerate(lines, start=1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            blank += 1
        else:
            words, why = _words(bare)
            entries += [Entry(number, word, reading) for word, reading in words]
            if why:
                left_out.append(LeftOut(number, bare, why))
    return WordList(name, tuple(entries), tuple(left_out), blank)


def _table(text: str, separator: str, name: str, column: str, service: set[int]) -> WordList:
    rows = _rows(text, separator, name)
    first = next((cells for _, cells in rows if _counts(cells)), [])
    columns, header = _columns(first, rows, name, column, service)
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    blank = 0
    for number, cells in rows:
        if not _counts(cells) or (header and cells is first):
            blank += 1
            continue
        found = row_entries(number, cells, columns)
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            entries += found
    return WordList(name, tuple(entries), tuple(left_out), blank)


def row_entries(number: int, cells: list[str], columns: Columns) -> list[Entry] | LeftOut:
    """The words of one row, or why there are none."""
    cell = _cell(cells, columns.word)
    reading = _cell(cells, columns.reading)
    if not JAPANESE.search(cell) and as_reading(reading):
        cell, reading = reading, ""
    words, why = _words(cell)
    if why:
        return LeftOut(number, cell or " ".join(filter(None, cells)), why)
    status = None
    if stated := _cell(cells, columns.status):
        try:
            status = parse_status(stated)
        except YomuError as error:
            return LeftOut(number, cell, error.message)
    if len(words) == 1 and (kana := as_reading(reading) or _reading_of(reading)):
        words = [(words[0][0], kana)]
    return [Entry(number, word, kana, status) for word, kana in words]


def _words(text: str) -> tuple[list[tuple[str, str]], str]:
    """The words of a line or cell with their readings; or none, and why."""
    if "\ufffd" in text:
        return [], "it is damaged (�)"
    words = words_in(text)
    if not words:
        return [], "no Japanese in it" if text else "no word in it"
    return ([], SENTENCE) if is_sentence(text) else (words, "")


def _cell(cells: list[str], index: int | None) -> str:
    return without_markup(cells[index]) if index is not None and index < len(cells) else ""


def _reading_of(furigana: str) -> str:
    """The reading out of 食[た]べ 物[もの], as decks keep it in a field of its own."""
    found = words_in(re.sub(r"\s+", "", furigana))
    return found[0][1] if len(found) == 1 else ""


def _counts(cells: list[str]) -> bool:
    return any(cell.strip() for cell in cells) and not cells[0].lstrip().startswith("#")


def _rows(text: str, separator: str, name: str) -> list[tuple[int, list[str]]]:
    """The rows, each with the line it begins on."""
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    rows: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise YomuError(
            f"{name}:{begins}: a quotation mark is not closed, or stands inside a quoted cell ({error}).",
            'Close it, or write it twice ("") inside quotes.',
        ) from error
    return rows


def _columns(
    first: list[str], rows: list[tuple[int, list[str]]], name: str, column: str, service: set[int]
) -> tuple[Columns, bool]:
    """Where the words are, and whether the first row is a header."""
    named = by_header(first)
    if column:
        chosen = _chosen(column, first)
        if chosen is None:
            raise YomuError(
                f"{name} has no column “{column}”.",
                f"It has {len(first)}: {', '.join(first)}. Give a name or a number from 1.",
            )
        by_name = not column.isdigit()
        reading, status = (named.reading, named.status) if named else (None, None)
        return Columns(chosen, reading, status), by_name or named is not None
    body = [
        ["" if i in service else cell for i, cell in enumerate(cells)]
        for _, cells in rows
        if _counts(cells)
    ]
    if named:
        # “front” may well hold the English.
        japanese = sum(bool(JAPANESE.search(_cell(cells, named.word))) for cells in body)
        found = named if 3 * japanese >= len(body) else by_content(body[1:], first) or named
        return found, True
    found_there = by_content(body)
    if found_there is None:
        raise YomuError(
            f"{name}: no column holds Japanese words.", "Say which with --field NUMBER."
        )
    return found_there, False


def _chosen(column: str, names: list[str]) -> int | None:
    for i, name in enumerate(names):
        if name.strip().lower() == column.strip().lower():
            return i
    if column.isdigit() and 1 <= int(column) <= len(names):
        return int(column) - 1
    return None


def _directives(lines: list[str]) -> dict[str, str]:
    """`#separator:tab`, `#deck column:2` …, which Anki's text export begins with."""
    found = {}
    for line in lines:
        match = _DIRECTIVE.match(line)
        if match is None:
            break
        found[match[1]] = match[2].strip()
    return found


def _service_columns(directives: dict[str, str]) -> set[int]:
    """The columns of guid, note type, deck and tags, from 0."""
    return {
        int(value) - 1
        for key, value in directives.items()
        if key.endswith(" column") and value.isdigit()
    }


def _separator(lines: list[str]) -> str:
    """What separates columns, in the first line and most others; empty for a plain list."""
    sample = [line for line in lines if line.strip() and not line.startswith("#")][:200]
    for separator in _SEPARATORS:
        # Not in all: a quoted cell may hold line breaks.
        if sample and separator in sample[0]:
            with_it = sum(separator in line for line in sample)
            if with_it >= 0.6 * len(sample):
                return separator
    return ""
