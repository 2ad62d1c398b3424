"""Adding a term to one's own glossary, or editing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from yomu.errors import YomuError
from yomu.model import GlossaryEntry
from yomu.tui.screens.field_form import FieldForm

_FIELDS = {
    "ja": "Headword",
    "reading": "Reading",
    "en": "English (; between)",
    "acronym": "Acronym",
    "variants": "Variants (; between)",
    "definition_en": "Definition",
    "definition_ja": "定義",
    "note": "Note",
    "example_ja": "Example",
    "example_en": "Its English",
}
_NEEDED = ("ja", "reading", "en")
_LISTS = {"en", "variants"}


class TermForm(FieldForm[GlossaryEntry]):
    """Dismissed with the entry that `save` made of what was filled in or changed."""

    def __init__(
        self, entry: GlossaryEntry, save: Callable[[dict[str, Any]], GlossaryEntry], *, title: str
    ) -> None:
        values = {name: _shown(entry, name) for name in _FIELDS}
        super().__init__(_FIELDS, values, title=title, first="en")
        self._save = save
        self._entry = entry

    def action_save(self) -> None:
        fields = self._fields()
        missing = [
            _FIELDS[name] for name in _NEEDED if not fields.get(name, getattr(self._entry, name))
        ]
        if missing:
            self.say(f"Still missing: {', '.join(missing)}.")
            return
        if not fields and self._entry.id:
            self.dismiss(None)
            return
        try:
            entry = self._save(fields)
        except YomuError as error:
            self.say(str(error))
            return
        self.dismiss(entry)

    def _fields(self) -> dict[str, Any]:
        """What differs from the entry that the form began with."""
        fields: dict[str, Any] = {}
        for name in _FIELDS:
            value = self.written(name).strip()
            if value != self._values[name]:
                parts = tuple(part.strip() for part in value.split(";") if part.strip())
                fields[name] = parts if name in _LISTS else value
        return fields


def _shown(entry: GlossaryEntry, name: str) -> str:
    value = getattr(entry, name)
    return "; ".join(value) if isinstance(value, tuple) else str(value)
