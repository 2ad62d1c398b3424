"""Reviewing: a card, its answer, how well it was known, the next card."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Input, Static

from yomu.errors import YomuError
from yomu.study.typed import check
from yomu.tui.keys import REVIEW, bindings
from yomu.tui.screens.review.asking import Asking
from yomu.tui.screens.review.card_view import CardView
from yomu.tui.screens.review.ratings import Ratings
from yomu.workspace import OpenText
from yomu.workspace.review_state import Asked

LONGEST_ANSWER_MS = 60_000
"""Whoever takes longer has left the table, as Anki counts it."""


class ReviewScreen(Asking):
    """Asks one card after the other. What it shows next is on disk already."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(REVIEW)
    AUTO_FOCUS = "#card"
    DEFAULT_CSS: ClassVar[str] = """
    ReviewScreen #typing { display: none; height: 2; padding: 0 2; align-horizontal: center; }
    ReviewScreen.-typing #typing { display: block; }
    ReviewScreen #typed { height: 1; width: 1fr; max-width: 72; border: none; padding: 0 1;
      background: $panel; }
    """

    def compose(self) -> ComposeResult:
        yield CardView(id="card")
        with Horizontal(id="typing"):
            yield Input(placeholder="Type the answer", id="typed")
        yield Ratings()
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.title = "Review"
        self.go_on(self.session.begin())

    def on_screen_resume(self) -> None:
        """Back from the text: the glossary or the card may have changed there."""
        if self.is_reading and self.shown is not None:
            self.go_on(self.session.again(), keep_answer=True)
        self.is_reading = False

    # Answering

    def action_reveal(self) -> None:
        """Space or Enter: the answer; once it is there, the rating that is marked."""
        if not self._waiting and (self.state is None or self.state.asked is None):
            self.go_on(self.session.again())
        elif self.asked and self.shown and not self.shown.revealed:
            self.reveal()
        elif self.asked and self.shown:
            self.action_rate(self.suggested)

    @on(Input.Submitted, "#typed")
    def _answered_in_writing(self, event: Input.Submitted) -> None:
        if not self.asked or not self.shown or self.shown.revealed:
            return
        card, face = self.shown.card, self.shown.face
        also = self.workspace.reviews.other_spellings(card)
        checked = check(card, face, event.value, also)
        self.shown = replace(self.shown, checked=checked)
        self.reveal()

    def action_rate(self, rating: int) -> None:
        asked = self.asked
        if not asked or not self.shown:
            return
        if not self.shown.revealed:
            self.notify("Look at the answer first: Space.", timeout=2)
            return
        spent = (self.workspace.now() - self.shown_at).total_seconds() * 1000
        duration_ms = round(min(max(spent, 0), LONGEST_ANSWER_MS))
        self.go_on(self.session.rate(asked, rating, duration_ms))

    @on(Ratings.Chosen)
    def _clicked(self, event: Ratings.Chosen) -> None:
        if event.rating:
            self.action_rate(event.rating)
        else:
            self.action_reveal()

    @on(CardView.Tapped)
    def _tapped(self) -> None:
        if self.shown and not self.shown.revealed:
            self.action_reveal()

    # What else can be done with a card

    def action_undo(self) -> None:
        if not self._waiting:
            self.go_on(self.session.undo())

    def action_bury(self) -> None:
        if self.asked:
            self.go_on(self.session.bury(self.asked))

    def action_suspend(self) -> None:
        if self.asked:
            self.go_on(self.session.suspend(self.asked))

    def action_edit(self) -> None:
        if not self.asked:
            return
        from yomu.tui.screens.review.card_form import CardForm

        save = partial(self.workspace.cards.edit, self.asked.card.id)
        self.app.push_screen(CardForm(self.asked.card, save), self._edited)

    def _edited(self, changed: bool | None) -> None:
        if changed:
            self.go_on(self.session.again(), keep_answer=True)

    def action_open_text(self) -> None:
        if self.asked:
            self._open_text(self.asked)

    @work(thread=True, exclusive=True, exit_on_error=False, group="text")
    def _open_text(self, asked: Asked) -> None:
        try:
            opened = self.workspace.reviews.open_text(asked.card)
        except YomuError as error:
            self.app.call_from_thread(self.app.tell, error)
            return
        self.app.call_from_thread(self._read, opened)

    def _read(self, opened: OpenText) -> None:
        self.is_reading = True
        self.notify("q comes back to the review.", timeout=3)
        self.app.show_text(opened)

    # How it looks

    def action_toggle_typing(self) -> None:
        self.types_answers = not self.types_answers
        self.app.save_setting("type_answers", self.types_answers)
        said = "Answers are typed from now on." if self.types_answers else "Answers are not typed."
        self.notify(said, timeout=2)
        if self.asked and self.shown and not self.shown.revealed:
            self.ask()

    def action_furigana(self) -> None:
        self.shows_furigana = not self.shows_furigana
        if self.shown and not self.shown.revealed:
            self.shown = replace(self.shown, furigana=self.shows_furigana)
            self.draw(from_top=False)

    def action_scroll(self, lines: int) -> None:
        self.card.scroll_relative(y=lines, animate=False)

    def action_theme(self) -> None:
        self.app.switch_theme()
        self.card.refresh()

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(REVIEW))

    def action_back(self) -> None:
        """Esc: out of the field, or else out of the review."""
        if self.field.has_focus:
            self.card.focus()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        self.app.leave_reader()
