"""What several commands need: the workspace, standard input, standard output."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

from yomu.config import Settings
from yomu.paths import Places
from yomu.workspace import Workspace


def make_workspace(places: Places | None = None) -> Workspace:
    """The person's workspace, in the platform's usual folders if no others are given."""
    places = places or Places.of_user()
    return Workspace(places, Settings.load(places.settings), now=lambda: datetime.now(UTC))


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
