"""Furigana for terms that are more than kanji and kana.

アブソリュート・リゾルブ作戦 → 作戦=さくせん     ・ and brackets are silent
NATO加盟国                → 加盟国=かめいこく   Latin and digits are read, but carry no ruby
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from yomu.kana import to_hiragana
from yomu.model import Ruby
from yomu.reading.kana import KANJI_CLASS

_LONGEST_KANJI = 6
_LONGEST_LATIN = 8
"""Kana that one character can be read with: 志 こころざし has five, W だぶりゅー five."""

SplitKanji = Callable[[str, str], tuple[str, ...] | None]
Split = tuple[tuple[int, int, str, tuple[str, ...] | None], ...]


@cache
def _runs() -> re.Pattern[str]:
    """Compiled when it is needed: a class of all kanji takes 1 ms."""
    return re.compile(
        f"(?P<kanji>[{KANJI_CLASS}]+(?:[ヶヵケ][{KANJI_CLASS}]+)*)|(?P<kana>[ぁ-ゖァ-ヺー-ヾ]+)"
        r"|(?P<latin>[0-9A-Za-z０-９Ａ-Ｚａ-ｚα-ωΑ-Ω.,+％%&/-]+)|(?P<sign>.)",
        re.DOTALL,
    )


@cache
def _kinds(surface: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((str(run.lastgroup), run.start(), run.end()) for run in _runs().finditer(surface))


def is_mixed(surface: str) -> bool:
    """Whether a surface holds anything but kanji and kana."""
    return any(
        (char < "ぁ" and char not in "々〆〇〻") or char in "・" or "！" <= char <= "ﾟ"
        for char in surface
    )


def distribute_mixed(surface: str, reading: str, split: SplitKanji) -> tuple[Ruby, ...] | None:
    """Ruby over the kanji runs of `surface`; None where the reading does not fit its other runs.

    `split` divides a reading over the kanji of a run, or gives None where it cannot be theirs.
    """
    runs = _kinds(surface)

    @cache
    def fit(run: int, used: int) -> tuple[int, Split] | None:
        """The cheapest way to read the runs from `run` on with the kana from `used` on."""
        if run == len(runs):
            return (0, ()) if used == len(reading) else None
        kind, start, end = runs[run]
        if kind == "sign":
            return fit(run + 1, used)
        if kind == "kana":
            kana = to_hiragana(surface[start:end])
            return fit(run + 1, used + len(kana)) if reading.startswith(kana, used) else None
        longest = (end - start) * (_LONGEST_KANJI if kind == "kanji" else _LONGEST_LATIN)
        best: tuple[int, Split] | None = None
        for upto in range(used + 1, min(len(reading), used + longest) + 1):
            rest = fit(run + 1, upto)
            if rest is None:
                continue
            cost, placed = rest
            if kind == "kanji":
                part = reading[used:upto]
                parts = split(surface[start:end], part)
                cost += 0 if parts is not None else 10
                placed = ((start, end, part, parts), *placed)
            if best is None or cost < best[0]:
                best = (cost, placed)
        return best

    found = fit(0, 0)
    if found is None:
        return None
    return tuple(Ruby(start, end, part, parts) for start, end, part, parts in found[1])
