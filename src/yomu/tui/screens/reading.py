"""Why a word is read as it is, and a place to say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, RadioButton, RadioSet, Static

from yomu.reading import Explanation, Scope
from yomu.tui.pane_text import SOURCES

_SCOPES = {
    Scope.PLACE: "at this place",
    Scope.TEXT: "in all of this text",
    Scope.EVERYWHERE: "everywhere",
}


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """What the person wants: this reading, that far."""

    reading: str
    scope: Scope


class ReadingScreen(ModalScreen[ReadingChoice | None]):
    """Every source's reading; a digit takes one, the field takes any other, Ctrl+S saves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("ctrl+s", "save", "Save"),
    ]

    def __init__(self, explanation: Explanation) -> None:
        super().__init__()
        self.explanation = explanation
        self.choices = list(
            dict.fromkeys(candidate.reading for candidate in explanation.candidates)
        )

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="reading", classes="dialog"):
            yield Static(
                Content(f"{self.explanation.surface}  {self.explanation.reading or ''}"),
                classes="dialog-title",
            )
            yield Static(
                Content(f"{self.explanation.why} ({self.explanation.confidence:.0%} sure)"),
                classes="quiet",
            )
            yield Static(Content("\n" + self._table() + "\n"))
            yield Input(
                self.explanation.reading or "",
                id="field-reading",
                compact=True,
                placeholder="Reading in kana",
            )
            with RadioSet(id="scope", compact=True):
                for number, label in enumerate(_SCOPES.values()):
                    yield RadioButton(label, value=number == 0, compact=True)
            yield Static(
                Content(
                    "\nType a reading or press Alt and its number; Tab to how far it holds; Ctrl+S saves, Esc leaves."
                ),
                classes="quiet",
            )

    def _table(self) -> str:
        lines = []
        for number, reading in enumerate(self.choices, 1):
            said_by = []
            for candidate in self.explanation.candidates:
                if candidate.reading == reading:
                    score = f" {candidate.score:.0%}" if candidate.score is not None else ""
                    said_by.append(SOURCES[candidate.source] + score)
            chosen = "=" if reading == self.explanation.reading else " "
            lines.append(f"{chosen} {number}  {reading}   {', '.join(dict.fromkeys(said_by))}")
        return "\n".join(lines) or "No source has a reading."

    def on_mount(self) -> None:
        field = self.query_one("#field-reading", Input)
        field.focus()
        field.select_all()

    def on_key(self, event: events.Key) -> None:
        number = event.key.removeprefix("alt+")
        if number.isdigit() and event.key != number and 1 <= int(number) <= len(self.choices):
            self.query_one("#field-reading", Input).value = self.choices[int(number) - 1]
            event.stop()

    @on(Input.Submitted)
    def action_save(self) -> None:
        reading = self.query_one("#field-reading", Input).value.strip()
        pressed = self.query_one(RadioSet).pressed_index
        if not reading or (reading == self.explanation.reading and pressed <= 0):
            self.dismiss(None)
            return
        self.dismiss(ReadingChoice(reading, list(_SCOPES)[max(0, pressed)]))

    def action_cancel(self) -> None:
        self.dismiss(None)
