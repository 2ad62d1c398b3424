"""Markdown → drafts: blocks by blank lines and headings, inline marks taken out."""

from __future__ import annotations

import re
from itertools import pairwise

from yomu.model import Footnote, Kind
from yomu.text.draft import Draft, Page, Span, joined
from yomu.text.frontmatter import parse_front_matter, to_meta
from yomu.text.ruby import lift_aozora, lift_html

_ATX = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"(=+|-{2,})[ \t]*$")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_ITEM = re.compile(r"[-*+][ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?")
_NUMBERED = re.compile(r"\d{1,3}[.)][ \t]+")
_NOTE = re.compile(r"\[\^(\w+)\]:[ \t]*")
_FENCE = re.compile(r"(?:```|~~~)")
_LINK_DEFINITION = re.compile(r"\[[^\]^][^\]]*\]:[ \t]+\S+")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)$")
_INLINE = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<comment><!--[^\n]{0,500}?-->)"
    r"|!?\[(?P<link>[^\[\]\n]+)\](?:\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)|\[[^\[\]\n]*\])"
    r"|\[\^(?P<note>\w+)\]"
    r"|<(?P<auto>https?://[^<>\s]+)>"
    r"|</?(?:[A-Za-z][^<>\n]*)>"
    r"|(?P<code>`+)(?P<coded>[^`\n]+)(?P=code)"
    r"|(?P<strong>\*\*|__|~~)(?=\S)(?P<strong_text>[^*_~\n]*?\S)(?P=strong)"
    r"|(?P<em>\*)(?=\S)(?P<em_text>[^*\n]*?\S)\*"
    r"|(?<![\w_])_(?=\S)(?P<under_text>[^_\n]*?\S)_(?![\w_])"
)


def parse(source: str) -> Page:
    """The blocks of a Markdown text. The first `#` heading is the title unless the front matter has one."""
    front = parse_front_matter(source)
    page = Page([], to_meta(front))
    blocks = _blocks(source, front.end)
    for block in blocks:
        _inline(block)
    page.drafts = [block for block in blocks if block.text]
    _place_title(page, front.starts.get("title", 0))
    return page


def _place_title(page: Page, title_at: int) -> None:
    heading = next((d for d in page.drafts[:2] if d.kind is Kind.TITLE), None)
    if heading:
        page.meta.title = page.meta.title or heading.text
        if page.meta.title_en:
            heading.translation = page.meta.title_en
    elif page.meta.title:
        title = Draft(page.meta.title, title_at, Kind.TITLE, fixed=True)
        title.translation = page.meta.title_en or None
        page.drafts.insert(0, title)
    first = True
    for draft in page.drafts:
        if draft.kind is Kind.TITLE:
            if not first:
                draft.kind = Kind.HEADING
            first = False


def _blocks(source: str, start: int) -> list[Draft]:
    blocks: list[Draft] = []
    run: list[Draft] = []
    fenced = False
    at = start
    gap = False

    def close(kind: Kind = Kind.BODY, fixed: bool = False) -> None:
        if run:
            glue = [_glue(a.text, b.text) for a, b in pairwise(run)]
            block = joined(run, glue) if len(run) > 1 else run[0]
            if block.kind is Kind.BODY:
                block.kind, block.fixed = kind, fixed
            blocks.append(block)
            run.clear()

    for line in source[start:].split("\n"):
        line_at, at = at, at + len(line) + 1
        if _FENCE.match(line.lstrip()):
            fenced = not fenced
            close()
            continue
        text = line.replace("\t", " ").strip()
        if not text:
            close()
            gap = True
            continue
        draft = Draft(
            text,
            line_at + line.index(text[0]) if line[0] != "\t" else line_at + _lead(line),
            gap=gap,
        )
        if fenced:
            close()
            blocks.append(draft)
        elif atx := _ATX.match(text):
            close()
            draft.kind = Kind.TITLE if len(atx[1]) == 1 else Kind.HEADING
            draft.fixed = True
            draft.cut(_outside(atx.span(2), len(text)))
            blocks.append(draft)
        elif run and (setext := _SETEXT.fullmatch(text)) and not _is_item(run[0]):
            close(Kind.TITLE if setext[1][0] == "=" else Kind.HEADING, fixed=True)
        elif _RULE.fullmatch(text) or _LINK_DEFINITION.fullmatch(text):
            close()
        elif (item := _ITEM.match(text)) or _NUMBERED.match(text):
            quote_goes_on = (
                item
                and text[0] == ">"
                and run
                and source[run[-1].origin - 2 : run[-1].origin].startswith(">")
            )
            if not quote_goes_on:
                close()
            if item:
                draft.cut([(0, item.end())])
            if draft.text:
                run.append(draft)
            elif quote_goes_on:
                close()
        elif note := _NOTE.match(text):
            close()
            draft.kind, draft.fixed = Kind.NOTE, True
            if note[1].isdecimal():
                # Keep the number: notes are read as 1 …, 2 ….
                draft.cut([(0, 2), (note.end(1), note.end(1) + 2)])
            else:
                draft.cut([(0, note.end())])
            run.append(draft)
        elif _IMAGE.fullmatch(text):
            close()
            draft.kind, draft.fixed = Kind.CAPTION, True
            blocks.append(draft)
        else:
            run.append(draft)
        gap = False
    close()
    return blocks


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_item(draft: Draft) -> bool:
    return bool(_NUMBERED.match(draft.text)) or draft.kind is Kind.NOTE


def _outside(span: Span, length: int) -> list[Span]:
    return [(start, end) for start, end in ((0, span[0]), (span[1], length)) if start < end]


def _glue(before: str, after: str) -> str:
    """What a soft line break stands for: a space between Latin words, nothing in Japanese."""
    return " " if before[-1:].isascii() and after[:1].isascii() else ""


def _inline(draft: Draft) -> None:
    if not any(char in draft.text for char in "*_`[<\\~!《"):
        return
    lift_html(draft)
    for _ in range(3):
        if not _cut_marks(draft):
            break
    lift_aozora(draft)
    draft.strip()


def _cut_marks(draft: Draft) -> bool:
    """Take the outermost inline marks out; True if there were any, as others may lie inside."""
    spans: list[Span] = []
    notes: list[tuple[int, int]] = []
    for match in _INLINE.finditer(draft.text):
        kept = next(
            (
                match.span(name)
                for name in (
                    "escaped",
                    "link",
                    "auto",
                    "coded",
                    "strong_text",
                    "em_text",
                    "under_text",
                )
                if match[name] is not None
            ),
            None,
        )
        if match["note"] and match["note"].isdecimal() and len(match["note"]) <= 4:
            notes.append((match.start(), int(match["note"])))
        start, end = match.span()
        if kept is None:
            spans.append((start, end))
        else:
            spans += [(s, e) for s, e in ((start, kept[0]), (kept[1], end)) if s < e]
    lifted = [Footnote(at, number) for at, number in notes]
    draft.footnotes = tuple(sorted((*draft.footnotes, *lifted), key=lambda note: note.at))
    draft.cut(spans)
    return bool(spans)
