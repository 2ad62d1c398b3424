"""Checking what was typed: leniently for kana, and never more than as advice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from yomu.kana import to_hiragana
from yomu.model import Face
from yomu.store.cards import Card
from yomu.store.reviews import AGAIN, GOOD, HARD
from yomu.study.romaji import romaji_to_hiragana

TYPED_FACES = (Face.READING, Face.PRODUCTION, Face.CLOZE)
"""What a meaning in English may be worded like is left to the learner."""

_SLIP_FROM = 6
"""Of a reading this long, one wrong kana is more likely a slip than not knowing it."""


class Verdict(StrEnum):
    """How right an answer is. `SOUNDS` is right but spelled another way, `SLIP` off by one kana."""

    RIGHT = "right"
    SOUNDS = "sounds"
    SLIP = "slip"
    WRONG = "wrong"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was typed, beside what it is nearest to; `pieces` are (text, whether it fits) of the former."""

    verdict: Verdict
    typed: str
    wanted: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def suggestion(self) -> int:
        """The rating that fits."""
        return {Verdict.RIGHT: GOOD, Verdict.SOUNDS: GOOD, Verdict.SLIP: HARD}.get(
            self.verdict, AGAIN
        )


def check(card: Card, face: Face, typed: str, also: Iterable[str] = ()) -> Checked:
    """Check an answer to a face of a card. `also` are other spellings of the term.

    A reading may be typed in hiragana, katakana or Latin letters. A term or word may be typed as
    it is written or as it is read.
    """
    if face is Face.READING:
        return check_reading(typed, card.reading)
    surface = card.sentence[card.start : card.end]
    forms = [form for form in (card.expression, surface, *also) if form]
    if face is Face.CLOZE and surface:
        forms.insert(0, surface)
    wanted = _plain(typed)
    if wanted and wanted in map(_plain, forms):
        return Checked(Verdict.RIGHT, typed, forms[0], ((typed, True),))
    read = check_reading(typed, card.reading) if card.reading else None
    if read and read.verdict in (Verdict.RIGHT, Verdict.SOUNDS, Verdict.SLIP):
        return read
    if read and not _has_kanji(typed):
        return read
    nearest = max(forms, key=lambda form: SequenceMatcher(None, wanted, _plain(form)).ratio())
    verdict = Verdict.WRONG if wanted else Verdict.EMPTY
    return Checked(verdict, typed, nearest, _pieces(typed, nearest))


def check_reading(typed: str, reading: str) -> Checked:
    """Check a reading. Blanks and ・ do not count, long vowels may be written either way.

    A hyphen among Latin letters is taken as ー or as nothing, whichever is nearer.
    """
    latin = unicodedata.normalize("NFKC", typed).isascii()
    ways = [typed, typed.replace("-", "")] if latin and "-" in typed else [typed]
    return min((_check_kana(_kana(way), reading, latin) for way in ways), key=_rank)


def _rank(checked: Checked) -> int:
    return list(Verdict).index(checked.verdict)


def _check_kana(kana: str, reading: str, latin: bool) -> Checked:
    wanted = _kana(reading)
    if not kana:
        return Checked(Verdict.EMPTY, "", reading, ())
    if kana == wanted:
        return Checked(Verdict.RIGHT, kana, reading, ((kana, True),))
    if _sound(kana) == _sound(wanted) or (latin and _same_letters(kana, wanted)):
        verdict = Verdict.SOUNDS
    elif len(wanted) >= _SLIP_FROM and _one_apart(_sound(kana), _sound(wanted)):
        verdict = Verdict.SLIP
    else:
        verdict = Verdict.WRONG
    return Checked(verdict, kana, reading, _pieces(kana, wanted))


def _kana(text: str) -> str:
    """Hiragana of a reading in any script, without what is not said."""
    kana = romaji_to_hiragana(to_hiragana(unicodedata.normalize("NFKC", text)))
    return re.sub(r"[^\wー]|_", "", kana)


def _sound(kana: str) -> str:
    """Kana as they sound: every long vowel ー, ぢ as じ, づ as ず, を as お."""
    heard = kana.translate(str.maketrans("ぢづを", "じずお"))
    out = ""
    for sign in heard:
        vowel = _VOWELS.get(out[-1:] if out[-1:] != "ー" else "", "")
        out += "ー" if vowel and sign in _LENGTHENS[vowel] else sign
    return out


_LENGTHENS = {"a": "あー", "i": "いー", "u": "うー", "e": "いえー", "o": "うおー"}
_VOWELS = {
    kana: vowel
    for vowel, row in {
        "a": "あかがさざただなはばぱまやらわゃぁ",
        "i": "いきぎしじちにひびぴみりぃ",
        "u": "うくぐすずつぬふぶぷむゆるゅぅゔ",
        "e": "えけげせぜてでねへべぺめれぇ",
        "o": "おこごそぞとどのほぼぽもよろょぉ",
    }.items()
    for kana in row
}


def _same_letters(kana: str, wanted: str) -> bool:
    """Whether both are written alike in Latin letters without an apostrophe: kinyuu is きんゆう too."""
    for after, joined in zip(
        "あいうえおやゆよ", ["な", "に", "ぬ", "ね", "の", "にゃ", "にゅ", "にょ"], strict=True
    ):
        kana, wanted = (text.replace("ん" + after, joined) for text in (kana, wanted))
    return _sound(kana) == _sound(wanted)


def _one_apart(one: str, other: str) -> bool:
    """Whether one sign more, less or other makes them the same."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = sum(
        block.size for block in SequenceMatcher(None, one, other, False).get_matching_blocks()
    )
    return max(len(one), len(other)) - same <= 1


def _pieces(typed: str, wanted: str) -> tuple[tuple[str, bool], ...]:
    """`typed` cut where it begins or ceases to agree with `wanted`; ＿ where something is missing."""
    pieces: list[tuple[str, bool]] = []
    for what, start, end, _, _ in SequenceMatcher(None, typed, wanted, False).get_opcodes():
        pieces.append((typed[start:end] or "＿", what == "equal"))
    return tuple(pieces)


def _plain(text: str) -> str:
    """A term without what spellings differ in: width, case, blanks, ・ and hyphens."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"[\s・‐-―=＝-]", "", folded)


def _has_kanji(text: str) -> bool:
    return any("㐀" <= character <= "鿿" for character in text)
