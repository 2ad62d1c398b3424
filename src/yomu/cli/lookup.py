"""`yomu lookup`: what yomu knows of a word."""

from __future__ import annotations

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.entry_text import print_entry
from yomu.errors import YomuError
from yomu.export.contract import entry_object
from yomu.terminal import safe_line


@click.command()
@click.argument("word")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def lookup(word: str, form: str) -> None:
    """Look WORD up in the glossary: Japanese in any form, kana, an acronym or English."""
    workspace = make_workspace()
    entries = workspace.find_entries(word)
    tell_notices(workspace)
    if form == "json":
        print_json(
            {
                "query": word,
                "glossary": [entry_object(entry) for entry in entries],
                "dictionary": [],
            }
        )
        return
    if not entries:
        close = workspace.suggest(word)
        raise YomuError(
            f"{safe_line(word)} is not in the glossary.",
            f"Near it: {', '.join(close)}." if close else "Look it up as it stands in the text.",
        )
    for number, entry in enumerate(entries):
        if number:
            print()
        print_entry(entry)
