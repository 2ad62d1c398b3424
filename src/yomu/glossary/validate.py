"""One `[[term]]` table to a `GlossaryEntry`, or to the faults that keep it from being one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from yomu.glossary.fields import BY_NAME, FIELDS, HEADWORD_LIMIT, ITEMS_LIMIT, PROSE_LIMIT, Field
from yomu.glossary.kana import from_romaji, is_kana
from yomu.glossary.problem import Problem
from yomu.kana import to_hiragana
from yomu.model import Avoid, GlossaryEntry, TermPart
from yomu.terminal import safe

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WHEN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


@dataclass(slots=True)
class EntryText:
    """Where an entry stands: the file's name, the line of its header, its own lines."""

    file: str
    line: int
    lines: list[str]
    problems: list[Problem] = field(default_factory=list)

    def place(self, key: str) -> tuple[int, int]:
        """Line and column of a key of this entry; its header's where the key is not found."""
        for offset, line in enumerate(self.lines):
            if found := re.match(rf"\s*(?:\"{key}\"|{key})\s*=", line):
                return self.line + offset, found.end() - len(found[0].lstrip()) + 1
        return self.line, 1

    def fault(self, key: str, rule: str, message: str) -> None:
        line, column = self.place(key) if key else (self.line, 1)
        self.problems.append(Problem(self.file, line, column, rule, message))


def validate(table: dict[str, Any], where: EntryText) -> tuple[GlossaryEntry | None, list[Problem]]:
    """Check the shape of one entry. Readings come back in hiragana, texts without escapes.

    The entry is None where any fault is an error.
    """
    values: dict[str, Any] = {}
    for name, value in table.items():
        spec = BY_NAME.get(name)
        if spec is None:
            close = get_close_matches(name, BY_NAME, 1, 0.7)
            hint = f"Write {close[0]}." if close else f"The keys are {', '.join(BY_NAME)}."
            where.fault(name, "unknown-key", f'unknown key "{safe(name)}". {hint}')
            continue
        checked = _shaped(spec, value, where)
        if checked is not None:
            values[name] = checked
    for spec in FIELDS:
        if spec.required and spec.name not in table:
            where.fault("", "missing-field", f"{spec.name} is missing. Write {spec.example}.")
    _check_meaning(values, where)
    if where.problems:
        return None, where.problems
    values["reading"] = to_hiragana(values["reading"]).replace("・", "")
    return GlossaryEntry(**values, file=where.file, line=where.line), []


def _shaped(spec: Field, value: Any, where: EntryText) -> Any:
    """The value in the shape the model wants, None after a fault."""
    if spec.shape == "text":
        return _text(spec, value, where)
    if not isinstance(value, list):
        if spec.shape == "texts" and isinstance(value, str):
            where.fault(
                spec.name,
                "wrong-shape",
                f'{spec.name} is a list. Write {spec.name} = ["{_cut(value)}"].',
            )
        else:
            where.fault(
                spec.name,
                "wrong-shape",
                f"{spec.name} must be a list, got {_kind(value)}. Write {spec.example}.",
            )
        return None
    if len(value) > ITEMS_LIMIT:
        where.fault(
            spec.name,
            "too-long",
            f"{spec.name} has {len(value)} items, more than {ITEMS_LIMIT}. Keep those that texts use.",
        )
        return None
    if spec.shape == "texts":
        items = [_text(spec, item, where) for item in value]
        if None in items:
            return None
        if spec.required and not items:
            where.fault(spec.name, "empty", f"{spec.name} is empty. Write {spec.example}.")
            return None
        for item in items:
            if items.count(item) > 1:
                where.fault(spec.name, "repeated", f'{spec.name} has "{item}" twice. Keep one.')
                return None
        return tuple(items)
    keys = ("en", "why") if spec.shape == "avoid" else ("ja", "reading", "en")
    tables = [_inline(spec, item, keys, where) for item in value]
    if None in tables:
        return None
    if spec.shape == "avoid":
        return tuple(Avoid(**table) for table in tables if table is not None)
    return tuple(TermPart(**table) for table in tables if table is not None)


