"""The shelf of dictionaries a person added: one SQLite file each, and the order they answer in."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yomu.dictionary.source import Connections
from yomu.dictionary.yomitan.contract import FORMAT, Limits, Progress
from yomu.errors import YomuError


@dataclass(frozen=True, slots=True)
class UserDictionary:
    """A dictionary on the shelf. `terms`, `metas` (frequencies and pitches) and `kanji` count rows."""

    title: str
    revision: str
    author: str
    description: str
    attribution: str
    terms: int
    metas: int
    kanji: int
    path: Path


@dataclass(frozen=True, slots=True)
class Frequency:
    """How common a word is by an added dictionary: as it says it, and as a number where it is one."""

    title: str
    shown: str
    number: float | None


@dataclass(frozen=True, slots=True)
class Volume:
    """An open dictionary of the shelf."""

    about: UserDictionary
    connections: Connections


class UserDictionaries:
    """The shelf in one folder, which need not exist. Every other process may change it meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._volumes: dict[Path, tuple[int, Volume | None]] = {}
        self._listed: tuple[tuple[int, int], tuple[Volume, ...]] | None = None
        self.problems: tuple[str, ...] = ()

    def listed(self) -> tuple[UserDictionary, ...]:
        """The dictionaries in the order they answer in."""
        return tuple(volume.about for volume in self.volumes())

    def add(
        self,
        path: Path,
        *,
        progress: Progress = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
        limits: Limits | None = None,
    ) -> UserDictionary:
        """Import a Yomitan archive or a JMdict file. Raises YomuError, or Cancelled; the shelf is then as it was."""
        from yomu.dictionary.yomitan.importer import import_package, open_package

        limits = limits or Limits()
        with closing(open_package(path, limits)) as package:
            target = self._target(package.about["title"])
            import_package(package, target, progress=progress, cancelled=cancelled, limits=limits)
        titles = [one.title for one in self.listed() if one.path != target]
        added = next(one for one in self.listed() if one.path == target)
        self._write_order([*titles, added.title])
        return added

    def order(self, titles: Sequence[str]) -> tuple[UserDictionary, ...]:
        """Put the dictionaries with these titles first, in this order; the others follow as they were."""
        known = [one.title for one in self.listed()]
        wanted = [self._known(title, known) for title in titles]
        self._write_order([*dict.fromkeys([*wanted, *known])])
        return self.listed()

    def remove(self, title: str) -> None:
        """Take a dictionary off the shelf and delete its file. Raises YomuError for an unknown title."""
        known = {one.title: one for one in self.listed()}
        one = known[self._known(title, list(known))]
        try:
            one.path.unlink()
        except OSError as error:
            raise YomuError(f"{one.path}: cannot be deleted ({error.strerror}).", "Delete it by hand.") from None  # fmt: skip
        self._volumes.pop(one.path, None)
        self._listed = None
        self._write_order([name for name in known if name != one.title])

    def volumes(self) -> tuple[Volume, ...]:
        """The open dictionaries, in order; read anew only where the folder has changed."""
        key = (_mtime(self.folder), _mtime(self.folder / "order.json"))
        if self._listed is None or self._listed[0] != key:
            self._listed = (key, self._open_all())
        return self._listed[1]

    def _open_all(self) -> tuple[Volume, ...]:
        problems, found = [], []
        with suppress(OSError):
            for path in sorted(self.folder.glob("*.db")):
                stamp = _mtime(path)
                if path not in self._volumes or self._volumes[path][0] != stamp:
                    self._volumes[path] = (stamp, _open(path))
                volume = self._volumes[path][1]
                if volume is None:
                    problems.append(f"{path}: not a dictionary that yomu can read. Delete it and add it again.")  # fmt: skip
                else:
                    found.append(volume)
        self.problems = tuple(problems)
        place = {title: n for n, title in enumerate(self._read_order())}
        found.sort(key=lambda v: (place.get(v.about.title, len(place)), v.about.title))
        return tuple(found)

    def _target(self, title: str) -> Path:
        """Where a dictionary of this title belongs; YomuError where there is one already."""
        if any(one.title == title for one in self.listed()):
            raise YomuError(
                f"“{title}” is already there.",
                f"To replace it, first remove it: yomu dict remove '{title}'.",
            )
        stem = re.sub(r"[^0-9A-Za-z]+", "-", title).strip("-").lower()[:40] or "dictionary"
        return self.folder / f"{stem}-{zlib.crc32(title.encode()):08x}.db"

    def _known(self, title: str, known: Sequence[str]) -> str:
        if title in known:
            return title
        import difflib

        close = difflib.get_close_matches(title, known, 1, 0.3)
        hint = (
            f"Did you mean “{close[0]}”?"
            if close
            else "`yomu dict list` shows those that were added; what comes with yomu stays."
        )
        raise YomuError(f"There is no dictionary “{title}”.", hint)

    def _read_order(self) -> list[str]:
        try:
            value = json.loads((self.folder / "order.json").read_bytes())
        except (OSError, ValueError):
            return []
        return [title for title in value if isinstance(title, str)] if isinstance(value, list) else []  # fmt: skip

    def _write_order(self, titles: Sequence[str]) -> None:
        path = self.folder / "order.json"
        temporary = path.with_name(f"order.{os.getpid()}.tmp")
        try:
            temporary.write_text(json.dumps(list(titles), ensure_ascii=False), encoding="utf-8")
            temporary.replace(path)
        except OSError as error:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise YomuError(f"{path}: cannot be written ({error.strerror}).", "The dictionaries are there, in their old order.") from None  # fmt: skip
        self._listed = None


def _mtime(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _open(path: Path) -> Volume | None:
    connections = Connections(path, "SELECT id, definitions FROM term LIMIT 1", immutable=False)
    if connections.problem:
        return None
    try:
        meta: dict[str, Any] = dict(connections.get().execute("SELECT key, value FROM meta"))
        counts = json.loads(meta["counts"])
        if int(meta["format"]) != FORMAT:
            return None
        about = UserDictionary(
            meta["title"],
            meta["revision"],
            meta["author"],
            meta["description"],
            meta["attribution"],
            counts["term"],
            counts["term_meta"],
            counts["kanji"],
            path,
        )
    except (sqlite3.Error, ValueError, KeyError, TypeError):
        return None
    return Volume(about, connections)
