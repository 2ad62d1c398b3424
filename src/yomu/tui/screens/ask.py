"""A question with a few answers, each by a key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class Answer(NamedTuple):
    """`key` gives `value`; `label` says what it does."""

    key: str
    label: str
    value: str


class AskScreen(ModalScreen[str]):
    """Dismissed with the value of the answer; empty for Esc, which always does nothing.

    Enter gives the only answer, and none where there are several.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Close")]

    def __init__(self, question: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="dialog-title")
            for answer in self._answers:
                yield Static(Content(f"{answer.key}    {answer.label}"))
            yield Static(Content("Esc  nothing"), classes="quiet")

    def on_key(self, event: events.Key) -> None:
        for answer in self._answers:
            if event.key == answer.key or (event.key == "enter" and len(self._answers) == 1):
                event.stop()
                self.dismiss(answer.value)
                return

    def action_close(self) -> None:
        self.dismiss("")
