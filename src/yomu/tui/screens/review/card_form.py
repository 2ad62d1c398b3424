"""Changing what stands on a card."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label

from yomu.store.cards import EDITABLE, Card

_LABELS = {
    "expression": "Expression",
    "reading": "Reading",
    "acronym": "Acronym",
    "meaning_en": "English",
    "definition_ja": "定義",
    "definition_en": "Definition",
    "sentence": "Sentence",
    "sentence_en": "Its English",
    "note": "Note",
}


class CardForm(ModalScreen[dict[str, str] | None]):
    """Dismissed with the fields that were changed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save"),
    ]

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-form", classes="dialog"):
            yield Label(Content("Change the card"), classes="dialog-title")
            for name in EDITABLE:
                with Horizontal(classes="field"):
                    yield Label(Content(_LABELS[name]))
                    yield Input(getattr(self._card, name), id=f"field-{name}", compact=True)
            with Horizontal(classes="field"):
                yield Button("Save (Ctrl+S)", id="save", variant="primary", compact=True)
                yield Button("Cancel (Esc)", id="cancel", compact=True)

    def on_mount(self) -> None:
        self.query_one("#field-meaning_en", Input).focus()

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        written = {name: self.query_one(f"#field-{name}", Input).value for name in EDITABLE}
        changed = {
            name: value for name, value in written.items() if value != getattr(self._card, name)
        }
        self.dismiss(changed or None)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        self.dismiss(None)
