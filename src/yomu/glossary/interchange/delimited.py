"""CSV and TSV: every field a column, or the habits of OmegaT and Anki.

A cell that a spreadsheet would run as a formula (=cmd()) is written with a ' before it and read
back without it. Spreadsheets write BOMs, UTF-16 and semicolons; all are read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence

from yomu.errors import YomuError
from yomu.glossary.fields import BY_NAME
from yomu.glossary.interchange.draft import (
    Draft,
    Exported,
    Imported,
    as_values,
    from_cell,
    losses,
    to_cell,
)
from yomu.model import GlossaryEntry
from yomu.terminal import safe

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_OMEGAT_HELD = ("id", "ja", "reading", "en", "variants", "acronym", "definition_en")
_OMEGAT_COMMENT = re.compile(
    r"(?:(?P<reading>[ぁ-ゖァ-ヺー]+)\. )?(?P<definition>.*?)\s*\[(?P<id>[a-z0-9-]+)(?P<role>:variant|:acronym)?\]$",
    re.DOTALL,
)

# What the columns of other people's glossaries are called, in lower case.
_ALIASES = {
    "ja": ("japanese", "日本語", "term", "headword", "用語", "見出し", "見出し語", "expression", "word", "front"),
    "en": ("english", "英語", "target", "translation", "訳語", "訳", "英訳", "rendering", "meaning", "back"),
    "reading": ("kana", "よみ", "読み", "読み方", "ふりがな", "furigana", "hiragana"),
    "note": ("notes", "comment", "備考", "注", "コメント", "remarks"),
    "definition_en": ("definition", "english definition"),
    "definition_ja": ("定義", "説明", "japanese definition"),
    "acronym": ("abbreviation", "略語", "略称"),
    "variants": ("variant", "synonyms", "異表記", "別名"),
    "domain": ("subject", "field", "分野", "category"),
    "id": ("guid", "key"),
    "example_ja": ("example", "sentence", "例文"),
}  # fmt: skip


def export_table(entries: Sequence[GlossaryEntry], *, delimiter: str, bom: bool) -> Exported:
    """All fields, one entry a row, under a header with their names."""
    text = io.StringIO()
    writer = csv.writer(
        text, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n"
    )
    writer.writerow(BY_NAME)
    for entry in entries:
        writer.writerow(_row(entry))
    return Exported(text.getvalue().encode("utf-8-sig" if bom else "utf-8"))


def export_anki(entries: Sequence[GlossaryEntry]) -> Exported:
    """Anki's notes in plain text: its header lines, the id as GUID, the domain as tag."""
    text = io.StringIO()
    columns = [*BY_NAME, "tags"]
    text.write("#separator:tab\n#html:false\n#notetype:yomu term\n#deck:yomu\n")
    text.write(f"#columns:{chr(9).join(columns)}\n#guid column:1\n#tags column:{len(columns)}\n")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for entry in entries:
        writer.writerow([*_row(entry), f"yomu::{entry.domain}"])
    return Exported(text.getvalue().encode())


def export_omegat(entries: Sequence[GlossaryEntry]) -> Exported:
    """OmegaT's glossary: source, target, comment; a line for each spelling and rendering.

    The comment is `reading. definition [id]`, which is what the import takes apart again.
    """
    lines = []
    for entry in entries:
        comment = f"{entry.reading}. {entry.definition_en}".strip()
        for en in entry.en:
            lines.append((entry.ja, en, f"{comment} [{entry.id}]"))
        for variant in entry.variants:
            lines.append((variant, entry.en[0], f"{entry.ja} [{entry.id}:variant]"))
        if entry.acronym:
            lines.append((entry.acronym, entry.en[0], f"{entry.ja} [{entry.id}:acronym]"))
    text = "".join("\t".join(_one_line(cell) for cell in line) + "\n" for line in lines)
    return Exported(text.encode(), losses(entries, _OMEGAT_HELD, "An OmegaT glossary"))


def _row(entry: GlossaryEntry) -> list[str]:
    values = as_values(entry)
    return [_guarded(to_cell(name, values[name])) if name in values else "" for name in BY_NAME]


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _one_line(cell: str) -> str:
    """OmegaT has no quoting: tabs and line breaks become blanks. A formula is no danger there."""
    return " ".join(cell.split())


def read_table(
    data: bytes,
    *,
    delimiter: str = "",
    mapping: Mapping[str, str] | None = None,
    name: str = "file",
) -> Imported:
    """A table with or without a header.

    `mapping` gives fields to columns, by their title or by number from 1 (`{"Kanji": "ja", "3":
    "en"}`); "" ignores a column. Without it the header decides, in English or Japanese; a table of
    two or three columns without a header is Japanese, English, comment, as in OmegaT. Raises
    YomuError where no column can be the headword.
    """
    text = decode(data, name)
    options, text = _anki_header(text)
    delimiter = delimiter or options.get("separator", "") or _delimiter(text)
    rows = _rows(text, delimiter, bool(options), name)
    if not rows:
        raise YomuError(f"{name} has no rows.", "Export it again, with at least one term.")
    width = max(len(row) for _, row in rows)
    titles = options["columns"].split(delimiter) if "columns" in options else rows[0][1]
    columns = _columns(titles, width, mapping)
    headed = "columns" not in options and _is_header(rows[0][1], mapping)
    if not headed and "columns" not in options and not mapping:
        columns = {0: "ja", 1: "en", 2: "note"} if width in (2, 3) else {}
    if "ja" not in columns.values() or "en" not in columns.values():
        shown = ", ".join(safe(title)[:30] for title in titles)
        raise YomuError(
            f"{name}: no column is known to be the Japanese term and the English. Columns: {shown}.",
            "Say which: --map ja=COLUMN --map en=COLUMN (titles or numbers from 1).",
        )
    imported = Imported()
    unused = [title for at, title in enumerate(titles) if at not in columns and headed]
    if unused := [title for title in unused if title.strip() and title not in ("tags",)]:
        imported.ignored.append(f"Columns not used: {', '.join(safe(title) for title in unused)}.")
    body = rows[1:] if headed else rows
    _read_rows(body, columns, name, imported)
    if not headed and set(columns) == {0, 1, 2}:
        imported.drafts = _omegat_entries(imported.drafts)
    return imported


