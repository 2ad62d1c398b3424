"""Words whose reading hangs on their neighbours: 方 ほう/かた, 人 ひと/じん/にん, 前 まえ/ぜん.

A log-linear model, trained by `scripts/train_choices.py`, one small table a surface. It maps a piece
of evidence to one weight a reading; the highest sum wins.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp
from typing import TYPE_CHECKING

from yomu.reading.packed import Pack

if TYPE_CHECKING:
    from yomu.reading.tokenizer import Word

SCALE = 16.0
"""Weights are stored as whole numbers of sixteenths."""

PRIOR = 16
"""What the usual reading starts with, in sixteenths."""

ZERO = 128
"""The character that stands for a weight of 0; a weight lies at most 100 above or below."""

_EDGE = ("", "^", "", "^", "")


def evidence(words: list[Word], at: int) -> tuple[str, ...]:
    """Return what stands around `words[at]`, each string with the letter of its kind before it.

    u the word itself, l and r the words beside it, L and R their parts of speech, c and d the
    characters that touch it, P both parts of speech, b both words, h the dictionary form of the
    next, k the scripts on both sides, m the last word but one (くださっ|た|方).
    """
    left, left_tag, _, left_script, _ = words[at - 1].seen if at else _EDGE
    right, right_tag, lemma, right_script, _ = words[at + 1].seen if at + 1 < len(words) else _EDGE
    return (
        "u" + words[at].seen[4],
        "l" + left,
        "r" + right,
        "L" + left_tag,
        "R" + right_tag,
        "c" + left[-1:],
        "d" + right[:1],
        f"P{left_tag}{right_tag}",
        f"b{left}|{right}",
        "h" + lemma,
        f"k{left_script}{right_script}",
        "m" + words[at - 2].seen[0] if at > 1 else "m",
    )


class Choice:
    """The readings of one surface and what speaks for each.

    `table` maps a piece of evidence to one weight for each reading, "" to those that hold
    always. The weights are bytes, for nothing is decoded and added up as fast: `ZERO` is 0.
    """

    __slots__ = ("_always", "_readings", "_table")

    def __init__(self, readings: tuple[str, ...], table: dict[str, bytes]) -> None:
        self._readings = readings
        self._table = table
        self._always = table.get("") or bytes([ZERO]) * len(readings)

    def _scores(self, usual: str | None, seen: tuple[str, ...]) -> list[int]:
        """Score each reading, in sixteenths of a natural logarithm; the usual has a head start."""
        found = [self._always, *filter(None, map(self._table.get, seen))]
        nothing = ZERO * len(found)
        total = [sum(weights) - nothing for weights in zip(*found, strict=True)]
        if usual in self._readings:
            total[self._readings.index(usual)] += PRIOR
        return total

    def best(self, usual: str | None, seen: tuple[str, ...]) -> tuple[str | None, float]:
        """Return the winning reading and its probability.

        `usual` is what the word reads without this model; it stands where the model has never
        seen it and prefers nothing clearly.
        """
        scores = self._scores(usual, seen)
        top = max(scores)
        if usual is not None and usual not in self._readings and top < PRIOR:
            return usual, 0.5
        return self._readings[scores.index(top)], 1 / sum([exp((s - top) / SCALE) for s in scores])

    def probabilities(self, usual: str | None, seen: tuple[str, ...]) -> list[tuple[str, float]]:
        """Return every reading with its probability, the likeliest first."""
        scores = self._scores(usual, seen)
        top = max(scores)
        weights = [exp((score - top) / SCALE) for score in scores]
        total = sum(weights)
        pairs = [(r, w / total) for r, w in zip(self._readings, weights, strict=True)]
        return sorted(pairs, key=lambda pair: -pair[1])


@cache
def _pack() -> Pack:
    return Pack("choices.pack")


@lru_cache(maxsize=16384)
def choice_for(surface: str) -> Choice | None:
    """Return the model for a surface, None for the many whose reading needs none.

    A block holds the readings, by commas, then pairs of evidence and its weights, all by tabs. A
    weight is a character, `ZERO` more than its value.
    """
    block = _pack().get(surface)
    if block is None:
        return None
    listed, *rest = block.split("\t")
    weights = [text.encode("latin-1") for text in rest[1::2]]
    return Choice(tuple(listed.split(",")), dict(zip(rest[::2], weights, strict=True)))
