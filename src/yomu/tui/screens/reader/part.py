"""What every part of the reader works on: the text, the pane beside it, the line below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from yomu.model import RubyMode
from yomu.terminal import safe_line
from yomu.tui.opening import first_view
from yomu.tui.widgets.detail_pane import DetailPane
from yomu.tui.widgets.reader_view import ReaderView
from yomu.workspace import OpenText, Workspace

if TYPE_CHECKING:
    from yomu.tui.app import YomuApp


class ReaderPart(Screen[None]):
    """The base of the reader's parts.

    Each part is a class of its own with the actions for one thing a reader does. `ReaderScreen`
    inherits them all, because Textual looks for `action_…` and `@on` in the classes of a screen.
    A part that needs another inherits it; `__init__` takes the same arguments everywhere.
    """

    app: YomuApp

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__()
        self.workspace = workspace
        self.opened = opened
        self._status = ""
        self.furigana = workspace.knowing.furigana
        self.furigana.revealed.clear()
        workspace.knowing.load(statuses=workspace.settings.furigana == RubyMode.UNKNOWN)
        self._view = first_view(workspace.settings, opened, self.furigana)

    @property
    def text(self) -> ReaderView:
        return self.query_one(ReaderView)

    @property
    def pane(self) -> DetailPane:
        return self.query_one(DetailPane)

    def _show_status(self) -> None:
        """Say where one is. Called by what moves as well as after it: so the line comes with the same frame."""
        document = self.opened.document
        cursor = self.text.cursor
        total = len(document.paragraphs)
        before = sum(len(p.text) for p in document.paragraphs[: cursor.paragraph]) + cursor.start
        share = 100 * before // max(1, self.opened.characters)
        parts = []
        if self.opened.as_is:
            parts.append("as pasted")
        if total:
            parts.append(f"paragraph {cursor.paragraph + 1} of {total}")
            parts.append(f"{share} %")
            parts.append(f"{len(self.text.read)} read")
        hits = self.text.hits
        if hits:
            number = hits.index(self.text.current_hit) + 1 if self.text.current_hit in hits else 0
            parts.append(f"hit {number} of {len(hits)}")
        parts.extend(self.known_parts())
        if self._view.mode is not RubyMode.ALL:
            parts.append(f"furigana {self._view.mode}")
        parts.append(safe_line(document.title))
        status = "  ·  ".join(parts)
        if status != self._status:
            self._status = status
            # its height is fixed: no other widget moves
            self.query_one("#status", Static).update(Content(status), layout=False)

    # What one part asks of another

    def known_parts(self) -> list[str]:
        """What the status line says of words and terms known."""
        return []

    def words_changed(self) -> None:
        """The words of the text may be others now: a reading or the glossary has changed."""

    def annotate_anew(self) -> None:
        """Draw the text as the glossary and the corrected readings have it now."""


def shortened(text: str) -> str:
    """The beginning of `text`, for a message on one line."""
    shown = safe_line(text)
    return f"{shown[:24]}…" if len(shown) > 24 else shown
