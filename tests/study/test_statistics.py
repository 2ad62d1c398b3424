"""Counts are exact: equal to a slow reference that counts one thing at a time, over any record."""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.model import Face, Status
from yomu.store.cards import Card, CardKind
from yomu.store.database import Store
from yomu.store.knowledge import Item
from yomu.store.lookups import NewLookup
from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, REVIEW, Answer, Review, Schedule
from yomu.store.statistics import Figures, reading
from yomu.study.answers import REVIEWS, Answers, Kind, Share, Steps, count_answers
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling, replayer
from yomu.study.statistics import (
    Day,
    Statistics,
    Streak,
    gather,
    month_of,
    rolling_retention,
    streak,
    week_of,
)

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STARTS_AT = 4
SCHEDULINGS = (
    Scheduling(),
    Scheduling(steps=(), relearning_steps=()),
    Scheduling(steps=(1.0,), relearning_steps=(5.0, 10.0, 20.0)),
)
TODAY = moment(START + timedelta(days=400), STARTS_AT).day


def local(minutes: int) -> timezone:
    return timezone(timedelta(minutes=minutes))


def count(path: Path, text_id: str = "", *, starts_at: int = STARTS_AT) -> Statistics:
    with reading(path, lambda: pytest.fail("up to date"), lambda at: 0) as connection:
        assert connection is not None
        return gather(
            Figures(connection, starts_at, text_id),
            today=TODAY,
            faces=tuple(Face),
            goal=0.9,
            leech_after=8,
        )


@pytest.fixture
def clock() -> list[datetime]:
    return [START]


@pytest.fixture
def store(tmp_path: Path, clock: list[datetime]) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "yomu.db", now=lambda: clock[0])) as opened:
        yield opened


def text(store: Store, name: str, characters: int = 1000) -> str:
    return store.register(
        origin="file",
        slug=name,
        title=name,
        path=f"/{name}",
        content_hash=name,
        characters=characters,
        paragraphs=10,
    )


def answer(
    store: Store, card_id: str, rating: int, now: datetime, *, using: Scheduling = SCHEDULINGS[0]
) -> Review:
    when = moment(now, STARTS_AT)
    scheduler = store.reviews.scheduler_id(using.to_json())

    def made(schedule: Schedule | None) -> Answer:
        after = using.review(card_id, Face.READING, schedule, rating, when)
        review = Review(
            *(card_id, Face.READING, rating, when.at, when.day, when.utc_offset, 1500, scheduler)
        )
        return Answer(review, after)

    return store.reviews.record(card_id, Face.READING, made).review


def replay_of(store: Store) -> Callable[[object], Schedule | None]:
    settings_by_number = {
        number: Scheduling.from_json(line) for number, line in store.reviews.schedulers().items()
    }
    return replayer(settings_by_number)  # type: ignore[return-value]


# The log of answers against FSRS itself

