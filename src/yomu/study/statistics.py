"""What the record adds up to, day by day: read, looked up, answered, known."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from yomu.model import Face, Status
from yomu.store.statistics import CardCount, DueCount, Figures, Leech, ParagraphEvent, StatusChange
from yomu.study.answers import REVIEWS, Answers, Kind, Share, Steps, count_answers

FORECAST_DAYS = 30
FINISHED = 0.95
"""The share of a text's characters from which it counts as finished, as in the library."""
STABILITIES = ((0, "under 1 day"), (1, "1 to 6 days"), (7, "7 to 20 days"), (21, "21 to 89 days"),
               (90, "90 to 364 days"), (365, "a year or more"))  # fmt: skip
"""From so many days, and what such a memory is called."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many words and terms have each status: `words[status]`; new ones are not counted."""

    words: tuple[int, ...] = (0,) * len(Status)
    terms: tuple[int, ...] = (0,) * len(Status)

    @property
    def words_known(self) -> int:
        """Known and well known; ignored ones are not counted."""
        return self.words[Status.KNOWN] + self.words[Status.WELL_KNOWN]

    @property
    def terms_known(self) -> int:
        return self.terms[Status.KNOWN] + self.terms[Status.WELL_KNOWN]

    @property
    def learning(self) -> int:
        """Words and terms in one of the four steps of learning."""
        steps = slice(Status.LEARNING_1, Status.KNOWN)
        return sum(self.words[steps]) + sum(self.terms[steps])


@dataclass(frozen=True, slots=True)
class Day:
    """What was done on a learner's day (`date.toordinal()`); `standing` is that of its end.

    A paragraph counts once, on the day it was read first.
    """

    day: int
    texts: frozenset[str] = frozenset()
    characters: int = 0
    lookups: int = 0
    answers: Answers = field(default_factory=Answers)
    duration_ms: int = 0
    standing: Standing = field(default_factory=Standing)

    @property
    def date(self) -> date:
        return date.fromordinal(self.day)

    @property
    def active(self) -> bool:
        """Whether something was read or answered, as a streak asks."""
        return bool(self.characters or self.answers.total)


@dataclass(frozen=True, slots=True)
class Forecast:
    """The faces that will be asked: `days[n]` on the nth day after today; each counts once.

    `steps` are within steps of learning, which come again the same day or when one comes back.
    """

    overdue: int = 0
    today: int = 0
    steps: int = 0
    days: tuple[int, ...] = (0,) * FORECAST_DAYS

    @property
    def waiting(self) -> int:
        return self.overdue + self.today + self.steps


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row, up to today (or yesterday, while today is still to come), and the most ever."""

    current: int = 0
    longest: int = 0


@dataclass(frozen=True, slots=True)
class Looked:
    """A word and how often it was looked up."""

    headword: str
    reading: str
    times: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """All there is to see. `days` has those on which anything was done, the oldest first.

    `first` is the first day that counts, None for all; `goal` the wanted share of right answers.
    What is due, remembered and known is as of `today`, whatever the period; `before` is what was
    known when it began. `title` is that of the one text it is about, empty for all.
    """

    today: int
    goal: float
    days: tuple[Day, ...] = ()
    first: int | None = None
    title: str = ""
    texts_finished: int = 0
    lookups: tuple[tuple[int, str, str, int], ...] = ()
    cards: CardCount = field(default_factory=CardCount)
    forecast: Forecast = field(default_factory=Forecast)
    stabilities: tuple[int, ...] = (0,) * len(STABILITIES)
    leeches: tuple[Leech, ...] = ()
    leech_after: int = 8
    standing: Standing = field(default_factory=Standing)
    before: Standing = field(default_factory=Standing)
    streak: Streak = field(default_factory=Streak)

    def since(self, first: int | None) -> Statistics:
        """The same, of the days from `first` on; None for all."""
        if first is None:
            return self
        days = tuple(day for day in self.days if day.day >= first)
        lookups = tuple(row for row in self.lookups if row[0] >= first)
        before = summed((day for day in self.days if day.day < first), first).standing
        return replace(self, days=days, lookups=lookups, first=first, before=before)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is on record."""
        return not (self.days or self.cards.kept or self.standing != Standing())

    @property
    def total(self) -> Day:
        return summed(self.days, self.today)

    def last_days(self, count: int) -> Day:
        """The sum of the last so many days, with today."""
        return summed((day for day in self.days if day.day > self.today - count), self.today)

    def on(self, day: int) -> Day:
        """What was done on one day."""
        return next((item for item in self.days if item.day == day), Day(day))

    @property
    def retention(self) -> dict[str, Share]:
        """The share of reviews proper that were right: of all, of young and of mature ones."""
        answers = self.total.answers
        return {
            "all": answers.right(*REVIEWS),
            "young": answers.right(Kind.YOUNG),
            "mature": answers.right(Kind.MATURE),
        }

    def most_looked_up(self, limit: int) -> list[Looked]:
        """The words looked up twice or more, the most often first."""
        times: Counter[str] = Counter()
        readings: dict[str, str] = {}
        for _, headword, reading, count in self.lookups:
            times[headword] += count
            readings[headword] = reading or readings.get(headword, "")
        ranked = sorted(times.items(), key=lambda item: (-item[1], item[0]))
        return [Looked(word, readings[word], n) for word, n in ranked[:limit] if n > 1]


