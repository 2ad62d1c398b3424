"""A text as the dictionaries spell it, with the way back to the text as it stands.

Pages pasted from PDF carry CJK radicals (⼤) for kanji (大), half-width kana, full-width Latin,
combining dakuten and variation selectors; each of them breaks UniDic's segmentation.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_ALWAYS_PLAIN = re.compile(
    r"[ -~　-〿぀-゘゛-ヿ\u4e00-\u5fb6\u5fb8-\u6ff4\u6ff6-\u9ad8\u9ada-\u9fff！？（）：；，．％＆－～\n]*"
)
"""Text of these folds to itself. Left out among the kanji: 德, 濵, 髙, and 﨑 is not among them."""
_COMBINING = "\u3099\u309a"
_HALF_WIDTH_MARKS = {"ﾞ": "\u3099", "ﾟ": "\u309a"}


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _fold_char(char: str) -> str:
    """Return the one character that `char` is analysed as, or "" to leave it out."""
    code = ord(char)
    if char in _VARIANTS:
        return _VARIANTS[char]
    if _is_selector(char):
        return ""
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF:
        return "\n" if char == "\n" else " "
    if (
        0x2E80 <= code <= 0x2FDF  # radicals
        or 0xF900 <= code <= 0xFAFF  # compatibility ideographs
        or 0x2F800 <= code <= 0x2FA1F
        or 0xFF10 <= code <= 0xFF19  # full-width digits
        or 0xFF21 <= code <= 0xFF3A
        or 0xFF41 <= code <= 0xFF5A
        or 0xFF66 <= code <= 0xFF9D  # half-width kana
    ):
        folded = unicodedata.normalize("NFKC", char)
        if len(folded) == 1:
            return folded
    return char


# Radicals and variants that Unicode gives no decomposition though UniDic's kanji look the same.
_VARIANTS = dict(
    zip(
        "⺅⺉⺌⺍⺘⺡⺨⺭⺹⻌⻏⻑⻘⻝⻩⻫⻭⻯⻰⻲⻄⻤⻨⻁⻂⻆⻗⺟⺠⺢⺣⺮⺷⺼⺾⺿⻀",
        "亻刂小小扌氵犭礻耂辶阝長青食黄斉歯竜竜亀西鬼麦虎衤角雨母民水灬竹羊月艹艹艹",
        strict=True,
    )
)
_VARIANTS |= dict(zip("𠮷髙﨑濵德", "吉高崎浜徳", strict=True))


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` to analyse, and for each of its code points where it began in the original.

    `starts` has one offset more than `text` has code points (the original's length);
    None stands for "the same offsets", by far the most frequent case.
    """

    text: str
    starts: tuple[int, ...] | None

    def origin(self, offset: int) -> int:
        """Return the offset in the original of an offset in `text`."""
        return offset if self.starts is None else self.starts[offset]

    def offset(self, origin: int) -> int:
        """Return the offset in `text` of the character that covers an offset in the original."""
        return origin if self.starts is None else bisect_left(self.starts, origin)


class _CharTable(dict[int, str]):
    """`_fold_char` for `str.translate`, asked once for each character that comes up."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        if code < 0x10000:  # so that no text can fill the memory
            self[code] = folded
        return folded


_FOLDED = _CharTable()
_MOVES_OFFSETS = re.compile("[\u3099\u309aﾞﾟ\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What is left out, or joined to the character before it."""


def fold(original: str) -> Folded:
    """Fold `original` for analysis. Linear; the first code point always begins at 0."""
    if _ALWAYS_PLAIN.fullmatch(original):
        return Folded(original, None)
    if _MOVES_OFFSETS.search(original) is None:
        text = original.translate(_FOLDED)
        return Folded(original if text == original else text, None)
    out: list[str] = []
    starts: list[int] = []
    for at, char in enumerate(original):
        mark = _HALF_WIDTH_MARKS.get(char, char)
        if mark in _COMBINING and out:
            joined = unicodedata.normalize("NFC", out[-1] + mark)
            if len(joined) == 1:
                out[-1] = joined
                continue
        folded = _fold_char(char)
        if folded:
            out.append(folded)
            starts.append(at)
    if not out:
        return Folded(" " * len(original), None)
    starts[0] = 0
    starts.append(len(original))
    if len(out) == len(original):
        return Folded("".join(out), None)
    return Folded("".join(out), tuple(starts))
