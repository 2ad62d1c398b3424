"""Words whose reading hangs on their neighbours: 方 ほう/かた, 人 ひと/じん/にん, 前 まえ/ぜん.

A log-linear model, trained by `scripts/train_choices.py`, one small table a surface. A table
maps a feature of the neighbourhood to one weight a reading; the reading with the highest sum wins.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files
from math import exp
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yomu.reading.tokenizer import Word

SCALE = 16.0
"""Weights are stored as whole numbers of sixteenths."""

PRIOR = 16
"""What UniDic's own reading starts with, in sixteenths."""

Weights = dict[str, tuple[int, ...]]


class Choice:
    """The readings of one surface and what speaks for each."""

    __slots__ = ("readings", "weights")

    def __init__(self, readings: tuple[str, ...], weights: Weights) -> None:
        self.readings = readings
        self.weights = weights

    def _scores(self, usual: str | None, features: list[str]) -> list[int]:
        """Score each reading, in sixteenths of a natural logarithm; the usual has a head start."""
        total = [0] * len(self.readings)
        if usual in self.readings:
            total[self.readings.index(usual)] = PRIOR
        get = self.weights.get
        for feature in features:
            weights = get(feature)
            if weights is not None:
                total = list(map(add, total, weights))
        return total

    def best(self, usual: str | None, features: list[str]) -> tuple[str | None, float]:
        """Return the winning reading and its probability.

        `usual` is what the word reads without this model; it stands where the model has never
        seen it and prefers nothing clearly.
        """
        scores = self._scores(usual, features)
        top = max(scores)
        if usual is not None and usual not in self.readings and top < PRIOR:
            return usual, 0.5
        return self.readings[scores.index(top)], 1 / sum([exp((s - top) / SCALE) for s in scores])

    def probabilities(self, usual: str | None, features: list[str]) -> list[tuple[str, float]]:
        """Return every reading with its probability, the likeliest first."""
        scores = self._scores(usual, features)
        top = max(scores)
        weights = [exp((score - top) / SCALE) for score in scores]
        total = sum(weights)
        pairs = [(r, w / total) for r, w in zip(self.readings, weights, strict=True)]
        return sorted(pairs, key=lambda pair: -pair[1])


def features(words: list[Word], at: int) -> list[str]:
    """Describe the neighbourhood of `words[at]`, each feature a short string."""
    word = words[at]
    left, left2 = _word(words, at - 1), _word(words, at - 2)
    right, right2 = _word(words, at + 1), _word(words, at + 2)
    return [
        "",
        f"u{word.unidic}{word.tag}",
        f"l{left[0]}",
        f"r{right[0]}",
        f"L{left[1]}",
        f"R{right[1]}",
        f"c{left[0][-1:]}",
        f"d{right[0][:1]}",
        f"m{left2[0]}",
        f"s{right2[0]}",
        f"P{left[1]}{right[1]}",
        f"b{left[0]}|{right[0]}",
        f"w{right[0]}{right2[0]}",
        f"v{left2[0]}{left[0]}",
        f"h{right[2]}",
        f"k{left[3]}{right[3]}",
        f"j{left[3]}{right[3]}{word.unidic}",
        f"i{left[0][-1:]}{right[0][:1]}",
        f"U{word.unidic}{left[1]}",
        f"V{word.unidic}{right[1]}",
    ]


_EDGE = ("", "^", "", "^")


def _word(words: list[Word], at: int) -> tuple[str, str, str, str]:
    if 0 <= at < len(words):
        word = words[at]
        return word.key, word.tag, word.morph.lemma, word.script
    return _EDGE


@cache
def _lines() -> dict[str, str]:
    path = files("yomu.reading") / "data" / "choices.z"
    if not path.is_file():
        return {}
    text = zlib.decompress(path.read_bytes()).decode()
    return {line[: line.index("\t")]: line for line in text.split("\n")}


@cache
def choice_for(surface: str) -> Choice | None:
    """Return the model for a surface, None for the many whose reading needs none."""
    line = _lines().get(surface)
    if line is None:
        return None
    _, readings, *rest = line.split("\t")
    weights = {}
    for feature, numbers in zip(rest[::2], rest[1::2], strict=True):
        weights[feature] = tuple(map(int, numbers.split(",")))
    return Choice(tuple(readings.split(",")), weights)
