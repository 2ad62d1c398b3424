"""Kana: hiragana for comparing, romaji for a person who has no input method, spelling variants."""

from __future__ import annotations

import re
import unicodedata

from yomu.kana import to_hiragana, to_katakana

_TO_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_SELECTORS = dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
_COMPATIBLE = re.compile("[⺀-⿕ｦ-ﾟ豈-\ufaff]+")
KANA_ONLY = re.compile(r"[ぁ-ゖゝゞァ-ヺー-ヾ・]+")
KATAKANA_ONLY = re.compile(r"[ァ-ヺー-ヾ・＝]+")

_CONSONANTS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと",
    "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも",
    "r": "らりるれろ",
}  # fmt: skip
_SYLLABLES = {
    consonant + vowel: kana
    for consonant, row in _CONSONANTS.items()
    for vowel, kana in zip("aiueo", row, strict=True)
} | {
    "ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wo": "を", "shi": "し", "chi": "ち", "tsu": "つ",
    "fu": "ふ", "ji": "じ", "sha": "しゃ", "shu": "しゅ", "sho": "しょ", "she": "しぇ", "cha": "ちゃ",
    "chu": "ちゅ", "cho": "ちょ", "che": "ちぇ", "ja": "じゃ", "ju": "じゅ", "jo": "じょ", "je": "じぇ",
    "fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ", "ti": "てぃ", "di": "でぃ", "vu": "ゔ",
}  # fmt: skip
_SYLLABLES |= {
    f"{consonant}y{vowel}": row[1] + small
    for consonant, row in _CONSONANTS.items()
    if consonant
    for vowel, small in zip("auo", "ゃゅょ", strict=True)
}
_SYLLABLES |= {"ti": "ち", "tu": "つ", "si": "し", "hu": "ふ", "zi": "じ"}
_LONG = {"ā": "aa", "ī": "ii", "ū": "uu", "ē": "ee", "ō": "ou", "â": "aa", "î": "ii", "û": "uu", "ê": "ee", "ô": "ou"}  # fmt: skip


def is_kana(text: str) -> bool:
    return KANA_ONLY.fullmatch(text) is not None


def folded(text: str) -> str:
    """The text as dictionaries spell: no variation selectors, no radicals, no half-width kana."""
    text = text.translate(_SELECTORS)
    return _COMPATIBLE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def widened(text: str) -> str:
    """ASCII as JMdict writes it: NATO is ＮＡＴＯ."""
    return text.translate(_TO_WIDE)


def from_romaji(text: str) -> str | None:
    """Hiragana of a word in Hepburn or Kunrei romaji, None where it is not one."""
    rest = "".join(_LONG.get(c, c) for c in text.strip().lower())
    out = ""
    while rest:
        if len(rest) > 1 and rest[0] == rest[1] and rest[0] not in "aeioun":
            out, rest = out + "っ", rest[1:]
            continue
        if rest.startswith("tch"):
            out, rest = out + "っ", rest[1:]
            continue
        for size in (3, 2, 1):
            if rest[:size] in _SYLLABLES:
                out, rest = out + _SYLLABLES[rest[:size]], rest[size:]
                break
        else:
            if rest[0] == "n" or (rest[0] == "m" and rest[1:2] in tuple("bpm")):
                out, rest = out + "ん", rest[1:].removeprefix("'").removeprefix("’")
            elif rest[0] in "-ー":
                out, rest = out + "ー", rest[1:]
            else:
                return None
    return out or None


def variants(form: str) -> tuple[str, ...]:
    """Other ways to write `form` that a dictionary may have instead, likeliest first."""
    found: dict[str, None] = {}
    if "・" in form:
        found[form.replace("・", "")] = None
    if KATAKANA_ONLY.fullmatch(form):
        found[form[:-1] if form.endswith("ー") else form + "ー"] = None
        plain = form
        for foreign, common in _FOREIGN:
            plain = plain.replace(foreign, common)
        found[plain] = None
        found[to_hiragana(form)] = None
    elif is_kana(form):
        found[to_katakana(form)] = None
        found[to_hiragana(form)] = None
    for small, big in (
        ("ヶ", "ケ"),
        ("ヶ", "か"),
        ("ケ", "ヶ"),
        ("ヵ", "か"),
        ("カ", "ヶ"),
        ("カ", "か"),
    ):
        if small in form and not is_kana(form):
            found[form.replace(small, big)] = None
    if "々" in form:
        found[re.sub("(.)々", r"\1\1", form)] = None
    else:
        found[re.sub(r"([一-鿿])\1", r"\1々", form)] = None
    modern = form.translate(_MODERN)
    found[modern] = None
    found.pop(form, None)
    return tuple(found)


_FOREIGN = (
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"), ("ウィ", "ウイ"), ("ウェ", "ウエ"),
    ("ティ", "チ"), ("ディ", "ジ"), ("フュ", "ヒュ"), ("ツァ", "ツア"), ("イェ", "イエ"),
)  # fmt: skip
_MODERN = str.maketrans(
    "國會學體戰爭經濟實權發變對應區縣廣萬與來爲號當舊假總聲團圖參獨點賣讀澤濱邊齊櫻嶽聯繩彌壽藝譯觀關樂榮衞鐵鹽寶",
    "国会学体戦争経済実権発変対応区県広万与来為号当旧仮総声団図参独点売読沢浜辺斉桜岳連縄弥寿芸訳観関楽栄衛鉄塩宝",
)
