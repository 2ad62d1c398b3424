"""Which stretches of the text, in which dictionary forms, a look-up at a place can mean.

    これがなければウクライナは立ち行かなくなるといっても過言ではない
                          ^ cursor
    立ち行か · 立ち行かなく · 立ち行かなくなる · … each as it stands, by UniDic's dictionary form
    of its last word, and deinflected

A stretch begins and ends where a token does. Which of the forms are words is the dictionary's
to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from yomu.dictionary.inflection import deinflect
from yomu.dictionary.kana import folded, widened
from yomu.kana import to_hiragana
from yomu.model import Token

MOST_TOKENS = 14
MOST_CHARACTERS = 28
MOST_BEFORE = 8
"""How many tokens before the cursor an expression that holds it may begin."""

_INFLECTED = (
    "動詞",
    "形容詞",
    "助動詞",
    "形状詞",
    "接尾辞-動詞的",
    "接尾辞-形容詞的",
    "名詞-普通名詞-サ変",
)
_COUNTED = re.compile(r"(?:[0-9０-９,，.．]+|[一二三四五六七八九十百千万億兆〇]+)([^0-9０-９%％]+)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end]` may be `form`, inflected as `chain` says if its class is `word_class`.

    `tokens` are the first and last index of the tokens covered. `how` tells how sure the form is:
    0 as it stands or deinflected, 1 by UniDic's own spelling, 2 a variant spelling, 3 by sound alone.
    """

    start: int
    end: int
    surface: str
    form: str
    tokens: tuple[int, int]
    chain: tuple[str, ...] = ()
    word_class: str = ""
    how: int = 0


def is_sign(token: Token) -> bool:
    """A sign that no word reaches across; the middle dot of a foreign name is none."""
    return token.pos.startswith(("補助記号", "空白")) and token.surface not in "・ー々〆"


def leans_back(token: Token) -> bool:
    """Whether the token only inflects the word before it (れ, て, いる), and means little alone."""
    pos = token.pos
    return (
        pos.startswith(("助動詞", "接尾辞-動詞的", "接尾辞-形容詞的"))
        or (pos.startswith("助詞-接続助詞") and token.surface in ("て", "で", "ば", "つつ", "ながら", "ちゃ", "じゃ"))
    )  # fmt: skip


def forward(text: str, tokens: Sequence[Token], first: int) -> list[Candidate]:
    """Every stretch that begins with token `first`."""
    found: list[Candidate] = []
    start = tokens[first].start
    for last in range(first, min(len(tokens), first + MOST_TOKENS)):
        token = tokens[last]
        if last > first and (is_sign(token) or token.end - start > MOST_CHARACTERS):
            break
        found += stretch(text, tokens, first, last)
    found += _by_unidic(tokens, first)
    return found


def around(text: str, tokens: Sequence[Token], at: int) -> list[Candidate]:
    """Every stretch that begins before token `at` and covers it."""
    found: list[Candidate] = []
    for first in range(at - 1, max(-1, at - 1 - MOST_BEFORE), -1):
        if is_sign(tokens[first]):
            break
        start = tokens[first].start
        for last in range(at, min(len(tokens), first + MOST_TOKENS)):
            if last > at and is_sign(tokens[last]):
                break
            if tokens[last].end - start > MOST_CHARACTERS:
                break
            found += stretch(text, tokens, first, last)
    return found


def stretch(text: str, tokens: Sequence[Token], first: int, last: int) -> list[Candidate]:
    """The forms of the tokens from `first` to `last`, taken as one word."""
    start, end = tokens[first].start, tokens[last].end
    surface = text[start:end]
    plain = folded(surface)
    covered = (first, last)
    found = [Candidate(start, end, surface, plain, covered)]
    if (wide := widened(plain)) != plain:
        found += [Candidate(start, end, surface, form, covered) for form in (wide, wide.upper())]
    final = tokens[last]
    # 討たんがため and 届き次第 end in a noun, and are forms of the verb all the same
    verbal = tokens[first].pos.startswith("動詞")
    if verbal or final.pos.startswith(_INFLECTED) or final.pos.startswith("助詞"):
        found += [
            Candidate(start, end, surface, d.base, covered, d.chain, d.word_class)
            for d in deinflect(plain)
        ]
    if final.lemma and final.lemma != final.surface and final.pos.startswith(_INFLECTED):
        form = folded(text[start : final.start]) + final.lemma
        found.append(Candidate(start, end, surface, form, covered))
    return found


def _by_unidic(tokens: Sequence[Token], at: int) -> list[Candidate]:
    """The token by UniDic's own spelling of its word, by its reading, and without its number."""
    token = tokens[at]
    morph = token.morph
    found = []
    forms = [(morph.headword, 1), (morph.lemma_reading or "", 3)]
    if token.reading:
        forms.append((to_hiragana(token.reading), 3))
    for form, how in forms:
        if form:
            found.append(Candidate(token.start, token.end, token.surface, form, (at, at), how=how))
    counted = _COUNTED.fullmatch(token.surface)
    if counted and "数詞" in token.pos:
        begin = token.start + counted.start(1)
        found.append(Candidate(begin, token.end, counted[1], folded(counted[1]), (at, at), how=1))
    return found
