"""The search back from a form to every dictionary form it can come from.

    盛り込まれている ─ いる → 盛り込まれて ─ て → 盛り込まれる ─ れる → 盛り込む
                    continuous                                    passive

Each step takes one auxiliary off the end and says what class the rest must then have. Nothing
here knows which words exist: the caller asks the dictionary, and drops a base whose class is
not the one asked for.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from yomu.dictionary.inflection.auxiliaries import (
    AFTER_TE,
    CONTRACTIONS,
    HONORIFICS,
    POLITE,
    ROWS,
    Row,
)
from yomu.dictionary.inflection.stems import CONJUGATIONS, Stem
from yomu.dictionary.model import Deinflection

MOST_STEPS = 9
LONGEST_FORM = 40
"""Code points; a longer string is no inflected word."""

_VOICED = {"と": "ど", "ち": "じ", "た": "だ", "て": "で"}
_INNER = frozenset({"end", "te", "masu", "masen", "teru", "stem1"})
"""Classes that are no dictionary form: the search must go on from them."""


class Rule(NamedTuple):
    """`ending` of class `result` comes from `base` of class `word_class`."""

    ending: str
    result: str
    base: str
    word_class: str
    chain: tuple[str, ...]


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """Every rule, by the ending it undoes."""
    found: dict[Rule, None] = {}
    for word_class, base, stems in CONJUGATIONS:
        for stem, forms in stems.items():
            for form in forms:
                _attach(found, stem, form, base, word_class, form in stems.get(Stem.POT, ()))
            if stem is Stem.SHORT_CAUS:
                # 行かす; with the passive 行かされる, where 行かす is no word of its own
                for form in forms:
                    found[Rule(form[:-1] + "す", "v5s", base, word_class, ("causative",))] = None
            elif stem is Stem.TE:
                _contractions(found, forms, base, word_class)
            elif stem is Stem.NAI and word_class == "v5r":  # 分かんない
                found[Rule("んない", "adj-i", base, word_class, ("negative",))] = None
    for te in ("て", "で"):
        for _, surface, result, chain in AFTER_TE:
            found[Rule(te + surface, result, te, "te", chain)] = None
    for surface, result, base, word_class, chain in POLITE:
        found[Rule(surface, result, base, word_class, chain)] = None
    _noun_verbs(found)
    by_ending: dict[str, list[Rule]] = defaultdict(list)
    for rule in found:
        by_ending[rule.ending].append(rule)
    return {ending: tuple(same) for ending, same in by_ending.items()}


def _attach(
    found: dict[Rule, None], stem: Stem, form: str, base: str, word_class: str, also_potential: bool
) -> None:
    """Add a rule for everything that attaches to one stem of a class."""
    for _, surface, result, meaning in _rows_by_stem().get(stem, ()):
        chain = meaning
        if stem is Stem.PASS and also_potential:
            chain = ("passive or potential", *meaning[1:])  # 食べられる
        if form + surface != base:
            found[Rule(form + surface, result, base, word_class, chain)] = None


@cache
def _rows_by_stem() -> dict[Stem, list[Row]]:
    rows: dict[Stem, list[Row]] = defaultdict(list)
    for row in ROWS:
        rows[row[0]].append(row)
    return rows


def _contractions(
    found: dict[Rule, None], forms: tuple[str, ...], base: str, word_class: str
) -> None:
    """しておく → しとく, 読んでしまう → 読んじゃう."""
    for form in forms:
        for _, surface, result, chain in CONTRACTIONS:
            first = _VOICED[surface[0]] if form[-1] == "で" else surface[0]
            found[Rule(form[:-1] + first + surface[1:], result, base, word_class, chain)] = None


def _noun_verbs(found: dict[Rule, None]) -> None:
    """検討する → 検討; 検討なさる, 検討いたす likewise."""
    found[Rule("する", "vs-i", "", "vs", ("with する",))] = None
    for verb, result, meaning in (
        ("なさる", "v5aru", "respectful"),
        ("いたす", "v5s", "humble"),
        ("致す", "v5s", "humble"),
        ("くださる", "v5aru", "respectful"),
    ):
        found[Rule(verb, result, "", "vs", ("with する", meaning))] = None


class _State(NamedTuple):
    form: str
    result: str
    """The class `form` must have; empty at the start, where any will do."""
    chain: tuple[str, ...]


@lru_cache(maxsize=4096)
def deinflect(form: str) -> tuple[Deinflection, ...]:
    """Every dictionary form that `form` can be an inflection of, fewest steps first.

    The form itself is not among them. Most of the answers are no words: ask a dictionary, and
    compare its part of speech with `word_class`.
    """
    if not form or len(form) > LONGEST_FORM:
        return ()
    table = rules()
    longest = _longest_ending()
    queue = [_State(form, "", ())]
    seen = {(form, "")}
    answers: dict[tuple[str, str], Deinflection] = {}
    for state in queue:
        if len(state.chain) >= MOST_STEPS:
            continue
        for nexts in (_steps(state, table, longest), _honorific(state)):
            for found in nexts:
                key = (found.form, found.result)
                if key in seen or not found.form:
                    continue
                seen.add(key)
                queue.append(found)
                if found.result not in _INNER:
                    answers[key] = Deinflection(found.form, found.chain, found.result)
    return tuple(answers.values())


@cache
def _longest_ending() -> int:
    return max(len(ending) for ending in rules())


def _steps(state: _State, table: dict[str, tuple[Rule, ...]], longest: int) -> list[_State]:
    """The forms that `state` comes from by one rule."""
    out = []
    form, result, chain = state
    for size in range(min(len(form), longest), -1, -1):
        cut = len(form) - size
        for rule in table.get(form[cut:], ()):
            if result and rule.result != result:
                continue
            if not result and rule.result == "stem1":
                words = (*rule.chain, "stem")
            elif result == "te":
                words = ()  # て itself says nothing beside what follows it
            else:
                words = rule.chain
            out.append(_State(form[:cut] + rule.base, rule.word_class, words + chain))
    return out


def _honorific(state: _State) -> list[_State]:
    """お読みになる → 読む; ご検討いただく → 検討."""
    form, result, chain = state
    if form[0] not in "おご御" or len(form) < 3:
        return []
    out = []
    for surface, made, words in HONORIFICS:
        if not form.endswith(surface) or (result and result != made):
            continue
        inner = form[1 : -len(surface)]
        if not inner:
            continue
        if form[0] != "お":
            out.append(_State(inner, "vs", ("with する", *words, *chain)))
        if form[0] != "ご":
            out += [
                _State(inner[: len(inner) - len(end)] + base, word_class, (*words, *chain))
                for end, base, word_class in _stem_endings()
                if inner.endswith(end)
            ]
    return out


@cache
def _stem_endings() -> tuple[tuple[str, str, str], ...]:
    """Ending before ます, dictionary ending, class."""
    return tuple(
        (form, base, word_class)
        for word_class, base, stems in CONJUGATIONS
        for form in stems.get(Stem.REN, ())
    )
