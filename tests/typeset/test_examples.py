"""Small texts and the rows they are to give, drawn."""

from __future__ import annotations

import re

import pytest

from yomu.model import Ruby, RubyMode
from yomu.typeset import Insert, Setting, lay_out, plain_lines

_NOTATION = re.compile(r"\{([^|{}]+)\|([^{}]*)\}|\^(\d+)\^|(.)", re.DOTALL)


def parse(notation: str) -> tuple[str, list[Ruby], list[Insert]]:
    """`{支援|しえん}` is group ruby, `{支援|し.えん}` jukugo ruby, `^12^` a footnote number."""
    text = ""
    rubies: list[Ruby] = []
    inserts: list[Insert] = []
    for base, reading, footnote, plain in _NOTATION.findall(notation):
        if base:
            parts = tuple(reading.split(".")) if "." in reading else None
            start = len(text)
            rubies.append(Ruby(start, start + len(base), reading.replace(".", ""), parts))
        elif footnote:
            inserts.append(Insert(len(text), footnote))
        text += base + plain
    return text, rubies, inserts


def drawn(notation: str, width: int, mode: RubyMode = RubyMode.ALL, **options: object) -> list[str]:
    text, rubies, inserts = parse(notation)
    setting = Setting(width, mode, **options)  # type: ignore[arg-type]
    return plain_lines(lay_out(text, rubies, (), setting, inserts=inserts))


@pytest.mark.parametrize(
    ("notation", "width", "rows"),
    [
        ("{支援|し.えん}する", 20, ["しえん", "支援する"]),
    ],
)
def test_example_is_drawn_as_shown(notation: str, width: int, rows: list[str]) -> None:
    assert drawn(notation, width) == rows
