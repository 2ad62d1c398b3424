"""What holds for every text."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.reading.numbers import NumberSpan, find_numbers
from yomu.reading.numbers.spoken import read_integer

HIRAGANA = re.compile(r"[ぁ-ゖー]*")
KANJI_DIGITS = "〇一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")

number_like = st.text(
    alphabet="0123456789０５９〇一二三四十百千万億兆京廿数何幾第元年月日時分秒人本つカ国半目後前対の令和平成午前午後丸"
    "約、・，,.．:：〜～-－%％台円ドル割厘強弱余式目寸尺男女頃連れ行銀の。事変慶長トップボーイングG FkmA○◯ 𠮷️が",
    max_size=40,
)
texts = st.one_of(st.text(max_size=60), number_like)


def check(text: str, spans: list[NumberSpan]) -> None:
    at = 0
    for span in spans:
        assert at <= span.start < span.end <= len(text)
        at = span.start
        for segment in span.segments:
            assert segment.start == at < segment.end
            assert segment.start <= segment.counter <= segment.end
            assert segment.reading.endswith(segment.counter_reading)
            assert HIRAGANA.fullmatch(segment.reading)
            assert segment.reading or segment.kind == "sign"
            at = segment.end
        assert at == span.end
        assert span.reading == "".join(segment.reading for segment in span.segments)
        assert span.meaning_en


@given(texts)
def test_spans_are_ordered_and_their_segments_tile_them(text: str) -> None:
    check(text, find_numbers(text))


@given(texts, st.sets(st.integers(0, 60)))
def test_any_boundaries_will_do(text: str, boundaries: set[int]) -> None:
    check(text, find_numbers(text, boundaries))


@given(number_like)
def test_the_same_text_is_read_the_same_twice(text: str) -> None:
    assert find_numbers(text) == find_numbers(text)


def kanji(value: int) -> str:
    """Write a number below 10**20 in kanji with units."""
    if value == 0:
        return "〇"
    out = ""
    for unit, name in ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        section, value = divmod(value, unit)
        if not section:
            continue
        if section == 1000 and name:
            out += "一"
        for small, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit, section = divmod(section, small)
            if digit:
                out += ("" if digit == 1 and sign else KANJI_DIGITS[digit]) + sign
        out += name
    return out


def mixed(value: int) -> str:
    """Write a number as newspapers do: 6億5200万."""
    out = ""
    for unit, name in ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        section, value = divmod(value, unit)
        if section:
            out += f"{section}{name}"
    return out or "0"


numbers = st.one_of(st.integers(1, 10**5), st.integers(1, 10**20 - 1))


@given(numbers)
def test_a_number_has_one_value_and_one_reading_however_it_is_written(value: int) -> None:
    for written in (str(value), f"{value:,}", mixed(value), kanji(value)):
        for text in (written + "ドル", written.translate(FULL_WIDTH) + "ドル"):
            (span,) = find_numbers(text)
            assert (span.value, span.end) == (value, len(text)), text
            assert span.reading == read_integer(value) + "どる", text


@given(st.integers(1000, 2999))
def test_a_year_in_kanji_digits_is_read_like_one_in_digits(year: int) -> None:
    in_place = "".join(KANJI_DIGITS[int(digit)] for digit in str(year))
    (span,) = find_numbers(f"{in_place}年")
    (digits,) = find_numbers(f"{year}年")
    assert (span.reading, span.value) == (digits.reading, digits.value)


@given(st.from_regex(r"[0-9]{1,4}(,[0-9]{3}){0,2}(\.[0-9]{1,3})?[%人年円]", fullmatch=True))
def test_full_width_reads_like_half_width(text: str) -> None:
    half = find_numbers(text)
    full = find_numbers(text.translate(FULL_WIDTH))
    assert [(s.start, s.end, s.reading, s.value, s.meaning_en) for s in half] == [
        (s.start, s.end, s.reading, s.value, s.meaning_en) for s in full
    ]


def test_endless_digits_are_left_unread() -> None:
    for text in ("9" * 100_000, "一" * 100_000, "〇" * 100_000, "0." + "3" * 100_000):
        assert all(span.end - span.start < 40 for span in find_numbers(text + "円"))


def calls(text: str) -> int:
    """Count the function calls that finding the numbers of `text` takes."""
    made = 0

    def count(frame: object, event: str, arg: object) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    find_numbers(text)  # so that nothing is built for the first time while it counts
    sys.setprofile(count)
    try:
        find_numbers(text)
    finally:
        sys.setprofile(None)
    return made


CHAINS = (
    "1〜2割",
    "三、四人",
    "1-",
    "1,",
    "1.",
    "数",
    "1対",
    "3-2で",
    "2・",
    "1:30",
    "十分",
    "2026年1月3日",
    "一働き",
)


@pytest.mark.parametrize("piece", CHAINS)
def test_four_times_the_text_is_four_times_the_work(piece: str) -> None:
    # A tenth more for what the ends of a chain may cost; quadratic work would be sixteenfold.
    assert calls(piece * 400) <= 4.4 * calls(piece * 100)


def test_ordinary_text_costs_one_search_a_line() -> None:
    prose = "政府は新しい方針を発表し、各国の反応を見守る。"
    assert calls(prose * 100) == calls(prose)


def test_long_chains_of_numbers_are_read_in_one_pass() -> None:
    for piece in ("1-", "1,", "1.", "一、", "万億", "数", "1〜", "1対", "2・", "1:30"):
        check(piece * 3000, find_numbers(piece * 3000))
