"""pykakasi at run time: romaji, kana, and the words that nothing else can read.

It takes 0.4-0.9 s to load its dictionary, so it is imported by the first call that needs it;
what the arbiter wants of its compounds is compiled into `data/` beforehand. It may alter the
text it converts, so nothing here relies on its offsets.
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
    """Return pykakasi's reading of a word in hiragana, None if it has none for some character."""
    reading = to_hiragana("".join(piece["hira"] for piece in _converter().convert(surface)))
    return reading if is_reading(reading) else None


def to_romaji(kana: str) -> str:
    """Return kana in Hepburn romaji; characters it does not know stay."""
    return "".join(piece["hepburn"] for piece in _converter().convert(kana))
