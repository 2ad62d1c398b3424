"""`yomu concord`: every place where the texts use a term."""

from __future__ import annotations

from dataclasses import asdict

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.errors import YomuError
from yomu.terminal import safe_line


@click.command()
@click.argument("term")
@click.argument("texts", nargs=-1, metavar="[TEXT…]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def concord(term: str, texts: tuple[str, ...], form: str) -> None:
    """Show where TERM occurs: sentence, date, translation. Without TEXT, in the whole library."""
    workspace = make_workspace()
    uses = list(workspace.corpus.concord(term, texts))
    workspace.close()
    tell_notices(workspace)
    if form == "json":
        print_json([asdict(use) for use in uses])
        return
    if not uses:
        where = "these texts" if texts else "your library"
        raise YomuError(f"{safe_line(term)} does not occur in {where}.", "Try a shorter form.")
    title = ""
    for use in uses:
        if use.title != title:
            title = use.title
            print(f"{safe_line(title)}  {use.date}".rstrip())
        before, after = use.sentence[: use.start], use.sentence[use.end :]
        print(
            f"  {use.paragraph + 1:>4}  {safe_line(before)}[{safe_line(use.surface)}]{safe_line(after)}"
        )
        if use.translation:
            print(f"        {safe_line(use.translation)}")
    print(f"{len(uses)} places")
