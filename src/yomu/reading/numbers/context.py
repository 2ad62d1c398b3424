"""Choices that hang on what stands around a number."""

from __future__ import annotations

import re
from typing import Final

# 1日 is いちにち as a length of time, ついたち as the first of the month.
_ONE_DAY_AFTER: Final = re.compile(
    r"中|当た?り|あた?り|目|間|半|平均|も早|も欠|も経|もたた|もあれば|以上|以内|程度|につき|ごと|毎|おき|置き|分の|ずつ|"
    r"(?:に|で|、)?(?:[0-9０-９約数平何]|およそ|少なくとも)|早く|遅れ|遅く|以降も|限り|じゅう|足らず|"
    r"の[^、。はが]{0,6}[量数客額高]|で(?:終|済|完|でき|回|読|約|最大|計|[0-9０-９])|の(?:うち|大半|始ま|終わ|ほとんど|生活|仕事|労働|死者|感染|消費|摂取|使用|生産|必要|長さ|流れ|平均|秒数|時間|売り|利用|疲れ|旅)|"
    r"が(?:終|始ま|過ぎ|経)|を(?:過ご|終え|通じ|通し|かけ)"
)
_ONE_DAY_BEFORE: Final = re.compile(
    r"(?:丸|まる|中|たった|わずか|僅か|ほぼ|もう|ある|あと|約|第|週に?|日|月に|毎|また|この|その|およそ|と)$"
)
_FIRST_OF_MONTH_BEFORE: Final = re.compile(r"(?:月|[同今来先翌前]月の?|元日の)$")
_FIRST_OF_MONTH_AFTER: Final = re.compile(
    r"[(（]|に|の|は|、|付|から|まで|より|未明|早朝|朝|午前|正午|午後|夕|夜|深夜|以降|現在|発|開|時点|施行|発効|発足|公|[〜～]|と|で"
)


def is_first_of_month(text: str, start: int, end: int, *, arabic: bool) -> bool:
    """Choose between ついたち (True) and いちにち for the 1日 at `start:end`."""
    if _FIRST_OF_MONTH_BEFORE.search(text, max(0, start - 4), start):
        return True
    if _ONE_DAY_AFTER.match(text, end) or _ONE_DAY_BEFORE.search(text, max(0, start - 4), start):
        return False
    return arabic and _FIRST_OF_MONTH_AFTER.match(text, end) is not None


_MODEL_NAME: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][-‐‑−－]?$")
_NUMBER_SIGN: Final = re.compile(r"(?:[Nn][Oo]|[Vv]ol|[Pp]{1,2}|[Cc]h|№)[.．]? ?$")
# No model is named with so many letters: THAAD12基, HIMARS20基.
_LONG_LATIN: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]{4}$")
_LATIN_WORD: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][.,]?[ \u00a0\u3000]$")
_LATIN: Final = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]")
# Counters that also end the names of things: F35A 2機 is written with a space, F2機 is a name.
_NAMING: Final = frozenset(
    [
        "機",
        "両",
        "基",
        "型",
        "号",
        "号機",
        "弾",
        "発",
        "隻",
        "台",
        "系",
        "級",
        "式",
        "門",
        "番",
        "世",
        "次",
        "期",
        "面",
        "部",
        "話",
        "点",
        "本",
        "個",
        "つ",
    ]
)


def is_model_name(text: str, start: int, counter: str) -> bool:
    """Say whether a number glued to Latin letters is part of a name (F16, COVID-19, G7).

    A counter that never ends such a name makes it a number after all (EU27カ国, GDP2%).
    """
    if start == 0 or not _MODEL_NAME.search(text, max(0, start - 2), start):
        return False
    if text[start - 1] in "-‐‑−－":
        return True
    if counter and _LONG_LATIN.search(text, max(0, start - 4), start):
        return False
    return not counter or counter in _NAMING or (counter[0].isascii() and counter[0].isalpha())


def follows_latin_word(text: str, start: int) -> bool:
    """Say whether a Latin word and a space, or a sign of addresses, stand before: NSS 2025, No.1, id=5."""
    if (start and text[start - 1] in "_=#&@") or _NUMBER_SIGN.search(
        text, max(0, start - 5), start
    ):
        return True
    return _LATIN_WORD.search(text, max(0, start - 3), start) is not None


def starts_latin(text: str, end: int) -> bool:
    """Say whether Latin letters go on after a number: 2A, 3D, 5G."""
    return _LATIN.match(text, end) is not None


def is_kanji(char: str) -> bool:
    """Say whether a character goes on a kanji word; cheaper to load than a class of 27,000 characters."""
    return "\u3400" <= char <= "\u9fff" or char in "々〆ヶ"


_STEM_ENDINGS: Final = frozenset("きぎしじちりびみえけげせてねべめれ")


def is_verb_stem(word: str) -> bool:
    """Say whether a word looks like the stem of a verb: 働き, 稼ぎ, 揉め."""
    return len(word) == 2 and is_kanji(word[0]) and word[1] in _STEM_ENDINGS


_IN_LIST: Final = re.compile("[一二三四五六七八九]、[一二三四五六七八九十百千万]")


def follows_in_list(text: str, start: int) -> bool:
    """Say whether the upper of two neighbours begins here, as in 二、三十分; a tokenizer's word may hold both."""
    return start > 1 and _IN_LIST.match(text, start - 2) is not None


def is_katakana(char: str) -> bool:
    """Say whether a character goes on a katakana word; an empty string does not."""
    return "ァ" <= char <= "ヺ" or char == "ー"


def is_word_character(char: str) -> bool:
    """Say whether a sign after `char` joins words or numbers: a letter, a digit, katakana, kanji."""
    return char.isalnum() and not "ぁ" <= char <= "ん"


_LETS_KANJI_NUMERAL_FOLLOW: Final = frozenset(
    "第約計全同各前翌毎丸後年月日時分第億万兆千百十和成正治昔残延満昨今来先月週内外他対新旧的人度回間"
)


def may_begin_kanji_numeral(text: str, start: int) -> bool:
    """Say, without a tokenizer, whether a kanji numeral may begin here (not in 統一, 北九州)."""
    if start == 0:
        return True
    before = text[start - 1]
    return before in _LETS_KANJI_NUMERAL_FOLLOW or not is_kanji(before)
