"""One number with its counter, its prefix and its suffix."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from yomu.reading.numbers import context
from yomu.reading.numbers.attached import add_prefix, add_suffix
from yomu.reading.numbers.counted import Spoken, read_counted
from yomu.reading.numbers.counters import Counter, counters_at
from yomu.reading.numbers.eras import era_before
from yomu.reading.numbers.fixed import fixed_at
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment
from yomu.reading.numbers.numeral import Numeral
from yomu.reading.numbers.numerals import parse_numeral
from yomu.reading.numbers.peculiar import peculiar
from yomu.reading.numbers.words import (
    WORD_READINGS,
    is_counted_after_all,
    not_a_counter,
    other_word_at,
)

_CURRENCY_SIGNS: Final = {
    "$": "ドル",
    "＄": "ドル",
    "€": "ユーロ",
    "£": "ポンド",
    "￡": "ポンド",
    "¥": "円",
    "￥": "円",
}
_ARABIC: Final = frozenset("0123456789０１２３４５６７８９")

# A tokenizer takes 月末, 年度, 時半 for words; after digits the unit belongs to the number all the same.
_SPLITS_WORD: Final = {
    "年": "末初頭度後前間来半比内以中夏春秋冬版産製式債期",
    "月": "末初頭期上中下半以",
    "日": "付夜朝昼間目後前未午早夕深以現内",
    "時": "半頃前後過以現台",
    "円": "高安相建台弱強超以",
    "人": "組目以弱強超",
    "分": "間前後過頃以線",
}

_FOLLOWS_MORE: Final = frozenset(
    ("count", "people", "year", "day", "days", "duration", "measure", "money", "times")
)
_COUNTING: Final = frozenset(("count", "times", "people"))
# 区分, 線分 and 国分 are words of their own.
_NAMES_A_PART: Final = frozenset("区線国")


def read_item(
    text: str, start: int, done: int, boundaries: Container[int] | None
) -> tuple[Item | None, int]:
    """Read the number at `start`, where `done` is the end of the one before.

    The second value is where to look on; it is past everything that was looked at.
    """
    if text[start] == "元":
        return _first_year(text, start, done), start + 1
    fixed = fixed_at(text, start, done)
    if fixed is not None:
        return fixed, fixed.end
    arabic = text[start] in _ARABIC
    if not arabic and not 0 < done == start:
        word_end = other_word_at(text, start, boundaries)
        if word_end:
            return _word(text, start, word_end, boundaries), word_end
    numeral = parse_numeral(text, start, approximate=not 0 < done == start)
    if numeral is None:
        return None, start + 1
    if numeral.reading is None or not (arabic or _may_start(text, start, done, boundaries)):
        return None, numeral.end
    counter, counter_end = _counter_after(text, numeral, boundaries)
    if counter is None and 0 < start != done:
        counter = _currency(text, start, numeral.end)
    if arabic and _is_name(text, numeral, counter):
        return None, counter_end
    if counter is None and _opens_verb_stem(text, numeral, boundaries):
        return _once(text, numeral), numeral.end
    if counter is None and not _may_stand_alone(text, numeral, boundaries):
        return None, numeral.end
    item = _build(text, numeral, counter, counter_end, done)
    # 二町三村, 三勝二敗: right behind a number stands another, not 三村 みむら.
    if 0 < done == start or is_counted_after_all(text, start, item.end):
        item.certain = True
    add_suffix(text, item, boundaries)
    return item, item.end


def _currency(text: str, start: int, end: int) -> Counter | None:
    """Return the money whose sign stands before a number: $100, ¥1,000; but not $5 million."""
    spelling = _CURRENCY_SIGNS.get(text[start - 1])
    if spelling is None or context.starts_latin(text, end + (text[end : end + 1] == " ")):
        return None
    return next(counters_at(spelling, 0))


def _word(text: str, start: int, end: int, boundaries: Container[int] | None) -> Item | None:
    reading, english = WORD_READINGS.get(text[start:end], ("", ""))
    if not reading or not _may_start(text, start, 0, boundaries):
        return None
    segment = NumberSegment(start, end, reading, True, "number", end)
    return Item(start, end, [segment], kind="name", english=english)


def _may_start(text: str, start: int, done: int, boundaries: Container[int] | None) -> bool:
    if 0 < done == start:
        return True
    if boundaries is None:
        return (
            context.may_begin_kanji_numeral(text, start) or era_before(text, start, 1) is not None
        )
    if start in boundaries or context.follows_in_list(text, start):
        return True
    # A tokenizer takes 約数 for the divisor, 全一 for a name.
    before = text[start - 1]
    split = (
        before in "第功"
        or (before == "約" and text[start] == "数")
        or before + text[start] == "全一"
    )
    return split and start - 1 in boundaries


def _is_name(text: str, numeral: Numeral, counter: Counter | None) -> bool:
    if context.is_model_name(text, numeral.start, counter.spelling if counter else ""):
        return True
    return counter is None and (
        context.follows_latin_word(text, numeral.start) or context.starts_latin(text, numeral.end)
    )


def _may_stand_alone(text: str, numeral: Numeral, boundaries: Container[int] | None) -> bool:
    """Whether a number without counter is a number: 1, 二十, but not the 数 of 数える."""
    if numeral.arabic:
        return True
    length = numeral.end - numeral.start
    if length == 1 and numeral.value is None:
        return False
    if boundaries is not None:
        return numeral.end in boundaries or context.follows_in_list(text, numeral.end + 1)
    return length > 1 or not (numeral.end < len(text) and context.is_kanji(text[numeral.end]))


def _opens_verb_stem(text: str, numeral: Numeral, boundaries: Container[int] | None) -> bool:
    """一働き, 一稼ぎ: a verb's stem after 一, which a tokenizer gives as one word."""
    if boundaries is None or numeral.arabic or numeral.value != 1:
        return False
    end = numeral.end
    return (
        end - numeral.start == 1
        and end in boundaries
        and end + 1 not in boundaries
        and end + 2 in boundaries
        and context.is_verb_stem(text[end : end + 2])
    )


