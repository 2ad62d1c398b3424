"""What clings to a number: 第, 丸, an era, 午前 or a minus before it, its suffixes behind it."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from typing import Final

from yomu.reading.numbers import amounts, context
from yomu.reading.numbers.eras import era_before
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment
from yomu.reading.numbers.suffixes import suffixes_at
from yomu.reading.numbers.words import not_a_counter

_HALVES: Final = {"午前": "ごぜん", "午後": "ごご"}
# 3人連れの客, but 一人連れて; 100円引き, but 100円引き上げる.
_VERB_STEMS: Final = frozenset(("連れ", "立て", "引き", "越し"))
_VERB_GOES_ON: Final = re.compile("[てたるまなせらよ出上下込返抜続]")
_MINUS: Final = frozenset("-−－‐")


def add_prefix(text: str, item: Item, done: int) -> None:
    """Take in 第, 丸, an era or 午前 and 午後 where they stand right before the number."""
    start, kind = item.start, item.counter_kind
    two, one = text[max(0, start - 2) : start], text[max(0, start - 1) : start]
    reading = ""
    era = era_before(text, start, item.figure) if kind in ("year", "decade") else None
    if era is not None and start - 2 >= done:
        item.prefix, reading = two, era.reading
    elif start - 2 >= done and two in _HALVES and kind == "hour":
        item.prefix, reading = two, _HALVES[two]
    elif start - 1 >= done and one == "第":
        item.prefix, reading = one, "だい"
    elif start - 1 >= done and one == "丸" and kind in ("year", "duration", "day", "days"):
        item.prefix, reading = one, "まる"
    elif start - 1 >= done and one == "中" and kind == "day" and _is_between(two[:-1]):
        item.prefix, reading = one, "なか"
    elif start - 1 >= done and one in _MINUS and _is_negative(item, two[:-1]):
        item.prefix, reading = one, "まいなす"
    if reading:
        item.start = start - len(item.prefix)
        item.segments.insert(0, NumberSegment(item.start, start, reading, False, "prefix", start))
        item.number_at = 1


def _is_between(before: str) -> bool:
    """中4日で登板: four days between two games; but 期間中4日 is ちゅう."""
    return not before or not context.is_kanji(before)


def _is_negative(item: Item, before: str) -> bool:
    """Say whether the sign after `before` is a minus (-5℃, -0.5%), and make the number negative."""
    numeral = item.numeral
    counter = item.counter
    if counter is None or (counter.kind not in ("degree", "percent") and counter.spelling != "度"):
        return False
    if context.is_word_character(before):
        return False
    if numeral is None or numeral.value is None:
        return False
    item.numeral = replace(numeral, value=-numeral.value)
    return True


_ANY_NOUN_AND_NTH: Final = re.compile("(?:[一-鿿々]{1,5}|[ァ-ヺー]{2,10})目(?![一-鿿々])")


def ordinal_after(text: str, item: Item, boundaries: Container[int] | None) -> Item | None:
    """Return the 目 behind a noun that is no counter (3症例目 さんしょうれいめ), which words end in as もく.

    Only a tokenizer tells it from 種目 and 注目.
    """
    if boundaries is None or item.numeral is None or not item.bare:
        return None
    match = _ANY_NOUN_AND_NTH.match(text, item.end)
    if match is None or match.end() - 1 not in boundaries:
        return None
    end = match.end()
    segment = NumberSegment(end - 1, end, "め", False, "suffix", end)
    english = amounts.ordinal(item.figure)
    return Item(end - 1, end, [segment], kind="ordinal", english=english, certain=True)


def add_suffix(text: str, item: Item, boundaries: Container[int] | None) -> None:
    """Take in up to two suffixes (3年半後), each ending on a border of words."""
    for _ in range(2):
        kind = item.counter_kind or "bare"
        for suffix in suffixes_at(text, item.end, kind):
            end = item.end + len(suffix.spelling)
            if boundaries is not None and end not in boundaries and end != len(text):
                continue
            if boundaries is None and not_a_counter(text, item.end, end):
                continue
            if suffix.spelling in _VERB_STEMS and _VERB_GOES_ON.match(text, end):
                continue
            # 余 is よ before what is counted and at the end, あまり in 30余の島々.
            reading = "あまり" if text[item.end : end + 1] == "余の" else suffix.reading
            item.segments.append(NumberSegment(item.end, end, reading, False, "suffix", end))
            item.suffix += suffix.spelling
            item.end = end
            break
        else:
            return
