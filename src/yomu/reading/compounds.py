"""The compounds that read otherwise than their words one by one: 子会社 こがいしゃ.

Compiled from JMdict, JMnedict, pykakasi and Sudachi (see `data/README.md`): 135,000 surfaces
where they outvote UniDic. One is only looked for where it covers whole words of UniDic's.
"""

from __future__ import annotations

from functools import cache

from yomu.reading.packed import Pack

MAX_PREFIXES = 200_000
"""Pairs of words remembered; most lead nowhere and cost 100 bytes."""


Compound = tuple[str, str, bool]
"""A surface, its reading, and whether only dictionaries of names know it."""


@cache
def _pack() -> Pack:
    return Pack("compounds.pack")


@cache
def _starting_with(first: str) -> str:
    """Return the compounds with this first character, sorted: newline, rest, tab, reading each.

    Searched as they are: split into strings, all of them would take 35 MB in place of 4.
    """
    return _pack().get(first) or ""


def _continuations(prefix: str) -> list[str]:
    """Return rest, tab and reading of every compound that begins with `prefix`, itself first."""
    block = _starting_with(prefix[0])
    head = "\n" + prefix[1:]
    begin = block.find(head)
    if begin < 0:
        return []
    end = block.find("\n", block.rfind(head) + 1)
    found = block[begin + len(head) : end if end > 0 else None]
    return found.split(head)


def _compound(prefix: str, continuation: str) -> Compound:
    rest, _, reading = continuation.partition("\t")
    return prefix + rest, reading.lstrip("*"), reading[0] == "*"


def lookup(surface: str) -> tuple[Compound | None, str]:
    """Return the compound spelled exactly so, and the characters that continue it to longer ones."""
    found = _continuations(surface)
    if not found:
        return None, ""
    exact = _compound(surface, found[0]) if found[0][0] == "\t" else None
    return exact, "".join({continuation[0] for continuation in found} - {"\t"})


class Prefixes(dict[str, tuple[Compound, ...]]):
    """Two words' surfaces joined → the compounds that begin so, longest first; filled on demand."""

    def __missing__(self, prefix: str) -> tuple[Compound, ...]:
        if len(self) >= MAX_PREFIXES:
            self.clear()
        found = [_compound(prefix, continuation) for continuation in _continuations(prefix)]
        found.sort(key=lambda compound: -len(compound[0]))
        result = self[prefix] = tuple(found)
        return result
