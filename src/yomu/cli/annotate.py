"""`yomu annotate`: a text with its readings and terms, for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, read_stdin, tell_notices
from yomu.cli.read import print_plain
from yomu.export.contract import document_head, paragraph_object
from yomu.model import AnnotatedParagraph, GlossaryEntry, Kind, Paragraph, RubyMode
from yomu.workspace import OpenText, Workspace


@click.command()
@click.argument("text", metavar="FILE|-")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "html", "plain"]),
    default="json",
    show_default=True,
)
@click.option(
    "--furigana",
    type=click.Choice(["all", "unknown", "chosen", "none"]),
    default="all",
    show_default=True,
    help="Which furigana: those of words you do not know yet, or that you chose with p.",
)
@click.option(
    "--as-is", is_flag=True, help="Clean nothing: every input line is one paragraph, from 0."
)
def annotate(text: str, form: str, furigana: str, as_is: bool) -> None:
    """Print a text's tokens, readings, furigana and terms.

    docs/annotate.md describes the output. With `--as-is --format jsonl -` each line of standard
    input is answered as it comes.
    """
    workspace = make_workspace()
    workspace.split_paragraphs = False
    mode = RubyMode(furigana)
    if form == "jsonl" and as_is and text == "-":
        for line in _stream(workspace, mode):
            print(line)
        return
    opened = workspace.open(text, as_is=as_is, stdin=read_stdin)
    if form == "plain":
        print_plain(
            workspace,
            opened,
            mode=RubyMode.INLINE if mode is RubyMode.ALL else mode,
            width_cells=None,
            translation=False,
            terms=False,
        )
    elif form == "html":
        _print_html(workspace, opened, mode)
    elif form == "jsonl":
        for item in _objects(workspace, opened, mode):
            print(_compact(item))
    else:
        print_json(
            document_head(opened.document) | {"paragraphs": list(_objects(workspace, opened, mode))}
        )
    tell_notices(workspace)


def _objects(workspace: Workspace, opened: OpenText, mode: RubyMode) -> Iterator[dict[str, Any]]:
    headwords = workspace.headwords
    for paragraph in opened.document.paragraphs:
        shown = workspace.knowing.shown(opened.annotated(paragraph.index), mode)
        yield paragraph_object(shown, headwords)


def _stream(workspace: Workspace, mode: RubyMode) -> Iterator[str]:
    """One line in, one line out; bytes that are not UTF-8 are judged with all that follows them."""
    headwords = workspace.headwords
    for index, raw in enumerate(sys.stdin.buffer):
        line = _utf8(raw, first=index == 0)
        if line is None:
            yield from _rest(workspace, raw + sys.stdin.buffer.read(), index, mode)
            return
        paragraph = Paragraph(index, Kind.BODY, line.removesuffix("\n").removesuffix("\r"))
        shown = workspace.knowing.shown(workspace.annotate_paragraph(paragraph), mode)
        yield _compact(paragraph_object(shown, headwords))


def _utf8(raw: bytes, *, first: bool) -> str | None:
    """The line if it is UTF-8; None for other encodings, also ISO-2022-JP, which hides in ASCII."""
    if b"\x1b$" in raw or b"\x1b(" in raw:
        return None
    try:
        return raw.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError:
        return None


def _rest(workspace: Workspace, data: bytes, first: int, mode: RubyMode) -> Iterator[str]:
    from yomu.text import decode

    text = decode(data, "standard input").text
    for number, line in enumerate(text.removesuffix("\n").split("\n")):
        paragraph = Paragraph(first + number, Kind.BODY, line)
        shown = workspace.knowing.shown(workspace.annotate_paragraph(paragraph), mode)
        yield _compact(paragraph_object(shown, workspace.headwords))


def _compact(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _print_html(workspace: Workspace, opened: OpenText, mode: RubyMode) -> None:
    from yomu.export.html import html_document

    found: dict[str, None] = {}

    def paragraphs() -> Iterator[AnnotatedParagraph]:
        for paragraph in opened.document.paragraphs:
            annotated = workspace.knowing.shown(opened.annotated(paragraph.index), mode)
            found.update(dict.fromkeys(match.entry_id for match in annotated.matches))
            yield annotated

    def entries() -> Iterator[GlossaryEntry]:
        for name in found:
            entry = workspace.glossary.get(name)
            if entry:
                yield entry

    for piece in html_document(opened.document, paragraphs(), entries()):
        sys.stdout.write(piece)
