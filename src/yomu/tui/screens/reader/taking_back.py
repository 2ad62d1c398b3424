"""Taking back what was done: statuses, pins, cards, corrected readings, in one order."""

from __future__ import annotations

from datetime import datetime

from textual import work

from yomu.errors import YomuError
from yomu.model import Status
from yomu.store.knowledge import Item
from yomu.terminal import safe_line
from yomu.tui.screens.reader.knowing import Knowing, words_of
from yomu.workspace.knowing import NAMES
from yomu.workspace.undoing import Deed, Kind


class TakingBack(Knowing):
    """Undoes the latest deed of this session, and, when asked to, statuses of earlier ones."""

    def action_undo(self) -> None:
        try:
            deed = self.workspace.undoing.undo()
        except YomuError as error:
            self.app.tell(error)
            return
        if deed is None:
            self._ask_about_earlier()
            return
        self._show_undone(deed)
        self.app.notify(f"Taken back. {deed.undone}", timeout=4, markup=False)

    def _show_undone(self, deed: Deed) -> None:
        if deed.kind is Kind.STATUS:
            self.known_changed(deed.keys, furigana=False)
        elif deed.kind is Kind.READING:
            self.annotate_anew()
        elif deed.kind is Kind.FURIGANA:
            self.text.redraw_text()

    @work(thread=True, exclusive=True, exit_on_error=False, group="undo")
    def _ask_about_earlier(self) -> None:
        """What was done before this start of yomu is taken back only when a person says so."""
        try:
            latest = self.workspace.recorder.ask(lambda store: store.knowledge.latest()).result()
        except YomuError:
            return  # the recorder has told it
        if latest is None:
            self.app.call_from_thread(self.app.notify, "Nothing to take back.", timeout=3)
            return
        batch, at, items = latest
        self.app.call_from_thread(self._offer_earlier, batch.id, batch.cause, at, items)

    def _offer_earlier(self, batch: int, cause: str, at: str, items: dict[Item, Status]) -> None:
        from yomu.tui.screens.ask import Answer, AskScreen

        what = _deed(cause, items)
        answers = [Answer("u", f"take it back: {what}", "undo")]

        def answered(choice: str | None) -> None:
            if choice:
                self._undo_earlier(batch, what)

        day = datetime.fromisoformat(at).astimezone().date()
        question = f"Nothing is left of this session. On {day} you did this"
        self.app.push_screen(AskScreen(question, answers), answered)

    @work(thread=True, exclusive=True, exit_on_error=False, group="undo")
    def _undo_earlier(self, batch: int, what: str) -> None:
        try:
            self.workspace.recorder.ask(lambda store: store.knowledge.undo(batch)).result()
            news = self.workspace.knowing.ask().result()
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self.take_news, news)
        self.app.call_from_thread(self.app.notify, f"Taken back: {what}.", timeout=4, markup=False)


def _deed(cause: str, items: dict[Item, Status]) -> str:
    """What a batch did, in words."""
    count = words_of(list(items))
    if cause.startswith("import:"):
        return f"{count} from {safe_line(cause.removeprefix('import:'))}"
    if cause == "rest":
        return f"the rest known, {count}"
    item, status = next(iter(items.items()))
    return f"{safe_line(item.lemma)} {NAMES[status]}"
