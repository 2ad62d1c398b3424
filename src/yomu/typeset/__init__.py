"""Typesetting for the terminal: line breaking by JLREQ, ruby, and which cell shows what.

Pure: no file, no clock, no screen. Nothing outside this package counts cells.

    text, rubies, tokens → boxes (boxes.py) → lines (lines.py) → rows (layout.py)
"""

from __future__ import annotations

from yomu.typeset.boxes import Insert
from yomu.typeset.layout import LEAST_WIDTH_CELLS, Chosen, Layout, Setting, iter_rows, lay_out
from yomu.typeset.plain import inline_text, plain_lines
from yomu.typeset.rows import Piece, Row, row_of
from yomu.typeset.width import cell_width, cluster_spans

__all__ = [
    "LEAST_WIDTH_CELLS",
    "Chosen",
    "Insert",
    "Layout",
    "Piece",
    "Row",
    "Setting",
    "cell_width",
    "cluster_spans",
    "inline_text",
    "iter_rows",
    "lay_out",
    "plain_lines",
    "row_of",
]
