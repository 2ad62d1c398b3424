"""Opening a text on the screen, without what only the other commands need (click, export).

`yomu read TEXT` comes here straight from `__main__`; the full command line calls the same functions.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yomu.cli.frames import FrameCache
from yomu.cli.messages import has_terminal, outcome, require_terminal
from yomu.errors import YomuError
from yomu.paths import Places
from yomu.store.peek import peek_place

if TYPE_CHECKING:
    from yomu.workspace import OpenText, Workspace
    from yomu.workspace.review_state import Choice

ENTER = "\x1b[?1049h\x1b[?25l"
LEAVE = "\x1b[?1049l\x1b[?25h\x1b[0m"


def is_plain_read(arguments: list[str]) -> bool:
    """`read TEXT` and nothing else, from a keyboard to a terminal."""
    return (
        len(arguments) == 2
        and arguments[0] == "read"
        and not arguments[1].startswith("-")
        and sys.stdin is not None
        and sys.stdin.isatty()
        and has_terminal()
    )


def read_now(target: str) -> int:
    """Open `target` on the screen; the exit code."""
    gc.disable()  # nothing made before the first paint is garbage; the application turns it on again
    return outcome(lambda: _read(Places.of_user(), target))


def _read(places: Places, target: str) -> int:
    with Curtain(places, target) as curtain:
        from yomu.cli.common import make_workspace

        workspace = make_workspace(places)
        opened = workspace.open(target)
        curtain.raise_on(workspace, opened)
        return run_app(workspace, opened, curtain)


def open_library() -> int:
    from yomu.cli.common import make_workspace

    require_terminal("To print a text instead: yomu read --plain NAME")
    return run_app(make_workspace(Places.of_user()), None)


def run_app(
    workspace: Workspace,
    opened: OpenText | None,
    curtain: Curtain | None = None,
    *,
    review: Choice | None = None,
) -> int:
    """The screens, until the person leaves; the exit code."""
    try:
        from yomu.tui.app import YomuApp

        takes_over = curtain is not None and curtain.is_up
        app = YomuApp(workspace, opened, review=review, takes_over=takes_over)
        app.run()
        if app.fault:
            raise YomuError(app.fault, "Please report it with the end of that file.")
        return app.return_code or 0
    finally:
        workspace.close()
        if workspace.recorder.unsaved:
            print(
                f"yomu: your last steps are not kept: {workspace.recorder.unsaved}", file=sys.stderr
            )
        if curtain is not None and opened is not None:
            curtain.keep(workspace, opened)


def warn_without_japanese(opened: OpenText) -> None:
    from yomu.text import has_japanese

    if not has_japanese(opened.document):
        print("yomu: there is no Japanese in this text.", file=sys.stderr)


class Curtain:
    """The first frame: up before Textual is imported, and the terminal as it was when all is over.

    A frame kept from the last time is shown at once; without one, `raise_on` paints it as soon
    as the text is analysed. Keys typed meanwhile wait, unechoed, for the reader.
    """

    def __init__(self, places: Places, target: str) -> None:
        self.is_up = False
        self._terminal: list[Any] | None = None
        self._places = places
        self._cache: FrameCache | None = None
        # os.path, not Path: a name too long or of nobody (~x/) must not raise before `open` explains it
        self._path = Path(os.path.expanduser(target))  # noqa: PTH111

    def __enter__(self) -> Curtain:
        if os.name == "posix" and os.path.isfile(self._path):  # noqa: PTH113
            self._note_terminal()
            frame = self._cache.load() if self._cache else None
            if frame:
                self._show(frame)
        return self

    def __exit__(self, *error: object) -> None:
        if self._terminal is not None:
            import termios

            if self.is_up:
                sys.stdout.write(LEAVE)
                sys.stdout.flush()
            termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, self._terminal)

    def _note_terminal(self) -> None:
        import termios

        try:
            size = os.get_terminal_size(sys.stdout.fileno())
            self._terminal = termios.tcgetattr(sys.stdin.fileno())
        except (OSError, termios.error):
            return
        self._size = size
        self._cache = FrameCache(
            self._places, self._path.resolve(), size.columns, size.lines, os.environ
        )

    def raise_on(self, workspace: Workspace, opened: OpenText) -> None:
        """Paint the text, unless a kept frame shows it already."""
        if self.is_up or os.name != "posix":
            return
        if self._terminal is None:
            self._note_terminal()
        if self._terminal is not None:
            self._show(self._frame(workspace, opened))

    def keep(self, workspace: Workspace, opened: OpenText) -> None:
        """Keep the frame of where the reader stopped, for the next time."""
        if self._cache is None or opened.as_is:
            return
        place = peek_place(self._places.database, opened.origin.path)
        opened.start = opened.find_place(place) if place else None
        workspace.knowing.furigana.revealed.clear()
        fades = workspace.settings.furigana == "unknown"
        self._cache.save(self._frame(workspace, opened), fades=fades)

    def _frame(self, workspace: Workspace, opened: OpenText) -> str:
        from yomu.tui.first_frame import first_frame

        workspace.knowing.load(statuses=workspace.settings.furigana == "unknown")
        return first_frame(
            opened,
            workspace.settings,
            workspace.terms.phrase_ids,
            workspace.knowing.furigana,
            columns=self._size.columns,
            rows=self._size.lines,
            environment=os.environ,
        )

    def _show(self, frame: str) -> None:
        import termios

        assert self._terminal is not None
        quiet = list(self._terminal)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, quiet)
        sys.stdout.write(ENTER + frame)
        sys.stdout.flush()
        self.is_up = True
