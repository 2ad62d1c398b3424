"""The reading engine's front: text in, tokens with readings out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from yomu.model import Ruby, Source, Token
from yomu.reading.arbiter import Claim, Verdict, align, joined, settle, share
from yomu.reading.choice import features
from yomu.reading.compounds import Prefixes
from yomu.reading.fold import Folded, fold
from yomu.reading.furigana import distribute
from yomu.reading.given import KnownReadings
from yomu.reading.kana import HAS_DIGIT, HAS_KANJI, is_reading, to_hiragana
from yomu.reading.numbers import find_numbers
from yomu.reading.tokenizer import SPACE, Tokenizer, Word


class Reader:
    """Reads Japanese. Make one with `Reader.load()` and keep it: the dictionary is 250 MB mapped."""

    def __init__(self, tokenizer: Tokenizer, glossary_readings: Mapping[str, str]) -> None:
        self._tokenizer = tokenizer
        self._prefixes = Prefixes()
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
        folded = fold(text)
        starts, words = self._tokenizer.words(folded.text)
        claims = self._claims(folded, starts, words, given, known)
        verdicts: list[Verdict] = []
        if claims:
            starts, words, verdicts = align(
                folded.text, starts, words, settle(claims), self._tokenizer.words
            )
        return self._tokens(text, folded, starts, words, verdicts)

    def _claims(
        self,
        folded: Folded,
        starts: list[int],
        words: list[Word],
        given: Sequence[Ruby],
        known: KnownReadings | None,
    ) -> list[Claim]:
        """Ask every source for what it knows; they may contradict each other."""
        text = folded.text
        claims = [Claim(a, b, r, Source.GLOSSARY) for a, b, r in self._glossary.find(text)]
        for ruby in given:
            reading = to_hiragana(ruby.reading)
            if is_reading(reading) and ruby.start < ruby.end:
                start, end = folded.offset(ruby.start), folded.offset(ruby.end)
                claims.append(Claim(start, end, reading, Source.TEXT))
        if known is not None:
            claims += [Claim(a, b, r, Source.TEXT) for a, b, r in known.find(text)]
        compounds = self._compounds(starts, words)
        if any(word.numeral for word in words):
            claims += _numbers(text, starts, words, compounds)
        return claims + compounds

    def _compounds(self, starts: list[int], words: list[Word]) -> list[Claim]:
        """Claim the compounds that cover whole words, the longest at each place."""
        claims: list[Claim] = []
        prefixes = self._prefixes
        end = 0
        for i in range(len(words) - 1):
            word = words[i]
            if not word.kanji:
                continue
            prefix = word.surface + words[i + 1].surface
            for compound in prefixes[prefix]:
                start, length = starts[i], len(compound.surface)
                surface, j = prefix, i + 2
                while len(surface) < length and j < len(words):
                    surface += words[j].surface
                    j += 1
                if (
                    surface != compound.surface
                    or starts[j - 1] + words[j - 1].length != start + length
                ):
                    continue
                if compound.name and length == 2 and not _name_like(words[i:j]):
                    continue
                if start + length > end:
                    claims.append(
                        Claim(start, start + length, compound.reading, Source.COMPOUND, 0.97)
                    )
                    end = start + length
                break
        return claims

    def _tokens(
        self,
        text: str,
        folded: Folded,
        starts: list[int],
        words: list[Word],
        verdicts: list[Verdict],
    ) -> tuple[Token, ...]:
        out: list[Token] = []
        append = out.append
        origins = folded.starts
        last = 0
        done = 0
        n = len(words)
        for verdict in (*verdicts, None):
            until = n if verdict is None else verdict.first
            for k in range(done, until):
                word = words[k]
                start = starts[k]
                end = start + word.length
                if origins is not None:
                    start, end = origins[start], origins[end]
                if start != last:
                    append(Token(last, start, text[last:start], None, SPACE))
                if word.choice is None:
                    append(
                        Token(start, end, text[start:end], word.reading, word.morph, word.source)
                    )
                else:
                    reading, confidence = word.choice.best(word.reading, features(words, k))
                    source = Source.UNIDIC if reading == word.unidic else Source.MODEL
                    append(
                        Token(start, end, text[start:end], reading, word.morph, source, confidence)
                    )
                last = end
            if verdict is None:
                break
            first, done, claim = verdict.first, verdict.last, verdict.claim
            covered = words[first:done]
            shares = share(claim, starts[first:done], covered)
            start, end = folded.origin(claim.start), folded.origin(claim.end)
            if start > last:
                append(Token(last, start, text[last:start], None, SPACE))
            last = end
            if shares is None:
                surface = text[start:end]
                append(
                    Token(
                        start,
                        end,
                        surface,
                        claim.reading or None,
                        joined(surface, claim, covered[-1]),
                        claim.source,
                        claim.confidence,
                    )
                )
                continue
            for k, reading in enumerate(shares, first):
                start = folded.origin(starts[k])
                end = folded.origin(starts[k] + words[k].length)
                source = claim.source if reading else Source.NONE
                append(
                    Token(
                        start,
                        end,
                        text[start:end],
                        reading,
                        words[k].morph,
                        source,
                        claim.confidence,
                    )
                )
        if last < len(text):
            append(Token(last, len(text), text[last:], None, SPACE))
        return tuple(out)

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


def _name_like(words: list[Word]) -> bool:
    return any("固有名詞" in word.morph.pos or not word.known for word in words)


def _numbers(
    text: str, starts: list[int], words: list[Word], compounds: list[Claim]
) -> list[Claim]:
    """Claim numbers, but not kanji numerals inside a word that dictionaries know (四球, 三段跳)."""
    ends = {start + word.length: word for start, word in zip(starts, words, strict=True)}
    borders = ends.keys() | set(starts)
    by_end = {claim.end: claim for claim in compounds}
    claims: list[Claim] = []
    for span in find_numbers(text, borders):
        if not HAS_DIGIT.search(text, span.start, span.end):
            word = ends.get(span.end)
            if word is not None and word.length == span.end - span.start and _is_word(word):
                continue
            cover = next(
                (c for c in compounds if c.start <= span.start and span.end <= c.end), None
            )
            if cover is not None:
                continue
        for segment in span.segments:
            if segment.reading or segment.start < segment.end:
                claims.append(
                    Claim(segment.start, segment.end, segment.reading, Source.NUMBER, 0.99)
                )
    return claims


def _is_word(word: Word) -> bool:
    return word.known and word.reading is not None and "数" not in word.morph.pos
