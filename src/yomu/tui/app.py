"""The application: themes, screens, and what every screen may ask of it."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.notifications import Notify
from textual.screen import Screen

from yomu.config import save_setting
from yomu.errors import YomuError
from yomu.terminal import safe_line
from yomu.tui.keys import KEPT, LIBRARY, READER, REVIEW, STATISTICS, half_width
from yomu.tui.looks import PALETTES
from yomu.tui.screens.reader import ReaderScreen
from yomu.tui.themes import theme
from yomu.tui.tidying import Tidying
from yomu.workspace import OpenText, Workspace

if TYPE_CHECKING:
    from yomu.workspace.review_state import Choice


class YomuApp(App[None]):
    """One factory for the command line and for tests: a workspace, and what to begin with.

    That is a text, a review of what `review` chooses, or the library.
    """

    TITLE = "yomu"
    CSS_PATH = "yomu.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Leave yomu", show=False, priority=True)
    ]

    def __init__(
        self,
        workspace: Workspace,
        opened: OpenText | None = None,
        *,
        review: Choice | None = None,
        takes_over: bool = False,
    ) -> None:
        super().__init__(driver_class=_takeover_driver() if takes_over else None)
        self.workspace = workspace
        self.fault = ""
        """What went wrong in yomu itself, for the command line to say after the screens are gone."""
        self._tidying = Tidying()
        self._opened = opened
        self._review = review
        self._lowest = 0
        """How deep the first screen lies: leaving that one leaves yomu."""
        for name in PALETTES:
            self.register_theme(theme(name))
        self.theme = workspace.settings.theme
        workspace.recorder.on_problem = self._problem_in_record

    def get_default_screen(self) -> Screen[None]:
        if self._opened is not None:
            return ReaderScreen(self.workspace, self._opened)
        if self._review is not None:
            from yomu.tui.screens.review import ReviewScreen

            return ReviewScreen(self.workspace, self._review)
        from yomu.tui.screens.library import LibraryScreen

        return LibraryScreen(self.workspace)

    def on_mount(self) -> None:
        self.call_after_refresh(self._after_first_paint)
        self.set_timer(0.5, self.tell_notices)

    def _after_first_paint(self) -> None:
        # threads that import or look through a text yield to a key after 1 ms instead of 5
        sys.setswitchinterval(0.001)
        self._tidying.start()

    def tell_notices(self) -> None:
        """What the workspace has to say once."""
        while self.workspace.notices:
            self.notify(
                safe_line(self.workspace.notices.pop(0)),
                severity="warning",
                timeout=12,
                markup=False,
            )

    def _on_notify(self, event: Notify) -> None:
        """What is said takes the place of what was said before; warnings and errors stay their time."""
        for before in [n for n in self._notifications if n.severity == "information"]:
            self._unnotify(before, refresh=False)
        super()._on_notify(event)

    def _problem_in_record(self, error: YomuError) -> None:
        with suppress(RuntimeError):  # the screens are gone: the command line says it
            self.call_from_thread(self.tell, error)

    def tell(self, error: YomuError) -> None:
        """Say what went wrong and stay open."""
        self.notify(
            safe_line(error.hint),
            title=safe_line(error.message),
            severity="error",
            timeout=12,
            markup=False,
        )

    def _handle_exception(self, error: Exception) -> None:
        """A fault of yomu's own: the log gets the traceback, the person a sentence."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        log = self.workspace.places.log
        try:
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8") as file:
                file.write(f"{self.workspace.now().isoformat()}\n")
                file.write("".join(traceback.format_exception(error)))
        except OSError:
            pass
        self.fault = f"Something went wrong in yomu itself ({type(error).__name__}). Your place is kept; details are in {log}."
        self._close_messages_no_wait()

    def open_text(self, target: str) -> None:
        try:
            opened = self.workspace.open(target)
        except YomuError as error:
            self.tell(error)
            return
        self.show_text(opened)

    def show_text(self, opened: OpenText) -> None:
        """Read a text; leaving it leads back to the screen that is there now."""
        self.push_screen(ReaderScreen(self.workspace, opened))

    def show_review(self) -> None:
        """Review the kept cards; from a text that a review opened, back to that review."""
        from yomu.tui.screens.review import ReviewScreen

        if any(isinstance(screen, ReviewScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, ReviewScreen):
                self.pop_screen()
        else:
            self.push_screen(ReviewScreen(self.workspace))

    def action_kept(self) -> None:
        """Show the kept cards; leaving them leads back."""
        from yomu.tui.screens.kept import KeptScreen

        self.push_screen(KeptScreen(self.workspace))

    def action_statistics(self) -> None:
        """Show what was read, reviewed and learned; leaving it leads back."""
        from yomu.tui.screens.stats import StatisticsScreen

        self.push_screen(StatisticsScreen(self.workspace))

    def replace_reader(self, reader: ReaderScreen) -> None:
        """Show `reader` instead of the one on the screen. The first screen of all cannot be switched away."""
        if len(self.screen_stack) > 1:
            self.switch_screen(reader)
        else:
            self._lowest = 1
            self.push_screen(reader)

    def leave_reader(self) -> None:
        """Back to the screen the text was opened from, or out, if that was the command line."""
        if len(self.screen_stack) - 1 > self._lowest:
            self.pop_screen()
        else:
            self.exit()

    def switch_theme(self) -> None:
        self.theme = next(name for name in PALETTES if name != self.theme)
        self.save_setting("theme", self.theme)

    def save_setting(self, name: str, value: str | bool) -> None:
        try:
            save_setting(self.workspace.places.settings, name, value)
        except YomuError as error:
            self.tell(error)

    async def on_event(self, event: events.Event) -> None:
        """Full-width letters from an input method count as their half-width ones, except in a field."""
        if isinstance(event, events.InputEvent) and not isinstance(event, events.MouseMove):
            self._tidying.input_came()
        if isinstance(event, events.Key) and event.character and not self._in_field():
            plain = half_width(event.character)
            if plain is not None:
                event = events.Key(_key_name(plain), plain)
        await super().on_event(event)

    def _in_field(self) -> bool:
        from textual.widgets import Input, TextArea

        return isinstance(self.focused, (Input, TextArea))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command of the screen, by its help line."""
        tables = {
            "ReaderScreen": READER,
            "LibraryScreen": LIBRARY,
            "KeptScreen": KEPT,
            "ReviewScreen": REVIEW,
            "StatisticsScreen": STATISTICS,
        }
        commands = tables.get(type(screen).__name__, ())
        for command in commands:

            async def run(action: str = command.action) -> None:
                await screen.run_action(action)

            yield SystemCommand(command.help, f"Key: {command.shown_keys()}", run)
        yield SystemCommand("Leave yomu", "Key: Ctrl+Q; the place is kept", self.exit)


def _takeover_driver() -> type[Driver]:
    from yomu.tui.driver import TakeoverDriver

    return TakeoverDriver


def _key_name(character: str) -> str:
    from textual.keys import _character_to_key

    return _character_to_key(character)
