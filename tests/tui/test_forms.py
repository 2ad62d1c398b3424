"""The forms for a term and a card: saved and left by mouse as by key."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.widgets import Input

from yomu.model import GlossaryEntry
from yomu.store.cards import Card, CardKind
from yomu.tui.screens.review.card_form import CardForm
from yomu.tui.screens.term_form import TermForm

ENTRY = GlossaryEntry("aid", "支援", "しえん", ("aid",), "defense")
CARD = Card("1", CardKind.WORD, "支援", reading="しえん", meaning_en="aid")


@pytest.mark.parametrize("form", ["term", "card"])
@pytest.mark.parametrize(("how", "kept"), [("#save", 1), ("#cancel", 0)])
async def test_a_button_does_what_its_key_does(form: str, how: str, kept: int) -> None:
    saved: list[object] = []

    def save(changes: object) -> GlossaryEntry:
        saved.append(changes)
        return ENTRY

    screen = TermForm(ENTRY, save, title="Edit") if form == "term" else CardForm(CARD, save)
    app = App[None]()
    async with app.run_test(size=(100, 50)) as pilot:
        await app.push_screen(screen)
        await pilot.pause()
        screen.query_one("#field-note", Input).value = "よく出る"
        await pilot.click(how)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is not screen
    assert saved == [{"note": "よく出る"}] * kept
