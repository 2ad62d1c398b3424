"""`yomu import-reviews`: what was reviewed in Anki counts in yomu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yomu.cli.common import make_workspace, tell_notices
from yomu.terminal import safe_line

if TYPE_CHECKING:
    from yomu.workspace.anki import Taken


@click.command("import-reviews")
@click.argument("file", metavar="FILE.apkg|FILE.colpkg", type=click.Path(path_type=Path))
@click.option("--keep", is_flag=True, help="Keep the cards of notes that are not among yours yet.")
def import_reviews(file: Path, keep: bool) -> None:
    """Take the reviews you made in Anki into yomu's log.

    In Anki: File → Export, as “Anki Deck Package” with “Include scheduling information”, or as
    “Anki Collection Package”. A review is taken once, however often you import it.
    """
    workspace = make_workspace()
    taken = workspace.anki.import_reviews(file, keep=keep)
    tell_notices(workspace)
    print(
        f"{safe_line(file.name)}: {_count(taken.reviews, 'new review')} "
        f"of {_count(taken.cards, 'card')}"
    )
    for line in left_out(taken):
        print(f"  {line}")


def left_out(taken: Taken) -> list[str]:
    """A line for each reason for which entries of Anki's log were not taken, and for kept cards."""
    reasons = (
        (taken.kept, f"{_count(taken.kept, 'card')} kept for them"),
        (taken.here_already, f"{_count(taken.here_already, 'review')} in your log already"),
        (
            taken.unknown,
            f"{_count(taken.unknown, 'review')} of {_count(taken.unknown_notes, 'note')} "
            "that you have no card of; --keep makes them",
        ),
        (taken.not_answers, f"{_count(taken.not_answers, 'entry', 'entries')} that are no answers"),
        (
            taken.other_cards,
            f"{_count(taken.other_cards, 'review')} of cards that yomu did not make",
        ),
        (taken.misdated, f"{_count(taken.misdated, 'review')} dated in the future or not at all"),
    )
    return [line for count, line in reasons if count]


def _count(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
