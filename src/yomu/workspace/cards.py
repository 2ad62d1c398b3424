"""Cards: kept from a text, found again, edited, removed, made into notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from yomu.errors import YomuError
from yomu.export.notes import DeckBy, Note, PitchStyle, has_kanji, make_note
from yomu.kana import to_hiragana
from yomu.model import Ruby, Token
from yomu.store.cards import EDITABLE, Card, CardKind, word_card_id
from yomu.store.knowledge import Item
from yomu.study.known import Known, item_of
from yomu.terminal import safe, safe_line
from yomu.workspace.examples import example_at, met
from yomu.workspace.lookup import LookupResult, reading_of
from yomu.workspace.vocabulary import refreshed, term_card, terms_of, word_card, words_of

if TYPE_CHECKING:
    from concurrent.futures import Future

    from yomu.dictionary import Dictionary, DictionaryMatch
    from yomu.glossary import Glossary
    from yomu.model import AnnotatedParagraph
    from yomu.store.database import Store
    from yomu.workspace.opened import OpenText
    from yomu.workspace.recorder import Recorder

T = TypeVar("T")
_SHORTEST_ID = 4
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30faー・ 　]*")
_SENSES = 3
_GLOSSES = 3
_CREDIT = "meaning: JMdict, EDRDG, CC BY-SA 4.0"
"""The licence asks for it wherever a gloss goes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What keeping did. `new` is False for a card that was kept before, which stays as it was."""

    card: Card
    new: bool


class Cards:
    """One person's cards. `keep` writes through the recorder; the rest opens the store itself."""

    def __init__(
        self,
        recorder: Recorder,
        open_store: Callable[[], Store],
        glossary: Callable[[], Glossary],
        annotate_words: Callable[[str], tuple[tuple[Token, ...], tuple[Ruby, ...]]],
        dictionary: Callable[[], Dictionary],
    ) -> None:
        self._recorder = recorder
        self._open_store = open_store
        self._glossary = glossary
        self._annotate_words = annotate_words
        self._dictionary = dictionary

    # Keeping

    def keep(self, opened: OpenText, result: LookupResult, *, renew: bool = False) -> Future[Kept]:
        """Keep what was looked up, with its sentence, furigana, translation and source.

        The answer comes when it is on disk, or is a YomuError. A card that is kept already stays
        as it is; with `renew` it takes this sentence instead of its own.
        """
        card = met(
            self.card_of(result),
            example_at(opened.annotated(result.paragraph), result.start, result.end),
            opened.document,
        )

        def write(store: Store) -> Kept:
            # the text has its id by now: it was registered before, in the same thread
            here = replace(card, text_id=opened.document.id)
            return Kept(*store.cards.keep(here, renew=renew))

        return self._recorder.ask(write)

    def card_of(self, result: LookupResult) -> Card:
        """The card for a look-up, met nowhere yet: the term's, the word's, or that of a longer span."""
        if result.entry:
            card = term_card(result.entry)
            alone = result.tokens[0] if len(result.tokens) == 1 else None
            if alone and alone.lemma == card.expression:
                card = replace(card, pitch=alone.morph.accent or "")
            return card
        if len(result.tokens) == 1 and not result.number:
            token = result.tokens[0]
            meaning, credit = _gloss(result.dictionary, token.lemma) or ("", "")
            return replace(word_card(token), meaning_en=meaning, gloss_source=credit)
        expression, reading = result.surface, result.reading
        meaning, credit = result.number, ""
        whole = next((m for m in result.dictionary if m.surface == result.surface), None)
        if whole and not result.number:
            expression, reading = whole.form, to_hiragana(whole.reading)
            meaning, credit = _gloss((whole,), whole.form) or ("", "")
        return Card(
            word_card_id(expression, reading),
            CardKind.WORD,
            expression,
            reading=reading,
            meaning_en=meaning,
            gloss_source=credit,
        )

    # The kept ones

    def kept(self, *, since: str = "", domain: str = "") -> list[Card]:
        """Kept cards, the oldest first, as the glossary has their terms now.

        `since` is a UTC time in ISO 8601, `domain` one of the glossary's.
        """
        cards = [self._refreshed(card) for card in self._with_store(lambda s: s.cards.all())]
        return [
            card
            for card in cards
            if card.created_at >= since and (not domain or card.domain == domain)
        ]

    def find(self, name: str) -> Card:
        """The kept card with this id, the start of it, term id or expression.

        Raises YomuError where there is none, or more than one.
        """
        exact = self._with_store(lambda store: store.cards.get(name))
        return self._refreshed(exact) if exact else self._one_of(name, self.kept())

    def edit(self, name: str, changes: Mapping[str, str]) -> Card:
        """Set fields of a kept card (`store.cards.EDITABLE`); they are the person's from then on.

        A new sentence is read anew, and the word is looked for in it.
        """
        card = self.find(name)
        written = {field: _clean(value) for field, value in changes.items()}
        unknown = written.keys() - set(EDITABLE)
        if unknown:
            raise YomuError(
                f"A card has no field {min(unknown)!r} to edit.", f"Fields: {', '.join(EDITABLE)}."
            )
        if not written.get("expression", card.expression):
            raise YomuError(
                "A card needs its expression.", "To be rid of the card: yomu cards remove."
            )
        if not _KANA.fullmatch(written.get("reading", "")):
            raise YomuError(
                f"A reading must be kana, got {safe_line(written['reading'])}.",
                "Write it as in しえん.",
            )
        all_changes: dict[str, object] = dict(written)
        if "sentence" in written:
            all_changes |= self._read(written["sentence"], card)
        if "meaning_en" in written:
            all_changes["gloss_source"] = ""
        return self._refreshed(
            self._with_store(lambda store: store.cards.edit(card.id, all_changes, written))
        )

    def remove(self, card_id: str) -> None:
        """Take a kept card out; `restore` brings it back as it was."""
        self._with_store(lambda store: store.cards.remove(card_id))

    def restore(self, name: str) -> Card:
        """Bring back a removed card. Raises YomuError if none has this name."""
        card = self._one_of(name, self._with_store(lambda store: store.cards.removed()), "removed")
        self._with_store(lambda store: store.cards.restore(card.id))
        return self._refreshed(card)

    # From a text

    def terms_of(self, opened: OpenText) -> list[Card]:
        """The cards of a text's glossary terms, in order; kept ones as they were kept."""
        return self._kept_first(terms_of(opened, self._glossary()))

    def words_of(self, opened: OpenText) -> list[Card]:
        """The cards of a text's words that the person does not know, by frequency.

        Kept ones are as they were kept.
        """
        known = Known(self._with_store(lambda store: store.knowledge.statuses()))

        def is_known(token: Token, terms: Sequence[str]) -> bool:
            return known.at(token, terms).is_known

        cards = words_of(opened, self._glossary(), self._gloss_at, is_known)
        return self._kept_first(
            [
                card
                for card in {card.id: card for card in cards.values()}.values()
                if not (card.entry_id and known.term(card.entry_id).is_known)
            ]
        )

    def cards_for(self, opened: OpenText, words: Collection[Item]) -> dict[Item, Card]:
        """The cards of some words of a text; none for what has no meaning to ask."""

        def is_other(token: Token, terms: Sequence[str]) -> bool:
            return item_of(token) not in words

        cards = words_of(opened, self._glossary(), self._gloss_at, is_other)
        return dict(zip(cards, self._kept_first(list(cards.values())), strict=True))

    def _kept_first(self, cards: list[Card]) -> list[Card]:
        kept = {card.id: card for card in self.kept()}
        return [kept.get(card.id, card) for card in cards]

    # Into decks

    def notes(
        self,
        cards: Iterable[Card],
        deck_by: DeckBy = "domain",
        pitch_style: PitchStyle = "number",
    ) -> list[Note]:
        """The notes of these cards, in their order."""
        return [
            make_note(card, self._furigana(card), deck_by=deck_by, pitch_style=pitch_style)
            for card in cards
        ]

    def not_exported(self, cards: Sequence[Card], form: str) -> list[Card]:
        """Those that no file of this form has held."""
        gone = self.exported(form)
        return [card for card in cards if card.note_id not in gone]

    def exported(self, form: str) -> set[str]:
        """The Ids of the notes that some file of this form has held."""
        return self._with_store(lambda store: store.cards.exported(form))

    def note_exported(self, cards: Iterable[Card], form: str) -> None:
        """Remember, for `not_exported`, what a file held."""
        ids = [card.note_id for card in cards]
        self._with_store(lambda store: store.cards.note_exported(form, ids))

    # Helpers

    def _gloss_at(self, annotated: AnnotatedParagraph, token: Token) -> tuple[str, str] | None:
        text, tokens = annotated.paragraph.text, annotated.tokens
        found = self._dictionary().lookup_at(text, tokens, token.start)
        return _gloss(found, token.lemma, names=False)

    def _furigana(self, card: Card) -> tuple[Ruby, ...]:
        """Furigana for the expression of a card, which add up to its reading."""
        from yomu.reading.furigana import distribute

        if not card.reading or not has_kanji(card.expression):
            return ()
        tokens, rubies = self._annotate_words(card.expression)
        if _letters(reading_of(tokens)) == _letters(card.reading):
            return rubies
        return distribute(card.expression, card.reading)

    def _read(self, sentence: str, card: Card) -> dict[str, object]:
        """Furigana for a sentence a person wrote, and where the card's word stands in it."""
        _, rubies = self._annotate_words(sentence)
        for form in (card.sentence[card.start : card.end], card.expression):
            at = sentence.find(form) if form else -1
            if at >= 0:
                return {"rubies": rubies, "start": at, "end": at + len(form)}
        return {"rubies": rubies, "start": 0, "end": 0}

    def _refreshed(self, card: Card) -> Card:
        return refreshed(card, self._glossary().get(card.entry_id)) if card.entry_id else card

    def _one_of(self, name: str, cards: Sequence[Card], what: str = "kept") -> Card:
        wanted = name.strip()
        found = [
            card for card in cards if wanted and wanted in (card.id, card.entry_id, card.expression)
        ]
        if not found and len(wanted) >= _SHORTEST_ID:
            found = [card for card in cards if card.id.startswith(wanted.lower())]
        if len(found) == 1:
            return found[0]
        if found:
            choices = ", ".join(f"{card.id[:8]} ({card.reading})" for card in found)
            raise YomuError(f"{safe_line(name)} is more than one card.", f"Say which: {choices}.")
        raise YomuError(
            f"No {what} card is called “{safe_line(name)}”.",
            "yomu cards list shows every card."
            if what == "kept"
            else "Name it by its expression, or the id that removing it showed.",
        )

    def _with_store(self, question: Callable[[Store], T]) -> T:
        with closing(self._open_store()) as store:
            return question(store)


def _gloss(
    matches: Iterable[DictionaryMatch], form: str, *, names: bool = True
) -> tuple[str, str] | None:
    """The first senses of the word `form`, and whom to credit for them.

    Both empty where no match is of that word. None for kana that the best match takes to be part
    of a longer word (こう of こうした), and, without `names`, for what is in a dictionary of names.
    """
    from yomu.dictionary import Origin

    for match in matches:
        if form not in match.entry.forms():
            if has_kanji(form):
                continue
            return None
        if match.entry.origin is Origin.NAMES and not names:
            return None
        senses = match.senses[: min(_SENSES, match.allowed) or 1]
        meaning = " / ".join("; ".join(sense.glosses[:_GLOSSES]) for sense in senses)
        return meaning, match.entry.title if match.entry.origin is Origin.USER else _CREDIT
    return "", ""


def _clean(value: str) -> str:
    """What a person wrote, without what could not be stored or shown."""
    return safe(value.encode("utf-8", "replace").decode("utf-8")).strip()


def _letters(reading: str) -> str:
    """A reading without what is not said: ・, blanks, hyphens."""
    return "".join(c for c in reading if c.isalnum() or c == "ー")
