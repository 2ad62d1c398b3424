"""The texts there are, and how far each is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from yomu.errors import YomuError
from yomu.terminal import safe_line
from yomu.tui.keys import LIBRARY, bindings
from yomu.workspace import LibraryItem, OpenText, Workspace

if TYPE_CHECKING:
    from yomu.store.lookups import LookedUp
    from yomu.tui.app import YomuApp

WELCOME = (
    "Welcome to yomu. Nothing is read yet: press Enter on a text below to begin. "
    "In a text, Tab goes from term to term, Enter explains a word, ? shows every key. "
    "To read your own: yomu read FILE."
)


class TextList(OptionList):
    """The list; its Enter is in the footer, where a newcomer looks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Read", key_display="Enter")
    ]


class LibraryScreen(Screen[None]):
    """Own texts, the latest first, then the shipped ones."""

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIBRARY)
    AUTO_FOCUS = "#texts"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.items: list[LibraryItem] = []

    def compose(self) -> ComposeResult:
        yield Static(Content("yomu"), id="library-title")
        yield Static(id="welcome")
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

    def on_screen_resume(self) -> None:
        if self.is_mounted and self.items:
            self._load()

    @work(thread=True, exclusive=True, exit_on_error=False, group="library")
    def _load(self) -> None:
        try:
            items = self.workspace.library.items()
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self._take, items)

    def _take(self, items: list[LibraryItem]) -> None:
        self.items = items
        self._show()

    def _show(self) -> None:
        texts = self.query_one(OptionList)
        at = texts.highlighted or 0
        texts.clear_options()
        shown_origin = ""
        for number, item in enumerate(self.items):
            origin = "Texts that come with yomu" if item.origin == "shipped" else "Your texts"
            if origin != shown_origin:
                if shown_origin:
                    texts.add_option(None)
                texts.add_option(Option(Content.styled(origin, "bold"), disabled=True))
                shown_origin = origin
            texts.add_option(Option(_line(item), id=str(number)))
        options = [
            n for n in range(texts.option_count) if not texts.get_option_at_index(n).disabled
        ]
        if options:
            texts.highlighted = at if at in options else options[0]
        welcome = self.query_one("#welcome", Static)
        welcome.display = not any(item.opened_at for item in self.items)
        welcome.update(Content(WELCOME))
        read = sum(1 for item in self.items if item.read >= 0.95)
        self.query_one("#status", Static).update(
            Content(f"{len(self.items)} texts  ·  {read} read")
        )

    def _highlighted(self) -> LibraryItem | None:
        texts = self.query_one(OptionList)
        if texts.highlighted is None:
            return None
        option = texts.get_option_at_index(texts.highlighted)
        return self.items[int(option.id)] if option.id else None

    @on(OptionList.OptionSelected)
    def _selected(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        item = self._highlighted()
        if item:
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
        self._load()

    def action_history(self) -> None:
        from yomu.tui.screens.lookups import LookupsScreen

        def show(chosen: tuple[LookedUp, OpenText] | None) -> None:
            if chosen:
                self.app.show_text(chosen[1])

        self.app.push_screen(LookupsScreen(self.workspace), show)

    def action_theme(self) -> None:
        self.app.switch_theme()

    def action_help(self) -> None:
        from yomu.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(LIBRARY))

    def action_leave(self) -> None:
        self.app.exit()


def _line(item: LibraryItem) -> Content:
    """Title, then how far it is read and how long it is."""
    if item.missing:
        state = f"the file is gone: {safe_line(item.target)}"
    elif item.opened_at:
        filled = round(item.read * 10)
        state = f"[{'#' * filled}{'.' * (10 - filled)}] {item.read:4.0%} read"
    else:
        state = "not opened yet"
    facts = [state, f"{item.characters:,} characters"]
    if item.level:
        facts.append(item.level)
    return Content(f"{safe_line(item.title)}\n  {'  ·  '.join(facts)}")
