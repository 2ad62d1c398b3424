"""What there is to see, as sections of lines: the same on the screen and on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from yomu.model import Status
from yomu.study.answers import MATURE_DAYS, RATINGS, REVIEWS, Kind, Share
from yomu.study.statistics import (
    STABILITIES,
    Day,
    Statistics,
    month_of,
    rolling_retention,
    summed,
    week_of,
)
from yomu.tui.charts.calendar import calendar
from yomu.tui.charts.canvas import (
    MONTHS,
    WEEKDAYS,
    Canvas,
    count,
    day_name,
    duration,
    percent,
)
from yomu.tui.charts.plots import Curve, plot, wants_plots
from yomu.typeset.width import cell_width

_LEECHES = 10
_LOOKED_UP = 8
_BARS = 14
_STATUS_NAMES = {
    Status.LEARNING_1: "learning 1",
    Status.LEARNING_2: "learning 2",
    Status.LEARNING_3: "learning 3",
    Status.LEARNING_4: "learning 4",
    Status.KNOWN: "known",
    Status.WELL_KNOWN: "well known",
    Status.IGNORED: "ignored",
}
_KIND_NAMES = {
    Kind.NEW: "new",
    Kind.LEARNING: "learning steps",
    Kind.YOUNG: "young",
    Kind.MATURE: "mature",
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and lines that fit the canvas."""

    title: str
    lines: Sequence[str]


def nothing_yet(canvas: Canvas) -> list[str]:
    """What a newcomer will see here one day."""
    return [
        *canvas.wrapped("Nothing is on record yet. Here you will see:"),
        "",
        *canvas.wrapped(
            "- characters and texts read, and words looked up, day by day",
            "- how many words and terms you know, and how that grew",
            "- reviews done and due, and the share you got right against your goal",
            "- a calendar of your days, and the cards that will not stick",
        ),
        "",
        *canvas.wrapped(
            "Begin with a text (yomu), keep a word with s, and review it (yomu review)."
        ),
    ]


def first_day(found: Statistics) -> int:
    """The first day that charts begin with."""
    if found.first is not None:
        return min(found.first, found.today)
    # a clock that was set back leaves days after today
    return min(found.today, min((day.day for day in found.days), default=found.today))


def overview(found: Statistics, canvas: Canvas) -> list[Section]:
    """The figures of today, of late and of the whole period; streak, and what waits."""
    length = found.today - first_day(found) + 1
    columns = [("today", found.last_days(1))]
    columns += [(f"{n} days", found.last_days(n)) for n in (7, 30) if n < length]
    if length > 1:
        columns.append((_period_name(found), found.total))
    figures = _figures(columns, canvas)
    while len(columns) > 2 and max(map(cell_width, figures)) > canvas.width:
        del columns[-2]  # today and the whole period stay
        figures = _figures(columns, canvas)
    streak = found.streak
    lines = [
        f"{count(streak.current, 'day')} in a row (the most: {streak.longest:,});"
        f" {sum(day.active for day in found.days):,} of {count(length, 'day')}"
        " with reading or reviews.",
        f"{count(found.texts_finished, 'text')} finished; {_known_line(found)}"
        f"{count(found.cards.kept, 'card')} kept.",
        _waiting(found),
    ]
    sections = [
        Section(f"In figures, {_period(found)}", figures),
        Section("Where you are", canvas.wrapped(*lines)),
    ]
    words = found.most_looked_up(_LOOKED_UP)
    if words:
        looked = [[safe(canvas, w.headword, 24), safe(canvas, w.reading, 28), f"{w.times:,}"] for w in words]  # fmt: skip
        sections.append(
            Section(f"Looked up most often, {_period(found)}", canvas.table(looked, left=2))
        )
    return sections


def _figures(columns: Sequence[tuple[str, Day]], canvas: Canvas) -> list[str]:
    rows = [["", *(name for name, _ in columns)]]
    rows += [[name, *(value(day) for _, day in columns)] for name, value in _FIGURES]
    return canvas.table(rows, gap=3)


