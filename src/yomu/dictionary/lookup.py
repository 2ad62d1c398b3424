"""From a place in a text to the entries that answer it, best first."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from yomu.dictionary.agreement import order_senses
from yomu.dictionary.fit import cut_off, fixed, leans_on, plausible, same_word
from yomu.dictionary.jmdict import Names, Words
from yomu.dictionary.kana import KATAKANA_ONLY, variants
from yomu.dictionary.model import DictionaryEntry, DictionaryMatch, Origin
from yomu.dictionary.names import names_in
from yomu.dictionary.rank import best_reading, expected_readings, points
from yomu.dictionary.source import Connections
from yomu.dictionary.spans import Candidate, around, forward, leans_back, stretch
from yomu.dictionary.yomitan.entries import find_entries, rules_allow
from yomu.dictionary.yomitan.library import UserDictionaries
from yomu.kana import to_hiragana
from yomu.model import Token
from yomu.tokens import token_index

Found = tuple[float, Candidate, DictionaryEntry]
MOST_MATCHES = 24
MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where a look-up happens: the tokens, the one under the cursor, and the words known as names."""

    tokens: Sequence[Token]
    at: int
    names: frozenset[str]

    def is_name(self, candidate: Candidate) -> bool:
        token = self.tokens[candidate.tokens[0]]
        if candidate.surface in self.names:
            return True
        return "固有名詞" in token.pos


class Finder:
    """Looks candidates up in the shared data and on the shelf, and ranks what it finds."""

    def __init__(self, data: Connections, shelf: UserDictionaries) -> None:
        self._data = data
        self._shelf = shelf
        self.words = Words()
        self.names = Names()

    def at(
        self,
        text: str,
        tokens: Sequence[Token],
        offset: int,
        names: Collection[str] = (),
    ) -> tuple[DictionaryMatch, ...]:
        """The entries for the word at `offset`: from there on, then those that began before it."""
        if not tokens:
            return ()
        at = token_index(tokens, offset)
        place = Place(tokens, at, names_in(text) | frozenset(names))
        own = self.matches(place, forward(text, tokens, at))
        outer = self.matches(place, around(text, tokens, at), thorough=False)
        if leans_back(tokens[at]):
            return _unique((*outer, *own))
        claiming = [match for match in outer if fixed(match, own, tokens, at)]
        return _unique((*claiming, *own, *outer))

    def span(
        self,
        text: str,
        tokens: Sequence[Token],
        start: int,
        end: int,
        names: Collection[str] = (),
    ) -> tuple[DictionaryMatch, ...]:
        """The entries for exactly `text[start:end]`, which begins and ends where tokens do."""
        if not tokens or start >= end:
            return ()
        first, last = token_index(tokens, start), token_index(tokens, end - 1)
        place = Place(tokens, first, names_in(text) | frozenset(names))
        if first == last:
            found = [c for c in forward(text, tokens, first) if c.tokens == (first, last)]
        else:
            found = stretch(text, tokens, first, last)
        return self.matches(place, found)

    def matches(
        self,
        place: Place,
        candidates: Iterable[Candidate],
        *,
        thorough: bool = True,
    ) -> tuple[DictionaryMatch, ...]:
        """The entries that the candidates are forms of, longest stretch first, then by points.

        `thorough`: names too, and variant spellings where nothing is found.
        """
        wanted = list(candidates)
        found = [*self._words(place, wanted), *self._added(place, wanted)]
        if thorough:
            found += self._names(place, wanted, bool(found))
        if not found and thorough:
            wanted = [replace(c, form=v, how=2) for c in wanted for v in variants(c.form)]
            found = [*self._words(place, wanted), *self._added(place, wanted)]
            if not found:
                found = self._names(place, wanted, False)
        surer = [one for one in found if one[1].how < 3]
        spelled = surer or [one for one in found if same_word(one[1], one[2])]
        spelled.sort(key=lambda one: (-_length(one[1], place), -one[0]))
        return tuple(_match(c, entry, place) for _, c, entry in _first_of_each(spelled))

    def _words(self, place: Place, candidates: Sequence[Candidate]) -> list[Found]:
        ids, entries = self._ask(self.words, candidates)
        found = []
        for candidate in candidates:
            for number in ids.get(candidate.form, ()):
                entry = entries.get(number)
                if entry is None or not plausible(candidate, entry, place.tokens, place.names):
                    continue
                named = place.is_name(candidate)
                score = points(candidate, entry, place.tokens, named=named)
                found.append((score, candidate, entry))
        return found

    def _ask(
        self, source: Words | Names, candidates: Iterable[Candidate]
    ) -> tuple[dict[str, list[int]], dict[int, DictionaryEntry]]:
        """The ids of the entries that have each form, and those entries; none without the data."""
        if self._data.problem:
            return {}, {}
        try:
            db = self._data.get()
            ids = source.find(db, dict.fromkeys(c.form for c in candidates))
            # a name can have hundreds of bearers; forty are enough to rank
            return ids, source.entries(db, (n for same in ids.values() for n in same[:40]))
        except sqlite3.Error as error:
            self._data.failed(error)
            return {}, {}

    def _added(self, place: Place, candidates: Sequence[Candidate]) -> list[Found]:
        """Entries of the added dictionaries: below JMdict's for the same stretch, in the shelf's order."""
        volumes = self._shelf.volumes()
        if not volumes:
            return []
        order = {volume.about.title: n for n, volume in enumerate(volumes)}
        known = find_entries(self._shelf, dict.fromkeys(c.form for c in candidates))
        found = []
        for candidate in candidates:
            for entry, rules in known.get(candidate.form, ()):
                if candidate.how == 3 or not rules_allow(rules, candidate.word_class):
                    continue
                expected = expected_readings(candidate, place.tokens)
                agrees = not expected or to_hiragana(entry.reading) in expected
                score = -1000.0 - 10 * order[entry.title] + (5 if agrees else 0) - candidate.how
                found.append((score, candidate, entry))
        return found

    def _names(
        self,
        place: Place,
        candidates: Sequence[Candidate],
        answered: bool,
    ) -> list[Found]:
        """Names for the proper nouns; for any other word too, where no dictionary has answered."""
        wanted = [
            c
            for c in candidates
            if not c.word_class
            and c.how != 3
            and (place.is_name(c) or (not answered and len(c.surface) > 1))
            and not cut_off(place.tokens, *c.tokens, place.names)
        ]
        ids, entries = self._ask(self.names, wanted)
        found = []
        for candidate in wanted:
            foreign = KATAKANA_ONLY.fullmatch(candidate.surface) is not None
            scored = sorted(
                (
                    (points(candidate, entries[n], place.tokens, named=place.is_name(candidate)), n)
                    for n in ids.get(candidate.form, ())
                    if n in entries and not (foreign and entries[n].spellings)
                ),
                reverse=True,
            )
            found += [(score, candidate, entries[n]) for score, n in scored[:MOST_NAMES]]
        return found


