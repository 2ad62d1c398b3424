"""The record: what was read, and where one stopped."""

from __future__ import annotations

from textual import events, work

from yomu.errors import YomuError
from yomu.model import Kind
from yomu.tui.cursor import Cursor
from yomu.tui.dwell import TICK_S, Dwell
from yomu.tui.screens.reader.part import ReaderPart
from yomu.workspace import OpenText, Workspace


class Recording(ReaderPart):
    """Notes a paragraph as read when one dwells on it, and keeps the place."""

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__(workspace, opened)
        self._dwell = Dwell()
        self._started = False

    def start_recording(self) -> None:
        self._started = True
        if not self.opened.document.id:
            self.workspace.register(self.opened)
        self._load_record()
        self.set_interval(TICK_S, self._tick, name="dwell")

    @work(thread=True, exclusive=True, exit_on_error=False, group="record")
    def _load_record(self) -> None:
        """What was read and marked before; waits for the store in a thread."""
        ask = self.workspace.recorder.ask
        try:
            read, marks = ask(
                lambda store: (
                    store.read_paragraphs(self.opened.document.id),
                    store.marked_paragraphs(self.opened.document.id),
                )
            ).result()
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self._take_record, set(read), marks)

    def _take_record(self, read: set[int], marks: set[int]) -> None:
        if not self.is_mounted:
            return
        if not self.opened.as_is:
            self.text.read, self.text.marks = read, marks
        self.text.refresh()
        self._show_status()

    def _tick(self) -> None:
        if self.app.screen is not self or not self.app.app_focus or self.opened.as_is:
            return
        paragraph = self.text.cursor.paragraph
        if paragraph in self.text.read or not self.opened.document.paragraphs:
            return
        item = self.opened.document.paragraphs[paragraph]
        if item.kind is not Kind.JUNK and self._dwell.tick(paragraph, len(item.text)):
            self._note_read("dwelt")

    def _note_read(self, event: str) -> None:
        paragraph = self.text.cursor.paragraph
        item = self.opened.document.paragraphs[paragraph]
        (self.text.read.discard if event == "unread" else self.text.read.add)(paragraph)
        place = self.opened.place_at(paragraph, 0)
        self.workspace.recorder.post(
            lambda store: store.note_paragraph(
                self.opened.document.id,
                paragraph,
                event,
                characters=len(item.text),
                snippet=place.snippet,
            )
        )
        self.text.refresh()
        self._show_status()

    def counts_paragraphs(self) -> bool:
        """Whether marks and reading can be kept: the pasted text has other paragraphs than the cleaned one."""
        if self.opened.as_is:
            self.app.notify(
                "Marks and reading belong to the cleaned text: v goes back to it.", timeout=4
            )
        return not self.opened.as_is

    def action_toggle_read(self) -> None:
        if not self.counts_paragraphs():
            return
        self._note_read("unread" if self.text.cursor.paragraph in self.text.read else "read")

    def _save_place(self, cursor: Cursor) -> None:
        if not self._started:
            return  # a key before the first paint: the record does not know the text yet
        place = self.opened.place_at(cursor.paragraph, cursor.start)
        self.workspace.recorder.post(lambda store: store.save_place(self.opened.document.id, place))

    def on_key(self, event: events.Key) -> None:
        self._dwell.active()

    def on_mouse_move(self) -> None:
        self._dwell.active()
