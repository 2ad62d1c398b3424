"""Looking words up: the pane, what was in it before, and where it leads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual import events, on, work

from yomu.errors import YomuError
from yomu.model import AnnotatedParagraph, RubyMode
from yomu.tui.cursor import Cursor, word_at
from yomu.tui.pane_text import PaneLine, PaneText, describe
from yomu.tui.screens.reader.part import ReaderPart
from yomu.tui.widgets.detail_pane import DetailPane
from yomu.tui.widgets.reader_view import ReaderView
from yomu.workspace import LookupResult, OpenText, Workspace

if TYPE_CHECKING:
    from textual.timer import Timer

    from yomu.dictionary import DictionaryMatch
    from yomu.store.lookups import LookedUp
    from yomu.workspace.lookups import WordFacts

KEPT_PAGES = 300
REST_S = 0.04

_State = tuple[AnnotatedParagraph, tuple["DictionaryMatch", ...]]
"""What the lines of a page hold for."""


class LookingUp(ReaderPart):
    """Explains the word or term under the cursor. `history` is what was looked up, the latest last."""

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__(workspace, opened)
        self.history: list[Cursor] = []
        self.looked_up: LookupResult | None = None
        self._rest: Timer | None = None
        self._at = Cursor(0, 0, 0)
        self._step = 1
        self._times: Counter[str] = Counter()
        self._drawn: dict[tuple[int, int, int, int, bool, int], tuple[_State, list[PaneLine]]] = {}

    @property
    def pane_is_open(self) -> bool:
        return bool(self.pane.display)

    def close_pane(self) -> None:
        self.pane.display = False

    @on(events.Resize)
    def _expect_pane(self) -> None:
        """The text is laid out ahead for the width it has with the pane, and for that without it."""
        self.call_after_refresh(self._tell_width)

    def _tell_width(self) -> None:
        beside = self.pane.cells_beside
        if beside:
            self.text.expect_width(self.size.width - (0 if self.pane_is_open else beside))

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
        result = self.workspace.lookup(self.opened, *span)
        self.workspace.lookups.note(self.opened, result)
        self._times[result.word[0]] += 1
        self._explain(result)
        self.text.go_to(span)

    def _explain(self, result: LookupResult) -> None:
        """Open the pane on a result."""
        self.looked_up = result
        self.pane.display = True  # not a class: that would style every widget anew, 6 ms
        self._draw_pane()

    def keep_up(self) -> None:
        """An open pane follows the cursor. Called by what moves it, so that both come with one frame."""
        cursor, shown = self.text.cursor, self.looked_up
        if self.pane_is_open and (
            shown is None or (shown.paragraph, shown.start, shown.end) != cursor
        ):
            self._explain(self.workspace.lookup(self.opened, *cursor))

    @on(DetailPane.Resized)
    def _draw_pane(self) -> None:
        if self.looked_up is not None:
            times = self._times[self.looked_up.word[0]]
            self.pane.show_lines(self._lines_for(self.looked_up, times))
            self.text.show_cursor()

    def _lines_for(self, result: LookupResult, times: int) -> list[PaneLine]:
        """The pane's lines; of a word that was just shown or prepared, the ones it had."""
        ruby = self._view.mode is not RubyMode.NONE
        cells = self.pane.text_cells
        key = (result.paragraph, result.start, result.end, cells, ruby, times)
        # both are other objects once the glossary, a reading or the dictionaries have changed
        state = (self.opened.annotated(result.paragraph), result.dictionary)
        known = self._drawn.get(key)
        if (
            known
            and known[0][0] is state[0]
            and known[0][1] is state[1]
            and result.start < result.end
        ):
            return known[1]
        page = PaneText(cells, self._view.profile, self.workspace.annotate_words)
        lines = self._describe(result, page, ruby=ruby, times=times)
        if len(self._drawn) >= KEPT_PAGES:
            del self._drawn[next(iter(self._drawn))]
        self._drawn[key] = state, lines
        return lines

    def _describe(
        self, result: LookupResult, page: PaneText, *, ruby: bool, times: int
    ) -> list[PaneLine]:
        from yomu.tui.pane_dictionary import describe_dictionary, describe_kanji

        lookups = self.workspace.lookups
        kanji = lookups.kanji_in(result.surface)

        def facts_of(match: DictionaryMatch) -> WordFacts:
            return lookups.facts(match, result.tokens)

        return describe(
            result,
            lookups.occurrences(self.opened, result),
            self.workspace.glossary.get,
            page,
            ruby=ruby,
            sections=(
                lambda page: describe_dictionary(
                    result, page, facts_of, accent=self.workspace.settings.pitch_accent
                ),
                lambda page: describe_kanji(
                    result, kanji, self.opened, page, self.workspace.dictionary.added_kanji
                ),
            ),
            attribution=lookups.attribution(result, kanji),
            times_looked_up=times,
        )

    @work(thread=True, exclusive=True, exit_on_error=False, group="times")
    def count_lookups(self) -> None:
        """How often each word was looked up before today: three times is a sign worth showing."""
        try:
            times = self.workspace.history.times()
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self._times.update, times)

    def get_ready(self) -> None:
        """Look up what is likely to be asked for next, before it is: out of sight."""
        before, self._at = self._at, self.text.cursor
        if self._at != before:
            self._step = -1 if self._at < before else 1
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_S, self._look_ahead)

    def _look_ahead(self) -> None:
        if self.app.is_headless:
            return
        cursor = self._likely_next()
        if cursor is not None and cursor.end > cursor.start:
            self._prepare(self.opened.annotated(cursor.paragraph), cursor)

    def _likely_next(self) -> Cursor | None:
        """The word the cursor rests on; with the pane open the one beyond, the way the cursor went."""
        return self.text.word_beside(self._step) if self.pane_is_open else self.text.cursor

    @work(thread=True, exclusive=True, exit_on_error=False, group="ahead")
    def _prepare(self, annotated: AnnotatedParagraph, cursor: Cursor) -> None:
        self.workspace.lookups.prepare(self.opened, annotated, cursor.start, cursor.end)
        self.app.call_from_thread(self._draw_ahead, cursor)

    def _draw_ahead(self, cursor: Cursor) -> None:
        """Set the lines of a page, unless a key has come meanwhile."""
        if self.is_mounted and cursor == self._likely_next():
            result = self.workspace.lookup(self.opened, *cursor)
            asked = 0 if self.pane_is_open else 1  # only Enter counts
            self._lines_for(result, self._times[result.word[0]] + asked)

    @work(thread=True, exit_on_error=False, group="dictionary")
    def _warm_dictionary(self) -> None:
        import yomu.tui.pane_dictionary  # noqa: F401 - 10 ms, which the first Enter need not wait for

        self.workspace.dictionary.warm()
        self.workspace.lookups.learn_names(self.opened)

    def action_previous_lookup(self) -> None:
        if len(self.history) > 1:
            self.history.pop()
            span = self.history[-1]
            self.text.go_to(span)
            self.pane.display = True
            self.keep_up()

    def action_history(self) -> None:
        from yomu.tui.screens.lookups import LookupsScreen

        self.app.push_screen(LookupsScreen(self.workspace, self.opened), self._go_back_to)

    def _go_back_to(self, chosen: tuple[LookedUp, OpenText] | None) -> None:
        """Show a word of the history: here, if it was met here, or else in its own text."""
        if chosen is None:
            return
        found, opened = chosen
        if opened is not self.opened:
            self.app.show_text(opened)
            return
        from yomu.workspace.history import place_of

        place = place_of(opened, found)
        cursor = word_at(opened.annotated, place.paragraph, place.offset)
        text = opened.document.paragraphs[place.paragraph].text
        if text.startswith(found.surface, place.offset):
            cursor = cursor._replace(start=place.offset, end=place.offset + len(found.surface))
        self.text.go_to(cursor, margin=2)
        self.pane.display = True
        self.keep_up()

    def action_widen(self) -> None:
        self._change_span(1)

    def action_narrow(self) -> None:
        self._change_span(-1)

    def _change_span(self, step: int) -> None:
        if not self.text.change_span(step):
            return
        if self.pane_is_open:
            self.keep_up()
        else:
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
