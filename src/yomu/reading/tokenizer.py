"""UniDic's words, through fugashi, fast.

fugashi's per-word objects and their features take twice as long as the analysis itself. So MeCab
prints a short key a word instead (`data/mecabrc`: surface, context id, cost), which is split and
looked up four times as fast as the features, and only a chunk with a key never seen is asked for
those. Each key is parsed once, into a shared `Word`.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from yomu.kana import to_hiragana
from yomu.model import Morph, Source
from yomu.reading.choice import Choice, choice_for
from yomu.reading.compounds import Compound, lookup
from yomu.reading.furigana import by_on_readings
from yomu.reading.kana import HAS_KANJI, NUMERALS_ONLY, is_reading
from yomu.reading.wordlist import word_list

MAX_CHUNK = 2000
"""Code points handed to MeCab at once: its lattice slows down on long input, and a wide unknown run grows quadratically."""

MAX_CACHED = 100_000
"""Distinct words kept parsed, about 100 MB; a million characters of Wikipedia have 40,000."""

_SENTENCE_END = re.compile(r"[。！？\n]")
_SOFT_BREAK = re.compile(r"[、，,.；;：:」』）)\]\s]")


Seen = tuple[str, str, str, str, str]
"""A word in the eyes of its neighbours: surface, any number alike; part of speech; lemma; script.
And for its own choice, UniDic's reading with the part of speech."""


class Said:
    """What a token says but its place: a word as analysed, with its reading and how sure that is.

    `reading` is hiragana, None where the surface has no kanji or nothing knows it.
    """

    __slots__ = ("length", "morph", "reading", "source", "sure", "surface")

    def __init__(
        self,
        surface: str,
        length: int,
        morph: Morph,
        reading: str | None,
        source: Source,
        sure: float,
    ) -> None:
        self.surface = surface
        self.length = length
        self.morph = morph
        self.reading = reading
        self.source = source
        self.sure = sure


class Word(Said):
    """A word whatever its place: its surface as analysed, what UniDic says, its usual reading.

    `unidic` is UniDic's own reading, where `source` says that another dictionary overruled it;
    `sure` is how often such a reading is right. `kanji` is True where the surface has any.
    `known` is False for a word MeCab made up from unknown characters. `opens` holds the characters
    that continue it to a compound.
    """

    __slots__ = ("_seen", "choice", "kanji", "known", "opens", "unidic")

    def __init__(self, surface: str, morph: Morph, reading: str | None, known: bool) -> None:
        self.surface = surface
        self.length = len(surface)
        self.morph = morph
        self.reading = self.unidic = reading
        self.source = Source.NONE if reading is None else Source.UNIDIC
        self.sure = 1.0 if reading is None else 0.99
        self.known = known
        self.kanji = reading is not None or HAS_KANJI.search(surface) is not None
        self.opens = ""
        self.choice: Choice | None = None
        self._seen: Seen | None = None

    @property
    def seen(self) -> Seen:
        """What the learned choice sees of a word; most are never beside one that needs it."""
        if self._seen is None:
            tag = "-".join(self.morph.pos.split("-")[:3])
            key = "0" if NUMERALS_ONLY.fullmatch(self.surface) else self.surface
            opinion = (self.unidic or "") + tag
            self._seen = key, tag, self.morph.lemma, script_of(key), opinion
        return self._seen

    @property
    def hiragana(self) -> str:
        """The surface in hiragana, for words without a reading of their own."""
        return to_hiragana(self.surface)


def script_of(key: str) -> str:
    """Return one letter for what a word is written in, kanji by how many of them."""
    if not key or key == "0":
        return key
    first = key[0]
    if HAS_KANJI.match(first):
        return "一" if len(key) == 1 else "二" if HAS_KANJI.match(key[-1]) else "送"
    if "ァ" <= first <= "ヿ":
        return "カ"
    return "か" if "ぁ" <= first <= "ゟ" else "."


SPACE = Morph(lemma="", pos="空白")


def _field(fields: list[str], at: int) -> str:
    value = fields[at] if at < len(fields) else ""
    return "" if value == "*" else value


def parse_features(surface: str, feature: str) -> Word:
    """Parse UniDic's features of a word, comma-separated."""
    fields = next(csv.reader([feature])) if '"' in feature else feature.split(",")
    pos = "-".join(part for part in fields[:4] if part and part != "*")
    known = len(fields) > 6
    kana = to_hiragana(_field(fields, 17))
    headword, _, origin = _field(fields, 7).partition("-")
    lemma = _field(fields, 10) or surface
    lemma_reading = to_hiragana(_field(fields, 18)) or None
    if headword == "言う":
        kana = "いう" if kana == "ゆう" else kana
        lemma_reading = "いう"
    morph = Morph(
        lemma=lemma,
        headword=headword,
        lemma_reading=lemma_reading,
        pos=pos,
        conjugation_type=_field(fields, 4),
        conjugation_form=_field(fields, 5),
        origin=origin if origin.isascii() and origin else None,
        accent=_field(fields, 23) or None,
    )
    reading = kana if HAS_KANJI.search(surface) and is_reading(kana) else None
    return Word(surface, morph, reading, known)


