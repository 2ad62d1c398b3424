"""Simulate a learner's reviews over 400 days, and see whether as many are right as was wanted.

    python scripts/simulate_reviews.py [--retention 0.9] [--days 400] [--plot docs/reviews.svg]

The learner's memory is not the scheduler's: each card has its own strength, drawn at random
around what FSRS assumes, and forgets by FSRS's curve for that strength. The learner misses a day
in ten, and grades without a system. Answers are written through the store, as a person's are.
`--plot` needs matplotlib.
"""

from __future__ import annotations

import argparse
import math
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from yomu.model import Face
from yomu.store.cards import Card, CardKind, word_card_id
from yomu.store.database import Store
from yomu.store.reviews import AGAIN, EASY, GOOD, HARD, REVIEW, Answer, Review, Schedule
from yomu.study.days import Moment, moment
from yomu.study.scheduling import Scheduling, replayer

START = datetime(2025, 1, 1, 19, 0, tzinfo=timezone(timedelta(hours=9)))
MISSED_DAYS = 0.1
SPREAD_OF_CARDS = 0.35
"""Standard deviation of the logarithm of a card's strength: some words stick, some do not."""


@dataclass(frozen=True)
class Outcome:
    """What came of it. `days` has (day, answers, right ones) for reviews proper, not for first steps."""

    answers: int
    due: list[tuple[int, int, int]]
    replayed_alike: bool

    @property
    def reviews(self) -> int:
        return sum(answers for _, answers, _ in self.due)

    @property
    def retention(self) -> float:
        return sum(right for *_, right in self.due) / max(1, self.reviews)


class Learner:
    """Answers as a memory would whose cards are stronger or weaker than the scheduler thinks."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._strength: dict[str, float] = {}

    def comes(self) -> bool:
        return self._random.random() >= MISSED_DAYS

    def rating(self, scheduling: Scheduling, schedule: Schedule | None, day: int) -> int:
        if schedule is None:
            return self._random.choices((AGAIN, HARD, GOOD, EASY), (20, 10, 60, 10))[0]
        drawn = math.exp(self._random.gauss(0, SPREAD_OF_CARDS))
        strength = self._strength.setdefault(schedule.card_id, drawn)
        really = replace(schedule, stability=schedule.stability * strength)
        if self._random.random() > scheduling.retrievability(really, day):
            return AGAIN
        return self._random.choices((HARD, GOOD, EASY), (10, 80, 10))[0]


def simulate(
    store: Store, scheduling: Scheduling, *, days: int, new_per_day: int, seed: int = 1
) -> Outcome:
    """Let a learner review for so many days, with so many new cards on each."""
    learner = Learner(seed)
    number = store.reviews.scheduler_id(scheduling.to_json())
    schedules: dict[str, Schedule] = {}
    tally: Counter[tuple[int, bool]] = Counter()
    answers = 0
    for day in range(days):
        if not learner.comes():
            continue
        evening = START + timedelta(days=day)
        today = moment(evening, 4).day
        cards = [s.card_id for s in schedules.values() if s.due_day and s.due_day <= today]
        for index in range(new_per_day):
            card = Card(word_card_id(f"語{day}-{index}", ""), CardKind.WORD, f"語{day}-{index}")
            store.cards.keep(card)
            cards.append(card.id)
        for second, card_id in enumerate(cards):
            now = evening + timedelta(seconds=10 * second)
            while True:  # until its steps of today are done
                when, before = moment(now, 4), schedules.get(card_id)
                rating = learner.rating(scheduling, before, today)
                if before and before.state == REVIEW:
                    tally[day, rating != AGAIN] += 1
                schedules[card_id] = answer(store, scheduling, number, card_id, rating, when)
                answers += 1
                if schedules[card_id].state == REVIEW:
                    break
                now += timedelta(minutes=10)
    replay = replayer({number: scheduling})
    alike = all(
        replay(store.reviews.reviews_of(card_id, Face.RECOGNITION)) == schedule
        for card_id, schedule in schedules.items()
    )
    seen = sorted({day for day, _ in tally})
    due = [(day, tally[day, True] + tally[day, False], tally[day, True]) for day in seen]
    return Outcome(answers, due, alike)


def answer(
    store: Store, scheduling: Scheduling, number: int, card_id: str, rating: int, when: Moment
) -> Schedule:
    def made(schedule: Schedule | None) -> Answer:
        after = scheduling.review(card_id, Face.RECOGNITION, schedule, rating, when)
        review = Review(
            *(card_id, Face.RECOGNITION, rating, after.last_at, after.last_day),
            scheduler_id=number,
        )
        return Answer(review, after)

    return store.reviews.record(card_id, Face.RECOGNITION, made).schedule


def plot(outcomes: dict[float, Outcome], path: Path, window: int = 28) -> None:
    """Retention over time, a line for each goal: the share of the last `window` days."""
    import matplotlib

    matplotlib.use("svg")
    import matplotlib.pyplot as plt

    matplotlib.rcParams["svg.hashsalt"] = "yomu"
    figure, axes = plt.subplots(figsize=(8, 4))
    for goal, outcome in outcomes.items():
        days = [day for day, *_ in outcome.due if day >= window]
        shares = [rolling(outcome.due, day, window) for day in days]
        line = axes.plot(
            days, shares, label=f"wanted {goal:.0%}: {outcome.retention:.1%} of {outcome.reviews:,}"
        )
        axes.axhline(100 * goal, color=line[0].get_color(), linestyle=":", linewidth=1)
    axes.set(xlabel="day", ylabel=f"right answers, last {window} days (%)", ylim=(60, 100))
    axes.legend(loc="lower right", title="reviews, without first steps")
    axes.set_title("Simulated reviews: share remembered against the share wanted")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def rolling(due: Sequence[tuple[int, int, int]], day: int, window: int) -> float:
    some = [(answers, right) for d, answers, right in due if day - window < d <= day]
    return 100 * sum(right for _, right in some) / max(1, sum(answers for answers, _ in some))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--retention", type=float, nargs="+", default=[0.8, 0.9, 0.95])
    parser.add_argument("--days", type=int, default=400)
    parser.add_argument("--new", type=int, default=8, help="new cards a day")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    outcomes = {}
    for goal in args.retention:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "yomu.db"
            with closing(Store.open(path, now=lambda: START)) as store:
                outcome = simulate(
                    store,
                    Scheduling(retention=goal),
                    days=args.days,
                    new_per_day=args.new,
                    seed=args.seed,
                )
        outcomes[goal] = outcome
        print(
            f"wanted {goal:.1%}: {outcome.retention:.1%} of {outcome.reviews:,} reviews"
            f" ({outcome.answers:,} answers with the first steps);"
            f" replayed alike: {outcome.replayed_alike}"
        )
    if args.plot:
        plot(outcomes, args.plot)


if __name__ == "__main__":
    main()
