"""What the mouse selects."""

from __future__ import annotations

from yomu.model import Kind, Paragraph
from yomu.tui.selection import Selection

PARAGRAPHS = [
    Paragraph(index=index, kind=Kind.BODY, text=text)
    for index, text in enumerate(["日米同盟", "", "外交と安全保障"])
]


def test_dragging_backwards_selects_the_same_as_forwards() -> None:
    assert Selection.between((2, 1), (0, 2)) == Selection.between((0, 2), (2, 1))


def test_both_ends_and_the_paragraphs_between_are_selected() -> None:
    assert Selection.between((2, 1), (0, 2)).text(PARAGRAPHS) == "同盟\n\n外交"


def test_one_character_can_be_selected() -> None:
    assert Selection.between((0, 1), (0, 1)).text(PARAGRAPHS) == "米"


def test_paragraph_outside_has_no_selected_part() -> None:
    selection = Selection.between((2, 0), (2, 1))
    assert [selection.span_in(item) for item in PARAGRAPHS] == [None, None, (0, 2)]
