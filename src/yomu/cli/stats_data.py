"""The statistics for other programs: JSON, and the days as CSV. docs/statistics.md is the contract."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

from yomu.model import Status
from yomu.store.reviews import AGAIN, EASY, GOOD, HARD
from yomu.study.answers import REVIEWS, Answers, Kind, Share
from yomu.study.statistics import STABILITIES, Day, Standing, Statistics

VERSION = 1
_RATINGS = {"again": AGAIN, "hard": HARD, "good": GOOD, "easy": EASY}


def as_object(found: Statistics) -> dict[str, Any]:
    """Everything, as plain values. Dates are the learner's days; shares are 0 to 1, or null of nothing."""
    due, cards, about_all = found.forecast, found.cards, not found.title
    return {
        "version": VERSION,
        "today": _iso(found.today),
        "since": None if found.first is None else _iso(found.first),
        "text": found.title or None,
        "totals": _done(found.total),
        "ratings": {kind.name.lower(): _ratings(found.total.answers, kind) for kind in Kind},
        "retention": {
            "wanted": found.goal,
            **{name: _share(share) for name, share in found.retention.items()},
        },
        "streak": {"current": found.streak.current, "longest": found.streak.longest},
        "texts_finished": found.texts_finished,
        "known": _statuses(found.standing) if about_all else None,
        "most_looked_up": [
            {"word": word.headword, "reading": word.reading, "times": word.times}
            for word in found.most_looked_up(20)
        ],
        "due": {
            "overdue": due.overdue,
            "today": due.today,
            "steps": due.steps,
            "next_days": [
                {"date": _iso(found.today + 1 + index), "faces": faces}
                for index, faces in enumerate(due.days)
            ],
        },
        "cards": {
            "kept": cards.kept,
            "never_asked": cards.kept - cards.asked,
            "faces_suspended": cards.suspended,
            "faces_buried": cards.buried,
        },
        "stability": [
            {"from_days": start, "faces": faces}
            for (start, _), faces in zip(STABILITIES, found.stabilities, strict=True)
        ],
        "leeches": [
            {
                "card_id": leech.card_id,
                "expression": leech.expression,
                "reading": leech.reading,
                "face": leech.face.value,
                "lapses": leech.lapses,
                "reps": leech.reps,
                "set_aside": leech.held,
            }
            for leech in found.leeches
        ],
        "days": [_day(day, about_all) for day in found.days],
    }


def days_as_csv(found: Statistics) -> str:
    """A line for each day on which something was done, the oldest first, below a line of names."""
    table = io.StringIO()
    writer = csv.DictWriter(table, list(_day(Day(1), not found.title)), lineterminator="\n")
    writer.writeheader()
    writer.writerows(_day(day, not found.title) for day in found.days)
    return table.getvalue()


def _day(day: Day, about_all: bool) -> dict[str, Any]:
    known = {
        "words_known": day.standing.words_known,
        "terms_known": day.standing.terms_known,
        "learning": day.standing.learning,
    }
    return {"date": _iso(day.day), **_done(day), **(known if about_all else {})}


def _done(day: Day) -> dict[str, Any]:
    share = day.answers.right(*REVIEWS)
    return {
        "characters": day.characters,
        "texts": len(day.texts),
        "lookups": day.lookups,
        "answers": day.answers.total,
        "new": day.answers.of(Kind.NEW),
        **{name: day.answers.rated(rating) for name, rating in _RATINGS.items()},
        "reviews": share.of,
        "reviews_right": share.right,
        "duration_ms": day.duration_ms,
    }


def _ratings(answers: Answers, kind: Kind) -> dict[str, int]:
    return {name: answers.rated(rating, (kind,)) for name, rating in _RATINGS.items()}


def _share(share: Share) -> dict[str, Any]:
    between = share.interval
    return {
        "right": share.right,
        "of": share.of,
        "share": share.value,
        "interval": list(between) if between else None,
    }


def _statuses(standing: Standing) -> dict[str, dict[str, int]]:
    return {
        name: {status.name.lower(): counts[status] for status in Status if status}
        for name, counts in (("words", standing.words), ("terms", standing.terms))
    }


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
