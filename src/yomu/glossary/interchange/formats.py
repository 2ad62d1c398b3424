"""The formats by name, for the command line and whoever else asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yomu.errors import YomuError
from yomu.glossary.interchange.draft import Exported, Imported
from yomu.model import GlossaryEntry

_BIGGEST_FILE = 100_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its usual file ending, and what it is for."""

    name: str
    suffix: str
    what: str


FORMATS = {
    known.name: known
    for known in (
        Format("csv", ".csv", "every field a column, with a BOM for Excel"),
        Format("tsv", ".tsv", "every field a column, tabs between"),
        Format("omegat", ".txt", "OmegaT glossary: source, target, comment"),
        Format("anki", ".txt", "Anki notes in plain text, ids as GUIDs"),
        Format("tbx", ".tbx", "TBX-Basic, ISO 30042:2019, data categories as attributes"),
        Format("tbx-dct", ".tbx", "TBX-Basic, ISO 30042:2019, data categories as tags"),
        Format("tbx2", ".tbx", "TBX-Basic, ISO 30042:2008 (martif)"),
        Format("yomitan", ".zip", "Yomitan dictionary"),
    )
}


def export(
    entries: Sequence[GlossaryEntry],
    format_name: str,
    *,
    title: str = "",
    revision: str = "1",
    attribution: str = "",
) -> Exported:
    """The bytes of a file in one of `FORMATS`, and what that format cannot hold.

    `revision` and `attribution` are for Yomitan (the date of the glossary, who is to be named).
    Raises YomuError for an unknown format.
    """
    if format_name in ("csv", "tsv", "omegat", "anki"):
        from yomu.glossary.interchange import delimited

        if format_name == "omegat":
            return delimited.export_omegat(entries)
        if format_name == "anki":
            return delimited.export_anki(entries)
        comma = format_name == "csv"
        return delimited.export_table(entries, delimiter="," if comma else "\t", bom=comma)
    if format_name in ("tbx", "tbx-dct", "tbx2"):
        from yomu.glossary.interchange.tbx import STYLES, export_tbx

        return export_tbx(entries, STYLES[format_name], title or "yomu policy glossary")
    if format_name == "yomitan":
        from yomu.glossary.interchange.yomitan import TITLE, export_yomitan

        return export_yomitan(
            entries,
            title=title or TITLE,
            revision=revision,
            attribution=attribution or "yomu, GPL-3.0-or-later",
        )
    raise YomuError(
        f'There is no format "{format_name}".', f"The formats are {', '.join(FORMATS)}."
    )


def read(
    path: Path, format_name: str = "", *, mapping: Mapping[str, str] | None = None
) -> Imported:
    """Read a file to import; without `format_name` its content decides.

    `mapping` gives fields to the columns of a table, see `delimited.read_table`. Raises YomuError
    for a file that cannot be read, is over 100 MB, or is of another kind.
    """
    name = path.name
    try:
        if path.stat().st_size > _BIGGEST_FILE:
            raise YomuError(f"{name} is over 100 MB.", "Split it.")
        data = path.read_bytes()
    except OSError as error:
        raise YomuError(f"{path}: {error.strerror}.", "Check the path.") from None
    if format_name and format_name not in FORMATS:
        raise YomuError(
            f'There is no format "{format_name}".', f"The formats are {', '.join(FORMATS)}."
        )
    if not data.strip():
        raise YomuError(f"{name} is empty.", "Export it again.")
    kind = format_name or _kind(data)
    if kind == "yomitan":
        from yomu.glossary.interchange.yomitan import read_yomitan

        return read_yomitan(data, name)
    if kind.startswith("tbx"):
        from yomu.glossary.interchange.tbx import read_tbx

        return read_tbx(data, name)
    from yomu.glossary.interchange.delimited import read_table

    delimiter = "\t" if kind in ("tsv", "omegat") else ""
    return read_table(data, delimiter=delimiter, mapping=mapping, name=name)


def _kind(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return "yomitan"
    head = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\0")
    return "tbx" if head.startswith(b"<") else "csv"