def reading(found: Statistics, canvas: Canvas) -> list[Section]:
    """Characters and texts, day by day or by longer spans."""
    total = found.total
    if not total.characters:
        return [Section("Reading", [f"Nothing was read, {_period(found)}."])]
    spans = spans_of(found)
    notes = [count(len(span.texts), "text") for span in spans.days]
    lines = canvas.bars(
        [(n, span.characters) for n, span in zip(spans.names, spans.days, strict=True)], notes=notes
    )
    sections = [Section(f"Characters read, by {spans.unit}, {_period(found)}", lines)]
    if wants_plots(canvas) and total.characters and len(found.days) > 2:
        sections.append(
            Section(
                "Characters read, all together", _growth(found, canvas, lambda day: day.characters)
            )
        )
    return sections


def reviews(found: Statistics, canvas: Canvas) -> list[Section]:
    """Answers over time and by rating, and the share right against the goal."""
    total = found.total
    if not total.answers.total:
        return [Section("Reviews", [f"No card was answered, {_period(found)}."])]
    spans = spans_of(found)
    bars = [(name, span.answers.total) for name, span in zip(spans.names, spans.days, strict=True)]
    notes = [duration(span.duration_ms) for span in spans.days]
    return [
        Section(f"Right at reviews, {_period(found)}", _retention(found, canvas)),
        *_retention_curve(found, canvas),
        Section("Answers by rating", _ratings(found, canvas)),
        Section(f"Answers by {spans.unit}, and the time they took", canvas.bars(bars, notes=notes)),
    ]


def knowing(found: Statistics, canvas: Canvas) -> list[Section]:
    """Words and terms by status, and how many are known over time."""
    if found.title:
        return []
    now, before = found.standing, found.before
    if not (any(now.words) or any(now.terms)):
        return [
            Section(
                "Words and terms",
                canvas.wrapped(
                    "No word has a status yet.",
                    "Set one while reading (w: known, 1 to 4: learning), or import a list.",
                ),
            )
        ]
    rows = [["", "words", "terms"]]
    rows += [
        [name, f"{now.words[status]:,}", f"{now.terms[status]:,}"]
        for status, name in _STATUS_NAMES.items()
    ]
    gained = now.words_known - before.words_known, now.terms_known - before.terms_known
    return [
        Section("Words and terms by status, now", canvas.table(rows)),
        Section(
            f"Known and well known, {_period(found)}",
            [
                *canvas.wrapped(
                    f"{count(now.words_known, 'word')} ({gained[0]:+,} in this time),"
                    f" {count(now.terms_known, 'term')} ({gained[1]:+,})."
                ),
                *_known_over_time(found, canvas),
            ],
        ),
    ]


def days(found: Statistics, canvas: Canvas, cursor: int | None = None) -> list[Section]:
    """The calendar: answers and characters on each day."""
    first = first_day(found)
    sections = []
    for title, amounts in (
        ("Answers", {day.day: day.answers.total for day in found.days}),
        ("Characters read", {day.day: day.characters for day in found.days}),
    ):
        if any(amounts.values()):
            lines = calendar(canvas, amounts, first, found.today, cursor=cursor)
            sections.append(Section(f"{title} on each day, {_period(found)}", lines))
    return sections or [Section("Calendar", [f"Nothing was read or answered, {_period(found)}."])]


def day_line(found: Statistics, number: int) -> str:
    """What was done on one day, in a line."""
    day = found.on(number)
    when = f"{WEEKDAYS[day.date.weekday()]} {day_name(number, found.today)}"
    if not day.active and not day.lookups:
        return f"{when}: nothing"
    share = day.answers.right(*REVIEWS).value
    right = "" if share is None else f" ({percent(share)} right)"
    return (
        f"{when}: {count(day.answers.total, 'answer')}{right}, {day.characters:,} characters in"
        f" {count(len(day.texts), 'text')}, {count(day.lookups, 'look-up')}"
    )


def cards(found: Statistics, canvas: Canvas) -> list[Section]:
    """What is due and will be, how lasting memories are, and what will not stick."""
    kept = found.cards
    if not kept.kept:
        return [Section("Cards", ["No card is kept yet: s keeps a word while you read."])]
    lines = [
        _waiting(found),
        f"{count(kept.kept, 'card')} kept, {kept.kept - kept.asked:,} of them never asked;"
        f" {kept.suspended:,} questions set aside for good, {kept.buried:,} until another day.",
    ]
    sections = [Section("Due", canvas.wrapped(*lines))]
    if any(found.forecast.days):
        sections.append(Section("The next 30 days", _forecast(found, canvas)))
    if any(found.stabilities):
        rows = [(name, n) for (_, name), n in zip(STABILITIES, found.stabilities, strict=True)]
        title = "How long memories last (stability: until 9 of 10 are still right)"
        sections.append(Section(title, canvas.bars(rows)))
    if found.leeches:
        sections.append(_leeches(found, canvas))
    return sections


