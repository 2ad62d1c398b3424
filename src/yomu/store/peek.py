"""A first look at the database without sqlite_utils, whose import costs more than the first paint may."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from yomu.store.records import Place

_PLACE = (
    "SELECT p.paragraph, p.offset, p.snippet FROM places p JOIN texts t ON t.id = p.text_id"
    " WHERE t.{} = ? LIMIT 1"
)


def peek_place(database: Path, path: str, content_hash: Callable[[], str] = str) -> Place | None:
    """The saved place of the text at `path`, or else of one with the same content.

    None where there is none, and also where the database is missing, locked or broken:
    opening it in earnest, a moment later, reports that.
    """
    if not os.path.exists(database):  # noqa: PTH110  # Path.exists raises where looking is forbidden
        return None
    import sqlite3

    try:
        connection = sqlite3.connect(
            f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=0.05
        )
    except sqlite3.Error:
        return None
    try:
        row = connection.execute(_PLACE.format("path"), (path,)).fetchone() if path else None
        if row is None and (wanted := content_hash()):
            row = connection.execute(_PLACE.format("content_hash"), (wanted,)).fetchone()
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return Place(*row) if row else None
