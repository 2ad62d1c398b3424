"""What a line looks like, whatever it says."""

from __future__ import annotations

import re

from yomu.model import Kind
from yomu.text.draft import Draft

SHORT = 45
_SENTENCE_END = re.compile(r"(?:[。．！？!?…]|\.)[」』）)\]］〉》”\"'’]*[0-9０-９]{0,3}$")
_STOP = re.compile(r"[。．][」』）)\]］〉》”\"'’]*[0-9０-９\[\]［］]{0,4}$|[a-z)\"”]\.[\"”)]*$")


def ends_sentence(text: str) -> bool:
    """Whether it ends as a statement does: with a full stop (a title may end in ？ or ！)."""
    return bool(_STOP.search(text[-12:]))


def is_prose(draft: Draft) -> bool:
    """Whether it reads as running text: long, with a sentence in it."""
    text = draft.text
    length = len(text)
    if length >= 100:
        return "。" in text or "、" in text or ". " in text or text[-1] == "."
    return length >= 28 and ("。" in text or (text[-1] == "." and text.count(" ") >= 6))


def is_open(draft: Draft) -> bool:
    """Whether nothing has named its kind yet."""
    return draft.kind is Kind.BODY and not draft.fixed
