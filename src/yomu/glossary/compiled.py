"""The compiled form of one glossary file: an index that opens in a millisecond, entries decoded on demand.

tomllib reads about 1 MB/s, JSON about 100 MB/s, so each TOML file has a compiled neighbour in the
cache folder, named after the file's path. Layout, all UTF-8:

    magic and format version \\n  crc32 of the rest \\n  header JSON \\n  entry JSON, entry JSON, …

The header holds the key (size and mtime of the TOML file), problems, and a row for each entry with
its patterns and the byte range of its JSON. A compiled file that is broken, foreign or of another
version is ignored. One whose key is stale is still the last good version of a file that is now broken.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from yomu.glossary.problem import Problem
from yomu.model import Avoid, GlossaryEntry, TermPart

_MAGIC = b"yomu glossary 5"


@dataclass(slots=True)
class Record:
    """What is known of an entry before its entry is decoded; `start`..`end` is its JSON in `unit.body`."""

    unit: Unit
    id: str
    ja: str
    reading: str
    acronym: str
    domain: str
    variants: list[str]
    patterns: list[list[Any]]
    start: int
    end: int

    def entry(self) -> GlossaryEntry:
        """The entry, decoded anew; `Glossary` keeps it."""
        return _entry(json.loads(self.unit.body[self.start : self.end]), self.unit.file)


@dataclass(slots=True)
class Unit:
    """One glossary file as it is in force. `body` holds the entries' JSON. `key` is of the TOML file."""

    file: str
    key: tuple[int, int] | None
    body: bytes
    records: list[Record]
    problems: list[Problem]


def key_of(path: Path) -> tuple[int, int] | None:
    """Size and mtime in nanoseconds, None where there is no such file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def compile_unit(
    file: str, key: tuple[int, int] | None, entries: list[GlossaryEntry], problems: list[Problem]
) -> Unit:
    """Index `entries`."""
    from yomu.glossary.patterns import patterns_of

    body = bytearray()
    unit = Unit(file, key, b"", [], problems)
    for entry in entries:
        values = {name: value for name, value in asdict(entry).items() if value and name != "file"}
        start = len(body)
        body += json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
        patterns = patterns_of(entry.ja, entry.acronym, entry.variants)
        unit.records.append(
            Record(
                unit,
                entry.id,
                entry.ja,
                entry.reading,
                entry.acronym,
                entry.domain,
                list(entry.variants),
                [list(pattern) for pattern in patterns],
                start,
                len(body),
            )
        )
    unit.body = bytes(body)
    return unit


def cache_path(cache_dir: Path, path: Path) -> Path:
    """Where the compiled form of `path` lies."""
    return cache_dir / f"{path.stem}-{zlib.crc32(str(path.absolute()).encode()):08x}.glossary"


def read_compiled(compiled: Path, file: str) -> Unit | None:
    """The compiled unit, fresh or stale; None where there is none or it is broken or foreign."""
    try:
        data = compiled.read_bytes()
        magic, crc, rest = data.split(b"\n", 2)
        if magic != _MAGIC or int(crc) != zlib.crc32(rest):
            return None
        header, body = rest.split(b"\n", 1)
        parsed = json.loads(header)
        size, mtime_ns = parsed["key"]
        unit = Unit(file, (size, mtime_ns), body, [], [])
        unit.records = [Record(unit, *row) for row in parsed["rows"]]
        unit.problems = [Problem(file, *problem) for problem in parsed["problems"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return unit


def write_compiled(compiled: Path, unit: Unit, *, stale: bool = False) -> None:
    """Write the unit for the next start; where that is impossible, the next start is slower.

    A `stale` one serves as the last good version only.
    """
    rows = [
        [r.id, r.ja, r.reading, r.acronym, r.domain, r.variants, r.patterns, r.start, r.end]
        for r in unit.records
    ]
    problems = [[p.line, p.column, p.rule, p.message, p.severity] for p in unit.problems]
    header = json.dumps(
        {"key": (-1, -1) if stale else unit.key, "rows": rows, "problems": problems},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    rest = header.encode() + b"\n" + unit.body
    data = b"%b\n%d\n%b" % (_MAGIC, zlib.crc32(rest), rest)
    temporary = compiled.with_name(f"{compiled.name}.{os.getpid()}.tmp")
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(compiled)
    except OSError:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _entry(values: dict[str, Any], file: str) -> GlossaryEntry:
    for name in ("en", "variants", "see"):
        if name in values:
            values[name] = tuple(values[name])
    if "avoid" in values:
        values["avoid"] = tuple(Avoid(**item) for item in values["avoid"])
    if "parts" in values:
        values["parts"] = tuple(TermPart(**item) for item in values["parts"])
    return GlossaryEntry(**values, file=file)
