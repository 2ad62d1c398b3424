"""The table of counters is well formed."""

from __future__ import annotations

import re
from collections import Counter as Tally

from yomu.reading.numbers.counters import counters, counters_at
from yomu.reading.numbers.sounds import SOUND_CLASSES
from yomu.reading.numbers.tables import COUNTERS

ROWS = [line for line in COUNTERS.splitlines() if line and not line.startswith("#")]


def test_every_row_has_six_columns_and_a_known_sound_class() -> None:
    for row in ROWS:
        columns = [column.strip() for column in row.split("|")]
        assert len(columns) == 6, row
        assert re.fullmatch("[ぁ-ゖー]+", columns[1]), row
        assert columns[2] in SOUND_CLASSES, row
        assert all(columns[at] for at in (0, 4, 5)), row


def test_only_a_voiceless_counter_changes_the_number_before_it() -> None:
    for row in ROWS:
        _, reading, sounds, *_ = (column.strip() for column in row.split("|"))
        assert (
            sounds == "-" or reading[0] in "かきくけこさしすせそたちつてとはひふへほぱぴぷぺぽ"
        ), row


def test_no_counter_is_listed_twice() -> None:
    tally = Tally(counter.spelling for found in counters().values() for counter in found)
    # 対 counts pairs, and stands between the two sides of a ratio.
    assert [spelling for spelling, times in tally.items() if times > 1] == ["対"]


def test_the_longest_counter_is_tried_first() -> None:
    assert [counter.spelling for counter in counters_at("日間", 0)] == ["日間", "日"]


def test_small_ka_is_written_in_six_ways() -> None:
    assert all(next(counters_at(f"{ka}国", 0)).reading == "かこく" for ka in "かカヵヶケ箇")
