"""The properties that every layout has, on texts made to break them."""

from __future__ import annotations

from typing import NamedTuple

import checks
import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation import tokens_at

from yomu.model import Ruby, RubyMode, Token
from yomu.typeset import Insert, Layout, Setting, iter_rows, lay_out, row_of

KANJI = ["支", "援", "々", "𠮷", "⼤", "葛\U000e0100", "今", "ヶ"]
PLAIN = [
    *"のはをつ取戦。、」「（）()ー々っ・：？％%￥$“”①㈱…―　 .,:-'/A9bz２０Ａ｢ｶﾞ｡ｯ",
    *("か\u3099", "𠮷", "⼤", "葛\U000e0100", "……", "――", "35%", "2,014.5", "don't", "NATO"),
    *(
        "https://example.org/a",
        "👨\u200d👩\u200d👧",
        "⚠\ufe0f",
        "🇯🇵",
        "\u00ad",
        "\u200b",
        "\n",
        "\t",
    ),
]
KANA = [*"あかしゅょんうー", "か\u3099", "っ"]


class Text(NamedTuple):
    text: str
    rubies: list[Ruby]
    cuts: list[int]
    inserts: list[Insert]

    @property
    def tokens(self) -> list[Token]:
        return tokens_at(self.text, self.cuts)


@st.composite
def texts(draw: st.DrawFn, footnotes: bool = True) -> Text:
    """Runs of anything between ruby groups, footnote numbers and token boundaries."""
    text, rubies, cuts, inserts = "", [], [], []
    for kind in draw(st.lists(st.sampled_from("ppppgggtf"), max_size=14)):
        if kind == "p":
            text += "".join(draw(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=12)))
        elif kind == "t":
            cuts.append(len(text))
        elif kind == "f" and footnotes and text:
            inserts.append(Insert(len(text), draw(st.sampled_from(["3", "12", "(4)", "注"]))))
        elif kind == "g":
            base = draw(st.lists(st.sampled_from(KANJI), min_size=1, max_size=5))
            kana = st.lists(st.sampled_from(KANA), min_size=1, max_size=4).map("".join)
            start = len(text)
            text += "".join(base)
            if draw(st.booleans()):
                split = [draw(kana) for _ in base]
                parts = tuple(
                    part if index == 0 else ""
                    for character, part in zip(base, split, strict=True)
                    for index in range(len(character))
                )
                rubies.append(Ruby(start, len(text), "".join(split), parts))
            else:
                rubies.append(Ruby(start, len(text), draw(kana)))
            cuts += [start, len(text)] if draw(st.booleans()) else []
    return Text(text, rubies, cuts, inserts)


@st.composite
def settings_of(draw: st.DrawFn, mode: RubyMode | None = None) -> Setting:
    return Setting(
        draw(st.one_of(st.integers(8, 30), st.integers(8, 200))),
        mode or draw(st.sampled_from(RubyMode)),
        draw(st.sampled_from(["narrow", "wide"])),
        gap_cells=draw(st.integers(0, 2)),
        first_indent_cells=draw(st.integers(0, 4)),
        indent_cells=draw(st.integers(0, 4)),
    )


def choose_every_second(start: int, end: int) -> bool:
    return start % 2 == 0


def rows_for(sample: Text, setting: Setting):
    return lay_out(
        sample.text,
        sample.rubies,
        sample.tokens,
        setting,
        inserts=sample.inserts,
        chosen=choose_every_second,
    )


@given(texts(), settings_of())
def test_both_lines_measure_exactly_the_width_and_nothing_overlaps(
    sample: Text, setting: Setting
) -> None:
    checks.check_cells(rows_for(sample, setting), setting)


@given(texts(), settings_of())
def test_base_cells_are_the_source_text_in_order(sample: Text, setting: Setting) -> None:
    checks.check_source(rows_for(sample, setting), sample.text)


