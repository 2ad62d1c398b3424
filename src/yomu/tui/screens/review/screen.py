"""Reviewing: a card, its answer, how well it was known, the next card."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from yomu.errors import YomuError
from yomu.model import RubyMode, WidthProfile
from yomu.store.reviews import GOOD
from yomu.study.queue import TurnKind
from yomu.study.typed import TYPED_FACES, check
from yomu.terminal import safe_line
from yomu.tui.keys import REVIEW, bindings
from yomu.tui.screens.review.card_page import Shown, card_page
from yomu.tui.screens.review.card_view import CardView
from yomu.tui.screens.review.ratings import Ratings
from yomu.tui.screens.review.resting import resting_page
from yomu.workspace import OpenText, Workspace
from yomu.workspace.review_state import EVERYTHING, Asked, Choice, State

if TYPE_CHECKING:
    from datetime import datetime

    from yomu.model import Ruby
    from yomu.tui.app import YomuApp

LONGEST_ANSWER_MS = 60_000
"""Whoever takes longer has left the table, as Anki counts it."""

_SLOW_S = 0.7
_OF_A_CARD = ("rate", "edit", "bury", "suspend", "open_text")


class ReviewScreen(Screen[None]):
    """Asks one card after the other. What it shows next is on disk already."""

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = bindings(REVIEW)
    AUTO_FOCUS = "#card"
    DEFAULT_CSS: ClassVar[str] = """
    ReviewScreen #typing { display: none; height: 2; padding: 0 2; align-horizontal: center; }
    ReviewScreen.-typing #typing { display: block; }
    ReviewScreen #typed { height: 1; width: 1fr; max-width: 72; border: none; padding: 0 1;
      background: $panel; }
    """

    def __init__(self, workspace: Workspace, choice: Choice = EVERYTHING) -> None:
        super().__init__()
        self.workspace = workspace
        self.choice = choice
        self.session = workspace.reviews.session(choice)
        self.state: State | None = None
        self.shown: Shown | None = None
        self._types = workspace.settings.type_answers
        self._furigana = workspace.settings.furigana != RubyMode.NONE
        self._profile: WidthProfile = (
            "wide" if workspace.settings.ambiguous_width == "wide" else "narrow"
        )
        self._waiting = False
        self._has_card = True
        self._reads = False
        self._shown_at: datetime = workspace.now()
        self._definitions: dict[str, tuple[Ruby, ...]] = {}

    def compose(self) -> ComposeResult:
        yield CardView(id="card")
        with Horizontal(id="typing"):
            yield Input(placeholder="Type the answer", id="typed")
        yield Ratings()
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.title = "Review"
        self._go_on(self.session.begin())

    def on_screen_resume(self) -> None:
        """Back from the text: the glossary or the card may have changed there."""
        if self._reads and self.shown is not None:
            self._go_on(self.session.again(), keep_answer=True)
        self._reads = False

    # The parts

    @property
    def card(self) -> CardView:
        return self.query_one(CardView)

    @property
    def ratings(self) -> Ratings:
        return self.query_one(Ratings)

    @property
    def field(self) -> Input:
        return self.query_one("#typed", Input)

    @property
    def asked(self) -> Asked | None:
        """The card that is asked; None while the next one is on its way."""
        return self.state.asked if self.state and not self._waiting else None

    # From the record

    def _go_on(self, coming: Future[State], *, keep_answer: bool = False) -> None:
        """Show what comes once it is on disk. Keys do nothing meanwhile; if it fails, the card stays."""
        self._waiting = True
        self._slow = self.set_timer(_SLOW_S, self._say_slow)
        # from the recorder's thread into this one; a worker for each card would cost 2 ms
        coming.add_done_callback(lambda done: self.call_later(self._arrived, done, keep_answer))

    def _arrived(self, coming: Future[State], keep_answer: bool) -> None:
        self._waiting = False
        self._slow.stop()
        try:
            state = coming.result()
        except YomuError as error:
            self.app.tell(error)
            return
        if self.is_attached:
            self._take(state, keep_answer=keep_answer)

    def _say_slow(self) -> None:
        if self._waiting:
            self.notify("Waiting for another program that uses the record.", timeout=3)

    def _take(self, state: State, *, keep_answer: bool) -> None:
        self.state = state
        if state.said:
            self.notify(safe_line(state.said), timeout=6, markup=False)
        self._offer_keys(state)
        if state.asked is None:
            self._rest(state)
        else:
            revealed = keep_answer and self.shown is not None and self.shown.revealed
            card, face = state.asked.card, state.asked.turn.face
            new = state.asked.turn.kind is TurnKind.NEW
            self.shown = Shown(card, face, new=new, furigana=self._furigana)
            if card.definition_ja and card.definition_ja not in self._definitions:
                self._prepare_definition(card.definition_ja)
            self._shown_at = self.workspace.now()
            if revealed:
                self._reveal()
            else:
                self._ask()
        self._show_status()

    def _offer_keys(self, state: State) -> None:
        """What only a card can have done to it is in the footer only with a card."""
        if self._has_card != (state.asked is not None):
            self._has_card = state.asked is not None
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._has_card or action not in _OF_A_CARD

    def _ask(self) -> None:
        assert self.shown
        typing = self._types and self.shown.face in TYPED_FACES
        self.ratings.ask("Enter   (Esc: out of the field)" if typing else "Space")
        self.set_class(typing, "-typing")
        self.field.value = ""
        (self.field if typing else self.card).focus()
        self._draw()

    def _draw(self, *, from_top: bool = True) -> None:
        if self.shown:
            make = partial(card_page, self.shown, profile=self._profile)
            self.card.show(make, from_top=from_top)

    def _rest(self, state: State) -> None:
        assert state.rest
        self.shown = None
        self.remove_class("-typing")
        self.ratings.clear()
        self.card.focus()
        make = partial(
            resting_page,
            state.rest,
            state.tally,
            self.choice,
            round(self.workspace.now().timestamp() * 1000),
            profile=self._profile,
        )
        self.card.show(make)

    def _show_status(self) -> None:
        assert self.state
        counts, tally = self.state.counts, self.state.tally
        parts = [f"new {counts.new}", f"steps {counts.steps}", f"reviews {counts.reviews}"]
        if tally.answers:
            parts.append(f"{tally.answers} answered, {tally.right / tally.answers:.0%} right")
        if self.shown and self.shown.card.title:
            parts.append(safe_line(self.shown.card.title))
        self.query_one("#status", Static).update(Content("  ·  ".join(parts)), layout=False)

    @work(thread=True, exit_on_error=False, group="definition")
    def _prepare_definition(self, definition: str) -> None:
        """Furigana for the Japanese definition, while the learner thinks: the tokenizer takes its time."""
        self._definitions[definition] = self.workspace.annotate_words(definition)[1]
        self.app.call_from_thread(self._take_definition, definition)

    def _take_definition(self, definition: str) -> None:
        if self.shown and self.shown.revealed and self.shown.card.definition_ja == definition:
            self._reveal(self.shown.checked is None)

    # Answering

    def action_reveal(self) -> None:
        """Space or Enter: the answer; once it is there, the rating that is marked."""
        if self.state and self.state.asked is None and not self._waiting:
            self._go_on(self.session.again())
        elif self.asked and self.shown and not self.shown.revealed:
            self._reveal()
        elif self.asked and self.shown:
            self.action_rate(self._suggested)

    def _reveal(self, unchecked: bool = True) -> None:
        assert self.shown
        assert self.state
        assert self.state.asked
        shown = self.shown
        definition = self._definitions.get(shown.card.definition_ja, ())
        self.shown = replace(shown, revealed=True, definition=definition)
        self.remove_class("-typing")
        self.card.focus()
        self.ratings.offer(self.state.asked.preview, self._suggested)
        self._draw(from_top=unchecked)

    @property
    def _suggested(self) -> int:
        return self.shown.checked.suggestion if self.shown and self.shown.checked else GOOD

    @on(Input.Submitted, "#typed")
    def _answered_in_writing(self, event: Input.Submitted) -> None:
        if not self.asked or not self.shown or self.shown.revealed:
            return
        card, face = self.shown.card, self.shown.face
        also = self.workspace.reviews.other_spellings(card)
        checked = check(card, face, event.value, also)
        self.shown = replace(self.shown, checked=checked)
        self._reveal()

    def action_rate(self, rating: int) -> None:
        asked = self.asked
        if not asked or not self.shown:
            return
        if not self.shown.revealed:
            self.notify("Look at the answer first: Space.", timeout=2)
            return
        spent = (self.workspace.now() - self._shown_at).total_seconds() * 1000
        duration_ms = round(min(max(spent, 0), LONGEST_ANSWER_MS))
        self._go_on(self.session.rate(asked, rating, duration_ms))

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
            self._go_on(self.session.undo())

    def action_bury(self) -> None:
        if self.asked:
            self._go_on(self.session.bury(self.asked))

    def action_suspend(self) -> None:
        if self.asked:
            self._go_on(self.session.suspend(self.asked))

    def action_edit(self) -> None:
        if not self.asked:
            return
        from yomu.tui.screens.review.card_form import CardForm

        save = partial(self.workspace.cards.edit, self.asked.card.id)
        self.app.push_screen(CardForm(self.asked.card, save), self._edited)

    def _edited(self, changed: bool | None) -> None:
        if changed:
            self._go_on(self.session.again(), keep_answer=True)

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
        self._reads = True
        self.notify("q comes back to the review.", timeout=3)
        self.app.show_text(opened)

    # How it looks

    def action_toggle_typing(self) -> None:
        self._types = not self._types
        self.app.save_setting("type_answers", self._types)
        said = "Answers are typed from now on." if self._types else "Answers are not typed."
        self.notify(said, timeout=2)
        if self.asked and self.shown and not self.shown.revealed:
            self._ask()

    def action_furigana(self) -> None:
        self._furigana = not self._furigana
        if self.shown and not self.shown.revealed:
            self.shown = replace(self.shown, furigana=self._furigana)
            self._draw(from_top=False)

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
