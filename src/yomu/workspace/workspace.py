"""The façade over texts, readings, glossary and record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from yomu.annotate import annotate
from yomu.config import Settings
from yomu.errors import YomuError
from yomu.model import AnnotatedParagraph, Document, GlossaryEntry, Paragraph, Ruby, Token
from yomu.paths import Places, shipped
from yomu.store.peek import peek_place
from yomu.workspace.knowing import Knowing
from yomu.workspace.library import Library
from yomu.workspace.lookup import LookupResult, reading_of
from yomu.workspace.opened import OpenText, Origin, readable
from yomu.workspace.readings import Readings
from yomu.workspace.recorder import Recorder
from yomu.workspace.terms import Terms

if TYPE_CHECKING:
    from yomu.dictionary import Dictionary
    from yomu.glossary import Glossary
    from yomu.reading import Explanation, Reader
    from yomu.store.database import Store
    from yomu.workspace.anki import Anki
    from yomu.workspace.cards import Cards
    from yomu.workspace.corpus import Corpus
    from yomu.workspace.counting import Counting
    from yomu.workspace.history import History
    from yomu.workspace.lookups import Lookups
    from yomu.workspace.reviews import Reviews
    from yomu.workspace.statistics import StatisticsReader
    from yomu.workspace.undoing import Undoing
    from yomu.workspace.word_lists import WordLists


class Workspace:
    """One person's yomu. Nothing is loaded or opened before it is needed."""

    def __init__(
        self,
        places: Places,
        settings: Settings,
        now: Callable[[], datetime],
        *,
        glossary_dirs: Sequence[Path] | None = None,
    ) -> None:
        self.places = places
        self.settings = settings
        self.now = now
        self._glossary_seen = 0
        self.split_paragraphs = True
        """Cut over-long paragraphs, as a screen needs them."""
        self.notices: list[str] = []
        """Sentences to tell the person once: a damaged database was kept aside, a glossary file is broken."""
        self.readings = Readings(places.readings, self.notices)
        self.recorder = Recorder(self._open_store)
        self.library = Library(places.texts, self.recorder)
        self.knowing = Knowing(self.recorder, places.database, self._forgotten)
        self._analysing = RLock()
        """MeCab's words live in its own memory until the next sentence: one thread at a time."""
        self.terms = Terms(
            glossary_dirs
            if glossary_dirs is not None
            else [shipped("glossary") / "policy", places.glossary],
            places.glossary,
            places.cache,
            self.notices,
        )

    # What it consists of

    @property
    def glossary(self) -> Glossary:
        return self.terms.glossary

    @property
    def reader(self) -> Reader:
        return self.readings.reader(self.glossary.readings)

    @cached_property
    def cards(self) -> Cards:
        """The kept cards, and the way from a text to a deck."""
        from yomu.workspace.cards import Cards

        return Cards(
            self.recorder,
            self._open_store,
            lambda: self.glossary,
            self.annotate_words,
            lambda: self.dictionary,
        )

    @cached_property
    def word_lists(self) -> WordLists:
        """Words known from elsewhere: lists, decks, levels of the JLPT."""
        from yomu.workspace.word_lists import WordLists

        return WordLists(
            self.recorder,
            lambda text: self.reader.read(text),
            lambda: self.glossary,
            lambda: self.dictionary,
        )

    @cached_property
    def anki(self) -> Anki:
        """Reviews and memory on their way to Anki and back."""
        from yomu.workspace.anki import Anki

        return Anki(self._open_store, self.settings, self.now)

    @cached_property
    def reviews(self) -> Reviews:
        """The reviews of kept cards."""
        from yomu.workspace.reviews import Reviews

        return Reviews(
            self.recorder,
            self.settings,
            self.now,
            lambda: self.glossary,
            self.library,
            self.open,
        )

    @cached_property
    def lookups(self) -> Lookups:
        """What is known of a word, and where else it stands."""
        from yomu.workspace.lookups import Lookups

        return Lookups(lambda: self.glossary, lambda: self.dictionary, self.recorder)

    @cached_property
    def history(self) -> History:
        """What was looked up before."""
        from yomu.workspace.history import History

        return History(self.recorder, self.open)

    @cached_property
    def statistics(self) -> StatisticsReader:
        """What the record adds up to."""
        from yomu.workspace.statistics import StatisticsReader

        return StatisticsReader(
            self.places.database, self._open_store, self.settings, self.now, self.library.locate
        )

    @cached_property
    def corpus(self) -> Corpus:
        """Many texts at once: use of a term, terms to propose, faults of the glossary."""
        from yomu.workspace.corpus import Corpus

        return Corpus(self.library, self.open, lambda: self.glossary, self.places.glossary)

    @cached_property
    def undoing(self) -> Undoing:
        """What was done on the screens, to be taken back in one order."""
        from yomu.workspace.undoing import Undoing

        return Undoing()

    @cached_property
    def counting(self) -> Counting:
        """The words of whole texts, counted."""
        from yomu.workspace.counting import Counting

        return Counting(
            self.places.cache / "words",
            lambda data, origin: OpenText(self.parse(data, origin), data, origin, self._annotate),
            self._annotate,
            lambda: [*self.glossary.files, self.readings.path],
        )

    @cached_property
    def dictionary(self) -> Dictionary:
        """JMdict, JMnedict, KANJIDIC2 and the dictionaries a person added. Opening it reads next to nothing."""
        from yomu.dictionary import Dictionary

        return Dictionary.open(self.places.cache, self.places.dictionaries)

    def _forgotten(self, store: Store) -> frozenset[str]:
        """What reviews make probably forgotten. Who never reviewed need not load the schedule."""
        return self.reviews.forgotten_in(store) if store.reviews.last() else frozenset()

    def _open_store(self) -> Store:
        from yomu.store.database import Store

        return Store.open(self.places.database, now=self.now, say=self.notices.append)

    # Opening

    def open(
        self, target: str, *, as_is: bool = False, stdin: Callable[[], bytes] | None = None
    ) -> OpenText:
        """Open a path, the name of a text, or `-` for what `stdin` gives.

        Raises YomuError where there is no such text or it cannot be read.
        """
        if target == "-":
            if stdin is None:
                raise YomuError("Standard input cannot be read here.", "Give a path or a name.")
            return self.open_bytes(stdin(), Origin("stdin", "", ""), as_is=as_is)
        origin = self.library.locate(target)
        from yomu.text import read_bytes

        return self.open_bytes(read_bytes(Path(origin.path)), origin, as_is=as_is)

    def open_bytes(self, data: bytes, origin: Origin, *, as_is: bool = False) -> OpenText:
        document = self.parse(data, origin, as_is=as_is)
        if self.split_paragraphs:
            document = readable(document)
        opened = OpenText(document, data, origin, self._annotate, as_is=as_is)
        place = peek_place(self.places.database, origin.path, lambda: opened.content_hash)
        if place:
            opened.start = opened.find_place(place)
        return opened

    def parse(self, data: bytes, origin: Origin, *, as_is: bool = False) -> Document:
        """Bytes → document, with the translation beside it; one that does not fit becomes a notice."""
        from yomu.text import attach_translation, open_bytes

        document = open_bytes(data, origin.path or "standard input", as_is=as_is)
        if origin.path and not as_is:
            try:
                document = attach_translation(document, Path(origin.path))
            except YomuError as error:
                self.notices.append(f"{error} The text is shown without its translation.")
        return replace(document, slug=origin.slug or document.slug)

    def reopen(self, opened: OpenText, *, as_is: bool) -> OpenText:
        """The same bytes, cleaned or as they were pasted."""
        from yomu.text import read_bytes

        data = opened.data or read_bytes(Path(opened.origin.path))
        again = self.open_bytes(data, opened.origin, as_is=as_is)
        again.document = replace(again.document, id=opened.document.id)
        return again

    def import_text(
        self, target: str, *, as_is: bool = False, stdin: Callable[[], bytes] | None = None
    ) -> OpenText:
        """Keep a copy of a text, with a translation beside it, in the library.

        The same bytes a second time give the text that is there already.
        """
        opened = self.open(target, as_is=as_is, stdin=stdin)
        known = self.library.find_same(opened)
        if known:
            return self.open(known, as_is=as_is)
        kept = self.open(self.library.add(opened), as_is=as_is)
        self.library.register(kept)
        return kept

    def register(self, opened: OpenText) -> None:
        """Give the text its permanent id, and note that it was opened."""
        self.library.register(opened)

    # Annotating

    def _annotate(self, opened: OpenText, index: int) -> AnnotatedParagraph:
        with self._analysing:
            return annotate(
                opened.document.paragraphs[index],
                self.reader,
                self.terms.matcher,
                known=opened.known_readings,
                document_id=opened.document_id,
                numbers=self.settings.number_readings,
            )

    def annotate_paragraph(self, paragraph: Paragraph) -> AnnotatedParagraph:
        """Annotate a paragraph that is in no open text."""
        with self._analysing:
            return annotate(
                paragraph, self.reader, self.terms.matcher, numbers=self.settings.number_readings
            )

    def annotate_words(self, text: str) -> tuple[tuple[Token, ...], tuple[Ruby, ...]]:
        """Tokens and furigana of a text that is in no document: a definition, an example."""
        with self._analysing:
            tokens = self.reader.read(text)
            return tokens, self.reader.rubies(tokens)

    def refresh(self) -> bool:
        """Take in what changed in the glossary's and the readings' files; True if texts must be read anew."""
        changed = self.readings.refresh()
        self.terms.refresh()
        if self._glossary_seen != self.terms.generation:
            self._glossary_seen = self.terms.generation
            self.readings.forget()
            changed = True
        return changed

    # Words

    def lookup(self, opened: OpenText, paragraph: int, start: int, end: int) -> LookupResult:
        """What is known of `text[start:end]` of a paragraph."""
        return self.lookups.at(opened, paragraph, start, end)

    def lookup_word(self, word: str, sentence: str = "") -> LookupResult:
        """What is known of a word that stands in no open text, or in `sentence` alone."""
        around = self.reader.read(sentence) if sentence else ()
        return self.lookups.of_word(word, self.reader.read(word), sentence=sentence, around=around)

    def explain_reading(self, opened: OpenText, paragraph: int, offset: int) -> Explanation:
        """Why the word at `offset` is read as it is."""
        with self._analysing:
            return self.readings.explain(opened, paragraph, offset, self.glossary.readings)

    def reading_of_word(self, word: str) -> str:
        """How yomu would read a word that stands alone, in hiragana."""
        return reading_of(self.reader.read(word))

    def find_entries(self, word: str) -> tuple[GlossaryEntry, ...]:
        """Entries for a word in any form: exactly it, or else what a search finds, best first."""
        exact = self.glossary.find(word)
        return exact or tuple(hit.entry for hit in self.glossary.search(word, limit=10))

    def suggest(self, word: str) -> list[str]:
        """Headwords that look like `word`, for a word that is in no entry."""
        import difflib

        return difflib.get_close_matches(word, [entry.ja for entry in self.glossary], n=3)

    @property
    def headwords(self) -> dict[str, str]:
        """Headword by entry id."""
        return {entry.id: entry.ja for entry in self.glossary}

    def close(self) -> None:
        self.recorder.close()
