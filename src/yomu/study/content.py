"""Which words of a text count: those with a meaning of their own."""

from __future__ import annotations

import re

from yomu.model import Kind, Token
from yomu.reading.kana import HIRAGANA_ONLY, KANJI_CLASS

NOT_COUNTED = frozenset({Kind.JUNK, Kind.BYLINE, Kind.AREA, Kind.PROFILE})
"""Paragraphs whose words are the page's, not the text's."""

_CONTENT = re.compile(
    r"名詞-普通名詞-(?!助数詞)|動詞-一般|形容詞-一般|形状詞-(?:一般|タリ)|副詞|接続詞|動詞-非自立可能"
)
_NO_WORD = re.compile("助詞|助動詞|補助記号|記号|空白")
_JAPANESE = re.compile(f"[ぁ-ヺ{KANJI_CLASS}]")


def is_counted(token: Token) -> bool:
    """Whether a word counts for the known share, for decks, and as one to be learnt.

    Nouns, verbs, adjectives, adverbs and conjunctions do; names, numbers, counters, particles,
    auxiliaries and whatever is not in Japanese letters do not. Nor do する, いる, こと, もの, よる,
    written in kana: they are the grammar of other words more often than words of their own.
    """
    if not _CONTENT.match(token.pos) or not _JAPANESE.search(token.surface):
        return False
    grammatical = (
        "非自立可能" in token.pos or token.pos.endswith("副詞可能") or len(token.lemma) < 3
    )
    return not (grammatical and HIRAGANA_ONLY.fullmatch(token.lemma))


def can_have_status(token: Token) -> bool:
    """Whether a person can say how well a word is known: names too, but no particles and signs."""
    return bool(_JAPANESE.search(token.surface)) and not _NO_WORD.match(token.pos)
