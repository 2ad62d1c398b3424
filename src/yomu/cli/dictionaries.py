"""`yomu dict`: add and order further dictionaries."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yomu.cli.common import make_workspace
from yomu.dictionary import UserDictionary
from yomu.terminal import safe_line


@click.group("dict")
def dict_() -> None:
    """Add dictionaries (Yomitan archives, JMdict's own file), list, order and remove them."""


@dict_.command()
@click.argument("file", type=click.Path(path_type=Path))
def add(file: Path) -> None:
    """Add FILE: a Yomitan .zip, or JMdict_e as .xml or .gz. Ctrl+C leaves nothing behind."""
    workspace = make_workspace()
    with click.progressbar(length=100, label="Reading", file=sys.stderr) as bar:

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
        (item.terms, "terms"),
        (item.metas, "frequencies or accents"),
        (item.kanji, "characters"),
    )
    return ", ".join(f"{count:,} {name}" for count, name in parts if count) or "nothing"