def _once(text: str, numeral: Numeral) -> Item:
    start, end = numeral.start, numeral.end
    segment = NumberSegment(start, end, "ひと", True, "number", end)
    return Item(start, end, [segment], numeral, english="one (go, bit, spell)")


def _counter_after(
    text: str, numeral: Numeral, boundaries: Container[int] | None
) -> tuple[Counter | None, int]:
    """Find the counter after a numeral; a space may stand only before a symbol (10 km)."""
    after = text[numeral.end : numeral.end + 1]
    gaps = (0, 1) if after and after in " \u00a0\u3000余" else (0,)
    for gap in gaps:
        for counter in counters_at(text, numeral.end + gap):
            if gap and not (_follows_more if after == "余" else _follows_space)(counter):
                continue
            end = numeral.end + gap + len(counter.spelling)
            if _fits(text, numeral, counter, end, boundaries):
                return counter, end
    return None, numeral.end


def _follows_more(counter: Counter) -> bool:
    """百余名 and 30余カ国, but 余分 and 余波 are words."""
    return counter.kind in _FOLLOWS_MORE and counter.spelling not in ("地", "波", "談")


def _follows_space(counter: Counter) -> bool:
    """10 km and 5 %, but A, V and t after a space are rather words of another language."""
    spelling = counter.spelling
    return _is_symbol(spelling) and (
        len(spelling) > 1 or spelling in "mg%％" or not spelling.isascii()
    )


def _is_symbol(spelling: str) -> bool:
    return spelling[0].isascii() or spelling[0] in "％‰℃℉㎞㎝㎜㎡㎢㎥㎏㎎㏄°µμℓ"


def _fits(
    text: str, numeral: Numeral, counter: Counter, end: int, boundaries: Container[int] | None
) -> bool:
    spelling = counter.spelling
    if spelling[-1].isascii() and spelling[-1].isalnum():
        written_out = numeral.arabic or numeral.end - numeral.start > 1
        goes_on = context.starts_latin(text, end) or text[end : end + 1].isdecimal()
        goes_on = goes_on or text.startswith("W杯", end - 1)
        return written_out and not goes_on
    if _is_symbol(spelling):
        return True
    if counter.kind == "whole day" and numeral.value != 1:
        return False
    if spelling == "強" and not _counts_powers(text, numeral):
        return False
    if counter.kind in ("fraction", "ratio"):
        other = parse_numeral(text, end, approximate=False)
        return other is not None and other.reading is not None
    if boundaries is None:
        cut = context.is_katakana(spelling[-1]) and context.is_katakana(text[end : end + 1])
        return not cut and not not_a_counter(text, numeral.end, end)
    if end in boundaries or end == len(text):
        return True
    return _splits_word(numeral, counter, text[end], end + 1 in boundaries)


