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


STEPS = (reading,)
"""Every migration, oldest first. Append to it; never change a step that was released."""


def migrations() -> Migrations:
    """Built on demand: importing sqlite_utils takes about 100 ms, which the first paint must not pay."""
    from sqlite_utils import Migrations

    steps = Migrations("yomu")
    for step in STEPS:
        steps()(step)
    return steps
