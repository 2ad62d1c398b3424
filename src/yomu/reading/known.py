"""Many surfaces and their readings, found in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from yomu.reading.fold import fold
from yomu.reading.kana import HAS_KANJI


@dataclass(frozen=True, slots=True)
class KnownReadings:
    """Surface → reading, both folded.

    `find` looks up two characters at each place where some surface might begin; a pattern of
    500 alternatives took ten times as long.
    """

    readings: dict[str, str] = field(default_factory=dict)
    _starts: re.Pattern[str] | None = None
    _heads: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Mapping[str, str]) -> KnownReadings:
        """Make one of surfaces and their readings; surfaces without kanji are left out."""
        kept = {fold(s).text: r for s, r in readings.items() if HAS_KANJI.search(s)}
        if not kept:
            return cls()
        heads: dict[str, tuple[str, ...]] = {}
        for surface in sorted(kept, key=len, reverse=True):
            heads[surface[:2]] = (*heads.get(surface[:2], ()), surface)
        first = re.escape("".join(sorted({surface[0] for surface in kept})))
        second = re.escape("".join(sorted({surface[1:2] for surface in kept})))
        # the pattern's look at the second character spares three of four places one at `heads`
        after = "" if any(len(surface) == 1 for surface in kept) else f"(?=[{second}])"
        return cls(kept, re.compile(f"[{first}]{after}"), heads)

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, reading) for each occurrence, longest first at each place."""
        if self._starts is None:
            return
        heads, reached = self._heads, 0
        for begin in self._starts.finditer(folded):
            at = begin.start()
            if at < reached:
                continue
            for surface in heads.get(folded[at : at + 2], ()) or heads.get(folded[at], ()):
                if folded.startswith(surface, at):
                    reached = at + len(surface)
                    yield at, reached, self.readings[surface]
                    break
