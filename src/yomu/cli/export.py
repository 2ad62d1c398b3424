"""`yomu export`: cards, terms and words as a deck or a table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from yomu.cli.anki import in_deck, push_notes, summary, tell_before_file
from yomu.cli.common import make_workspace, read_stdin, tell_notices
from yomu.cli.days import Since, first_moment
from yomu.errors import YomuError
from yomu.export.anki_connect import DEFAULT_URL, AnkiConnect
from yomu.terminal import safe_line
from yomu.workspace import Workspace

if TYPE_CHECKING:
    from yomu.export.anki_progress import Memory
    from yomu.export.notes import DeckBy, Note, PitchStyle
    from yomu.store.cards import Card


@click.command()
@click.argument(
    "form", metavar="anki|csv|tsv|json", type=click.Choice(["anki", "csv", "tsv", "json"])
)
@click.argument("out", metavar="[OUT|-]", required=False)
@click.option("--terms-of", metavar="TEXT", help="The glossary terms of a text, in their order.")
@click.option(
    "--words-of", metavar="TEXT", help="The unknown words of a text, the most frequent first."
)
@click.option("--due", is_flag=True, help="The cards that a review would ask now, in its order.")
@click.option(
    "--since",
    metavar="DATE|30d",
    type=Since(),
    help="Cards kept on this day or later, or in so many days.",
)
@click.option("--domain", help="Only terms of this domain of the glossary.")
@click.option("--limit", type=click.IntRange(1), help="At most so many notes.")
@click.option(
    "--new-only", is_flag=True, help="Leave out what an earlier export of this kind held."
)
@click.option(
    "--deck-by",
    type=click.Choice(["domain", "text"]),
    help="Name decks by domain (the default for kept cards) or by text.",
)
@click.option("--deck", metavar="NAME", help="Put all notes into this deck.")
@click.option(
    "--with-reviews",
    is_flag=True,
    help="Let the deck carry your reviews and what FSRS makes of them.",
)
@click.option("--force", is_flag=True, help="Replace OUT if it exists.")
@click.option("--connect", is_flag=True, help="Instead of OUT: into the Anki that is running.")
@click.option(
    "--anki-url",
    metavar="URL",
    envvar="YOMU_ANKI_URL",
    default=DEFAULT_URL,
    show_default=True,
    help="Where AnkiConnect answers.",
)
@click.option(
    "--anki-key",
    metavar="KEY",
    envvar="YOMU_ANKI_KEY",
    default="",
    help="Its API key, if it has one.",
)
def export(
    form: str,
    out: str | None,
    terms_of: str | None,
    words_of: str | None,
    due: bool,
    since: date | timedelta | None,
    domain: str | None,
    limit: int | None,
    new_only: bool,
    deck_by: DeckBy | None,
    deck: str | None,
    with_reviews: bool,
    force: bool,
    connect: bool,
    anki_url: str,
    anki_key: str,
) -> None:
    """Write your cards, or a text's terms or words, to OUT.

    `yomu export anki deck.apkg` makes an Anki deck; a second export updates its notes and
    never doubles them. `yomu export anki --connect` brings the same into the Anki that is
    running. docs/anki.md says what the fields hold.
    """
    if connect and (form != "anki" or out):
        raise click.UsageError("--connect goes with `export anki` and takes no OUT.")
    if not connect and not out:
        raise click.UsageError("Missing argument 'OUT|-'.")
    if with_reviews and form != "anki":
        raise click.UsageError("--with-reviews is for Anki decks.")
    if bool(terms_of) + bool(words_of) + due > 1:
        raise click.UsageError("Give one of --terms-of, --words-of and --due.")
    if since and (terms_of or words_of or due):
        raise click.UsageError("--since is for all kept cards, not for a text's or those due.")
    anki = AnkiConnect(anki_url, anki_key)
    if out:
        check_out(form, out, force)
    else:
        anki.check()
    workspace = make_workspace()
    cards = (
        _due(workspace, domain) if due else _chosen(workspace, terms_of, words_of, since, domain)
    )
    if new_only:
        cards = workspace.cards.not_exported(cards, form)
        if not cards:
            raise YomuError(
                "There is nothing new to export.",
                "Without --new-only every card is exported again.",
            )
    cards = cards[:limit]
    by = deck_by or ("text" if terms_of or words_of else "domain")
    style = cast("PitchStyle", workspace.settings.pitch_accent)
    notes = workspace.cards.notes(cards, by, style)
    if deck is not None:
        notes = in_deck(notes, deck)
    memory = workspace.anki.memory(cards) if with_reviews else None
    if not out:
        push_notes(workspace, cards, notes, memory, anki, new_only)
        return
    if form == "anki":
        tell_before_file(workspace, notes, memory)
    write_out(out, _serialized(form, notes, memory))
    remember(workspace, cards, form)
    tell_notices(workspace)
    if out != "-":
        print(f"{safe_line(out)}: {summary(notes)}")


def check_out(form: str, out: str, force: bool) -> None:
    """Raises YomuError where OUT cannot be meant, before any work is done."""
    if out == "-":
        if form == "anki":
            raise YomuError("An Anki deck cannot go to standard output.", "Name a file: deck.apkg.")
        return
    path = Path(out)
    name = safe_line(out)
    try:
        if path.is_dir():
            raise YomuError(f"{name} is a folder.", "Name a file in it.")
        if not path.parent.is_dir():
            raise YomuError(
                f"{name} cannot be written: there is no folder {safe_line(str(path.parent))}.",
                "Make the folder first.",
            )
        if path.exists() and not force:
            raise YomuError(
                f"{name} exists already.", "Add --force to replace it, or give another name."
            )
    except OSError as error:
        raise YomuError(
            f"{name} cannot be written: {error.strerror}.", "Try another name."
        ) from None
    if form == "anki" and path.suffix.lower() != ".apkg":
        raise YomuError(
            f"{name}: Anki opens decks only under a name in .apkg.", f"Try {path.stem}.apkg."
        )
    if form != "anki" and path.suffix.lower() == ".apkg":
        raise YomuError(
            f"{name}: a table is no deck, and Anki would refuse it under this name.",
            f"Try {path.stem}.{form}, or for a deck: yomu export anki {name}",
        )


def _chosen(
    workspace: Workspace,
    terms_of: str | None,
    words_of: str | None,
    since: date | timedelta | None,
    domain: str | None,
) -> list[Card]:
    """The cards that were asked for; YomuError, saying why, where there are none."""
    _check_domain(workspace, domain)
    text = terms_of or words_of
    if text:
        workspace.split_paragraphs = False
        opened = workspace.open(text, stdin=read_stdin)
        cards = workspace.cards.terms_of(opened) if terms_of else workspace.cards.words_of(opened)
        what = "glossary terms" if terms_of else "unknown words"
        if not cards:
            raise YomuError(f"{safe_line(text)}: there are no {what} in it.", "Try another text.")
        if domain and not (cards := [card for card in cards if card.domain == domain]):
            raise YomuError(
                f"{safe_line(text)}: none of its {what} is of the domain {domain}.",
                "Leave --domain out.",
            )
        return cards
    day = first_moment(since)
    cards = workspace.cards.kept(since=day, domain=domain or "")
    if cards:
        return cards
    if day or domain:
        raise YomuError(
            "No kept card fits.", "Leave --since or --domain out; yomu cards list shows all."
        )
    raise YomuError(
        "There are no cards to export yet.",
        "Keep some with s in the reader, or export a text's terms: --terms-of TEXT.",
    )


def _due(workspace: Workspace, domain: str | None) -> list[Card]:
    """The cards of the review queue, each once; YomuError where nothing is due."""
    from yomu.workspace.review_state import Choice

    _check_domain(workspace, domain)
    asked = workspace.reviews.queue(Choice(domain=domain or ""))
    if not asked:
        raise YomuError(
            "Nothing is due for review now.", "yomu export without --due takes every kept card."
        )
    return list({one.card.id: one.card for one in asked}.values())


def _check_domain(workspace: Workspace, domain: str | None) -> None:
    domains = workspace.glossary.domains()
    if domain and domain not in domains:
        raise YomuError(
            f"There is no domain {safe_line(domain)}.", f"Domains: {', '.join(domains)}."
        )


def _serialized(form: str, notes: Sequence[Note], memory: Memory | None) -> bytes:
    if form == "anki":
        from yomu.export.anki import apkg

        return apkg(notes, datetime.now(UTC), memory)
    from yomu.export import delimited

    forms: dict[str, Callable[[Sequence[Note]], bytes]] = {
        "csv": delimited.csv_table,
        "tsv": delimited.tsv_table,
        "json": delimited.json_list,
    }
    return forms[form](notes)


def write_out(out: str, data: bytes) -> None:
    if out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from yomu.files import replace_file

    replace_file(Path(out), data)


def remember(workspace: Workspace, cards: Sequence[Card], form: str) -> None:
    """Note what was exported. The file is written already, so a locked record is only mentioned."""
    try:
        workspace.cards.note_exported(cards, form)
    except YomuError as error:
        workspace.notices.append(f"{error} --new-only will offer these notes again.")
