"""What the reader knows: statuses by key, marks in the text, the known share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import sleep
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.worker import get_current_worker

from yomu.errors import YomuError
from yomu.model import RubyMode, Status
from yomu.store.knowledge import Item
from yomu.study.known import Known, items_at
from yomu.tui.screens.reader.part import shortened
from yomu.tui.screens.reader.showing import Showing
from yomu.workspace import OpenText, Workspace
from yomu.workspace.knowing import NAMES, News
from yomu.workspace.undoing import Kind

if TYPE_CHECKING:
    from yomu.study.coverage import Coverage

LISTEN_S = 2.0
"""How often the record is asked what reviews and other windows changed; an answer takes 1 ms."""
COUNT_AFTER_S = 1.0
"""The first keys come before the counting, which shares the processor with them."""
BREATH_S = 0.004
LONGEST_COUNTED = 150_000
"""Characters. Longer texts are counted in the library, where nobody turns pages."""


class Knowing(Showing):
    """Says of words how well they are known, and shows what follows from it."""

    def __init__(self, workspace: Workspace, opened: OpenText) -> None:
        super().__init__(workspace, opened)
        self._coverage: Coverage | None = None
        self._marks_words = workspace.settings.mark_words
        self._listens = False
        self._changes = 0

    # Bringing it in

    def show_known(self) -> None:
        """Mark words from the first paint on, where the statuses are here already."""
        if self.workspace.knowing.is_loaded:
            self.text.known = self._marked()

    def _marked(self) -> Known | None:
        """What words are marked by; None if they are not."""
        known = self.workspace.knowing.known
        return known if self._marks_words and not known.is_empty else None

    def start_knowing(self) -> None:
        self._listens = True
        self._listen()
        self.set_interval(LISTEN_S, self._listen_here, name="knowing")
        self.set_timer(COUNT_AFTER_S, self._count_words, name="counting")

    @on(events.ScreenResume)
    def _come_back(self) -> None:
        """From a review, say; the first time the paint comes before the record."""
        if self._listens:
            self._listen()

    def _listen_here(self) -> None:
        if self.app.app_focus and self.app.screen is self:
            self._listen()

    @work(thread=True, exclusive=True, exit_on_error=False, group="knowing")
    def _listen(self) -> None:
        """What the record has, at first all of it; waits for the store in a thread."""
        fades = self._view.mode is RubyMode.UNKNOWN
        try:
            news = self.workspace.knowing.ask(forgotten=fades).result()
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self.take_news, news)

    def take_news(self, news: News) -> None:
        if not self.is_mounted:
            return
        changed = self.workspace.knowing.take(news)
        if changed is None or changed:
            self.known_changed(changed, furigana=changed is None)

    def words_changed(self) -> None:
        self._count_words()

    @work(thread=True, exclusive=True, exit_on_error=False, group="counting")
    def _count_words(self) -> None:
        """The words of all the text, from the cache or by reading it through."""
        from yomu.study.coverage import Coverage
        from yomu.workspace.counting import Stopped, read_whole

        worker = get_current_worker()
        opened, counting = self.opened, self.workspace.counting

        def stop() -> bool:
            sleep(BREATH_S)
            return worker.is_cancelled

        try:
            data = opened.data or read_whole(opened.origin.path)
            if opened.characters > LONGEST_COUNTED:
                words = counting.kept(data)
            else:
                words = counting.words(
                    data, opened.origin, document_id=opened.document_id, stop=stop
                )
        except (YomuError, Stopped):
            return
        if words is not None:
            changes = self._changes
            coverage = Coverage(words, self.workspace.knowing.known)
            self.app.call_from_thread(self._take_coverage, coverage, changes)

    def _take_coverage(self, coverage: Coverage, changes: int) -> None:
        if not self.is_mounted:
            return
        if changes != self._changes:  # a key came while it was counted
            coverage = coverage.anew(self.workspace.knowing.known)
        self._coverage = coverage
        self._show_status()

    def known_changed(self, keys: Iterable[str] | None, *, furigana: bool = True) -> None:
        """Show what changed; `keys` are `Item.key`, None for everything."""
        self._changes += 1
        known = self.workspace.knowing.known
        if self._coverage:
            if keys is None:
                self._coverage = self._coverage.anew(known)
            else:
                self._coverage.update(keys)
        self.text.mark_words(self._marked())
        if self._view.mode is RubyMode.UNKNOWN or (furigana and self.furigana.pins):
            self.text.redraw_text()
        self._show_status()

    # Seeing it

    def action_furigana(self) -> None:
        super().action_furigana()
        if self._view.mode is RubyMode.UNKNOWN:
            self._listen()  # for what is forgotten

    def known_parts(self) -> list[str]:
        known = self.workspace.knowing.known
        if known.is_empty:
            return []
        parts = []
        items = self._items()
        if items:
            what = "term" if items[0].entry_id else "word"
            parts.append(f"{what}: {NAMES[min(map(known.item, items))]}")
        if self._coverage:
            parts.append(f"{self._coverage.occurrences.percent} % known")
        return parts

    def action_mark_words(self) -> None:
        self._marks_words = not self._marks_words
        self.app.save_setting("mark_words", self._marks_words)
        self.known_changed(())
        if not self._marks_words:
            said = "Words are no longer marked by what you know."
        elif self.workspace.knowing.known.is_empty:
            said = "Words will be marked once you have said of one how well you know it: 1 to 5."
        else:
            said = "New words and those you are learning are marked."
        self.app.notify(said, timeout=4)

    # Saying it

    def _items(self) -> Sequence[Item]:
        cursor = self.text.cursor
        if cursor.end <= cursor.start:
            return ()
        return items_at(self.opened.annotated(cursor.paragraph), cursor.start, cursor.end)

    def action_grade(self, name: str) -> None:
        status = Status[name.upper()]
        items = self._items()
        if not items:
            self.app.notify(
                "There is no word here to know: particles and signs have none.", timeout=3
            )
            return
        cursor = self.text.cursor
        text = self.opened.document.paragraphs[cursor.paragraph].text
        before = min(map(self.workspace.knowing.known.item, items))
        label = items[0].lemma if len(items) == 1 else text[cursor.start : cursor.end]
        self._set(
            dict.fromkeys(items, status), "key", f"{shortened(label)}: {NAMES[before]} again."
        )

    def _set(self, statuses: dict[Item, Status], cause: str, undone: str) -> None:
        knowing = self.workspace.knowing
        if knowing.known.is_empty and self._marks_words:
            self.app.notify("From now on new words are marked. M turns that off.", timeout=5)
        change = knowing.set(statuses, cause)
        if change.before == change.after:
            return
        self.workspace.undoing.did(
            Kind.STATUS, undone, lambda: knowing.take_back(change), change.keys
        )
        self.known_changed(change.keys, furigana=False)

    def action_rest_known(self) -> None:
        """Ask how far: this paragraph or all of the text."""
        from yomu.study.coverage import new_in, new_words
        from yomu.tui.screens.ask import Answer, AskScreen

        known = self.workspace.knowing.known
        here = new_words([self.opened.annotated(self.text.cursor.paragraph)], known)
        everywhere = new_in(self._coverage.text, known) if self._coverage else None
        answers = []
        if here:
            answers.append(Answer("p", f"in this paragraph: {words_of(here)}", "p"))
        if everywhere:
            answers.append(Answer("t", f"in all of the text: {words_of(everywhere)}", "t"))
        if not answers:
            said = "No word is new any more."
            if everywhere is None:
                said = "No word of this paragraph is new; the whole text is not counted yet."
            self.app.notify(said, timeout=3)
            return

        def answered(choice: str | None) -> None:
            items = {"p": here, "t": everywhere or []}.get(choice or "", [])
            if items:
                undone = f"{words_of(items)}: new again."
                self._set(dict.fromkeys(items, Status.KNOWN), "rest", undone)
                self.app.notify(f"{words_of(items)}: known. u takes it back.", timeout=4)

        self.app.push_screen(AskScreen("What is still new becomes known", answers), answered)


def words_of(items: Sequence[Item]) -> str:
    """How many they are, as a person says it."""
    count = sum(1 for item in items if not item.entry_id) or len(items)
    return "1 word" if count == 1 else f"{count:,} words"
