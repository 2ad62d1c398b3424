"""`yomu cards`: the cards you kept."""

from __future__ import annotations

import sys
from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.errors import YomuError
from yomu.store.cards import EDITABLE, Card
from yomu.terminal import safe_line


@click.group()
def cards() -> None:
    """List, edit and remove the cards you kept while reading.

    CARD is its id or the start of it, its expression, or the id of its glossary term.
    """


@cards.command("list")
@click.option("--domain", help="Only terms of this domain.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def list_(domain: str | None, form: str) -> None:
    """List kept cards, the oldest first.

    The columns are id, expression, reading, English and sentence.
    """
    workspace = make_workspace()
    kept = workspace.cards.kept(domain=domain or "")
    tell_notices(workspace)
    if form == "json":
        print_json([_as_object(card) for card in kept])
        return
    if not kept:
        print("yomu: no cards yet; s keeps one while you read.", file=sys.stderr)
    for card in kept:
        shown = (card.expression, card.reading, card.meaning_en, card.sentence)
        print("\t".join([card.id[:8], *map(safe_line, shown)]))


def _fields(command: Any) -> Any:
    """One option for each field that can be edited."""
    for name in reversed(EDITABLE):
        command = click.option(f"--{name.replace('_', '-')}", name)(command)
    return command


@cards.command()
@click.argument("card")
@_fields
def edit(card: str, **fields: str | None) -> None:
    """Change fields of CARD; the glossary no longer changes them then. "" empties a field."""
    changes = {name: value for name, value in fields.items() if value is not None}
    if not changes:
        raise YomuError(
            "Nothing to change was given.", "Name a field, as in --note …; --help lists them."
        )
    workspace = make_workspace()
    made = workspace.cards.edit(card, changes)
    tell_notices(workspace)
    print(safe_line(f"Changed {made.expression} ({made.reading}) {made.meaning_en}"))
    if changes.get("sentence"):
        if made.end == made.start:
            print(
                "The word does not stand in that sentence: it is not marked, and no gap is asked."
            )
        if made.sentence_en and "sentence_en" not in changes:
            print("The translation is still that of the old sentence; --sentence-en sets it.")


@cards.command()
@click.argument("card")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(card: str, yes: bool) -> None:
    """Remove CARD. `yomu cards restore` brings it back; decks you exported keep it."""
    workspace = make_workspace()
    found = workspace.cards.find(card)
    shown = safe_line(f"{found.expression} ({found.meaning_en or found.reading})")
    if not yes and not click.confirm(f"Remove {shown}?", err=True):
        raise click.Abort
    workspace.cards.remove(found.id)
    tell_notices(workspace)
    print(f"Removed {shown}. To bring it back: yomu cards restore {found.id[:8]}")


@cards.command()
@click.argument("card")
def restore(card: str) -> None:
    """Bring back a card that was removed."""
    workspace = make_workspace()
    found = workspace.cards.restore(card)
    tell_notices(workspace)
    print(safe_line(f"Restored {found.expression} ({found.meaning_en or found.reading})"))


def _as_object(card: Card) -> dict[str, Any]:
    """A card as JSON; offsets are code points of `sentence`."""
    names = (
        *("id", "kind", "entry_id", "domain", "expression", "reading", "acronym", "meaning_en"),
        *("definition_ja", "definition_en", "pitch", "sentence", "start", "end", "sentence_en"),
        *("title", "date", "url", "note", "created_at", "updated_at"),
    )
    ruby = [{"start": r.start, "end": r.end, "reading": r.reading} for r in card.rubies]
    return {name: getattr(card, name) for name in names} | {
        "kind": str(card.kind),
        "ruby": ruby,
        "edited": sorted(card.edited),
    }
