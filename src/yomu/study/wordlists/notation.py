"""Words as people write them down: 漢字[かんじ], 食べ物（たべもの）, <ruby>, 見る/観る, and notes in brackets."""

from __future__ import annotations

import html
import re
import unicodedata

from yomu.kana import to_hiragana
from yomu.study.wordlists.model import JAPANESE, KANA_ONLY, KANJI

_BARE = re.compile(f"{JAPANESE.pattern}(?:{JAPANESE.pattern}|ー)*")
"""Nothing but kana and kanji: most lines, which need no taking apart."""
_RT = re.compile(r"<rt\b[^>]*>(.*?)</rt\s*>", re.I | re.S)
_RP = re.compile(r"<rp\b[^>]*>.*?</rp\s*>", re.I | re.S)
_BREAK = re.compile(r"<(?:br|/?div|/?p|/?li)\b[^>]*>", re.I)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SOUND = re.compile(r"\[(?:sound|anki):[^\]]*\]")
_CLOZE = re.compile(r"\{\{c\d+::(.*?)(?:::[^}]*)?\}\}", re.S)
_CHUNK = re.compile(
    r"(?:[^\s/、;()\[\]【】《》]|\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|《[^《》]*》)+"
)
_BRACKETED = re.compile(r"([^(\[【《]*)(?:[(\[【《]([^)\]】》]*)[)\]】》])?")
_NUMBERED = re.compile(r"\s*(?:\d{1,6}[.)]|[-*•◦])\s+")
_EDGES = " ~〜-–—•*・「」『』“”\"'.,:!?。！？…=＝"


def without_markup(cell: str) -> str:
    """A cell of a deck as plain text; `<ruby>` becomes 漢字[かんじ], a line break a new line."""
    if "{{" in cell:
        cell = _CLOZE.sub(r"\1", cell)
    cell = _SOUND.sub("", cell)
    if "<" in cell:
        cell = _TAG.sub("", _BREAK.sub("\n", _RT.sub(r"[\1]", _RP.sub("", cell))))
    return html.unescape(cell).replace("\xa0", " ").strip() if "&" in cell else cell.strip()


def words_in(text: str) -> list[tuple[str, str]]:
    """The words of a line or cell, each with its reading in hiragana, or empty.

    Parts are separated by space, / or 、. Kana after a word with kanji are its reading; what
    has no Japanese in it is a gloss, and brackets that hold no reading a note.
    """
    text = unicodedata.normalize("NFKC", text)
    numbered = _NUMBERED.match(text)
    if _BARE.fullmatch(text):
        return [(text, "")]
    found: list[tuple[str, str]] = []
    for chunk in _CHUNK.findall(text[numbered.end() :] if numbered else text):
        word, reading = split_reading(chunk)
        if not JAPANESE.search(word):
            continue
        if found and not found[-1][1] and KANA_ONLY.fullmatch(word) and KANJI.search(found[-1][0]):
            found[-1] = (found[-1][0], to_hiragana(word))
        else:
            found.append((word, reading))
    return found


def split_reading(text: str) -> tuple[str, str]:
    """A word without its brackets, and the reading these gave in hiragana, or "".

    A bracket after kanji reads the kanji before it, or the whole word where its kana fit.
    """
    word = reading = ""
    sure = True
    for base, inside in _BRACKETED.findall(unicodedata.normalize("NFKC", text)):
        base, kana = re.sub(r"\s+", "", base), to_hiragana(re.sub(r"\s+", "", inside))
        so_far = word + base
        word = so_far
        if not kana or not KANA_ONLY.fullmatch(kana) or not KANJI.search(base):
            reading += to_hiragana(base)
            sure = sure and not KANJI.search(base)
        elif _spells(so_far, kana):
            reading, sure = kana, True
        elif KANJI.match(base[-1]):
            start = len(base)
            while start and KANJI.match(base[start - 1]):
                start -= 1
            reading += to_hiragana(base[:start]) + kana
            sure = sure and not KANJI.search(base[:start])
        else:
            reading += to_hiragana(base)
            sure = False
    word = word.strip(_EDGES)
    reading = reading.strip(_EDGES)
    good = sure and KANJI.search(word) and KANA_ONLY.fullmatch(reading)
    return word, reading.replace("・", "") if good else ""


def as_reading(text: str) -> str:
    """A cell that should hold a reading, in hiragana; "" where it holds something else."""
    kana = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip(_EDGES)
    return to_hiragana(kana.replace("・", "")) if KANA_ONLY.fullmatch(kana) else ""


def _spells(word: str, reading: str) -> bool:
    """Whether `reading` can be that of the whole word: its kana stand in it, in order."""
    pattern = "".join("(.+)" if part is None else re.escape(part) for part in _parts(word))
    return re.fullmatch(pattern, reading) is not None


def _parts(word: str) -> list[str | None]:
    """The word in hiragana, None for each run of kanji."""
    parts: list[str | None] = []
    for char in to_hiragana(word):
        if not KANJI.match(char):
            parts.append(char)
        elif not parts or parts[-1] is not None:
            parts.append(None)
    return parts
