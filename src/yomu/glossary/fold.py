"""Folding: spellings that differ without meaning anything become one, and every character stays traceable.

What is folded: width (ＮＡＴＯ, ﾛｼｱ), Kangxi and other radicals pasted for ideographs (⼤), case,
small kana (ウィ / ウイ), ヴ (ヴォ / ボ), ヂ and ヅ, kanji digits (七 / 7), the counter's か (七カ国, 七ヶ国,
七箇国), ・ beside katakana, blanks beside Japanese, a hyphen between letter and digit (F-35 / F35),
variation selectors and zero-width characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

KATAKANA = "ァ-ヺー"

# Radicals that NFKC leaves alone, by their ideographs (Unicode EquivalentUnifiedIdeograph.txt).
_RADICALS = dict(
    zip(
        "⺁⺅⺇⺉⺋⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺦⺨⺩⺫⺬⺭⺮⺯⺱⺲⺹⺼⺽⺾⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻛⻜⻝⻟⻠⻡⻢⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂亻几刂㔾尣尢尣巳幺彑忄㣺扌攵旡月歺母民氵氺灬丬犭王罒示礻竹糹罓罒耂肉臼艹衤覀西见角讠贝车辶辶辶阝钅長镸长门阝雨青韦风飞食飠饣首马鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `starts[i]` and `ends[i]` bound, in the original, what folded character i stands for.

    Both are None where folding moved nothing, which is the case for most paragraphs.
    """

    text: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original span of the folded span `start`..`end`, which must not be empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


@cache
def _table() -> dict[int, str]:
    """Every character that folds to exactly one other, whatever stands beside it."""
    table: dict[int, str] = {}
    ranges = ((0xFF01, 0xFFEF), (0x2F00, 0x2FD6), (0xF900, 0xFADA), (0x3000, 0x3001))
    for first, last in ranges:
        for code in range(first, last):
            folded = unicodedata.normalize("NFKC", chr(code))
            if len(folded) == 1 and folded != chr(code):
                table[code] = folded
    table |= {ord(radical): kanji for radical, kanji in _RADICALS.items()}
    # Half-width (semi-)voiced marks combine with the kana before them, see `_compose`.
    table |= {0xFF9E: "\u3099", 0xFF9F: "\u309a", 0x309B: "\u3099", 0x309C: "\u309a"}
    for pair in (
        "ァア",
        "ィイ",
        "ゥウ",
        "ェエ",
        "ォオ",
        "ッツ",
        "ャヤ",
        "ュユ",
        "ョヨ",
        "ヮワ",
        "ヂジ",
        "ヅズ",
    ):
        table[ord(pair[0])] = pair[1]
    for digit, kanji in enumerate("〇一二三四五六七八九"):
        table[ord(kanji)] = str(digit)
    for hyphen in "‐‑‒–−":
        table[ord(hyphen)] = "-"
    for dot in "‧･·":
        table[ord(dot)] = "・"
    for code in (*range(ord("A"), ord("Z") + 1), *range(0xC0, 0xDF)):
        table[code] = chr(code).lower()
    return {code: _lower(folded) for code, folded in table.items()}


def _lower(char: str) -> str:
    small = {
        "ァ": "ア",
        "ィ": "イ",
        "ゥ": "ウ",
        "ェ": "エ",
        "ォ": "オ",
        "ッ": "ツ",
        "ャ": "ヤ",
        "ュ": "ユ",
        "ョ": "ヨ",
    }
    return small.get(char, char.lower())


# Applied to a text that went through the table: small kana are large, letters lower case.
_MOVING = re.compile(
    rf"""
      (?P<vu>ヴ[アイエオ]?)
    | (?P<voiced>[うか-こさ-そた-とは-ほウカ-コサ-ソタ-トハ-ホ][\u3099\u309a][アイエオ]?)
    | (?P<counter>(?<=[0-9数何十百千万])[かカヵケヶ箇個](?=[国月年所条村点]))
    | (?P<invisible>[\u200b-\u200d\u2060\ufeff\u00ad\ufe00-\ufe0f\U000e0100-\U000e01ef])
    | (?P<dot>(?<=[{KATAKANA}])・(?=\S)|・(?=[{KATAKANA}]))
    | (?P<blank>(?<=[^\x00-\x7f])[ ]+|[ ]+(?=[^\x00-\x7f])|(?<=[a-z])[ ](?=[0-9])|(?<=[0-9])[ ](?=[a-z]))
    | (?P<hyphen>(?<=[a-z])-(?=[0-9]))
    """,
    re.VERBOSE,
)
_VU = {"ヴ": "ブ", "ヴア": "バ", "ヴイ": "ビ", "ヴエ": "ベ", "ヴオ": "ボ"}


def fold(text: str) -> Folded:
    """Fold `text` for matching, in time linear in its length."""
    plain = text.translate(_table())
    found = _MOVING.search(plain)
    if found is None:
        return Folded(plain)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for found in _MOVING.finditer(plain):
        start, end = found.span()
        pieces.append(plain[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        done = end
        group = found.lastgroup
        if group == "invisible":
            if ends:
                ends[-1] = end
            continue
        if group in ("dot", "blank", "hyphen"):
            continue
        if group == "counter":
            folded = "ヶ"
        elif group == "vu":
            folded = _VU[found[0]]
        else:
            folded = _compose(found[0])
        pieces.append(folded)
        starts.extend([start] * (len(folded) - 1) + [start])
        ends.extend([end] * len(folded))
        if len(folded) > 1:
            # Only ウ + mark + a vowel that is not part of ヴァ…: the vowel stands for itself.
            starts[-1], ends[-2] = end - 1, end - 1
    pieces.append(plain[done:])
    starts.extend(range(done, len(plain)))
    ends.extend(range(done + 1, len(plain) + 1))
    return Folded("".join(pieces), starts, ends)


def _compose(kana_and_mark: str) -> str:
    """Join a kana with the voicing mark after it: ハ + ゛ → バ, ウ + ゛ + オ → ボ."""
    vowel = kana_and_mark[2:]
    composed = unicodedata.normalize("NFC", kana_and_mark[:2])
    if composed == "ヴ":
        return _VU[composed + vowel]
    composed = {"ヂ": "ジ", "ヅ": "ズ"}.get(composed, composed)
    # A mark that voices nothing (な゛) is dropped with its place kept by the kana.
    return composed[0] + vowel


@lru_cache(maxsize=4096)
def fold_key(text: str) -> str:
    """The folded form alone, for comparing headwords and lemmas."""
    return fold(text).text


def is_japanese(text: str) -> bool:
    """Whether the text holds any kana or kanji."""
    return any("ぁ" <= char <= "ヿ" or "㐀" <= char <= "鿿" or char in "々〆" for char in text)
