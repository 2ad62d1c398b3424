"""The history of look-ups: every word once, the latest first, narrowed by typing."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from yomu.errors import YomuError
from yomu.store.lookups import LookedUp
from yomu.terminal import safe_line
from yomu.workspace import OpenText, Workspace
from yomu.workspace.history import OFTEN, times_sign

if TYPE_CHECKING:
    from textual.timer import Timer

    from yomu.tui.app import YomuApp

SHOWN_WORDS = 300
SHOWN_PLACES = 4
TYPING_PAUSE_S = 0.08
"""A hundred thousand look-ups take 0.1 s to search: not once for each letter."""

NOTHING_YET = "Nothing was looked up yet: Enter on a word in a text explains it."
NOTHING_FOUND = "No word, reading or sentence that was looked up holds this."


class LookupsScreen(Screen[tuple[LookedUp, OpenText] | None]):
    """Dismissed with the look-up to go to and its text, open at that place; or with None."""

    app: YomuApp
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Next", show=False, priority=True),
        Binding("up", "move(-1)", "Previous", show=False, priority=True),
        Binding("pagedown", "move(8)", show=False, priority=True),
        Binding("pageup", "move(-8)", show=False, priority=True),
        Binding("enter", "go", "To its place", key_display="Enter", priority=True),
        Binding("ctrl+e", "entry", "Entry", key_display="Ctrl+E", priority=True),
        Binding("escape", "back", "Back", key_display="Esc", priority=True),
    ]
    AUTO_FOCUS = "#wanted"

    def __init__(self, workspace: Workspace, current: OpenText | None = None) -> None:
        super().__init__()
        self.workspace = workspace
        self._current = current
        self._found: list[LookedUp] = []
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(Content("Looked up"), id="library-title")
        yield Input(placeholder="Type a word, a reading or a piece of a sentence", id="wanted")
        yield OptionList(id="lookups", markup=False)
        yield Static(id="places")
        yield Static(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.query_one("#lookups").can_focus = False
        self._search("")

    @on(Input.Changed, "#wanted")
    def _typed(self, event: Input.Changed) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(TYPING_PAUSE_S, lambda: self._search(event.value))

    @work(thread=True, exclusive=True, exit_on_error=False, group="lookups")
    def _search(self, wanted: str) -> None:
        history = self.workspace.history
        try:
            found = history.words(wanted, limit=SHOWN_WORDS + 1)
            total = len(history.times())
        except YomuError:
            return  # the recorder has told it
        self.app.call_from_thread(self._show, found, total)

    def _show(self, found: list[LookedUp], total: int) -> None:
        if not self.is_mounted:
            return
        more = len(found) > SHOWN_WORDS
        self._found = found[:SHOWN_WORDS]
        words = self.query_one(OptionList)
        words.clear_options()
        words.add_options(Option(_line(one)) for one in self._found)
        words.highlighted = 0 if self._found else None
        shown = f"the latest {SHOWN_WORDS}" if more else str(len(self._found))
        parts = [f"{shown} of {total:,} words"]
        often = sum(one.times >= OFTEN for one in self._found)
        if often:
            parts.append(f"{often} looked up {OFTEN} times or more")
        self.query_one("#status", Static).update(Content("  ·  ".join(parts)))
        if not self._found:
            self._tell(NOTHING_FOUND if total else NOTHING_YET)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        self._load_places(self._found[event.option_index])

    @work(thread=True, exclusive=True, exit_on_error=False, group="places")
    def _load_places(self, found: LookedUp) -> None:
        try:
            places = self.workspace.history.places(found.word, limit=SHOWN_PLACES)
        except YomuError:
            return
        self.app.call_from_thread(self._show_places, found, places)

    def _show_places(self, found: LookedUp, places: list[LookedUp]) -> None:
        if not self.is_mounted or self._chosen() != found:
            return
        lines: list[Content] = []
        for place in places:
            where = safe_line(place.title) or "no text"
            lines.append(Content.styled(f"{day(place)}  {where}", "$quiet"))
            if place.sentence:
                lines.append(_sentence(place))
        if found.times > len(places):
            lines.append(Content.styled(f"and {found.times - len(places)} more", "$quiet"))
        self._tell(Content("\n").join(lines))

    def _tell(self, what: str | Content) -> None:
        self.query_one("#places", Static).update(Content(what) if isinstance(what, str) else what)

    def _chosen(self) -> LookedUp | None:
        at = self.query_one(OptionList).highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    def action_move(self, step: int) -> None:
        words = self.query_one(OptionList)
        if words.highlighted is not None:
            words.highlighted = min(max(0, words.highlighted + step), len(self._found) - 1)

    @on(OptionList.OptionSelected)
    def action_go(self) -> None:
        """To where the word was looked up; to its entry, where there is no such place any more."""
        found = self._chosen()
        if found is None:
            return
        current = self._current
        if current and found.text_id and found.text_id == current.document.id:
            self.dismiss((found, current))
            return
        try:
            opened = self.workspace.history.open(found)
        except YomuError as error:
            self.app.tell(error)
            self.action_entry()
            return
        self.dismiss((found, opened))

    def action_entry(self) -> None:
        from yomu.tui.screens.entry import EntryScreen

        found = self._chosen()
        if found is not None:
            self.app.push_screen(
                EntryScreen(self.workspace, found.word, found.sentence, found.times)
            )

    def action_back(self) -> None:
        wanted = self.query_one(Input)
        if wanted.value:
            wanted.value = ""
        else:
            self.dismiss(None)


def day(found: LookedUp) -> str:
    """The day of a look-up where the person is."""
    return f"{datetime.fromisoformat(found.at).astimezone():%Y-%m-%d}"


def _line(found: LookedUp) -> Content:
    """Word, reading, how often, when and where; below it the sentence."""
    reading = f"  {safe_line(found.shown_reading)}" if found.shown_reading else ""
    sign = times_sign(found.times)
    return Content.assemble(
        (safe_line(found.word), "bold"),
        reading,
        (f"  {sign}" if sign else "", "bold $warning"),
        (f"   {day(found)}  {safe_line(found.title)}", "$quiet"),
    )


def _sentence(found: LookedUp) -> Content:
    """The sentence with the word in it set off."""
    before, word, after = found.sentence.partition(found.surface)
    return Content.assemble(
        "  ", safe_line(before), (safe_line(word), "bold underline"), safe_line(after)
    )
