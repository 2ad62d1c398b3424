"""One process at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yomu.errors import YomuError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of `path` between processes, waiting for it.

    The lock is a file of its own beside `path`, because renaming gives `path` another inode.
    """
    target = path.resolve()
    lock = target.with_name(f".{target.name}.lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("ab")
    except OSError as error:
        raise YomuError(
            f"{path} cannot be written: {error.strerror}.", "Check who may write in its folder."
        ) from None
    with file:
        try:
            import fcntl
        except ImportError:  # Windows: without flock, the later of two writers wins
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
