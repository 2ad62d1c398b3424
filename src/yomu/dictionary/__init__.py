"""Any word, one tap: JMdict, JMnedict and KANJIDIC2, and the dictionaries a person adds."""

from yomu.dictionary.accent import Pitch, drawn, pitch, pitches
from yomu.dictionary.dictionary import Dictionary
from yomu.dictionary.inflection import deinflect
from yomu.dictionary.kanji import used_readings
from yomu.dictionary.model import (
    Deinflection,
    DictionaryEntry,
    DictionaryMatch,
    EnglishMatch,
    KanjiInfo,
    Loan,
    Origin,
    Pronunciation,
    Sense,
    Spelling,
)
from yomu.dictionary.names import names_in
from yomu.dictionary.tags import label
from yomu.dictionary.yomitan import Cancelled, Frequency, UserDictionaries, UserDictionary

__all__ = [
    "Cancelled",
    "Deinflection",
    "Dictionary",
    "DictionaryEntry",
    "DictionaryMatch",
    "EnglishMatch",
    "Frequency",
    "KanjiInfo",
    "Loan",
    "Origin",
    "Pitch",
    "Pronunciation",
    "Sense",
    "Spelling",
    "UserDictionaries",
    "UserDictionary",
    "deinflect",
    "drawn",
    "label",
    "names_in",
    "pitch",
    "pitches",
    "used_readings",
]
