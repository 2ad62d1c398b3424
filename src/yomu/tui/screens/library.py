"""The texts there are, and how far each is read."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from yomu.errors import YomuError
from yomu.study.coverage import Coverage
from yomu.study.pace import USUAL_PACE, measured_pace
from yomu.terminal import safe_line
from yomu.tui.keys import LIBRARY, bindings
from yomu.tui.library_lines import ORDERS, Demand, heading, item_lines, ordered
from yomu.workspace import LibraryItem, OpenText, Workspace
from yomu.workspace.counting import Stopped, read_whole
from yomu.workspace.knowing import News
from yomu.workspace.opened import Origin

if TYPE_CHECKING:
    from yomu.store.lookups import LookedUp
    from yomu.tui.app import YomuApp

WELCOME = (
    "Welcome to yomu. Nothing is read yet: press Enter on a text below to begin. "
    "In a text, Tab goes from term to term, Enter explains a word, ? shows every key. "
    "To read your own: yomu read FILE."
)


BREATH_S = 0.004
"""Between two paragraphs that are counted: the keys come first."""


class TextList(OptionList):
    """The list; its Enter is in the footer, where a newcomer looks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Read", key_display="Enter")
    ]


class LibraryScreen(Screen[None]):
    """Own texts, the latest first, then the shipped ones; or all of them in another order.

    What each text asks of the reader is counted in a thread, and appears as it is known.
    """

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIBRARY)
    AUTO_FOCUS = "#texts"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.items: list[LibraryItem] = []
        self.demands: dict[str, Demand] = {}
        self._shown: list[LibraryItem] = []
        self._order = workspace.settings.library_order
        self._due = 0
        self._pace = workspace.settings.characters_per_minute or USUAL_PACE

    def compose(self) -> ComposeResult:
        yield Static(Content("yomu"), id="library-title")
        yield Static(id="welcome")
        yield Static(id="columns")
        yield TextList(id="texts", markup=False)
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.items = self.workspace.library.shipped()
        self._show()
        self._load()
        self._prepare()

    @work(thread=True, exit_on_error=False, group="glossary")
    def _prepare(self) -> None:
        """Compile the glossary while the person chooses: on the very first start that takes 0.6 s."""
        _ = self.workspace.terms.matcher
        self.workspace.reviews.warm()

    def on_screen_resume(self) -> None:
        if self.is_mounted and self.items:
            self._load()

    @work(thread=True, exclusive=True, exit_on_error=False, group="library")
    def _load(self) -> None:
        try:
            items = self.workspace.library.items()
            news = self.workspace.knowing.ask().result()
            dwelt = self.workspace.recorder.ask(lambda store: store.dwelt()).result()
            due = self.workspace.reviews.counts().total
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self._take, items, news, measured_pace(dwelt), due)

    def _take(self, items: list[LibraryItem], news: News, pace: int | None, due: int) -> None:
        self.items = items
        self._due = due
        self.workspace.knowing.take(news)
        self._pace = self.workspace.settings.characters_per_minute or pace or USUAL_PACE
        self._show()
        self._count()

    def on_screen_suspend(self) -> None:
        """Whoever reads has the processor for himself."""
        self.workers.cancel_group(self, "counting")

    @work(thread=True, exclusive=True, exit_on_error=False, group="counting")
    def _count(self) -> None:
        """What each text asks; those that were never counted are read through."""
        worker = get_current_worker()
        known = self.workspace.knowing.known

        def stop() -> bool:
            sleep(BREATH_S)
            return worker.is_cancelled

        for item in self.items:
            if item.missing or worker.is_cancelled:
                continue
            try:
                words = self.workspace.counting.words(
                    read_whole(item.target),
                    Origin(item.origin, item.target, item.slug),
                    document_id=item.text_id,
                    stop=stop,
                )
            except (YomuError, Stopped):
                continue
            self.app.call_from_thread(
                self._take_demand, item.target, Demand.of(Coverage(words, known))
            )
        if not worker.is_cancelled:
            self.app.call_from_thread(self._counted)

    def _take_demand(self, target: str, demand: Demand) -> None:
        self.demands[target] = demand
        texts = self.query_one(OptionList)
        for number, item in enumerate(self._shown):
            if item.target == target:
                texts.replace_option_prompt(str(number), self._line(item))

    def _counted(self) -> None:
        if self._order == "known":
            self._show()

    def action_sort(self) -> None:
        """The next order of the texts."""
        orders = list(ORDERS)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.app.save_setting("library_order", self._order)
        self._show()
        self.app.notify(f"By {ORDERS[self._order]}.", timeout=2)

    def _show(self) -> None:
        texts = self.query_one(OptionList)
        before = self._highlighted()
        if self._shown and before is self._shown[0]:
            before = None  # who has not moved wants the first line, whatever it is now
        self._shown = ordered(self.items, self._order, self.demands)
        texts.clear_options()
        shown_origin = ""
        highlighted: int | None = None
        for number, item in enumerate(self._shown):
            origin = "Texts that come with yomu" if item.origin == "shipped" else "Your texts"
            if self._order == "opened" and origin != shown_origin:
                if shown_origin:
                    texts.add_option(None)
                texts.add_option(Option(Content.styled(origin, "bold"), disabled=True))
                shown_origin = origin
            if highlighted is None or (before and item.target == before.target):
                highlighted = texts.option_count
            texts.add_option(Option(self._line(item), id=str(number)))
        texts.highlighted = highlighted
        welcome = self.query_one("#welcome", Static)
        welcome.display = not any(item.opened_at for item in self.items)
        welcome.update(Content(WELCOME))
        read = sum(1 for item in self.items if item.read >= 0.95)
        due = f"{self._due} to review (R)  ·  " if self._due else ""
        self.query_one("#status", Static).update(
            Content(
                f"{due}{len(self.items)} texts  ·  {read} read  ·  words, terms: not known yet"
                f"  ·  time at {self._pace} characters a minute"
            )
        )
        self.query_one("#columns", Static).update(Content(heading(self._order)))

    def _line(self, item: LibraryItem) -> Content:
        knows_any = not self.workspace.knowing.known.is_empty
        lines = item_lines(
            item,
            self.demands.get(item.target),
            self._pace,
            self.workspace.now(),
            knows_any=knows_any,
        )
        return Content("\n".join(lines))

    def _highlighted(self) -> LibraryItem | None:
        texts = self.query_one(OptionList)
        if texts.highlighted is None:
            return None
        option = texts.get_option_at_index(texts.highlighted)
        return self._shown[int(option.id)] if option.id else None

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        item = self._highlighted()
        if item and item.missing:
            self.app.tell(
                YomuError(
                    f"The file is gone: {safe_line(item.target)}.",
                    "Put it back, or take it off the list with d: its cards stay.",
                )
            )
        elif item:
            self.app.open_text(item.target)

    def action_down(self) -> None:
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        self.query_one(OptionList).action_cursor_up()

    def action_forget(self) -> None:
        item = self._highlighted()
        if item is None or item.origin == "shipped":
            self.app.notify("Texts that come with yomu stay on the list.", timeout=3)
            return
        self.workspace.recorder.post(lambda store: store.forget(item.text_id))
        said = f"{safe_line(item.title)} is off the list; its file and cards stay."
        self.app.notify(said, timeout=4, markup=False)
        self._load()

    def action_history(self) -> None:
        from yomu.tui.screens.lookups import LookupsScreen

        def show(chosen: tuple[LookedUp, OpenText] | None) -> None:
            if chosen:
                self.app.show_text(chosen[1])

        self.app.push_screen(LookupsScreen(self.workspace), show)

    def action_review(self) -> None:
        self.app.show_review()

    def action_theme(self) -> None:
        self.app.switch_theme()

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(LIBRARY))

    def action_leave(self) -> None:
        self.app.exit()
