"""`yomu glossary export` and `import`: carrying the glossary to other tools and back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from yomu.cli.common import make_workspace, tell_notices
from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.terminal import safe_line

_FORMATS = ("csv", "tsv", "omegat", "anki", "tbx", "tbx-dct", "tbx2", "yomitan")
_SUFFIXES = {".csv": "csv", ".tsv": "tsv", ".tbx": "tbx", ".zip": "yomitan"}


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="By the file's ending if left out."
)
@click.option("--domain", help="Only this domain.")
@click.option("--own", is_flag=True, help="Only your own entries.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def export(out: Path, form: str | None, domain: str | None, own: bool, force: bool) -> None:
    """Write the glossary to OUT.

    For a spreadsheet (CSV, TSV), OmegaT, Anki, a termbase (TBX) or Yomitan.
    """
    from yomu.glossary.interchange import export as export_entries

    form = form or _SUFFIXES.get(out.suffix.lower())
    if form is None:
        raise YomuError(
            f"{out}: its ending does not tell the format.", f"Add --format {'|'.join(_FORMATS)}."
        )
    if out.exists() and not force:
        raise YomuError(
            f"{out} is there already.", "Add --force to replace it, or give another name."
        )
    workspace = make_workspace()
    entries = list(workspace.glossary.in_domain(domain) if domain else workspace.glossary)
    if own:
        entries = [entry for entry in entries if workspace.terms.is_own(entry)]
    if not entries:
        raise YomuError(
            "There is no entry to export.", f"Domains: {', '.join(workspace.glossary.domains())}."
        )
    revision = workspace.now().strftime("%Y.%m.%d")
    exported = export_entries(entries, form, revision=revision)
    replace_file(out, exported.data)
    print(f"{len(entries)} entries: {out}")
    for lost in exported.lost:
        print(f"yomu: {safe_line(str(lost))}", file=sys.stderr)
    tell_notices(workspace)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), help="By the file's content if left out."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="A column of a table: --column ja=Source.",
)
@click.option("--domain", default="own", show_default=True, help="For terms that name none.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
def import_(file: Path, form: str | None, columns: tuple[str, ...], domain: str, yes: bool) -> None:
    """Take terms from FILE into your own glossary.

    Every change is shown before one is made.
    """
    from yomu.glossary.interchange import apply, plan, read

    mapping = {}
    for column in columns:
        field, sign, name = column.partition("=")
        if not sign:
            raise YomuError(
                f"--column {column}: there is no = in it.", "Write it as --column ja=Source."
            )
        mapping[name.strip()] = field.strip()
    workspace = make_workspace()
    merge = plan(
        read(file, form or "", mapping=mapping or None),
        workspace.glossary,
        domain=domain,
        reading_of=workspace.reading_of_word,
    )
    for entry in merge.new:
        print(f"+ {safe_line(entry.ja)}  {safe_line(entry.reading)}  {safe_line(entry.en[0])}")
    for change in merge.changed:
        print(f"~ {change.entry.id}  {safe_line(change.entry.ja)}")
        for diff in change.diffs:
            print(f"    {diff.name}: {safe_line(str(diff.before))} → {safe_line(str(diff.after))}")
    for conflict in merge.conflicts:
        print(f"! {conflict.draft.place}: {safe_line(conflict.why)}", file=sys.stderr)
    for ignored in merge.ignored:
        print(f"yomu: {safe_line(ignored)}", file=sys.stderr)
    print(
        f"{len(merge.new)} new, {len(merge.changed)} changed, {len(merge.same)} as they are,"
        f" {len(merge.conflicts)} left out"
    )
    if not merge.new and not merge.changed:
        return
    if not yes and not click.confirm("Write this to your glossary?", err=True):
        raise click.Abort
    apply(merge, workspace.terms.own_file)
    print(f"Written: {workspace.terms.own_file}")
