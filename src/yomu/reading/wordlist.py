"""The short list of words that yomu reads its own way, whatever the dictionaries say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from yomu.reading.known import KnownReadings


@dataclass(frozen=True, slots=True)
class WordList:
    """`exact` holds for a word of UniDic's that is no personal name, `always` for any word.

    `anywhere` holds wherever its characters begin a word, though UniDic may cut them otherwise
    (衆議|院本|会議).
    """

    exact: dict[str, str]
    always: dict[str, str]
    anywhere: KnownReadings

    def reading(self, surface: str, pos: str) -> str | None:
        """Return the reading of exactly this word, None if the list has none."""
        found = self.always.get(surface)
        if found is None and "人名" not in pos:
            found = self.exact.get(surface)
        return found


@cache
def word_list() -> WordList:
    """Load `data/words.tsv`, a few hundred lines."""
    lists: dict[str, dict[str, str]] = {"=": {}, "!": {}, "+": {}}
    text = (Path(__file__).parent / "data" / "words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            mark, surface, reading = line.split("\t")
            lists[mark][surface] = reading
    return WordList(lists["="], lists["!"], KnownReadings.of(lists["+"]))
