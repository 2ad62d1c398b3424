"""From a note in Anki back to the card it was made of, for a yomu that does not have it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from yomu.dictionary.accent import morae_of
from yomu.kana import to_hiragana
from yomu.model import Ruby
from yomu.store.cards import Card, CardKind, term_card_id
from yomu.terminal import safe

_WORD_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_TERM_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATED = re.compile(r"(.*?),? ?(\d{4}-\d{2}-\d{2})?")
_PITCH = re.compile(r"\[(\d+)\]")


class _Shown(HTMLParser):
    """The text of a field without furigana; its rubies, and where its `<b>` stands."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.rubies: list[Ruby] = []
        self.start = self.end = 0
        self.url = ""
        self._open: list[str] = []
        self._base = 0
        self._reading = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "div") and self.text:
            self.text += "\n"
        elif tag == "b" and not self.end:
            self.start = len(self.text)
        elif tag == "ruby":
            self._base, self._reading = len(self.text), ""
        elif tag == "a":
            self.url = dict(attrs).get("href") or ""
        if tag in ("rt", "rp"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "b" and not self.end:
            self.end = len(self.text)
        elif tag == "ruby" and self._reading and len(self.text) > self._base:
            self.rubies.append(Ruby(self._base, len(self.text), self._reading))
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        if not self._open:
            self.text += safe(data)
        elif self._open[-1] == "rt":
            self._reading += safe(data)


def card_of(fields: Mapping[str, str]) -> Card | None:
    """The card of a note with these fields (HTML, by name); None where its Id is not one of ours.

    What the note does not hold, such as the id of the text, the card goes without.
    """
    shown = {name: _Shown(value) for name, value in fields.items()}

    def text(name: str) -> str:
        return shown[name].text.strip() if name in shown else ""

    note_id, expression = text("Id"), text("Expression")
    is_word = bool(_WORD_ID.fullmatch(note_id))
    if not expression or not (is_word or _TERM_ID.fullmatch(note_id)):
        return None
    sentence = shown.get("SentenceFurigana") or shown.get("Sentence") or _Shown("")
    source, _, credit = text("Source").partition(" · ")
    dated = _DATED.fullmatch(source.replace("\n", " "))
    title, date = dated.groups() if dated else (source, "")
    return Card(
        id=note_id if is_word else term_card_id(note_id),
        kind=CardKind.WORD if is_word else CardKind.TERM,
        expression=expression,
        reading=text("Reading") or to_hiragana(expression),
        entry_id="" if is_word else note_id,
        acronym=text("Acronym"),
        meaning_en=text("MeaningEN"),
        definition_ja=text("DefinitionJA"),
        definition_en=text("DefinitionEN"),
        pitch=_accents(fields.get("Pitch", "")),
        sentence=sentence.text,
        rubies=tuple(sentence.rubies),
        start=sentence.start,
        end=sentence.end,
        sentence_en=text("SentenceEN"),
        title=title,
        date=date or "",
        url=shown["Source"].url if "Source" in shown else "",
        note=text("Note"),
        gloss_source=credit,
    )


def _accents(html: str) -> str:
    """UniDic's accents from a Pitch field that holds numbers or lines."""
    numbers = _PITCH.findall(_Shown(html).text)
    for drawn in html.split('<span class="accent">')[1:]:
        low, fall, rest = drawn.partition('<span class="high fall">')
        high = rest.partition("</span>")[0]
        numbers.append(str(len(morae_of(low + high))) if fall else "0")
    return ",".join(numbers)