def _read_rows(
    rows: Sequence[tuple[int, list[str]]], columns: Mapping[int, str], name: str, imported: Imported
) -> None:
    for line, row in rows:
        values = {}
        for at, field in columns.items():
            cell = safe(_unguarded(row[at])).strip() if at < len(row) else ""
            if not cell:
                continue
            try:
                values[field] = from_cell(field, cell)
            except ValueError as error:
                imported.ignored.append(f"{name}:{line}: {error}.")
        if values:
            imported.drafts.append(Draft(values, f"{name}:{line}"))


def _omegat_entries(drafts: Sequence[Draft]) -> list[Draft]:
    """Join the lines that a term has in an OmegaT glossary; comments of ours are taken apart."""
    joined: dict[str, Draft] = {}
    for draft in drafts:
        values = draft.values
        found = _OMEGAT_COMMENT.match(values.get("note", ""))
        if found is None:
            key = f"{values.get('ja')}\n{values.get('note', '')}"
            if key in joined:
                joined[key].values["en"] = _more(joined[key].values, "en", values.get("en", ()))
            else:
                joined[key] = draft
            continue
        first = joined.setdefault(found["id"], Draft({"id": found["id"]}, draft.place)).values
        if found["role"] == ":variant":
            first["variants"] = _more(first, "variants", (values["ja"],))
        elif found["role"] == ":acronym":
            first["acronym"] = values["ja"]
        else:
            first["ja"] = values["ja"]
            first["en"] = _more(first, "en", values.get("en", ()))
            for key, group in (("reading", "reading"), ("definition_en", "definition")):
                if found[group]:
                    first[key] = found[group]
    return list(joined.values())


def _more(values: Mapping[str, tuple[str, ...]], name: str, new: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*values.get(name, ()), *new]))


def decode(data: bytes, name: str) -> str:
    """UTF-8 with or without BOM, UTF-16 with one, else CP932; raises YomuError for anything else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096]:
        raise YomuError(f"{name} is a binary file.", "Export it as UTF-8 text.")
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise YomuError(f"{name} is neither UTF-8 nor Shift_JIS.", "Save it as UTF-8.")


def _anki_header(text: str) -> tuple[dict[str, str], str]:
    """Anki's `#key:value` lines at the head of the text, and the rest."""
    options: dict[str, str] = {}
    names = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}
    while found := re.match(r"#([a-z ]+):([^\r\n]*)\r?\n", text):
        options[found[1]] = found[2]
        text = text[found.end() :]
    if "separator" in options:
        options["separator"] = names.get(options["separator"].lower(), options["separator"])
    return options, text


def _delimiter(text: str) -> str:
    """The character that parts the columns of the first line: the most frequent of tab, comma, semicolon."""
    first = text.split("\n", 1)[0]
    return max("\t,;", key=first.count)


def _rows(text: str, delimiter: str, anki: bool, name: str) -> list[tuple[int, list[str]]]:
    """The rows with their line numbers, without empty ones and OmegaT's # comments."""
    # OmegaT has no quoting; a table with a header (ours, a spreadsheet's, Anki's) has.
    first = text.split("\n", 1)[0].split(delimiter)
    quoted = '"' in text and (delimiter != "\t" or anki or any(map(_field_called, first)))
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        strict=False,
    )
    rows = []
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row) and not row[0].startswith("# "):
                rows.append((line, row))
            line = reader.line_num + 1
    except csv.Error as error:
        raise YomuError(f"{name}:{line}: {error}.", 'Close the " in this row.') from None
    return rows


def _columns(
    titles: Sequence[str], width: int, mapping: Mapping[str, str] | None
) -> dict[int, str]:
    """Which field each column holds."""
    found: dict[int, str] = {}
    lowered = {title.strip().lower() for title in titles}
    for at in range(width):
        title = titles[at].strip() if at < len(titles) else ""
        if title.lower() == "source" and "target" in lowered:
            title = "ja"
        given = (mapping or {}).get(title, (mapping or {}).get(str(at + 1)))
        field = given if given is not None else _field_called(title)
        if field and field not in BY_NAME:
            raise YomuError(
                f'There is no field "{field}".', f"The fields are {', '.join(BY_NAME)}."
            )
        if field and field not in found.values():
            found[at] = field
    return found


def _field_called(title: str) -> str:
    plain = title.lower().strip().lstrip("\ufeff")
    if plain in BY_NAME:
        return plain
    return next((field for field, names in _ALIASES.items() if plain in names), "")


def _is_header(first: Sequence[str], mapping: Mapping[str, str] | None) -> bool:
    if mapping and {title.strip() for title in first} & mapping.keys():
        return True
    return sum(1 for title in first if _field_called(title)) >= 2
