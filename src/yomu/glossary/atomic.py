"""Write a file wholly or not at all, and one process at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from yomu.errors import YomuError


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`: a temporary file beside it, fsync, rename.

    A symbolic link stays one. Raises YomuError where that is impossible; `path` is then as it was.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise YomuError(
            f"{path} cannot be written: {error.strerror}.",
            "Nothing was changed. Free space, or check who may write in its folder.",
        ) from None


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
