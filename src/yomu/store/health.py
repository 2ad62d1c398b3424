"""Whether a database has to be looked through for damage before it is used.

Looking through takes about 1 ms a megabyte, which a record of years feels at every start. SQLite
damages no file, not even when it is killed; copying, synchronising and disks do. So a large file is
looked through unless it is exactly as yomu left it: a note beside it says how that was.
"""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path

SMALL_BYTES = 8 << 20
"""Files up to this size are always looked through."""

_open_here: Counter[tuple[int, int]] = Counter()
"""How often this process has each file open: what was looked through once need not be again."""
_lock = threading.Lock()


def must_check(path: Path) -> bool:
    """Whether the database at `path`, which exists, might have been damaged since yomu left it."""
    found = path.stat()
    if found.st_size <= SMALL_BYTES:
        return True
    if _open_here[_identity(path)]:
        return False
    try:
        return _has_journal(path) or _note(path).read_text("ascii") != _state(path)
    except (OSError, UnicodeDecodeError):
        return True


def note_opened(path: Path) -> None:
    with _lock:
        _open_here[_identity(path)] += 1


def note_closed(path: Path) -> None:
    """Note how a large file was left, if nobody has it open any more."""
    with suppress(OSError), _lock:
        identity = _identity(path)
        _open_here[identity] -= 1
        if _open_here[identity] <= 0:
            del _open_here[identity]
            if path.stat().st_size > SMALL_BYTES and not _has_journal(path):
                _note(path).write_text(_state(path), "ascii")


def _note(path: Path) -> Path:
    return path.with_name(path.name + "-checked")


def _has_journal(path: Path) -> bool:
    """Whether another process has it open, or ended without closing it."""
    return path.with_name(path.name + "-wal").exists()


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _state(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"
