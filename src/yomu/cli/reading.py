"""`yomu reading`: ask for a reading, correct it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.errors import YomuError
from yomu.terminal import safe_line

if TYPE_CHECKING:
    from yomu.reading import Correction


class _WordOrCommand(click.Group):
    """`yomu reading WORD` is `yomu reading show WORD`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.commands:
            args = ["show", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=_WordOrCommand)
def reading() -> None:
    """Ask how WORD is read, and correct readings.

    `yomu reading WORD` shows what every source says of it.
    """


@reading.command()
@click.argument("word")
@click.option("--sentence", help="The sentence it stands in: neighbours decide many readings.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def show(word: str, sentence: str | None, form: str) -> None:
    """Show the reading of WORD, and what every source says."""
    workspace = make_workspace()
    text = sentence or word
    at = text.find(word)
    if at < 0:
        raise YomuError(
            f"{safe_line(word)} does not stand in the sentence.", "Give the sentence as it is."
        )
    found = []
    while at < len(text) and at < text.find(word) + len(word):
        explanation = workspace.reader.explain(text, at)
        found.append(explanation)
        at = max(explanation.end, at + 1)
    tell_notices(workspace)
    if form == "json":
        print_json(
            [
                {
                    "surface": item.surface,
                    "reading": item.reading,
                    "source": str(item.source),
                    "confidence": round(item.confidence, 3),
                    "why": item.why,
                    "candidates": [
                        {"source": str(c.source), "reading": c.reading, "score": c.score}
                        for c in item.candidates
                    ],
                }
                for item in found
            ]
        )
        return
    for item in found:
        print(f"{safe_line(item.surface)}  {safe_line(item.reading or item.surface)}")
        if item.reading is None:
            continue
        print(f"  {item.why} ({item.confidence:.0%} sure)")
        for candidate in item.candidates:
            score = "" if candidate.score is None else f"  {candidate.score:.0%}"
            print(f"  {candidate.source:<9} {candidate.reading}{score}")


@reading.command("set")
@click.argument("word")
@click.argument("kana")
@click.option("--text", "target", help="Only in this text (path or name).")
def set_(word: str, kana: str, target: str | None) -> None:
    """Read WORD as KANA from now on, everywhere or in one text."""
    from yomu.reading import Correction, Scope

    workspace = make_workspace()
    document, scope = "", Scope.EVERYWHERE
    if target:
        opened = workspace.open(target)
        workspace.register(opened)
        workspace.close()
        document, scope = opened.document_id, Scope.TEXT
    workspace.readings.add(Correction.at(word, 0, len(word), kana, scope=scope, document=document))
    print(f"{word} is read {kana}{' in this text' if target else ''}: {workspace.readings.path}")


@reading.command("list")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def list_(form: str) -> None:
    """List your corrections, oldest first."""
    workspace = make_workspace()
    entries = workspace.readings.corrections.entries
    tell_notices(workspace)
    if form == "json":
        print_json([_as_object(entry) for entry in entries])
        return
    for number, entry in enumerate(entries, 1):
        where = (
            f"{entry.before}[{entry.surface}]{entry.after}" if entry.before or entry.after else ""
        )
        print(
            f"{number}\t{entry.surface}\t{entry.reading}\t{entry.scope}\t{safe_line(where)}".rstrip()
        )


@reading.command()
@click.argument("word", metavar="WORD|NUMBER")
def remove(word: str) -> None:
    """Take back corrections of WORD.

    A number stands for the correction with this number in `yomu reading list`.
    """
    workspace = make_workspace()
    entries = workspace.readings.corrections.entries
    if word.isascii() and word.isdigit():
        chosen = entries[int(word) - 1 : int(word)] if int(word) else ()
    else:
        chosen = tuple(entry for entry in entries if entry.surface == word)
    if not chosen:
        raise YomuError(
            f"There is no correction {safe_line(word)}.", "yomu reading list shows them all."
        )
    for entry in chosen:
        workspace.readings.remove(entry)
        print(f"Removed: {entry.surface} {entry.reading} ({entry.scope})")


def _as_object(entry: Correction) -> dict[str, str]:
    return {
        "surface": entry.surface,
        "reading": entry.reading,
        "scope": str(entry.scope),
        "document": entry.document,
        "before": entry.before,
        "after": entry.after,
    }
