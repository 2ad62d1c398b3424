"""Pairs that a text defines itself: a term, and in brackets behind it what it is called for short."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yomu.glossary.fold import is_japanese
from yomu.model import Token

_BRACKET = re.compile(r"[(（]([^()（）]{1,60})[)）]")
_HEREAFTER = re.compile(
    r"^(?:以下|略称|通称|略して|略|別名)(?:では|は)?[、,:：]?\s*[「『]?([^「」『』、]+)[」』]?(?:という|と略す|と略記|と呼ぶ|とする)?$"
)
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9-]*(?: (?:II|III|IV|\d{1,4}))?|[A-Z]\d+")
_ENGLISH = re.compile(r"[A-Za-z][A-Za-z0-9’'.,&/ -]{5,}")
_KANA_READING = re.compile(r"[ぁ-ゖー]{2,}")
_QUOTED_END = re.compile(r"[「『]([^「」『』]{2,40})[」』]$")
_LATIN_END = re.compile(r"[A-Z][A-Za-z0-9]{1,14}$")
_LEADING = re.compile(r"^(?:[0-9０-９]+(?:年度?|月|日)|・)+")
_CREDITS = frozenset({"C", "AFP", "EPA", "AP", "UPI", "PDF", "NHK"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A term at `start` of its paragraph, and what the bracket behind it says."""

    headword: str
    start: int
    acronym: str = ""
    en: str = ""
    short: str = ""
    reading: str = ""


def find_pairs(text: str, tokens: Sequence[Token]) -> Iterator[Pair]:
    """The pairs of a paragraph, in order."""
    ends = [token.end for token in tokens]
    for found in _BRACKET.finditer(text):
        inside, at = found[1].strip(), found.start()
        latin = _LATIN_END.search(text, max(0, at - 16), at)
        if latin and _is_name(inside) and not _HEREAFTER.match(inside):
            # NATO(北大西洋条約機構): the bracket holds the headword.
            yield Pair(inside, found.start(1), acronym=latin[0])
            continue
        headword = _term_before(text, at, tokens, ends)
        if headword is None:
            continue
        term, start = headword
        pair = _said(term, start, inside)
        if pair is not None:
            yield pair


def _said(term: str, start: int, inside: str) -> Pair | None:
    """What a bracket says of the term before it, None where it says something else (a date, a place)."""
    if hereafter := _HEREAFTER.match(inside):
        short = hereafter[1].strip()
        return (
            Pair(term, start, acronym=short)
            if _ACRONYM.fullmatch(short)
            else Pair(term, start, short=short)
        )
    acronym, english, reading = "", "", ""
    for piece in re.split(r"\s*[、,;；:：=＝/]\s*", inside):
        if _ACRONYM.fullmatch(piece) and piece not in _CREDITS:
            acronym = acronym or piece
        elif _ENGLISH.fullmatch(piece):
            english = english or piece
        elif _KANA_READING.fullmatch(piece):
            reading = reading or piece
        else:
            return None
    if not acronym and not english:
        return None
    return Pair(term, start, acronym, english, reading=reading)


def _term_before(
    text: str, end: int, tokens: Sequence[Token], ends: Sequence[int]
) -> tuple[str, int] | None:
    """The term that ends at a bracket: what quotes hold, or the nouns before it."""
    if quoted := _QUOTED_END.search(text, max(0, end - 44), end):
        return (quoted[1], quoted.start(1)) if is_japanese(quoted[1]) else None
    start = end
    for token in reversed(tokens[: bisect_right(ends, end)]):
        if token.end != start or not _is_nominal(token, start == end):
            break
        start = token.start
    # 2026年度国防権限法: the year is no part of the law's name.
    term = _LEADING.sub("", text[start:end])
    start = end - len(term)
    return (term, start) if len(term) >= 2 and is_japanese(term) else None


def _is_nominal(token: Token, last: bool) -> bool:
    """Whether a word can be part of a term; a verb can within it (在庫引き出し権限)."""
    if token.pos.startswith("動詞"):
        return not last and "連用形" in token.morph.conjugation_form and len(token.surface) > 1
    return token.pos.startswith(("名詞", "接頭辞", "接尾辞", "形状詞")) or token.surface in "・･-"


def _is_name(inside: str) -> bool:
    """Whether a bracket's content is one term, and not a remark or a sentence."""
    return re.fullmatch(r"[一-鿿々ァ-ヺー・]{3,}", inside) is not None
