"""A Yomitan dictionary: a zip of index.json, tag_bank_1.json and term banks of structured content.

A term bank row is [term, reading, tags, rules, score, definitions, sequence, term tags]. Every
headword, variant and acronym is a row of its own with the same content, so that each is found by
hovering over it. Everything of an entry stands in the headword's content, marked by `data`
attributes; so the import gives back what was exported.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yomu.errors import YomuError
from yomu.glossary.interchange.content import content_of, values_of
from yomu.glossary.interchange.draft import Draft, Exported, Imported
from yomu.glossary.interchange.rules import rules_of
from yomu.glossary.kana import is_kana
from yomu.model import GlossaryEntry

TITLE = "yomu policy glossary"
"""Stable: Yomitan updates a dictionary by its title."""
_ROWS_A_BANK = 2000
_BIGGEST_FILE = 200_000_000
_DOMAIN_COLUMN = 2


def export_yomitan(
    entries: Sequence[GlossaryEntry], *, title: str, revision: str, attribution: str
) -> Exported:
    """The dictionary as a zip. `revision` is what Yomitan compares to see an update."""
    index = {
        "title": title,
        "format": 3,
        "revision": revision,
        "sequenced": True,
        "author": "yomu",
        "description": f"{len(entries)} terms of Japanese foreign-policy prose, in Japanese and English.",
        "attribution": attribution,
        "sourceLanguage": "ja",
        "targetLanguage": "en",
    }
    headwords = {entry.id: entry.ja for entry in entries}
    rows = [
        row for number, entry in enumerate(entries, 1) for row in _rows(entry, number, headwords)
    ]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "index.json", index)
        _write(archive, "tag_bank_1.json", _tags(entries))
        for number, start in enumerate(range(0, len(rows), _ROWS_A_BANK), 1):
            _write(archive, f"term_bank_{number}.json", rows[start : start + _ROWS_A_BANK])
    return Exported(data.getvalue())


def _write(archive: zipfile.ZipFile, name: str, content: Any) -> None:
    """A member with a fixed date, so that the same glossary gives the same bytes."""
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def _tags(entries: Sequence[GlossaryEntry]) -> list[list[Any]]:
    """Tag rows: [name, category, order, notes, score]."""
    domains = sorted({entry.domain for entry in entries})
    fixed = [
        ["variant", "search", 10, "another spelling or a short form", 0],
        ["acronym", "search", 11, "an acronym of the headword", 0],
    ]
    return fixed + [
        [domain, "expression", number, f"policy: {domain.replace('-', ' ')}", 0]
        for number, domain in enumerate(domains)
    ]


def _rows(entry: GlossaryEntry, sequence: int, headwords: Mapping[str, str]) -> Iterator[list[Any]]:
    definition = [{"type": "structured-content", "content": content_of(entry, headwords)}]
    reading = "" if entry.ja == entry.reading else entry.reading
    if is_kana(entry.ja):
        reading = ""
    rules = rules_of(entry.ja, entry.reading)
    yield [entry.ja, reading, entry.domain, rules, 10, definition, sequence, ""]
    for variant in entry.variants:
        rules = rules_of(variant, entry.reading if entry.ja[-2:] == variant[-2:] else "")
        yield [variant, "", f"variant {entry.domain}", rules, 5, definition, sequence, ""]
    if entry.acronym:
        yield [entry.acronym, "", f"acronym {entry.domain}", "", 5, definition, sequence, ""]


def read_yomitan(data: bytes, name: str) -> Imported:
    """The terms of a Yomitan dictionary. Of others' dictionaries: headword, reading, glosses.

    Raises YomuError for what is no zip, no dictionary, or would unpack to more than 200 MB.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise YomuError(f"{name} is not a zip.", "Name a Yomitan dictionary.") from None
    members = archive.infolist()
    if "index.json" not in archive.namelist():
        raise YomuError(f"{name} has no index.json.", "Name a Yomitan dictionary.")
    if sum(member.file_size for member in members) > _BIGGEST_FILE:
        raise YomuError(f"{name} unpacks to more than 200 MB.", "Import a smaller dictionary.")
    imported = Imported()
    seen: set[str] = set()
    for member in members:
        if re.fullmatch(r"term_bank_\d+\.json", member.filename):
            for number, row in enumerate(_json_rows(archive, member, name)):
                _take(row, f"{name}: {member.filename}, row {number + 1}", imported, seen)
    return imported


def _json_rows(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> list[Any]:
    try:
        rows = json.loads(archive.read(member))
    except (ValueError, RecursionError, zipfile.BadZipFile, OSError, RuntimeError):
        raise YomuError(
            f"{name}: {member.filename} cannot be read.", "Download it again."
        ) from None
    return rows if isinstance(rows, list) else []


def _take(row: Any, place: str, imported: Imported, seen: set[str]) -> None:
    """One term bank row: ours once for each entry, another's as headword, reading and glosses."""
    if not (isinstance(row, list) and len(row) >= _DOMAIN_COLUMN + 4 and isinstance(row[0], str)):
        imported.ignored.append(f"{place}: no term.")
        return
    definitions = row[5] if isinstance(row[5], list) else []
    try:
        values = values_of(definitions)
    except RecursionError:
        imported.ignored.append(f"{place}: nested too deeply.")
        return
    if "id" in values:
        if values["id"] not in seen:
            seen.add(values["id"])
            imported.drafts.append(Draft(values, place))
        return
    values["ja"] = row[0]
    if isinstance(row[1], str) and row[1]:
        values["reading"] = row[1]
    if values.get("en"):
        imported.drafts.append(Draft(values, place))
