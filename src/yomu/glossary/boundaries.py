"""Where words begin and end in a paragraph, as far as matching terms needs to know."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from yomu.glossary.fold import Folded, fold_key
from yomu.glossary.inflect import after_stem
from yomu.model import Token

_LONG_TERM_KANJI = 4
_LOANWORD = 3
_MOST_AUXILIARIES = 16
_SAME_LEMMA = {
    "する": frozenset({"する", "できる", "出来る", "いたす", "致す"}),
    "ない": frozenset({"ない", "無い", "ず", "ぬ", "ん"}),
    "いる": frozenset({"いる", "居る", "おる"}),
}
_AFTER_TE = frozenset(
    {"いる", "ある", "おる", "くる", "いく", "おく", "しまう", "みる", "来る", "行く"}
)


def _is_copula(token: Token) -> bool:
    """だ and です after a noun; the だ of 踏み込んだ is the past."""
    if token.morph.conjugation_type:
        return token.morph.conjugation_type in ("助動詞-ダ", "助動詞-デス", "助動詞-ラシイ")
    return token.lemma in ("だ", "です", "らしい")


def _is_katakana(char: str) -> bool:
    return "ァ" <= char <= "ヺ" or char == "ー" or "ｦ" <= char <= "ﾟ"


def _is_latin(char: str) -> bool:
    return (char.isascii() and char.isalpha()) or "Ａ" <= char <= "ｚ" or "À" <= char <= "ÿ"


def _is_digit(char: str) -> bool:
    return "0" <= char <= "9" or "０" <= char <= "９"


def _is_numeral(char: str) -> bool:
    return _is_digit(char) or char in "〇一二三四五六七八九十百千万"


def _is_kanji(char: str) -> bool:
    return "一" <= char <= "鿿" or char in "々〆" or "㐀" <= char <= "䶿" or "⺀" <= char <= "⿕"


class Boundaries:
    """The word boundaries of one paragraph; offsets are of the original text unless said otherwise."""

    def __init__(self, text: str, tokens: Sequence[Token], folded: Folded) -> None:
        self._text = text
        self._tokens = tokens
        self._folded = folded
        self._starts = [token.start for token in tokens]
        self._inner = frozenset(self._starts)

    def is_word(self, start: int, end: int) -> bool:
        """Whether `start`..`end` begins and ends where words do."""
        begins, ends = self._is_boundary(start, end, True), self._is_boundary(start, end, False)
        if begins and ends:
            return True
        if not self._tokens or begins is None or ends is None:
            return False
        if sum(map(_is_kanji, self._text[start:end])) >= _LONG_TERM_KANJI:
            return bool(ends)
        return (begins or self._splits_compound(start)) and (ends or self._splits_compound(end))

    def begins_word(self, start: int, end: int) -> bool:
        """Whether a word begins at `start`; `end` is where its stem ends."""
        return bool(self._is_boundary(start, end, True))

    def has_case(self, start: int, end: int, form: str) -> bool:
        """Whether the letters of the span are in the case of `form`, width apart."""
        wide = {code + 0xFEE0: code for code in range(0x21, 0x7F)}
        surface = self._text[start:end].translate(wide)
        return list(filter(_is_latin, surface)) == list(filter(_is_latin, form))

    def inflection_end(self, start: int, end: int, headword: str) -> int | None:
        """Where the inflected `headword` ends that has its stem at folded `start`..`end`.

        None if what stands there inflects another word. `headword` is folded.
        """
        first, last = self._folded.span(start, end)
        if not self._tokens:
            found = after_stem(headword).match(self._text, last)
            return None if found is None else found.end()
        index = bisect_right(self._starts, last - 1) - 1
        for number in (index, index + 1):
            if not 0 <= number < len(self._tokens):
                continue
            token = self._tokens[number]
            if token.end < last or token.start > last or token.start < first:
                continue
            rest = headword[self._folded_at(token.start) - start :]
            lemma = fold_key(token.lemma)
            if rest == lemma or (lemma and lemma in _SAME_LEMMA.get(rest, ())):
                return self._after_auxiliaries(number)
        return None

    def _folded_at(self, at: int) -> int:
        starts = self._folded.starts
        return at if starts is None else bisect_left(starts, at)

    def _after_auxiliaries(self, number: int) -> int:
        """The end of a verb's auxiliaries: 盛り込ま|れ|て|いる ends after いる."""
        tokens = self._tokens
        end = tokens[number].end
        te = False
        for token in tokens[number + 1 : number + _MOST_AUXILIARIES]:
            if token.pos.startswith("助動詞") and not _is_copula(token):
                te = False
            elif token.pos == "助詞-接続助詞" and token.surface in ("て", "で"):
                te = True
            elif te and token.pos.startswith("動詞") and token.lemma in _AFTER_TE:
                te = False
            else:
                break
            end = token.end
        return end

    def _is_boundary(self, start: int, end: int, at_start: bool) -> bool | None:
        """Whether the span's start (or end) is the edge of a word; None if it is surely not.

        `inside` is the span's own character at that edge, `outside` its neighbour.
        """
        at = start if at_start else end
        if at in (0, len(self._text)):
            return True
        inside = self._text[at if at_start else at - 1]
        outside = self._text[at - 1 if at_start else at]
        if _is_latin(inside):
            return None if _is_latin(outside) or self._glued_digit(start, at, at_start) else True
        if _is_numeral(inside) and _is_numeral(outside):
            return None
        if _is_digit(inside):
            return None if self._decimal(at, at_start) or _is_latin(outside) else True
        if _is_katakana(inside) and _is_katakana(outside):
            return True if self._between_loanwords(at) else None
        return not self._tokens or at in self._inner

    def _glued_digit(self, start: int, at: int, at_start: bool) -> bool:
        """Whether a digit beside a Latin edge belongs to the word: F-35A, AI2; not NSS2025."""
        outside = self._text[at - 1 if at_start else at]
        if not _is_digit(outside):
            return False
        return at_start or sum(map(_is_latin, self._text[start:at])) < 3

    def _decimal(self, at: int, at_start: bool) -> bool:
        """Whether the digits go on beyond a point or comma: 2.0, 1,000."""
        around = self._text[max(at - 2, 0) : at] if at_start else self._text[at : at + 2]
        if len(around) < 2:
            return False
        digit, mark = (around[0], around[1]) if at_start else (around[1], around[0])
        return mark in ".,．，" and _is_digit(digit)

    def _between_loanwords(self, at: int) -> bool:
        """Whether a token boundary within katakana parts two words that the tokenizer knows."""
        if at not in self._inner:
            return False
        index = bisect_right(self._starts, at) - 1
        before, after = self._tokens[index - 1], self._tokens[index]
        return all(
            token.morph.origin is not None and len(token.surface) >= _LOANWORD
            for token in (before, after)
        )

    def _splits_compound(self, at: int) -> bool:
        """Whether `at` parts a common noun of four kanji and more, two from either end."""
        index = bisect_right(self._starts, at) - 1
        token = self._tokens[index]
        return (
            token.pos.startswith("名詞-普通名詞")
            and len(token.surface) >= 4
            and token.start + 2 <= at <= token.end - 2
            and all(map(_is_kanji, token.surface))
        )
