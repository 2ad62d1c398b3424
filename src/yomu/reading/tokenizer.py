"""UniDic's words, through fugashi, fast.

fugashi's per-word feature objects cost five times the analysis itself (170,000 against
1,000,000 characters a second). MeCab prints `surface<TAB>features` a line instead, and every
distinct line is parsed once into a shared `Word`.
"""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from typing import Any

from yomu.model import Morph
from yomu.reading.kana import HAS_KANJI, is_reading, to_hiragana

MAX_CHUNK = 2000
"""Code points handed to MeCab at once: its lattice slows down on long input, and a wide unknown run grows quadratically."""

_SENTENCE_END = re.compile(r"[。！？\n]")
_SOFT_BREAK = re.compile(r"[、，,.；;：:」』）)\]\s]")


class Word:
    """A word whatever its place: its surface as analysed, what UniDic says, its usual reading.

    `reading` is hiragana, None where the surface has no kanji. `known` is False for a word
    MeCab made up from unknown characters.
    """

    __slots__ = ("known", "length", "morph", "reading", "surface")

    def __init__(self, surface: str, morph: Morph, reading: str | None, known: bool) -> None:
        self.surface = surface
        self.length = len(surface)
        self.morph = morph
        self.reading = reading
        self.known = known


SPACE = Morph(lemma="", pos="空白")


def _field(fields: list[str], at: int) -> str:
    value = fields[at] if at < len(fields) else ""
    return "" if value == "*" else value


def parse_line(line: str) -> Word:
    """Parse one line of MeCab's output."""
    surface, _, feature = line.partition("\t")
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


class _Cache(dict[str, Word]):
    def __missing__(self, line: str) -> Word:
        word = self[line] = parse_line(line)
        return word


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

    def __init__(self) -> None:
        import fugashi
        import unidic_lite

        rc = files("yomu.reading") / "data" / "mecabrc"
        self._tagger: Any = fugashi.GenericTagger(f'-r "{rc}" -d "{unidic_lite.DICDIR}"')
        self._cache = _Cache()

    def words(self, text: str) -> list[tuple[int, Word]]:
        """Return the words of a folded text with their offsets; white space belongs to none."""
        out: list[tuple[int, Word]] = []
        base = 0
        cache = self._cache
        for chunk in chunks(text):
            lines = self._tagger.parse(chunk).split("\n")
            at = base
            for line in lines:
                if not line:
                    continue
                word = cache[line]
                if not text.startswith(word.surface, at):
                    at = text.find(word.surface, at)
                out.append((at, word))
                at += word.length
            base += len(chunk)
        return out
