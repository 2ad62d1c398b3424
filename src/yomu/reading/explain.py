"""Why a word is read as it is: what every source says, the one chosen, in words."""

from __future__ import annotations

from dataclasses import dataclass

from yomu.model import Source

WHY = {
    Source.PERSON: "You corrected it.",
    Source.GLOSSARY: "The glossary gives this reading.",
    Source.TEXT: "The text itself gives this reading.",
    Source.NUMBER: "Numbers, dates and counters are read by rule.",
    Source.RULE: "A rule for this word in this place decides.",
    Source.MODEL: "The words around it speak for this reading.",
    Source.COMPOUND: "The dictionaries read the whole compound so.",
    Source.UNIDIC: "UniDic's reading; nothing contradicts it.",
    Source.KAKASI: "Only pykakasi knows these characters.",
    Source.NONE: "Nothing here needs a reading.",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One source's reading of the word. `score` is how sure it is, 0 to 1; None if it cannot say."""

    source: Source
    reading: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The word at a place, its chosen reading, and what each source would have said.

    `start` and `end` are code points of the paragraph's text. `candidates` come strongest first,
    each source at most once but the model, which lists all readings it weighed.
    """

    start: int
    end: int
    surface: str
    reading: str | None
    source: Source
    confidence: float
    why: str
    candidates: tuple[Candidate, ...]

    @property
    def disputed(self) -> bool:
        """True where some source would have read the word otherwise."""
        likely = [c for c in self.candidates if c.score is None or c.score >= 0.5]
        return any(c.reading != self.reading for c in likely)
