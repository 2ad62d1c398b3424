"""Katakana words that stand for people here, whatever the dictionary says: トランプ is no card game."""

from __future__ import annotations

import re
from functools import lru_cache

_TITLE = (
    "大統領|前大統領|元大統領|副大統領|政権|氏|首相|外相|国防相|財務相|長官|総長|議長|将軍|候補|陣営|流|夫妻|新大統領|次期大統領"
    "|国務長官|国防長官|上院議員|下院議員|議員|大使|特使|教授|博士|総書記|主席|国王|皇太子|司令官|報道官|書記長|前政権|米政権|米大統領"
)
_KATAKANA = "[ァ-ヺー]+"
_STANDS = re.compile(
    f"({_KATAKANA})(?:[・＝]{_KATAKANA})*(?={_TITLE})|(?<=[・＝])({_KATAKANA})(?=[はがものをにとや、（(」）)])"
)


@lru_cache(maxsize=256)
def names_in(text: str) -> frozenset[str]:
    """The katakana words that `text` uses as names: before a title, or after the dot of a full name.

    Hand the union over a whole document to `lookup_at`, for the paragraphs without a title.
    """
    found: set[str] = set()
    for match in _STANDS.finditer(text):
        whole = match[0]
        found.update(part for part in re.split("[・＝]", whole) if len(part) > 1)
    return frozenset(found)
