"""How each class of word changes: from its dictionary ending to the stems that something attaches to.

A stem here is what stands in place of the dictionary ending, so 書く is `く` → {A: か, I: き, …}.
A class may have more than one of a kind (来る: こ and 来; 達する: 達せず and 達さず).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Stem(Enum):
    """What an auxiliary can attach to."""

    NAI = "before ない"
    ZU = "before ず, ぬ, ん"
    REN = "before ます"
    TE = "te form"
    TA = "past"
    DIC = "dictionary form"
    BEKI = "before べき: する is す too"
    BA = "before ば"
    VOL = "volitional"
    IMP = "command"
    PASS = "passive, inflects like an ichidan verb"
    CAUS = "causative, likewise"
    SHORT_CAUS = "causative in -す"
    POT = "potential"
    ADJ = "an adjective without い"
    KERE = "an adjective before ば"
    NA = "an adjectival noun"
    TARU = "an adjective in たる"


Stems = Mapping[Stem, tuple[str, ...]]

_ROWS = {
    # class: ending, a, i, e, o, te, ta
    "v5u": ("う", "わ", "い", "え", "お", "って", "った"),
    "v5u-s": ("う", "わ", "い", "え", "お", "うて", "うた"),
    "v5k": ("く", "か", "き", "け", "こ", "いて", "いた"),
    "v5k-s": ("く", "か", "き", "け", "こ", "って", "った"),
    "v5g": ("ぐ", "が", "ぎ", "げ", "ご", "いで", "いだ"),
    "v5s": ("す", "さ", "し", "せ", "そ", "して", "した"),
    "v5t": ("つ", "た", "ち", "て", "と", "って", "った"),
    "v5n": ("ぬ", "な", "に", "ね", "の", "んで", "んだ"),
    "v5b": ("ぶ", "ば", "び", "べ", "ぼ", "んで", "んだ"),
    "v5m": ("む", "ま", "み", "め", "も", "んで", "んだ"),
    "v5r": ("る", "ら", "り", "れ", "ろ", "って", "った"),
    "v5r-i": ("る", "ら", "り", "れ", "ろ", "って", "った"),
    "v5aru": ("る", "ら", "い", "れ", "ろ", "って", "った"),
}


def _godan(name: str) -> Stems:
    end, a, i, e, o, te, ta = _ROWS[name]
    stems: dict[Stem, tuple[str, ...]] = {
        Stem.NAI: (a,), Stem.ZU: (a,), Stem.REN: (i,), Stem.TE: (te,), Stem.TA: (ta,),
        Stem.DIC: (end,), Stem.BEKI: (end,), Stem.BA: (e,), Stem.VOL: (o + "う",), Stem.IMP: (e,),
        Stem.PASS: (a + "れ",), Stem.CAUS: (a + "せ",), Stem.SHORT_CAUS: (a + "さ",), Stem.POT: (e,),
    }  # fmt: skip
    if name == "v5aru":
        # the command first: いらっしゃい is no bare stem
        del stems[Stem.IMP]
        stems = {Stem.IMP: ("い", "れ"), **stems, Stem.REN: ("い", "り")}
    if name == "v5r-i":  # ある: the negative is ない, a word of its own, but あらず and あらぬ
        del stems[Stem.NAI]
    return stems


def _ichidan(command: tuple[str, ...] = ("ろ", "よ")) -> Stems:
    return {
        Stem.IMP: command, Stem.NAI: ("",), Stem.ZU: ("",), Stem.REN: ("",), Stem.TE: ("て",), Stem.TA: ("た",),
        Stem.DIC: ("る",), Stem.BEKI: ("る",), Stem.BA: ("れ",), Stem.VOL: ("よう",),
        Stem.PASS: ("られ",), Stem.CAUS: ("させ",), Stem.SHORT_CAUS: ("ささ",), Stem.POT: ("られ", "れ"),
    }  # fmt: skip


_TERU: Stems = {
    # ている without its い; no further verb joins it, so して始める is して and 始める
    Stem.NAI: ("",), Stem.TE: ("て",), Stem.TA: ("た",), Stem.BA: ("れ",), Stem.DIC: ("る",),
}  # fmt: skip

_SURU: Stems = {
    Stem.NAI: ("し",), Stem.ZU: ("せ",), Stem.REN: ("し",), Stem.TE: ("して",), Stem.TA: ("した",),
    Stem.DIC: ("する",), Stem.BEKI: ("する", "す"), Stem.BA: ("すれ",), Stem.VOL: ("しよう",),
    Stem.IMP: ("しろ", "せよ", "せい"), Stem.PASS: ("され", "せられ"), Stem.CAUS: ("させ",),
    Stem.SHORT_CAUS: ("ささ",), Stem.POT: ("でき", "出来"),
}  # fmt: skip

_SPECIAL_SURU: Stems = {  # 愛する, 達する, 略す(る): between する and a godan verb in す
    Stem.NAI: ("さ", "し"), Stem.ZU: ("せ", "さ"), Stem.REN: ("し",), Stem.TE: ("して",), Stem.TA: ("した",),
    Stem.DIC: ("する",), Stem.BEKI: ("する", "す"), Stem.BA: ("すれ", "せ"), Stem.VOL: ("そう", "しよう"),
    Stem.IMP: ("せよ", "しろ", "せ"), Stem.PASS: ("され", "せられ"), Stem.CAUS: ("させ",),
    Stem.SHORT_CAUS: ("ささ",), Stem.POT: ("せ", "しえ"),
}  # fmt: skip

_ZURU: Stems = {
    Stem.NAI: ("じ",), Stem.ZU: ("ぜ", "じ"), Stem.REN: ("じ",), Stem.TE: ("じて",), Stem.TA: ("じた",),
    Stem.DIC: ("ずる",), Stem.BEKI: ("ずる", "ず"), Stem.BA: ("ずれ",), Stem.VOL: ("じよう",),
    Stem.IMP: ("ぜよ", "じろ"), Stem.PASS: ("ぜられ", "じられ"), Stem.CAUS: ("じさせ",),
    Stem.POT: ("じられ",),
}  # fmt: skip

_KURU: Stems = {
    Stem.NAI: ("こ",), Stem.ZU: ("こ",), Stem.REN: ("き",), Stem.TE: ("きて",), Stem.TA: ("きた",),
    Stem.DIC: ("くる",), Stem.BEKI: ("くる",), Stem.BA: ("くれ",), Stem.VOL: ("こよう",), Stem.IMP: ("こい",),
    Stem.PASS: ("こられ",), Stem.CAUS: ("こさせ",), Stem.SHORT_CAUS: ("こささ",), Stem.POT: ("こられ", "これ"),
}  # fmt: skip

_KURU_KANJI: Stems = {
    stem: tuple("来" + form[1:] for form in forms) for stem, forms in _KURU.items()
}
_ADJECTIVE: Stems = {Stem.ADJ: ("",), Stem.KERE: ("けれ",), Stem.DIC: ("い",)}
_II: Stems = {Stem.ADJ: ("よ",), Stem.KERE: ("よけれ",), Stem.DIC: ("いい", "よい")}

CONJUGATIONS: tuple[tuple[str, str, Stems], ...] = (
    *((name, _ROWS[name][0], _godan(name)) for name in _ROWS),
    ("v1", "る", _ichidan()),
    ("v1-s", "る", _ichidan(("",))),
    ("teru", "る", _TERU),
    ("vs-i", "する", _SURU),
    ("vs-s", "する", _SPECIAL_SURU),
    ("vz", "ずる", _ZURU),
    ("vk", "くる", _KURU),
    ("vk", "来る", _KURU_KANJI),
    ("adj-i", "い", _ADJECTIVE),
    ("adj-ix", "いい", _II),
    ("adj-na", "", {Stem.NA: ("",)}),
    ("adj-t", "", {Stem.TARU: ("",)}),
)
"""Class, dictionary ending, stems."""
