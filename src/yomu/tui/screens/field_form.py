"""A form with a line for each field of a thing: a term, a card."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static

from yomu.terminal import safe_line

T = TypeVar("T")


class FieldForm(ModalScreen[T | None], Generic[T]):
    """Dismissed with what saving made, None if nothing was changed.

    Where saving raises YomuError the form says it and stays: nothing that was typed is lost.
    `labels` and `values` are by field, in the order of the form.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save"),
    ]

    def __init__(
        self, labels: Mapping[str, str], values: Mapping[str, str], *, title: str, first: str
    ) -> None:
        super().__init__()
        self._labels = labels
        self._values = values
        self._title = title
        self._first = first
        """The field where typing begins."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form", classes="dialog"):
            yield Static(Content(self._title), classes="dialog-title")
            for name, label in self._labels.items():
                with Horizontal(classes="field"):
                    yield Label(Content(label))
                    yield Input(
                        self._values[name],
                        id=f"field-{name}",
                        compact=True,
                        select_on_focus=False,  # or else the next key would wipe the field
                    )
            yield Static(Content(""), id="form-error")
            with Horizontal(classes="field"):
                yield Button("Save (Ctrl+S)", id="save", variant="primary", compact=True)
                yield Button("Cancel (Esc)", id="cancel", compact=True)

    def on_mount(self) -> None:
        self.query_one(f"#field-{self._first}", Input).focus()

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

    def action_save(self) -> None:
        """Save what `written` gives, and dismiss."""
        raise NotImplementedError

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        # not on `action_save` itself: Textual would call the one of this class
        self.action_save()

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        self.dismiss(None)

    def written(self, name: str) -> str:
        """What stands in a field now."""
        return self.query_one(f"#field-{name}", Input).value

    def say(self, problem: str) -> None:
        """Show why it was not saved."""
        message = self.query_one("#form-error", Static)
        message.update(Content(safe_line(problem)))
        message.scroll_visible(animate=False)
