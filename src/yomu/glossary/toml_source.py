"""Read one glossary file: TOML to entries, each with its line, and every fault with what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yomu.glossary.problem import Problem
from yomu.model import GlossaryEntry

if TYPE_CHECKING:
    from yomu.glossary.validate import EntryText

SIZE_LIMIT_MB = 16
"""Larger files are refused: 16 MB is more than ten thousand full entries."""

_HEADER = re.compile(r"^\s*\[\[\s*(?:term|\"term\"|'term')\s*\]\]", re.MULTILINE)
_STRINGS_AND_HEADERS = re.compile(
    r"""
      \#[^\n]*
    | \"{3}(?:\\.|[^\\])*?\"{3} | '{3}.*?'{3}
    | "(?:\\.|[^"\\\n])*" | '[^'\n]*'
    | (?P<header>^[ \t]*\[\[\s*(?:term|"term"|'term')\s*\]\])
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(slots=True)
class FileReading:
    """What a file held. `complete` is false where a fault kept anything out of `entries`."""

    entries: list[GlossaryEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not any(problem.severity == "error" for problem in self.problems)


def read_file(path: Path, *, name: str | None = None) -> FileReading:
    """Parse and validate `path`. Never raises for what the file holds; `name` is what problems call it.

    Entries that are sound are returned even where others are not. A file whose TOML is broken is
    read entry by entry, so that one missing quote costs one entry.
    """
    shown = name or str(path)
    try:
        size = path.stat().st_size
        if size > SIZE_LIMIT_MB * 1_000_000:
            return _refused(
                shown,
                "too-large",
                f"the file is {size / 1_000_000:.0f} MB, more than a glossary holds "
                f"({SIZE_LIMIT_MB} MB). Split it into one file a domain.",
            )
        if path.exists() and not (path.is_file() or path.is_dir()):
            return _refused(shown, "unreadable", "this is no file. Name a .toml file.")
        data = path.read_bytes()
    except IsADirectoryError:
        return _refused(shown, "unreadable", "this is a folder. Name a .toml file.")
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        return _refused(shown, "unreadable", f"{reason}. Check the path and who may read it.")
    return read_bytes(data, shown)


def read_bytes(data: bytes, name: str) -> FileReading:
    """Parse and validate the bytes of a glossary file; `name` is what problems call it."""
    from yomu.glossary.syntax import explain

    text, refused = _decode(data, name)
    if refused is not None:
        return FileReading(problems=[refused])
    if "\r" in text:
        message = "the lines end in CR alone. Save the file with LF or CRLF line ends."
        return FileReading(
            problems=[Problem(name, *_place(text, text.index("\r")), "control-character", message)]
        )
    if found := _CONTROL.search(text):
        line, column = _place(text, found.start())
        message = (
            f"a control character (U+{ord(found[0]):04X}) stands here. Delete it; "
            r"write a line break as \n."
        )
        return FileReading(problems=[Problem(name, line, column, "control-character", message)])
    import tomllib

    try:
        return _validated(tomllib.loads(text), text, 1, name)
    except tomllib.TOMLDecodeError as error:
        line, column, message = explain(text, error)
        reading = FileReading(problems=[Problem(name, line, column, "syntax", message)])
    except RecursionError:
        return _refused(name, "syntax", "brackets are nested too deeply. Close them.")
    _salvage(text, name, reading)
    return reading


def headers(text: str) -> list[int]:
    """The offsets of the lines that hold a [[term]] header, none of those quoted within a text."""
    return [
        found.start()
        for found in _STRINGS_AND_HEADERS.finditer(text)
        if found["header"] is not None
    ]


def _salvage(text: str, name: str, reading: FileReading) -> None:
    """Add to `reading` the entries of a broken file that are sound on their own."""
    import tomllib

    heads = [found.start() for found in _HEADER.finditer(text)]
    for start, end in pairwise([*heads, len(text)]):
        try:
            parsed = tomllib.loads(text[start:end])
        except (tomllib.TOMLDecodeError, RecursionError):
            continue
        part = _validated(parsed, text[start:end], text.count("\n", 0, start) + 1, name)
        reading.entries += part.entries
        reading.problems += part.problems


def _validated(parsed: dict[str, Any], text: str, first_line: int, name: str) -> FileReading:
    from yomu.glossary.validate import EntryText, validate

    reading = FileReading()
    for key in parsed.keys() - {"term"}:
        found = re.search(rf"^\s*(?:\[+\s*)?{re.escape(key)}\b", text, re.MULTILINE)
        line = text.count("\n", 0, found.end()) + first_line if found else 0
        message = f'unknown table or key "{key}". Start every entry with [[term]].'
        reading.problems.append(Problem(name, line, 0, "unknown-key", message))
    tables = parsed.get("term", [])
    lines = text.split("\n")
    heads = _line_numbers(text, headers(text))
    if isinstance(tables, dict):
        line = next((at for at, line in enumerate(lines) if re.match(r"\s*\[\s*term", line)), 0)
        message = "entries are written under [[term]], with two brackets. Write [[term]]."
        reading.problems.append(Problem(name, line + first_line, 1, "not-a-list", message))
        return reading
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        message = "term must be a list of tables. Write [[term]] above each entry."
        reading.problems.append(Problem(name, first_line, 0, "not-a-list", message))
        return reading
    if len(heads) != len(tables):  # written as term = [{ … }]
        heads = [0] * len(tables)
    for number, table in enumerate(tables):
        end = heads[number + 1] if number + 1 < len(heads) else len(lines)
        where = EntryText(name, heads[number] + first_line, lines[heads[number] : max(end, 0)])
        entry, problems = validate(table, where)
        reading.problems += problems
        if entry is not None:
            reading.entries.append(entry)
    return reading


def entry_texts(path: Path, name: str) -> list[EntryText]:
    """Where each entry of a file stands, for problems that concern what an entry means."""
    from yomu.glossary.validate import EntryText

    if not path.is_file() or path.stat().st_size > SIZE_LIMIT_MB * 1_000_000:
        return []
    text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
    lines = text.split("\n")
    heads = _line_numbers(text, headers(text))
    return [
        EntryText(name, start + 1, lines[start:end])
        for start, end in pairwise([*heads, len(lines)])
    ]


def _line_numbers(text: str, offsets: list[int]) -> list[int]:
    """The lines, from 0, of ascending offsets."""
    numbers, line, done = [], 0, 0
    for at in offsets:
        line += text.count("\n", done, at)
        done = at
        numbers.append(line)
    return numbers


def _decode(data: bytes, name: str) -> tuple[str, Problem | None]:
    """The text without its BOM, line ends as they are for TOML (CRLF is fine there)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "", _binary(name, 1, 1, "the file is UTF-16. Save it as UTF-8.")
    if b"\0" in data[:4096]:
        return "", _binary(name, 1, 1, "this is a binary file, not a glossary. Name a .toml file.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = _place(before, len(before))
        guess = ""
        for encoding, called in (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP")):
            try:
                data.decode(encoding)
            except UnicodeDecodeError:
                continue
            guess = f" (it looks like {called})"
            break
        return "", _binary(name, line, column, f"this is not UTF-8{guess}. Save the file as UTF-8.")
    return text.replace("\r\n", "\n"), None


def _place(text: str, at: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _binary(name: str, line: int, column: int, message: str) -> Problem:
    return Problem(name, line, column, "encoding", message)


def _refused(name: str, rule: str, message: str) -> FileReading:
    return FileReading(problems=[Problem(name, 0, 0, rule, message)])
