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


def knowledge(db: Database) -> None:
    """What a person knows: the status of each word and term now, and every change to one (append-only).

    A batch is what one key, one import or one review did, and what one undo takes back.
    """
    db.table("knowledge").create(
        {
            "key": str,  # store.knowledge.Item.key
            "lemma": str,
            "reading": str,  # empty: whatever the reading
            "entry_id": str,  # of a term
            "status": int,  # model.Status
            "updated_at": str,
        },
        pk="key",
        not_null={"lemma", "status", "updated_at"},
    )
    db.table("knowledge_batches").create(
        {
            "id": int,
            "cause": str,  # key, rest, import:<what>, review, undo
            "undoes": int,  # the batch that this one takes back
            "review_id": int,
            "utc_offset": int,  # minutes
            "at": str,
        },
        pk="id",
        not_null={"cause", "at"},
    )
    db.table("knowledge_batches").create_index(["undoes"])
    db.table("knowledge_batches").create_index(["review_id"])
    db.table("knowledge_events").create(
        {
            "id": int,
            "batch": int,
            "key": str,
            "before": int,
            "status": int,
        },
        pk="id",
        not_null={"batch", "key", "before", "status"},
        foreign_keys=[("batch", "knowledge_batches", "id")],
    )
    db.table("knowledge_events").create_index(["batch"])


def reviews(db: Database) -> None:
    """The reviews (append-only), those taken back, and the schedules that follow from them."""
    db.table("schedulers").create(
        {"id": int, "settings": str, "at": str},  # settings: JSON, study.scheduling
        pk="id",
        not_null={"settings", "at"},
    )
    db.table("reviews").create(
        {
            "id": int,
            "card_id": str,
            "face": str,
            "rating": int,  # 1 again, 2 hard, 3 good, 4 easy
            "at": int,  # ms since 1970, UTC
            "day": int,  # the person's day, date.toordinal()
            "utc_offset": int,  # minutes
            "duration_ms": int,
            "scheduler_id": int,
            "origin": str,  # yomu or anki
            "external_id": int,  # Anki's id of the review
        },
        pk="id",
        not_null={"card_id", "face", "rating", "at", "day", "scheduler_id", "origin"},
        foreign_keys=[("card_id", "cards", "id"), ("scheduler_id", "schedulers", "id")],
    )
    db.table("reviews").create_index(["card_id", "face"])
    db.table("reviews").create_index(["day"])
    db.table("reviews").create_index(["external_id"], unique=True)
    db.table("review_undos").create({"review_id": int, "at": str}, pk="review_id")
    db.table("schedules").create(
        {
            "card_id": str,
            "face": str,
            "state": int,  # 1 learning, 2 review, 3 relearning
            "step": int,
            "stability": float,  # days
            "difficulty": float,
            "due_at": int,  # ms, of a step of learning
            "due_day": int,  # of a review
            "interval": int,  # days
            "first_day": int,
            "last_at": int,
            "last_day": int,
            "reps": int,
            "lapses": int,
        },
        pk=("card_id", "face"),
        not_null={"state", "stability", "difficulty", "last_at", "last_day", "reps", "lapses"},
        foreign_keys=[("card_id", "cards", "id")],
    )
    db.table("schedules").create_index(["state", "due_day"])
    db.table("schedules").create_index(["first_day"])
    db.table("review_holds").create(
        {
            "id": int,
            "card_id": str,
            "face": str,
            "hold": str,  # buried, suspended or leech
            "until_day": int,  # of a buried one
            "at": str,
            "lifted_at": str,
        },
        pk="id",
        not_null={"card_id", "face", "hold", "at"},
        foreign_keys=[("card_id", "cards", "id")],
    )
    db.table("review_holds").create_index(["card_id", "face"])


def review_queue(db: Database) -> None:
    """Indexes from which the next card is found without looking at all of them."""
    db.table("schedules").create_index(["state", "due_day", "card_id", "face"])
    db.table("schedules").create_index(["last_day"])
    db.table("knowledge_events").create_index(["key"])
    db.execute("CREATE INDEX idx_cards_kept ON cards (created_at) WHERE removed_at IS NULL")


def statistics(db: Database) -> None:
    """The zone in which something was read or looked up, and the log as one pass reads it."""
    for name in ("paragraph_events", "lookups"):
        db.table(name).add_column("utc_offset", int)  # minutes; null: written before this step
    # answers in their order, without a look at the table: 500,000 in 0.3 s, where sorting took 0.8 s
    db.table("reviews").create_index(
        ["card_id", "face", "at", "id", "rating", "day", "scheduler_id", "duration_ms"]
    )
    db.execute("DROP INDEX idx_reviews_card_id_face")  # the new one begins with its columns
    db.execute("CREATE INDEX idx_cards_removed ON cards (id) WHERE removed_at IS NOT NULL")


STEPS = (reading, cards, knowledge, reviews, review_queue, statistics)
"""Every migration, oldest first. Append to it; never change a step that was released."""


def migrations() -> Migrations:
    """Built on demand: importing sqlite_utils takes about 100 ms, which the first paint must not pay."""
    from sqlite_utils import Migrations

    steps = Migrations("yomu")
    for step in STEPS:
        steps()(step)
    return steps
