"""`yomu words`: what you know, and lists of words that you know already."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yomu.cli.common import make_workspace, print_json, read_stdin, tell_notices
from yomu.errors import YomuError
from yomu.model import Status
from yomu.study.wordlists import (
    LEVELS,
    STATUS_NAMES,
    LeftOut,
    WordList,
    parse_status,
    status_name,
)
from yomu.terminal import safe_line

if TYPE_CHECKING:
    from yomu.store.knowledge import Item, KnownItem
    from yomu.workspace.word_lists import Plan

SHOWN = 5
"""Lines left out that are shown one by one, unless all are asked for."""


class _StatusType(click.ParamType):  # type: ignore[type-arg]  # generic in newer click only
    name = "status"

    def convert(self, value: Any, param: Any, ctx: Any) -> Status:
        if isinstance(value, Status):
            return value
        try:
            return parse_status(str(value))
        except YomuError as error:
            self.fail(str(error), param, ctx)


class _SomeStatuses(_StatusType):
    """As a filter, `learning` is all four steps."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        if str(value).strip().lower() == "learning":
            return tuple(status for status in Status if status.is_learning)
        return (super().convert(value, param, ctx),)


STATUS = _StatusType()
_CHOICES = "|".join(STATUS_NAMES)


@click.group(invoke_without_command=True)
@click.pass_context
def words(ctx: click.Context) -> None:
    """Show and set how well you know words and terms.

    Each is new, learning 1-4, known, well-known or ignored.

    Without a command: how many words and terms have each status.
    """
    if ctx.invoked_subcommand is None:
        _counts()


@words.command("list")
@click.option(
    "--status",
    type=_SomeStatuses(),
    metavar=_CHOICES,
    help="Only those with this status; “learning” is all four steps.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def list_(status: tuple[Status, ...] | None, form: str) -> None:
    """List words and terms that have a status, the latest change first."""
    workspace = make_workspace()
    known = workspace.word_lists.known()
    tell_notices(workspace)
    if status is not None:
        known = [each for each in known if each.status in status]
    if form == "json":
        print_json([_as_object(each) for each in known])
        return
    if not known:
        print("yomu: no words with a status; `yomu words import` takes in a list.", file=sys.stderr)
    for each in known:
        item = each.item
        shown = (status_name(each.status), item.lemma, item.reading, item.entry_id)
        print("\t".join(map(safe_line, shown)).rstrip("\t"))


@words.command("set")
@click.argument("word")
@click.argument("status", type=STATUS, metavar=f"[{_CHOICES}]")
def set_(word: str, status: Status) -> None:
    """Give WORD a status; `new` forgets it. 辛い[からい] names the reading, else all are meant."""
    workspace = make_workspace()
    changed = workspace.word_lists.mark(word, status)
    tell_notices(workspace)
    for item in changed:
        print(f"{_shown(item)}: {status_name(status)}")


@words.command()
def undo() -> None:
    """Take back the latest change of statuses.

    That is what one key did, one `set`, or a whole import.
    """
    workspace = make_workspace()
    batch = workspace.word_lists.undo()
    tell_notices(workspace)
    if batch is None:
        print("Nothing to take back.")
        return
    what = batch.cause.partition(":")[2]
    where = f"the import of {safe_line(what)}" if what else "the latest change"
    print(f"Took back {where}: {_plural(batch.changed, 'word or term', 'words and terms')}.")


@words.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--jlpt",
    type=click.Choice(LEVELS, case_sensitive=False),
    metavar="N5|N4|N3|N2|N1",
    help="A level of the JLPT and all easier ones.",
)
@click.option(
    "--as",
    "status",
    type=STATUS,
    metavar=_CHOICES.removeprefix("new|"),
    default="known",
    show_default=True,
    help="The status of words for which the list names none.",
)
@click.option(
    "--field",
    default="",
    help="The field or column that holds the word: its name, or its number in a text.",
)
@click.option(
    "--min-interval",
    type=click.IntRange(0),
    default=0,
    metavar="DAYS",
    help="Of a deck, only notes with a card of that interval; Anki calls 21 mature.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--all", "every", is_flag=True, help="Show every line that is left out.")
