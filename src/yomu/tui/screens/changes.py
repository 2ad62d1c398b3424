"""What opening the text did to it, and the way back."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from yomu.export.changes import change_lines
from yomu.workspace import OpenText


def explain(opened: OpenText) -> str:
    """Every change in plain words: what it was, what became of it, and why."""
    if opened.as_is:
        return "This is the text as it was pasted: nothing was changed."
    return "\n".join(change_lines(opened.document.changes))


class ChangesScreen(ModalScreen[bool]):
    """Dismissed with True to switch between the cleaned and the pasted text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,v", "close", "Close"),
        Binding("u", "switch", "Undo or redo"),
        Binding("j,down", "scroll(2)", show=False),
        Binding("k,up", "scroll(-2)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, opened: OpenText) -> None:
        super().__init__()
        self._opened = opened

    def compose(self) -> ComposeResult:
        keys = "Esc closes this"
        if self._can_switch:
            switch = "u cleans it again" if self._opened.as_is else "u undoes all of it"
            keys = f"{switch}   {keys}"
        with Vertical(classes="dialog"):
            yield Static(Content("What was cleaned"), classes="dialog-title")
            with VerticalScroll(id="changes"):
                yield Static(Content(explain(self._opened)))
            yield Static(Content(keys), classes="quiet")

    @property
    def _can_switch(self) -> bool:
        return self._opened.as_is or bool(self._opened.document.changes)

    def action_close(self) -> None:
        self.dismiss(False)

    def action_switch(self) -> None:
        self.dismiss(self._can_switch)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#changes").scroll_relative(y=lines, animate=False)