SECTIONS: dict[str, Callable[[Statistics, Canvas], list[Section]]] = {
    "Overview": overview,
    "Reading": reading,
    "Reviews": reviews,
    "Knowing": knowing,
    "Calendar": days,
    "Cards": cards,
}
"""Every page of the screen, in its order; the command line prints them all."""


@dataclass(frozen=True, slots=True)
class Spans:
    """A period in equal parts, every one of them: `unit` is day, week, month or year."""

    unit: str
    names: list[str]
    days: list[Day]


def spans_of(found: Statistics) -> Spans:
    """The period in at most 14 days, weeks or months, or in years."""
    first, today = first_day(found), found.today
    for unit, start_of in _UNITS.items():
        later = (day for day in range(first + 1, today + 1) if start_of(day) == day)
        starts = [first, *later]
        if len(starts) <= _BARS or unit == "year":
            break
    ends = [*starts[1:], today + 1]
    names = [_span_name(unit, start_of(start), today) for start in starts]
    sums = [
        summed((day for day in found.days if start <= day.day < end), end - 1)
        for start, end in zip(starts, ends, strict=True)
    ]
    return Spans(unit, names, sums)


_UNITS: dict[str, Callable[[int], int]] = {
    "day": lambda day: day,
    "week": week_of,
    "month": month_of,
    "year": lambda day: date.fromordinal(day).replace(month=1, day=1).toordinal(),
}


def _span_name(unit: str, start: int, today: int) -> str:
    when = date.fromordinal(start)
    if unit == "year":
        return str(when.year)
    if unit == "month":
        return f"{MONTHS[when.month - 1]} {when.year}"
    return day_name(start, today)


_FIGURES: tuple[tuple[str, Callable[[Day], str]], ...] = (
    ("characters read", lambda day: f"{day.characters:,}"),
    ("texts read in", lambda day: f"{len(day.texts):,}"),
    ("look-ups", lambda day: f"{day.lookups:,}"),
    ("cards answered", lambda day: f"{day.answers.total:,}"),
    ("  for the first time", lambda day: f"{day.answers.of(Kind.NEW):,}"),
    ("  right at reviews", lambda day: percent(day.answers.right(*REVIEWS).value)),
    ("time on reviews", lambda day: duration(day.duration_ms)),
)


def _period(found: Statistics) -> str:
    if found.first is None:
        return "all days"
    return f"since {day_name(found.first, found.today)}"


def _period_name(found: Statistics) -> str:
    return "all" if found.first is None else f"since {day_name(found.first, found.today)}"


def _known_line(found: Statistics) -> str:
    if found.title:
        return ""
    now = found.standing
    return f"{count(now.words_known, 'word')} and {count(now.terms_known, 'term')} known; "


def _waiting(found: Statistics) -> str:
    due = found.forecast
    if not due.waiting:
        return f"No review is due today; {sum(due.days):,} in the next 30 days."
    return (
        f"Reviews due: {due.today:,} today, {due.overdue:,} overdue, {due.steps:,} in learning"
        f" steps; {sum(due.days):,} in the next 30 days."
    )


def _retention(found: Statistics, canvas: Canvas) -> list[str]:
    shares = found.retention
    names = {"all": "all reviews", "young": "young", "mature": "mature"}
    rows = []
    for key, name in names.items():
        share = shares[key]
        between = share.interval
        span = f"{100 * between[0]:.1f} to {100 * between[1]:.1f}" if between else ""
        rows.append([name, percent(share.value, 1), span, f"{share.right:,} of {share.of:,}"])
    return [
        *canvas.table(rows),
        "",
        *canvas.wrapped(
            f"Wanted: {percent(found.goal)}{_verdict(shares['all'], found.goal)}",
            "In the middle: where the true share lies, 19 times of 20. First steps are not counted;"
            f" mature: asked {MATURE_DAYS} days or more after the answer before.",
        ),
    ]


def _verdict(share: Share, goal: float) -> str:
    between = share.interval
    if between is None:
        return "; no card has come that far."
    if between[0] > goal:
        return ". You remember more than that: reviews could come later."
    if between[1] < goal:
        return ". You remember less than that: reviews come too late, or were left waiting."
    return ". What you remember agrees with it."


