"""How much of a text is known: exact, the same counted step by step as counted anew."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Status
from yomu.store.knowledge import Item
from yomu.study.coverage import (
    Coverage,
    Share,
    TextWords,
    Use,
    new_in,
    occurrences_known,
    words_to_learn,
)
from yomu.study.known import Known

WORDS = [Item(lemma, reading) for lemma in "甲乙丙丁" for reading in ("あ", "い")]
TERMS = ["t1", "t2", "t3"]
ITEMS = [*WORDS, *(Item(lemma) for lemma in "甲乙丙丁"), *(Item("", "", term) for term in TERMS)]
STATUSES = st.sampled_from(list(Status))

uses = st.lists(
    st.builds(Use, st.lists(st.sampled_from(TERMS), max_size=2).map(tuple), st.integers(1, 9)),
    min_size=1,
    max_size=3,
).map(tuple)
texts = st.builds(
    TextWords,
    st.integers(0, 5000),
    st.dictionaries(st.sampled_from(WORDS), uses, max_size=8),
    st.dictionaries(st.sampled_from(TERMS), st.integers(1, 9)),
)
changes = st.lists(
    st.dictionaries(st.sampled_from(ITEMS), STATUSES, min_size=1, max_size=3), max_size=12
)


def by_key(statuses: Mapping[Item, Status]) -> dict[str, Status]:
    return {item.key: status for item, status in statuses.items()}


@given(texts, changes)
def test_step_by_step_comes_to_the_same_as_counting_anew(
    text: TextWords, steps: list[dict[Item, Status]]
) -> None:
    known = Known()
    coverage = Coverage(text, known)
    for step in steps:
        known.update(by_key(step))
        coverage.update(by_key(step))
        anew = Coverage(text, known)
        assert coverage.occurrences == anew.occurrences
        assert coverage.distinct == anew.distinct
        assert coverage.terms == anew.terms


@given(texts, st.dictionaries(st.sampled_from(ITEMS), STATUSES), st.integers(1, 100))
def test_words_to_learn_reach_the_goal_with_the_fewest_words(
    text: TextWords, statuses: dict[Item, Status], goal: int
) -> None:
    known = Known(by_key(statuses))
    steps = words_to_learn(text, known, goal)
    before = Coverage(text, known).occurrences
    reached = before
    for step in steps:
        reached += Share(step.count, 0)
        assert step.share == reached
    assert 100 * reached.known >= goal * reached.total
    if steps:
        assert 100 * (reached.known - steps[-1].count) < goal * reached.total
        missing = sorted(
            (
                share.total - share.known
                for item in text.words
                for share in [occurrences_known(item, text, known)]
            ),
            reverse=True,
        )
        fewer = sum(missing[: len(steps) - 1])
        assert 100 * (before.known + fewer) < goal * before.total


@given(texts, st.dictionaries(st.sampled_from(ITEMS), STATUSES))
def test_learning_what_it_says_makes_it_so(text: TextWords, statuses: dict[Item, Status]) -> None:
    known = Known(by_key(statuses))
    steps = words_to_learn(text, known, 90)
    # a status of its own reading wins over one of the spelling, ignored terms stay uncounted
    known.update({step.item.key: Status.KNOWN for step in steps})
    if steps:
        assert Coverage(text, known).occurrences == steps[-1].share


def test_an_occurrence_is_known_by_its_word_or_by_a_term_it_stands_in() -> None:
    word = WORDS[0]
    text = TextWords(10, {word: (Use((), 2), Use(("t1",), 3))}, {"t1": 3})
    known = Known({"term:t1": Status.KNOWN})
    coverage = Coverage(text, known)
    assert coverage.occurrences == Share(3, 5)
    assert coverage.distinct == Share(0, 1)
    assert coverage.terms == Share(1, 1)
    known.update({word.key: Status.WELL_KNOWN})
    coverage.update([word.key])
    assert coverage.occurrences == Share(5, 5)
    assert coverage.distinct == Share(1, 1)


def test_what_is_ignored_is_not_counted() -> None:
    text = TextWords(10, {WORDS[0]: (Use((), 2),), WORDS[2]: (Use(("t1",), 1),)}, {"t1": 1})
    known = Known({WORDS[0].key: Status.IGNORED, "term:t1": Status.IGNORED})
    coverage = Coverage(text, known)
    assert (coverage.occurrences, coverage.distinct, coverage.terms) == (Share(),) * 3
    assert coverage.occurrences.percent == 100
    assert words_to_learn(text, known, 100) == []


def test_a_list_without_readings_counts_for_every_reading_of_a_spelling() -> None:
    text = TextWords(10, {WORDS[0]: (Use((), 2),), WORDS[1]: (Use((), 1),)}, {})
    known = Known({Item("甲").key: Status.KNOWN})
    coverage = Coverage(text, known)
    assert coverage.occurrences == Share(3, 3)
    known.update({WORDS[1].key: Status.LEARNING_2})
    coverage.update([WORDS[1].key])
    assert coverage.occurrences == Share(2, 3)


def test_the_percentage_is_never_rounded_up() -> None:
    assert Share(999, 1000).percent == 99


def test_a_limit_ends_the_list_before_the_goal() -> None:
    text = TextWords(10, {word: (Use((), 2),) for word in WORDS}, {})
    steps = words_to_learn(text, Known(), 95, limit=3)
    assert [step.item for step in steps] == WORDS[:3]


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NEW])
def test_only_words_without_any_status_are_new(status: Status) -> None:
    text = TextWords(10, {WORDS[0]: (Use((), 2),), WORDS[2]: (Use((), 2),)}, {})
    assert new_in(text, Known({WORDS[0].key: status})) == [WORDS[2]]
