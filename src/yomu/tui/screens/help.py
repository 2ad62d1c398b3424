"""The keys, from the one table."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from yomu.tui.keys import ANYWHERE, READER, Command

_SIGNS = (
    "In the text: bold, underlined words are glossary terms. Once you have said how well you know"
    " a word, terms are bold, new words underlined, and of those you learn the first character."
    " Left of the text, * is a mark, + a paragraph that counts as read."
)


def key_table(commands: tuple[Command, ...]) -> Content:
    """The commands by group, a line each, keys aligned."""
    lines: list[Content] = []
    for group in dict.fromkeys(command.group for command in commands):
        if lines:
            lines.append(Content(""))
        lines.append(Content.styled(group, "bold $secondary"))
        for command in commands:
            if command.group == group:
                keys = (f"  {command.shown_keys():<14} ", "bold $accent")
                lines.append(Content.assemble(keys, command.help))
    return Content("\n").join(lines)


class HelpScreen(ModalScreen[None]):
    """Every key of the screen it was called from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss_help", "Close"),
        Binding("j,down", "scroll(2)", show=False),
        Binding("k,up", "scroll(-2)", show=False),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("b,pageup", "turn(-1)", show=False),
    ]

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._commands = commands

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help", classes="dialog"):
            yield Static(key_table((*self._commands, *ANYWHERE)))
            said = [_SIGNS] if self._commands is READER else []
            said.append("Full-width letters work as keys too. Esc closes this.")
            yield Static(Content("\n" + "\n\n".join(said)), classes="quiet")

    def action_dismiss_help(self) -> None:
        self.dismiss()

    def action_turn(self, pages: int) -> None:
        help_text = self.query_one("#help")
        help_text.scroll_relative(y=pages * max(1, help_text.size.height - 2), animate=False)

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)
