"""Which words of a text count: those with a meaning of their own."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from yomu.model import Kind, Token

NOT_COUNTED = frozenset({Kind.JUNK, Kind.BYLINE, Kind.AREA, Kind.PROFILE})
"""Paragraphs whose words are the page's, not the text's."""

_CONTENT = re.compile(
    r"名詞-普通名詞-(?!助数詞)|動詞-一般|形容詞-一般|形状詞-(?:一般|タリ)|副詞|接続詞|動詞-非自立可能"
)
_HIRAGANA_ONLY = re.compile("[ぁ-ゖー]+")
_NO_WORD = re.compile("助詞|助動詞|補助記号|記号|空白")


@cache
def _japanese() -> re.Pattern[str]:
    # the reading engine behind it takes 45 ms, which the library must not wait for
    from yomu.reading.kana import KANJI_CLASS

    return re.compile(f"[ぁ-ヺ{KANJI_CLASS}]")


def is_counted(token: Token) -> bool:
    """Whether a word counts for the known share, for decks, and as one to be learnt.

    Nouns, verbs, adjectives, adverbs and conjunctions do; names, numbers, counters, particles,
    auxiliaries and whatever is not in Japanese letters do not. Nor do する, いる, こと, もの, よる,
    written in kana: they are the grammar of other words more often than words of their own.
    """
    return _has_meaning(token.pos, token.lemma) and _is_japanese(token.surface)


def can_have_status(token: Token) -> bool:
    """Whether a person can say how well a word is known: names too, but no particles and signs."""
    return not _NO_WORD.match(token.pos) and _is_japanese(token.surface)


@lru_cache(maxsize=8192)
def _is_japanese(surface: str) -> bool:
    return _japanese().search(surface) is not None


@lru_cache(maxsize=8192)
def _has_meaning(pos: str, lemma: str) -> bool:
    if not _CONTENT.match(pos):
        return False
    grammatical = "非自立可能" in pos or pos.endswith("副詞可能") or len(lemma) < 3
    return not (grammatical and _HIRAGANA_ONLY.fullmatch(lemma))
