"""Changing what stands on a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import work

from yomu.errors import YomuError
from yomu.store.cards import EDITABLE, Card
from yomu.tui.screens.field_form import FieldForm

_LABELS = {
    "expression": "Expression",
    "reading": "Reading",
    "acronym": "Acronym",
    "meaning_en": "English",
    "definition_ja": "定義",
    "definition_en": "Definition",
    "sentence": "Sentence",
    "sentence_en": "Its English",
    "note": "Note",
}


class CardForm(FieldForm[bool]):
    """Dismissed with True once `save` has kept what was changed."""

    def __init__(self, card: Card, save: Callable[[Mapping[str, str]], object]) -> None:
        super().__init__(
            {name: _LABELS[name] for name in EDITABLE},
            {name: getattr(card, name) for name in EDITABLE},
            title="Change the card",
            first="meaning_en",
        )
        self._save = save

    def action_save(self) -> None:
        written = {name: self.written(name) for name in EDITABLE}
        changed = {name: value for name, value in written.items() if value != self._values[name]}
        if changed:
            self._keep(changed)
        else:
            self.dismiss(None)

    @work(thread=True, exclusive=True, exit_on_error=False, group="cards")
    def _keep(self, changed: Mapping[str, str]) -> None:
        try:
            self._save(changed)
        except YomuError as error:
            self.app.call_from_thread(self.say, str(error))
            return
        self.app.call_from_thread(self.dismiss, True)
