"""`yomu` itself, and how a mistake becomes a message."""

from __future__ import annotations

import importlib
from collections.abc import Sequence

import click

from yomu import __version__
from yomu.cli.messages import outcome
from yomu.errors import YomuError

_COMMANDS = {
    "read": ("yomu.cli.read", "read"),
    "import": ("yomu.cli.importing", "import_"),
    "annotate": ("yomu.cli.annotate", "annotate"),
    "lookup": ("yomu.cli.lookup", "lookup"),
    "history": ("yomu.cli.history", "history"),
    "dict": ("yomu.cli.dictionaries", "dict_"),
    "glossary": ("yomu.cli.glossary", "glossary"),
    "reading": ("yomu.cli.reading", "reading"),
    "concord": ("yomu.cli.concord", "concord"),
    "cards": ("yomu.cli.cards", "cards"),
    "review": ("yomu.cli.review", "review"),
    "words": ("yomu.cli.words", "words"),
    "import-reviews": ("yomu.cli.anki_reviews", "import_reviews"),
    "prepare": ("yomu.cli.prepare", "prepare"),
    "export": ("yomu.cli.export", "export"),
    "stats": ("yomu.cli.stats", "stats"),
}


class _LazyGroup(click.Group):
    """Imports a command's module when it is called: `yomu read` must not load what `annotate` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), name)
        return command


@click.group(
    cls=_LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="yomu")
@click.pass_context
def yomu(ctx: click.Context) -> None:
    """Read Japanese foreign-policy analysis in the terminal.

    Without a command, yomu opens the library: your texts and those that come with it.
    """
    if ctx.invoked_subcommand is None:
        from yomu.cli.quick import open_library

        ctx.exit(open_library())


def run(arguments: Sequence[str]) -> int:
    """Run a command line; the exit code: 0, 1 for a YomuError, 2 for wrong usage, 130 for Ctrl+C."""
    return outcome(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    try:
        result = yomu.main(list(arguments), prog_name="yomu", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except YomuError as error:
        from yomu.cli.common import tell_missed

        tell_missed(error)
        raise
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 130
    return result if isinstance(result, int) else 0
