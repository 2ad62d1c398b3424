"""The history of look-ups: searching it, and the way back to where a word was met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from yomu.errors import YomuError
from yomu.store.records import Place
from yomu.workspace.opened import OpenText
from yomu.workspace.recorder import Recorder

if TYPE_CHECKING:
    from yomu.store.lookups import LookedUp

OFTEN = 3
"""Looked up so many times, a word carries a sign: it wants to be learned."""


def times_sign(times: int) -> str:
    """The sign that a word was looked up often: ×3; empty for what is not often."""
    return f"×{times}" if times >= OFTEN else ""


class History:
    """What was looked up. The methods wait for the store, so that screens call them in a thread.

    They raise YomuError where the record cannot be read.
    """

    def __init__(self, recorder: Recorder, open_text: Callable[[str], OpenText]) -> None:
        self._recorder = recorder
        self._open_text = open_text

    def times(self) -> dict[str, int]:
        """How often each word was looked up."""
        return self._recorder.ask(lambda store: store.lookups.times()).result()

    def words(
        self, query: str = "", *, text: str = "", since: str = "", least: int = 1, limit: int = 500
    ) -> list[LookedUp]:
        """The words looked up, each once, the latest first.

        `query` is looked for in the word, its reading (also typed in Latin letters), its form in
        the text and the sentence; the other arguments are those of `LookupTable.words`.
        """
        wanted = _spellings(query)
        return self._recorder.ask(
            lambda store: store.lookups.words(
                wanted, text=text, since=since, least=least, limit=limit
            )
        ).result()

    def places(self, word: str, *, limit: int = 20) -> list[LookedUp]:
        """Where one word was looked up, the latest first."""
        return self._recorder.ask(lambda store: store.lookups.of_word(word, limit=limit)).result()

    def note(self, word: str, reading: str, *, sentence: str = "", entry_id: str = "") -> None:
        """Put on record a word that was looked up outside any text."""
        from yomu.store.lookups import NewLookup

        new = NewLookup(word, reading, word, sentence, entry_id)
        self._recorder.post(lambda store: store.lookups.note(new))

    def open(self, found: LookedUp) -> OpenText:
        """The text a word was looked up in, open where it stood.

        Raises YomuError where the word was looked up outside any text, or the text is gone.
        """
        if not found.path:
            raise YomuError(
                f"{found.word} was looked up in no text that is kept.",
                "What was pasted into yomu is not kept: yomu import keeps a text.",
            )
        opened = self._open_text(found.path)
        opened.start = place_of(opened, found)
        return opened


def place_of(opened: OpenText, found: LookedUp) -> Place:
    """Where the looked-up word stands in the text as it is now: by its sentence, else by its place."""
    paragraphs = opened.document.paragraphs
    at = min(found.paragraph, max(0, len(paragraphs) - 1))
    if paragraphs and paragraphs[at].text.startswith(found.surface, found.start):
        return Place(at, found.start)
    for index in sorted(range(len(paragraphs)), key=lambda index: abs(index - at)):
        sentence = paragraphs[index].text.find(found.sentence) if found.sentence else -1
        if sentence >= 0:
            return Place(index, sentence + max(0, found.sentence.find(found.surface)))
    return replace(opened.find_place(Place(at, 0)), offset=0)


def _spellings(query: str) -> tuple[str, ...]:
    """What to look for: the query as it is, and in kana if it is typed in Latin letters."""
    query = query.strip()
    if not query:
        return ()
    if query.isascii():
        from yomu.dictionary.kana import from_romaji

        kana = from_romaji(query.lower())
        if kana:
            return query, kana
    return (query,)
