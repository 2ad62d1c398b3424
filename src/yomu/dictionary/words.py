"""Look a typed word up: no text around it, perhaps inflected, in kana, or in romaji."""

from __future__ import annotations

from yomu.dictionary.inflection import deinflect
from yomu.dictionary.kana import folded, from_romaji, widened
from yomu.dictionary.lookup import Finder, Place
from yomu.dictionary.model import DictionaryMatch
from yomu.dictionary.spans import Candidate
from yomu.kana import to_katakana
from yomu.model import Morph, Token


def find_word(finder: Finder, word: str) -> tuple[DictionaryMatch, ...]:
    """The entries for `word`, best first: as typed, then deinflected, names where no word fits."""
    plain = folded(word)
    if not plain:
        return ()
    forms = [plain]
    if (wide := widened(plain)) != plain:
        forms += [wide, wide.upper()]
    if plain.isascii() and (kana := from_romaji(plain)):
        forms += [kana, to_katakana(kana)]
    token = Token(0, len(plain), plain, None, Morph(lemma=plain))
    place = Place((token,), 0, frozenset())
    candidates = []
    for form in forms:
        candidates.append(Candidate(0, len(plain), plain, form, (0, 0)))
        candidates += [
            Candidate(0, len(plain), plain, d.base, (0, 0), d.chain, d.word_class)
            for d in deinflect(form)
        ]
    return finder.matches(place, candidates)
