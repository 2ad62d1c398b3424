"""The statistics of the record: where it lies, which text is meant, what day it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.config import Settings
from yomu.errors import YomuError
from yomu.model import Face
from yomu.store.statistics import Figures, find_text, reading
from yomu.study.days import moment
from yomu.study.statistics import Statistics, gather
from yomu.terminal import safe_line

if TYPE_CHECKING:
    import sqlite3

    from yomu.store.database import Store
    from yomu.workspace.opened import Origin


class StatisticsReader:
    """Counts what is on record. May be called from any thread: each call opens the record anew."""

    def __init__(
        self,
        database: Path,
        open_store: Callable[[], Store],
        settings: Settings,
        now: Callable[[], datetime],
        locate: Callable[[str], Origin],
    ) -> None:
        self._database = database
        self._open_store = open_store
        self._settings = settings
        self._now = now
        self._locate = locate

    @property
    def today(self) -> int:
        """The learner's day (`date.toordinal()`)."""
        return moment(self._now(), self._settings.day_starts_at).day

    def gather(self, text: str = "") -> Statistics:
        """All statistics, or those of one text, by its name, path or title.

        Raises YomuError where the record cannot be read, or there is no such text in it.
        """
        nothing = Statistics(self.today, self._settings.desired_retention)
        with reading(self._database, self._open_store, _local_offset) as connection:
            if connection is None:
                if text:
                    raise _not_opened(text)
                return nothing
            text_id, title = self._find(connection, text) if text else ("", "")
            found = gather(
                Figures(connection, self._settings.day_starts_at, text_id),
                today=self.today,
                faces=[Face(name.strip()) for name in self._settings.review_kinds.split(",")],
                goal=self._settings.desired_retention,
                leech_after=self._settings.leech_after,
            )
        return replace(found, title=title)

    def _find(self, connection: sqlite3.Connection, text: str) -> tuple[str, str]:
        found = find_text(connection, text)
        if found is None:
            found = find_text(connection, text, self._locate(text).path)
        if found is None:
            raise _not_opened(text)
        return found


def _not_opened(text: str) -> YomuError:
    return YomuError(
        f"{safe_line(text)} was never opened in yomu, so there is nothing to count.",
        "Read it first, or leave --text out.",
    )


def _local_offset(at: str) -> int:
    """The zone of this computer at a time (ISO 8601), in minutes."""
    offset = datetime.fromisoformat(at).astimezone().utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0
