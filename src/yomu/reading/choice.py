"""Words whose reading hangs on their neighbours: 方 ほう/かた, 人 ひと/じん/にん, 前 まえ/ぜん.

A log-linear model, trained by `scripts/train_choices.py`, one small table a surface and kind of
evidence. A table maps what stands there to one weight a reading; the highest sum wins.
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

KINDS = "ulrLRcdPbhkm"
"""One letter for each kind of evidence, in the order of `evidence`.

u the word itself, l and r the words beside it, L and R their parts of speech, c and d the
characters that touch it, P both parts of speech, b both words, h the dictionary form of the
next, k the scripts on both sides, m the last word but one (くださっ|た|方).
"""

_EDGE = ("", "^", "", "^")


def evidence(words: list[Word], at: int) -> tuple[str, ...]:
    """Return what stands around `words[at]`, one string for each of `KINDS`."""
    word = words[at]
    left, left_tag, _, left_script = words[at - 1].seen if at else _EDGE
    right, right_tag, lemma, right_script = words[at + 1].seen if at + 1 < len(words) else _EDGE
    return (
        word.opinion,
        left,
        right,
        left_tag,
        right_tag,
        left[-1:],
        right[:1],
        left_tag + right_tag,
        f"{left}|{right}",
        lemma,
        left_script + right_script,
        words[at - 2].seen[0] if at > 1 else "",
    )


class Choice:
    """The readings of one surface and what speaks for each.

    `bias` and every value of `tables` (evidence → weights) have one weight for each reading.
    """

    __slots__ = ("_bias", "_readings", "_tables")

    def __init__(
        self,
        readings: tuple[str, ...],
        bias: tuple[int, ...],
        tables: dict[str, dict[str, tuple[int, ...]]],
    ) -> None:
        self._readings = readings
        self._bias = bias
        self._tables = [(KINDS.index(kind), table) for kind, table in tables.items()]

    def _scores(self, usual: str | None, seen: tuple[str, ...]) -> list[int]:
        """Score each reading, in sixteenths of a natural logarithm; the usual has a head start."""
        total = list(self._bias)
        if usual in self._readings:
            total[self._readings.index(usual)] += PRIOR
        for kind, table in self._tables:
            weights = table.get(seen[kind])
            if weights is not None:
                for k, weight in enumerate(weights):
                    total[k] += weight
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

    A block holds the readings, by commas, then pairs of a kind's letter with its evidence and
    the weights, by commas; the pair without a letter is the bias. All by tabs.
    """
    block = _pack().get(surface)
    if block is None:
        return None
    listed, *rest = block.split("\t")
    readings = tuple(listed.split(","))
    bias: tuple[int, ...] = (0,) * len(readings)
    tables: dict[str, dict[str, tuple[int, ...]]] = {}
    for name, numbers in zip(rest[::2], rest[1::2], strict=True):
        weights = tuple(map(int, numbers.split(",")))
        if name:
            tables.setdefault(name[0], {})[name[1:]] = weights
        else:
            bias = weights
    return Choice(readings, bias, tables)
