"""The dictionary's front: a place in a text, a word, an English word, a character in; entries out."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from pathlib import Path

from yomu.dictionary.accent import Pitch, pitch
from yomu.dictionary.english import EnglishIndex
from yomu.dictionary.kanji import load_kanji
from yomu.dictionary.lookup import Finder
from yomu.dictionary.model import DictionaryMatch, EnglishMatch, KanjiInfo
from yomu.dictionary.source import AGE, ATTRIBUTION, SHORT_ATTRIBUTION, Connections, find_data
from yomu.dictionary.words import find_word
from yomu.dictionary.yomitan import Frequency, UserDictionaries
from yomu.dictionary.yomitan.entries import accents, frequencies, user_kanji
from yomu.model import Token


class Dictionary:
    """JMdict, JMnedict and KANJIDIC2, and the added dictionaries. Make one with `open()` and keep it.

    Usable from any thread. Where the data is missing only the added dictionaries answer, and
    `problem` says why in a sentence.
    """

    def __init__(self, data: Connections, cache_dir: Path, added: UserDictionaries) -> None:
        self._data = data
        self.added = added
        self._finder = Finder(data, added)
        self._english = EnglishIndex(data.path, cache_dir) if data.path else None

    @classmethod
    def open(
        cls, cache_dir: Path, added_dir: Path | None = None, *, data: Path | None = None
    ) -> Dictionary:
        """Find the data, or take the file `data`; no more than a row of it is read.

        `cache_dir` is where the index for English is kept once somebody has asked for it,
        `added_dir` the folder of the dictionaries a person added. Neither needs to exist.
        """
        connections = Connections(data or find_data(), "SELECT idseq FROM Entry LIMIT 1")
        return cls(connections, cache_dir, UserDictionaries(added_dir or cache_dir / "none"))

    @property
    def available(self) -> bool:
        return not self._data.problem

    @property
    def problem(self) -> str:
        """Why there is no dictionary and what to do, empty where there is one."""
        return self._data.problem

    @property
    def age(self) -> str:
        """The day the data was compiled, ISO 8601; empty where there is none."""
        return AGE if self.available else ""

    @property
    def attribution(self) -> str:
        """To be shown with, and exported with, everything this answers."""
        return ATTRIBUTION

    @property
    def short_attribution(self) -> str:
        """The same on a line or two, with the age of the data."""
        return f"{SHORT_ATTRIBUTION}, {AGE}."

    def warm(self) -> None:
        """Do what the first look-up would: read the rules of inflection and touch the data.

        Takes some hundredths of a second; meant for a worker thread after the first paint.
        """
        self.lookup_word("見る")

    def lookup_at(
        self, text: str, tokens: Sequence[Token], offset: int, *, names: Collection[str] = ()
    ) -> tuple[DictionaryMatch, ...]:
        """The entries for the word at `offset` of `text`, best first.

        `tokens` cover `text`, a paragraph. `names` are katakana words the whole document uses as
        names (`names_in`); those of the paragraph are found here.
        """
        return self._finder.at(text, tokens, offset, names)

    def lookup_span(
        self,
        text: str,
        tokens: Sequence[Token],
        start: int,
        end: int,
        *,
        names: Collection[str] = (),
    ) -> tuple[DictionaryMatch, ...]:
        """The entries for exactly `text[start:end]`, widened to whole tokens."""
        return self._finder.span(text, tokens, start, end, names)

    def lookup_word(
        self, word: str, *, sentence: str | None = None, tokens: Sequence[Token] = ()
    ) -> tuple[DictionaryMatch, ...]:
        """The entries for a word as a person types it: any inflection, kana or romaji.

        With `sentence` and its tokens, the word is looked up where it stands in there.
        """
        word = word.strip()
        if sentence and tokens and (at := sentence.find(word)) >= 0:
            found = self.lookup_at(sentence, tokens, at)
            if found:
                return found
        return find_word(self._finder, word)

    def headwords(self, words: Collection[str]) -> set[str]:
        """Those of `words` that JMdict lists just so, as a spelling or a reading."""
        if not self.available:
            return set()
        try:
            return set(self._finder.words.find(self._data.get(), words))
        except sqlite3.Error as error:
            self._data.failed(error)
            return set()

    @property
    def english_ready(self) -> bool:
        """Whether `search_english` can answer at once; the first time it builds its index for seconds."""
        return self.available and self._english is not None and self._english.ready

    def search_english(self, query: str, limit: int = 20) -> tuple[EnglishMatch, ...]:
        """Japanese for an English word or phrase: an exact gloss first, common words first.

        Raises YomuError where the index cannot be written to the cache folder.
        """
        if not self.available or self._english is None:
            return ()
        return self._english.search(self._finder.words, self._data.get(), query, limit)

    def kanji(self, character: str) -> KanjiInfo | None:
        """What is known of one character; None for a character that is no kanji."""
        if not self.available:
            return None
        try:
            return load_kanji(self._data.get(), character)
        except sqlite3.Error as error:
            self._data.failed(error)
            return None

    def added_kanji(self, character: str) -> tuple[tuple[str, KanjiInfo], ...]:
        """Title and contents of what the added dictionaries say of one character."""
        return user_kanji(self.added, character)

    def frequencies(self, word: str, reading: str = "") -> tuple[Frequency, ...]:
        """How common a dictionary form is, by the added dictionaries that count."""
        return frequencies(self.added, word, reading)

    def accents(self, word: str, reading: str) -> tuple[tuple[str, Pitch], ...]:
        """Title and pitch pattern by the added dictionaries that have accents."""
        found = ((title, pitch(reading, n)) for title, n in accents(self.added, word, reading))
        return tuple((title, one) for title, one in found if one is not None)
