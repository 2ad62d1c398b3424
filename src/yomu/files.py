"""Writing a file wholly or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from yomu.errors import YomuError


def replace_file(path: Path, data: bytes | str) -> None:
    """Put `data` (a str as UTF-8) in the place of `path`: a temporary file beside it, fsync, rename.

    Missing folders are made; a symbolic link stays one. Raises YomuError where that is
    impossible; `path` is then as it was.
    """
    content = data.encode("utf-8") if isinstance(data, str) else data
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
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
