"""The fields of a glossary entry: one table that parsing, editing, the JSON Schema and the exports share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["text", "texts", "avoid", "parts"]

HEADWORD_LIMIT = 120
"""Longest headword, reading, variant or acronym, in characters."""
PROSE_LIMIT = 4000
"""Longest definition, note or example, in characters."""
ITEMS_LIMIT = 60
"""Most variants, renderings, parts or cross-references of one entry."""


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a `[[term]]` table. `example` is TOML that a person can copy."""

    name: str
    shape: Shape
    example: str
    what: str
    required: bool = False
    short: bool = False


FIELDS: tuple[Field, ...] = (
    Field("id", "text", 'id = "foreign-military-sales"', "Permanent slug. Never changes, even when the headword does.", True, True),
    Field("ja", "text", 'ja = "対外有償軍事援助"', "The headword as texts write it.", True, True),
    Field("reading", "text", 'reading = "たいがいゆうしょうぐんじえんじょ"', "The headword's reading in hiragana.", True, True),
    Field("en", "texts", 'en = ["Foreign Military Sales"]', "English renderings, the preferred one first.", True, True),
    Field("domain", "text", 'domain = "arms-transfers"', "The subject; the same as the file's name.", True, True),
    Field("acronym", "text", 'acronym = "FMS"', "The acronym that texts use; matched as a whole word.", False, True),
    Field("variants", "texts", 'variants = ["有償軍事援助"]', "Other spellings and short forms; matched too.", False, True),
    Field("avoid", "avoid", 'avoid = [{ en = "foreign military aid", why = "it is a sale" }]', "Renderings not to use, and why."),
    Field("definition_en", "text", 'definition_en = "A US program …"', "One or two plain sentences."),
    Field("definition_ja", "text", 'definition_ja = "米国政府が…"', "One or two plain sentences."),
    Field("note", "text", 'note = "Usage …"', "Usage, history, false friends."),
    Field("see", "texts", 'see = ["arms-export-control-act"]', "Ids of related entries.", False, True),
    Field("parts", "parts", 'parts = [{ ja = "対外", reading = "たいがい", en = "foreign" }]', "What the headword is made of."),
    Field("example_ja", "text", 'example_ja = "…"', "A sentence that uses the headword."),
    Field("example_en", "text", 'example_en = "…"', "The example in English."),
    Field("source", "text", 'source = "Arms Export Control Act (1976)"', "A law, treaty, document or institution by its real name and date."),
    Field("since", "text", 'since = "1949-04-04"', "From when the name holds: YYYY, YYYY-MM or YYYY-MM-DD.", False, True),
    Field("until", "text", 'until = "1991"', "Until when the name held.", False, True),
)  # fmt: skip

BY_NAME = {field.name: field for field in FIELDS}
