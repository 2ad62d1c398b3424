"""The first screen of a text as it was left, kept for the next time.

Reading and analysing a text takes some 200 ms; a saved frame is on the terminal after 60. It is only
a picture: the reader draws over it as soon as it is ready, and a frame is used only for the same file,
terminal, settings and place.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from yomu import __version__
from yomu.paths import Places

KEPT_FRAMES = 50
_WHATEVER = "any"
"""Stands in a frame that does not depend on what is known."""


class FrameCache:
    """Frames of one text file on a terminal of `columns` × `rows`, in the cache folder."""

    def __init__(
        self, places: Places, path: Path, columns: int, rows: int, environment: Mapping[str, str]
    ) -> None:
        self._database = places.database
        self._folder = places.cache / "frames"
        self._path = str(path)
        # all that a frame depends on, but for the place: that changes while one reads
        facts = [
            __version__,
            self._path,
            *_stamp(path),
            *_stamp(places.settings),
            *_stamp(places.readings),
            *_stamp(places.glossary),
            columns,
            rows,
            environment.get("COLORTERM", ""),
            environment.get("NO_COLOR", ""),
        ]
        self._key = "\t".join(map(str, facts))

    def _file(self) -> Path:
        import hashlib

        name = hashlib.blake2b(self._path.encode("utf-8", "surrogateescape"), digest_size=12)
        return self._folder / f"{name.hexdigest()}.frame"

    def load(self) -> str | None:
        """The frame for the place where the reader stopped; None if there is none that fits."""
        try:
            key, place, known, frame = self._file().read_text("utf-8").split("\n", 3)
        except (OSError, ValueError):
            return None
        fits = key == self._key and place == self._place()
        return frame if fits and known in (_WHATEVER, self._known()) else None

    def save(self, frame: str, *, fades: bool) -> None:
        """Keep the frame; a cache that cannot be written is no reason to disturb a reader.

        With `fades` the furigana in it depend on what is known, and on the day: some may be
        forgotten tomorrow.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            file = self._file()
            known = self._known() if fades else _WHATEVER
            temporary = file.with_suffix(f".{os.getpid()}")
            temporary.write_text(f"{self._key}\n{self._place()}\n{known}\n{frame}", "utf-8")
            temporary.replace(file)
            frames = sorted(self._folder.glob("*.frame"), key=lambda found: found.stat().st_mtime)
            for old in frames[:-KEPT_FRAMES]:
                old.unlink(missing_ok=True)
        except OSError:
            return

    def _place(self) -> str:
        from yomu.store.peek import peek_stamp

        return peek_stamp(self._database, self._path)

    def _known(self) -> str:
        from datetime import date

        from yomu.store.peek import peek_event

        return f"{peek_event(self._database)} {date.today().isoformat()}"


def _stamp(path: Path) -> tuple[int, int]:
    """Size and time of change; zeros for what is not there."""
    try:
        facts = path.stat()
    except OSError:
        return 0, 0
    return facts.st_size, facts.st_mtime_ns
