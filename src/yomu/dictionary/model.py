"""What the dictionaries answer: frozen, slotted, the same whichever dictionary it came from.

Offsets are half-open code-point offsets of the text that was handed in; readings are hiragana
unless the dictionary itself writes katakana.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """Which kind of dictionary an entry comes from."""

    WORDS = "JMdict"
    NAMES = "JMnedict"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way to write a word. `priorities` are JMdict's tags (`ichi1`, `news1`, `nf08`).

    `notes` say what is special of it (`irregular kana`, `old kanji`), empty for most.
    """

    text: str
    priorities: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """A way to read a word. `spellings`, where not empty, are the only ones it belongs to.

    `apart`: the reading is used in its own right and reads none of the spellings (ヒト of 人).
    """

    text: str
    priorities: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Loan:
    """The foreign word behind a sense. `language` is an ISO 639-2 code; `coined`: made in Japan."""

    language: str
    word: str
    coined: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning. `pos` are JMdict's codes (`v5k`, `vt`, `adj-na`); `tags.label` words them.

    `misc` (`usually kana`, `archaic`), `fields` (`computing`) and `dialects` are plain words.
    `spellings` and `readings`, where not empty, are the only forms that have this meaning.
    `lines` replace the glosses for a dictionary that lays its text out itself.
    """

    glosses: tuple[str, ...]
    pos: tuple[str, ...] = ()
    misc: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    dialects: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    loans: tuple[Loan, ...] = ()
    see: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """A word with all its spellings, readings and senses, in the dictionary's order.

    `level` tells how common it is: 5 the commonest two thousand, 1 rare or unlisted. `title`
    names the dictionary, `origin` its kind; `id` is unique within it.
    """

    id: int
    origin: Origin
    title: str
    spellings: tuple[Spelling, ...]
    readings: tuple[Pronunciation, ...]
    senses: tuple[Sense, ...]
    level: int = 1

    @property
    def headword(self) -> str:
        """How the word is usually written: in kana, where every sense says so."""
        if not self.spellings or all("usually kana" in sense.misc for sense in self.senses):
            return self.reading or self.spellings[0].text
        return self.spellings[0].text

    @property
    def reading(self) -> str:
        return self.readings[0].text if self.readings else ""

    def forms(self) -> tuple[str, ...]:
        """Every spelling, then every reading."""
        return (*(s.text for s in self.spellings), *(r.text for r in self.readings))


@dataclass(frozen=True, slots=True)
class Deinflection:
    """`base` inflected as `chain` says, innermost first: 盛り込む, ("passive", "continuous").

    `word_class` is the JMdict code the base must have for this to hold (`v5m`, `adj-i`).
    """

    base: str
    chain: tuple[str, ...]
    word_class: str


@dataclass(frozen=True, slots=True)
class DictionaryMatch:
    """An entry that answers `text[start:end]`.

    `form` is the dictionary form it was found under, `reading` the entry's reading that fits the
    place. `senses` has those first that the part of speech allows: the first `allowed` of them.
    `chain` says how the form in the text is inflected. `loan` is the foreign word UniDic knows
    behind a katakana word.
    """

    start: int
    end: int
    surface: str
    entry: DictionaryEntry
    form: str
    reading: str
    senses: tuple[Sense, ...]
    allowed: int
    chain: tuple[str, ...] = ()
    loan: str | None = None


@dataclass(frozen=True, slots=True)
class EnglishMatch:
    """A Japanese word for an English one: the sense and the gloss that say so. `exact`: it is the whole gloss."""

    entry: DictionaryEntry
    sense: Sense
    gloss: str
    exact: bool


@dataclass(frozen=True, slots=True)
class KanjiInfo:
    """A character as KANJIDIC2 has it.

    `on` is katakana, `kun` hiragana with `.` before okurigana and `-` where something joins,
    `nanori` readings in names. `grade` 1-6 primary school, 8 the other jōyō, 9-10 names; `jlpt` the old
    level 4 (easiest) to 1; `frequency` the rank in newspapers, 1 to 2,500.
    """

    character: str
    meanings: tuple[str, ...]
    on: tuple[str, ...]
    kun: tuple[str, ...]
    nanori: tuple[str, ...]
    strokes: int
    grade: int | None
    jlpt: int | None
    frequency: int | None
    radical: int | None = None
