"""The compounds that read otherwise than their words one by one: 子会社 こがいしゃ.

Compiled from JMdict, JMnedict, pykakasi and Sudachi (see `data/README.md`): 135,000 surfaces
where they outvote UniDic. One is only looked for where it covers whole words of UniDic's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import NamedTuple

from yomu.reading.packed import Pack

MAX_PREFIXES = 200_000
"""Pairs of words remembered; most lead nowhere and cost 100 bytes."""


class Compound(NamedTuple):
    """A surface and its reading; `name` where only dictionaries of names know it."""

    surface: str
    reading: str
    name: bool


@cache
def _pack() -> Pack:
    return Pack("compounds.pack")


@lru_cache(maxsize=128)  # 50 KB each for common characters; what is found in them is kept below
def _starting_with(first: str) -> tuple[list[str], list[str]]:
    """Return the compounds with this first character, sorted, and their readings."""
    block = _pack().get(first)
    if block is None:
        return [], []
    fields = block.split("\t")
    return [first + rest for rest in fields[::2]], fields[1::2]


def _range(prefix: str) -> range:
    """Return the places, in the list for its first character, of compounds longer than `prefix`."""
    surfaces, _ = _starting_with(prefix[0])
    return range(bisect_right(surfaces, prefix), bisect_left(surfaces, prefix + "\U0010ffff"))


def _compound(first: str, at: int) -> Compound:
    surfaces, readings = _starting_with(first)
    return Compound(surfaces[at], readings[at].lstrip("*"), readings[at][0] == "*")


def lookup(surface: str) -> Compound | None:
    """Return the compound spelled exactly so."""
    surfaces, _ = _starting_with(surface[0])
    at = bisect_left(surfaces, surface)
    found = at < len(surfaces) and surfaces[at] == surface
    return _compound(surface[0], at) if found else None


@lru_cache(maxsize=65536)
def opens(surface: str) -> str:
    """Return the characters that may follow `surface` at the start of a compound, as one string."""
    surfaces, _ = _starting_with(surface[0])
    return "".join({surfaces[at][len(surface)] for at in _range(surface)})


class Prefixes(dict[str, tuple[Compound, ...]]):
    """Two words' surfaces joined → the compounds that begin so, longest first; filled on demand."""

    def __missing__(self, prefix: str) -> tuple[Compound, ...]:
        if len(self) >= MAX_PREFIXES:
            self.clear()
        exact = lookup(prefix)
        found = [_compound(prefix[0], at) for at in _range(prefix)]
        found.sort(key=lambda compound: -len(compound.surface))
        result = self[prefix] = tuple(found) + ((exact,) if exact else ())
        return result
