"""Can this headword be read like that? Kana and signs must agree; kanji as far as their readings are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from yomu.kana import to_hiragana

Candidates = Callable[[str], Collection[str]]
"""The readings in hiragana of one kanji; empty where unknown."""

_KANJI = re.compile(r"[々〆一-鿿㐀-䶿豈-\ufaff]")
_SILENT = re.compile(r"[\s・･·‧「」『』()（）〈〉《》“”\"'\-‐–—＝=、。,.]")
_LONGEST_READING = 7
_VOICED = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)
_HALF_VOICED = str.maketrans("はひふへほ", "ぱぴぷぺぽ")
_RENJO = str.maketrans("あいうおやゆよ", "なにぬのなぬの")
_COUNTER = re.compile(r"[かカヵケヶ](?=[国月年所条村点])")


def is_readable(
    headword: str,
    reading: str,
    candidates: Candidates | None = None,
    words: Mapping[str, str] = MappingProxyType({}),
) -> bool:
    """Whether `reading` (hiragana) can be a reading of `headword`.

    Kana of the headword must stand in the reading in order. A kanji takes one to seven kana, and
    with `candidates` one of its readings, voiced or doubled as compounds do (国交 こっこう, 手紙
    てがみ, 反応 はんのう). `words` are read as a whole (上海 しゃんはい). Latin letters and digits can be
    read in any way.
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
            # Particles are written は, へ, を in readings too; づ and ず may differ.
            return read < end and (char, reading[read]) in _ALIKE and fits(at + 1, read + 1)
        if not _KANJI.match(char):
            return any(fits(at + 1, to) for to in range(read, min(read + 12, end) + 1))
        return any(
            fits(at + length, read + len(form))
            for length, form in _readings(text, at, reading[read:], candidates, words)
        )

    return fits(0, 0)


_ALIKE = {("づ", "ず"), ("ず", "づ"), ("ぢ", "じ"), ("じ", "ぢ"), ("ゔ", "ぶ")}


def _readings(
    text: str, at: int, rest: str, candidates: Candidates | None, words: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """How many characters, with what prefix of `rest`, the kanji at `at` can account for."""
    for word, whole in words.items():
        if text.startswith(word, at) and rest.startswith(whole):
            yield len(word), whole
    kanji = text[at - 1] if text[at] == "々" and at else text[at]
    known = candidates(kanji) if candidates else ()
    for form in {form for reading in known for form in forms(reading)}:
        # A doubled end needs a sound to double: 国交 こっこう, and no word ends in っ.
        if rest.startswith(form) and (form[-1] != "っ" or len(rest) > len(form)):
            yield 1, form
    if not known:
        for size in range(1, min(_LONGEST_READING, len(rest)) + 1):
            yield 1, rest[:size]


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
