"""From one kana to the other. What else a layer knows of kana stands in its own `kana.py`."""

from __future__ import annotations

# The two blocks run parallel; ヷ to ヺ have no hiragana of their own.
_TO_HIRAGANA: dict[int, int | str] = {
    **{code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)},
    ord("ヷ"): "ゔぁ",
    ord("ヸ"): "ゔぃ",
    ord("ヹ"): "ゔぇ",
    ord("ヺ"): "ゔぉ",
    ord("ヽ"): "ゝ",
    ord("ヾ"): "ゞ",
}
_TO_KATAKANA = {code: code + 0x60 for code in (*range(ord("ぁ"), ord("ゖ") + 1), *map(ord, "ゝゞ"))}


def to_hiragana(text: str) -> str:
    """Turn katakana into hiragana; anything else stays, ー and ・ too.

    As long as `text`, but for ヷ ヸ ヹ ヺ, which take two characters each.
    """
    return text.translate(_TO_HIRAGANA)


def to_katakana(text: str) -> str:
    """Turn hiragana into katakana; anything else stays. As long as `text`."""
    return text.translate(_TO_KATAKANA)
