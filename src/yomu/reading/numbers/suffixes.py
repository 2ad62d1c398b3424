"""What may follow a counted number and has a reading of its own there."""

from __future__ import annotations

from typing import Final, NamedTuple


class Suffix(NamedTuple):
    """`after` holds the counter kinds it follows; empty is any. `english` has # for what is counted."""

    spelling: str
    reading: str
    after: frozenset[str]
    english: str


_TIME: Final = "year month duration day days hour minute second century"
_AMOUNT: Final = "money percent tenths measure count people times degree bare age fraction"

_TABLE: Final = f"""
目 | め | count year times rank generation people duration minute second label measure ordinal | #
半 | はん | {_TIME} measure times count | # and a half
後 | ご | year duration days day minute second century | # later
前 | まえ | year duration days day minute second | # ago
分 | ぶん | year duration money people measure times | the amount for #
末 | まつ | year decade century month | the end of #
初頭 | しょとう | year decade century | the beginning of #
頭 | とう | year | the beginning of #
初め | はじめ | year decade century month | the beginning of #
台 | だい | money percent hour measure degree age tenths | the # range
超 | ちょう | money percent measure people count | more than #
強 | きょう | {_AMOUNT} duration | a little over #
弱 | じゃく | {_AMOUNT} duration | a little under #
余 | よ | {_AMOUNT} {_TIME} | more than #
余り | あまり | {_AMOUNT} {_TIME} | more than #
あまり | あまり | {_AMOUNT} {_TIME} | more than #
増 | ぞう | money percent measure people count times tenths | up #
減 | げん | money percent measure people count tenths | down #
高 | だか | money | up #
安 | やす | money | down #
差 | さ | money measure people count percent age | a gap of #
制 | せい | year duration count people money tenths | # system
級 | きゅう | money measure people count | # class
用 | よう | people count days | for #
付 | づけ | day | dated #
付け | づけ | day | dated #
ぶり | ぶり | {_TIME} count | for the first time in #
振り | ぶり | {_TIME} | for the first time in #
越し | ごし | year duration day days | over #
がかり | がかり | {_TIME} people | taking #
掛かり | がかり | {_TIME} people | taking #
頃 | ごろ | year decade century month day hour minute age | around #
連れ | づれ | people | a party of #
立て | だて | count | a set of #
引き | びき | money | # off
ごと | ごと | {_TIME} count people | every #
毎 | ごと | {_TIME} count people | every #
おき | おき | {_TIME} count | at intervals of #
ずつ | ずつ | {_AMOUNT} {_TIME} | # each
"""


def _rows() -> dict[str, tuple[Suffix, ...]]:
    found: dict[str, list[Suffix]] = {}
    for line in _TABLE.strip().splitlines():
        spelling, reading, after, english = (column.strip() for column in line.split("|"))
        row = Suffix(spelling, reading, frozenset(after.split()), english)
        found.setdefault(spelling[0], []).append(row)
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row.spelling)))
        for first, rows in found.items()
    }


_SUFFIXES: Final = _rows()


def suffixes_at(text: str, start: int, kind: str) -> list[Suffix]:
    """Return the suffixes at `start` that may follow a counter of this kind, longest first."""
    return [
        row
        for row in _SUFFIXES.get(text[start : start + 1], ())
        if kind in row.after and text.startswith(row.spelling, start)
    ]


def suffix_english(spellings: str, kind: str) -> list[str]:
    """Return the patterns (# for what is counted) of the suffixes spelled one after the other."""
    found = []
    at = 0
    while at < len(spellings):
        rows = suffixes_at(spellings, at, kind)
        if not rows:
            break
        found.append(rows[0].english)
        at += len(rows[0].spelling)
    return found
