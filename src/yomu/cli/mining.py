"""`yomu glossary mine`: what the texts use and the glossary lacks."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.terminal import safe_line


@click.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT…")
@click.option(
    "--at-least",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Times a compound must occur.",
)
@click.option("--limit", type=click.IntRange(1), default=40, show_default=True)
@click.option("--accept", is_flag=True, help="Go through them one by one and add those you like.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def mine(texts: tuple[str, ...], at_least: int, limit: int, accept: bool, form: str) -> None:
    """Propose terms that texts use and the glossary lacks.

    They are pairs that the texts define, compounds and katakana phrases.
    """
    workspace = make_workspace()
    proposals = workspace.corpus.mine(texts, at_least=at_least)[:limit]
    tell_notices(workspace)
    if form == "json":
        print_json([asdict(proposal) for proposal in proposals])
        return
    if not proposals:
        print("The glossary has all that stands out in these texts.")
        return
    for proposal in proposals:
        known = f"  (adds to {proposal.known_id})" if proposal.known_id else ""
        also = "  ".join(
            part for part in (proposal.acronym, proposal.en, *proposal.variants) if part
        )
        since = f"  since {proposal.first_date}" if proposal.first_date else ""
        print(f"{proposal.headword}  {proposal.reading}  {also}".rstrip() + known)
        print(f"    {proposal.kind}, {proposal.count} times in {proposal.texts} texts{since}")
        for use in proposal.uses[:1]:
            print(f"    {safe_line(use.sentence)}")
        if not accept or proposal.known_id:
            continue
        english = click.prompt(
            "    English (empty: not this one, q: stop)", default="", show_default=False, err=True
        )
        if english.strip().lower() == "q":
            break
        if english.strip():
            entry = replace(
                proposal.entry(""), en=tuple(part.strip() for part in english.split(";"))
            )
            entry = replace(entry, reading=entry.reading or workspace.reading_of_word(entry.ja))
            made = workspace.terms.add(entry)
            print(f"    added as {made.id}, {made.file}:{made.line}", file=sys.stderr)
