"""Cards as notes: the fields, the deck and the tags under which they leave yomu.

The names and the order of `FIELDS`, and what a note is called (`Note.guid`), never change: decks
that people have made rest on them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from yomu.export.ruby_text import blanked, escaped, ruby_html
from yomu.model import Ruby
from yomu.reading.kana import HAS_KANJI
from yomu.store.cards import Card, CardKind
from yomu.terminal import safe

if TYPE_CHECKING:
    from yomu.dictionary.accent import Pitch

FIELDS = (
    "Id",
    "Expression",
    "ExpressionFurigana",
    "Reading",
    "Acronym",
    "MeaningEN",
    "DefinitionJA",
    "DefinitionEN",
    "Sentence",
    "SentenceFurigana",
    "SentenceEN",
    "Cloze",
    "Pitch",
    "Source",
    "Note",
)

DeckBy = Literal["domain", "text"]
PitchStyle = Literal["line", "number", "none"]

ROOT = "yomu"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `guid` is permanent; `html` and `plain` hold the fields in the order of `FIELDS`.

    In `plain` only the two Furigana fields are HTML.
    """

    guid: str
    deck: str
    html: tuple[str, ...]
    plain: tuple[str, ...]
    tags: tuple[str, ...]


def make_note(
    card: Card,
    expression_rubies: Sequence[Ruby] = (),
    *,
    deck_by: DeckBy = "domain",
    pitch_style: PitchStyle = "number",
) -> Note:
    """The note of a card. `expression_rubies` are offsets into `card.expression`."""
    reading = card.reading if has_kanji(card.expression) else ""
    surface = card.sentence[card.start : card.end]
    cloze = blanked(card.sentence, (surface, card.expression)) if surface else ""
    furigana = ruby_html(card.expression, expression_rubies)
    sentence_furigana = ruby_html(card.sentence, card.rubies, card.start, card.end)
    pitch, pitch_html = pitch_of(card, pitch_style)
    source = ", ".join(part for part in (card.title, card.date) if part)
    plain = (
        card.note_id,
        card.expression,
        furigana,
        reading,
        card.acronym,
        card.meaning_en,
        card.definition_ja,
        card.definition_en,
        card.sentence,
        sentence_furigana,
        card.sentence_en,
        cloze,
        pitch,
        _joined(source, card.url, card.gloss_source),
        card.note,
    )
    html = dict(zip(FIELDS, map(escaped, plain), strict=True))
    html["ExpressionFurigana"] = furigana
    html["SentenceFurigana"] = sentence_furigana
    html["Sentence"] = ruby_html(card.sentence, (), card.start, card.end)
    html["Pitch"] = pitch_html
    html["Source"] = _joined(_linked(source, card.url), escaped(card.gloss_source))
    return Note(
        guid=guid_of(card),
        deck=deck_name(card, deck_by),
        html=tuple(html.values()),
        plain=tuple(map(safe, plain)),
        tags=tags_of(card),
    )


def guid_of(card: Card) -> str:
    """What Anki calls the note of a card, for good."""
    return f"{ROOT}:{card.note_id}"


def has_kanji(text: str) -> bool:
    """Whether there is anything in `text` whose reading can be asked."""
    return bool(HAS_KANJI.search(text))


def pitch_of(card: Card, style: PitchStyle) -> tuple[str, str]:
    """The accent of a card as text and as HTML: もりこ＼む and a line over the kana, or [3] for both.

    Accents are UniDic's: the mora after which the pitch falls, `0` for never, several with commas.
    """
    if style == "none":
        return "", ""
    if style == "number":
        numbers = [number for number in card.pitch.split(",") if number.strip().isdigit()]
        text = ", ".join(f"[{number.strip()}]" for number in numbers)
        return text, escaped(text)
    from yomu.dictionary.accent import pitches

    drawn = pitches(card.pitch, card.reading)
    return ", ".join(one.marked for one in drawn), ", ".join(map(_line, drawn))


def _line(pitch: Pitch) -> str:
    """The reading with its high morae under a line, which turns down where the pitch falls."""
    pieces = []
    high = pitch.high[: len(pitch.morae)]
    for is_high, group in groupby(zip(high, pitch.morae, strict=True), key=itemgetter(0)):
        kana = escaped("".join(mora for _, mora in group))
        # only the last high morae can end in a fall
        name = "high fall" if pitch.position else "high"
        pieces.append(f'<span class="{name}">{kana}</span>' if is_high else kana)
    return f'<span class="accent">{"".join(pieces)}</span>'


def deck_name(card: Card, deck_by: DeckBy) -> str:
    """`yomu::…` by domain (words have none) or by the text the card was met in."""
    if deck_by == "text":
        return f"{ROOT}::{_name(card.title) or 'texts'}"
    return f"{ROOT}::{_name(card.domain) or ('terms' if card.kind is CardKind.TERM else 'words')}"


def deck_path(name: str) -> str:
    """A deck's name as a person gave it: `::` between decks, each a name that Anki takes."""
    return "::".join(filter(None, map(_name, name.split("::"))))


def tags_of(card: Card) -> tuple[str, ...]:
    """Tags without white space: the kind, the domain, the text."""
    tags = [f"{ROOT}::{card.kind}"]
    if card.domain:
        tags.append(f"{ROOT}::domain::{_tag(card.domain)}")
    if card.title:
        tags.append(f"{ROOT}::text::{_tag(card.title)}")
    return tuple(tags)


def _name(text: str) -> str:
    """A deck's name: one line, without `::`, which would make a deck inside it, and quotes."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    line = re.sub(r":{2,}", "：", re.sub(r'["\x00-\x1f\x7f]', "", line)).strip(":： ")
    return line if len(line) <= _LONGEST_NAME else line[: _LONGEST_NAME - 1].rstrip() + "…"


def _tag(text: str) -> str:
    return re.sub(r'[\s:"　]+', "-", _name(text)).strip("-")


def _linked(source: str, url: str) -> str:
    if not url.startswith(("https://", "http://")):
        return escaped(source)
    return f'<a href="{escaped(url)}">{escaped(source or url)}</a>'


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
