"""`yomu glossary`: look after the termbase."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.entry_text import print_entry
from yomu.cli.glossary_files import export, import_
from yomu.cli.mining import mine
from yomu.errors import YomuError
from yomu.export.contract import entry_object
from yomu.model import GlossaryEntry
from yomu.paths import shipped
from yomu.terminal import safe_line


@click.group()
def glossary() -> None:
    """Read, extend, check and carry the glossary."""


@glossary.command()
@click.argument("entry_id", metavar="ID|WORD")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def show(entry_id: str, form: str) -> None:
    """Show one entry in full."""
    workspace = make_workspace()
    entry = workspace.glossary.get(entry_id)
    found = (entry,) if entry else workspace.glossary.find(entry_id)
    if not found:
        workspace.terms.get(entry_id)
    for item in found:
        print_json(entry_object(item)) if form == "json" else print_entry(item)


@glossary.command("list")
@click.option("--domain", help="Only this domain.")
@click.option("--own", is_flag=True, help="Only your own entries.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def list_(domain: str | None, own: bool, form: str) -> None:
    """List entries: id, headword, reading, English."""
    workspace = make_workspace()
    domains = workspace.glossary.domains()
    if domain and domain not in domains:
        raise YomuError(f"There is no domain {domain!r}.", f"Domains: {', '.join(domains)}.")
    entries = list(workspace.glossary.in_domain(domain)) if domain else list(workspace.glossary)
    if own:
        entries = [entry for entry in entries if workspace.terms.is_own(entry)]
    _print_entries(entries, form)
    tell_notices(workspace)


@glossary.command()
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def search(query: str, limit: int, form: str) -> None:
    """Search headwords, readings, English and definitions."""
    workspace = make_workspace()
    hits = workspace.glossary.search(query, limit=limit)
    if not hits and form == "text":
        raise YomuError(
            f"Nothing in the glossary answers to {safe_line(query)}.", "Try a shorter word."
        )
    _print_entries([hit.entry for hit in hits], form)


def _print_entries(entries: list[GlossaryEntry], form: str) -> None:
    if form == "json":
        print_json([entry_object(entry) for entry in entries])
        return
    for entry in entries:
        print(f"{entry.id}\t{entry.ja}\t{entry.reading}\t{entry.en[0]}")


def _fields(command: Any) -> Any:
    """The options that fill an entry's fields, for `add` and `edit`."""
    options = [
        click.option("--reading", help="Hiragana."),
        click.option("--en", multiple=True, help="English, preferred first; may be repeated."),
        click.option("--acronym"),
        click.option(
            "--variant", "variants", multiple=True, help="Another spelling; may be repeated."
        ),
        click.option("--definition-en"),
        click.option("--definition-ja"),
        click.option("--note"),
        click.option("--domain"),
        click.option("--see", multiple=True, help="Id of a related entry; may be repeated."),
        click.option("--example-ja"),
        click.option("--example-en"),
        click.option("--source"),
        click.option("--since"),
        click.option("--until"),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that were given on the command line, lists as tuples."""
    return {name: value for name, value in fields.items() if value not in (None, ())}


@glossary.command()
@click.argument("word")
@click.option(
    "--id", "entry_id", default="", help="A permanent id; made from the English if left out."
)
@_fields
def add(word: str, entry_id: str, **fields: Any) -> None:
    """Add WORD to your own glossary."""
    workspace = make_workspace()
    given = _given(fields)
    if "en" not in given:
        raise YomuError(f"{safe_line(word)}: an entry needs its English.", 'Add --en "…".')
    given.setdefault("reading", workspace.reading_of_word(word))
    given.setdefault("domain", "")
    made = workspace.terms.add(GlossaryEntry(id=entry_id, ja=word, **given))
    print(f"Added {made.id}: {made.ja} ({made.reading}) {made.en[0]}")
    print(f"{made.file}:{made.line}")


@glossary.command()
@click.argument("entry_id", metavar="ID")
@click.option("--ja", help="The headword.")
@_fields
def edit(entry_id: str, ja: str | None, **fields: Any) -> None:
    """Change fields of an entry.

    A curated one is copied to your own glossary first.
    """
    workspace = make_workspace()
    changes = _given({"ja": ja, **fields})
    if not changes:
        raise YomuError(
            "Nothing to change was given.", "Name a field, as in --note …; --help lists them."
        )
    made = workspace.terms.edit(entry_id, changes)
    print(f"Changed {made.id}: {made.ja} ({made.reading}) {made.en[0]}")
    print(f"{made.file}:{made.line}")


@glossary.command()
@click.argument("entry_id", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(entry_id: str, yes: bool) -> None:
    """Remove one of your own entries."""
    workspace = make_workspace()
    entry = workspace.terms.get(entry_id)
    if not yes and not click.confirm(
        f"Remove {entry.ja} ({entry.en[0]}) from {entry.file}?", err=True
    ):
        raise click.Abort
    workspace.terms.remove(entry_id)
    print(f"Removed {entry.id}: {entry.ja}")


@glossary.command()
def where() -> None:
    """Say which files are in force, and which one is yours."""
    workspace = make_workspace()
    own = workspace.terms.own_file
    for path in workspace.glossary.files:
        if path.is_file() and path != own:
            print(path)
    print(f"{own}" + ("" if own.exists() else "  (yours; made by the first yomu glossary add)"))


@glossary.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--text",
    "texts",
    multiple=True,
    help="Report terms that never occur in this text; may be repeated.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def check(files: tuple[Path, ...], texts: tuple[str, ...], form: str) -> None:
    """Check glossary files: the curated ones and yours, or those named. Exit code 1 if any is faulty."""
    workspace = make_workspace()
    chosen = list(files) or [shipped("glossary") / "policy", workspace.places.glossary]
    missing = [path for path in files if not path.exists()]
    if missing:
        raise YomuError(
            f"{missing[0]}: there is no such file.", "Give a glossary file or a folder of them."
        )
    problems = workspace.corpus.check_glossary(chosen, texts)
    if form == "json":
        print(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(f"{problem} [{problem.rule}]")
        errors = sum(problem.severity == "error" for problem in problems)
        print(f"{errors} errors, {len(problems) - errors} warnings", file=sys.stderr)
    if any(problem.severity == "error" for problem in problems):
        raise click.exceptions.Exit(1)


glossary.add_command(export)
glossary.add_command(import_)
glossary.add_command(mine)
