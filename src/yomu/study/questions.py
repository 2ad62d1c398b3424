"""What a card asks, and what it answers: text, furigana and the places of the word that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yomu.kana import to_hiragana
from yomu.model import Face, Ruby
from yomu.store.cards import Card

GAP = "＿＿＿"

TASKS = {
    Face.RECOGNITION: "What does it mean?",
    Face.READING: "How is it read?",
    Face.PRODUCTION: "How is it said in Japanese?",
    Face.CLOZE: "What is missing?",
}
NAMES = {
    Face.RECOGNITION: "Japanese to English",
    Face.READING: "reading",
    Face.PRODUCTION: "English to Japanese",
    Face.CLOZE: "gap",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """Japanese with furigana. `marks` are the half-open spans of the asked word, in order."""

    text: str
    rubies: tuple[Ruby, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The front of a card: what is asked, and what may be seen meanwhile. Empty parts are left out."""

    face: Face
    headword: str = ""
    english: str = ""
    hint: str = ""
    sentence: Passage = Passage("")
    translation: str = ""


def question(card: Card, face: Face) -> Question:
    """What is shown while a face of a card is asked: nothing that gives the answer away."""
    if face in (Face.RECOGNITION, Face.READING):
        return Question(face, headword=card.expression, sentence=_unread(card))
    gapped = _gapped(card)
    if face is Face.CLOZE:
        return Question(face, hint=card.meaning_en, sentence=gapped)
    return Question(
        face,
        english=card.meaning_en or card.definition_en,
        hint=card.acronym,
        sentence=gapped,
        translation=card.sentence_en,
    )


def answer_sentence(card: Card) -> Passage:
    """The sentence with all furigana, the word marked where it was met."""
    marks = ((card.start, card.end),) if card.end > card.start else ()
    return Passage(card.sentence, card.rubies, marks)


def places_of(card: Card) -> list[tuple[int, int]]:
    """Every place of the word in its sentence, where it was met and elsewhere, in order."""
    surface = card.sentence[card.start : card.end]
    forms = [form for form in (surface, card.expression) if form]
    found = [(card.start, card.end)] if surface else []
    for form in forms:
        found += [(m.start(), m.end()) for m in re.finditer(re.escape(form), card.sentence)]
    apart: list[tuple[int, int]] = []
    for start, end in sorted(set(found), key=lambda span: (span[0], -span[1])):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _unread(card: Card) -> Passage:
    """The sentence without furigana on the word, nor a reading in brackets behind it."""
    places = places_of(card)
    rubies = tuple(r for r in card.rubies if not _touches(r, places))
    marks = ((card.start, card.end),) if card.end > card.start else ()
    return _without(Passage(card.sentence, rubies, marks), _given_readings(card, places))


def _gapped(card: Card) -> Passage:
    """The sentence with gaps instead of the word, which are its marks; empty if it is not in there."""
    places = places_of(card)
    if not places:
        return Passage("")
    hidden = _without_spans(places, _given_readings(card, places))
    return _without(Passage(card.sentence, card.rubies, ()), hidden)


def _given_readings(card: Card, places: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Readings that the text itself gives: 石本凌也(いしもとりょうや) tells how it is read."""
    if not card.reading:
        return []
    found = []
    wanted = re.sub(r"[・ 　]", "", to_hiragana(card.reading))
    for _, end in places:
        given = re.match(r"[(（]([ぁ-ゖァ-ヺー・ 　]+)[)）]", card.sentence[end:])
        if given and re.sub(r"[・ 　]", "", to_hiragana(given[1])) == wanted:
            found.append((end + given.start(1), end + given.end(1), "…"))
    return found


def _without_spans(
    places: Iterable[tuple[int, int]], others: Iterable[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    return sorted([*((start, end, GAP) for start, end in places), *others])


def _without(passage: Passage, hidden: Iterable[tuple[int, int, str]]) -> Passage:
    """With other text in place of spans; a gap becomes a mark. Furigana over a span go with it."""
    pieces: list[str] = []
    rubies: list[Ruby] = []
    marks: list[tuple[int, int]] = []
    done = length = 0
    spans = [*hidden, (len(passage.text), len(passage.text), "")]
    for start, end, instead in spans:
        shift = length - done
        for ruby in passage.rubies:
            if done <= ruby.start and ruby.end <= start:
                rubies.append(replace(ruby, start=ruby.start + shift, end=ruby.end + shift))
        marks += [(s + shift, e + shift) for s, e in passage.marks if done <= s and e <= start]
        pieces += [passage.text[done:start], instead]
        length += start - done
        if instead == GAP:
            marks.append((length, length + len(instead)))
        length += len(instead)
        done = end
    return Passage("".join(pieces), tuple(rubies), tuple(sorted(marks)))


def _touches(ruby: Ruby, places: Iterable[tuple[int, int]]) -> bool:
    return any(ruby.start < end and start < ruby.end for start, end in places)