def _length(candidate: Candidate, place: Place) -> int:
    """The length that counts: a suffix (化 before する) begins no longer word."""
    first, last = candidate.tokens
    if first < last and place.tokens[first].pos.startswith("接尾辞"):
        return place.tokens[first].end - place.tokens[first].start
    return candidate.end - candidate.start


def _first_of_each(
    found: Sequence[Found],
) -> list[Found]:
    """The best match of each entry, at most `MOST_MATCHES`."""
    seen = set()
    out = []
    for one in found:
        key = (one[2].title, one[2].id)
        if key not in seen:
            seen.add(key)
            out.append(one)
    return out[:MOST_MATCHES]


def _unique(matches: Iterable[DictionaryMatch]) -> tuple[DictionaryMatch, ...]:
    found: dict[tuple[str, int], DictionaryMatch] = {}
    for match in matches:
        found.setdefault((match.entry.title, match.entry.id), match)
    return tuple(found.values())


def _match(candidate: Candidate, entry: DictionaryEntry, place: Place) -> DictionaryMatch:
    first, last = candidate.tokens
    token = place.tokens[first]
    reading = best_reading(entry, candidate.form, expected_readings(candidate, place.tokens))
    pos = token.pos if first == last else ""
    if entry.origin is Origin.NAMES:
        pos = ""
    bound = first > 0 and leans_on(place.tokens[first - 1], token)
    senses, allowed = order_senses(
        entry,
        pos,
        candidate.form,
        reading,
        candidate.word_class if entry.origin is Origin.WORDS else "",
        bound=bound,
    )
    loan = token.morph.origin if first == last and KATAKANA_ONLY.match(token.surface) else None
    return DictionaryMatch(
        candidate.start,
        candidate.end,
        candidate.surface,
        entry,
        candidate.form if candidate.how < 3 else entry.headword,
        reading,
        senses,
        allowed,
        candidate.chain,
        loan,
    )
