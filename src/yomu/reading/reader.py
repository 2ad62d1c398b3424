"""The reading engine's front: text in, tokens with readings out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from yomu.model import Ruby, Source, Token
from yomu.reading.arbiter import Claim, Verdict, align, settle, share, spoken
from yomu.reading.choice import Choice, evidence
from yomu.reading.corrections import Corrections
from yomu.reading.explain import WHY, Candidate, Explanation
from yomu.reading.fold import Folded, fold
from yomu.reading.kana import HAS_KANJI, is_reading
from yomu.reading.known import KnownReadings
from yomu.reading.rubies import rubies
from yomu.reading.sources import Sources
from yomu.reading.tokenizer import SPACE, Said, Tokenizer, Word


class Reader:
    """Reads Japanese. Make one with `Reader.load()` and keep it: the dictionary is 250 MB mapped."""

    def __init__(self, tokenizer: Tokenizer, sources: Sources, corrections: Corrections) -> None:
        self._tokenizer = tokenizer
        self._sources = sources
        self.corrections = corrections

    @classmethod
    def load(
        cls,
        *,
        corrections: Corrections | None = None,
        glossary_readings: Mapping[str, str] = MappingProxyType({}),
    ) -> Reader:
        """Load fugashi and the compiled data. `glossary_readings` maps a term to its hiragana.

        `corrections` is consulted at every `read`, so what is added to it counts at once.
        """
        if corrections is None:
            corrections = Corrections()
        return cls(Tokenizer(), Sources(glossary_readings, corrections), corrections)

    def read(
        self,
        text: str,
        *,
        given: Sequence[Ruby] = (),
        known: KnownReadings | None = None,
        document_id: str = "",
        paragraph: int = 0,
    ) -> tuple[Token, ...]:
        """Split `text` into tokens that cover it without gap, each with its reading.

        `given` are readings the source marked up in this paragraph (spans in `text`), `known`
        those found in the whole document by `find_given`. `document_id` is what corrections
        for one text are kept under.
        """
        folded = fold(text)
        starts, words, verdicts, _ = self._decide(folded, given, known, document_id)
        return _tokens(text, folded, starts, words, verdicts)

    def rubies(self, tokens: Iterable[Token], *, numbers: str = "irregular") -> tuple[Ruby, ...]:
        """Return the furigana of `tokens`, in their text's offsets.

        `numbers` says which digits get ruby: `irregular` (3日 みっか), `all` or `none`.
        """
        return rubies(tokens, numbers)

    def explain(
        self,
        text: str,
        offset: int,
        *,
        given: Sequence[Ruby] = (),
        known: KnownReadings | None = None,
        document_id: str = "",
        paragraph: int = 0,
    ) -> Explanation:
        """Say why the word at `offset` of a paragraph's text is read as it is.

        Asks pykakasi too, which takes most of a second the first time. Raises IndexError for an
        offset outside the text.
        """
        folded = fold(text)
        starts, words, verdicts, claims = self._decide(folded, given, known, document_id)
        tokens = _tokens(text, folded, starts, words, verdicts)
        token = next((t for t in tokens if t.start <= offset < t.end), None)
        if token is None:
            raise IndexError(f"offset {offset} outside a text of {len(text)}")
        start, end = folded.offset(token.start), folded.offset(token.end)
        candidates: list[Candidate] = []
        if token.reading is not None or HAS_KANJI.search(token.surface):
            for claim in sorted(claims, key=lambda c: list(Source).index(c.source)):
                reading = _reading_of(claim, start, end, starts, words)
                if reading:
                    candidates.append(Candidate(claim.source, reading, claim.confidence))
            candidates += _dictionary_candidates(start, end, starts, words)
            candidates += _kakasi_candidate(folded.text[start:end])
        return Explanation(
            token.start,
            token.end,
            token.surface,
            token.reading,
            token.source,
            token.confidence,
            WHY[token.source],
            tuple(dict.fromkeys(candidates)),
        )

    def _decide(
        self,
        folded: Folded,
        given: Sequence[Ruby],
        known: KnownReadings | None,
        document_id: str,
    ) -> tuple[list[int], list[Word], list[Verdict], list[Claim]]:
        """Return words and their offsets, brought in line with the verdicts, and all claims."""
        starts, words = self._tokenizer.words(folded.text)
        claims = self._sources.claims(folded, starts, words, given, known, document_id)
        if not claims:
            return starts, words, [], claims
        analyse = self._tokenizer.words
        starts, words, verdicts = align(folded.text, starts, words, settle(claims), analyse)
        return starts, words, verdicts, claims


class _Draft:
    """A token being written: a frozen one's constructor takes 0.58 µs, setting these slots 0.10."""

    __slots__ = Token.__slots__


