"""JMdict's own XML (JMdict_e, plain or gzipped) as something to import, for data newer than yomu's.

Every pair of spelling and reading becomes a term; a sense becomes a definition with its part of
speech. The file's entities (`&v5k;`) are declared in its own head, and expanded by the parser.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree

from yomu.dictionary.tags import code, label, level, wording
from yomu.dictionary.yomitan.contract import MB, Batch, Limits, Row
from yomu.errors import YomuError
from yomu.terminal import safe_line

_BATCH = 5000
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CREATED = re.compile(rb"JMdict created: (\d{4}-\d{2}-\d{2})")


class _Bounded:
    """A stream that refuses to give more than its limit: a gzip bomb stops here."""

    def __init__(self, stream: IO[bytes], limit: int, package: JmdictPackage) -> None:
        self._stream = stream
        self._limit = limit
        self._package = package
        self.read_bytes = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.read_bytes += len(data)
        if self.read_bytes > self._limit:
            raise self._package.error(f"it unpacks to more than {self._limit // MB} MB")
        return data


class JmdictPackage:
    """A `contract.Package` of JMdict's XML."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self._limits = limits
        try:
            packed = path.stat().st_size
            with self._open() as stream:
                head = stream.read(200_000)
        except (OSError, EOFError, zlib.error):
            raise self.error("damaged, or cut off") from None
        if b"<!DOCTYPE JMdict" not in head and b"<JMdict" not in head:
            raise self.error("neither a Yomitan archive nor a JMdict file")
        created = _CREATED.search(head)
        # gzip tells nothing reliable of its size; JMdict packs about six times
        self.size = packed * 6 if self._is_gzip() else packed
        revision = created[1].decode() if created else ""
        self.about: dict[str, str] = {
            "title": f"JMdict {revision}".strip(),
            "revision": revision,
            "author": "EDRDG",
            "description": "JMdict's own file",
            "attribution": "JMdict is the property of the Electronic Dictionary Research and Development Group (edrdg.org), CC BY-SA 4.0.",
        }  # fmt: skip

    def _is_gzip(self) -> bool:
        with self.path.open("rb") as file:
            return file.read(2) == b"\x1f\x8b"

    def _open(self) -> IO[bytes]:
        """The unpacked XML; the caller closes it."""
        if self._is_gzip():
            packed: Any = gzip.open(self.path)  # noqa: SIM115
            stream: IO[bytes] = packed
            return stream
        return self.path.open("rb")

    def error(self, what: str) -> YomuError:
        return YomuError(
            f"{safe_line(self.path.name)}: {what}.",
            "yomu takes Yomitan archives (.zip) and JMdict_e (.xml or .gz).",
        )

    def close(self) -> None:
        """Nothing stays open."""

    def batches(self) -> Iterator[Batch]:
        """The terms, some thousand at a time."""
        rows: list[Row] = []
        number = 0
        try:
            with self._open() as raw:
                stream = _Bounded(raw, self._limits.total, self)
                for entry in _entries(stream):
                    number += 1
                    rows += _rows(entry)
                    entry.clear()
                    if len(rows) >= _BATCH:
                        yield Batch("term", rows, min(stream.read_bytes, self.size))
                        rows = []
        except ElementTree.ParseError as error:
            raise self.error(f"entry {number + 1}: not well-formed XML ({error})") from None
        except (OSError, EOFError, zlib.error):
            raise self.error(f"entry {number + 1}: damaged, or cut off") from None
        if not number:
            raise self.error("there are no entries in it")
        yield Batch("term", rows, self.size)


def _entries(stream: Any) -> Iterator[ElementTree.Element]:
    root = None
    for event, element in ElementTree.iterparse(stream, ("start", "end")):
        if root is None:
            root = element
        if event == "end" and element.tag == "entry":
            yield element
            root.clear()


def _texts(element: ElementTree.Element, path: str) -> list[str]:
    return [safe_line(found.text) for found in element.findall(path) if found.text]


def _rows(entry: ElementTree.Element) -> list[Row]:
    """A row for each spelling with each of its readings, for each reading where there is none."""
    spellings = _texts(entry, "k_ele/keb")
    priorities = {*_texts(entry, "k_ele/ke_pri"), *_texts(entry, "r_ele/re_pri")}
    definitions, rules = _definitions(entry)
    sequence = entry.findtext("ent_seq") or "0"
    rest = (" ".join(sorted(rules)), float(level(priorities)), "", "", int(sequence) if sequence.isdecimal() else 0, definitions)  # fmt: skip
    rows: list[Row] = []
    for place, element in enumerate(entry.findall("r_ele")):
        reading = safe_line(element.findtext("reb") or "")
        only = _texts(element, "re_restr")
        apart = element.find("re_nokanji") is not None or not spellings
        for spelling in [reading] if apart else (only or spellings):
            if spelling and reading:
                rows.append((spelling, reading, rest[0], rest[1] - place / 100, *rest[2:]))
    return rows


def _definitions(entry: ElementTree.Element) -> tuple[str, set[str]]:
    """The senses as JSON lines, and Yomitan's names for how the word inflects."""
    rules: set[str] = set()
    items: list[list[str]] = []
    pos: list[str] = []
    for sense in entry.findall("sense"):
        pos = [code(text) for text in _texts(sense, "pos")] or pos
        rules |= {rule for name in pos if (rule := _rule(name))}
        glosses = [
            safe_line(gloss.text)
            for gloss in sense.findall("gloss")
            if gloss.text and gloss.get(_LANGUAGE, "eng") == "eng"
        ]
        if not glosses:
            continue
        notes = [wording(text) for text in _texts(sense, "misc")] + _texts(sense, "s_inf")
        line = "; ".join(glosses)
        aside = ", ".join([*(label(name) for name in pos), *notes])
        items.append([f"{line} ({aside})" if aside else line])
    return json.dumps(items, ensure_ascii=False, separators=(",", ":")), rules


def _rule(name: str) -> str:
    if name.startswith("v5"):
        return "v5"
    if name in ("v1", "v1-s"):
        return "v1"
    if name in ("vs", "vs-i", "vs-s"):
        return "vs"
    if name in ("adj-i", "adj-ix"):
        return "adj-i"
    return name if name in ("vk", "vz", "adj-na", "adj-t") else ""