def import_(
    file: Path | None,
    jlpt: str | None,
    status: Status,
    field: str,
    min_interval: int,
    dry_run: bool,
    every: bool,
) -> None:
    """Take in words you know already.

    They come from a list, an Anki deck, or a level of the JLPT.

    FILE (- for standard input) is a text with one word a line; a table (CSV, TSV) of word, reading and status; a text
    or a deck (.apkg, .colpkg) that Anki exported. Inflected words count as their dictionary
    form, and 漢字[かんじ] or 漢字（かんじ） gives a reading.

    --jlpt N3 takes in N5, N4 and N3. The makers of the test publish no lists: these are
    Jonathan Waller's, an approximation that many learners use.

    No status is lowered, and ignored words stay ignored. `yomu words undo` takes all of it back.
    """
    workspace = make_workspace()
    lists = workspace.word_lists
    if jlpt and not (file or field or min_interval):
        source = lists.jlpt(jlpt.upper())
    elif file and not jlpt:
        data = read_stdin() if str(file) == "-" else None
        source = lists.open(file, data, field=field, min_interval=min_interval)
    else:
        raise click.UsageError("Give a FILE, with its options, or else --jlpt LEVEL.")
    plan = lists.plan(source, status)
    if not dry_run:
        lists.apply(plan)
    tell_notices(workspace)
    _tell(plan, dry_run)
    _tell_left_out(source, plan.left_out, every)
    if plan.changes and not dry_run:
        print("To take it back: yomu words undo", file=sys.stderr)


def _tell(plan: Plan, dry_run: bool) -> None:
    source = plan.source
    held = _plural(len(source.entries), "word")
    if not source.unit:
        of = len({entry.line for entry in source.entries})
        held = f"{_plural(of, 'word')}, spelled in {len(source.entries):,} ways"
    print(safe_line(f"{source.name}: {held}."))
    for remark in source.remarks:
        print("  " + safe_line(remark))
    for status, (plain, terms) in plan.counts().items():
        parts = [_plural(plain, "word")] if plain else []
        parts += [_plural(terms, "term of the glossary", "terms of the glossary")] if terms else []
        would = "would become" if dry_run else "now"
        print(f"  {would} {status_name(status)}: {' and '.join(parts)}")
    if plan.kept:
        as_far = ", ".join(f"{n:,} {status_name(s)}" for s, n in sorted(plan.kept.items()))
        print(f"  left as they were: {as_far}")
    if plan.brought_back:
        print(f"  brought to their dictionary form: {plan.brought_back:,}")
    if plan.several:
        inside = f"; words in them: {plan.parts:,}" if plan.parts else ""
        print(f"  taken as written, of several words: {plan.several:,}{inside}")


def _tell_left_out(source: WordList, left_out: tuple[LeftOut, ...], every: bool) -> None:
    if source.blank:
        print(f"  empty lines, comments, header: {source.blank:,}")
    if not left_out or not source.unit:
        return
    print(f"  left out: {len(left_out):,}")
    shown = left_out if every else left_out[:SHOWN]
    for left in shown:
        text = left.text if len(left.text) <= 40 else left.text[:39] + "…"
        print("    " + safe_line(f"{source.unit} {left.line}: {text} ({left.why})"))
    if len(shown) < len(left_out):
        print(f"    and {len(left_out) - len(shown):,} more (--all shows them)")


def _counts() -> None:
    workspace = make_workspace()
    known: list[KnownItem] = workspace.word_lists.known()
    tell_notices(workspace)
    counted = Counter((each.status, bool(each.item.entry_id)) for each in known)
    for status in Status:
        plain, terms = counted[status, False], counted[status, True]
        if plain or terms:
            print(f"{status_name(status)}\t{_plural(plain, 'word')}\t{_plural(terms, 'term')}")
    if not known:
        print("yomu: no words with a status; `yomu words import` takes in a list.", file=sys.stderr)


def _shown(item: Item) -> str:
    reading = f" ({item.reading})" if item.reading else ""
    return safe_line(f"{item.lemma}{reading}" + (" as a term" if item.entry_id else ""))


def _plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _as_object(known: KnownItem) -> dict[str, Any]:
    item = known.item
    return {
        "word": item.lemma,
        "reading": item.reading or None,
        "entry_id": item.entry_id or None,
        "status": status_name(known.status),
        "updated_at": known.updated_at,
    }
