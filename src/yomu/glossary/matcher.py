"""Find glossary terms in a text: on characters, longest first, nested ones included.

    text      モンロー･ドクトリンのトランプ･コロラリーを踏襲した
    folded    モンロードクトリンのトランプコロラリーを踏襲した        fold.py; offsets kept
    pairs     モン→{17, 9}            トラ→{9}        踏襲→{2}      lengths to try, by first two characters
    slices    [モンロードクトリンのトランプコロラリー]   17 characters: a pattern
              [モンロードクトリン]                        9: a pattern, nested in it
                                [トランプコロラリー]      9: a pattern, nested in it
                                                  [踏襲]      the stem of 踏襲する: is the next
                                                      [した]  word's lemma する? then the match
                                                  [踏襲した]  runs to the end of its auxiliaries

A candidate stands if both its ends are ends of words:
- Japanese: on token boundaries. The start may cut a token if the candidate has four kanji and more
  (米中|央|情報|局: the tokenizer was wrong, not the glossary; not so the end, 大統領選 is no part of
  大統領|選挙), and a common noun of four kanji and more may be cut in the middle (a compound that the
  tokenizer's dictionary holds whole).
- Katakana: at the ends of the whole run, because unknown names are cut at random (コロ|ラリー);
  within a run only between two loanwords that the tokenizer knows (エスカレーション|リスク). ・ ends a run.
- Latin letters and digits: whole words and numbers, whatever the tokens. Numerals in kanji likewise.

Overlaps: nested candidates all stay. Of two that cross, a noun stays before a verb's phrase (共同声明
in 共同声明を発表した, beside an entry 声明を発表する), then the longer, then the earlier. So the matches of
a paragraph form a tree; they come sorted by start, outer before inner. Entries that share a span all
stay: headwords before variants before acronyms.

Cost: one dict look-up a character, then one slice for each length of pattern that begins with these
two characters. Terms are at most 120 characters long, so this is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yomu.glossary.boundaries import Boundaries
from yomu.glossary.fold import Folded, fold, fold_key
from yomu.glossary.how import How
from yomu.model import Match, Token

if TYPE_CHECKING:
    from yomu.glossary.compiled import Record
    from yomu.glossary.glossary import Glossary

_PLACEHOLDERS = "[〜～…○◯／]"

_Target = tuple[str, int, str, int]
"""Entry id, `How`, form, rank: a pattern's tail, as the index holds it."""


@dataclass(frozen=True, slots=True)
class Unreachable:
    """An entry, or one `form` of it, that no text can light up; `by` is the entry that takes its place."""

    entry_id: str
    form: str
    why: str
    by: str = ""


