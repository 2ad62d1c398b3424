"""`yomu read`."""

from __future__ import annotations

import os

import click

from yomu.cli.common import make_workspace, read_stdin, tell_notices
from yomu.cli.messages import require_terminal
from yomu.cli.quick import run_app, warn_without_japanese
from yomu.errors import YomuError
from yomu.model import Kind, RubyMode
from yomu.workspace import OpenText, Workspace


@click.command()
@click.argument("text", metavar="PATH|-|NAME")
@click.option("--plain", is_flag=True, help="Print the text for pipes and screen readers.")
@click.option("--as-is", is_flag=True, help="Clean nothing: every line is one paragraph.")
@click.option(
    "--furigana",
    type=click.Choice([str(mode) for mode in RubyMode]),
    help="With --plain: above the words (all), in brackets (inline, the default), in brackets for"
    " words you do not know yet (unknown) or chose with p (chosen), or none.",
)
@click.option(
    "--width", type=click.IntRange(8), help="With --plain: break lines at this many cells."
)
@click.option(
    "--translation", is_flag=True, help="With --plain: the translation below each paragraph."
)
@click.option(
    "--terms/--no-terms", default=True, help="With --plain: the glossary terms at the end."
)
def read(
    text: str,
    plain: bool,
    as_is: bool,
    furigana: str | None,
    width: int | None,
    translation: bool,
    terms: bool,
) -> None:
    """Open a text at the place where you stopped.

    It is a file, standard input (-), or a text of the library by its name.
    """
    workspace = make_workspace()
    if not plain:
        require_terminal(f"To print the text instead: yomu read --plain {text}")
    opened = workspace.open(text, as_is=as_is, stdin=read_stdin)
    warn_without_japanese(opened)
    if plain:
        print_plain(
            workspace,
            opened,
            mode=RubyMode(furigana or "inline"),
            width_cells=width,
            translation=translation,
            terms=terms,
        )
        return
    if text == "-":
        _keyboard_from_terminal()
    click.get_current_context().exit(run_app(workspace, opened))


def print_plain(
    workspace: Workspace,
    opened: OpenText,
    *,
    mode: RubyMode,
    width_cells: int | None,
    translation: bool,
    terms: bool,
) -> None:
    from yomu.export.plain import plain_document

    found: dict[str, None] = {}
    annotated = []
    for paragraph in opened.document.paragraphs:
        item = opened.annotated(paragraph.index)
        annotated.append(workspace.knowing.shown(item, mode))
        if paragraph.kind is not Kind.JUNK:
            found.update(dict.fromkeys(match.entry_id for match in item.matches))
    entries = [entry for entry in map(workspace.glossary.get, found) if entry] if terms else []
    profile = "wide" if workspace.settings.ambiguous_width == "wide" else "narrow"
    for line in plain_document(
        annotated,
        entries,
        mode=RubyMode.ALL if mode is RubyMode.ALL else RubyMode.INLINE,
        width_cells=width_cells,
        profile="wide" if profile == "wide" else "narrow",
        translation=translation,
    ):
        print(line)
    tell_notices(workspace)


def _keyboard_from_terminal() -> None:
    """Standard input was the text: take the keys from the terminal itself."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise YomuError(
            "Standard input was the text, and there is no terminal to take keys from.",
            "Save the text to a file and open that, or use --plain.",
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)
