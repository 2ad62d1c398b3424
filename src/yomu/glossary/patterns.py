"""From an entry to what the matcher looks for: folded forms, verb stems, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from yomu.glossary.fold import fold_key, is_japanese
from yomu.glossary.how import How
from yomu.glossary.inflect import stem_of


class Pattern(NamedTuple):
    """One thing to look for. `text` is folded; `rank` 0 headword, 1 variant, 2 acronym."""

    text: str
    how: int
    form: str
    rank: int


# Acronyms of this field that are English words too: lower case they are the word.
_ENGLISH_WORDS = (
    "ace act add age aid air apt are arms art bar bat bit cab can cap car case cat cop "
    "cope cot dam data dot ear eat era fan far fat fit for gap gas get had has her his "
    "ice ill its mad map mat met mod nap new nos now nut oil one pac pan par pet pic pit "
    "pop pot ram red rim rod sad sale salt sap sea see set sin slam start stem sum sun "
    "tag tap tar the tip top use via war was way who win yes"
)
_WORDS = frozenset(_ENGLISH_WORDS.split())
_LONG_VOWEL_RUN = re.compile(r"[ァ-ヺー]{2,}")
_TENS = re.compile(r"[0-9]?十[0-9]?")
_ER_SOUND = re.compile(r"(?:[アカサタナハマヤラワガザダバパリ]|[テデ]イ)$")


def patterns_of(ja: str, acronym: str, variants: tuple[str, ...]) -> list[Pattern]:
    """All patterns of an entry, each once; the headword's come first."""
    found: dict[tuple[str, int], Pattern] = {}
    for rank, form in [(0, ja), *((1, variant) for variant in variants), (2, acronym)]:
        if not form:
            continue
        for pattern in _of_form(form, rank):
            if pattern.text:
                found.setdefault((pattern.text, pattern.how), pattern)
    return list(found.values())


def _of_form(form: str, rank: int) -> Iterator[Pattern]:
    folded = fold_key(form)
    if not is_japanese(folded):
        word = re.sub(r"[^a-z]", "", folded)
        risky = form.upper() == form and (len(word) < 3 or word in _WORDS)
        yield Pattern(folded, How.EXACT if risky else How.PLAIN, form if risky else "", rank)
        return
    for spelling in spellings(folded):
        yield Pattern(spelling, How.PLAIN, "", rank)
        stem = stem_of(spelling)
        if stem:
            yield Pattern(stem, How.STEM, spelling, rank)
            if spelling.endswith("する") and len(stem) > 1 and not re.search("[ぁ-ゖ]", stem):
                yield Pattern(stem, How.BARE, spelling, rank)


def spellings(folded: str) -> list[str]:
    """`folded` itself, then with long vowels at the ends of katakana words added or left out, and with tens in digits.

    JIS Z 8301 leaves the last ー out of words of three sounds and more; newspapers keep it.
    """
    runs = list(_LONG_VOWEL_RUN.finditer(folded))[:3]
    choices = [_long_vowels(run[0]) for run in runs]
    forms = []
    for choice in product(*choices):
        form, done = "", 0
        for run, written in zip(runs, choice, strict=True):
            form += folded[done : run.start()] + written
            done = run.end()
        forms.append(form + folded[done:])
    for form in list(forms):
        tens = _TENS.sub(lambda ten: _digits(ten[0]), form)
        if tens != form:
            forms.append(tens)
            continue
        kanji = re.sub(r"(?<![0-9])([1-9])([0-9])(?![0-9])", _kanji_tens, form)
        if kanji != form:
            forms.append(kanji)
    return forms


def _long_vowels(run: str) -> tuple[str, ...]:
    if run.endswith("ー"):
        return (run, run[:-1]) if len(run) > 3 else (run,)
    if len(run) > 2 and _ER_SOUND.search(run):
        return (run, run + "ー")
    return (run,)


def _digits(tens: str) -> str:
    before, after = tens.split("十")
    return str(int(before or "1") * 10 + int(after or "0"))


def _kanji_tens(found: re.Match[str]) -> str:
    tens, ones = found[1], found[2]
    return f"{'' if tens == '1' else tens}十{'' if ones == '0' else ones}"
