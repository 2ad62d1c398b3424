"""The types that the layers hand to each other: frozen, slotted, free of behaviour that needs a file.

Every span is half-open and counted in code points of `Paragraph.text`, unless a docstring says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Literal


class Kind(StrEnum):
    """What a paragraph is on the page it came from."""

    TITLE = "title"
    BYLINE = "byline"
    AREA = "area"
    CAPTION = "caption"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"
    NOTE = "note"
    PROFILE = "profile"
    JUNK = "junk"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote marker that was lifted out of the prose; it stood before `text[at]`."""

    at: int
    number: int


@dataclass(frozen=True, slots=True)
class Ruby:
    """Furigana over `text[start:end]`.

    `reading` is hiragana. `parts`, where a split per character exists, has one reading for
    each code point of the span (empty for a variation selector) and joins to `reading`.
    """

    start: int
    end: int
    reading: str
    parts: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document.

    `given` holds readings that the source itself marked up (`<ruby>`, Aozora notation).
    `origin` is the code-point offset of `text[0]` in `Document.source`. `shifts` says how far
    the source has run ahead: from `text[at]` on, it stands at `origin + offset + ahead`, for
    each `(at, ahead)` in rising order (`text.places` reads them). `continued`: the rest of an
    over-long paragraph that was cut for the screen.
    """

    index: int
    kind: Kind
    text: str
    translation: str | None = None
    footnotes: tuple[Footnote, ...] = ()
    given: tuple[Ruby, ...] = ()
    origin: int = 0
    shifts: tuple[tuple[int, int], ...] = ()
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that opening a text did to it, in words a person can check.

    `rule` is a stable slug (`footnote`, `junk`, `radical`, `title` …); `paragraph` the index it
    ended up in; `before` and `after` are excerpts; `why` one plain sentence.
    """

    rule: str
    paragraph: int
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """A text as yomu reads it. `source` is the decoded text before any cleaning.

    `id` is empty until the workspace gives the text its permanent one. `date` is ISO 8601.
    `slug` is the short name that `yomu read NAME` takes for a shipped or imported text.
    """

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    byline: str | None = None
    date: str | None = None
    area: str | None = None
    source_url: str | None = None
    licence: str | None = None
    slug: str = ""
    format: str = "text"
    encoding: str = "utf-8"
    changes: tuple[Change, ...] = ()
    source: str = field(default="", repr=False)


class Source(StrEnum):
    """Where a reading comes from, strongest first."""

    PERSON = "person"
    GLOSSARY = "glossary"
    TEXT = "text"
    NUMBER = "number"
    RULE = "rule"
    MODEL = "model"
    COMPOUND = "compound"
    UNIDIC = "unidic"
    KAKASI = "kakasi"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Morph:
    """What the tokenizer knows of a word whatever its place in the text; shared between tokens.

    `lemma` is the dictionary form as this word is spelled (UniDic `orthBase`), `headword`
    UniDic's own spelling of it (する is 為る there), `lemma_reading` its hiragana. `pos` joins
    UniDic's parts of speech by `-` (名詞-普通名詞-一般). `origin` is the foreign word behind a
    loanword (`leverage`). `accent` is UniDic's `aType` (`0`, `2,0`).
    """

    lemma: str
    headword: str = ""
    lemma_reading: str | None = None
    pos: str = ""
    conjugation_type: str = ""
    conjugation_form: str = ""
    origin: str | None = None
    accent: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the paragraph. `reading` is hiragana, None where the surface is kana, Latin or a sign."""

    start: int
    end: int
    surface: str
    reading: str | None
    morph: Morph
    source: Source = Source.NONE
    confidence: float = 1.0

    @property
    def lemma(self) -> str:
        return self.morph.lemma

    @property
    def pos(self) -> str:
        return self.morph.pos


@dataclass(frozen=True, slots=True)
class TermPart:
    """One element of a term: 対外 たいがい "foreign"."""

    ja: str
    reading: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Avoid:
    """A rendering not to use, and why."""

    en: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One term of the glossary. `en` has the preferred rendering first; `file` and `line` say where it stands."""

    id: str
    ja: str
    reading: str
    en: tuple[str, ...]
    domain: str
    definition_en: str = ""
    definition_ja: str = ""
    acronym: str = ""
    variants: tuple[str, ...] = ()
    avoid: tuple[Avoid, ...] = ()
    note: str = ""
    see: tuple[str, ...] = ()
    parts: tuple[TermPart, ...] = ()
    example_ja: str = ""
    example_en: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """A glossary term found in a paragraph; matches may nest. `surface` is `text[start:end]`."""

    start: int
    end: int
    entry_id: str
    surface: str


@dataclass(frozen=True, slots=True)
class AnnotatedParagraph:
    """A paragraph with all that is known of it. `tokens` cover the text without gap."""

    paragraph: Paragraph
    tokens: tuple[Token, ...]
    rubies: tuple[Ruby, ...]
    matches: tuple[Match, ...]


class RubyMode(StrEnum):
    """Which furigana are drawn, and how."""

    ALL = "all"
    NONE = "none"
    INLINE = "inline"
    CHOSEN = "chosen"
    UNKNOWN = "unknown"


WidthProfile = Literal["narrow", "wide"]


class Status(IntEnum):
    """How well a person knows a word or term. Learning has four steps; ignored ones are not counted."""

    NEW = 0
    LEARNING_1 = 1
    LEARNING_2 = 2
    LEARNING_3 = 3
    LEARNING_4 = 4
    KNOWN = 5
    WELL_KNOWN = 6
    IGNORED = 7

    @property
    def is_learning(self) -> bool:
        return Status.LEARNING_1 <= self <= Status.LEARNING_4

    @property
    def is_known(self) -> bool:
        """Needs no furigana: known, well known or ignored."""
        return self >= Status.KNOWN


class Face(StrEnum):
    """What a review asks of a card."""

    RECOGNITION = "recognition"
    READING = "reading"
    PRODUCTION = "production"
    CLOZE = "cloze"
