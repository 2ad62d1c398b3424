"""What the front ends are given to show and to print."""

from __future__ import annotations

import json
from collections.abc import Callable

from yomu.dictionary import Dictionary, DictionaryMatch, Loan, Sense
from yomu.dictionary.present import (
    english_data,
    inflection_of,
    kanji_data,
    match_data,
    pos_of,
    sense_lines,
    title_of,
)

Lookup = Callable[[str], tuple[DictionaryMatch, ...]]


def test_a_match_is_titled_and_its_inflection_told_in_plain_words(look: Lookup) -> None:
    match = look("継続も^盛り込まれている。")[0]
    assert title_of(match) == "盛り込む【もりこむ】"
    assert inflection_of(match) == "盛り込まれている ← 盛り込む: passive, then continuous"
    assert pos_of(match.senses[0]) == "godan verb, transitive"


def test_a_word_in_kana_needs_no_reading(look: Lookup) -> None:
    match = look("彼^にとって難しい。")[0]
    assert title_of(match) == "にとって"
    assert inflection_of(match) == ""


def test_a_sense_says_what_limits_it_and_where_it_comes_from() -> None:
    sense = Sense(("part-time job",), misc=("colloquial",), loans=(Loan("ger", "Arbeit", True),))
    assert sense_lines(sense) == [
        "part-time job (colloquial)",
        "from ger: Arbeit (coined in Japan)",
    ]
    assert sense_lines(Sense(("a",), lines=("1. a", "2. b"), misc=("n",))) == ["1. a", "2. b"]


def test_everything_goes_into_json(look: Lookup, dictionary: Dictionary) -> None:
    data = match_data(look("継続も^盛り込まれている。")[0])
    assert data["inflection"] == ["passive", "continuous"]
    assert data["senses"][0]["pos"] == ["v5m", "vt"]
    info = dictionary.kanji("国")
    assert info is not None
    hit = dictionary.search_english("war", 1)[0]
    for value in (data, kanji_data(info), english_data(hit)):
        assert json.loads(json.dumps(value)) == value
