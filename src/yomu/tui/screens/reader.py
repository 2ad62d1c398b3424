"""Reading a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from yomu.errors import YomuError
from yomu.model import GlossaryEntry, Kind, RubyMode, Token
from yomu.sentences import sentence_at
from yomu.terminal import safe, safe_line
from yomu.tui.clipboard import copy_to_system
from yomu.tui.cursor import Cursor, has_kanji_or_digit
from yomu.tui.dwell import TICK_S, Dwell
from yomu.tui.find import find_all
from yomu.tui.keys import READER, bindings
from yomu.tui.opening import first_view
from yomu.tui.pane_text import PaneText, describe
from yomu.tui.widgets.detail_pane import DetailPane
from yomu.tui.widgets.reader_view import ReaderView
from yomu.workspace import LookupResult, OpenText, Workspace

if TYPE_CHECKING:
    from yomu.dictionary import KanjiInfo
    from yomu.reading import Explanation, KnownReadings
    from yomu.tui.app import YomuApp

FILES_WATCH_S = 1.5
_MODES = {
    RubyMode.ALL: "on every word",
    RubyMode.CHOSEN: "on words you chose with F",
    RubyMode.INLINE: "in brackets after the word",
    RubyMode.NONE: "off",
}


class ReaderScreen(Screen[None]):
    """The text, the pane that explains a word, and a line that says where one is."""

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = bindings(READER)
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [  # type: ignore[misc]  # Textual's own way to set it
        (0, "-narrow"),
        (100, "-wide"),
        (140, "-broad"),
    ]
    AUTO_FOCUS = "#text"

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__()
        self.workspace = workspace
        self.opened = opened
        self.history: list[Cursor] = []
        self.looked_up: LookupResult | None = None
        self._dwell = Dwell()
        self._chosen: dict[str, str] = {}
        self._copy_step = 0
        self._times: dict[str, int] = {}
        self._view = first_view(workspace.settings, opened, self._is_chosen)

    def compose(self) -> ComposeResult:
        with Container(id="body"):
            yield ReaderView(self.opened, self._view, id="text")
            yield DetailPane(id="pane")
        yield Input(placeholder="Search the text", id="search")
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    @property
    def text(self) -> ReaderView:
        return self.query_one(ReaderView)

    @property
    def pane(self) -> DetailPane:
        return self.query_one(DetailPane)

    def on_mount(self) -> None:
        self.title = safe_line(self.opened.document.title)
        self.text.phrases = self.workspace.terms.phrase_ids
        self.text.show_doubt = self.workspace.settings.show_disagreement
        self.call_after_refresh(self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._show_status()
        self.workspace.register(self.opened)
        self._load_record()
        self._warm_dictionary()
        if not self.opened.readings_are_complete:
            self._complete_readings()
        self.set_interval(TICK_S, self._tick, name="dwell")
        self.set_interval(FILES_WATCH_S, self._watch_files, name="files")

    @work(thread=True, exclusive=True, exit_on_error=False, group="record")
    def _load_record(self) -> None:
        """What was read, marked and chosen before; waits for the store in a thread."""
        ask = self.workspace.recorder.ask
        try:
            read, marks, chosen = ask(
                lambda store: (
                    store.read_paragraphs(self.opened.document.id),
                    store.marked_paragraphs(self.opened.document.id),
                    store.chosen_furigana(),
                )
            ).result()
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self._take_record, set(read), marks, chosen)

    def _take_record(self, read: set[int], marks: set[int], chosen: dict[str, str]) -> None:
        if not self.is_mounted:
            return
        self.text.read, self.text.marks, self._chosen = read, marks, chosen
        if self._view.mode is RubyMode.CHOSEN:
            self.text.redraw_text()
        else:
            self.text.refresh()
        self._show_status()

    @work(thread=True, exit_on_error=False, group="readings")
    def _complete_readings(self) -> None:
        """Look through all of a long text for readings it gives; the screen does not wait for it."""
        known = self.opened.complete_readings()
        self.app.call_from_thread(self._take_readings, known)

    def _take_readings(self, known: KnownReadings) -> None:
        if self.is_mounted:
            self.opened.forget_annotations()
            self.opened.__dict__["known_readings"] = known
            self.text.redraw_text()

    def _is_chosen(self, token: Token) -> bool:
        return self._chosen.get(token.lemma) == "show"

    # Status and record

    def _show_status(self) -> None:
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
        if self._view.mode is not RubyMode.ALL:
            parts.append(f"furigana {self._view.mode}")
        parts.append(safe_line(document.title))
        self.query_one("#status", Static).update(Content("  ·  ".join(parts)))

    def _tick(self) -> None:
        if self.app.screen is not self or not self.app.app_focus:
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

    def on_key(self, event: events.Key) -> None:
        self._dwell.active()
        if event.key != "c":
            self._copy_step = 0

    def on_mouse_move(self) -> None:
        self._dwell.active()

    @on(ReaderView.Moved)
    def _moved(self, event: ReaderView.Moved) -> None:
        cursor = event.cursor
        place = self.opened.place_at(cursor.paragraph, cursor.start)
        self.workspace.recorder.post(lambda store: store.save_place(self.opened.document.id, place))
        self._show_status()
        if self.pane_is_open:
            self._explain(self.workspace.lookup(self.opened, *cursor))

    # Moving

    def action_paragraph(self, step: int) -> None:
        self.text.move_paragraph(step)

    def action_word(self, step: int) -> None:
        self.text.move_word(step)

    def action_term(self, step: int) -> None:
        if not self.text.move_term(step):
            self.app.notify("No further glossary term that way.", timeout=2)

    def action_page(self, step: int) -> None:
        self.text.page(step)

    def action_line(self, step: int) -> None:
        self.text.scroll_text(step)

    def action_start(self) -> None:
        self.text.to_start()

    def action_end(self) -> None:
        self.text.to_end()

    # Looking up

    @property
    def pane_is_open(self) -> bool:
        return self.has_class("-pane")

    @on(ReaderView.Tapped)
    def _tapped(self, event: ReaderView.Tapped) -> None:
        self._look_up(event.span)

    def action_look_up(self) -> None:
        cursor = self.text.cursor
        if self.pane_is_open and self.history and self.history[-1] == cursor:
            self.pane.focus()
            return
        self._look_up(cursor)

    def _look_up(self, span: Cursor) -> None:
        if span.end <= span.start:
            return
        if not self.history or self.history[-1] != span:
            self.history.append(span)
        self._explain(self.workspace.lookup(self.opened, *span))
        assert self.looked_up
        self.workspace.lookups.note(self.opened, self.looked_up)
        self._count_lookups(self.looked_up.headword)
        self.text.go_to(span)

    def _explain(self, result: LookupResult) -> None:
        """Open the pane on a result. A pane that was closed draws when it has got its size."""
        self.looked_up = result
        self.add_class("-pane")
        self._draw_pane()

    @on(DetailPane.Resized)
    def _draw_pane(self) -> None:
        if self.looked_up is None or not self.pane.size.width:
            return
        from yomu.tui.pane_dictionary import describe_dictionary, describe_kanji

        result = self.looked_up
        kanji = self.workspace.lookups.kanji_in(result.surface)
        page = PaneText(self.pane.text_cells, self._view.profile, self.workspace.annotate_words)
        lines = describe(
            result,
            self.workspace.lookups.occurrences(self.opened, result),
            self.workspace.glossary.get,
            page,
            ruby=self._view.mode is not RubyMode.NONE,
            sections=(
                lambda page: describe_dictionary(result, page),
                lambda page: describe_kanji(result, kanji, self.opened, page),
            ),
            attribution=self._attribution(result, kanji),
            times_looked_up=self._times.get(result.headword, 0),
        )
        self.pane.show_lines(lines)
        self.text.show_cursor()

    def _attribution(self, result: LookupResult, kanji: Sequence[KanjiInfo]) -> str:
        """Whose words the pane shows, or why there is no dictionary."""
        dictionary = self.workspace.dictionary
        if not dictionary.available:
            return dictionary.problem
        return (
            f"{dictionary.attribution} As of {dictionary.age}."
            if result.dictionary or kanji
            else ""
        )

    @work(thread=True, exclusive=True, exit_on_error=False, group="times")
    def _count_lookups(self, headword: str) -> None:
        """How often this was looked up: three times is a sign worth showing."""
        times = self.workspace.recorder.ask(lambda store: store.lookup_count(headword)).result()
        self.app.call_from_thread(self._take_count, headword, times)

    def _take_count(self, headword: str, times: int) -> None:
        known = self._times.get(headword, 0)
        self._times[headword] = times
        if self.is_mounted and times > 1 and times != known and self.pane_is_open:
            self._draw_pane()

    @work(thread=True, exit_on_error=False, group="dictionary")
    def _warm_dictionary(self) -> None:
        self.workspace.dictionary.warm()

    def action_previous_lookup(self) -> None:
        if len(self.history) > 1:
            self.history.pop()
            span = self.history[-1]
            self.text.go_to(span)
            self._explain(self.workspace.lookup(self.opened, *span))

    def action_widen(self) -> None:
        if self.text.change_span(1) and not self.pane_is_open:
            self._look_up(self.text.cursor)

    def action_narrow(self) -> None:
        if self.text.change_span(-1) and not self.pane_is_open:
            self._look_up(self.text.cursor)

    @on(DetailPane.Followed)
    def _followed(self, event: DetailPane.Followed) -> None:
        link = event.link
        if link.entry_id:
            self._show_entry(link.entry_id)
        else:
            span = Cursor(link.paragraph, link.start, link.end)
            self.text.go_to(span, margin=2)
            self._look_up(span)

    def _show_entry(self, entry_id: str) -> None:
        entry = self.workspace.glossary.get(entry_id)
        if entry is None:
            return
        cursor = self.text.cursor
        result = LookupResult(
            cursor.paragraph, cursor.start, cursor.start, entry.ja, entry.reading, (), "", entry
        )
        self._explain(result)

    def action_back(self) -> None:
        """Esc: out of the search, out of the pane, close it, drop hits and selection."""
        search = self.query_one("#search", Input)
        if search.has_focus:
            self.remove_class("-search")
            self.text.focus()
        elif self.pane.has_focus:
            self.text.focus()
        elif self.pane_is_open:
            self.remove_class("-pane")
        elif self.text.selection or self.text.hits:
            self.text.selection, self.text.hits, self.text.current_hit = None, [], None
            self.text.refresh()
            self._show_status()

    # Searching

    def action_search(self) -> None:
        self.add_class("-search")
        search = self.query_one("#search", Input)
        search.focus()
        search.select_all()

    @on(Input.Submitted, "#search")
    def _search(self, event: Input.Submitted) -> None:
        self.remove_class("-search")
        self.text.focus()
        wanted = event.value.strip()
        self.text.hits = find_all(self.opened.document.paragraphs, wanted)
        self.text.current_hit = None
        self.text.refresh()
        if not self.text.hits:
            if wanted:
                self.app.notify(
                    f"“{_shortened(wanted)}” is not in this text.", severity="warning", markup=False
                )
            self._show_status()
            return
        at = self.text.cursor
        ahead = [hit for hit in self.text.hits if hit >= Cursor(at.paragraph, at.start, 0)]
        self._go_to_hit(ahead[0] if ahead else self.text.hits[0])

    def action_search_next(self, step: int) -> None:
        hits = self.text.hits
        if not hits:
            self.app.notify("Search first: /", timeout=2)
            return
        at = self.text.current_hit
        index = hits.index(at) + step if at in hits else 0
        self._go_to_hit(hits[index % len(hits)])

    def _go_to_hit(self, hit: Cursor) -> None:
        if (
            self.opened.document.paragraphs[hit.paragraph].kind is Kind.JUNK
            and not self._view.unfolded
        ):
            self.action_unfold()
        self.text.current_hit = hit
        self.text.go_to(hit, margin=2)
        self.text.refresh()
        self._show_status()

    # Showing

    def _set_view(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]  # names are View's own
        self.text.set_view(self._view)
        self._show_status()

    def action_furigana(self) -> None:
        modes = list(_MODES)
        mode = modes[(modes.index(self._view.mode) + 1) % len(modes)]
        self._set_view(mode=mode)
        self.app.save_setting("furigana", str(mode))
        self.app.notify(f"Furigana {_MODES[mode]}.", timeout=2)

    def action_reveal(self) -> None:
        token = self.text.token_at_cursor()
        if token is None or token.reading is None:
            self.app.notify("This word has no furigana.", timeout=2)
            return
        choice = "auto" if self._is_chosen(token) else "show"
        self._chosen[token.lemma] = choice
        lemma, reading = token.lemma, token.reading
        self.workspace.recorder.post(lambda store: store.choose_furigana(lemma, reading, choice))
        if self._view.mode is RubyMode.CHOSEN:
            self.text.redraw_text()
        elif self._view.mode is RubyMode.NONE and choice == "show":
            self._set_view(mode=RubyMode.CHOSEN)
        self.app.notify(
            f"{safe_line(token.surface)} {token.reading}"
            + (": shown in mode “chosen”." if choice == "show" else ": no longer chosen."),
            timeout=3,
            markup=False,
        )

    def action_translation(self) -> None:
        if not self.opened.has_translation:
            self.app.notify("This text has no translation beside it (NAME.en.md).", timeout=4)
            return
        self._set_view(translation=not self._view.translation)

    @on(ReaderView.FoldTapped)
    def action_unfold(self) -> None:
        self._set_view(unfolded=not self._view.unfolded)

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

    def action_theme(self) -> None:
        self.app.switch_theme()

    # Keeping

    def action_mark(self) -> None:
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
        if cursor.end > cursor.start:
            self._keep(self.workspace.lookup(self.opened, *cursor))

    @work(thread=True, exit_on_error=False, group="cards")
    def _keep(self, result: LookupResult) -> None:
        try:
            kept = self.workspace.cards.keep(self.opened, result).result()
        except YomuError as error:
            self.app.call_from_thread(self.app.tell, error)
            return
        said = "kept as a card" if kept.new else "is a card already"
        self.app.call_from_thread(
            self.app.notify, f"{safe_line(result.headword)}: {said}.", timeout=3, markup=False
        )

    def action_toggle_read(self) -> None:
        self._note_read("unread" if self.text.cursor.paragraph in self.text.read else "read")

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
        self.app.notify(f"Copied the {what}: {_shortened(copied)}", timeout=2, markup=False)

    @work(thread=True, group="clipboard", exit_on_error=False)
    def _copy_to_system(self, text: str) -> None:
        copy_to_system(text)

    # The glossary

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
        self._annotate_anew()
        self.app.notify(f"{entry.ja}: saved in {entry.file}", timeout=4, markup=False)

    def _watch_files(self) -> None:
        """Hand-edits to the files light up at once."""
        if self.app.screen is self and self.workspace.refresh():
            self.app.tell_notices()
            self._annotate_anew()

    def _annotate_anew(self) -> None:
        self.opened.forget_annotations()
        self.text.phrases = self.workspace.terms.phrase_ids
        self.text.redraw_text()
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
            self._annotate_anew()
            self.app.notify(
                f"{explanation.surface} is now read {choice.reading}. u takes it back.",
                timeout=4,
                markup=False,
            )

        self.app.push_screen(ReadingScreen(explanation), correct)

    def action_undo(self) -> None:
        try:
            undone = self.workspace.readings.undo()
        except YomuError as error:
            self.app.tell(error)
            return
        if undone:
            self._annotate_anew()
        self.app.notify(
            "The correction is taken back." if undone else "Nothing to undo.", timeout=3
        )

    # Leaving

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(READER))

    def action_leave(self) -> None:
        self.app.leave_reader()


def _shortened(text: str) -> str:
    """The beginning of `text`, for a message on one line."""
    shown = safe_line(text)
    return f"{shown[:24]}…" if len(shown) > 24 else shown
