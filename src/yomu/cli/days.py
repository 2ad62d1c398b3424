"""What `--since` takes: a date, or a number of days that ends today."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import click


class Since(click.ParamType):  # type: ignore[type-arg]  # generic in newer click only
    """`2026-03-31` → date, `30d` → timedelta."""

    name = "since"

    def convert(self, value: Any, param: Any, ctx: Any) -> date | timedelta:
        if isinstance(value, date | timedelta):
            return value
        if match := re.fullmatch(r"([1-9]\d{0,4})d", value, re.ASCII):
            return timedelta(days=int(match[1]))
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is neither a date (2026-03-01) nor days (30d).", param, ctx)


def first_moment(since: date | timedelta | None) -> str:
    """Where that time begins, by this computer's zone, as the record writes moments (UTC); "" for None."""
    if since is None:
        return ""
    if isinstance(since, timedelta):
        today = datetime.now().astimezone().date()
        since = date.fromordinal(max(1, today.toordinal() - since.days + 1))
    # Zones are unknown to the first days there are: nothing was read then anyway.
    midnight = datetime.combine(max(since, date(1970, 1, 2)), time())
    return midnight.astimezone().astimezone(UTC).isoformat(timespec="milliseconds")
