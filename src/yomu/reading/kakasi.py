"""pykakasi at run time: romaji, and what it would say of a word that is being explained.

It takes 0.4-0.9 s to load its dictionary, so it is imported by the first call that needs it, and
no reading does: what that wants of it is compiled into `data/` beforehand. It may alter the text
it converts, so nothing here relies on its offsets.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from yomu.kana import to_hiragana
from yomu.reading.kana import is_reading


@cache
def _converter() -> Any:
    import pykakasi

    make: Any = pykakasi.kakasi
    return make()


def kakasi_reading(surface: str) -> str | None:
    """Return pykakasi's reading of a word in hiragana, None if it has none for some character.

    It leaves an unknown kanji, and what follows it, out without a word, or keeps it as it is:
    half a reading, which would pass for a whole one.
    """
    pieces = _converter().convert(surface)
    if "".join(piece["orig"] for piece in pieces) != surface or not all(p["hira"] for p in pieces):
        return None
    reading = to_hiragana("".join(piece["hira"] for piece in pieces))
    return reading if is_reading(reading) else None


def to_romaji(kana: str) -> str:
    """Return kana in Hepburn romaji; characters it does not know stay."""
    return "".join(piece["hepburn"] for piece in _converter().convert(kana))
