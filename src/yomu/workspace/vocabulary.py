"""The terms and words of a text, as cards that nobody has kept yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yomu.export.notes import has_kanji
from yomu.model import AnnotatedParagraph, GlossaryEntry, Kind, Match, Token
from yomu.store.cards import Card, CardKind, term_card_id, word_card_id
from yomu.store.knowledge import Item
from yomu.study.content import NOT_COUNTED, is_counted
from yomu.study.known import dictionary_reading, item_of, terms_by_token
from yomu.workspace.examples import example_at, met

if TYPE_CHECKING:
    from yomu.glossary import Glossary
    from yomu.workspace.opened import OpenText

_PROSE = (Kind.LEAD, Kind.BODY)
_LEFT_OUT = (Kind.JUNK, Kind.BYLINE)

Gloss = Callable[[AnnotatedParagraph, Token], tuple[str, str] | None]
"""The English of a word where it stands, and its source; both empty if unknown, None for a name."""

Known = Callable[[Token, Sequence[str]], bool]
"""Whether a word is known where it stands, in the terms with these ids."""


@dataclass(frozen=True, slots=True)
class _Place:
    annotated: AnnotatedParagraph
    start: int
    end: int


def term_card(entry: GlossaryEntry) -> Card:
    """The card of a glossary entry, met nowhere yet."""
    return refreshed(
        Card(term_card_id(entry.id), CardKind.TERM, entry.ja, entry_id=entry.id), entry
    )


def refreshed(card: Card, entry: GlossaryEntry | None) -> Card:
    """A term's card with what the glossary says now, but for what a person wrote on it."""
    if entry is None:
        return card
    now = {
        "expression": entry.ja,
        "reading": entry.reading,
        "domain": entry.domain,
        "acronym": entry.acronym,
        "meaning_en": "; ".join(en for en in entry.en if en != entry.acronym) or entry.acronym,
        "definition_ja": entry.definition_ja,
        "definition_en": entry.definition_en,
    }
    return replace(card, **{name: now[name] for name in now.keys() - card.edited})  # type: ignore[arg-type]  # all are str


def word_card(token: Token) -> Card:
    """The card of a word in its dictionary form, met nowhere yet."""
    reading = dictionary_reading(token)
    return Card(
        word_card_id(token.lemma, reading),
        CardKind.WORD,
        token.lemma,
        reading=reading,
        pitch=token.morph.accent or "",
    )


def terms_of(opened: OpenText, glossary: Glossary) -> list[Card]:
    """A card for each glossary term of a text, in the order in which they first stand in it.

    The sentence is the first of running prose with the term; a title, heading or caption only
    where prose has none.
    """
    places: dict[str, _Place] = {}
    for annotated in _paragraphs(opened):
        for match in annotated.matches:
            known = places.get(match.entry_id)
            if known is None or (_is_prose(annotated) and not _is_prose(known.annotated)):
                places[match.entry_id] = _Place(annotated, match.start, match.end)
    cards = []
    for entry_id, place in places.items():
        entry = glossary.get(entry_id)
        if entry is not None:
            cards.append(_met(_with_accent(term_card(entry), place), place, opened))
    return cards


def words_of(
    opened: OpenText, glossary: Glossary, gloss: Gloss, known: Known = lambda token, terms: False
) -> dict[Item, Card]:
    """A card for each unknown word of a text, the most frequent first, then in the text's order.

    A word that is a glossary term by itself gets the term's card. One in kana without a known
    meaning gets none: there would be nothing to ask.
    """
    counts: Counter[Item] = Counter()
    first: dict[Item, tuple[Card, _Place, Token]] = {}
    for annotated in _paragraphs(opened):
        if annotated.paragraph.kind in NOT_COUNTED:
            continue
        spans = {(match.start, match.end): match for match in annotated.matches}
        for token, terms in zip(annotated.tokens, terms_by_token(annotated), strict=True):
            if not is_counted(token) or known(token, terms):
                continue
            item = item_of(token)
            counts[item] += 1
            met_before = first.get(item)
            if met_before is None or (
                _is_prose(annotated) and not _is_prose(met_before[1].annotated)
            ):
                card = _term_or_word(token, spans.get((token.start, token.end)), glossary)
                first[item] = card, _Place(annotated, token.start, token.end), token
    cards: dict[Item, Card] = {}
    for item in sorted(first, key=lambda item: -counts[item]):
        card, place, token = first[item]
        if card.kind is CardKind.WORD:
            glossed = gloss(place.annotated, token)
            if glossed is None or not (glossed[0] or has_kanji(card.expression)):
                continue
            card = replace(card, meaning_en=glossed[0], gloss_source=glossed[1])
        cards[item] = _met(card, place, opened)
    return cards


def _paragraphs(opened: OpenText) -> Iterator[AnnotatedParagraph]:
    for paragraph in opened.document.paragraphs:
        if paragraph.kind not in _LEFT_OUT:
            yield opened.annotated(paragraph.index)


def _is_prose(annotated: AnnotatedParagraph) -> bool:
    return annotated.paragraph.kind in _PROSE


def _met(card: Card, place: _Place, opened: OpenText) -> Card:
    return met(card, example_at(place.annotated, place.start, place.end), opened.document)


def _with_accent(card: Card, place: _Place) -> Card:
    """With the pitch accent, where the term is one word in its dictionary form."""
    for token in place.annotated.tokens:
        if (token.start, token.end) == (place.start, place.end) and token.lemma == card.expression:
            return replace(card, pitch=token.morph.accent or "")
    return card


def _term_or_word(token: Token, match: Match | None, glossary: Glossary) -> Card:
    entry = glossary.get(match.entry_id) if match else None
    if entry is not None and entry.ja in (token.lemma, token.surface):
        return replace(term_card(entry), pitch=token.morph.accent or "")
    return word_card(token)