step = st.tuples(
    st.integers(0, 2),  # card
    st.sampled_from((AGAIN, HARD, GOOD, GOOD, EASY)),
    st.one_of(st.integers(1, 2000), st.integers(1, 60 * 24 * 40), st.integers(-5000, 0)),  # minutes
    st.sampled_from((-600, 0, 345, 540, 840)),  # the zone one is in
    st.sampled_from(SCHEDULINGS),
    st.sampled_from(("answer", "answer", "answer", "answer", "undo", "remove")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(step, min_size=1, max_size=40))
def test_answers_are_counted_as_fsrs_sees_them(steps: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yomu.db"
        with closing(Store.open(path, now=lambda: START)) as store:
            expected, spent = _lived(store, steps)
        found = count(path)
    assert {day.day: day.answers for day in found.days if day.answers.total} == expected
    assert {day.day: day.duration_ms for day in found.days} == spent
    assert found.total.answers.total == sum(answers.total for answers in expected.values())


def _lived(
    store: Store, steps: list[tuple[object, ...]]
) -> tuple[dict[int, Answers], dict[int, int]]:
    """Answer, take back and remove; what must be counted, by going through each face's reviews."""
    for name in "012":
        store.cards.keep(Card(name, CardKind.WORD, name))
    now, made = START, []
    for card, rating, minutes, zone, using, what in steps:
        now += timedelta(minutes=minutes)  # type: ignore[arg-type]
        if what == "undo" and made:
            store.reviews.undo(made.pop(len(made) // 2).id, replay_of(store))  # type: ignore[arg-type]
        elif what == "remove":
            store.cards.remove(str(card))
        else:
            here = now.astimezone(local(zone))  # type: ignore[arg-type]
            made.append(answer(store, str(card), rating, here, using=using))  # type: ignore[arg-type]
    counts: dict[int, Counter[tuple[Kind, int]]] = {}
    spent: Counter[int] = Counter()
    replay = replay_of(store)
    for name in "012":
        reviews = store.reviews.reviews_of(name, Face.READING)
        last_day = 0
        for index, review in enumerate(reviews):
            before = replay(reviews[:index])
            if before is None:
                kind = Kind.NEW
            elif before.state != REVIEW:
                kind = Kind.LEARNING
            else:
                kind = Kind.MATURE if review.day - last_day >= 21 else Kind.YOUNG
            last_day = max(last_day, review.day)
            wall = datetime.fromtimestamp(review.at / 1000, local(review.utc_offset))
            day = (wall - timedelta(hours=STARTS_AT)).date().toordinal()
            counts.setdefault(day, Counter())[kind, review.rating] += 1
            spent[day] += review.duration_ms
    kinds_and_ratings = [(kind, rating) for kind in Kind for rating in (AGAIN, HARD, GOOD, EASY)]
    return (
        {day: Answers(tuple(c[key] for key in kinds_and_ratings)) for day, c in counts.items()},
        dict(spent),
    )


def test_a_review_taken_back_is_not_counted(store: Store, tmp_path: Path) -> None:
    store.cards.keep(Card("1", CardKind.WORD, "語"))
    answer(store, "1", GOOD, START)
    second = answer(store, "1", EASY, START + timedelta(minutes=10))
    store.reviews.undo(second.id, replay_of(store))  # type: ignore[arg-type]
    total = count(tmp_path / "yomu.db").total
    assert (total.answers.total, total.answers.rated(EASY), total.duration_ms) == (1, 0, 1500)


def test_young_becomes_mature_after_21_days() -> None:
    steps = {1: Steps(1, 1)}
    for wait, kind in ((20, Kind.YOUNG), (21, Kind.MATURE)):
        log = [[(4 * 1000 + GOOD - 1, 1, 0), (4 * (1000 + wait) + AGAIN - 1, 1, 0)]]
        answers = {day: given for day, (given, _) in count_answers(log, steps).items()}
        assert answers[1000].of(Kind.NEW) == 1
        assert answers[1000 + wait].rated(AGAIN, (kind,)) == 1


# Reading, look-ups, statuses

event = st.tuples(
    st.integers(0, 1),  # text
    st.integers(0, 3),  # paragraph
    st.sampled_from(("dwelt", "read", "unread", "mark")),
    st.integers(0, 300),
    st.integers(-3000, 5000),  # minutes later
    st.sampled_from((-600, 0, 345, 540, 840)),
    st.integers(0, 23),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(event, max_size=30), st.integers(0, 23))
def test_each_paragraph_counts_once_on_the_day_it_was_read_first(
    events: list[tuple[int, int, str, int, int, int, int]], starts_at: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yomu.db"
        clock = [START]
        read: dict[tuple[int, int], tuple[date, int]] = {}
        with closing(Store.open(path, now=lambda: clock[0])) as store:
            texts = [text(store, "a"), text(store, "b")]
            for at, paragraph, what, characters, minutes, zone, _ in events:
                clock[0] += timedelta(minutes=minutes)
                store.note_paragraph(texts[at], paragraph, what, characters=characters)
                store._connection.execute(
                    "UPDATE paragraph_events SET utc_offset = ?"
                    " WHERE id = (SELECT max(id) FROM paragraph_events)",
                    [zone],
                )
                wall = clock[0].astimezone(local(zone)) - timedelta(hours=starts_at)
                if what == "unread":
                    read.pop((at, paragraph), None)
                elif what != "mark":
                    first, _ = read.get((at, paragraph), (wall.date(), 0))
                    read[at, paragraph] = first, characters
            shares = [sum(store.read_paragraphs(name).values()) for name in texts]
        found = count(path, starts_at=starts_at)
    expected: Counter[date] = Counter()
    for day, characters in read.values():
        expected[day] += characters
    assert {day.date: day.characters for day in found.days if day.characters} == +expected
    assert found.total.characters == sum(shares), "the library counts the same"
    assert sum(len(day.texts) for day in found.days) == len({(t, d) for (t, _), (d, _) in read.items()})  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("語", "外交", "政府")),
            st.booleans(),
            st.sampled_from(list(Status)),
            st.integers(-2000, 4000),
            st.booleans(),
        ),
        max_size=25,
    )
)
def test_what_is_known_today_is_what_the_log_adds_up_to(
    changes: list[tuple[str, bool, Status, int, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "yomu.db"
        clock = [START]
        with closing(Store.open(path, now=lambda: clock[0])) as store:
            for word, is_term, status, minutes, undo in changes:
                clock[0] += timedelta(minutes=minutes)
                item = Item(word, "", f"term:{word}") if is_term else Item(f"term:{word}", "")
                store.knowledge.set({item: status}, "key")
                if undo:
                    store.knowledge.undo()
            now = Counter(
                (known.item.entry_id != "", known.status) for known in store.knowledge.all()
            )
        standing = count(path).standing
    for status in list(Status)[1:]:
        assert standing.words[status] == now[False, status]
        assert standing.terms[status] == now[True, status]


def test_a_day_ends_at_four_where_one_was_then(
    tmp_path: Path, clock: list[datetime], store: Store, zone: Callable[[str], None]
) -> None:
    name = text(store, "a")
    zone("Asia/Tokyo")
    clock[0] = datetime(2026, 3, 1, 18, 59, tzinfo=UTC)  # 3:59 on 2 March in Tokyo
    store.note_paragraph(name, 0, "read", characters=1)
    store.lookups.note(NewLookup("語", "ご", "語"))
    store.knowledge.set({Item("語", "ご"): Status.KNOWN}, "key")
    clock[0] += timedelta(minutes=1)
    store.note_paragraph(name, 1, "read", characters=10)
    zone("America/New_York")
    clock[0] = datetime(2026, 3, 2, 8, 59, tzinfo=UTC)  # 3:59 in New York, still 1 March
    store.note_paragraph(name, 2, "read", characters=100)
    zone("UTC")
    found = count(tmp_path / "yomu.db")
    assert [(day.date, day.characters, day.lookups) for day in found.days] == [
        (date(2026, 3, 1), 101, 1),
        (date(2026, 3, 2), 10, 0),
    ]
    assert found.days[0].standing.words_known == 1


def test_a_record_from_before_zones_were_kept_counts_in_that_of_the_computer(
    tmp_path: Path, store: Store, clock: list[datetime]
) -> None:
    clock[0] = datetime(2026, 3, 1, 19, 30, tzinfo=UTC)
    store.lookups.note(NewLookup("語", "ご", "語"))
    store._connection.execute("UPDATE lookups SET utc_offset = NULL")
    days = []
    for offset in (0, 540):
        with reading(
            tmp_path / "yomu.db", lambda: pytest.fail("up to date"), lambda at, o=offset: o
        ) as c:  # type: ignore[misc]
            assert c is not None
            days.append(Figures(c, STARTS_AT).lookups()[0].day)
    assert days == [date(2026, 3, 1).toordinal(), date(2026, 3, 2).toordinal()]


@pytest.fixture
def zone() -> Iterator[Callable[[str], None]]:
    """Sets the zone of this computer."""
    before = os.environ.get("TZ")

    def be_in(name: str) -> None:
        os.environ["TZ"] = name
        time.tzset()

    yield be_in
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


# One text, what is due, what will not stick


def test_one_text_has_its_own_reading_cards_and_look_ups(store: Store, tmp_path: Path) -> None:
    one, other = text(store, "a", 100), text(store, "b", 100)
    for name, characters in ((one, 96), (other, 50)):
        store.note_paragraph(name, 0, "read", characters=characters)
        store.lookups.note(NewLookup("語", "ご", "語", text_id=name))
        store.cards.keep(Card(name, CardKind.WORD, name, text_id=name))
        answer(store, name, GOOD, START)
    store.knowledge.set({Item("語", "ご"): Status.KNOWN}, "key")
    both, single = count(tmp_path / "yomu.db"), count(tmp_path / "yomu.db", one)
    assert (both.total.characters, both.total.answers.total, both.cards.kept) == (146, 2, 2)
    assert (single.total.characters, single.total.answers.total, single.cards.kept) == (96, 1, 1)
    assert (both.total.lookups, single.total.lookups) == (2, 1)
    assert (both.texts_finished, single.texts_finished) == (1, 1)
    assert single.standing.words_known == 0, "what is known is of no text"


def test_due_cards_are_sorted_into_days_and_held_or_removed_ones_left_out(
    store: Store, tmp_path: Path
) -> None:
    waits = {"late": -3, "now": 0, "soon": 1, "later": 30, "far": 31, "gone": 0, "set": 0, "dug": 0}
    for name, days in waits.items():
        store.cards.keep(Card(name, CardKind.WORD, name))
        with store._writing():
            store.reviews._put(
                Schedule(
                    *(name, Face.READING, 2, None, 5.0, 5.0, None, TODAY + days, 5),
                    *(TODAY - 9, 0, TODAY - 9, 9, 9),
                )
            )
    store.cards.keep(Card("step", CardKind.WORD, "step"))
    answer(store, "step", AGAIN, START)
    store.cards.remove("gone")
    store.reviews.hold("set", [Face.READING], "leech")
    store.reviews.hold("dug", [Face.READING], "buried", TODAY + 1)
    found = count(tmp_path / "yomu.db")
    due = found.forecast
    assert (due.overdue, due.today, due.steps) == (1, 1, 1)
    assert due.days == (2, *([0] * 28), 1)
    assert (found.cards.kept, found.cards.asked) == (8, 8)
    assert (found.cards.suspended, found.cards.buried) == (1, 1)
    leeches = {leech.card_id: leech.held for leech in found.leeches}
    assert leeches == {name: name == "set" for name in waits if name != "gone"}
    assert sum(found.stabilities) == 7


# Sums over days


def test_streaks_run_to_today_or_to_yesterday() -> None:
    assert streak([], 100) == Streak(0, 0)
    assert streak([98, 99, 100], 100) == Streak(3, 3)
    assert streak([98, 99], 100) == Streak(2, 2)
    assert streak([97, 98], 100) == Streak(0, 2)
    assert streak([90, 91, 92, 93, 100, 100], 100) == Streak(1, 4)


@given(st.sets(st.integers(1, 60)), st.integers(1, 60))
def test_the_longest_streak_is_the_longest_run_of_days(days: set[int], today: int) -> None:
    runs = [end - start for start in range(1, 62) for end in range(start, 63)
            if all(day in days for day in range(start, end))]  # fmt: skip
    assert streak(days, today).longest == max(runs)


@given(st.dictionaries(st.integers(1, 80), st.tuples(st.integers(0, 9), st.integers(0, 9))),
       st.integers(1, 30))  # fmt: skip
def test_rolling_retention_is_that_of_its_window(
    reviews: dict[int, tuple[int, int]], window: int
) -> None:
    days = [
        Day(number, answers=Answers((*([0] * 8), wrong, 0, right, 0, *([0] * 4))))
        for number, (wrong, right) in sorted(reviews.items())
    ]
    found = dict(rolling_retention(days, 20, 80, window))
    for day in range(20, 81):
        some = [reviews[d] for d in reviews if day - window < d <= day]
        of = sum(wrong + right for wrong, right in some)
        assert found.get(day) == (Share(sum(right for _, right in some), of) if of else None)


@given(st.integers(0, 2000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_stays_within_0_and_1(numbers: tuple[int, int]) -> None:
    share = Share(*numbers)
    if share.of == 0:
        assert share.value is share.interval is None
        return
    assert share.interval is not None
    low, high = share.interval
    assert share.value is not None
    assert 0 <= low <= share.value <= high <= 1


def test_wilsons_interval_is_that_of_the_books() -> None:
    low, high = Share(90, 100).interval or (0, 0)
    assert (round(low, 4), round(high, 4)) == (0.8256, 0.9448)


def test_a_period_leaves_days_out_but_keeps_what_was_known_before() -> None:
    from yomu.study.statistics import Standing

    known = [Standing((0, 0, 0, 0, 0, n, 0, 0)) for n in range(4)]
    days = tuple(Day(100 + n, characters=1, standing=known[n]) for n in range(4))
    found = Statistics(103, 0.9, days, standing=known[3])
    late = found.since(102)
    assert [day.day for day in late.days] == [102, 103]
    assert (late.before, late.standing) == (known[1], known[3])
    assert late.last_days(7).characters == 2
    assert found.last_days(3).characters == 3


@given(st.integers(1, 3_652_059))
def test_weeks_begin_on_monday_and_months_on_the_first(day: int) -> None:
    if day > 6:
        assert 0 <= day - week_of(day) < 7
        assert date.fromordinal(week_of(day)).weekday() == 0
    assert date.fromordinal(month_of(day)) == date.fromordinal(day).replace(day=1)


def test_hard_answers_count_as_right() -> None:
    answers = Answers((0,) * 8 + (1, 2, 3, 4) + (0,) * 4)
    assert answers.right(*REVIEWS) == Share(9, 10)
