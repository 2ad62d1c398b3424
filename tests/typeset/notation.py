"""A small notation for texts with ruby and footnotes.

`{支援|しえん}` is group ruby, `{支援|し.えん}` jukugo ruby (a full stop between the readings of
the kanji), `^12^` a footnote number, `¦` a token boundary.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from yomu.model import Morph, Ruby, RubyMode, Token
from yomu.typeset import Insert, Row, Setting, lay_out, plain_lines

_ITEM = re.compile(r"\{([^|{}]+)\|([^{}]*)\}|\^(\d+)\^|(.)", re.DOTALL)


class Sample(NamedTuple):
    text: str
    rubies: list[Ruby]
    inserts: list[Insert]
    tokens: list[Token]


def parse(notation: str) -> Sample:
    text = ""
    rubies: list[Ruby] = []
    inserts: list[Insert] = []
    cuts = [0]
    for base, reading, footnote, plain in _ITEM.findall(notation):
        if plain == "¦":
            cuts.append(len(text))
            continue
        if base:
            parts = tuple(reading.split(".")) if "." in reading else None
            start = len(text)
            rubies.append(Ruby(start, start + len(base), reading.replace(".", ""), parts))
        elif footnote:
            inserts.append(Insert(len(text), footnote))
        text += base + plain
    return Sample(text, rubies, inserts, tokens_at(text, cuts))


def tokens_at(text: str, cuts: list[int]) -> list[Token]:
    """Tokens that start at `cuts`."""
    bounds = sorted({*cuts, 0, len(text)})
    return [
        Token(start, end, text[start:end], None, Morph(text[start:end]))
        for start, end in pairwise(bounds)
        if start < end
    ]


def rows_of(
    notation: str, width: int, mode: RubyMode = RubyMode.ALL, **options: object
) -> tuple[Row, ...]:
    text, rubies, inserts, tokens = parse(notation)
    setting = Setting(width, mode, **options)  # type: ignore[arg-type]
    return lay_out(text, rubies, tokens, setting, inserts=inserts)


def drawn(notation: str, width: int, mode: RubyMode = RubyMode.ALL, **options: object) -> list[str]:
    return plain_lines(rows_of(notation, width, mode, **options))
