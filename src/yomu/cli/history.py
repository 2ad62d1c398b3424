"""`yomu history`: what was looked up."""

from __future__ import annotations

import csv
import shutil
import sys
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.days import Since, first_moment
from yomu.store.lookups import LookedUp
from yomu.terminal import safe_line
from yomu.typeset import cell_width
from yomu.workspace.history import times_sign

NAMES = tuple(field.name for field in fields(LookedUp))
WIDEST_WORD, WIDEST_TITLE = 24, 28
"""Cells; what is longer is cut in the table, never in JSON or CSV."""


@click.command()
@click.argument("word", default="")
@click.option("--text", default="", metavar="NAME", help="Only in this text: name, path or title.")
@click.option(
    "--since", type=Since(), metavar="DATE|30d", help="Only from this day on, or so many days."
)
@click.option("--min", "least", type=click.IntRange(1), default=1, help="Looked up so often.")
@click.option("--limit", type=click.IntRange(1), default=500, show_default=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
)
def history(
    word: str, text: str, since: date | timedelta | None, least: int, limit: int, form: str
) -> None:
    """The words you looked up, each once, the latest first.

    WORD narrows them: it is looked for in the word, its reading (also in Latin letters) and the
    sentence. With --text or --since only look-ups there and then count. Inside yomu: H.
    """
    workspace = make_workspace()
    start = first_moment(since)
    found = workspace.history.words(word, text=text, since=start, least=least, limit=limit)
    tell_notices(workspace)
    if form == "json":
        print_json([_as_object(one) for one in found])
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(NAMES)
        writer.writerows([_plain(getattr(one, name)) for name in NAMES] for one in found)
    elif found:
        print("\n".join(_table(found)))
    else:
        asked = word or text or since or least > 1
        said = "no look-up fits" if asked else "nothing was looked up yet; Enter does, in a text"
        print(f"yomu: {said}.", file=sys.stderr)


def _as_object(found: LookedUp) -> dict[str, Any]:
    return {name: getattr(found, name) for name in NAMES}


def _plain(value: str | int) -> str | int:
    """A value for a spreadsheet: on one line, and no formula."""
    if isinstance(value, int):
        return value
    line = safe_line(value)
    return f"'{line}" if line[:1] in ("=", "+", "-", "@") else line


def _table(found: list[LookedUp]) -> list[str]:
    """Times, word, reading, day, text, sentence; on a terminal a line each."""
    rows = [
        (
            times_sign(one.times) or str(one.times),
            _cut(safe_line(one.word), WIDEST_WORD),
            _cut(safe_line(one.shown_reading), WIDEST_WORD),
            f"{datetime.fromisoformat(one.at).astimezone():%Y-%m-%d}",
            _cut(safe_line(one.title), WIDEST_TITLE),
            safe_line(one.sentence),
        )
        for one in found
    ]
    widths = [max(cell_width(row[column]) for row in rows) for column in range(5)]
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else 10_000
    lines = []
    for row in rows:
        cells = [
            cell + " " * (width - cell_width(cell))
            for cell, width in zip(row[:5], widths, strict=True)
        ]
        line = "  ".join((*cells, row[5]))
        lines.append(_cut(line, room).rstrip())
    return lines


def _cut(text: str, cells: int) -> str:
    """The beginning of `text` that fits, with … where something is missing."""
    if cell_width(text) <= cells:
        return text
    kept = ""
    for character in text:
        if cell_width(kept + character) > cells - 1:
            break
        kept += character
    return kept + "…"
