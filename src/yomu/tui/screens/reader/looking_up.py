"""Looking words up: the pane, what was in it before, and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work

from yomu.model import RubyMode
from yomu.tui.cursor import Cursor
from yomu.tui.pane_text import PaneText, describe
from yomu.tui.screens.reader.part import ReaderPart
from yomu.tui.widgets.detail_pane import DetailPane
from yomu.tui.widgets.reader_view import ReaderView
from yomu.workspace import LookupResult, OpenText, Workspace

if TYPE_CHECKING:
    from yomu.dictionary import KanjiInfo


class LookingUp(ReaderPart):
    """Explains the word or term under the cursor. `history` is what was looked up, the latest last."""

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__(workspace, opened)
        self.history: list[Cursor] = []
        self.looked_up: LookupResult | None = None
        self._times: dict[str, int] = {}

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
