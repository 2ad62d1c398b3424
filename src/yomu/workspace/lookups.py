"""Looking words up: a span of an open text in, what is known of it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yomu.kana import to_hiragana
from yomu.model import AnnotatedParagraph, GlossaryEntry, Paragraph, Source, Token
from yomu.sentences import sentence_at
from yomu.store.lookups import NewLookup
from yomu.workspace.lookup import LookupResult, Occurrence, reading_of

if TYPE_CHECKING:
    from yomu.dictionary import Dictionary, DictionaryMatch, Frequency, KanjiInfo, Pitch
    from yomu.dictionary.yomitan.library import Volume
    from yomu.glossary import Glossary
    from yomu.workspace.opened import OpenText
    from yomu.workspace.recorder import Recorder


KEPT_ANSWERS = 600

_Asked = tuple[AnnotatedParagraph, tuple["Volume", ...]]
"""What an answer holds for: the paragraph as it was annotated, and the dictionaries that were added."""


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What is known of a word beside its meaning, each fact with the dictionary that says it."""

    accents: tuple[tuple[str, Pitch], ...] = ()
    frequencies: tuple[Frequency, ...] = ()


class Lookups:
    """The glossary and the dictionaries, asked about places in texts.

    `glossary` and `dictionary` are called for each question: either can change while a text is open.
    """

    def __init__(
        self,
        glossary: Callable[[], Glossary],
        dictionary: Callable[[], Dictionary],
        recorder: Recorder,
    ) -> None:
        self._glossary = glossary
        self._dictionary = dictionary
        self._recorder = recorder
        self._kanji: dict[str, KanjiInfo | None] = {}
        self._names: tuple[Sequence[Paragraph], frozenset[str]] = ((), frozenset())
        self._answers: dict[tuple[int, int, int], tuple[_Asked, tuple[DictionaryMatch, ...]]] = {}

    def at(self, opened: OpenText, paragraph: int, start: int, end: int) -> LookupResult:
        """What is known of `text[start:end]` of a paragraph."""
        annotated = opened.annotated(paragraph)
        text = annotated.paragraph.text
        tokens = tuple(t for t in annotated.tokens if t.start < end and t.end > start)
        glossary = self._glossary()
        entry: GlossaryEntry | None = None
        nested, around = [], []
        for match in annotated.matches:
            found = glossary.get(match.entry_id)
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
            dictionary=self._in_dictionary(opened, annotated, start, end),
        )

    def of_word(
        self,
        word: str,
        tokens: Sequence[Token],
        *,
        sentence: str = "",
        around: Sequence[Token] = (),
    ) -> LookupResult:
        """What is known of a word that stands in no open text.

        `tokens` are the word's, `around` those of the sentence it was met in.
        """
        found = self._dictionary().lookup_word(word, sentence=sentence or None, tokens=around)
        entry = next(iter(self._glossary().find(word)), None)
        reading = found[0].reading if found else reading_of(tokens)
        return LookupResult(
            0, 0, 0, word, reading, tuple(tokens), sentence, entry, dictionary=found
        )

    def facts(self, match: DictionaryMatch, tokens: Sequence[Token]) -> WordFacts:
        """How the word is pitched, by UniDic and the added dictionaries, and how common by the latter."""
        from yomu.dictionary import pitches

        accents: list[tuple[str, Pitch]] = []
        reading = to_hiragana(match.reading)
        for token in tokens:
            morph = token.morph
            if morph.accent and reading == to_hiragana(morph.lemma_reading or ""):
                accents += [("UniDic", one) for one in pitches(morph.accent, match.reading)]
                break
        dictionary = self._dictionary()
        if not dictionary.added.volumes():
            return WordFacts(tuple(accents))
        forms = dict.fromkeys((match.form, match.entry.headword, match.entry.reading))
        counted = [one for form in forms for one in dictionary.frequencies(form, match.reading)]
        for form in forms:
            accents += dictionary.accents(form, match.reading)
        return WordFacts(tuple(dict.fromkeys(accents)), tuple(dict.fromkeys(counted)))

    def learn_names(self, opened: OpenText) -> None:
        """Find the katakana words that the whole text uses as names; for a thread, a long text takes a while."""
        from yomu.dictionary import names_in

        found: set[str] = set()
        for paragraph in opened.document.paragraphs:
            found |= names_in(paragraph.text)
        self._names = (opened.document.paragraphs, frozenset(found))
        self._answers = {}

    def attribution(self, result: LookupResult, kanji: Sequence[KanjiInfo]) -> str:
        """Whose words a pane shows, or why there is no dictionary."""
        dictionary = self._dictionary()
        if not dictionary.available:
            return dictionary.problem
        used = result.dictionary or kanji
        return dictionary.short_attribution if used else ""

    def prepare(
        self, opened: OpenText, annotated: AnnotatedParagraph, start: int, end: int
    ) -> None:
        """Ask the dictionary what `at` will ask it; from a thread, while nobody waits."""
        self._in_dictionary(opened, annotated, start, end)
        self.kanji_in(annotated.paragraph.text[start:end])

    def _in_dictionary(
        self, opened: OpenText, annotated: AnnotatedParagraph, start: int, end: int
    ) -> tuple[DictionaryMatch, ...]:
        """The dictionary on exactly this span, or else on the word that begins it."""
        text, tokens = annotated.paragraph.text, annotated.tokens
        if not tokens or end <= start:
            return ()
        dictionary = self._dictionary()
        key = (id(annotated), start, end)
        asked = (annotated, dictionary.added.volumes())
        known = self._answers.get(key)
        if known and known[0][0] is annotated and known[0][1] is asked[1]:
            return known[1]
        one_word = sum(token.start < end and start < token.end for token in tokens) == 1
        names = self._names[1] if self._names[0] is opened.document.paragraphs else ()
        if one_word:
            found = dictionary.lookup_at(text, tokens, start, names=names)
        else:
            found = dictionary.lookup_span(text, tokens, start, end, names=names)
        if len(self._answers) >= KEPT_ANSWERS:
            self._answers.pop(next(iter(self._answers)), None)
        self._answers[key] = asked, found
        return found

    def kanji_in(self, surface: str, *, limit: int = 4) -> list[KanjiInfo]:
        """What is known of the characters of a word, each once, at most `limit`."""
        found = []
        for character in list(dict.fromkeys(c for c in surface if c > "㏿"))[:limit]:
            if character not in self._kanji:
                self._kanji[character] = self._dictionary().kanji(character)
            info = self._kanji[character]
            if info:
                found.append(info)
        return found

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

    def note(self, opened: OpenText, result: LookupResult) -> None:
        """Put it on record that this was looked up."""
        word, reading = result.word
        new = NewLookup(
            word,
            reading,
            result.surface,
            result.sentence,
            result.entry.id if result.entry else "",
            paragraph=result.paragraph,
            start=result.start,
            end=result.end,
        )
        # in the recorder's thread: a text that was just opened gets its id there, too
        self._recorder.post(
            lambda store: store.lookups.note(replace(new, text_id=opened.document.id))
        )


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
