"""What a text asks of a reader: how many of its words are known, and which to learn first.

The words of a text are counted once (`count_words`) and kept; a `Coverage` then follows every
change of a status by the words it touches alone.

    a word        dictionary form and reading; inflections are the same word
    an occurrence one place where a word that counts (`content.is_counted`) stands
    known         the word is known or well known, or a term it stands in is
    not counted   the word is ignored, or a term it stands in is

A distinct word is known if every counted occurrence of it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from yomu.model import AnnotatedParagraph, Kind, Status
from yomu.store.knowledge import Item, term_key, word_key
from yomu.study.content import NOT_COUNTED, is_counted
from yomu.study.known import Known, item_of, terms_by_token


class Use(NamedTuple):
    """How often a word stands in the terms `terms` (entry ids; mostly none)."""

    terms: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of a text that count, in the order in which they first stand in it.

    `terms` has the glossary terms with their number of occurrences; `characters` is the length
    of all that one reads, page furniture left out.
    """

    characters: int
    words: Mapping[Item, tuple[Use, ...]]
    terms: Mapping[str, int]


def count_words(paragraphs: Iterable[AnnotatedParagraph]) -> TextWords:
    """Count the words of a text."""
    uses: dict[Item, Counter[tuple[str, ...]]] = {}
    terms: Counter[str] = Counter()
    characters = 0
    for annotated in paragraphs:
        kind = annotated.paragraph.kind
        if kind is not Kind.JUNK:
            characters += len(annotated.paragraph.text)
        if kind in NOT_COUNTED:
            continue
        terms.update(match.entry_id for match in annotated.matches)
        for token, over in zip(annotated.tokens, terms_by_token(annotated), strict=True):
            if is_counted(token):
                uses.setdefault(item_of(token), Counter())[over] += 1
    words = {
        item: tuple(Use(over, times) for over, times in counts.items())
        for item, counts in uses.items()
    }
    return TextWords(characters, words, dict(terms))


class Share(NamedTuple):
    """So many of so many."""

    known: int = 0
    total: int = 0

    @property
    def of_one(self) -> float:
        """0 to 1; 1 where there is nothing to know."""
        return self.known / self.total if self.total else 1.0

    @property
    def percent(self) -> int:
        """Rounded down, so that 100 means all of it."""
        return 100 * self.known // self.total if self.total else 100

    def __add__(self, other: object) -> Share:
        assert isinstance(other, Share)
        return Share(self.known + other.known, self.total + other.total)

    def __sub__(self, other: Share) -> Share:
        return Share(self.known - other.known, self.total - other.total)


class Coverage:
    """How much of a text is known now. `known` is looked at anew for what `update` names."""

    def __init__(self, text: TextWords, known: Known) -> None:
        self.text = text
        self._known = known
        self._words = list(text.words)
        self._by_key: dict[str, list[int]] = {}
        for at, item in enumerate(self._words):
            keys = {item.key, word_key(item.lemma, "")}
            keys.update(term_key(term) for use in text.words[item] for term in use.terms)
            for key in keys:
                self._by_key.setdefault(key, []).append(at)
        self._terms = {term_key(term): term for term in text.terms}
        self._occurrences = [Share()] * len(self._words)
        self._term_shares = dict.fromkeys(text.terms, Share())
        self.occurrences = self.distinct = self.terms = Share()
        self._count(range(len(self._words)), text.terms)

    def anew(self, known: Known) -> Coverage:
        """The same text, counted by what is known of it now."""
        return Coverage(self.text, known)

    def update(self, keys: Iterable[str]) -> None:
        """Count again what the statuses of `keys` (`Item.key`) bear on."""
        keys = set(keys)
        touched = {at for key in keys for at in self._by_key.get(key, ())}
        self._count(touched, [self._terms[key] for key in keys if key in self._terms])

    def _count(self, words: Iterable[int], terms: Iterable[str]) -> None:
        for at in words:
            before = self._occurrences[at]
            after = occurrences_known(self._words[at], self.text, self._known)
            self._occurrences[at] = after
            self.occurrences += after - before
            self.distinct += _as_one(after) - _as_one(before)
        for term in terms:
            now = _term_share(self._known.term(term))
            self.terms += now - self._term_shares[term]
            self._term_shares[term] = now


def occurrences_known(item: Item, text: TextWords, known: Known) -> Share:
    """How many of the occurrences of a word are known, of those that count."""
    word = known.word(item.lemma, item.reading)
    share = Share()
    for terms, times in text.words[item]:
        status = max([word, *map(known.term, terms)]) if terms else word
        if status is not Status.IGNORED:
            share += Share(times if status.is_known else 0, times)
    return share


def _as_one(share: Share) -> Share:
    """A word as one distinct word."""
    return Share(int(share.known == share.total), 1) if share.total else Share()


def _term_share(status: Status) -> Share:
    return Share() if status is Status.IGNORED else Share(int(status.is_known), 1)


@dataclass(frozen=True, slots=True)
class Step:
    """A word to learn: how many unknown occurrences it has, and the share known once it is learnt."""

    item: Item
    count: int
    share: Share


def words_to_learn(
    text: TextWords, known: Known, goal_percent: float, limit: int | None = None
) -> list[Step]:
    """The fewest words that, once learnt, bring the known share of a text to the goal.

    The most frequent first, then those that come first in the text: a word adds exactly its
    own unknown occurrences, so no other choice of as many words gets further. It stops at the
    goal, or at `limit` words before it.
    """
    shares = {item: occurrences_known(item, text, known) for item in text.words}
    reached = sum(shares.values(), Share())
    missing = {item: share.total - share.known for item, share in shares.items()}
    goal = Fraction(str(goal_percent)) / 100 * reached.total
    steps: list[Step] = []
    for item in sorted(missing, key=lambda item: -missing[item]):
        full = limit is not None and len(steps) >= limit
        if reached.known >= goal or not missing[item] or full:
            break
        reached += Share(missing[item], 0)
        steps.append(Step(item, missing[item], reached))
    return steps


def new_words(texts: Sequence[AnnotatedParagraph], known: Known) -> list[Item]:
    """The words of some paragraphs that nobody has said anything of, and terms of one such word."""
    found: dict[Item, None] = {}
    for annotated in texts:
        if annotated.paragraph.kind in NOT_COUNTED:
            continue
        spans = {(match.start, match.end): match.entry_id for match in annotated.matches}
        for token, over in zip(annotated.tokens, terms_by_token(annotated), strict=True):
            if not is_counted(token) or known.at(token, over) is not Status.NEW:
                continue
            found[item_of(token)] = None
            entry_id = spans.get((token.start, token.end))
            if entry_id:
                found[Item(token.lemma, "", entry_id)] = None
    return list(found)


def new_in(text: TextWords, known: Known) -> list[Item]:
    """As `new_words`, of a whole text."""
    found: dict[Item, None] = {}
    for item, uses in text.words.items():
        word = known.word(item.lemma, item.reading)
        if any(max([word, *map(known.term, use.terms)]) is Status.NEW for use in uses):
            found[item] = None
    return list(found)
