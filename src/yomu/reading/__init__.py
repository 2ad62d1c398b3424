"""Readings: which kana a Japanese text is read with, where each comes from, and how sure it is."""

from yomu.reading.corrections import Correction, Corrections, Scope
from yomu.reading.explain import Candidate, Explanation
from yomu.reading.furigana import distribute
from yomu.reading.given import find_given
from yomu.reading.known import KnownReadings
from yomu.reading.reader import Reader

__all__ = [
    "Candidate",
    "Correction",
    "Corrections",
    "Explanation",
    "KnownReadings",
    "Reader",
    "Scope",
    "distribute",
    "find_given",
]
