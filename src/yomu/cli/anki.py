"""What `yomu export anki` says and does beyond writing a file: decks, warnings, a running Anki."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from yomu.cli.common import tell_notices
from yomu.errors import YomuError
from yomu.terminal import safe_line
from yomu.workspace import Workspace

if TYPE_CHECKING:
    from yomu.export.anki_connect import AnkiConnect
    from yomu.export.anki_progress import Memory
    from yomu.export.anki_push import Pushed
    from yomu.export.notes import Note
    from yomu.store.cards import Card

_ALONE = "anki-connect"
"""Under this form the record keeps which notes Anki knows under ids of its own."""

_BEFORE_FILE = """\
yomu: importing this file replaces what you changed in Anki in the fields and
      tags of these notes; reviews and decks stay. To keep your changes, export
      with --new-only, or set “Update notes” to “Never” when importing."""

_BEFORE_PUSH = """\
yomu: what you changed in Anki in the fields of these notes is replaced; reviews,
      decks and your own tags stay. To keep your changes: --new-only."""

_TICK = "yomu: tick “Import any learning progress” in Anki's import; cards it has keep their own."


def in_deck(notes: Sequence[Note], name: str) -> list[Note]:
    """The notes, all in the deck of this name; `::` makes a deck inside a deck."""
    from yomu.export.notes import deck_path

    path = deck_path(name)
    if not path:
        raise YomuError("--deck needs a name.", "As in --deck Japanese::Policy.")
    return [replace(note, deck=path) for note in notes]


def tell_before_file(workspace: Workspace, notes: Sequence[Note], memory: Memory | None) -> None:
    """What importing the file will do, said before it is written."""
    print(_BEFORE_FILE, file=sys.stderr)
    if memory:
        print(_TICK, file=sys.stderr)
    alone = workspace.cards.exported(_ALONE)
    doubled = sum(note.plain[0] in alone for note in notes)
    if doubled:
        print(
            f"yomu: {_notes(doubled)} in it went to Anki by --connect under other ids; a file would "
            "add them once more.\n      Use --connect for them again.",
            file=sys.stderr,
        )


def push_notes(
    workspace: Workspace,
    cards: Sequence[Card],
    notes: Sequence[Note],
    memory: Memory | None,
    anki: AnkiConnect,
    new_only: bool,
) -> None:
    """Bring notes into a running Anki and say what became of them.

    Raises YomuError, after naming each, if Anki refused any.
    """
    from yomu.export.anki import apkg
    from yomu.export.anki_push import push

    if not new_only:
        print(_BEFORE_PUSH, file=sys.stderr)
    pushed = push(
        notes, anki, lambda some: apkg(some, datetime.now(UTC), memory), new_only=new_only
    )
    _remember(workspace, cards, pushed)
    tell_notices(workspace)
    print(
        f"Anki: {len(pushed.new)} new, {len(pushed.updated)} updated, {len(pushed.same)} as they were"
        + (f", in {_decks(pushed.new)}" if pushed.new else "")
    )
    for note, why in pushed.refused:
        print(f"yomu: refused {safe_line(note.plain[1])} ({note.plain[0]}): {why}", file=sys.stderr)
    if pushed.refused:
        raise YomuError(
            f"Anki refused {_notes(len(pushed.refused))} of {len(notes)}.",
            "Everything else is there; running this again tries only what is missing.",
        )


def _remember(workspace: Workspace, cards: Sequence[Card], pushed: Pushed) -> None:
    """Note what Anki took; it has it already, so a locked record is only mentioned."""
    refused = {note.plain[0] for note, _ in pushed.refused}
    alone = {note.plain[0] for note in pushed.alone}
    try:
        workspace.cards.note_exported([c for c in cards if c.note_id not in refused], "anki")
        workspace.cards.note_exported([c for c in cards if c.note_id in alone], _ALONE)
    except YomuError as error:
        workspace.notices.append(f"{error} --new-only will offer these notes again.")


def summary(notes: Sequence[Note]) -> str:
    """How many notes, in which decks."""
    return f"{_notes(len(notes))} in {_decks(notes)}"


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count} notes"


def _decks(notes: Sequence[Note]) -> str:
    decks = sorted({note.deck for note in notes})
    more = f" and {len(decks) - 3} more" if len(decks) > 3 else ""
    return safe_line(", ".join(decks[:3]) + more)
