"""Readings: which kana a Japanese text is read with, where each comes from, and how sure it is."""

from yomu.reading.furigana import distribute
from yomu.reading.given import KnownReadings, find_given
from yomu.reading.reader import Reader

__all__ = ["KnownReadings", "Reader", "distribute", "find_given"]
