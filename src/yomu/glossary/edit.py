"""Change a glossary file the way a careful person would: nothing but the entry in question moves.

An entry is edited in its own stretch of the text, so comments, order, blank lines and line ends
elsewhere cannot change. What comes out is parsed again before it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.glossary.fields import BY_NAME, FIELDS
from yomu.glossary.lock import locked
from yomu.glossary.toml_source import headers, read_bytes
from yomu.model import GlossaryEntry

_NEW_FILE = (
    "# My glossary. One [[term]] an entry; what I write here wins over the glossary yomu brings.\n"
)
_ORDER = {field.name: number for number, field in enumerate(FIELDS)}
_HEADER = re.compile(r"^[ \t]*\[\[\s*term\s*\]\][^\n]*\n?", re.MULTILINE)
_BREAKS_FILE = frozenset({"syntax", "encoding", "control-character", "not-a-list", "too-large"})


def add(path: Path, entry: GlossaryEntry, *, taken: Collection[str] = ()) -> GlossaryEntry:
    """Append an entry and return it as it now stands, with its id, file and line.

    Without an id it gets a slug of its English that is neither in the file nor in `taken`.
    A file that is missing is made. Raises YomuError for a faulty entry, a broken file, an id that the
    file has already, or where nothing can be written.
    """
    with locked(path):
        source = _Source(path)
        ids = {found.id for found in source.entries}
        if entry.id in ids:
            raise YomuError(
                f'{path} has an entry "{entry.id}" already.', "Edit that one, or leave the id out."
            )
        entry_id = entry.id or new_id(entry.en[0] if entry.en else "", {*ids, *taken})
        block = _block({**_values(entry), "id": entry_id})
        return source.write(_appended(source.text, block), entry_id)


def edit(path: Path, entry_id: str, changes: Mapping[str, Any]) -> GlossaryEntry:
    """Set fields of one entry; None or empty removes a field. Returns the entry as it now stands.

    Values are as in `GlossaryEntry`. The id cannot change. Raises YomuError as `add` does.
    """
    unknown = ", ".join(sorted(changes.keys() - BY_NAME.keys()))
    if unknown:
        raise YomuError(
            f"An entry has no field {unknown}.", f"The fields are {', '.join(BY_NAME)}."
        )
    if changes.get("id", entry_id) != entry_id:
        raise YomuError("An id is permanent.", "Add a new entry and remove the old one.")
    with locked(path):
        source = _Source(path)
        start, end = source.extent(entry_id)
        block = source.text[start:end]
        for name in sorted(changes, key=_ORDER.__getitem__):
            block = _set(block, name, _plain(changes[name]))
        return source.write(source.text[:start] + block + source.text[end:], entry_id)


def remove(path: Path, entry_id: str) -> None:
    """Take one entry out; the comments within it go with it, all others stay.

    Raises YomuError where the file has no such entry.
    """
    with locked(path):
        source = _Source(path)
        start, end = source.extent(entry_id)
        source.write(source.text[:start] + source.text[end:], "")


def put(path: Path, entries: Sequence[GlossaryEntry]) -> None:
    """Write several entries at once: those whose id the file has are changed, others appended.

    Fields that an entry leaves empty stay as the file has them. Raises YomuError as `add` does, and
    then writes none of them.
    """
    with locked(path):
        source = _Source(path)
        known = {found.id: found for found in source.entries}
        text = source.text
        changed = {entry.id: entry for entry in entries if entry.id in known}
        pieces, done = [], 0
        for start, end in _blocks(text):
            entry = changed.get(_id_of(text[start:end]))
            if entry is not None:
                block = text[start:end]
                for name, value in _values(entry).items():
                    block = _set(block, name, value)
                pieces += [text[done:start], block]
                done = end
        pieces.append(text[done:])
        text = "".join(pieces)
        for entry in entries:
            if entry.id not in known:
                text = _appended(text, _block(_values(entry)))
        source.write(text, "")


def new_id(english: str, taken: Collection[str]) -> str:
    """A slug of `english` that is not in `taken`: foreign-military-sales, foreign-military-sales-2."""
    ascii_only = unicodedata.normalize("NFKD", english).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_only.lower().replace("'", "")).strip("-")
    slug = re.sub(r"^(?:the|to|an?)-(?=.)", "", slug)[:60].rstrip("-") or "term"
    candidate, number = slug, 2
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    return candidate


def as_toml(entry: GlossaryEntry) -> str:
    """The entry as a `[[term]]` block."""
    return _block(_values(entry))


class _Source:
    """A glossary file under the lock: its text with \\n line ends, and the sound entries in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            data = _NEW_FILE.encode()
        except OSError as error:
            raise YomuError(
                f"{path}: {error.strerror}.", "Check the path and who may read it."
            ) from None
        reading = read_bytes(data, str(path))
        for problem in reading.problems:
            if problem.rule in _BREAKS_FILE:
                raise YomuError(str(problem), "Nothing was changed. Correct this first.")
        self.entries = reading.entries
        self._problems = {(problem.rule, problem.message) for problem in reading.problems}
        text = data.decode("utf-8")
        self._crlf = "\r\n" in text and text.count("\r\n") == text.count("\n")
        self.text = text.replace("\r\n", "\n") if self._crlf else text

    def extent(self, entry_id: str) -> tuple[int, int]:
        """The characters of an entry, from its header to before the comments that lead the next one."""
        for start, end in _blocks(self.text):
            block = self.text[start:end]
            if entry_id in block and _id_of(block) == entry_id:
                return start, start + len(_without_next_comment(block, end == len(self.text)))
        if any(entry.id == entry_id for entry in self.entries):
            raise YomuError(
                f'{self.path}: "{entry_id}" does not stand under a [[term]] header of its own.',
                "Change it by hand.",
            )
        raise YomuError(
            f'{self.path} has no entry "{entry_id}".', "See the ids with: yomu glossary list"
        )

    def write(self, text: str, entry_id: str) -> GlossaryEntry:
        """Write `text` if it is sound; returns the entry with `entry_id` (any entry where that is "")."""
        written = text.replace("\n", "\r\n") if self._crlf else text
        reading = read_bytes(written.encode(), str(self.path))
        new = [p for p in reading.problems if (p.rule, p.message) not in self._problems]
        found = [entry for entry in reading.entries if entry.id == entry_id]
        if new or (entry_id and not found):
            said = new[0].message if new else "its fields cannot be read back."
            raise YomuError(f"The entry is not sound: {said}", "Nothing was changed.")
        replace_file(self.path, written.encode())
        return found[-1] if found else GlossaryEntry("", "", "", (), "")


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch that a [[term]] header opens."""
    heads = headers(text)
    return pairwise([*heads, len(text)])


def _appended(text: str, block: str) -> str:
    """The text with one more block, a blank line before it."""
    if text and not text.endswith("\n"):
        text += "\n"
    return f"{text}\n{block}" if text and not text.endswith("\n\n") else text + block


def _id_of(block: str) -> str:
    import tomllib

    return str(tomllib.loads(block)["term"][0].get("id", ""))


def _without_next_comment(block: str, last: bool) -> str:
    """The block without comment lines at its end that stand over the next entry."""
    if last:
        return block
    lines = block.splitlines(keepends=True)
    kept = len(lines)
    while kept > 1 and lines[kept - 1].lstrip().startswith("#"):
        kept -= 1
    return "".join(lines[:kept])


def _values(entry: GlossaryEntry) -> dict[str, Any]:
    """The entry's fields that hold something, as TOML wants them, in the usual order."""
    values = asdict(entry)
    return {name: plain for name in BY_NAME if (plain := _plain(values[name]))}


