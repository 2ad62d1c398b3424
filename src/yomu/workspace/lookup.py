"""What a tap on a word answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yomu.kana import to_hiragana
from yomu.model import AnnotatedParagraph, GlossaryEntry, Match, Token
from yomu.sentences import sentence_at
from yomu.tokens import token_index

if TYPE_CHECKING:
    from yomu.dictionary import DictionaryMatch

LONGEST_WIDENING = 12
"""How many words `>` can take in."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Another place of the same word: `before` and `after` are what stands around it."""

    paragraph: int
    start: int
    end: int
    before: str
    surface: str
    after: str


@dataclass(frozen=True, slots=True)
class LookupResult:
    """The answer for one span of one paragraph.

    `entries` are the glossary's, the one for exactly this span first, then those inside it and
    those around it. `nested` are the terms inside the span, `around` the longer ones that hold it.
    `number` says what a number means: 6億5200万ドル is “$652 million”. `dictionary` is what JMdict
    and the dictionaries a person added say, the best first.
    """

    paragraph: int
    start: int
    end: int
    surface: str
    reading: str
    tokens: tuple[Token, ...]
    sentence: str
    entry: GlossaryEntry | None
    nested: tuple[tuple[Match, GlossaryEntry], ...] = ()
    around: tuple[tuple[Match, GlossaryEntry], ...] = ()
    number: str = ""
    dictionary: tuple[DictionaryMatch, ...] = ()

    @property
    def headword(self) -> str:
        if self.entry:
            return self.entry.ja
        return self.tokens[0].lemma if len(self.tokens) == 1 else self.surface

    @property
    def word(self) -> tuple[str, str]:
        """What the history of look-ups calls this, and its reading.

        The glossary's headword; or the dictionary form that answers best, which for と in として
        is として; or what the text has.
        """
        if self.entry:
            return self.entry.ja, self.entry.reading
        if self.dictionary and not self.number:
            return self.dictionary[0].form, self.dictionary[0].reading
        return self.headword, self.reading


def spans_at(annotated: AnnotatedParagraph, offset: int) -> list[tuple[int, int]]:
    """The spans that a look-up at `offset` can take, shortest first.

    The word itself, every term that holds it, and the word with up to 12 words after it, as
    far as the sentence goes.
    """
    tokens = annotated.tokens
    if not tokens:
        return []
    first = token_index(tokens, offset)
    spans = {(tokens[first].start, tokens[first].end)}
    spans.update(
        (match.start, match.end) for match in annotated.matches if match.start <= offset < match.end
    )
    _, sentence_end = sentence_at(annotated.paragraph.text, offset)
    for token in tokens[first + 1 : first + LONGEST_WIDENING]:
        if token.end > sentence_end or token.surface in "。、「」『』（）()":
            break
        spans.add((tokens[first].start, token.end))
    return sorted(spans, key=lambda span: (span[1] - span[0], span[0]))


def best_span(annotated: AnnotatedParagraph, offset: int) -> tuple[int, int]:
    """The longest term at `offset`, or else the word there."""
    terms = [match for match in annotated.matches if match.start <= offset < match.end]
    if terms:
        longest = max(terms, key=lambda match: match.end - match.start)
        return longest.start, longest.end
    if not annotated.tokens:
        return 0, 0
    token = annotated.tokens[token_index(annotated.tokens, offset)]
    return token.start, token.end


def reading_of(tokens: Sequence[Token]) -> str:
    """The tokens read aloud, in hiragana; signs and Latin stay as they are."""
    return "".join(token.reading or to_hiragana(token.surface) for token in tokens)
