"""Numbers in running text."""

from __future__ import annotations

from yomu.reading.numbers import find_numbers


def test_a_date_is_one_span_with_a_segment_for_month_and_day() -> None:
    (span,) = find_numbers("会談は1月3日に行われた。")
    assert span.reading == "いちがつみっか"
    assert [(s.start, s.end, s.reading) for s in span.segments] == [
        (3, 5, "いちがつ"),
        (5, 7, "みっか"),
    ]
