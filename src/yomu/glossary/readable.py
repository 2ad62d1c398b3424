"""Can this headword be read like that? Kana and signs must agree; kanji as far as their readings are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache

from yomu.glossary.kana import to_hiragana

Candidates = Callable[[str], Collection[str]]
"""Readings in hiragana of one kanji, or of a word of several; empty where unknown."""

_KANJI = re.compile(r"[々〆一-鿿㐀-䶿豈-\ufaff]")
_SILENT = re.compile(r"[\s・･·‧「」『』()（）〈〉《》“”\"'\-‐–—＝=、。,.]")
_LONGEST_WORD = 4
_LONGEST_READING = 7
_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)
_HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_RENJO = str.maketrans("あいうおやゆよ", "なにぬのなぬの")
_COUNTER = re.compile(r"[かカヵケヶ](?=[国月年所条村点])")


def is_readable(headword: str, reading: str, candidates: Candidates | None = None) -> bool:
    """Whether `reading` (hiragana) can be a reading of `headword`.

    Kana of the headword must stand in the reading in order. A kanji takes one to seven kana, and
    with `candidates` one of its readings, voiced or doubled as compounds do (国交 こっこう, 手紙
    てがみ, 反応 はんのう). Latin letters and digits can be read in any way.
    """
    text = to_hiragana(_SILENT.sub("", _COUNTER.sub("か", headword)))
    reading = reading.replace("・", "").replace(" ", "")
    size, end = len(text), len(reading)

    @cache
    def fits(at: int, read: int) -> bool:
        if at == size:
            return read == end
        char = text[at]
        if read < end and char == reading[read] and not _KANJI.match(char):
            return fits(at + 1, read + 1)
        if re.match(r"[ぁ-ゖー]", char):
            # は, へ and を as particles are written so; づ and ず, ー and a vowel may differ.
            return read < end and (char, reading[read]) in _ALIKE and fits(at + 1, read + 1)
        if not _KANJI.match(char):
            return any(fits(at + 1, to) for to in range(read, min(read + 12, end) + 1))
        return any(
            fits(at + length, read + len(form))
            for length, form in _readings(
                text, at, reading[read : read + 2 * _LONGEST_READING], candidates
            )
        )

    return fits(0, 0)


_ALIKE = {("づ", "ず"), ("ず", "づ"), ("ぢ", "じ"), ("じ", "ぢ"), ("ゔ", "ぶ")} | {
    ("ー", vowel) for vowel in "あいうえお"
}


def _readings(
    text: str, at: int, rest: str, candidates: Candidates | None
) -> list[tuple[int, str]]:
    """How many characters, with what prefix of `rest`, a word beginning at `at` can account for."""
    found: list[tuple[int, str]] = []
    for length in range(1, _LONGEST_WORD + 1):
        word = text[at : at + length]
        if len(word) < length or not all(_KANJI.match(char) for char in word):
            break
        if word[0] == "々" and at:
            word = text[at - 1] + word[1:]
        known = candidates(word) if candidates else ()
        for known_reading in known:
            found += [(length, form) for form in forms(known_reading) if rest.startswith(form)]
        if length == 1 and not known:
            found += [(1, rest[:size]) for size in range(1, min(_LONGEST_READING, len(rest)) + 1)]
    return found


@cache
def forms(reading: str) -> frozenset[str]:
    """A kanji's reading as compounds change it: voiced, half voiced, doubled, after ん."""
    reading = to_hiragana(reading).split(".")[0].replace("-", "")
    if not reading:
        return frozenset()
    firsts = {
        reading,
        reading[0].translate(_VOICED) + reading[1:],
        reading[0].translate(_HALF_VOICED) + reading[1:],
        reading[0].translate(_RENJO) + reading[1:],
    }
    doubled = {form[:-1] + "っ" for form in firsts if len(form) > 1 and form[-1] in "つくちき"}
    return frozenset(firsts | doubled)