def _plain(value: Any) -> Any:
    """A field's value as strings, lists and dicts, without what is empty."""
    if is_dataclass(value) and not isinstance(value, type):
        value = asdict(value)
    if isinstance(value, Mapping):
        return {key: plain for key, item in value.items() if (plain := _plain(item))}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return "" if value is None else str(value).strip()


def _block(values: Mapping[str, Any]) -> str:
    return "[[term]]\n" + "".join(
        _line(name, values[name]) for name in sorted(values, key=_ORDER.__getitem__)
    )


def _set(block: str, name: str, value: Any) -> str:
    """The block with one key set, replaced or removed; a new key goes where the usual order wants it."""
    import tomlkit

    document = tomlkit.parse(block)
    table: Any = document["term"][0]
    if name in table:
        if not value:
            del table[name]
        elif table[name].unwrap() != value:
            table[name] = _item(value)
        return tomlkit.dumps(document)
    if not value:
        return block
    # tomlkit would put a new key behind the blank lines at the block's end.
    later = [key for key in table if key in _ORDER and _ORDER[key] > _ORDER[name]]
    expected = {**table.unwrap(), name: value}
    for at in _places(block, later):
        changed = (
            block[:at]
            + ("" if block[:at].endswith("\n") else "\n")
            + _line(name, value)
            + block[at:]
        )
        try:
            if tomlkit.parse(changed).unwrap()["term"][0] == expected:
                return changed
        except (tomlkit.exceptions.ParseError, LookupError):
            continue  # the place was within a text of several lines
    raise YomuError(f"{name} finds no place in the entry.", "Change it by hand.")


def _places(block: str, later: list[str]) -> Iterator[int]:
    """Where a new key may go: before the first key that comes later, at the end, under the header."""
    for key in later[:1]:
        if found := re.search(rf"^[ \t]*(?:{key}|\"{key}\")[ \t]*=", block, re.MULTILINE):
            yield found.start()
    body = re.sub(r"(?:[ \t]*(?:#[^\n]*)?\n|[ \t]+)*\Z", "", block)
    yield min(len(body) + 1, len(block))
    header = _HEADER.match(block)
    yield header.end() if header else 0


def _line(name: str, value: Any) -> str:
    return f"{name} = {_item(value).as_string()}\n"


def _item(value: Any) -> Any:
    import tomlkit

    if isinstance(value, str):
        return tomlkit.string(value)
    array = tomlkit.array()
    for element in value:
        if isinstance(element, str):
            array.append(element)
        else:
            inline = tomlkit.inline_table()
            inline.update(element)
            array.append(inline)
    if len(value) > 1 and any(not isinstance(element, str) for element in value):
        array.multiline(True)
    return array
