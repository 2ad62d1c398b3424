"""Finding one's way in the tokens of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from yomu.model import Token


def token_index(tokens: Sequence[Token], offset: int) -> int:
    """Index of the token that holds `offset`; the last one for an offset at or past the end."""
    low, high = 0, len(tokens) - 1
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low
