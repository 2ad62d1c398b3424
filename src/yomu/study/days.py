"""A learner's day: it ends in the small hours, and each moment keeps the zone it was lived in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MS_A_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as a review needs it.

    `at` is ms since 1970 UTC, `day` the learner's day (`date.toordinal()`), `utc_offset` the
    zone in minutes.
    """

    at: int
    day: int
    utc_offset: int


def moment(now: datetime, day_starts_at: int) -> Moment:
    """`now` as a learner's moment. A `now` without zone is taken as local time.

    `day_starts_at` is the hour (0 to 23) at which a new day begins; before it, it is still yesterday.
    """
    local = now.astimezone() if now.tzinfo is None or now.tzinfo is UTC else now
    offset = local.utcoffset() or timedelta()
    wall = local.replace(tzinfo=None) - timedelta(hours=day_starts_at)
    return Moment(
        round(local.timestamp() * 1000), wall.date().toordinal(), int(offset.total_seconds() // 60)
    )


def day_starts(day: int, utc_offset: int, day_starts_at: int) -> int:
    """When a learner's day begins, in ms since 1970 UTC."""
    midnight = datetime.fromordinal(day).replace(tzinfo=UTC) + timedelta(hours=day_starts_at)
    return round(midnight.timestamp() * 1000) - utc_offset * 60_000