@given(texts(), settings_of())
def test_rubies_keep_the_gap_and_overhang_only_what_they_may(
    sample: Text, setting: Setting
) -> None:
    checks.check_ruby(rows_for(sample, setting), sample.text, setting)


@given(texts(), settings_of())
def test_kinsoku_is_broken_only_where_the_line_had_no_legal_break(
    sample: Text, setting: Setting
) -> None:
    rows = rows_for(sample, setting)
    held = [(r.start, r.end) for r in sample.rubies if setting.mode is not RubyMode.NONE]
    checks.check_breaks(rows, sample.text, held)


@given(texts(), settings_of(RubyMode.ALL))
def test_a_group_stays_on_one_line_unless_wider_than_the_line(
    sample: Text, setting: Setting
) -> None:
    checks.check_groups(rows_for(sample, setting), sample.text, sample.rubies, setting)


@given(texts(), settings_of())
def test_every_cell_leads_to_its_character_and_padding_to_none(
    sample: Text, setting: Setting
) -> None:
    checks.check_hits(rows_for(sample, setting), sample.text, sample.cuts)


@given(texts(), settings_of(), settings_of())
def test_toggling_ruby_and_resizing_keep_the_offset_at_the_top(
    sample: Text, one: Setting, other: Setting
) -> None:
    before, after = rows_for(sample, one), rows_for(sample, other)
    for row in before:
        if row.start < row.end:
            top = after[row_of(after, row.start)]
            assert top.start <= row.start < top.end


@given(texts(), settings_of(), st.lists(st.integers(0, 30), max_size=4))
def test_lazy_layout_equals_eager_layout_and_twice_equals_once(
    sample: Text, setting: Setting, asked: list[int]
) -> None:
    rows = rows_for(sample, setting)
    assert rows == rows_for(sample, setting)
    layout = Layout(
        iter_rows(
            sample.text,
            sample.rubies,
            sample.tokens,
            setting,
            inserts=sample.inserts,
            chosen=choose_every_second,
        )
    )
    for count in asked:
        assert tuple(layout.ask(count)) == rows[:count]
    for row in rows[:5]:
        assert layout.find(row.start) == row_of(rows, row.start)
    assert (len(layout), tuple(layout)) == (len(rows), rows)


@given(texts(footnotes=False), settings_of())
def test_layout_resumed_at_a_row_goes_on_as_before(sample: Text, setting: Setting) -> None:
    if setting.mode is RubyMode.INLINE:
        return
    rows = rows_for(sample, setting)
    for number, row in enumerate(rows[1:4], start=1):
        rest = iter_rows(
            sample.text,
            sample.rubies,
            sample.tokens,
            setting,
            chosen=choose_every_second,
            start=row.start,
        )
        assert tuple(rest) == rows[number:]


@given(texts(), st.integers(-3, 12), st.sampled_from(RubyMode))
def test_widths_below_eight_count_as_eight(sample: Text, width: int, mode: RubyMode) -> None:
    narrow = Setting(width, mode, first_indent_cells=40, indent_cells=-2)
    rows = rows_for(sample, narrow)
    checks.check_cells(rows, narrow)
    if width < 8:
        assert rows == rows_for(sample, Setting(8, mode))


@given(texts(), settings_of(RubyMode.ALL))
def test_breaking_at_bunsetsu_loses_nothing(sample: Text, setting: Setting) -> None:
    phrased = Setting(setting.width_cells, break_at_bunsetsu=True)
    rows = rows_for(sample, phrased)
    checks.check_source(rows, sample.text)
    checks.check_cells(rows, phrased)
    checks.check_ruby(rows, sample.text, phrased)


@pytest.mark.parametrize("filler", ["「", "。", " ", "a", "\u3099", "\u200d", "\n", "…", "\u200b"])
def test_a_text_of_one_character_only_is_laid_out(filler: str) -> None:
    text = filler * 3000
    rows = lay_out(text, (), (), Setting(20))
    checks.check_source(rows, text) if filler not in "\u3099\u200d" else None
    assert rows[-1].end == len(text)
