"""Look entries up: by a form met in a text, or by whatever a person types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yomu.glossary.fold import fold_key, is_japanese
from yomu.glossary.inflect import inflects, stem_of
from yomu.glossary.kana import from_romaji, to_hiragana
from yomu.glossary.patterns import spellings
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


def find(glossary: Glossary, form: str) -> list[Record]:
    """The entries that `form` can mean: exact headword, folded, variant, acronym, inflected."""
    folded = fold_key(form.strip())
    if not folded:
        return []
    ranked: list[tuple[int, int, Record]] = []
    keys = frozenset(spellings(folded)) if is_japanese(form) else frozenset({folded})
    for order, record in enumerate(glossary.records):
        rank = _rank(record, form.strip(), folded, keys)
        if rank is not None:
            ranked.append((rank, order, record))
    return [record for _, _, record in sorted(ranked, key=lambda found: found[:2])]


def _rank(record: Record, form: str, folded: str, keys: frozenset[str]) -> int | None:
    if record.ja == form:
        return 0
    best: int | None = None
    for text, how, full, rank in record.patterns:
        if how == 1:
            score = 8 + rank if folded.startswith(text) and inflects(full, folded) else None
        elif text == folded:
            score = 1 + rank * 2 + (6 if how == 3 else 0)
        elif text in keys:
            score = 2 + rank * 2
        else:
            score = None
        if score is not None and (best is None or score < best):
            best = score
    return best


def search(glossary: Glossary, query: str, limit: int) -> tuple[Hit, ...]:
    """Entries for a query in Japanese, kana, romaji or English, best first."""
    query = query.strip()
    if not query:
        return ()
    folded = fold_key(query)
    kana = to_hiragana(query) if is_japanese(query) else from_romaji(query)
    found_by_form = {record.id for record in find(glossary, query)}
    hits: list[tuple[int, int, Hit]] = []
    for order, entry in enumerate(glossary):
        scored = _score(entry, folded, kana, entry.id in found_by_form)
        if scored is not None:
            score, where = scored
            hits.append((-score, order, Hit(entry, score, where)))
    hits.sort(key=lambda hit: hit[:2])
    return tuple(hit for _, _, hit in hits[:limit])


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
    forms = [fold_key(form) for form in (entry.ja, *entry.variants)]
    if any(form.startswith(folded) for form in forms):
        return 80, "ja"
    if kana and entry.reading.startswith(kana):
        return 75, "reading"
    if english:
        return english, "en"
    if any(folded in form for form in forms):
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


def stem(form: str) -> str:
    """The stem of a form that inflects, the form itself of any other."""
    return stem_of(form) or form
