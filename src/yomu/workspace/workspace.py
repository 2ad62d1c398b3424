"""The façade over texts, readings, glossary and record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.annotate import annotate
from yomu.config import Settings
from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.model import (
    AnnotatedParagraph,
    Document,
    GlossaryEntry,
    Kind,
    Paragraph,
    Ruby,
    Source,
    Token,
)
from yomu.paths import Places, shipped
from yomu.sentences import sentence_at
from yomu.store.peek import peek_place
from yomu.workspace.library import (
    LibraryItem,
    free_slug,
    library,
    locate,
    shelf,
)
from yomu.workspace.lookup import LookupResult, Occurrence, reading_of
from yomu.workspace.opened import OpenText, Origin, hash_of, readable
from yomu.workspace.readings import Readings
from yomu.workspace.recorder import Recorder
from yomu.workspace.terms import Terms

if TYPE_CHECKING:
    from yomu.dictionary import Dictionary, DictionaryMatch, KanjiInfo
    from yomu.glossary import Glossary, Problem
    from yomu.glossary.concord import Occurrence as TermUse
    from yomu.glossary.mine import Proposal
    from yomu.reading import Explanation, Reader
    from yomu.store.database import Store
    from yomu.workspace.cards import Cards


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
        self.terms = Terms(
            glossary_dirs
            if glossary_dirs is not None
            else [shipped("glossary") / "policy", places.glossary],
            places.glossary,
            places.cache,
            self.notices,
        )

    # What the layers below provide

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
    def dictionary(self) -> Dictionary:
        """JMdict, JMnedict, KANJIDIC2 and the dictionaries a person added. Opening it reads next to nothing."""
        from yomu.dictionary import Dictionary

        return Dictionary.open(self.places.cache, self.places.dictionaries)

    @cached_property
    def _kanji(self) -> dict[str, KanjiInfo | None]:
        return {}

    def kanji_in(self, surface: str, *, limit: int = 4) -> list[KanjiInfo]:
        """What is known of the characters of a word, each once, at most `limit`."""
        found = []
        for character in list(dict.fromkeys(c for c in surface if c > "㏿"))[:limit]:
            if character not in self._kanji:
                self._kanji[character] = self.dictionary.kanji(character)
            info = self._kanji[character]
            if info:
                found.append(info)
        return found

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
        origin = locate(target, shipped("texts"), self.places.texts)
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

    def _annotate(self, opened: OpenText, index: int) -> AnnotatedParagraph:
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
        return annotate(
            paragraph, self.reader, self.terms.matcher, numbers=self.settings.number_readings
        )

    @property
    def headwords(self) -> dict[str, str]:
        """Headword by entry id."""
        return {entry.id: entry.ja for entry in self.glossary}

    def refresh(self) -> bool:
        """Take in what changed in the glossary's and the readings' files; True if texts must be read anew."""
        changed = self.readings.refresh()
        self.terms.refresh()
        if self._glossary_seen != self.terms.generation:
            self._glossary_seen = self.terms.generation
            self.readings.forget()
            changed = True
        return changed

    def explain_reading(self, opened: OpenText, paragraph: int, offset: int) -> Explanation:
        """Why the word at `offset` is read as it is."""
        return self.readings.explain(opened, paragraph, offset, self.glossary.readings)

    def find_entries(self, word: str) -> tuple[GlossaryEntry, ...]:
        """Entries for a word in any form: exactly it, or else what a search finds, best first."""
        exact = self.glossary.find(word)
        return exact or tuple(hit.entry for hit in self.glossary.search(word, limit=10))

    def check_glossary(self, files: Sequence[Path], texts: Sequence[str] = ()) -> list[Problem]:
        """Every fault of these files; with `texts` (paths or names) also terms that none of them uses.

        The curated files must be complete, a person's own may leave fields out.
        """
        from yomu.glossary.check import check

        used = [
            (paragraph.text, opened.annotated(paragraph.index).tokens)
            for opened in map(self.open, texts)
            for paragraph in opened.document.paragraphs
        ]
        own = self.places.glossary
        curated = [path for path in files if path != own and path.parent != own]
        others = [path for path in files if path not in curated and path.exists()]
        problems = check(curated, texts=used, candidates=_readings_of) if curated else []
        if others:
            known = {entry.id for entry in self.glossary}
            problems += check(
                others, texts=used, candidates=_readings_of, known_ids=known, complete=False
            )
        return problems

    def reading_of_word(self, word: str) -> str:
        """How yomu would read a word that stands alone, in hiragana."""
        return reading_of(self.reader.read(word))

    def annotate_words(self, text: str) -> tuple[tuple[Token, ...], tuple[Ruby, ...]]:
        """Tokens and furigana of a text that is in no document: a definition, an example."""
        tokens = self.reader.read(text)
        return tokens, self.reader.rubies(tokens)

    # The library

    def shipped_texts(self) -> list[LibraryItem]:
        from yomu.text import front_matter

        items = []
        for slug, path in shelf(shipped("texts")).items():
            meta, body = front_matter(path.read_text("utf-8"))
            items.append(
                LibraryItem(
                    target=str(path.resolve()),
                    origin="shipped",
                    slug=slug,
                    title=meta.get("title", slug),
                    characters=len("".join(body.split())),
                    read=0.0,
                    opened_at="",
                    level=meta.get("level", ""),
                    description=meta.get("description", ""),
                )
            )
        return items

    def library(self) -> list[LibraryItem]:
        """Own texts, the latest first, then shipped ones. Waits for the record."""
        seen = self.recorder.ask(lambda store: store.seen_texts()).result()
        return library(seen, self.shipped_texts())

    def import_text(
        self, target: str, *, as_is: bool = False, stdin: Callable[[], bytes] | None = None
    ) -> OpenText:
        """Copy a text, bytes as they are, with a translation beside it, into the data folder.

        The same bytes a second time give the text that is there already.
        """
        opened = self.open(target, as_is=as_is, stdin=stdin)
        texts = shelf(self.places.texts)
        for slug, path in texts.items():
            if (
                path.stat().st_size == len(opened.data)
                and hash_of(path.read_bytes()) == opened.content_hash
            ):
                return self.open(slug, as_is=as_is)
        suffix = Path(opened.origin.path).suffix.lower() if opened.origin.path else ".txt"
        slug = free_slug(opened.document.title, texts)
        path = self.places.texts / f"{slug}{suffix or '.txt'}"
        replace_file(path, opened.data)
        source = Path(opened.origin.path)
        beside = source.with_name(f"{source.stem}.en{source.suffix}")
        if opened.origin.path and beside.is_file():
            replace_file(path.with_name(f"{slug}.en{suffix}"), beside.read_bytes())
        kept = self.open(slug, as_is=as_is)
        self.register(kept)
        return kept

    def targets(self) -> list[str]:
        """Every text of the library that can be opened: own, imported and shipped."""
        seen = [item.target for item in self.library() if not item.missing]
        kept = [str(path.resolve()) for path in shelf(self.places.texts).values()]
        return list(dict.fromkeys([*seen, *kept]))

    def corpus(
        self, targets: Iterable[str]
    ) -> Iterator[tuple[Document, list[tuple[Paragraph, tuple[Token, ...]]]]]:
        """The texts, one after the other, each with its readable paragraphs and their tokens."""
        for target in targets:
            opened = self.open(target)
            yield (
                opened.document,
                [
                    (paragraph, opened.annotated(paragraph.index).tokens)
                    for paragraph in opened.document.paragraphs
                    if paragraph.kind is not Kind.JUNK
                ],
            )

    def concord(self, term: str, targets: Sequence[str] = ()) -> Iterator[TermUse]:
        """Where the texts (all of the library if none are named) use a term, in order."""
        from yomu.glossary.concord import concord

        return concord(term, self.glossary, self.corpus(targets or self.targets()))

    def mine(self, targets: Sequence[str], *, at_least: int) -> tuple[Proposal, ...]:
        """Terms that the texts use and the glossary lacks, the best first."""
        from yomu.glossary.mine import mine

        texts = (
            (
                document.title,
                document.date or "",
                [(item.text, tokens) for item, tokens in paragraphs],
            )
            for document, paragraphs in self.corpus(targets)
        )
        return mine(texts, self.glossary, at_least=at_least)

    def register(self, opened: OpenText) -> None:
        """Give the text its permanent id, and note that it was opened."""

        def write(store: Store) -> None:
            opened.document = replace(
                opened.document,
                id=store.register(
                    origin=opened.origin.kind,
                    slug=opened.document.slug,
                    title=opened.document.title,
                    path=opened.origin.path,
                    content_hash=opened.content_hash,
                    characters=sum(
                        len(p.text) for p in opened.document.paragraphs if p.kind is not Kind.JUNK
                    ),
                    paragraphs=len(opened.document.paragraphs),
                ),
            )
            opened.let_go_of_bytes()

        self.recorder.post(write)

    # Looking up

    def lookup(self, opened: OpenText, paragraph: int, start: int, end: int) -> LookupResult:
        """What is known of `text[start:end]` of a paragraph."""
        annotated = opened.annotated(paragraph)
        text = annotated.paragraph.text
        tokens = tuple(t for t in annotated.tokens if t.start < end and t.end > start)
        entry: GlossaryEntry | None = None
        nested, around = [], []
        for match in annotated.matches:
            found = self.glossary.get(match.entry_id)
            if found is None:
                continue
            if (match.start, match.end) == (start, end):
                entry = entry or found
            elif start <= match.start and match.end <= end:
                nested.append((match, found))
            elif match.start <= start and end <= match.end:
                around.append((match, found))
        sentence_start, sentence_end = sentence_at(text, start)
        has_number = any(token.source is Source.NUMBER for token in tokens)
        return LookupResult(
            paragraph=paragraph,
            start=start,
            end=end,
            surface=text[start:end],
            reading=reading_of(tokens),
            tokens=tokens,
            sentence=text[sentence_start:sentence_end],
            entry=entry,
            nested=tuple(nested),
            around=tuple(around),
            number=_number_in(text, start, end) if has_number else "",
            dictionary=self._in_dictionary(annotated, start, end),
        )

    def _in_dictionary(
        self, annotated: AnnotatedParagraph, start: int, end: int
    ) -> tuple[DictionaryMatch, ...]:
        """The dictionary on exactly this span, or else on the word that begins it."""
        text, tokens = annotated.paragraph.text, annotated.tokens
        if not tokens or end <= start:
            return ()
        one_word = sum(token.start < end and start < token.end for token in tokens) == 1
        if one_word:
            return self.dictionary.lookup_at(text, tokens, start)
        return self.dictionary.lookup_span(text, tokens, start, end)

    def occurrences(
        self, opened: OpenText, result: LookupResult, *, limit: int = 30
    ) -> list[Occurrence]:
        """Where else in this text the word or term stands, in order, by its spelling and its variants."""
        forms = {result.surface}
        if result.entry:
            forms.update((result.entry.ja, *result.entry.variants))
        found: list[Occurrence] = []
        for paragraph in opened.document.paragraphs:
            taken = 0
            hits = sorted(
                (at, -len(form), form)
                for form in forms
                if form
                for at in _positions(paragraph.text, form)
            )
            for at, _, form in hits:
                if at < taken:
                    continue
                taken = at + len(form)
                if (paragraph.index, at) == (result.paragraph, result.start):
                    continue
                text = paragraph.text
                found.append(
                    Occurrence(
                        paragraph.index,
                        at,
                        taken,
                        text[max(0, at - 8) : at],
                        form,
                        text[taken : taken + 16],
                    )
                )
                if len(found) == limit:
                    return found
        return found

    def note_lookup(self, opened: OpenText, result: LookupResult) -> None:
        self.recorder.post(
            lambda store: store.note_lookup(
                opened.document.id,
                paragraph=result.paragraph,
                start=result.start,
                end=result.end,
                surface=result.surface,
                headword=result.headword,
                reading=result.entry.reading if result.entry else result.reading,
                entry_id=result.entry.id if result.entry else "",
                sentence=result.sentence,
            )
        )

    def suggest(self, word: str) -> list[str]:
        """Headwords that look like `word`, for a word that is in no entry."""
        import difflib

        return difflib.get_close_matches(word, [entry.ja for entry in self.glossary], n=3)

    def close(self) -> None:
        self.recorder.close()


def _readings_of(word: str) -> tuple[str, ...]:
    """What a kanji can be read; nothing is known of longer words as such."""
    from yomu.reading.furigana import kanji_readings

    return kanji_readings(word) if len(word) == 1 else ()


def _number_in(text: str, start: int, end: int) -> str:
    """What the number at `text[start:end]` means, in English."""
    from yomu.reading.numbers import find_numbers

    for span in find_numbers(text):
        if span.start < end and start < span.end:
            return span.meaning_en
    return ""


def _positions(text: str, form: str) -> list[int]:
    positions = []
    at = text.find(form)
    while at >= 0:
        positions.append(at)
        at = text.find(form, at + 1)
    return positions