def summed(days: Iterable[Day], today: int) -> Day:
    """What was done on some days, as of one; `standing` is that of the last."""
    texts: set[str] = set()
    characters = lookups = duration_ms = 0
    counts = [0] * 16
    standing = Standing()
    for day in days:
        texts |= day.texts
        characters += day.characters
        lookups += day.lookups
        duration_ms += day.duration_ms
        counts = [a + b for a, b in zip(counts, day.answers.counts, strict=True)]
        standing = day.standing
    answers = Answers(tuple(counts))
    return Day(today, frozenset(texts), characters, lookups, answers, duration_ms, standing)


def gather(
    figures: Figures, *, today: int, faces: Sequence[Face], goal: float, leech_after: int
) -> Statistics:
    """Count everything on record. `faces` are those that reviews ask."""
    events = list(figures.paragraphs())
    read, lengths = _read_by_day(events), {text.id: text.characters for text in figures.texts()}
    lookups = figures.lookups()
    looked_up: Counter[int] = Counter()
    for row in lookups:
        looked_up[row.day] += row.times
    answers = count_answers(figures.answers(), _steps(figures.schedulers()))
    standings = standings_by_day(figures.status_changes())
    days = []
    standing = Standing()
    for day in sorted({*read, *looked_up, *answers, *standings}):
        standing = standings.get(day, standing)
        texts = read.get(day, {})
        given, duration_ms = answers.get(day, (Answers(), 0))
        days.append(
            Day(
                day,
                frozenset(texts),
                sum(texts.values()),
                looked_up[day],
                given,
                duration_ms,
                standing,
            )
        )
    return Statistics(
        today=today,
        goal=goal,
        days=tuple(days),
        texts_finished=_finished(read, lengths),
        lookups=tuple((row.day, row.headword, row.reading, row.times) for row in lookups),
        cards=figures.cards(today),
        forecast=_forecast(figures.due(faces, today), today),
        stabilities=_banded((row.stability_days, row.faces) for row in figures.stabilities()),
        leeches=tuple(figures.leeches(leech_after, today)),
        leech_after=leech_after,
        standing=standing,
        streak=streak((day.day for day in days if day.active), today),
    )


def standings_by_day(changes: Iterable[StatusChange]) -> dict[int, Standing]:
    """Learner's day → how many had each status at its end, of days on which one changed."""
    counts = {False: [0] * len(Status), True: [0] * len(Status)}
    found = {}
    for change in changes:
        now = counts[change.is_term]
        for status, step in ((change.before, -change.times), (change.status, change.times)):
            if status != Status.NEW:
                now[status] += step
        found[change.day] = Standing(tuple(counts[False]), tuple(counts[True]))
    return found


def streak(active: Iterable[int], today: int) -> Streak:
    """Days in a row out of the days on which something was done, in any order."""
    days = set(active)
    longest = 0
    for day in days:
        if day - 1 not in days:
            end = day
            while end in days:
                end += 1
            longest = max(longest, end - day)
    last = today if today in days else today - 1
    current = 0
    while last - current in days:
        current += 1
    return Streak(current, longest)


def rolling_retention(
    days: Sequence[Day], first: int, last: int, window: int
) -> list[tuple[int, Share]]:
    """For each day from `first` to `last` the share right in the `window` days that end with it.

    Days without a review in their window are left out.
    """
    by_day = {day.day: day.answers.right(*REVIEWS) for day in days}
    right = of = 0
    found = []
    for day in range(first - window + 1, last + 1):
        for other, sign in ((day, 1), (day - window, -1)):
            share = by_day.get(other)
            if share and (sign > 0 or other > first - window):
                right += sign * share.right
                of += sign * share.of
        if day >= first and of:
            found.append((day, Share(right, of)))
    return found


def week_of(day: int) -> int:
    """The Monday of a day's week."""
    return day - date.fromordinal(day).weekday()


def month_of(day: int) -> int:
    """The first of a day's month."""
    when = date.fromordinal(day)
    return day - (when - when.replace(day=1)) // timedelta(days=1)


def _read_by_day(events: Iterable[ParagraphEvent]) -> dict[int, dict[str, int]]:
    """Learner's day → text → characters. What was marked as unread again was never read."""
    read: dict[tuple[str, int], tuple[int, int]] = {}
    for text_id, paragraph, event, characters, day in events:
        place = text_id, paragraph
        if event == "unread":
            read.pop(place, None)
        else:
            first, _ = read.get(place, (day, 0))
            read[place] = first, characters
    found: dict[int, dict[str, int]] = {}
    for (text_id, _), (day, characters) in read.items():
        texts = found.setdefault(day, {})
        texts[text_id] = texts.get(text_id, 0) + characters
    return found


def _finished(read: Mapping[int, Mapping[str, int]], lengths: Mapping[str, int]) -> int:
    characters: Counter[str] = Counter()
    for texts in read.values():
        characters.update(texts)
    return sum(
        1 for text, count in characters.items() if count >= FINISHED * lengths.get(text, 0) > 0
    )


def _steps(schedulers: Mapping[int, str]) -> dict[int, Steps]:
    found = {}
    for number, settings in schedulers.items():
        data = json.loads(settings)
        found[number] = Steps(len(data["steps"]), len(data["relearning_steps"]))
    return found


def _forecast(due: Iterable[DueCount], today: int) -> Forecast:
    overdue = now = steps = 0
    days = [0] * FORECAST_DAYS
    for day, faces in due:
        if day is None:
            steps += faces
        elif day < today:
            overdue += faces
        elif day == today:
            now += faces
        elif day - today <= FORECAST_DAYS:
            days[day - today - 1] += faces
    return Forecast(overdue, now, steps, tuple(days))


def _banded(stabilities: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    counts = [0] * len(STABILITIES)
    for days, faces in stabilities:
        band = sum(1 for start, _ in STABILITIES if days >= start) - 1
        counts[max(0, band)] += faces
    return tuple(counts)