@cache
def _rare() -> dict[str, str]:
    """Kanji without an on reading → what pykakasi reads them as, "" where only inside words."""
    path = Path(__file__).parent / "data" / "rare.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("\t") for line in lines)
    return {kanji: reading for kanji, _, reading in pairs}


def _fallback(surface: str) -> tuple[str | None, Source]:
    """Read what UniDic cannot: by on readings, else with what pykakasi knows of rarer kanji.

    None where a kanji is known to nobody, for the rest of the word alone would be wrong
    (验冷 れい).
    """
    reading = by_on_readings(surface)
    if reading is not None:
        return reading, Source.RULE
    reading, at = "", 0
    while at < len(surface):
        tails = (surface[at:end] for end in range(len(surface), at, -1))
        found = next(((len(tail), r) for tail in tails if (r := _piece(tail))), None)
        if found is None:
            return None, Source.NONE
        reading, at = reading + found[1], at + found[0]
    return reading, Source.KAKASI


def _piece(surface: str) -> str | None:
    """Read a part of a word that UniDic does not know: a compound, a kanji, kana."""
    if len(surface) > 1:
        compound, _ = lookup(surface)
        return None if compound is None else compound[1]
    kana = to_hiragana(surface)
    return kana if is_reading(kana) else by_on_readings(surface) or _rare().get(surface)


def _improve(word: Word, compound: Compound | None) -> None:
    """Let other dictionaries overrule UniDic on a word by itself, and add its learned choice."""
    fixed = word_list().reading(word.surface, word.morph.pos)
    if fixed is not None:
        word.reading, word.source = fixed, Source.RULE
        return
    word.choice = choice_for(word.surface)
    if compound is not None and "固有名詞" not in word.morph.pos:
        word.reading, word.source, word.sure = compound[1], Source.COMPOUND, 0.9
    if word.reading is None:
        word.reading, word.source = _fallback(word.surface)
        word.sure = 0.5


def chunks(text: str) -> list[str]:
    """Cut `text` where a sentence ends, else at a comma, else anywhere, into pieces MeCab likes."""
    if len(text) <= MAX_CHUNK:
        return [text]
    pieces = []
    start = 0
    while len(text) - start > MAX_CHUNK:
        cut = 0
        for pattern in (_SENTENCE_END, _SOFT_BREAK):
            for found in pattern.finditer(text, start, start + MAX_CHUNK):
                cut = found.end()
            if cut > start:
                break
        else:
            cut = start + MAX_CHUNK
        pieces.append(text[start:cut])
        start = cut
    pieces.append(text[start:])
    return pieces


class Tokenizer:
    """UniDic behind a cache. Construct once: loading maps 250 MB of dictionary into memory."""

    def __init__(self, *, exceptions: bool = True) -> None:
        import fugashi
        import unidic_lite

        rc = Path(__file__).parent / "data" / "mecabrc"
        self._tagger: Any = fugashi.GenericTagger(f'-r "{rc}" -d "{unidic_lite.DICDIR}"')
        self._exceptions = exceptions
        self._words: dict[str, Word] = {}

    def words(self, text: str) -> tuple[list[int], list[Word]]:
        """Return where each word of a folded text begins, and the words.

        White space belongs to no word, so one may begin after the last one's end.
        """
        starts: list[int] = []
        words: list[Word] = []
        base = 0
        for chunk in chunks(text):
            found = self._analyse(chunk)
            begins = list(accumulate([word.length for word in found], initial=base))
            end = begins.pop()
            base += len(chunk)
            if end != base:
                begins = _locate(text, found, base - len(chunk))
            starts += begins
            words += found
        return starts, words

    def _analyse(self, chunk: str) -> list[Word]:
        printed = self._tagger.parse(chunk)
        keys = printed.split("\n") if printed else []
        try:
            return [*map(self._words.__getitem__, keys)]
        except KeyError:
            self._learn(chunk, keys)
            return [*map(self._words.__getitem__, keys)]

    def _learn(self, chunk: str, keys: list[str]) -> None:
        """Add the words of `chunk` that are new.

        MeCab cannot tell two entries apart that share surface, ids and cost: it always takes the
        same one. So the key decides the features. (UniDic's left and right ids are the same.)
        """
        if len(self._words) >= MAX_CACHED:
            self._words.clear()
        for key, node in zip(keys, self._tagger(chunk), strict=True):
            if key not in self._words:
                self._words[key] = self._word(node.surface, node.feature_raw)

    def _word(self, surface: str, feature: str) -> Word:
        word = parse_features(surface, feature)
        if self._exceptions and word.kanji:
            compound, word.opens = lookup(surface)
            _improve(word, compound)
        return word


def _locate(text: str, words: list[Word], at: int) -> list[int]:
    """Find where each of `words` begins, from offset `at` on, with white space in between."""
    begins = []
    for word in words:
        at = text.index(word.surface, at)
        begins.append(at)
        at += word.length
    return begins