def _tokens(
    text: str, folded: Folded, starts: list[int], words: list[Word], verdicts: list[Verdict]
) -> tuple[Token, ...]:
    """Write down the tokens of the original text, white space between words included.

    The loop runs once a word: a function call more would take 0.05 µs of the 3 that reading a
    word may take.
    """
    begins, said = _spoken(text, folded, starts, words, verdicts)
    out: list[Token] = []
    append = out.append
    origins = folded.starts
    plain = folded.text is text
    draft: Any
    for start, word in zip(begins, said, strict=True):
        if word is None:
            continue
        end = start + word.length
        if origins is not None:
            start, end = origins[start], origins[end]
        draft = _Draft()
        draft.start = start
        draft.end = end
        draft.surface = word.surface if plain else text[start:end]
        draft.reading = word.reading
        draft.morph = word.morph
        draft.source = word.source
        draft.confidence = word.sure
        draft.__class__ = Token
        append(draft)
    if " " in folded.text or "\n" in folded.text:
        out = _with_spaces(text, out)
    return tuple(out)


def _spoken(
    text: str, folded: Folded, starts: list[int], words: list[Word], verdicts: list[Verdict]
) -> tuple[list[int], list[Said | None]]:
    """Put what the verdicts and the learned choice say in the place of the words they decide on.

    None stands for a word that an earlier one has taken in.
    """
    begins = [*starts]
    said: list[Said | None] = [*words]
    claimed: set[int] = set()
    for first, last, claim in verdicts:
        surface = text[folded.origin(claim.start) : folded.origin(claim.end)]
        said[first:last] = spoken(claim, starts[first:last], words[first:last], surface)
        claimed.update(range(first, last))
        if said[last - 1] is None:
            begins[first] = claim.start
    for k, word in enumerate(words):
        if word.choice is not None and k not in claimed:
            said[k] = _chosen(word, word.choice, evidence(words, k))
    return begins, said


def _chosen(word: Word, choice: Choice, seen: tuple[str, ...]) -> Said:
    """Return a word as the learned choice reads it where `seen` stands around it."""
    reading, sure = choice.best(word.reading, seen)
    source = word.source if reading == word.reading else Source.MODEL
    return Said(word.surface, word.length, word.morph, reading, source, sure)


def _with_spaces(text: str, tokens: list[Token]) -> list[Token]:
    """Fill the gaps between tokens, which are white space."""
    out: list[Token] = []
    last = 0
    for token in tokens:
        if token.start != last:
            out.append(Token(last, token.start, text[last : token.start], None, SPACE))
        out.append(token)
        last = token.end
    if last != len(text):
        out.append(Token(last, len(text), text[last:], None, SPACE))
    return out


def _reading_of(
    claim: Claim, start: int, end: int, starts: list[int], words: list[Word]
) -> str | None:
    """Return what a claim says about the word from `start` to `end`, None if nothing certain."""
    if (claim.start, claim.end) == (start, end):
        return claim.reading
    if not claim.start <= start < end <= claim.end:
        return None
    inside = [k for k, at in enumerate(starts) if claim.start <= at < claim.end]
    if not inside or starts[inside[0]] != claim.start:
        return None
    begins, covered = [starts[k] for k in inside], [words[k] for k in inside]
    shares = share(claim, begins, covered)
    if shares is None or start not in begins:
        return None
    return shares[begins.index(start)]


def _dictionary_candidates(
    start: int, end: int, starts: list[int], words: list[Word]
) -> list[Candidate]:
    """Return what the learned choice and UniDic say of the words from `start` to `end`."""
    inside = [k for k, at in enumerate(starts) if start <= at < end]
    out: list[Candidate] = []
    if len(inside) == 1:
        word = words[inside[0]]
        if word.choice is not None:
            weighed = word.choice.probabilities(word.reading, evidence(words, inside[0]))
            out += [Candidate(Source.MODEL, r, p) for r, p in weighed if p >= 0.005]
        if word.reading is not None and word.source is not Source.UNIDIC:
            out.append(Candidate(word.source, word.reading))
    unidic = "".join(words[k].unidic or words[k].hiragana for k in inside)
    if is_reading(unidic):
        out.append(Candidate(Source.UNIDIC, unidic))
    return out


def _kakasi_candidate(surface: str) -> list[Candidate]:
    from yomu.reading.kakasi import kakasi_reading

    reading = kakasi_reading(surface)
    return [Candidate(Source.KAKASI, reading)] if reading else []
