"""What a person takes away from a text: marks, cards, copied words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, work

from yomu.errors import YomuError
from yomu.sentences import sentence_at
from yomu.terminal import safe, safe_line
from yomu.tui.clipboard import copy_to_system
from yomu.tui.screens.reader.part import shortened
from yomu.tui.screens.reader.recording import Recording
from yomu.workspace import LookupResult, OpenText, Workspace
from yomu.workspace.undoing import Kind

if TYPE_CHECKING:
    from yomu.store.cards import Card


class Keeping(Recording):
    """Marks paragraphs, keeps words as cards, copies; `c` again copies more."""

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__(workspace, opened)
        self._copy_step = 0

    def on_key(self, event: events.Key) -> None:
        """Textual calls the `on_key` of every part, not of the first alone."""
        if event.key != "c":
            self._copy_step = 0

    def action_mark(self) -> None:
        if not self.counts_paragraphs():
            return
        paragraph = self.text.cursor.paragraph
        event = "unmark" if paragraph in self.text.marks else "mark"
        (self.text.marks.discard if event == "unmark" else self.text.marks.add)(paragraph)
        place = self.opened.place_at(paragraph, 0)
        self.workspace.recorder.post(
            lambda store: store.note_paragraph(
                self.opened.document.id, paragraph, event, snippet=place.snippet
            )
        )
        self.text.refresh()

    def action_next_mark(self) -> None:
        marks = sorted(self.text.marks)
        if not marks:
            self.app.notify("No marks yet: m sets one.", timeout=2)
            return
        here = self.text.cursor.paragraph
        target = next((mark for mark in marks if mark > here), marks[0])
        self.text.go_to(self.text.word_in(target))

    def action_keep(self) -> None:
        cursor = self.text.cursor
        if cursor.end <= cursor.start:
            return
        result = self.workspace.lookup(self.opened, *cursor)
        if not any(map(str.isalnum, result.surface)):
            self.app.notify("There is no word here to keep.", timeout=2)
            return
        self._keep(result)

    @work(thread=True, exit_on_error=False, group="cards")
    def _keep(self, result: LookupResult) -> None:
        try:
            kept = self.workspace.cards.keep(self.opened, result).result()
        except YomuError as error:
            self.app.call_from_thread(self.app.tell, error)
            return
        if kept.new:
            self.app.call_from_thread(self._can_take_back, kept.card)
        said = "kept as a card" if kept.new else "is a card already"
        self.app.call_from_thread(
            self.app.notify, f"{safe_line(result.headword)}: {said}.", timeout=3, markup=False
        )

    def _can_take_back(self, card: Card) -> None:
        recorder = self.workspace.recorder
        self.workspace.undoing.did(
            Kind.CARD,
            f"{safe_line(card.expression)} is no card any more.",
            lambda: recorder.post(lambda store: store.cards.remove(card.id)),
        )

    def action_copy(self) -> None:
        selected = self.text.selected_text()
        cursor = self.text.cursor
        text = (
            self.opened.document.paragraphs[cursor.paragraph].text
            if self.opened.document.paragraphs
            else ""
        )
        if selected:
            what, copied = "selection", selected
        else:
            start, end = sentence_at(text, cursor.start)
            choices = (
                ("word", text[cursor.start : cursor.end]),
                ("sentence", text[start:end]),
                ("paragraph", text),
            )
            what, copied = choices[self._copy_step % 3]
            self._copy_step += 1
        copied = safe(copied)
        if not copied:
            return
        self.app.copy_to_clipboard(copied)
        self._copy_to_system(copied)
        self.app.notify(f"Copied the {what}: {shortened(copied)}", timeout=2, markup=False)

    @work(thread=True, group="clipboard", exit_on_error=False)
    def _copy_to_system(self, text: str) -> None:
        copy_to_system(text)
