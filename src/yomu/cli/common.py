"""What several commands need: the workspace, standard input, standard output."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

from yomu.config import Settings
from yomu.errors import YomuError
from yomu.paths import Places
from yomu.terminal import safe
from yomu.workspace import Workspace


def make_workspace() -> Workspace:
    places = Places.of_user()
    return Workspace(places, Settings.load(places.settings), now=lambda: datetime.now(UTC))


def report(error: YomuError) -> int:
    """Say what went wrong and what to do, on stderr; the exit code."""
    print(f"yomu: {safe(error.message)}", file=sys.stderr)
    if error.hint:
        print(f"      {safe(error.hint)}", file=sys.stderr)
    return 1


def read_stdin() -> bytes:
    """All of standard input; a person at the keyboard is told what is waited for."""
    if sys.stdin.isatty():
        print("Paste the text, then press Ctrl+D on a line of its own.", file=sys.stderr)
    return sys.stdin.buffer.read()


def print_json(value: Any) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2))


def tell_notices(workspace: Workspace) -> None:
    """What went on beside the command, to stderr: a damaged file kept aside, a broken glossary."""
    for notice in workspace.notices:
        print(f"yomu: {notice}", file=sys.stderr)
    workspace.notices.clear()


def require_terminal(instead: str) -> None:
    """Raises YomuError where there is no terminal to draw on."""
    if not sys.stdout.isatty():
        raise YomuError("yomu's screens need a terminal, and the output goes elsewhere.", instead)
