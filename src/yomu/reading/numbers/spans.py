"""Joins neighbouring numbers to dates, times and ranges: 1月 + 3日, 2 + 、 + 3人, 1979 + - + 80年."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from yomu.reading.numbers.counted import read_counted
from yomu.reading.numbers.counters import counters_at
from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment
from yomu.reading.numbers.numeral import pair_name
from yomu.reading.numbers.span import NumberSpan

_FOLLOWS: Final = frozenset(
    (
        ("year", "month"),
        ("month", "day"),
        ("day", "hour"),
        ("hour", "minute"),
        ("minute", "second"),
        ("year", "duration"),
        ("duration", "minute"),
        ("duration", "duration"),
        ("ratio", ""),
        ("tenths", "minute"),
        ("minute", "measure"),
        ("measure", "minute"),
    )
)
_MAY_BE_TENTHS: Final = frozenset(
    (("tenths", "minute"), ("minute", "measure"), ("measure", "minute"))
)
# The result of a game: 3-2で勝利, 2-1と逆転, 0-0の引き分け, 3-1でチームを下し.
_GAME: Final = re.compile(
    r"[でとの](?:[ぁ-んァ-ヶー一-龠]{0,8}?)(?:勝|敗|破|下し|下す|逆転|引き分|リード|先制|同点|サヨナラ)"
)
_FROM_TO: Final = frozenset("〜～~")
_HYPHENS: Final = frozenset("-–—―－‐‑−")
_LIST: Final = frozenset("、，・")


def join_items(text: str, items: Sequence[Item]) -> list[NumberSpan]:
    """Turn items, in order, into spans."""
    return [NumberSpan(group, signs) for group, signs in _groups(text, items)]


def _groups(
    text: str, items: Sequence[Item]
) -> Iterator[tuple[list[Item], list[NumberSegment | None]]]:
    """Yield runs of items that belong together, and the sign between each two (None: they touch)."""
    group: list[Item] = []
    signs: list[NumberSegment | None] = []
    for item in items:
        if group:
            touching, sign = _link(text, group, item)
            if touching:
                group.append(item)
                signs.append(sign)
                continue
            yield group, signs
        group, signs = [item], []
    if group:
        yield group, signs


def _link(text: str, group: list[Item], item: Item) -> tuple[bool, NumberSegment | None]:
    last = group[-1]
    gap = item.start - last.end
    if gap == 0:
        pair = (last.counter_kind, item.counter_kind)
        linked = (
            not item.prefix and not last.suffix and (pair in _FOLLOWS or _are_children(last, item))
        )
        if linked and pair == ("ratio", ""):
            linked = item.bare
            if linked:
                _say_zero(last)
                _say_zero(item)
        elif linked and pair in _MAY_BE_TENTHS:
            linked = _as_tenths(group, item)
        return linked, None
    if gap != 1 or last.numeral is None or item.numeral is None:
        return False, None
    sign = text[last.end]
    if sign in _LIST:
        return _link_list(text, last, item)
    if sign in _FROM_TO or sign in _HYPHENS:
        return _link_range(text, last, item, hyphen=sign in _HYPHENS)
    return False, None


def _are_children(last: Item, item: Item) -> bool:
    """2男1女 are children by number, where 二男 and 二女 alone are the second ones."""
    if last.counter is None or item.counter is None:
        return False
    if (last.counter.spelling, item.counter.spelling) != ("男", "女"):
        return False
    for child, name in ((last, "son"), (item, "daughter")):
        child.english = f"{child.figure} {name}{'' if child.figure == 1 else 's'}"
    return True


def _say_zero(item: Item) -> None:
    """Both sides of 0対0 are ゼロ."""
    if item.numeral is not None and item.numeral.value == 0:
        at = item.number_at
        said = item.segments[at]
        item.segments[at] = said._replace(reading="ぜろ" + said.counter_reading)


def _as_score(text: str, last: Item, item: Item) -> bool:
    """Read 3-2 as さんたいに where a game was won or lost by it."""
    if not (_is_score(last) and _is_score(item) and _GAME.match(text, item.end)):
        return False
    if last.numeral is None:
        return False
    last.counter = next(counter for counter in counters_at("対", 0) if counter.kind == "ratio")
    said = read_counted(last.numeral, last.counter)
    number = said.reading.removesuffix(said.counter)
    last.segments[-1] = last.segments[-1]._replace(reading="ぜろ" if last.figure == 0 else number)
    last.segments.append(_sign(last, said.counter))
    last.end += 1
    _say_zero(item)
    return True


def _is_score(item: Item) -> bool:
    numeral = item.numeral
    whole = numeral is not None and numeral.arabic and isinstance(numeral.value, int)
    return whole and item.bare and not item.prefix and item.figure < 200


def _as_tenths(group: list[Item], item: Item) -> bool:
    """Read 分 as ぶ in 3割5分2厘, where it is a hundredth, and in 1寸5分."""
    if item.numeral is None or item.counter is None:
        return False
    last = group[-1].counter
    length = last is not None and last.spelling == "寸"
    if not length and group[0].counter_kind != "tenths":
        return False
    if item.counter.spelling == "分":
        if length:
            item.english = f"{item.figure} bu"
        number = item.numeral.reading or ""
        # 2割9分 is くぶ; 4 and 7 keep the names that they have elsewhere.
        reading = ("く" if item.figure == 9 else number) + "ぶ"
        old = item.segments[item.number_at]
        item.segments[item.number_at] = old._replace(
            reading=reading, irregular=False, counter_reading="ぶ"
        )
        return True
    return item.counter.spelling == "厘"


def _sign(last: Item, reading: str) -> NumberSegment:
    return NumberSegment(last.end, last.end + 1, reading, False, "sign", last.end + 1)


def _apart(last: Item, item: Item) -> int | None:
    """The unit by which two numbers differ if it is exactly one: 2、3人 1, 2、3万人 10000, 20、30人 10.

    None if they do not mean "two or three". The lower one must be a numeral alone.
    """
    lower, upper = last.numeral, item.numeral
    if lower is None or upper is None or not last.bare:
        return None
    low, high = lower.value, upper.value
    if not (isinstance(low, int) and isinstance(high, int)) or not 0 < low < 10:
        return None
    if high == low + 1:
        return 1
    in_place = not upper.arabic and upper.digits.rstrip("0").isdecimal()
    written_with_unit = upper.tail >= 10 and (upper.end - upper.start <= 2 or in_place)
    return upper.tail if written_with_unit and high == (low + 1) * upper.tail else None


def _link_list(text: str, last: Item, item: Item) -> tuple[bool, NumberSegment | None]:
    unit = _apart(last, item)
    counted = item.counter is not None and item.counter_kind != "label"
    if unit is None or item.prefix or not (counted or unit > 1):
        return False, None
    _as_lower(text, last, item)
    return True, _sign(last, "")


def _as_lower(text: str, last: Item, item: Item) -> None:
    """Read the lower of two neighbours: 四、五人 しごにん, 4、5月 しごがつ, 2、3日 にさんにち."""
    lower, upper = last.numeral, item.numeral
    if lower is None or upper is None or not isinstance(lower.value, int):
        return
    name, counter = pair_name(lower.value), item.counter
    if counter is not None and counter.kind == "month":
        name = counter.digits.get(lower.value, name)
    elif counter is not None and counter.kind in ("day", "days"):
        if text[last.start - 1 : last.start] == "月":
            name = read_counted(lower, counter).reading
        elif upper.value != 4:
            at = item.number_at
            reading = (upper.reading or "") + counter.reading
            item.segments[at] = item.segments[at]._replace(
                reading=reading, irregular=False, counter_reading=counter.reading
            )
    last.segments[-1] = last.segments[-1]._replace(reading=name)


def _link_range(
    text: str, last: Item, item: Item, *, hyphen: bool
) -> tuple[bool, NumberSegment | None]:
    if last.suffix and not item.suffix:
        return False, None
    if hyphen and _as_score(text, last, item):
        return True, None
    counter = item.counter
    if _apart(last, item) is not None and counter is not None and not hyphen:
        _as_lower(text, last, item)
        return True, _sign(last, "")
    if last.bare:
        linked = counter is not None or (not hyphen and item.bare)
    else:
        linked = last.counter is not None and last.counter_kind == item.counter_kind
    if not linked:
        return False, None
    quarter = counter is not None and counter.spelling == "月期"
    if last.bare and last.numeral is not None and counter is not None and counter.kind == "month":
        said = read_counted(last.numeral, counter)
        last.segments[-1] = last.segments[-1]._replace(
            reading=said.reading.removesuffix(said.counter)
        )
    return True, _sign(last, "" if quarter and last.bare else "から")
