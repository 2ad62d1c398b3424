"""Reading a text: the screen, put together from its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Footer, Input, Static

from yomu.errors import YomuError
from yomu.terminal import safe_line
from yomu.tui.keys import READER, bindings
from yomu.tui.screens.reader.correcting import Correcting
from yomu.tui.screens.reader.keeping import Keeping
from yomu.tui.screens.reader.recording import Recording
from yomu.tui.screens.reader.searching import Searching
from yomu.tui.screens.reader.taking_back import TakingBack
from yomu.tui.widgets.detail_pane import DetailPane
from yomu.tui.widgets.reader_view import ReaderView

if TYPE_CHECKING:
    from yomu.reading import KnownReadings


class ReaderScreen(Correcting, TakingBack, Searching, Keeping, Recording):
    """The text, the pane that explains a word, and a line that says where one is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [  # type: ignore[misc]  # Textual's own way to set it
        (0, "-narrow"),
        (100, "-wide"),
        (140, "-broad"),
    ]
    AUTO_FOCUS = "#text"

    def compose(self) -> ComposeResult:
        with Container(id="body"):
            yield ReaderView(self.opened, self._view, id="text")
            yield DetailPane(id="pane")
        yield Input(placeholder="Search the text", id="search")
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.title = safe_line(self.opened.document.title)
        self.text.phrases = self.workspace.terms.phrase_ids
        self.text.show_doubt = self.workspace.settings.show_disagreement
        self.show_known()
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._show_status()
        self.start_recording()
        self.start_knowing()
        self._warm_dictionary()
        self.count_lookups()
        if not self.opened.readings_are_complete:
            self._complete_readings()
        self.start_watching_files()

    @work(thread=True, exit_on_error=False, group="readings")
    def _complete_readings(self) -> None:
        """Look through all of a long text for readings it gives; the screen does not wait for it."""
        known = self.opened.complete_readings()
        self.app.call_from_thread(self._take_readings, known)

    def _take_readings(self, known: KnownReadings) -> None:
        if self.is_mounted:
            self.opened.forget_annotations()
            self.opened.known_readings = known
            self.text.redraw_text()

    @on(ReaderView.Moved)
    def _moved(self, event: ReaderView.Moved) -> None:
        cursor = event.cursor
        self._save_place(cursor)
        self._follow()

    def _follow(self) -> None:
        """Say where one is, and explain the word there if the pane is open."""
        self._show_status()
        self.keep_up()
        self.get_ready()

    # Moving

    def action_paragraph(self, step: int) -> None:
        self.text.move_paragraph(step)
        self._follow()

    def action_word(self, step: int) -> None:
        self.text.move_word(step)
        self._follow()

    def action_term(self, step: int) -> None:
        if not self.text.move_term(step):
            self.app.notify("No further glossary term that way.", timeout=2)
        self._follow()

    def action_new_word(self, step: int) -> None:
        if not self.text.move_new_word(self.workspace.knowing.known, step):
            self.app.notify("No further new word that way.", timeout=2)
        self._follow()

    def action_page(self, step: int) -> None:
        self.text.page(step)
        self._follow()

    def action_line(self, step: int) -> None:
        self.text.scroll_text(step)
        self._follow()

    def action_start(self) -> None:
        self.text.to_start()
        self._follow()

    def action_end(self) -> None:
        self.text.to_end()
        self._follow()

    # Leaving

    def action_back(self) -> None:
        """Esc: out of the search, out of the pane, close it, drop hits and selection."""
        search = self.query_one("#search", Input)
        if search.has_focus:
            self.remove_class("-search")
            self.text.focus()
        elif self.pane.has_focus:
            self.text.focus()
        elif self.pane_is_open:
            self.close_pane()
        elif self.text.selection or self.text.hits:
            self.text.selection, self.text.hits, self.text.current_hit = None, [], None
            self.text.refresh()
            self._show_status()

    def action_changes(self) -> None:
        from yomu.tui.screens.changes import ChangesScreen

        self.app.push_screen(ChangesScreen(self.opened), self._switch_cleaning)

    def _switch_cleaning(self, switch: bool | None) -> None:
        if not switch:
            return
        from yomu.text import locate, source_offset

        cursor = self.text.cursor
        paragraphs = self.opened.document.paragraphs
        at = source_offset(paragraphs[cursor.paragraph], cursor.start) if paragraphs else 0
        try:
            again = self.workspace.reopen(self.opened, as_is=not self.opened.as_is)
        except YomuError as error:
            self.app.tell(error)
            return
        again.start = again.place_at(*locate(again.document, at))
        self.app.replace_reader(ReaderScreen(self.workspace, again))

    def action_review(self) -> None:
        self.app.show_review()

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(READER))

    def action_leave(self) -> None:
        self.app.leave_reader()
