"""Look entries up: by a form met in a text, or by whatever a person types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yomu.glossary.fold import fold_key, is_japanese
from yomu.glossary.how import How
from yomu.glossary.inflect import inflects
from yomu.glossary.kana import from_romaji
from yomu.glossary.patterns import spellings
from yomu.kana import to_hiragana
from yomu.model import GlossaryEntry

if TYPE_CHECKING:
    from yomu.glossary.compiled import Record
    from yomu.glossary.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found. `score` falls from 100; `where` names the field that answered."""

    entry: GlossaryEntry
    score: int
    where: str


Form = tuple[int, "Record", int, str, int]
"""A pattern's entry, with its place in the glossary, `How`, form and rank."""


def forms_of(glossary: Glossary) -> dict[str, list[Form]]:
    """The entries' patterns by their folded text."""
    forms: dict[str, list[Form]] = {}
    for order, record in enumerate(glossary.records):
        for text, how, full, rank in record.patterns:
            forms.setdefault(text, []).append((order, record, how, full, rank))
    return forms


def find(forms: Mapping[str, list[Form]], form: str) -> list[Record]:
    """The entries that `form` can mean: exact headword, folded, variant, acronym, inflected."""
    form = form.strip()
    folded = fold_key(form)
    best: dict[str, tuple[int, int, Record]] = {}

    def offer(score: int, order: int, record: Record) -> None:
        known = best.get(record.id)
        if known is None or score < known[0]:
            best[record.id] = (score, order, record)

    keys = spellings(folded) if is_japanese(folded) else [folded]
    for number, key in enumerate(keys):
        for order, record, how, _, rank in forms.get(key, ()):
            if record.ja == form:
                offer(0, order, record)
            elif how != How.STEM:
                offer(1 + rank * 2 + bool(number) + 6 * (how == How.BARE), order, record)
    for end in range(1, len(folded)):
        for order, record, how, full, rank in forms.get(folded[:end], ()):
            if how == How.STEM and inflects(full, folded):
                offer(10 + rank, order, record)
    return [record for _, _, record in sorted(best.values(), key=lambda found: found[:2])]


def search(glossary: Glossary, query: str, limit: int) -> tuple[Hit, ...]:
    """Entries for a query in Japanese, kana, romaji or English, best first."""
    query = query.strip()
    if not query:
        return ()
    folded = fold_key(query)
    kana = to_hiragana(query) if is_japanese(query) else from_romaji(query)
    found_by_form = {entry.id for entry in glossary.find(query)}
    hits: list[Hit] = []
    for entry in glossary:
        scored = _score(entry, folded, kana, entry.id in found_by_form)
        if scored is not None:
            hits.append(Hit(entry, *scored))
    hits.sort(key=lambda hit: (-hit.score, _length(hit)))
    return tuple(hits[:limit])


def _length(hit: Hit) -> int:
    """Of entries that answer equally well the shorter term is the more basic one."""
    return len(hit.entry.en[0] if hit.where == "en" else hit.entry.ja)


def _score(
    entry: GlossaryEntry, folded: str, kana: str | None, is_form: bool
) -> tuple[int, str] | None:
    """The best score of an entry, and the field that gave it."""
    if fold_key(entry.ja) == folded:
        return 100, "ja"
    if is_form:
        return 95, "form"
    if kana and entry.reading == kana:
        return 92, "reading"
    english = _english(entry, folded)
    if english == 90:
        return english, "en"
    headword, *variants = [fold_key(form) for form in (entry.ja, *entry.variants)]
    if headword.startswith(folded):
        return 80, "ja"
    if any(variant.startswith(folded) for variant in variants):
        return 78, "variants"
    if kana and entry.reading.startswith(kana):
        return 75, "reading"
    if english:
        return english, "en"
    if any(folded in form for form in (headword, *variants)):
        return 65, "ja"
    if kana and len(kana) > 1 and kana in entry.reading:
        return 55, "reading"
    if folded in entry.id:
        return 50, "id"
    for where in ("definition_en", "definition_ja", "note"):
        if folded in fold_key(getattr(entry, where)):
            return 30, where
    return None


def _english(entry: GlossaryEntry, folded: str) -> int:
    best = 0
    word = re.compile(rf"\b{re.escape(folded)}")
    for number, en in enumerate(entry.en):
        rendering = fold_key(en)
        if rendering == folded or re.sub(r"^(?:the|to|an?) ", "", rendering) == folded:
            score = 90
        elif rendering.startswith(folded):
            score = 72
        elif word.search(rendering):
            score = 68
        elif folded in rendering:
            score = 40
        else:
            continue
        best = max(best, score - (min(number, 3) if score < 90 else 0))
    return best
