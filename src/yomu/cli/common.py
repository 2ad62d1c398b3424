"""What several commands need: the workspace, standard input, standard output."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

import click

from yomu.config import Settings
from yomu.errors import YomuError
from yomu.paths import Places
from yomu.workspace import Workspace

_made: list[Workspace] = []
"""The workspaces of this run of the program, for `tell_missed`."""


def make_workspace(places: Places | None = None) -> Workspace:
    """The person's workspace, in the platform's usual folders if no others are given."""
    _check_zone()
    places = places or Places.of_user()
    workspace = Workspace(places, Settings.load(places.settings), now=lambda: datetime.now(UTC))
    workspace.recorder.on_problem = lambda error: workspace.notices.append(str(error))
    _made.append(workspace)
    running = click.get_current_context(silent=True)
    if running:
        # so that all that was written ends up in the one file that people copy
        running.call_on_close(workspace.close)
    return workspace


def tell_missed(error: YomuError) -> None:
    """What a command that ends with `error` had not told yet: the error may follow from that."""
    for workspace in _made:
        workspace.notices[:] = [each for each in workspace.notices if each != str(error)]
        tell_notices(workspace)


def _check_zone() -> None:
    """Raises YomuError where TZ names a zone a day or more away, which is none on Earth."""
    try:
        datetime.now(UTC).astimezone()
    except ValueError:
        raise YomuError(
            "The time zone TZ is a day or more from UTC.", "Set it as in TZ=Asia/Tokyo."
        ) from None


def read_stdin() -> bytes:
    """All of standard input; a person at the keyboard is told what is waited for."""
    if sys.stdin is None:
        raise YomuError("Standard input is closed.", "Pipe a text into yomu, or give a path.")
    if sys.stdin.isatty():
        print("Paste the text, then press Ctrl+D on a line of its own.", file=sys.stderr)
    from yomu.text import MAX_BYTES

    return sys.stdin.buffer.read(MAX_BYTES + 1)  # one more than is opened: then it is refused


def print_json(value: Any) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def tell_notices(workspace: Workspace) -> None:
    """What went on beside the command, to stderr: a damaged file kept aside, a broken glossary."""
    for notice in workspace.notices:
        print(f"yomu: {notice}", file=sys.stderr)
    workspace.notices.clear()
