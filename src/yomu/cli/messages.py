"""What the command line says to a person, on stderr. Imports nothing heavy."""

from __future__ import annotations

import sys

from yomu.errors import YomuError
from yomu.terminal import safe


def report(error: YomuError) -> int:
    """Say what went wrong and what to do; the exit code."""
    print(f"yomu: {safe(error.message)}", file=sys.stderr)
    if error.hint:
        print(f"      {safe(error.hint)}", file=sys.stderr)
    return 1


def require_terminal(instead: str) -> None:
    """Raises YomuError where there is no terminal to draw on."""
    if not sys.stdout.isatty():
        raise YomuError("yomu's screens need a terminal, and the output goes elsewhere.", instead)
