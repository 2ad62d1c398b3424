"""Charts in plain characters: they fit, they say numbers beside glyphs, and they add up."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.model import Face
from yomu.store.statistics import CardCount, Leech
from yomu.study.answers import Answers
from yomu.study.statistics import Day, Forecast, Standing, Statistics, Streak
from yomu.tui.charts.calendar import Scale, calendar
from yomu.tui.charts.canvas import Canvas, compact, duration
from yomu.tui.charts.sections import SECTIONS, nothing_yet, spans_of
from yomu.typeset.width import cell_width

TODAY = date(2026, 3, 1).toordinal()

days = st.builds(
    Day,
    st.integers(TODAY - 900, TODAY + 3),
    texts=st.frozensets(st.sampled_from("abc")),
    characters=st.integers(0, 10**7),
    lookups=st.integers(0, 10**4),
    answers=st.builds(Answers, st.tuples(*[st.integers(0, 10**5)] * 16)),
    duration_ms=st.integers(0, 10**9),
    standing=st.builds(
        Standing, *[st.tuples(st.just(0), *[st.integers(0, 10**5)] * 7) for _ in range(2)]
    ),
)
words = st.text(st.sampled_from("外交集団的自衛権abcé\x1b\n\u200b👍🏽"), min_size=1, max_size=40)
records = st.builds(
    Statistics,
    st.just(TODAY),
    st.floats(0.7, 0.97),
    st.lists(days, max_size=12, unique_by=lambda day: day.day).map(
        lambda some: tuple(sorted(some, key=lambda day: day.day))
    ),
    lookups=st.lists(
        st.tuples(st.integers(TODAY - 9, TODAY), words, words, st.integers(1, 99)), max_size=5
    ).map(tuple),
    cards=st.builds(CardCount, st.integers(10, 10**6), st.integers(0, 10)),
    forecast=st.builds(
        Forecast,
        st.integers(0, 10**5),
        st.integers(0, 10**5),
        days=st.tuples(*[st.integers(0, 99999)] * 30),
    ),
    stabilities=st.tuples(*[st.integers(0, 10**6)] * 6),
    leeches=st.lists(
        st.builds(
            Leech, words, words, words, st.just(Face.RECOGNITION), st.just(9), st.just(99), st.booleans()
        ),
        max_size=12,
    ).map(tuple),
    streak=st.just(Streak(3, 900)),
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(
    records,
    st.sampled_from((None, 7, 30, 90, 365)),
    st.sampled_from((72, 78, 118)),
    st.booleans(),
    st.booleans(),
)
def test_every_page_fits_the_width_whatever_is_on_record(
    record: Statistics, period: int | None, width: int, plain: bool, plots: bool
) -> None:
    found = record if period is None else record.since(TODAY - period + 1)
    canvas = Canvas(width, plain=plain, plots=plots)
    for page in SECTIONS.values():
        for section in page(found, canvas):
            for line in section.lines:
                assert cell_width(line) <= width, (section.title, line)
                assert line.isprintable()
                if plain:
                    drawn = re.sub("[外交集団的自衛権é👍🏽]", "", line)
                    assert drawn.isascii(), line


@settings(max_examples=25, deadline=None)
@given(records, st.sampled_from((7, 30, 90, 365, 1000)))
def test_spans_leave_no_day_out_and_count_none_twice(record: Statistics, period: int) -> None:
    found = record.since(TODAY - period + 1)
    spans = spans_of(found)
    assert len(spans.names) == len(set(spans.names)) == len(spans.days)
    until_today = [day for day in found.days if day.day <= TODAY]
    assert sum(s.characters for s in spans.days) == sum(d.characters for d in until_today)
    assert spans.unit == "year" or len(spans.names) <= 14


@given(st.lists(st.integers(0, 10**6)))
def test_levels_follow_each_other_and_the_legend_names_every_border(amounts: list[int]) -> None:
    scale = Scale(amounts)
    assert scale.level(0) == 0
    levels = [scale.level(amount) for amount in sorted(amounts)]
    assert levels == sorted(levels)
    assert all(level <= 4 for level in levels)
    legend = "   ".join(scale.legend(Canvas(plain=True))).replace(",", "")
    for start in scale.starts:
        assert re.search(rf"\b{start}\b", legend)
        assert scale.level(start) == scale.level(start - 1) + 1


def test_one_day_of_cramming_does_not_flatten_the_others() -> None:
    scale = Scale([20] * 30 + [5000])
    assert scale.level(20) == 4


def test_the_calendar_writes_weeks_out_with_their_sums() -> None:
    amounts = {TODAY - 6: 12, TODAY - 1: 1234, TODAY: 7}
    lines = calendar(Canvas(plain=True), amounts, TODAY - 6, TODAY, cursor=TODAY - 1)
    assert "23 Feb" in lines[1]
    assert lines[1].split()[-1] == "1,253"
    assert "1.2k]" in lines[1]


def test_a_year_is_a_column_a_week_with_each_day_at_its_place() -> None:
    amounts = {TODAY: 9, TODAY - 7: 1, TODAY - 14: 9}
    lines = calendar(Canvas(78, plain=True), amounts, TODAY - 364, TODAY)
    sundays = next(line for line in lines if line.startswith(" Sun"))
    assert sundays.endswith("#-#")
    assert sundays.count(".") == 50, "365 days are 53 Sundays"
    assert sum(line.count(".") for line in lines[1:8]) == 362


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1000, "1.0k"), (1999, "1.9k"), (10_000, "10k"), (999_999, "999k"),
     (1_000_000, "1.0M"), (12_345_678, "12M"), (10**9, ">1G")],
)  # fmt: skip
def test_numbers_in_a_calendar_take_four_cells(number: int, text: str) -> None:
    assert compact(number) == text


@pytest.mark.parametrize(
    ("ms", "text"),
    [(0, "0 s"), (59_999, "59 s"), (60_000, "1 min"), (3_600_000, "1 h 0 min"), (10**9, "277 h")],
)
def test_durations_are_cut_to_their_unit(ms: int, text: str) -> None:
    assert duration(ms) == text


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(4, 48), st.booleans())
def test_a_bar_is_never_longer_than_its_room_and_never_nothing(
    value: int, more: int, cells: int, plain: bool
) -> None:
    bar = Canvas(plain=plain).bar(value, value + more, cells)
    assert 1 <= cell_width(bar) <= cells


def test_a_newcomer_is_told_what_comes_in_narrow_terminals_too() -> None:
    for width in (38, 78):
        assert all(cell_width(line) <= width for line in nothing_yet(Canvas(width)))


def test_a_clock_that_was_set_back_leaves_no_days_below_nothing() -> None:
    later = Day(TODAY + 22, characters=10)
    overview = SECTIONS["Overview"](Statistics(TODAY, 0.9, (later,)), Canvas(78))
    said = "\n".join(str(line) for section in overview for line in section.lines)
    assert "-21" not in said
    assert "of 1 day" in said
