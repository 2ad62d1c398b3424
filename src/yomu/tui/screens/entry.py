"""One word explained outside any text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from yomu.model import WidthProfile
from yomu.tui.pane_dictionary import describe_dictionary, describe_kanji
from yomu.tui.pane_text import PaneText, describe
from yomu.tui.widgets.detail_pane import DetailPane
from yomu.workspace import Workspace

if TYPE_CHECKING:
    from yomu.dictionary import DictionaryMatch
    from yomu.workspace.lookups import WordFacts

WIDEST_CELLS = 84


class EntryScreen(ModalScreen[None]):
    """The pane of a look-up, as a dialogue; a link to another entry shows that one instead."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Close")]

    def __init__(self, workspace: Workspace, word: str, sentence: str = "", times: int = 0) -> None:
        super().__init__()
        self._workspace = workspace
        self._word = word
        self._sentence = sentence
        self._times = times

    def compose(self) -> ComposeResult:
        yield DetailPane(id="entry")

    def on_mount(self) -> None:
        self._fit()
        self.query_one(DetailPane).focus()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        pane = self.query_one(DetailPane)
        pane.styles.width = min(WIDEST_CELLS, self.app.size.width - 4)
        workspace = self._workspace
        result = workspace.lookup_word(self._word, self._sentence)
        kanji = workspace.lookups.kanji_in(result.surface)
        profile: WidthProfile = "wide" if workspace.settings.ambiguous_width == "wide" else "narrow"

        def facts_of(match: DictionaryMatch) -> WordFacts:
            return workspace.lookups.facts(match, result.tokens)

        page = PaneText(pane.text_cells, profile, workspace.annotate_words)
        pane.show_lines(
            describe(
                result,
                (),
                workspace.glossary.get,
                page,
                ruby=True,
                sections=(
                    lambda page: describe_dictionary(
                        result, page, facts_of, accent=workspace.settings.pitch_accent
                    ),
                    lambda page: describe_kanji(
                        result, kanji, None, page, workspace.dictionary.added_kanji
                    ),
                ),
                attribution=workspace.lookups.attribution(result, kanji),
                times_looked_up=self._times,
            )
        )

    @on(DetailPane.Followed)
    def _followed(self, event: DetailPane.Followed) -> None:
        entry = self._workspace.glossary.get(event.link.entry_id)
        if entry:
            self._word, self._sentence, self._times = entry.ja, "", 0
            self._fit()

    def action_close(self) -> None:
        self.dismiss()
