"""How a number and its counter change each other's sound.

A class says which last parts of a number (`tail_unit`) are doubled (いち → いっ) and what then
becomes of the counter's first sound. The choice between accepted variants (じゅっ/じっ, はっ/はち)
follows present-day broadcasting: じゅっ everywhere, はっ before Japanese counters.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from yomu.reading.numbers.spoken import double

# Tails that are not a part of an integer.
MANY: Final = -1  # 数 すう
WHAT: Final = -2  # 何 なん
SOME: Final = -3  # 幾 いく

_THOUSANDS: Final = (1000, 10**4)

_P: Final = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_B: Final = str.maketrans("はひふへほかきくけこさしすせそ", "ばびぶべぼがぎぐげござじずぜぞ")


@dataclass(frozen=True, slots=True)
class SoundClass:
    """`doubled`: tails that take っ; `voiced`, `plosive`: tails after which か→が / は→ば, は→ぱ.

    A doubled tail always makes は into ぱ.
    """

    doubled: frozenset[int] = frozenset()
    voiced: frozenset[int] = frozenset()
    plosive: frozenset[int] = frozenset()


def _sounds(
    doubled: tuple[int, ...] = (), voiced: tuple[int, ...] = (), plosive: tuple[int, ...] = ()
) -> SoundClass:
    return SoundClass(frozenset(doubled), frozenset(voiced), frozenset(plosive))


_K: Final = (1, 6, 8, 10, 100)
_ST: Final = (1, 8, 10)

SOUND_CLASSES: Final = {
    "-": _sounds(),
    # 個: いっこ ろっこ はっこ じゅっこ ひゃっこ
    "k": _sounds(_K),
    # 階, 軒: さんがい, なんがい, せんげん
    "kg": _sounds(_K, voiced=(3, *_THOUSANDS, WHAT)),
    # キロ: いちキロ ろっキロ はちキロ じゅっキロ ひゃっキロ
    "K": _sounds((6, 10, 100)),
    # 冊, 頭, 点: いっさつ はっさつ じゅっさつ
    "st": _sounds(_ST),
    # 足: さんぞく, なんぞく
    "sz": _sounds(_ST, voiced=(3, *_THOUSANDS, WHAT)),
    # 石: さんごく, せんごく, まんごく
    "kk": _sounds(_K, voiced=(3, 1000, 10**4, 10**8, WHAT)),
    # loanwords and 版: only じゅっ (じゅっページ, じゅっトン)
    "x": _sounds((10,)),
    # 本, 匹, 杯: いっぽん さんぼん ろっぽん はっぽん せんぼん なんぼん
    "hb": _sounds(_K, voiced=(3, *_THOUSANDS, WHAT)),
    # 発, 泊, 歩: さんぱつ なんぱつ
    "hp": _sounds(_K, plosive=(3, *_THOUSANDS, WHAT)),
    # 分, 波: さんぷん よんぷん
    "hpp": _sounds(_K, plosive=(3, 4, *_THOUSANDS, WHAT)),
}


_UNVOICED: Final = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ",
    "かきくけこさしすせそたちつてとはひふへほはひふへほ",
)
_FULL_FORMS: Final = (
    ("とうか", "とおか"),
    ("じっ", "じゅう"),
    ("じゅっ", "じゅう"),
    ("いっ", "いち"),
    ("ろっ", "ろく"),
)
_FULL_FORMS_UNVOICED: Final = (("はっ", "はち"), ("ひゃっ", "ひゃく"))


def differ_only_in_sound(one: str, other: str) -> bool:
    """Say whether two readings are the same words with other sound changes: じっかい, じゅっかい."""
    return _without_changes(one) == _without_changes(other)


def _without_changes(reading: str) -> str:
    for short, full in _FULL_FORMS:
        reading = reading.replace(short, full)
    reading = reading.translate(_UNVOICED)
    for short, full in _FULL_FORMS_UNVOICED:
        reading = reading.replace(short, full)
    return reading


def join(number: str, tail: int, counter: str, sounds: SoundClass) -> tuple[str, str]:
    """Return the readings of number and counter as they sound together."""
    if tail in sounds.doubled:
        return double(number), counter[0].translate(_P) + counter[1:]
    if tail in sounds.plosive:
        return number, counter[0].translate(_P) + counter[1:]
    if tail in sounds.voiced:
        return number, counter[0].translate(_B) + counter[1:]
    return number, counter
