"""A self-contained page: real ruby, and the entry of each term a click away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from yomu.model import AnnotatedParagraph, Document, GlossaryEntry, Kind, Match, Ruby
from yomu.terminal import safe

_STYLE = """
:root { color-scheme: light dark; --ink: #26241f; --paper: #fbf8f1; --quiet: #6b665a; --line: #2f6480; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #dcd7ca; --paper: #16181b; --quiet: #98928a; --line: #7fb2c9; } }
body { font: 18px/2.3 "Noto Serif CJK JP", "Hiragino Mincho ProN", "Yu Mincho", serif;
  color: var(--ink); background: var(--paper); max-width: 40em; margin: 2em auto; padding: 0 1em;
  line-break: strict; }
h1 { font-size: 1.35em; line-height: 2; } h2 { font-size: 1.1em; }
rt { font-size: .5em; color: var(--line); user-select: none; }
a.term { color: inherit; text-decoration: underline dotted var(--line); text-underline-offset: .25em; }
.byline, .area, .caption, .profile, .note { color: var(--quiet); font-size: .85em; }
.junk { display: none; } p.body, p.lead { text-indent: 1em; } .lead { font-weight: 600; }
.translation { font: 15px/1.6 sans-serif; color: var(--quiet); text-indent: 0; }
sup { color: var(--quiet); line-height: 0; }
dl { font: 15px/1.7 sans-serif; } dt { font-weight: 700; margin-top: 1em; } dd { margin: 0 0 0 1em; }
dt small { font-weight: 400; color: var(--line); }
""".strip()

_TAGS = {Kind.TITLE: "h1", Kind.HEADING: "h2"}


def html_document(
    document: Document, paragraphs: Iterable[AnnotatedParagraph], entries: Iterable[GlossaryEntry]
) -> Iterator[str]:
    """The page, piece by piece. `entries` is read after `paragraphs`, so it may be filled meanwhile."""
    title = escape(safe(document.title))
    yield (
        f'<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="yomu">\n<title>{title}</title>\n'
        f"<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
    )
    for annotated in paragraphs:
        paragraph = annotated.paragraph
        if not paragraph.text.strip():
            continue
        tag = _TAGS.get(paragraph.kind, "p")
        yield f'<{tag} class="{paragraph.kind}">{_inline(annotated)}</{tag}>\n'
        if paragraph.translation:
            yield f'<p class="translation" lang="en">{escape(safe(paragraph.translation))}</p>\n'
    yield "</main>\n"
    terms = list(entries)
    if terms:
        yield "<section>\n<h2>用語 Terms</h2>\n<dl>\n"
        for entry in terms:
            yield _entry(entry)
        yield "</dl>\n</section>\n"
    yield "</body>\n</html>\n"


def _entry(entry: GlossaryEntry) -> str:
    acronym = f" ({escape(entry.acronym)})" if entry.acronym else ""
    lines = [
        f'<dt id="term-{escape(entry.id)}">{escape(entry.ja)} <small>{escape(entry.reading)}</small></dt>',
        f'<dd lang="en"><b>{escape(entry.en[0])}</b>{acronym}. {escape(entry.definition_en)}</dd>',
    ]
    if entry.definition_ja:
        lines.append(f"<dd>{escape(entry.definition_ja)}</dd>")
    return "\n".join(lines) + "\n"


def _inline(annotated: AnnotatedParagraph) -> str:
    """Text with ruby and links; only the outermost of nested terms is a link (HTML nests no links)."""
    text = annotated.paragraph.text
    notes = {note.at: note.number for note in annotated.paragraph.footnotes}
    opens, closes = _outermost(annotated.matches)
    rubies = {ruby.start: ruby for ruby in annotated.rubies}
    edges = sorted({0, len(text), *notes, *opens, *closes, *_ruby_edges(annotated.rubies)})
    pieces: list[str] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        if start in closes:
            pieces.append("</a>")
        if start in notes:
            pieces.append(f"<sup>{notes[start]}</sup>")
        if start in opens:
            pieces.append(f'<a class="term" href="#term-{escape(opens[start].entry_id)}">')
        piece = escape(safe(text[start:end]))
        ruby = rubies.get(start)
        if ruby is not None and ruby.end == end:
            piece = f"<ruby>{piece}<rp>(</rp><rt>{escape(ruby.reading)}</rt><rp>)</rp></ruby>"
        pieces.append(piece)
    return "".join(pieces)


def _ruby_edges(rubies: Iterable[Ruby]) -> Iterator[int]:
    for ruby in rubies:
        yield ruby.start
        yield ruby.end


def _outermost(matches: Iterable[Match]) -> tuple[dict[int, Match], set[int]]:
    opens: dict[int, Match] = {}
    closes: set[int] = set()
    free_from = 0
    for match in sorted(matches, key=lambda found: (found.start, -found.end)):
        if match.start >= free_from:
            opens[match.start] = match
            closes.add(match.end)
            free_from = match.end
    return opens, closes
