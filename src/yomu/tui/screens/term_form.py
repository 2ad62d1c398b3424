"""Adding a term to one's own glossary, or editing one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static

from yomu.errors import YomuError
from yomu.model import GlossaryEntry
from yomu.terminal import safe_line

_FIELDS = (
    ("ja", "Headword"),
    ("reading", "Reading"),
    ("en", "English (; between)"),
    ("acronym", "Acronym"),
    ("variants", "Variants (; between)"),
    ("definition_en", "Definition"),
    ("definition_ja", "定義"),
    ("note", "Note"),
    ("example_ja", "Example"),
    ("example_en", "Its English"),
)
_LISTS = {"en", "variants"}


class TermForm(ModalScreen[GlossaryEntry | None]):
    """Dismissed with the entry that `save` made of what was filled in or changed, or None.

    Where `save` raises YomuError the form says it and stays: nothing that was typed is lost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save"),
    ]

    def __init__(
        self, entry: GlossaryEntry, save: Callable[[dict[str, Any]], GlossaryEntry], *, title: str
    ) -> None:
        super().__init__()
        self._save = save
        self._entry = entry
        self._title = title

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="term-form", classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            for name, label in _FIELDS:
                with Horizontal(classes="field"):
                    yield Label(Content(label))
                    yield Input(
                        _shown(self._entry, name),
                        id=f"field-{name}",
                        compact=True,
                        select_on_focus=False,  # or else the next key would wipe the field
                    )
            yield Static(Content(""), id="form-error")
            with Horizontal(classes="field"):
                yield Button("Save (Ctrl+S)", id="save", variant="primary", compact=True)
                yield Button("Cancel (Esc)", id="cancel", compact=True)

    def on_mount(self) -> None:
        self.query_one("#field-en", Input).focus()

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        fields = self._fields()
        missing = [
            label for name, label in _FIELDS[:3] if not fields.get(name, getattr(self._entry, name))
        ]
        if missing:
            self._say(f"Still missing: {', '.join(missing)}.")
            return
        if not fields and self._entry.id:
            self.dismiss(None)
            return
        try:
            entry = self._save(fields)
        except YomuError as error:
            self._say(str(error))
            return
        self.dismiss(entry)

    def _say(self, problem: str) -> None:
        message = self.query_one("#form-error", Static)
        message.update(Content(safe_line(problem)))
        message.scroll_visible(animate=False)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        self.dismiss(None)

    def _fields(self) -> dict[str, Any]:
        """What differs from the entry that the form began with."""
        fields: dict[str, Any] = {}
        for name, _ in _FIELDS:
            value = self.query_one(f"#field-{name}", Input).value.strip()
            if value != _shown(self._entry, name):
                parts = tuple(part.strip() for part in value.split(";") if part.strip())
                fields[name] = parts if name in _LISTS else value
        return fields


def _shown(entry: GlossaryEntry, name: str) -> str:
    value = getattr(entry, name)
    return "; ".join(value) if isinstance(value, tuple) else str(value)
