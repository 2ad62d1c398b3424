"""Inflected forms lead back to their dictionary form, and say how they were inflected."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.dictionary import Dictionary, deinflect

TABLE = Path(__file__).with_name("deinflection.tsv")


def rows() -> list[tuple[str, str, tuple[str, ...]]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(form, base, tuple(chain.split(" > "))) for form, base, chain in cells]


ROWS = rows()


def test_the_table_is_as_large_as_promised_and_has_no_form_twice() -> None:
    assert len(ROWS) >= 400
    assert len({row[:2] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("form", "base", "chain"), ROWS, ids=[row[0] for row in ROWS])
def test_a_form_leads_to_its_dictionary_form_by_its_chain(
    form: str, base: str, chain: tuple[str, ...]
) -> None:
    chains = [answer.chain for answer in deinflect(form) if answer.base == base]
    assert chain in chains


def test_every_form_of_the_table_finds_its_word_in_the_dictionary(dictionary: Dictionary) -> None:
    """Here the word's class is known, so that no rule of another class can stand in."""
    missed = [
        (form, base)
        for form, base, chain in ROWS
        if not any(
            base in match.entry.forms() and match.chain == chain
            for match in dictionary.lookup_word(form)
        )
    ]
    assert missed == []


@given(st.text(alphabet="食書行来るたてなきせずばんいれらさしっちゃとおご漢", max_size=60))
def test_any_string_is_taken_apart_without_harm(form: str) -> None:
    for answer in deinflect(form):
        assert answer.base
        assert answer.chain
        assert answer.word_class
