"""Text with furigana as the HTML of a flashcard field.

Whatever the text holds stays text: `<` is no markup, and no bracket becomes Anki's furigana
(漢字[かな]), its sounds (`[sound:…]`) or its LaTeX (`[$]`).
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from yomu.model import Ruby
from yomu.terminal import safe

BLANK = "＿＿＿"
"""What stands for the word that is asked for."""

_LONGEST_GROUP = 4
"""Characters under one ruby: browsers break no line inside, and a phone shows about ten."""

_SIGNS = str.maketrans({"[": "&#91;", "]": "&#93;", "\n": "<br>", "\t": " "})


def escaped(text: str) -> str:
    """`text` as HTML that shows exactly that text, line breaks included."""
    return escape(safe(text), quote=True).translate(_SIGNS)


def ruby_html(text: str, rubies: Sequence[Ruby], start: int = 0, end: int = 0) -> str:
    """`text` with `<ruby>` over its words; `text[start:end]`, if not empty, stands in `<b>`.

    A ruby that only partly lies in the marked span is taken into it.
    """
    placed = _apart(rubies, len(text))
    if start < end:
        inside = [ruby for ruby in placed if ruby.start < end and start < ruby.end]
        start = min([start, *(ruby.start for ruby in inside)])
        end = max([end, *(ruby.end for ruby in inside)])
    starts = {ruby.start: ruby for ruby in placed}
    edges = {0, len(text), start, end, *starts, *(ruby.end for ruby in placed)}
    pieces: list[str] = []
    for at, to in pairwise(sorted(edges)):
        if at == start < end:
            pieces.append("<b>")
        ruby = starts.get(at)
        pieces.append(_ruby(text[at:to], ruby) if ruby else escaped(text[at:to]))
        if to == end > start:
            pieces.append("</b>")
    return "".join(pieces)


def _apart(rubies: Sequence[Ruby], length: int) -> list[Ruby]:
    """The rubies in order, without any that overlaps the one before it or leaves the text."""
    placed: list[Ruby] = []
    for ruby in sorted(rubies, key=lambda ruby: ruby.start):
        if (placed[-1].end if placed else 0) <= ruby.start < ruby.end <= length:
            placed.append(ruby)
    return placed


def _ruby(base: str, ruby: Ruby) -> str:
    parts = ruby.parts
    if parts and len(parts) == len(base) > _LONGEST_GROUP and all(parts):
        return "".join(map(_group, base, parts))
    return _group(base, ruby.reading)


def _group(base: str, reading: str) -> str:
    return f"<ruby>{escaped(base)}<rp>（</rp><rt>{escaped(reading)}</rt><rp>）</rp></ruby>"


def blanked(text: str, forms: Sequence[str]) -> str:
    """`text` with every place of any of `forms` blanked out, the longest form first."""
    for form in sorted({form for form in forms if form}, key=len, reverse=True):
        text = text.replace(form, BLANK)
    return text
