"""What a person puts right: entries of the glossary and readings of words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual import work

from yomu.errors import YomuError
from yomu.model import GlossaryEntry
from yomu.tui.cursor import has_kanji_or_digit
from yomu.tui.screens.reader.looking_up import LookingUp
from yomu.workspace.undoing import Kind

if TYPE_CHECKING:
    from yomu.reading import Explanation

FILES_WATCH_S = 1.5


class Correcting(LookingUp):
    """Forms for terms and readings. What is saved, here or in the files by hand, shows at once."""

    def start_watching_files(self) -> None:
        self.set_interval(FILES_WATCH_S, self._watch_files, name="files")

    def action_add_term(self) -> None:
        from yomu.tui.screens.term_form import TermForm

        cursor = self.text.cursor
        if cursor.end <= cursor.start:
            return
        result = self.workspace.lookup(self.opened, *cursor)
        sketch = GlossaryEntry(
            "", result.surface, result.reading, (), "", example_ja=result.sentence
        )

        def save(fields: dict[str, Any]) -> GlossaryEntry:
            return self.workspace.terms.add(replace(sketch, **fields))

        form = TermForm(sketch, save, title="Add to your glossary")
        self.app.push_screen(form, self._take_entry)

    def action_edit_term(self) -> None:
        from yomu.tui.screens.term_form import TermForm

        cursor = self.text.cursor
        shown = self.looked_up if self.pane_is_open and self.looked_up else None
        entry = (shown or self.workspace.lookup(self.opened, *cursor)).entry
        if entry is None:
            self.app.notify("There is no glossary term under the cursor; a adds one.", timeout=3)
            return

        def save(fields: dict[str, Any]) -> GlossaryEntry:
            return self.workspace.terms.edit(entry.id, fields)

        form = TermForm(entry, save, title=f"Edit {entry.id}")
        self.app.push_screen(form, self._take_entry)

    def _take_entry(self, entry: GlossaryEntry | None) -> None:
        if entry is None:
            return
        self.workspace.refresh()
        self.annotate_anew()
        self.app.notify(f"{entry.ja}: saved in {entry.file}", timeout=4, markup=False)

    def _watch_files(self) -> None:
        """Hand-edits to the files light up at once."""
        if self.app.screen is self and self.workspace.refresh():
            self.app.tell_notices()
            self.annotate_anew()

    def annotate_anew(self) -> None:
        """Draw the text as the glossary and the corrected readings have it now."""
        self.opened.forget_annotations()
        self.text.phrases = self.workspace.terms.phrase_ids
        self.text.redraw_text()
        self.words_changed()
        if self.pane_is_open:
            self._explain(self.workspace.lookup(self.opened, *self.text.cursor))

    # Readings

    def action_reading(self) -> None:
        token = self.text.token_at_cursor()
        if token is None or not has_kanji_or_digit(token.surface):
            self.app.notify("There is no kanji and no number here to read.", timeout=3)
            return
        self._show_reading(self.text.cursor.paragraph, token.start)

    @work(thread=True, exclusive=True, exit_on_error=False, group="reading")
    def _show_reading(self, paragraph: int, offset: int) -> None:
        """pykakasi takes half a second to load the first time: not in the way of the keys."""
        explanation = self.workspace.explain_reading(self.opened, paragraph, offset)
        self.app.call_from_thread(self._ask_reading, paragraph, explanation)

    def _ask_reading(self, paragraph: int, explanation: Explanation) -> None:
        from yomu.tui.screens.reading import ReadingChoice, ReadingScreen

        def correct(choice: ReadingChoice | None) -> None:
            if choice is None:
                return
            span = (explanation.start, explanation.end)
            try:
                self.workspace.readings.correct(
                    self.opened, paragraph, span, choice.reading, choice.scope
                )
            except YomuError as error:
                self.app.tell(error)
                return
            self.workspace.undoing.did(
                Kind.READING,
                f"{explanation.surface} is read as before.",
                self._take_back_reading,
            )
            self.annotate_anew()
            self.app.notify(
                f"{explanation.surface} is now read {choice.reading}. u takes it back.",
                timeout=4,
                markup=False,
            )

        self.app.push_screen(ReadingScreen(explanation), correct)

    def _take_back_reading(self) -> None:
        if not self.workspace.readings.undo():
            raise YomuError(
                "The corrected reading is not as it was set.",
                f"It was changed in {self.workspace.readings.path}; r sets another.",
            )
