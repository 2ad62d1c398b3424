"""Who decides: every source claims spans of the text, and the strongest claim wins.

A person's correction is stronger than the glossary, that than what the text itself says, that
than numbers and compounds; what nobody claims is left to the learned choice and to UniDic.
A claim on several whole words is split over them where their kanji tell how
(子|会社 → こ|がいしゃ), else they become one word. A claim on part of a word takes kana beside it
along (食 in 食べる), and splits the word otherwise.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from yomu.kana import to_hiragana
from yomu.model import Morph, Source
from yomu.reading.furigana import split_by_kanji
from yomu.reading.kana import KANA_ONLY
from yomu.reading.tokenizer import Said, Word

_STRENGTH = {source: rank for rank, source in enumerate(Source)}


class Claim(NamedTuple):
    """A reading that a source asserts for `text[start:end]` of the folded text.

    `reading` is hiragana, empty where the span is silent (the 、 of 2、3人).
    """

    start: int
    end: int
    reading: str
    source: Source
    confidence: float = 1.0


def settle(claims: list[Claim]) -> list[Claim]:
    """Return the claims that stand, in text order: stronger source first, then the longer span."""
    in_order = sorted(claims)
    if all(claim.end <= after.start for claim, after in pairwise(in_order)):
        return in_order
    standing: list[Claim] = []
    taken = bytearray(max([claim.end for claim in claims]))
    for claim in sorted(claims, key=lambda c: (_STRENGTH[c.source], c.start - c.end, c.start)):
        if taken.find(1, claim.start, claim.end) < 0:
            taken[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
            standing.append(claim)
    standing.sort(key=lambda claim: claim.start)
    return standing


class Verdict(NamedTuple):
    """A claim that stands on the whole words `first` to `last` (exclusive)."""

    first: int
    last: int
    claim: Claim


Analyse = Callable[[str], tuple[list[int], list[Word]]]


def align(
    text: str, starts: list[int], words: list[Word], claims: list[Claim], analyse: Analyse
) -> tuple[list[int], list[Word], list[Verdict]]:
    """Bring settled claims and words to common borders; `analyse` reads the halves of cut words."""
    cuts: dict[int, set[int]] = {}
    verdicts: list[Verdict] = []
    reached = 0
    for claim in claims:
        start, end, reading, source, sure = claim
        first = bisect_right(starts, start) - 1
        last = bisect_left(starts, end) - 1
        if first >= 0 and starts[first] < start < starts[first] + words[first].length:
            before = text[starts[first] : start]
            if KANA_ONLY.fullmatch(before):
                start, reading = starts[first], to_hiragana(before) + reading
            else:
                cuts.setdefault(first, set()).add(start)
        if last >= 0 and starts[last] < end < starts[last] + words[last].length:
            after = text[end : starts[last] + words[last].length]
            if KANA_ONLY.fullmatch(after):
                end, reading = end + len(after), reading + to_hiragana(after)
            else:
                cuts.setdefault(last, set()).add(end)
        if start < reached:
            continue
        reached = end
        if (start, end) != (claim.start, claim.end):
            claim = Claim(start, end, reading, source, sure)
        # a claim may begin in the white space before its first word
        verdicts.append(Verdict(first if starts[first] == start else first + 1, last + 1, claim))
    if cuts:
        starts, words = _cut(text, starts, words, cuts, analyse)
        verdicts = [
            Verdict(bisect_left(starts, claim.start), bisect_left(starts, claim.end), claim)
            for _, _, claim in verdicts
        ]
    return starts, words, [verdict for verdict in verdicts if verdict.first < verdict.last]


def _cut(
    text: str, starts: list[int], words: list[Word], cuts: dict[int, set[int]], analyse: Analyse
) -> tuple[list[int], list[Word]]:
    new_starts: list[int] = []
    new_words: list[Word] = []
    done = 0
    for index in sorted(cuts):
        new_starts += starts[done:index]
        new_words += words[done:index]
        done = index + 1
        begin, end = starts[index], starts[index] + words[index].length
        borders = [begin, *sorted(cuts[index]), end]
        for a, b in pairwise(borders):
            offsets, pieces = analyse(text[a:b])
            new_starts += [a + offset for offset in offsets]
            new_words += pieces
    return new_starts + starts[done:], new_words + words[done:]


def share(claim: Claim, starts: list[int], words: list[Word]) -> list[str | None] | None:
    """Split a claim's reading over its words, None in the list for words without kanji.

    None altogether where the kanji do not tell where one word's reading ends.
    """
    if not _divisible(claim, starts, words):
        return None
    said = _shared(tuple(words), claim.reading, claim.source, claim.confidence)
    return None if said is None else [word.reading for word in said]


def spoken(
    claim: Claim, starts: list[int], words: list[Word], surface: str
) -> Sequence[Said | None]:
    """Return the words under a verdict as the claim reads them, as many as there are.

    Each has its share of the reading; or the first stands for them all as one word, spelled
    `surface` in the original text, and the others are None.
    """
    start, end, reading, source, sure = claim
    if _divisible(claim, starts, words):
        said = _shared(tuple(words), reading, source, sure)
        if said is not None:
            return said
    one = _joined(surface, end - start, reading, source, sure, words[-1].morph.pos)
    return [one, *[None] * (len(words) - 1)]


def _divisible(claim: Claim, starts: list[int], words: list[Word]) -> bool:
    """Say whether the words under a claim stay words: not in a number, nor around white space."""
    if len(words) == 1:
        return True
    if claim.source is Source.NUMBER:
        return False
    last = starts[-1] + words[-1].length
    if last - claim.start != sum([word.length for word in words]):
        return False
    # 凌|也 was a name before UniDic cut it
    return claim.source is not Source.TEXT or any(word.length > 1 for word in words)


@lru_cache(maxsize=16384)
def _shared(
    words: tuple[Word, ...], reading: str, source: Source, sure: float
) -> tuple[Said, ...] | None:
    """Return each word with its share of the reading, None where the kanji do not tell it."""
    if len(words) == 1:
        parts: Sequence[str] | None = [reading]
    else:
        parts = split_by_kanji("".join([word.surface for word in words]), reading, names=True)
    if parts is None:
        return None
    said = []
    at = 0
    for word in words:
        mine = "".join(parts[at : at + word.length]) if word.kanji or len(words) == 1 else ""
        at += word.length
        by = source if mine else Source.NONE
        said.append(Said(word.surface, word.length, word.morph, mine or None, by, sure))
    return tuple(said)


@lru_cache(maxsize=4096)
def _joined(
    surface: str, length: int, reading: str, source: Source, sure: float, last_pos: str
) -> Said:
    """Describe several words that became one: by its last word, a number as a number."""
    pos = "名詞-数詞" if source is Source.NUMBER else last_pos
    morph = Morph(lemma=surface, headword=surface, lemma_reading=reading or None, pos=pos)
    return Said(surface, length, morph, reading or None, source, sure)
