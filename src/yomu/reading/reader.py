"""The reading engine's front: text in, tokens with readings out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from yomu.model import Ruby, Source, Token
from yomu.reading.arbiter import Claim, Placed, pieces_for, settle, tokens_for
from yomu.reading.fold import Folded, fold
from yomu.reading.furigana import distribute
from yomu.reading.given import KnownReadings
from yomu.reading.kana import HAS_DIGIT, HAS_KANJI, is_reading, to_hiragana
from yomu.reading.tokenizer import Tokenizer


class Reader:
    """Reads Japanese. Make one with `Reader.load()` and keep it: the dictionary is 250 MB mapped."""

    def __init__(self, tokenizer: Tokenizer, glossary_readings: Mapping[str, str]) -> None:
        self._tokenizer = tokenizer
        self._glossary = KnownReadings.of(glossary_readings)

    @classmethod
    def load(
        cls, *, corrections: object | None = None, glossary_readings: Mapping[str, str] = {}
    ) -> Reader:
        """Load fugashi and the compiled data. `glossary_readings` maps a term to its hiragana."""
        return cls(Tokenizer(), glossary_readings)

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
        those found in the whole document by `find_given`.
        """
        if not text:
            return ()
        folded = fold(text)
        words = self._tokenizer.words(folded.text)
        claims = [
            *self._given(folded, given),
            *(Claim(a, b, r, Source.GLOSSARY, 1.0) for a, b, r in self._glossary.find(folded.text)),
            *self._numbers(folded.text, words),
        ]
        if known is not None:
            claims += [Claim(a, b, r, Source.TEXT, 1.0) for a, b, r in known.find(folded.text)]
        pieces = pieces_for(folded.text, words, settle(claims), self._tokenizer.words)
        return tokens_for(text, folded, pieces)

    def _given(self, folded: Folded, given: Sequence[Ruby]) -> list[Claim]:
        """Turn the source's own ruby, in the original's offsets, into claims."""
        claims = []
        for ruby in given:
            start, end = folded.offset(ruby.start), folded.offset(ruby.end)
            reading = to_hiragana(ruby.reading)
            if start < end and is_reading(reading):
                claims.append(Claim(start, end, reading, Source.TEXT, 1.0))
        return claims

    def _numbers(self, text: str, words: list[Placed]) -> list[Claim]:
        try:
            from yomu.reading.numbers import find_numbers
        except ImportError:
            return []
        bounds = {0, len(text)}
        for at, word in words:
            bounds.add(at)
            bounds.add(at + word.length)
        return [
            Claim(start, end, reading, Source.NUMBER, 0.99)
            for span in find_numbers(text, bounds)
            for start, end, reading, *_ in span.segments
        ]

    def rubies(self, tokens: Iterable[Token], *, numbers: str = "irregular") -> tuple[Ruby, ...]:
        """Return the furigana of `tokens`, in their text's offsets.

        `numbers` says which digits get ruby: `irregular` (3日 みっか), `all` or `none`.
        """
        out = []
        for token in tokens:
            if token.reading is None or not HAS_KANJI.search(token.surface):
                continue
            if HAS_DIGIT.search(token.surface) and numbers == "none":
                continue
            for ruby in distribute(token.surface, token.reading):
                at = token.start
                out.append(Ruby(at + ruby.start, at + ruby.end, ruby.reading, ruby.parts))
        return tuple(out)
