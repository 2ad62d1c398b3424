"""`yomu import`: keep a text in the library."""

from __future__ import annotations

import click

from yomu.cli.common import make_workspace, read_stdin, tell_notices
from yomu.errors import YomuError
from yomu.export.changes import change_lines
from yomu.model import Document
from yomu.terminal import safe_line


@click.command("import")
@click.argument("text", metavar="PATH|-")
@click.option("--explain", is_flag=True, help="Show what cleaning does to it; import nothing.")
@click.option("--as-is", is_flag=True, help="Clean nothing.")
def import_(text: str, explain: bool, as_is: bool) -> None:
    """Copy a text into the library.

    It is kept as it is, and cleaned whenever it is opened.
    """
    workspace = make_workspace()
    if explain:
        opened = workspace.open(text, as_is=as_is, stdin=read_stdin)
        print(explanation(opened.document))
        return
    kept = workspace.import_text(text, as_is=as_is, stdin=read_stdin)
    workspace.close()
    tell_notices(workspace)
    if not kept.document.paragraphs:
        raise YomuError(f"{text}: there is nothing to read in it.", "Give another file.")
    print(f"Imported: {safe_line(kept.document.title)}")
    print(f"Read it with: yomu read {kept.document.slug}")


def explanation(document: Document) -> str:
    """Facts found, paragraphs by kind, and every change with its reason."""
    facts = [
        ("title", document.title),
        ("byline", document.byline),
        ("date", document.date),
        ("area", document.area),
        ("encoding", document.encoding),
        ("format", document.format),
    ]
    lines = [f"{name:<9} {safe_line(value)}" for name, value in facts if value]
    lines.append("")
    for paragraph in document.paragraphs:
        text = safe_line(paragraph.text)
        shown = text if len(text) <= 40 else text[:39] + "…"
        notes = ", ".join(str(note.number) for note in paragraph.footnotes)
        lines.append(
            f"{paragraph.index + 1:>4} {paragraph.kind:<8} {shown}"
            + (f"  [notes {notes}]" if notes else "")
        )
    return "\n".join([*lines, "", *change_lines(document.changes)])
