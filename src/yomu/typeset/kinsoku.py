"""Where a line may break: the classes of JLREQ (appendix A) and what two neighbours allow.

Each boundary between two characters has a bond. A line breaks at the last `FREE` one that
fits; only where it has none, at the last one of the next weaker kind.
"""

from __future__ import annotations

from typing import Final
from unicodedata import category, east_asian_width

from yomu.typeset.width import NEWLINES

# Bonds, from "break here" to "only if all else fails". A line that would stay half blank for
# FREE or JOINT takes the one after it instead.
FREE: Final = 0
PHRASE: Final = 1  # inside a bunsetsu, when only their starts are wanted
JOINT: Final = 2  # after a sign inside a Latin word or number: https:/|/, 2014.|5
WORD: Final = 3  # inside a word, a number, ……, an inline reading
KINSOKU: Final = 4  # a line would start with 。 or end with 「
STUCK: Final = 5  # between a footnote number and what carries it
BONDS: Final = 6

# Classes. JLREQ's own (cl-01 …) are merged where they break alike.
(
    PLAIN,  # kanji, kana, anything that breaks on both sides
    OPEN,  # cl-01: never at the end of a line
    PREFIX,  # cl-12 ￥ $ №: never at the end of a line, one with the number after it
    SHUT,  # cl-02 to 07, 09 to 11, 13: never at the start of a line
    SIGN,  # . , : ' - % in Latin text: as SHUT, and one with the letters around it
    SLASH,  # / & _ in Latin text: one with the letters around it
    LETTER,  # cl-24, 27: letters and digits
    UNIT,  # ㎞ ㍍: one with the number before it
    QUOTE,  # " may open or close: no break on either side
    DOTS,  # cl-08 … ‥
    DASH,  # cl-08 ― —
    SPACE,  # drawn, but vanishes at the end of a full line
    GLUE,  # no-break space, word joiner
    GAP,  # zero-width space: a break, nothing drawn
    NEWLINE,
) = range(15)

# cl-01, with the half-width forms.
_OPENING = "「『（［｛〔〈《【〖〘〚〝“‘｟«([{｢⦅"
_PREFIXES = "￥＄￡¥$£€₩№#＃"
_SHUTTING = (
    "」』）］｝〕〉》】〗〙〛〟〞”｠»)]}｣⦆"  # cl-02
    "‐〜゠～"  # cl-03, and the form of 〜 that CP932 text comes with
    "！？‼⁇⁈⁉!?"  # cl-04
    "・：；･;"  # cl-05
    "。｡、，､"  # cl-06, cl-07
    "ヽヾゝゞ々〻"  # cl-09
    "ーｰ"  # cl-10
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯﾞﾟ"  # cl-11
    "％℃℉°′″‰￠¢"  # cl-13
)
_SIGNS = ".,:'’-%–．"
_SLASHES = "/&_@+=~\\|*"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_CLASS_OF = {
    **dict.fromkeys(_OPENING, OPEN),
    **dict.fromkeys(_PREFIXES, PREFIX),
    **dict.fromkeys(_SHUTTING, SHUT),
    **dict.fromkeys(_SIGNS, SIGN),
    **dict.fromkeys(_SLASHES, SLASH),
    **dict.fromkeys(_SUPERSCRIPTS, LETTER),
    **dict.fromkeys("…‥", DOTS),
    **dict.fromkeys("―—⸺─", DASH),
    **dict.fromkeys(" \u3000\t\u2002\u2003\u2009", SPACE),
    **dict.fromkeys("\u00a0\u202f\u2060\ufeff", GLUE),
    **dict.fromkeys(NEWLINES, NEWLINE),
    '"': QUOTE,
    "\u200b": GAP,
}


def class_of(character: str) -> int:
    """The class of a code point (for a cluster, of its first one)."""
    known = _CLASS_OF.get(character)
    if known is not None:
        return known
    if 0x3300 <= ord(character) <= 0x33FF:
        return UNIT
    kind = category(character)
    if kind in ("Lu", "Ll", "Lt", "Nd"):
        return LETTER
    if kind in ("Lo", "Lm") and east_asian_width(character) in ("N", "Na"):
        return LETTER
    return PLAIN


def _bond(before: int, after: int) -> int:
    latin = (LETTER, SIGN, SLASH)
    if after in (SPACE, NEWLINE, GAP):
        return KINSOKU  # a space ends a line, it does not start one
    if before in (OPEN, PREFIX) or after in (SHUT, SIGN):
        return KINSOKU
    if GLUE in (before, after):
        return WORD
    if before in (SPACE, GAP, NEWLINE):
        return FREE
    if QUOTE in (before, after):
        return WORD
    if before in latin and after in latin:
        return WORD if before == LETTER else JOINT
    if before == LETTER and after == UNIT:
        return WORD
    if before == after and before in (DOTS, DASH):
        return WORD
    return FREE


# BOND[before][after]
BOND: Final = tuple(tuple(_bond(before, after) for after in range(15)) for before in range(15))
