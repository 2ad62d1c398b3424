"""Kana: what a reading may be written with, and what to write instead of romaji."""

from __future__ import annotations

import re
from functools import cache

_KANA = re.compile(r"[ぁ-ゖァ-ヺー゛゜・\u30fc]+")

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ",
    "t": "たちつてと", "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "r": "らりるれろ",
}  # fmt: skip
_GLIDES = {
    "ky": "き", "gy": "ぎ", "sh": "し", "sy": "し", "j": "じ", "jy": "じ", "zy": "じ", "ch": "ち",
    "ty": "ち", "ny": "に", "hy": "ひ", "by": "び", "py": "ぴ", "my": "み", "ry": "り",
}  # fmt: skip
_OTHERS = {
    "shi": "し", "chi": "ち", "tsu": "つ", "fu": "ふ", "ji": "じ", "ya": "や", "yu": "ゆ", "yo": "よ",
    "wa": "わ", "wo": "を", "vu": "ゔ", "va": "ゔぁ", "vi": "ゔぃ", "ve": "ゔぇ", "vo": "ゔぉ",
    "fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ", "she": "しぇ", "che": "ちぇ", "je": "じぇ",
    "-": "ー",
}  # fmt: skip
_LONG_VOWELS = str.maketrans(
    {
        "ā": "aa",
        "ī": "ii",
        "ū": "uu",
        "ē": "ei",
        "ō": "ou",
        "â": "aa",
        "î": "ii",
        "û": "uu",
        "ê": "ei",
        "ô": "ou",
    }
)


def is_kana(text: str) -> bool:
    """Whether the text is nothing but hiragana, katakana, ー and ・."""
    return _KANA.fullmatch(text) is not None


@cache
def _syllables() -> dict[str, str]:
    table = dict(_OTHERS)
    for consonant, row in _ROWS.items():
        table |= {consonant + vowel: kana for vowel, kana in zip("aiueo", row, strict=True)}
    for consonant, kana in _GLIDES.items():
        table |= {
            consonant + vowel: kana + small for vowel, small in zip("auo", "ゃゅょ", strict=True)
        }
    return table


def from_romaji(text: str) -> str | None:
    """Hepburn or Kunrei romaji as hiragana (kinri → きんり), None where it is neither."""
    romaji = re.sub(r"[\s']", "", text.lower().translate(_LONG_VOWELS))
    table = _syllables()
    kana = ""
    at = 0
    while at < len(romaji):
        rest = romaji[at:]
        doubled = len(rest) > 1 and rest[0] == rest[1] and rest[0] not in "aiueon-"
        if doubled or rest.startswith("tch"):
            kana += "っ"
            at += 1
            continue
        for length in (3, 2, 1):
            if (syllable := rest[:length]) in table:
                kana += table[syllable]
                at += len(syllable)
                break
        else:
            if rest[0] not in "nm":
                return None
            kana += "ん"
            at += 1
    return kana or None
