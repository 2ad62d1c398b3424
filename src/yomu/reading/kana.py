"""Kana and kanji as character classes, and the changes of sound that need no dictionary."""

from __future__ import annotations

import re

KANJI_CLASS = (
    "々〆〇〻\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
)
"""The inside of a regular expression's class: what carries furigana, 々 and 〆 included."""

HAS_KANJI = re.compile(f"[{KANJI_CLASS}]")
KANA_ONLY = re.compile(r"[ぁ-ゖゝゞァ-ヺー-ヾ]+")
HIRAGANA_ONLY = re.compile(r"[ぁ-ゖー]+")
NUMERALS_ONLY = re.compile(r"[0-9０-９一二三四五六七八九十百千万億兆〇零,，.．]+")
HAS_DIGIT = re.compile(r"[0-9０-９]")
MAY_HOLD_NUMBER = re.compile(r"[0-9０-９〇零一二三四五六七八九十百千廿卅拾壱弐参伍数何幾元○◯]")
"""Every character a number can begin with: a text without any never loads the number engine."""

_DAKUTEN = str.maketrans(
    "かきくけこさしすせそたちつてとはひふへほ", "がぎぐげござじずぜぞだぢづでどばびぶべぼ"
)
_HANDAKUTEN = str.maketrans("はひふへほ", "ぱぴぷぺぽ")


def all_kanji(text: str) -> bool:
    """True for a non-empty string of nothing but kanji. Another pattern would take 1 ms to compile."""
    return text != "" and all(map(HAS_KANJI.match, text))


def voiced(reading: str) -> str:
    """Give the first kana its dakuten (rendaku): かわ → がわ. Unchanged where it has none."""
    return reading[:1].translate(_DAKUTEN) + reading[1:]


def half_voiced(reading: str) -> str:
    """Give the first kana its handakuten: ほん → ぽん. Unchanged where it has none."""
    return reading[:1].translate(_HANDAKUTEN) + reading[1:]


def is_reading(text: str) -> bool:
    """True for a non-empty string of hiragana and ー, the only thing a reading may hold."""
    return HIRAGANA_ONLY.fullmatch(text) is not None
