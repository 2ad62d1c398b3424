"""Who decides: every source claims spans of the text, and the strongest claim wins.

A claim whose span is a run of whole words is split over them where the kanji tell how
(子|会社 こ|がいしゃ), else the words become one (今日|中 never does). A claim that cuts into a
word (食 of 食べる) changes only the part it covers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from yomu.model import Morph, Source, Token
from yomu.reading.fold import Folded
from yomu.reading.furigana import split_by_kanji
from yomu.reading.kana import HAS_KANJI, KANA_ONLY, to_hiragana
from yomu.reading.tokenizer import SPACE, Word

Placed = tuple[int, Word]
"""A word and where it begins in the folded text."""

_STRENGTH = {source: rank for rank, source in enumerate(Source)}


@dataclass(frozen=True, slots=True)
class Claim:
    """A reading that a source asserts for `text[start:end]` of the folded text."""

    start: int
    end: int
    reading: str
    source: Source
    confidence: float


def settle(claims: list[Claim]) -> list[Claim]:
    """Return the claims that stand, in text order: stronger source first, then the longer span."""
    taken: list[Claim] = []
    covered: set[int] = set()
    for claim in sorted(claims, key=lambda c: (_STRENGTH[c.source], c.start - c.end, c.start)):
        span = range(claim.start, claim.end)
        if covered.isdisjoint(span):
            covered.update(span)
            taken.append(claim)
    return sorted(taken, key=lambda c: c.start)


@dataclass(frozen=True, slots=True)
class Piece:
    """A token to be, still in the folded text's offsets."""

    start: int
    end: int
    reading: str | None
    morph: Morph
    source: Source
    confidence: float


def _usual(at: int, word: Word) -> Piece:
    source = Source.NONE if word.reading is None else Source.UNIDIC
    return Piece(at, at + word.length, word.reading, word.morph, source, 1.0)


def _claimed(text: str, words: list[Placed], claim: Claim, exact: bool) -> list[Piece]:
    """Give the words under `claim` its reading, split over them if exact and certain."""
    source, confidence = claim.source, claim.confidence
    if exact and len(words) > 1 and source is not Source.NUMBER:
        parts = split_by_kanji(text[claim.start : claim.end], claim.reading, names=True)
        if parts is not None:
            pieces = []
            for at, word in words:
                part = "".join(parts[at - claim.start : at - claim.start + word.length])
                reading = part if HAS_KANJI.search(word.surface) else None
                mine = source if reading else Source.NONE
                end = at + word.length
                pieces.append(Piece(at, end, reading, word.morph, mine, confidence))
            return pieces
    surface = text[claim.start : claim.end]
    morph = words[0][1].morph if len(words) == 1 else _joined(surface, claim, words)
    return [Piece(claim.start, claim.end, claim.reading, morph, source, confidence)]


def _joined(surface: str, claim: Claim, words: list[Placed]) -> Morph:
    """Describe several words that became one, by the last of them."""
    pos = "名詞-数詞" if claim.source is Source.NUMBER else words[-1][1].morph.pos
    return Morph(lemma=surface, headword=surface, lemma_reading=claim.reading, pos=pos)


def pieces_for(
    text: str, words: list[Placed], claims: list[Claim], analyse: Callable[[str], list[Placed]]
) -> list[Piece]:
    """Lay `claims` (disjoint, in order) over `words`; `analyse` reads what a claim cuts off."""
    out: list[Piece] = []
    ahead = words[::-1]
    for claim in claims:
        while ahead and ahead[-1][0] + ahead[-1][1].length <= claim.start:
            out.append(_usual(*ahead.pop()))
        covered: list[Placed] = []
        while ahead and ahead[-1][0] < claim.end:
            covered.append(ahead.pop())
        if not covered:
            continue
        start, end = covered[0][0], covered[-1][0] + covered[-1][1].length
        before, after = text[start : claim.start], text[claim.end : end]
        reading = claim.reading
        if KANA_ONLY.fullmatch(before):
            reading = to_hiragana(before) + reading
        else:
            out += [_usual(start + at, word) for at, word in analyse(before)] if before else []
            start = max(start, claim.start)
        if KANA_ONLY.fullmatch(after):
            reading += to_hiragana(after)
        else:
            # What is left may be claimed again, so it goes back among the words ahead.
            ahead += [(claim.end + at, word) for at, word in analyse(after)][::-1] if after else []
            end = min(end, claim.end)
        whole = Claim(start, end, reading, claim.source, claim.confidence)
        exact = start == covered[0][0] and end == covered[-1][0] + covered[-1][1].length
        if not exact:
            covered = [(start, covered[-1][1])] if len(covered) == 1 else covered
        out += _claimed(text, covered, whole, exact)
    out += [_usual(at, word) for at, word in reversed(ahead)]
    return out


def tokens_for(original: str, folded: Folded, pieces: list[Piece]) -> tuple[Token, ...]:
    """Turn pieces into tokens of the original text; white space between them becomes tokens too."""
    out: list[Token] = []
    origin = folded.origin
    last = 0
    for piece in pieces:
        start, end = origin(piece.start), origin(piece.end)
        if start > last:
            out.append(Token(last, start, original[last:start], None, SPACE))
        out.append(
            Token(
                start,
                end,
                original[start:end],
                piece.reading,
                piece.morph,
                piece.source,
                piece.confidence,
            )
        )
        last = end
    if last < len(original):
        out.append(Token(last, len(original), original[last:], None, SPACE))
    return tuple(out)
