"""Kinsoku written down a second time, from JLREQ appendix A, without a look at the engine.

`is_legal` says whether a line may break before `text[at]`.
"""

from __future__ import annotations

import re

CLOSING_BRACKETS = "’”）〕］｝〉》」』】⦆〙〗»〟" + ")]}｣"
HYPHENS = "‐〜゠–～"
DIVIDING = "！？‼⁇⁈⁉" + "!?"
MIDDLE_DOTS = "・：；" + "･:;"
FULL_STOPS = "。．" + "｡."
COMMAS = "、，" + "､,"
ITERATION = "ヽヾゝゞ々〻"
PROLONGED = "ー" + "ｰ"
SMALL_KANA = (
    "ぁぃぅぇぉァィゥェォっゃゅょゎゕゖッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ" + "ｧｨｩｪｫｬｭｮｯﾞﾟ"
)
POSTFIXED = "°′″℃¢％‰" + "%"
NOT_AT_START = frozenset(
    CLOSING_BRACKETS + HYPHENS + DIVIDING + MIDDLE_DOTS + FULL_STOPS + COMMAS
    + ITERATION + PROLONGED + SMALL_KANA + POSTFIXED + "'-"
)  # fmt: skip

OPENING_BRACKETS = "‘“（〔［｛〈《「『【⦅〘〖«〝" + "([{｢"
PREFIXED = "¥$£#€№￥＄￡"
NOT_AT_END = frozenset(OPENING_BRACKETS + PREFIXED)

INSEPARABLE = ("……", "‥‥", "――", "——")
SPACES = " \u3000\t"
UNSEEN = "\u00ad\u200b\u200d\u2060\n"
_WORD = re.compile(r"[0-9A-Za-z０-９Ａ-Ｚａ-ｚÀ-ÿ.,:'’\-/%．–&_@+=~]")


def breaks_kinsoku(before: str, after: str) -> bool:
    """Whether a line that ends in `before`, followed by one that starts with `after`, is wrong."""
    return after in NOT_AT_START or before in NOT_AT_END or after in SPACES


def breaks_word(before: str, after: str) -> bool:
    """Whether the break falls into a Latin word, a number, …… or ――, or beside a "."""
    if before + after in INSEPARABLE or '"' in (before, after):
        return True
    return bool(_WORD.match(before) and _WORD.match(after))


def is_legal(text: str, at: int) -> bool:
    """Whether a line that starts with `text[0]` may end before `text[at]`.

    `at` is the start of a cluster, after the first one.
    """
    after = text[at]
    if after in UNSEEN or after in NOT_AT_START or after in SPACES:
        return False
    seen = text[:at].rstrip(SPACES + UNSEEN)
    if not seen:
        return True
    before = text[:at].rstrip("\u00ad")[-1]
    return not breaks_kinsoku(seen[-1], after) and not breaks_word(before, after)
