"""Where sentences begin and end in Japanese prose."""

from __future__ import annotations

import re

# A sentence ends after its closing mark and the brackets that close with it; a closing mark
# inside brackets that go on (「戦争だ。」と) ends none.
_END = re.compile(r"[。．！？!?]+[」』）\)】]*|\n+")
_CONTINUES = re.compile(r"[とやがのをにはも、」』）]")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans that cover `text` in order, each one sentence."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        closes_bracket = text[end - 1] in "」』）)】"
        if closes_bracket and end < len(text) and _CONTINUES.match(text, end):
            continue
        if end - start > 0:
            spans.append((start, end))
            start = end
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """The sentence that holds `offset`, without white space around it."""
    spans = (span for span in sentence_spans(text) if offset < span[1])
    start, end = next(spans, (0, len(text)))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
