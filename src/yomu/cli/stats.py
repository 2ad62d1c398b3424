"""`yomu stats`: what the record adds up to."""

from __future__ import annotations

import shutil
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.days import Since
from yomu.cli.messages import has_terminal
from yomu.terminal import safe_line

if TYPE_CHECKING:
    from yomu.study.statistics import Statistics
    from yomu.tui.charts.canvas import Canvas
    from yomu.workspace import Workspace

_NARROWEST, _WIDEST = 40, 120


@click.command()
@click.option(
    "--since", type=Since(), metavar="DATE|30d", help="Only from this day on, or so many days."
)
@click.option("--text", metavar="NAME", help="Only one text, by name, path or title.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text")
@click.option(
    "--plots/--no-plots",
    default=None,
    help="Draw curves, or only tables and bars (the default for pipes).",
)
def stats(since: date | timedelta | None, text: str | None, form: str, plots: bool | None) -> None:
    """Show what you read, know and remember, and what is due.

    Everything is counted exactly, by your own days. docs/statistics.md says what the figures
    mean, and what is in the JSON.
    """
    workspace = make_workspace()
    found = workspace.statistics.gather(text or "")
    if since is not None:
        days_ago = since.days - 1 if isinstance(since, timedelta) else 0
        first = since.toordinal() if isinstance(since, date) else found.today - days_ago
        found = found.since(max(1, first))
    tell_notices(workspace)
    if form != "text":
        from yomu.cli import stats_data

        if form == "json":
            print_json(stats_data.as_object(found))
        else:
            sys.stdout.write(stats_data.days_as_csv(found))
        return
    _print(found, _canvas(workspace, has_terminal() if plots is None else plots))


def _canvas(workspace: Workspace, plots: bool) -> Canvas:
    from yomu.tui.charts.canvas import Canvas

    profile = workspace.settings.ambiguous_width
    columns = shutil.get_terminal_size((80, 24)).columns
    return Canvas(
        width=min(max(columns, _NARROWEST), _WIDEST) - 2,
        plain=profile == "wide" or not _can_encode("·░█⢕┤"),
        plots=plots,
        profile="wide" if profile == "wide" else "narrow",
    )


def _can_encode(characters: str) -> bool:
    try:
        characters.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _print(found: Statistics, canvas: Canvas) -> None:
    from yomu.tui.charts.plots import MISSING, can_plot
    from yomu.tui.charts.sections import SECTIONS, nothing_yet

    if found.is_empty and not found.title:
        print("\n".join(nothing_yet(canvas)))
        return
    if found.title:
        print(f"Of one text: {safe_line(found.title)}\n")
    sections = [section for page in SECTIONS.values() for section in page(found, canvas)]
    for number, section in enumerate(sections):
        print(f"{section.title}\n" if number == 0 else f"\n{section.title}\n")
        for line in section.lines:
            print(f"  {line}".rstrip())
    if canvas.plots and not canvas.plain and not can_plot():
        print(f"yomu: {MISSING}", file=sys.stderr)
