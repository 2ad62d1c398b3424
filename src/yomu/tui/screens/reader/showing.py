"""How the text is drawn: furigana, translation, folded page furniture, colours."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from yomu.model import RubyMode
from yomu.store.knowledge import term_key
from yomu.study.furigana import ALWAYS, AUTO, NEVER
from yomu.terminal import safe_line
from yomu.tui.screens.reader.part import ReaderPart
from yomu.tui.widgets.reader_view import ReaderView
from yomu.workspace.undoing import Kind

_MODES = {
    RubyMode.ALL: "on every word",
    RubyMode.UNKNOWN: "on words you do not know yet",
    RubyMode.CHOSEN: "on words you chose with p",
    RubyMode.INLINE: "in brackets after the word",
    RubyMode.NONE: "off",
}
_NEXT_PIN = {AUTO: ALWAYS, ALWAYS: NEVER, NEVER: AUTO}
_PINNED = {
    ALWAYS: "furigana always",
    NEVER: "furigana never",
    AUTO: "furigana as the mode has it",
}


class Showing(ReaderPart):
    """Changes the view and remembers the choice."""

    def _set_view(self, **changes: object) -> None:
        self._view = replace(self._view, **changes)  # type: ignore[arg-type]  # names are View's own
        self.text.set_view(self._view)
        self._show_status()

    def action_furigana(self) -> None:
        modes = list(_MODES)
        mode = modes[(modes.index(self._view.mode) + 1) % len(modes)]
        self._set_view(mode=mode)
        self.app.save_setting("furigana", str(mode))
        self.app.notify(f"Furigana {_MODES[mode]}.", timeout=2)

    def action_reveal(self) -> None:
        """Show the furigana of the word or term at the cursor, here and until pressed again."""
        cursor = self.text.cursor
        tokens = [
            token
            for token in self.opened.annotated(cursor.paragraph).tokens
            if cursor.start <= token.start < cursor.end and token.reading is not None
        ]
        if not tokens:
            self.app.notify("This word has no furigana.", timeout=2)
            return
        places = {(cursor.paragraph, token.start) for token in tokens}
        if places <= self.furigana.revealed:
            self.furigana.revealed -= places
        else:
            self.furigana.revealed |= places
        self.text.redraw_text()

    def action_pin(self) -> None:
        """Always, never, as the mode has it: for the term at the cursor, or the word."""
        cursor = self.text.cursor
        annotated = self.opened.annotated(cursor.paragraph)
        token = self.text.token_at_cursor()
        if token is None or cursor.end <= cursor.start:
            return
        if (token.start, token.end) == (cursor.start, cursor.end):
            if token.reading is None:
                self.app.notify("This word has no furigana.", timeout=2)
                return
            key, label, reading = token.lemma, token.lemma, token.morph.lemma_reading or ""
        else:
            spans = {(match.start, match.end): match for match in annotated.matches}
            term = spans.get((cursor.start, cursor.end))
            if term is None:
                self.app.notify("A pin is for one word or a term: < narrows the span.", timeout=3)
                return
            key, label, reading = term_key(term.entry_id), term.surface, ""
        before = self.furigana.pins.get(key, AUTO)
        choice = _NEXT_PIN[before]
        knowing = self.workspace.knowing
        knowing.pin(key, reading, choice)
        said = safe_line(label)
        self.workspace.undoing.did(
            Kind.FURIGANA,
            f"{said}: {_PINNED[before]} again.",
            lambda: knowing.pin(key, reading, before),
        )
        if self._view.mode is RubyMode.NONE and choice == ALWAYS:
            self._set_view(mode=RubyMode.CHOSEN)
        else:
            self.text.redraw_text()
        self.app.notify(f"{said}: {_PINNED[choice]}.", timeout=3, markup=False)

    def action_translation(self) -> None:
        if not self.opened.has_translation:
            self.app.notify("This text has no translation beside it (NAME.en.md).", timeout=4)
            return
        self._set_view(translation=not self._view.translation)

    @on(ReaderView.FoldTapped)
    def action_unfold(self) -> None:
        self._set_view(unfolded=not self._view.unfolded)

    def action_theme(self) -> None:
        self.app.switch_theme()
