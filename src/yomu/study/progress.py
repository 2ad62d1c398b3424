"""What an answer says about the word: its status, whether it is a leech, whether it is forgotten.

Statuses follow the memory of a card, so that furigana fade with reviews:

    in steps of learning, or stability under 2 days   learning 1
    under 7 days                                      learning 2
    under 21 days                                     learning 3
    under 45 days                                     learning 4
    under 180 days                                    known
    from 180 days                                     well known

21 days is where Anki calls a card mature. Stability is the time in which the chance to know it falls
to 90 %. A right answer never lowers a status, a wrong one never raises it beyond learning 1.
"""

from __future__ import annotations

from collections.abc import Iterable

from yomu.model import Face, Status
from yomu.store.cards import Card, CardKind
from yomu.store.knowledge import BY_PERSON, Item
from yomu.store.reviews import AGAIN, REVIEW, Schedule

_STEPS = (
    (2.0, Status.LEARNING_1),
    (7.0, Status.LEARNING_2),
    (21.0, Status.LEARNING_3),
    (45.0, Status.LEARNING_4),
    (180.0, Status.KNOWN),
)

KNOWING_FACES = (Face.RECOGNITION, Face.READING)
"""Their memory tells whether a word can be read; the other way round is harder, and proves less."""

FORGOTTEN_BELOW = 0.7
"""Where the chance to know a word is lower, its furigana come back.

A card is due at the wanted retention (0.9, never under 0.7), so nothing counts as forgotten for
being due, nor for a holiday: with the standard parameters the chance falls to 0.7 after nine times
the stability. From there on, a reader would stumble over one word in three.
"""


def item_of_card(card: Card) -> Item:
    """What a card teaches, as statuses name it."""
    if card.kind is CardKind.TERM and card.entry_id:
        return Item(card.expression, "", card.entry_id)
    return Item(card.expression, card.reading)


def status_by(schedules: Iterable[Schedule]) -> Status:
    """The status that the memory of a card comes to: that of its weakest face. New of none."""
    return min(map(_status, schedules), default=Status.NEW)


def _status(schedule: Schedule) -> Status:
    if schedule.state != REVIEW:
        return Status.LEARNING_1
    return next(
        (status for least, status in _STEPS if schedule.stability < least), Status.WELL_KNOWN
    )


def status_after(
    before: Status, cause: str, rating: int, answered: Schedule, others: Iterable[Schedule]
) -> Status:
    """The status of a word after an answer.

    `before` is its status and `cause` what gave it that (`KnowledgeTable.cause`); `answered` the
    schedule after the answer, `others` those of the card's other faces. What a person ignores
    stays ignored; what a person calls known stays so until a review shows that it is not.
    """
    failed = rating == AGAIN and answered.face in KNOWING_FACES
    if before is Status.IGNORED:
        return before
    if before.is_known and cause.startswith(BY_PERSON) and not failed:
        return before
    faces = [answered, *others]
    knowing = [schedule for schedule in faces if schedule.face in KNOWING_FACES]
    after = status_by(knowing or faces)
    if rating == AGAIN:
        return min(after, max(before, Status.LEARNING_1))
    return max(after, before)


def is_leech(lapses: int, leech_after: int) -> bool:
    """Whether this lapse makes a leech: the one of the limit, and each half of the limit after it."""
    return lapses >= leech_after and (lapses - leech_after) % max(1, leech_after // 2) == 0


def stabilities_until(retrievability: float, decay: float) -> float:
    """How many times its stability passes until the chance to know a card falls so low.

    FSRS-6: R = (1 + f·t/S)^-decay, with f such that R is 0.9 at t = S.
    """
    factor = 0.9 ** (-1 / decay) - 1
    return float((retrievability ** (-1 / decay) - 1) / factor)
