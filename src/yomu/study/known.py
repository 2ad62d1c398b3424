"""What is known, as the reader, the counts and the decks ask for it."""

from __future__ import annotations

from collections.abc import Mapping

from yomu.model import Status, Token
from yomu.store.knowledge import Item, term_key, word_key


def item_of(token: Token) -> Item:
    """The word of a token: all its inflections have the same."""
    return Item(token.lemma, token.morph.lemma_reading or token.reading or "")


class Known:
    """Statuses in memory. Looked for by dictionary form and reading, then by the form alone."""

    def __init__(self, statuses: Mapping[str, Status] | None = None) -> None:
        self._statuses = dict(statuses or {})

    def status(self, token: Token) -> Status:
        statuses = self._statuses
        lemma = token.lemma
        found = statuses.get(word_key(lemma, token.morph.lemma_reading or token.reading or ""))
        return statuses.get(word_key(lemma, ""), Status.NEW) if found is None else found

    def term(self, entry_id: str) -> Status:
        return self._statuses.get(term_key(entry_id), Status.NEW)

    def is_known(self, token: Token) -> bool:
        return self.status(token).is_known

    def update(self, changes: Mapping[str, Status]) -> None:
        """Take in changes: `Item.key` → status."""
        self._statuses.update(changes)
