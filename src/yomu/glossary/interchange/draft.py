"""What an import brings, before it is merged: fields of an entry, some of them missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from yomu.glossary.fields import BY_NAME
from yomu.model import Avoid, GlossaryEntry, TermPart


@dataclass(slots=True)
class Draft:
    """One term as a file gives it. `values` are as in `GlossaryEntry`; `place` says where it stood."""

    values: dict[str, Any]
    place: str

    @property
    def id(self) -> str:
        return str(self.values.get("id", ""))

    def entry(self) -> GlossaryEntry:
        """The draft as an entry, whatever it lacks left empty."""
        base: dict[str, Any] = {"id": "", "ja": "", "reading": "", "en": (), "domain": ""}
        return GlossaryEntry(**(base | self.values))


@dataclass(slots=True)
class Imported:
    """What a file held. `ignored` says in words what of it has no place in a glossary."""

    drafts: list[Draft] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Exported:
    """What to write to a file. `lost` says in words what the format cannot hold."""

    data: bytes
    lost: list[str] = field(default_factory=list)


def losses(entries: Sequence[GlossaryEntry], held: Sequence[str], format_name: str) -> list[str]:
    """One line for each field that `format_name` cannot hold and entries have."""
    found = []
    for name in BY_NAME:
        count = sum(1 for entry in entries if getattr(entry, name)) if name not in held else 0
        if count:
            found.append(f"{format_name} has no place for {name} ({count} {_entries(count)}).")
    return found


def _entries(count: int) -> str:
    return "entry" if count == 1 else "entries"


def as_values(entry: GlossaryEntry) -> dict[str, Any]:
    """The fields of an entry that hold something, by name, without its file and line."""
    values = {name: getattr(entry, name) for name in BY_NAME}
    return {name: value for name, value in values.items() if value}


def join_items(items: Sequence[str], separator: str = "|") -> str:
    r"""Several texts in one cell: `a | b`. A separator or backslash within a text is escaped by \."""
    escaped = "".join(f"\\{char}" for char in separator)
    return f" {separator} ".join(
        item.replace("\\", "\\\\").replace(separator, escaped) for item in items
    )


def split_items(cell: str, separator: str = "|") -> list[str]:
    """The texts of a cell that `join_items` wrote, or that a person wrote in the same way."""
    items, current, at = [], "", 0
    while at < len(cell):
        if cell[at] == "\\" and at + 1 < len(cell):
            current += cell[at + 1]
            at += 2
        elif cell.startswith(separator, at):
            items.append(current.strip())
            current = ""
            at += len(separator)
        else:
            current += cell[at]
            at += 1
    return [*items, current.strip()]


def to_cell(name: str, value: Any) -> str:
    """A field's value as the text of one cell: avoid is `en :: why | …`, parts `ja :: reading :: en | …`."""
    shape = BY_NAME[name].shape
    if shape == "text":
        return str(value)
    if shape == "texts":
        return join_items(value)
    rows = [list(asdict(item).values()) for item in value]
    return join_items([join_items(_without_empty_end(row), "::") for row in rows])


def from_cell(name: str, cell: str) -> Any:
    """A field's value from its cell; raises ValueError where the cell has another shape."""
    shape = BY_NAME[name].shape
    if shape == "text":
        return cell.strip()
    items = [item for item in split_items(cell) if item]
    if shape == "texts":
        return tuple(dict.fromkeys(items))
    rows = [split_items(item, "::") for item in items]
    columns = 2 if shape == "avoid" else 3
    if any(len(row) > columns for row in rows):
        written = "en :: why" if shape == "avoid" else "ja :: reading :: en"
        raise ValueError(f"{name} is written as {written} | {written}")
    return tuple((Avoid if shape == "avoid" else TermPart)(*row) for row in rows)


def _without_empty_end(row: list[str]) -> list[str]:
    while len(row) > 1 and not row[-1]:
        row.pop()
    return row
