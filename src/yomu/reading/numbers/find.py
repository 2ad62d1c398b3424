"""Finds numbers: one pass over the text, then neighbours are joined to dates, times and ranges."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from yomu.reading.numbers.attached import ordinal_after
from yomu.reading.numbers.counters import counters
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.items import read_item
from yomu.reading.numbers.numeral import UNKNOWN
from yomu.reading.numbers.span import NumberSpan
from yomu.reading.numbers.spans import join_items


@cache
def _start() -> re.Pattern[str]:
    """Where a number may begin; 数, 何 and 幾 only before what they can count."""
    counted = "十百千万億兆" + "".join(counters())
    unknown = "".join(UNKNOWN)
    return re.compile(
        rf"[0-9０-９〇零一二三四五六七八九十百千廿卅拾壱弐参伍]|[{unknown}](?=[{re.escape(counted)}])|元(?=年)|[○◯]+(?=[年月日号時円])"
    )


def holds_numbers(text: str) -> bool:
    """Say, at the cost of one search, whether `find_numbers` may find anything."""
    return _start().search(text) is not None


def _items(text: str, boundaries: Container[int] | None) -> Iterator[Item]:
    search = _start().search
    at = done = 0
    while match := search(text, at):
        start = match.start()
        item, at = read_item(text, start, done, boundaries)
        at = max(at, start + 1)
        if item is not None:
            done = item.end
            yield item
            nth = ordinal_after(text, item, boundaries)
            if nth is not None:
                done = at = nth.end
                yield nth


def find_numbers(text: str, boundaries: Container[int] | None = None) -> list[NumberSpan]:
    """Find the numbers of `text`, in order, without overlap, in time linear in its length.

    `boundaries` are the offsets where a tokenizer's words begin or end; a counter must then end
    on one (一分野 is no 一分), and a number in kanji begin on one. Without them lists of words
    that only look like numbers do what they can.
    """
    return join_items(text, list(_items(text, boundaries)))