def _retention_curve(found: Statistics, canvas: Canvas) -> list[Section]:
    if not wants_plots(canvas):
        return []
    window = 28 if found.today - first_day(found) > 60 else 7
    points = rolling_retention(found.days, first_day(found), found.today, window)
    if len(points) < 3:
        return []
    values = [(day, 100 * (share.value or 0)) for day, share in points]
    lowest = min(100 * found.goal, *(value for _, value in values))
    low = max(0.0, 5 * (lowest // 5) - 5)
    lines = plot(
        canvas, [Curve(values)], found.today, limits=(low, 100), level=100 * found.goal, height=11
    )
    title = f"Right at reviews in %, the {window} days before each day; dots: wanted"
    return [Section(title, lines)]


def _ratings(found: Statistics, canvas: Canvas) -> list[str]:
    answers = found.total.answers
    rows = [["", "again", "", "hard", "", "good", "", "easy", "", "all"]]
    for kinds, name in [((kind,), name) for kind, name in _KIND_NAMES.items()] + [
        (tuple(Kind), "all")
    ]:
        of = answers.of(*kinds)
        row = [name]
        for rating in RATINGS:
            times = answers.rated(rating, kinds)
            row += [f"{times:,}", percent(times / of if of else None)]
        rows.append([*row, f"{of:,}"])
    lines = canvas.table(rows)
    if max(map(canvas.cells, lines)) > canvas.width:  # without the shares it fits
        lines = canvas.table([[row[0], *row[1:9:2], row[9]] for row in rows])
    return lines


def _growth(found: Statistics, canvas: Canvas, amount: Callable[[Day], int]) -> list[str]:
    points: list[tuple[int, float]] = [(first_day(found) - 1, 0)]
    for day in found.days:
        points.append((day.day, points[-1][1] + amount(day)))
    return plot(canvas, [Curve(points)], found.today, height=11)


def _known_over_time(found: Statistics, canvas: Canvas) -> list[str]:
    first, today = first_day(found), found.today
    if wants_plots(canvas) and today > first:
        words = [(first - 1, found.before.words_known)]
        terms = [(first - 1, found.before.terms_known)]
        for day in found.days:
            words.append((day.day, day.standing.words_known))
            terms.append((day.day, day.standing.terms_known))
        words.append((today, found.standing.words_known))
        terms.append((today, found.standing.terms_known))
        return [
            "",
            *plot(canvas, [Curve(words, "words"), Curve(terms, "terms", "x")], today),
        ]
    spans = spans_of(found)
    rows = [["", "words", "terms", "learning"]]
    standing = found.before
    for name, span in zip(spans.names, spans.days, strict=True):
        standing = next(
            (day.standing for day in reversed(found.days) if day.day <= span.day), found.before
        )
        rows.append(
            [
                name,
                f"{standing.words_known:,}",
                f"{standing.terms_known:,}",
                f"{standing.learning:,}",
            ]
        )
    return ["", f"At the end of each {spans.unit}:", *canvas.table(rows)]


def _forecast(found: Statistics, canvas: Canvas) -> list[str]:
    """Two bars a week would hide the peaks; a line a day fits no screen: numbers, a week a line."""
    ahead = {found.today + 1 + index: n for index, n in enumerate(found.forecast.days)}
    last = max(ahead)
    return calendar(canvas, ahead, found.today + 1, last)


def _leeches(found: Statistics, canvas: Canvas) -> Section:
    shown = found.leeches[:_LEECHES]
    room = max(8, (canvas.width - 48) // 2)
    rows = [["", "", "asked for", "forgotten", "answers", ""]]
    for leech in shown:
        rows.append(
            [
                safe(canvas, leech.expression, room),
                safe(canvas, leech.reading, room),
                leech.face.value,
                f"{leech.lapses:,}",
                f"{leech.reps:,}",
                "set aside" if leech.held else "",
            ]
        )
    lines = canvas.table(rows, left=3)
    if len(found.leeches) > len(shown):
        lines.append(f"and {len(found.leeches) - len(shown):,} more")
    return Section(f"Forgotten {found.leech_after} times or more: better rewritten", lines)


def safe(canvas: Canvas, text: str, cells: int) -> str:
    """What the record holds, on one line and without what a terminal would obey."""
    return canvas.clipped(text, cells)