def _inline(
    spec: Field, item: Any, keys: tuple[str, ...], where: EntryText
) -> dict[str, str] | None:
    if not isinstance(item, dict):
        where.fault(
            spec.name,
            "wrong-shape",
            f"{spec.name} is a list of {{ }} tables, got {_kind(item)}. Write {spec.example}.",
        )
        return None
    for key, value in item.items():
        if key not in keys:
            where.fault(
                spec.name,
                "unknown-key",
                f'unknown key "{safe(key)}" in {spec.name}. The keys are {", ".join(keys)}.',
            )
            return None
        if not isinstance(value, str):
            where.fault(
                spec.name,
                "wrong-shape",
                f'{key} in {spec.name} must be text, got {_kind(value)}. Write {key} = "{_cut(str(value))}".',
            )
            return None
    first = keys[0]
    if not item.get(first, "").strip():
        where.fault(
            spec.name, "missing-field", f"{first} is missing in {spec.name}. Write {spec.example}."
        )
        return None
    reading = item.get("reading", "")
    if reading and not is_kana(reading):
        where.fault(spec.name, "reading-not-kana", _not_kana(f"{spec.name}: reading", reading))
        return None
    return {key: safe(value).strip() for key, value in item.items()}


def _text(spec: Field, value: Any, where: EntryText) -> str | None:
    if not isinstance(value, str):
        if spec.shape == "texts":
            message = f"{spec.name} is a list of texts, got {_kind(value)}. Write {spec.example}."
        elif isinstance(value, list | dict):
            message = f"{spec.name} must be one text, got {_kind(value)}. Write {spec.example}."
        else:
            message = f'{spec.name} must be text, got {_kind(value)}. Write {spec.name} = "{str(value).lower()}".'
        where.fault(spec.name, "wrong-shape", message)
        return None
    text = safe(value).strip()
    if text != value.strip():
        where.fault(
            spec.name,
            "control-character",
            f"{spec.name} holds a control character. Delete it.",
        )
        return None
    limit = HEADWORD_LIMIT if spec.short and spec.name != "en" else PROSE_LIMIT
    if len(text) > limit:
        where.fault(
            spec.name,
            "too-long",
            f"{spec.name} has {len(text):,} characters, more than {limit:,}. Shorten it.",
        )
        return None
    if not text and (spec.required or spec.shape == "texts"):
        where.fault(spec.name, "empty", f"{spec.name} is empty. Write {spec.example}.")
        return None
    if spec.short and "\n" in text:
        where.fault(
            spec.name, "line-break", f"{spec.name} holds a line break. Write it on one line."
        )
        return None
    return text


def _check_meaning(values: dict[str, Any], where: EntryText) -> None:
    """Faults of the values themselves, once their shape is right."""
    reading = values.get("reading", "")
    if reading and not is_kana(reading):
        where.fault("reading", "reading-not-kana", _not_kana("reading", reading))
    for name in ("id", "domain"):
        slug = values.get(name, "")
        if slug and not _SLUG.fullmatch(slug):
            better = re.sub(r"[^a-z0-9]+", "-", slug.lower()).strip("-")
            better = better or BY_NAME[name].example.split('"')[1]
            where.fault(
                name,
                f"bad-{name}",
                f'{name} must be small letters, digits and hyphens, got "{slug}". Write {better}.',
            )
    for name in ("since", "until"):
        when = values.get(name, "")
        if when and not _WHEN.fullmatch(when):
            where.fault(
                name,
                "bad-date",
                f'{name} must be YYYY, YYYY-MM or YYYY-MM-DD, got "{when}". Write {name} = "{_date(when)}".',
            )


def _not_kana(name: str, reading: str) -> str:
    written = from_romaji(reading)
    if written is None and is_kana(reading.replace(" ", "").replace("\u3000", "")):
        written = reading.replace(" ", "").replace("\u3000", "")
    advice = f"Write {written}." if written else "Write it in hiragana."
    return f'{name} must be kana, got "{reading}". {advice}'


def _date(when: str) -> str:
    digits = re.findall(r"\d+", when)
    if digits and len(digits[0]) == 4:
        return "-".join([digits[0], *(part.zfill(2) for part in digits[1:3])])
    return "2022-02-24"


def _cut(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"


def _kind(value: Any) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "a date or time")