def _splits_word(numeral: Numeral, counter: Counter, follower: str, word_ends: bool) -> bool:
    """Say whether a counter ends inside a tokenizer's word: 3|本分, 二|曲目, 4|月末, 120|万平|粁余."""
    if counter.kind in _COUNTING and word_ends:
        if follower == "目":
            return True
        if follower == "分":
            return numeral.arabic and counter.spelling not in _NAMES_A_PART
    if counter.kind == "measure" and len(counter.spelling) > 1 and not _is_kana(counter.spelling):
        return True
    return numeral.arabic and follower in _SPLITS_WORD.get(counter.spelling, "")


def _is_kana(spelling: str) -> bool:
    return spelling[-1] < "\u3400"


def _counts_powers(text: str, numeral: Numeral) -> bool:
    """2強 are two powers; 2万強 is a little over 20,000, and 震度6強 a strong 6."""
    small = isinstance(numeral.value, int) and numeral.value <= 32
    return small and not text.endswith("震度", 0, numeral.start)


def _build(text: str, numeral: Numeral, counter: Counter | None, end: int, done: int) -> Item:
    item = Item(numeral.start, end, [], numeral, counter)
    numeral = _without_leading_zero(numeral, counter)
    special = peculiar(text, numeral, counter, end)
    if special is not None:
        said, item.english, item.certain = special
    else:
        before = text[max(0, numeral.start - 1) : numeral.start]
        said = read_counted(numeral, counter, before=before)
    if counter is not None and counter.kind == "fraction":
        return _fraction(text, item, said)
    if counter is not None and end == numeral.end:
        return _with_sign(item, said)
    if counter is not None and text[numeral.end] == "余":
        item.suffix = "余"
    counter_at = end - len(counter.spelling) if counter else end
    item.segments.append(
        NumberSegment(
            numeral.start, end, said.reading, said.irregular, "number", counter_at, said.counter
        )
    )
    add_prefix(text, item, done)
    return item


def _with_sign(item: Item, said: Spoken) -> Item:
    """$100 is ひゃくどる as a whole: the sign stands first and is spoken last."""
    item.start -= 1
    item.segments.append(
        NumberSegment(item.start, item.end, said.reading, False, "number", item.end)
    )
    return item


def _without_leading_zero(numeral: Numeral, counter: Counter | None) -> Numeral:
    """02月 is にがつ and 05分 ごふん, but 02年 keeps its zero."""
    zeros = numeral.digits.startswith("0") and isinstance(numeral.value, int) and numeral.value
    if zeros and counter and counter.kind in ("month", "day", "hour", "minute", "second"):
        plain = parse_numeral(str(numeral.value), 0)
        if plain is not None:
            return Numeral(
                numeral.start,
                numeral.end,
                plain.value,
                plain.reading,
                plain.tail,
                True,
                plain.digits,
            )
    return numeral


def _fraction(text: str, item: Item, said: Spoken) -> Item:
    """3分の1: the counter 分の has a numeral of its own behind it."""
    second = parse_numeral(text, item.end, approximate=False)
    if second is None or second.reading is None:
        raise AssertionError("a fraction is accepted only with its second number")
    item.second = second
    item.segments.append(
        NumberSegment(
            item.start, second.end, said.reading + second.reading, False, "number", second.end
        )
    )
    item.end = second.end
    return item


def _first_year(text: str, start: int, done: int) -> Item | None:
    """令和元年 is the first year of an era; 元年 alone is a word."""
    era = era_before(text, start, 1)
    if era is None or start - 2 < done:
        return None
    counter = next(counter for counter in counters_at(text, start + 1))
    end = start + 1 + len(counter.spelling)
    numeral = Numeral(start, start + 1, 1, "がん", 1, False)
    segments = [
        NumberSegment(start - 2, start, era.reading, False, "prefix", start),
        NumberSegment(
            start, end, "がん" + counter.reading, True, "number", start + 1, counter.reading
        ),
    ]
    return Item(start - 2, end, segments, numeral, counter, 1, text[start - 2 : start])
