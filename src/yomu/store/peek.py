"""A first look at the database without sqlite_utils, whose import costs more than the first paint may."""

from __future__ import annotations

from pathlib import Path

from yomu.store.records import Place


def peek_place(database: Path, path: str, content_hash: str) -> Place | None:
    """The saved place of the text at `path` or with `content_hash`.

    None where there is none, and also where the database is missing, locked or broken:
    opening it in earnest, a moment later, reports that.
    """
    if not database.exists():
        return None
    import sqlite3

    try:
        connection = sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=0.05)
    except sqlite3.Error:
        return None
    try:
        row = connection.execute(
            "SELECT p.paragraph, p.offset, p.snippet FROM places p JOIN texts t ON t.id = p.text_id"
            " WHERE t.path = ? OR t.content_hash = ? ORDER BY t.path = ? DESC LIMIT 1",
            (path, content_hash, path),
        ).fetchone()
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    return Place(*row) if row else None
