"""Rows as plain lines of text, for pipes, files and screen readers."""

from __future__ import annotations

from collections.abc import Iterable

from yomu.typeset.rows import Row


def plain_lines(rows: Iterable[Row]) -> list[str]:
    """The rows as text: a ruby line above the base line where there is one, no trailing blanks."""
    lines = []
    for row in rows:
        if row.ruby:
            lines.append(row.ruby_text(0).rstrip())
        lines.append(row.base_text(0).rstrip())
    return lines
