"""How the text is drawn: furigana, translation, folded page furniture, colours."""

from __future__ import annotations

from dataclasses import replace

from textual import on

from yomu.model import RubyMode
from yomu.terminal import safe_line
from yomu.tui.screens.reader.part import ReaderPart
from yomu.tui.widgets.reader_view import ReaderView

_MODES = {
    RubyMode.ALL: "on every word",
    RubyMode.CHOSEN: "on words you chose with F",
    RubyMode.INLINE: "in brackets after the word",
    RubyMode.NONE: "off",
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
        token = self.text.token_at_cursor()
        if token is None or token.reading is None:
            self.app.notify("This word has no furigana.", timeout=2)
            return
        choice = "auto" if self._is_chosen(token) else "show"
        self._chosen[token.lemma] = choice
        lemma, reading = token.lemma, token.reading
        self.workspace.recorder.post(lambda store: store.choose_furigana(lemma, reading, choice))
        if self._view.mode is RubyMode.CHOSEN:
            self.text.redraw_text()
        elif self._view.mode is RubyMode.NONE and choice == "show":
            self._set_view(mode=RubyMode.CHOSEN)
        self.app.notify(
            f"{safe_line(token.surface)} {token.reading}"
            + (": shown in mode “chosen”." if choice == "show" else ": no longer chosen."),
            timeout=3,
            markup=False,
        )

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
