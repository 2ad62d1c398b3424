"""Which faces of cards wait to be asked. Answers come from indexes: a record may hold 50,000 cards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yomu.model import Face
from yomu.store.cards import Card, CardKind


@dataclass(frozen=True, slots=True)
class Waiting:
    """A face of a kept card that waits, with what filters ask for.

    `due_at` (ms) is set for a step of learning, `due_day` for a review, neither for a new one;
    `last_at` is when it was answered last, 0 for never.
    """

    card_id: str
    face: Face
    entry_id: str
    domain: str
    text_id: str
    due_at: int | None = None
    due_day: int | None = None
    last_at: int = 0


class WaitingFaces:
    """Reads what is due. Made by `Store.waiting`, used in the store's thread. Removed cards never wait."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def steps(self, faces: Sequence[Face]) -> Iterator[Waiting]:
        """Faces within steps of learning, the earliest due first, due or not."""
        return self._scheduled(faces, "s.state IN (1, 3)", "s.due_at, s.card_id, s.face", ())

    def reviews(self, faces: Sequence[Face], until_day: int) -> Iterator[Waiting]:
        """Faces due on a day up to `until_day`, the longest overdue first.

        Those of one day come in an order that has nothing to do with when they were kept: card
        ids are hashes.
        """
        where = "s.state = 2 AND s.due_day <= ?"
        return self._scheduled(faces, where, "s.due_day, s.card_id, s.face", (until_day,))

    def new(self, faces: Sequence[Face]) -> Iterator[Waiting]:
        """Faces never answered, in the order in which their cards were kept, then in that of `faces`.

        May hold faces that the card does not have any more since a glossary changed.
        """
        if not faces:
            return
        missing = [f"({_POSSIBLE[face]} AND NOT EXISTS ({_ANSWERED}))" for face in faces]
        rows = self._connection.execute(
            f"SELECT c.id, c.entry_id, c.domain, coalesce(c.text_id, ''), {', '.join(missing)}"
            f" FROM cards c WHERE c.removed_at IS NULL AND ({' OR '.join(missing)})"
            " ORDER BY c.created_at, c.rowid",
            (*faces, *faces),
        )
        for card_id, entry_id, domain, text_id, *lacking in rows:
            for face, lacks in zip(faces, lacking, strict=True):
                if lacks:
                    yield Waiting(card_id, face, entry_id, domain, text_id)

    def asked_on(self, day: int) -> dict[tuple[str, Face], bool]:
        """(card, face) answered on a day → whether that was its first day.

        Counts the day after, too: whoever flew west over the date line lives that day again.
        """
        rows = self._connection.execute(
            "SELECT card_id, face, first_day = last_day FROM schedules"
            " WHERE last_day BETWEEN ? AND ? + 1",
            (day, day),
        )
        return {(card_id, Face(face)): bool(first) for card_id, face, first in rows}

    def has_cards(self) -> bool:
        """Whether any card is kept."""
        found = self._connection.execute("SELECT 1 FROM cards WHERE removed_at IS NULL LIMIT 1")
        return found.fetchone() is not None

    def weakened(self, today: int, stabilities: float) -> Iterator[Card]:
        """Cards last answered so many stabilities ago or more, by their recognition or reading face.

        They hold only what says which word or term they are of.
        """
        rows = self._connection.execute(
            "SELECT DISTINCT c.id, c.kind, c.expression, c.reading, c.entry_id"
            " FROM schedules s JOIN cards c ON c.id = s.card_id"
            " WHERE s.state = 2 AND s.face IN (?, ?) AND ? - s.last_day > ? * s.stability"
            " AND c.removed_at IS NULL",
            (Face.RECOGNITION, Face.READING, today, stabilities),
        )
        return (Card(row[0], CardKind(row[1]), *row[2:]) for row in rows)

    # The texts that cards were met in

    def texts_called(self, name: str) -> set[str]:
        """The ids of texts with this path, short name or title."""
        rows = self._connection.execute(
            "SELECT id FROM texts WHERE ? IN (path, slug, title) AND ? != ''", (name, name)
        )
        return {str(row[0]) for row in rows}

    def text_path(self, text_id: str) -> str:
        """Where a text is; empty if it came from nowhere that can be opened again."""
        row = self._connection.execute("SELECT path FROM texts WHERE id = ?", (text_id,)).fetchone()
        return str(row[0] or "") if row else ""

    def _scheduled(
        self, faces: Sequence[Face], where: str, order: str, values: tuple[object, ...]
    ) -> Iterator[Waiting]:
        rows = self._connection.execute(
            "SELECT s.card_id, s.face, c.entry_id, c.domain, coalesce(c.text_id, ''), s.due_at,"
            " s.due_day, s.last_at FROM schedules s CROSS JOIN cards c ON c.id = s.card_id"
            f" WHERE {where} AND s.face IN ({_places(faces)}) AND c.removed_at IS NULL"
            f" ORDER BY {order}",
            (*values, *faces),
        )
        for card_id, face, *rest in rows:
            yield Waiting(card_id, Face(face), *rest)


def _places(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


_ANSWERED = "SELECT 1 FROM schedules s WHERE s.card_id = c.id AND s.face = ?"
_KANJI = "*[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆ヶ]*"

# At least what study.faces.faces_of says, which has the last word when the card is asked. What
# the glossary knows of a term may be more than what its row holds.
_POSSIBLE = {
    Face.RECOGNITION: "1",
    Face.READING: f"(c.entry_id != '' OR (c.reading != '' AND c.expression GLOB '{_KANJI}'))",
    Face.PRODUCTION: "(c.entry_id != '' OR c.meaning_en != '')",
    Face.CLOZE: '(c."end" > c.start AND length(c.sentence) > c."end" - c.start)',
}
