"""What a review shows: the session's state as it comes from the record, drawn."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from yomu.errors import YomuError
from yomu.model import RubyMode, WidthProfile
from yomu.store.reviews import GOOD
from yomu.study.queue import TurnKind
from yomu.study.typed import TYPED_FACES
from yomu.terminal import safe_line
from yomu.tui.screens.review.card_page import Shown, card_page
from yomu.tui.screens.review.card_view import CardView
from yomu.tui.screens.review.ratings import Ratings
from yomu.tui.screens.review.resting import resting_page
from yomu.workspace import Workspace
from yomu.workspace.review_state import EVERYTHING, Asked, Choice, State

if TYPE_CHECKING:
    from datetime import datetime

    from yomu.model import Ruby
    from yomu.tui.app import YomuApp

_SLOW_S = 0.7
_OF_A_CARD = ("rate", "edit", "bury", "suspend", "open_text")


class Asking(Screen[None]):
    """The base of the review screen: the session's state, and how it is drawn."""

    app: YomuApp

    def __init__(self, workspace: Workspace, choice: Choice = EVERYTHING) -> None:
        super().__init__()
        self.workspace = workspace
        self.choice = choice
        self.session = workspace.reviews.session(choice)
        self.state: State | None = None
        self.shown: Shown | None = None
        self.types_answers = workspace.settings.type_answers
        self.shows_furigana = workspace.settings.furigana != RubyMode.NONE
        self._profile: WidthProfile = (
            "wide" if workspace.settings.ambiguous_width == "wide" else "narrow"
        )
        self._waiting = False
        self._has_card = True
        self.is_reading = False
        self.shown_at: datetime = workspace.now()
        self._definitions: dict[str, tuple[Ruby, ...]] = {}

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

    def go_on(self, coming: Future[State], *, keep_answer: bool = False) -> None:
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
            card, face = state.asked.card, state.asked.turn.face
            before = self.shown if keep_answer else None
            same = before is not None and (before.card.id, before.face) == (card.id, face)
            revealed = before is not None and same and before.revealed
            new = state.asked.turn.kind is TurnKind.NEW
            self.shown = Shown(card, face, new=new, furigana=self.shows_furigana)
            if card.definition_ja and card.definition_ja not in self._definitions:
                self._prepare_definition(card.definition_ja)
            self.shown_at = self.workspace.now()
            if revealed:
                self.reveal()
            else:
                self.ask()
        self._show_status()

    def _offer_keys(self, state: State) -> None:
        """What only a card can have done to it is in the footer only with a card."""
        if self._has_card != (state.asked is not None):
            self._has_card = state.asked is not None
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._has_card or action not in _OF_A_CARD

    def ask(self) -> None:
        assert self.shown
        typing = self.types_answers and self.shown.face in TYPED_FACES
        self.ratings.ask("Enter   (Esc: out of the field)" if typing else "Space")
        self.set_class(typing, "-typing")
        self.field.value = ""
        (self.field if typing else self.card).focus()
        self.draw()

    def draw(self, *, from_top: bool = True) -> None:
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
        parts = [f"new {counts.new}", f"learning {counts.steps}", f"reviews {counts.reviews}"]
        if tally.answers:
            parts.append(
                f"{tally.answers} answered, {round(100 * tally.right / tally.answers)} % right"
            )
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
            self.reveal(self.shown.checked is None)

    def reveal(self, unchecked: bool = True) -> None:
        assert self.shown
        assert self.state
        assert self.state.asked
        shown = self.shown
        definition = self._definitions.get(shown.card.definition_ja, ())
        self.shown = replace(shown, revealed=True, definition=definition)
        self.remove_class("-typing")
        self.card.focus()
        self.ratings.offer(self.state.asked.preview, self.suggested)
        self.draw(from_top=unchecked)

    @property
    def suggested(self) -> int:
        return self.shown.checked.suggestion if self.shown and self.shown.checked else GOOD
