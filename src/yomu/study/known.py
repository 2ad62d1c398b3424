"""What a person knows, in memory: the status of a word, of a term, and of a place in a text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from itertools import takewhile

from yomu.model import AnnotatedParagraph, Source, Status, Token
from yomu.store.knowledge import Item, term_key, word_key
from yomu.study.content import can_have_status

_AS_FORGOTTEN = Status.LEARNING_4


def item_of(token: Token) -> Item:
    """The word of a token: all its inflections have the same."""
    return Item(token.lemma, dictionary_reading(token))


def dictionary_reading(token: Token) -> str:
    """The reading of a token's dictionary form, in hiragana, true to how it is read where it stands.

    UniDic gives 辛い つらい and 開く あく everywhere; a token read からい is からい, and one read
    ひらい (開いた) is ひらく. What joining words does to their sounds (株式会社 がいしゃ) makes
    no other word.
    """
    of_unidic = token.morph.lemma_reading or ""
    if token.reading is None or token.source is Source.UNIDIC:
        return of_unidic
    if not of_unidic:
        return token.reading
    return _dictionary_reading(token.surface, token.reading, token.lemma, of_unidic)


@lru_cache(maxsize=4096)
def _dictionary_reading(surface: str, reading: str, lemma: str, of_unidic: str) -> str:
    from yomu.kana import to_hiragana
    from yomu.reading.kana import half_voiced, voiced

    stem = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(surface, lemma, strict=False))))
    tail, ending = to_hiragana(surface[stem:]), to_hiragana(lemma[stem:])
    irregular = lemma.endswith("来る")  # its kanji is き, く or こ
    if not stem or irregular or not reading.endswith(tail) or not _all_kana(ending):
        return of_unidic
    here = reading[: len(reading) - len(tail)] + ending
    alike = {of_unidic, voiced(of_unidic), half_voiced(of_unidic)}
    return of_unidic if {here, *_unclipped(here)} & alike else here


def _all_kana(text: str) -> bool:
    return all("ぁ" <= character <= "ゖ" or character == "ー" for character in text)


def _unclipped(reading: str) -> list[str]:
    """What a reading that ends in っ may have been before the next word: がっ, がく or がつ."""
    return [reading[:-1] + end for end in "くつちき"] if reading.endswith("っ") else []


def terms_by_token(annotated: AnnotatedParagraph) -> list[tuple[str, ...]]:
    """For each token, the ids of the terms that it stands in as a whole, the longest first."""
    found: list[tuple[str, ...]] = [()] * len(annotated.tokens)
    longest_first = sorted(annotated.matches, key=lambda match: match.start - match.end)
    if longest_first:
        for at, token in enumerate(annotated.tokens):
            found[at] = tuple(
                match.entry_id
                for match in longest_first
                if match.start <= token.start and token.end <= match.end
            )
    return found


def items_at(annotated: AnnotatedParagraph, start: int, end: int) -> list[Item]:
    """What a status given to a span is for.

    A term that is exactly the span; the words of the span where there is none. A term that is
    one word is that word as well: both get the status.
    """
    found = [
        Item(match.surface, "", match.entry_id)
        for match in annotated.matches
        if (match.start, match.end) == (start, end)
    ]
    tokens = [t for t in annotated.tokens if start <= t.start and t.end <= end]
    if not found or len(tokens) == 1:
        found += [item_of(token) for token in tokens if can_have_status(token)]
    return list(dict.fromkeys(found))


class Known:
    """Statuses in memory. A word is looked for by dictionary form and reading, then by the form alone.

    What holds at a place in a text is the higher of two: the status of the word there, and that
    of any term that the word stands in. So a known term needs no furigana, whatever its words.
    `forgotten` are the keys of what reviews make probably forgotten: it gets its furigana back.
    """

    def __init__(
        self,
        statuses: Mapping[str, Status] | None = None,
        forgotten: Collection[str] = frozenset(),
    ) -> None:
        self._statuses = dict(statuses or {})
        self.forgotten = frozenset(forgotten)

    @property
    def is_empty(self) -> bool:
        """Nothing has a status: a newcomer, whom marks under every word would not help."""
        return not any(self._statuses.values())

    def status(self, token: Token) -> Status:
        # as `item_of`, without making an item: every token on the screen comes through here
        return self.word(token.lemma, dictionary_reading(token))

    def word(self, lemma: str, reading: str) -> Status:
        statuses = self._statuses
        return (
            statuses.get(word_key(lemma, reading))
            or statuses.get(word_key(lemma, ""))
            or Status.NEW
        )

    def term(self, entry_id: str) -> Status:
        return self._statuses.get(term_key(entry_id), Status.NEW)

    def item(self, item: Item) -> Status:
        return self.term(item.entry_id) if item.entry_id else self.word(item.lemma, item.reading)

    def of_key(self, key: str) -> Status:
        """What is said of exactly this `Item.key`."""
        return self._statuses.get(key, Status.NEW)

    def is_known(self, token: Token) -> bool:
        return self.status(token).is_known

    def at(self, token: Token, terms: Iterable[str] = ()) -> Status:
        """What holds at a place: `terms` are the ids of the terms that the token stands in."""
        return max([self.status(token), *map(self.term, terms)])

    def is_recalled(self, token: Token, terms: Iterable[str] = ()) -> bool:
        """Whether a place needs no furigana: known, and not probably forgotten since."""
        if not self.forgotten:
            return self.at(token, terms).is_known
        word = item_of(token)
        held = [self._held(self.status(token), word.key, word_key(word.lemma, ""))]
        held += [self._held(self.term(term), term_key(term)) for term in terms]
        return max(held).is_known

    def _held(self, status: Status, *keys: str) -> Status:
        """The status that is left of one that is probably forgotten."""
        if status in (Status.KNOWN, Status.WELL_KNOWN) and not self.forgotten.isdisjoint(keys):
            return _AS_FORGOTTEN
        return status

    def update(self, changes: Mapping[str, Status]) -> None:
        """Take in changes: `Item.key` → status."""
        self._statuses.update(changes)

    def replace(self, statuses: Mapping[str, Status]) -> None:
        """Take in everything anew."""
        self._statuses = dict(statuses)
