"""What the command line says to a person, on stderr. Imports nothing heavy."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from yomu.errors import YomuError
from yomu.terminal import safe


def report(error: YomuError) -> int:
    """Say what went wrong and what to do; the exit code."""
    print(f"yomu: {safe(error.message)}", file=sys.stderr)
    if error.hint:
        print(f"      {safe(error.hint)}", file=sys.stderr)
    return 1


def outcome(command: Callable[[], int]) -> int:
    """The exit code of `command`: 1, with a message, for what a person or the machine can cause; 130 for Ctrl+C.

    What the terminal's encoding lacks is printed as an escape (\\u2026), which JSON can read back.
    """
    _open_closed_outputs()
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = command()
        sys.stdout.flush()
        return code
    except YomuError as error:
        return report(error)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader of the pipe (head, less) has gone
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        where = error.filename or "the output"
        return report(
            YomuError(
                f"{os.fsdecode(where)}: {error.strerror or error}.",
                "Check the path, its rights and the space on the disk.",
            )
        )
    except UnicodeEncodeError as error:  # bytes of an argument that are no text in any encoding
        odd = error.object[error.start : error.end + 10]
        return report(
            YomuError(
                f"What was typed holds bytes that are no characters: {odd}",
                "Type it again in a UTF-8 terminal; a file with such a name needs another one.",
            )
        )
    except MemoryError:
        return report(YomuError("There is not enough memory for this text.", "Cut it into parts."))


def _drop_output() -> None:
    """Nothing more can be written: let Python's flush at exit go nowhere, instead of complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_closed_outputs() -> None:
    """Let what goes to a closed output (`>&-`) go nowhere: Python has None for it, and messages would
    land in the other one, or in the first file that is opened."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def has_terminal() -> bool:
    """Whether the output goes to a terminal; a closed one (`>&-`) is none."""
    return sys.stdout is not None and sys.stdout.isatty()


def require_terminal(instead: str) -> None:
    """Raises YomuError where there is no terminal to draw on."""
    if not has_terminal():
        raise YomuError("yomu's screens need a terminal, and the output goes elsewhere.", instead)
