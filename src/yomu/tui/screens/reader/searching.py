"""Searching: the field, the hits, and going from one to the next."""

from __future__ import annotations

from textual import on
from textual.widgets import Input

from yomu.model import Kind
from yomu.tui.cursor import Cursor
from yomu.tui.find import find_all
from yomu.tui.screens.reader.part import shortened
from yomu.tui.screens.reader.showing import Showing


class Searching(Showing):
    """Finds what is typed; a hit in folded page furniture unfolds it."""

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
                    f"“{shortened(wanted)}” is not in this text.", severity="warning", markup=False
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
