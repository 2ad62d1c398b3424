"""`yomu dict`: add and order further dictionaries."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import click

from yomu.cli.common import make_workspace
from yomu.dictionary import UserDictionary
from yomu.terminal import safe_line


@click.group("dict")
def dict_() -> None:
    """Add, list, order and remove dictionaries.

    What can be added: Yomitan archives, and JMdict's own file.
    """


@dict_.command()
@click.argument("file", type=click.Path(path_type=Path))
def add(file: Path) -> None:
    """Add FILE: a Yomitan .zip, or JMdict_e as .xml or .gz. Ctrl+C leaves nothing behind."""
    workspace = make_workspace()
    shown = sys.stderr if sys.stderr.isatty() else io.StringIO()  # a bar in a log is noise
    with click.progressbar(length=100, label="Reading", file=shown) as bar:

        def progress(done: int, total: int) -> None:
            bar.update(max(0, round(100 * done / max(1, total)) - bar.pos))

        added = workspace.dictionary.added.add(file, progress=progress)
    print(f"Added {safe_line(added.title)}: {_size(added)}")


@dict_.command("list")
def list_() -> None:
    """List the dictionaries in the order in which they answer."""
    workspace = make_workspace()
    for number, item in enumerate(workspace.dictionary.added.listed(), 1):
        print(f"{number}\t{safe_line(item.title)}\t{_size(item)}")
    dictionary = workspace.dictionary
    print(f"-\tJMdict, JMnedict, KANJIDIC2\t{dictionary.age or dictionary.problem}")


@dict_.command()
@click.argument("titles", nargs=-1, required=True)
def order(titles: tuple[str, ...]) -> None:
    """Put the dictionaries named first, in this order."""
    workspace = make_workspace()
    for number, item in enumerate(workspace.dictionary.added.order(titles), 1):
        print(f"{number}\t{safe_line(item.title)}")


@dict_.command()
@click.argument("title")
def remove(title: str) -> None:
    """Remove a dictionary that was added."""
    make_workspace().dictionary.added.remove(title)
    print(f"Removed {safe_line(title)}")


def _size(item: UserDictionary) -> str:
    """What a dictionary holds: terms, frequencies and pitches, characters."""
    parts = (
        (item.terms, "term", "terms"),
        (item.metas, "frequency or accent", "frequencies or accents"),
        (item.kanji, "character", "characters"),
    )
    held = [f"{count:,} {one if count == 1 else many}" for count, one, many in parts if count]
    return ", ".join(held) or "nothing"
