"""The compounds that read otherwise than their words one by one: 子会社 こがいしゃ.

Compiled from JMdict, JMnedict, pykakasi and Sudachi (see `data/README.md`): 135,000 surfaces
where they outvote UniDic. One is only looked for where it covers whole words of UniDic's.
"""

from __future__ import annotations

import zlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Compound(NamedTuple):
    """A surface and its reading; `name` where only dictionaries of names know it."""

    surface: str
    reading: str
    name: bool


@cache
def _lines() -> dict[str, str]:
    """First character → its compounds as one string, taken apart only when first asked for."""
    data = zlib.decompress((files("yomu.reading") / "data" / "compounds.z").read_bytes())
    return {line[0]: line for line in data.decode().split("\n")}


@cache
def _starting_with(first: str) -> dict[str, Compound]:
    line = _lines().get(first)
    if line is None:
        return {}
    fields = line.split("\t")
    out = {}
    for rest, reading in zip(fields[1::2], fields[2::2], strict=True):
        surface = first + rest
        out[surface] = Compound(surface, reading.lstrip("*"), reading[0] == "*")
    return out


def lookup(surface: str) -> Compound | None:
    """Return the compound spelled exactly so."""
    return _starting_with(surface[0]).get(surface)


class Prefixes(dict[str, tuple[Compound, ...]]):
    """Two words' surfaces joined → the compounds that begin so, longest first; filled on demand."""

    def __missing__(self, prefix: str) -> tuple[Compound, ...]:
        found = [c for s, c in _starting_with(prefix[0]).items() if s.startswith(prefix)]
        found.sort(key=lambda compound: -len(compound.surface))
        result = self[prefix] = tuple(found)
        return result
