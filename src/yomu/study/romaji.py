"""Latin letters as kana: Hepburn, Kunrei and what input methods take, in any mixture."""

from __future__ import annotations

import unicodedata

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "l": "らりるれろ",
    "w": ("わ", "うぃ", "う", "うぇ", "を"),
    "v": ("ゔぁ", "ゔぃ", "ゔ", "ゔぇ", "ゔぉ"),
    "f": ("ふぁ", "ふぃ", "ふ", "ふぇ", "ふぉ"),
    "j": ("じゃ", "じ", "じゅ", "じぇ", "じょ"),
    "y": ("や", "い", "ゆ", "いぇ", "よ"),
    "sh": ("しゃ", "し", "しゅ", "しぇ", "しょ"),
    "ch": ("ちゃ", "ち", "ちゅ", "ちぇ", "ちょ"),
    "ts": ("つぁ", "つぃ", "つ", "つぇ", "つぉ"),
    "x": "ぁぃぅぇぉ",
}
_PALATAL = {
    "ky": "き",
    "gy": "ぎ",
    "sy": "し",
    "zy": "じ",
    "jy": "じ",
    "ty": "ち",
    "cy": "ち",
    "dy": "ぢ",
    "ny": "に",
    "hy": "ひ",
    "by": "び",
    "py": "ぴ",
    "my": "み",
    "ry": "り",
    "ly": "り",
    "fy": "ふ",
    "vy": "ゔ",
}
_SMALL = ("ゃ", "ぃ", "ゅ", "ぇ", "ょ")
_KANA = {
    **{head + vowel: kana for head, row in _ROWS.items() for vowel, kana in zip("aiueo", row)},  # noqa: B905  # five each
    **{
        head + vowel: first + small
        for head, first in _PALATAL.items()
        for vowel, small in zip("aiueo", _SMALL, strict=True)
    },
    "thi": "てぃ",
    "dhi": "でぃ",
    "dhu": "でゅ",
    "twu": "とぅ",
    "dwu": "どぅ",
    "xya": "ゃ",
    "xyu": "ゅ",
    "xyo": "ょ",
    "xtu": "っ",
    "xtsu": "っ",
}
_LONGEST = 4
_LONG = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "ou"}
_LONG |= {"â": "aa", "î": "ii", "û": "uu", "ê": "ee", "ô": "ou"}


def romaji_to_hiragana(text: str) -> str:
    """Latin syllables of `text` as hiragana; what is none stays as it is.

    n before a consonant, an apostrophe or the end is ん, a doubled consonant っ, a vowel with a
    macron or circumflex a long one.
    """
    left = unicodedata.normalize("NFKC", text).lower()
    left = "".join(_LONG.get(character, character) for character in left)
    out: list[str] = []
    while left:
        kana, used = _first(left)
        out.append(kana)
        left = left[used:]
    return "".join(out)


def _first(text: str) -> tuple[str, int]:
    """The kana that `text` begins with, and how many letters they take."""
    for length in range(min(_LONGEST, len(text)), 0, -1):
        kana = _KANA.get(text[:length])
        if kana:
            return kana, length
    head, following = text[0], text[1:2]
    if head == "n" and following in ("'", "’"):
        return "ん", 2
    if head == "n" and following == "n" and text[2:3] not in tuple("aiueoy"):
        return "ん", 2
    if head == "n" and following not in tuple("aiueoy"):
        return "ん", 1
    if head == "n" and following == "":
        return "ん", 1
    if head == "m" and following in ("b", "p", "m"):
        return "ん", 1
    if head.isascii() and head.isalpha() and (following == head or text.startswith("tch")):
        return "っ", 1
    if head == "-":
        return "ー", 1
    return head, 1