class Matcher:
    """The index of a glossary's patterns. Build one per glossary; it keeps no state between texts."""

    def __init__(self, glossary: Glossary) -> None:
        targets: dict[str, list[_Target]] = {}
        for record in glossary.records:
            for text, how, form, rank in record.patterns:
                targets.setdefault(text, []).append((record.id, how, form, rank))
        lengths: dict[str, set[int]] = {}
        for text in targets:
            lengths.setdefault(text[:2], set()).add(len(text))
        self._targets = targets
        self._lengths = {pair: sorted(found, reverse=True) for pair, found in lengths.items()}
        self._records = glossary.records

    def match(self, text: str, tokens: Sequence[Token] = ()) -> tuple[Match, ...]:
        """The terms in `text`, sorted by start, outer before inner.

        `tokens` cover the text without gap. Without any, scripts alone decide where words end.
        """
        folded = fold(text)
        bounds: Boundaries | None = None
        found: dict[tuple[int, int], list[_Target]] = {}
        weights: dict[tuple[int, int], tuple[bool, int]] = {}
        nouns: list[tuple[tuple[int, int], _Target]] = []
        inflected: set[tuple[int, str]] = set()
        for start, end, targets in self._candidates(folded.text):
            if bounds is None:
                bounds = Boundaries(text, tokens, folded)
            for target in targets:
                span = _stands(folded, bounds, start, end, target)
                if span is None:
                    continue
                is_phrase = target[1] == How.STEM or "を" in text[slice(*span)]
                weight = (is_phrase, start - end)
                weights[span] = min(weight, weights.get(span, weight))
                if target[1] == How.BARE:
                    nouns.append((span, target))
                    continue
                if target[1] == How.STEM:
                    inflected.add((span[0], target[0]))
                found.setdefault(span, []).append(target)
        for span, target in nouns:
            # 踏襲 of 踏襲した is no second match.
            if (span[0], target[0]) not in inflected:
                found.setdefault(span, []).append(target)
        return tuple(
            Match(start, end, entry_id, text[start:end])
            for start, end in _laminar(
                sorted(found, key=lambda span: (weights[span], span[0], -span[1]))
            )
            for entry_id in _ranked(found[start, end])
        )

    def unreachable(self) -> tuple[Unreachable, ...]:
        """Entries and variants that can never match, or that another entry always hides."""
        found: list[Unreachable] = []
        for record in self._records:
            found += self._unreachable(record)
        return tuple(dict.fromkeys(found))

    def _unreachable(self, record: Record) -> list[Unreachable]:
        forms = [record.ja, *record.variants]
        found = [
            Unreachable(record.id, form, f"{blank[0]} stands in it, and in no text")
            for form in forms
            if (blank := re.search(_PLACEHOLDERS, form))
        ]
        if not any(char.isalnum() for char in record.ja):
            found.append(
                Unreachable(record.id, record.ja, "it has neither letter nor kana nor kanji")
            )
        for variant in record.variants:
            for entry_id, _, _, rank in self._targets.get(fold_key(variant), ()):
                if entry_id != record.id and rank == 0:
                    why = "it is the headword of another entry, which comes first"
                    found.append(Unreachable(record.id, variant, why, entry_id))
        return found

    def _candidates(self, text: str) -> list[tuple[int, int, list[_Target]]]:
        """Where patterns stand in a folded text, by start, longest first."""
        lengths, targets = self._lengths, self._targets
        found = []
        size = len(text)
        for start in range(size):
            tried = lengths.get(text[start : start + 2])
            if tried is not None:
                for length in tried:
                    here = targets.get(text[start : start + length])
                    if here is not None and start + length <= size:
                        found.append((start, start + length, here))
            single = lengths.get(text[start])
            if single is not None and start + 1 < size:
                found.append((start, start + 1, targets[text[start]]))
        return found


def _stands(
    folded: Folded, bounds: Boundaries, start: int, end: int, target: _Target
) -> tuple[int, int] | None:
    """The span in the original text, None where the candidate is not a word there."""
    _, how, form, _ = target
    first, last = folded.span(start, end)
    if how == How.STEM:
        if not bounds.begins_word(first, last):
            return None
        inflected = bounds.inflection_end(start, end, form)
        return None if inflected is None else (first, inflected)
    if not bounds.is_word(first, last):
        return None
    if how == How.EXACT and not bounds.has_case(first, last, form):
        return None
    return first, last


def _laminar(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, in their order of preference, without those that cross an earlier one; sorted.

    `owner[i]` is the innermost accepted span over character i, `parent` the next one around a span.
    What is accepted neither crosses each other nor the candidate exactly if the innermost spans over
    its two ends that are not within it are the same one.
    """
    owner: dict[int, int] = {}
    parent: list[int | None] = []
    accepted: list[tuple[int, int]] = []

    def around(at: int, start: int, end: int) -> tuple[int | None, int | None]:
        """The innermost span over `at` that is not within the candidate, and its child over `at`."""
        child, span = None, owner.get(at)
        while span is not None and start <= accepted[span][0] and accepted[span][1] <= end:
            child, span = span, parent[span]
        return span, child

    for start, end in spans:
        outer, _ = around(start, start, end)
        if outer != around(end - 1, start, end)[0]:
            continue
        number = len(accepted)
        accepted.append((start, end))
        parent.append(outer)
        at = start
        while at < end:
            _, child = around(at, start, end) if owner.get(at) != outer else (None, None)
            if child is None or child == number:
                owner[at] = number
                at += 1
            else:
                parent[child] = number
                at = accepted[child][1]
    return sorted(accepted, key=lambda span: (span[0], -span[1]))


def _ranked(targets: list[_Target]) -> list[str]:
    """Entry ids without repeats: full forms before stems, headwords before variants before acronyms."""
    ordered = sorted(targets, key=lambda target: (target[3], target[1] == How.BARE))
    return list(dict.fromkeys(target[0] for target in ordered))
