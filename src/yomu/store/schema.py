"""The database's tables, as migrations that run once each, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations


def reading(db: Database) -> None:
    """Texts, the place in each, and the append-only record of what was read and looked up."""
    db.table("texts").create(
        {
            "id": str,
            "origin": str,  # shipped, imported, file or stdin
            "slug": str,
            "title": str,
            "path": str,
            "content_hash": str,
            "characters": int,
            "paragraphs": int,
            "added_at": str,
            "opened_at": str,
        },
        pk="id",
        not_null={"origin", "title", "content_hash", "added_at"},
    )
    db.table("texts").create_index(["path"])
    db.table("texts").create_index(["content_hash"])
    db.table("places").create(
        {
            "text_id": str,
            "paragraph": int,
            "offset": int,
            "snippet": str,
            "furthest": int,
            "updated_at": str,
        },
        pk="text_id",
        foreign_keys=[("text_id", "texts", "id")],
    )
    db.table("paragraph_events").create(
        {
            "id": int,
            "text_id": str,
            "paragraph": int,
            "snippet": str,
            "event": str,  # dwelt, read, unread, mark, unmark
            "characters": int,
            "at": str,
        },
        pk="id",
        not_null={"text_id", "paragraph", "event", "at"},
        foreign_keys=[("text_id", "texts", "id")],
    )
    db.table("paragraph_events").create_index(["text_id", "paragraph"])
    db.table("lookups").create(
        {
            "id": int,
            "text_id": str,
            "paragraph": int,
            "start": int,
            "end": int,
            "surface": str,
            "headword": str,
            "reading": str,
            "entry_id": str,
            "sentence": str,
            "at": str,
        },
        pk="id",
        not_null={"surface", "at"},
        foreign_keys=[("text_id", "texts", "id")],
    )
    db.table("lookups").create_index(["headword"])
    db.table("furigana_choices").create(
        {"id": int, "lemma": str, "reading": str, "choice": str, "at": str},
        pk="id",
        not_null={"lemma", "choice", "at"},
    )


def cards(db: Database) -> None:
    """Kept cards, what was done to them (append-only), and what a deck has held.

    A card is one word or term; the state of its reviews goes into tables that point here.
    """
    text_fields = (
        *("expression", "reading", "domain", "acronym", "meaning_en", "definition_ja"),
        *("definition_en", "pitch", "sentence", "sentence_en", "title", "date", "url", "note"),
        "gloss_source",
    )
    db.table("cards").create(
        {
            "id": str,
            "kind": str,  # term or word
            "entry_id": str,
            **dict.fromkeys(text_fields, str),
            "rubies": str,  # JSON: [[start, end, reading, parts], …] of the sentence
            "start": int,
            "end": int,
            "text_id": str,
            "edited": str,  # JSON: the fields a person wrote
            "created_at": str,
            "updated_at": str,
            "removed_at": str,
        },
        pk="id",
        not_null={"kind", "expression", "created_at"},
        foreign_keys=[("text_id", "texts", "id")],
    )
    db.table("cards").create_index(["entry_id"])
    db.table("card_events").create(
        {
            "id": int,
            "card_id": str,
            "event": str,  # kept, renewed, edited, removed, restored
            "before": str,  # JSON: the fields that were changed, as they were
            "at": str,
        },
        pk="id",
        not_null={"card_id", "event", "at"},
        foreign_keys=[("card_id", "cards", "id")],
    )
    db.table("exported_notes").create(
        {"form": str, "note_id": str, "first_at": str, "last_at": str},
        pk=("form", "note_id"),
    )


STEPS = (reading, cards)
"""Every migration, oldest first. Append to it; never change a step that was released."""


def migrations() -> Migrations:
    """Built on demand: importing sqlite_utils takes about 100 ms, which the first paint must not pay."""
    from sqlite_utils import Migrations

    steps = Migrations("yomu")
    for step in STEPS:
        steps()(step)
    return steps
