"""Opening a text on the screen, without what only the other commands need (click, export).

`yomu read TEXT` comes here straight from `__main__`; the full command line calls the same functions.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from yomu.cli.common import make_workspace, report, require_terminal
from yomu.errors import YomuError
from yomu.workspace import OpenText, Workspace


def is_plain_read(arguments: list[str]) -> bool:
    """`read TEXT` and nothing else, from a keyboard to a terminal."""
    return (
        len(arguments) == 2
        and arguments[0] == "read"
        and not arguments[1].startswith("-")
        and sys.stdin.isatty()
        and sys.stdout.isatty()
    )


def read_now(target: str) -> int:
    """Open `target` on the screen; the exit code."""
    try:
        workspace = make_workspace()
        opened = workspace.open(target)
        warn_without_japanese(opened)
        return run_app(workspace, opened)
    except YomuError as error:
        return report(error)


def open_library() -> int:
    require_terminal("To print a text instead: yomu read --plain NAME")
    return run_app(make_workspace(), None)


def run_app(workspace: Workspace, opened: OpenText | None) -> int:
    """The screens, until the person leaves; the exit code."""
    try:
        with _first_frame(workspace, opened) as painted:
            from yomu.tui.app import YomuApp

            app = YomuApp(workspace, opened, takes_over=painted)
            app.run()
            return app.return_code or 0
    finally:
        workspace.close()


def warn_without_japanese(opened: OpenText) -> None:
    from yomu.text import has_japanese

    if not has_japanese(opened.document):
        print("yomu: there is no Japanese in this text.", file=sys.stderr)


@contextmanager
def _first_frame(workspace: Workspace, opened: OpenText | None) -> Iterator[bool]:
    """Paint the text before Textual is imported; afterwards the terminal is as it was.

    Yields whether a frame was painted. Keys typed meanwhile wait, unechoed, for the reader.
    """
    if opened is None or os.name != "posix" or not sys.stdin.isatty():
        yield False
        return
    import termios

    from yomu.tui.first_frame import LEAVE, first_frame

    try:
        size = os.get_terminal_size(sys.stdout.fileno())
        before = termios.tcgetattr(sys.stdin.fileno())
    except (OSError, termios.error):
        yield False
        return
    frame = first_frame(
        opened, workspace.settings, columns=size.columns, rows=size.lines, environment=os.environ
    )
    quiet = list(before)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    try:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, quiet)
        sys.stdout.write(frame)
        sys.stdout.flush()
        yield True
    finally:
        sys.stdout.write(LEAVE)
        sys.stdout.flush()
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, before)
