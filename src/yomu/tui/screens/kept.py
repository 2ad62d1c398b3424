"""The kept cards: every one, to be looked through, changed, taken out, gone back to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from yomu.errors import YomuError
from yomu.kana import to_hiragana
from yomu.store.cards import Card
from yomu.terminal import safe_line
from yomu.tui.keys import KEPT, bindings
from yomu.workspace import OpenText, Workspace

if TYPE_CHECKING:
    from yomu.tui.app import YomuApp

NOTHING_YET = "No cards yet: s on a word in a text keeps it, with its sentence."


class KeptScreen(Screen[None]):
    """Kept cards, the latest first, and below the list what the chosen one holds."""

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEPT)
    AUTO_FOCUS = "#lookups"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.cards: list[Card] = []
        self._removed: list[Card] = []

    def compose(self) -> ComposeResult:
        yield Static(Content("Kept cards"), id="library-title")
        yield OptionList(id="lookups", markup=False)
        yield Static(id="places")
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_screen_resume(self) -> None:
        self._load()

    @work(thread=True, exclusive=True, exit_on_error=False, group="cards")
    def _load(self) -> None:
        try:
            # through the recorder first: what was kept a moment ago is on disk then
            self.workspace.recorder.ask(lambda store: None).result()
            cards = self.workspace.cards.kept()
        except YomuError as error:
            self.app.call_from_thread(self.app.tell, error)
            return
        self.app.call_from_thread(self._show, cards[::-1])

    def _show(self, cards: list[Card]) -> None:
        if not self.is_mounted:
            return
        kept = self.query_one(OptionList)
        at = kept.highlighted or 0
        self.cards = cards
        kept.clear_options()
        kept.add_options(Option(_line(card)) for card in cards)
        kept.highlighted = min(at, len(cards) - 1) if cards else None
        count = "1 card" if len(cards) == 1 else f"{len(cards):,} cards"
        self.query_one("#status", Static).update(Content(count))
        if not cards:
            self.query_one("#places", Static).update(Content(NOTHING_YET))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        card = self.cards[event.option_index]
        source = "  ".join(part for part in (card.date, card.title) if part)
        lines = [card.sentence, card.sentence_en, card.note, source, f"kept {card.created_at[:10]}"]
        shown = "\n".join(safe_line(line) for line in lines if line)
        self.query_one("#places", Static).update(Content(shown))

    def _chosen(self) -> Card | None:
        at = self.query_one(OptionList).highlighted
        return self.cards[at] if at is not None and at < len(self.cards) else None

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def action_edit(self) -> None:
        from yomu.tui.screens.review.card_form import CardForm

        card = self._chosen()
        if card:
            save = partial(self.workspace.cards.edit, card.id)
            self.app.push_screen(CardForm(card, save))  # coming back loads the list anew

    def action_remove(self) -> None:
        card = self._chosen()
        if card:
            self._removed.append(card)
            self.workspace.recorder.post(lambda store: store.cards.remove(card.id))
            self._say_removed(card)
            self._load()

    def _say_removed(self, card: Card) -> None:
        self.app.notify(
            f"{safe_line(card.expression)} is taken out. u brings it back, with its reviews.",
            timeout=4,
            markup=False,
        )

    def action_undo(self) -> None:
        if not self._removed:
            self.app.notify("Nothing was taken out here.", timeout=3)
            return
        card = self._removed.pop()
        self.workspace.recorder.post(lambda store: store.cards.restore(card.id))
        self.app.notify(
            f"{safe_line(card.expression)} is back, with its reviews.", timeout=3, markup=False
        )
        self._load()

    @on(OptionList.OptionSelected)
    def action_open_text(self) -> None:
        card = self._chosen()
        if card:
            self._open_text(card)

    @work(thread=True, exclusive=True, exit_on_error=False, group="text")
    def _open_text(self, card: Card) -> None:
        try:
            opened = self.workspace.reviews.open_text(card)
        except YomuError as error:
            self.app.call_from_thread(self.app.tell, error)
            return
        self.app.call_from_thread(self._read, opened)

    def _read(self, opened: OpenText) -> None:
        self.app.show_text(opened)

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(KEPT))

    def action_leave(self) -> None:
        self.app.pop_screen()


def _line(card: Card) -> Content:
    """Expression, reading and meaning on one line."""
    reading = (
        f"【{card.reading}】" if card.reading not in ("", to_hiragana(card.expression)) else ""
    )
    return Content.assemble(
        (safe_line(card.expression), "bold"),
        (safe_line(reading), "$primary"),
        f"  {safe_line(card.meaning_en)}",
    )
