"""Pointing at rows, styling them, and asking for no more of them than needed."""

from __future__ import annotations

from itertools import islice

import pytest
from notation import parse, rows_of

from yomu.model import Ruby, RubyMode
from yomu.typeset import Insert, Layout, Row, Setting, iter_rows, lay_out, row_of

#     だいとうりょう
# 0 1 2              : cells
# 米 大  統   領の
PRESIDENT = "米{大統領|だい.とう.りょう}の"


def only_row(notation: str, mode: RubyMode = RubyMode.ALL) -> Row:
    (row,) = rows_of(notation, 60, mode)
    return row


def test_both_halves_of_a_character_hit_it_and_padding_hits_nothing() -> None:
    row = only_row(PRESIDENT)
    assert row.ruby_text(18) == "  だいとうりょう  "
    assert row.base_text(18) == "米 大  統   領の  "
    assert [row.hit(x) for x in range(-1, 18)] == [
        None, 0, 0, None, 1, 1, None, None, 2, 2, None, None, None, 3, 3, 4, 4, None, None,
    ]  # fmt: skip


def test_every_cell_of_a_reading_hits_its_group() -> None:
    row = only_row(PRESIDENT)
    assert [row.hit_ruby(x) for x in range(1, 17)] == [None, *[1] * 14, None]


def test_footnote_numbers_hit_nothing_and_inline_readings_their_word() -> None:
    assert [only_row("支援^12^。").hit(x) for x in range(8)] == [0, 0, 1, 1, None, None, 2, 2]
    inline = only_row("の{支援|し.えん}", RubyMode.INLINE)
    assert inline.base_text(14) == "の支援(しえん)"
    assert [inline.hit(x) for x in range(14)] == [0, 0, 1, 1, 2, 2, *[1] * 8]


def test_cells_of_a_span_leave_padding_out_and_its_extent_takes_it_in() -> None:
    row = only_row(PRESIDENT)
    assert row.cells(1, 3) == [(3, 5), (7, 9)]
    assert row.extent(1, 3) == (3, 9)
    assert row.ruby_cells(2, 3) == [(2, 16)]
    assert row.cells(5, 9) == []
    assert row.extent(5, 9) is None


def test_neighbouring_cells_of_a_span_are_one_range() -> None:
    assert only_row("アメ¦リカの").cells(1, 3) == [(2, 6)]


def test_a_piece_holds_characters_of_one_token_only() -> None:
    pieces = only_row("アメリカ¦の¦{支援|し.えん}¦を").base
    assert [piece.text for piece in pieces] == ["アメリカ", "の", "支援", "を"]


def test_runs_are_cut_at_further_boundaries() -> None:
    row = only_row("トランプ・コロラリー")
    assert [(p.x, p.text) for p in row.runs({2, 5})] == [
        (0, "トラ"),
        (4, "ンプ・"),
        (10, "コロラリー"),
    ]
    assert list(row.runs(())) == list(row.base)


def test_a_boundary_inside_a_character_cuts_nothing() -> None:
    assert [p.text for p in only_row("か\u3099き").runs({1})] == ["か\u3099き"]


def test_row_of_finds_the_row_that_shows_an_offset() -> None:
    rows = rows_of("あいうえおかきくけこ", 8)
    assert [row_of(rows, offset) for offset in (0, 3, 4, 9, 10, 99)] == [0, 0, 1, 2, 2, 2]
    assert row_of((), 5) == 0


def test_an_empty_text_has_no_rows() -> None:
    assert lay_out("", (), (), Setting(20)) == ()


def test_a_row_without_readings_is_one_line_high() -> None:
    assert [row.height for row in rows_of("ああああ{支援|し.えん}", 8)] == [1, 2]


@pytest.mark.parametrize(
    "rubies",
    [
        [Ruby(0, 2, "しえん"), Ruby(1, 3, "えんを")],
        [Ruby(0, 9, "しえん")],
        [Ruby(-1, 1, "し")],
        [Ruby(1, 1, "し")],
        [Ruby(0, 2, "")],
        [Ruby(0, 2, "しえん", ("し",))],
        [Ruby(0, 2, "\u200b")],
    ],
)
def test_rubies_that_make_no_sense_lose_no_text(rubies: list[Ruby]) -> None:
    for mode in RubyMode:
        (row,) = lay_out("支援を", rubies, (), Setting(40, mode))
        assert "".join(p.text for p in row.base if not p.inserted) == "支援を"


def test_a_footnote_inside_a_group_comes_after_it() -> None:
    text, rubies, _, tokens = parse("{支援|し.えん}を")
    (row,) = lay_out(text, rubies, tokens, Setting(40), inserts=[Insert(1, "3")])
    assert row.base_text(9) == "支 援 3を"


def test_a_viewer_pays_only_for_the_rows_it_shows() -> None:
    consumed = 0

    def counted():
        nonlocal consumed
        for row in iter_rows("あ、いう。" * 200_000, (), (), Setting(80)):
            consumed += 1
            yield row

    layout = Layout(counted())
    assert len(layout.ask(40)) == 40
    assert layout.find(2000) >= 40
    assert consumed < 80
    assert not layout.complete


def test_a_paragraph_of_a_million_characters_can_be_entered_anywhere() -> None:
    text = "あ、いう。" * 200_000
    rubies = [Ruby(at, at + 1, "かん") for at in range(0, len(text), 5)]
    rows = list(islice(iter_rows(text, rubies, (), Setting(80), start=900_000), 3))
    assert rows[0].start == 900_000
    assert rows[0].ruby[0].start == 900_000


def test_a_group_that_is_split_goes_on_where_a_row_starts() -> None:
    sample = parse("{対外有償軍事援助|たい.がい.ゆう.しょう.ぐん.じ.えん.じょ}は")
    rows = lay_out(sample.text, sample.rubies, (), Setting(12))
    assert len(rows) > 2
    for number, row in enumerate(rows):
        rest = iter_rows(sample.text, sample.rubies, (), Setting(12), start=row.start)
        assert tuple(rest) == rows[number:]


def test_layout_counts_only_what_exists() -> None:
    layout = Layout(iter_rows("あいうえおかきくけこ", (), (), Setting(8)))
    assert len(layout.ask(2)) == 2
    assert len(layout.ask(9)) == 3
    assert layout.complete
    assert layout[-1].end == 10
    with pytest.raises(IndexError):
        layout[3]
