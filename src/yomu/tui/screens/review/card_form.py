"""Changing what stands on a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static

from yomu.errors import YomuError
from yomu.store.cards import EDITABLE, Card
from yomu.terminal import safe_line

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


class CardForm(ModalScreen[bool]):
    """Dismissed with True once `save` has kept what was changed, with False if nothing was.

    Where `save` raises YomuError the form says it and stays: nothing that was typed is lost.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save"),
    ]

    def __init__(self, card: Card, save: Callable[[Mapping[str, str]], object]) -> None:
        super().__init__()
        self._card = card
        self._save = save

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="card-form", classes="dialog"):
            yield Label(Content("Change the card"), classes="dialog-title")
            for name in EDITABLE:
                with Horizontal(classes="field"):
                    yield Label(Content(_LABELS[name]))
                    yield Input(
                        getattr(self._card, name),
                        id=f"field-{name}",
                        compact=True,
                        select_on_focus=False,  # or else the next key would wipe the field
                    )
            yield Static(Content(""), id="form-error")
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
        if changed:
            self._keep(changed)
        else:
            self.dismiss(False)

    @work(thread=True, exclusive=True, exit_on_error=False, group="cards")
    def _keep(self, changed: Mapping[str, str]) -> None:
        try:
            self._save(changed)
        except YomuError as error:
            self.app.call_from_thread(self._say, str(error))
            return
        self.app.call_from_thread(self.dismiss, True)

    def _say(self, problem: str) -> None:
        message = self.query_one("#form-error", Static)
        message.update(Content(safe_line(problem)))
        message.scroll_visible(animate=False)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        self.dismiss(False)
