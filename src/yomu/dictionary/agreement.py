"""What UniDic's part of speech allows of JMdict's, and the senses in that order."""

from __future__ import annotations

import re

from yomu.dictionary.model import DictionaryEntry, Sense
from yomu.dictionary.tags import RARE

_NOUN = frozenset({"n", "vs", "adj-no", "n-suf", "n-pref", "exp", "n-pr", "unc"})
_VERB_HEADS = ("v1", "v5", "vs-", "vz", "vk", "vn", "vr", "v-")

_ALLOWED: tuple[tuple[str, frozenset[str]], ...] = (
    # the first row that the UniDic part of speech begins with counts
    ("名詞-普通名詞-サ変形状詞可能", _NOUN | {"adj-na"}),
    ("名詞-普通名詞-サ変可能", _NOUN),
    ("名詞-普通名詞-形状詞可能", _NOUN | {"adj-na", "adj-t"}),
    ("名詞-普通名詞-副詞可能", _NOUN | {"adv", "adv-to", "ctr"}),
    ("名詞-普通名詞-助数詞可能", _NOUN | {"ctr", "suf"}),
    ("名詞-数詞", frozenset({"num", "n", "ctr", "pref"})),
    ("名詞-助動詞語幹", frozenset({"aux", "n", "adj-na", "suf", "n-suf"})),
    ("名詞", _NOUN | {"adj-na"}),
    ("代名詞", frozenset({"pn", "n", "exp"})),
    ("形容詞", frozenset({"adj-i", "adj-ix", "aux-adj", "adj-ku", "adj-shiku"})),
    ("形状詞-タリ", frozenset({"adj-t", "adv-to"})),
    ("形状詞-助動詞語幹", frozenset({"aux", "adj-na", "suf", "n-suf", "aux-adj"})),
    ("形状詞", frozenset({"adj-na", "adj-no", "adj-t", "adj-nari", "adj-f", "vs"})),
    ("副詞", frozenset({"adv", "adv-to"})),
    ("連体詞", frozenset({"adj-pn", "adj-f", "adj-t", "adj-no"})),
    ("接続詞", frozenset({"conj"})),
    ("感動詞", frozenset({"int"})),
    ("接頭辞", frozenset({"pref", "n-pref", "adj-pn", "adj-f", "adv"})),
    ("接尾辞-名詞的-助数詞", frozenset({"ctr", "suf", "n-suf"})),
    ("接尾辞-名詞的", frozenset({"suf", "n-suf", "ctr"})),
    ("接尾辞-動詞的", frozenset({"suf", "aux-v"})),
    ("接尾辞-形容詞的", frozenset({"suf", "aux-adj", "adj-i"})),
    ("接尾辞-形状詞的", frozenset({"suf", "n-suf"})),
    ("助動詞", frozenset({"aux", "aux-v", "cop", "aux-adj"})),
    ("助詞-接続助詞", frozenset({"prt", "conj"})),
    ("助詞", frozenset({"prt"})),
)  # fmt: skip


def allows(unidic: str, pos: str) -> bool:
    """Whether a sense of part of speech `pos` (JMdict's code) fits a word UniDic calls `unidic`."""
    if unidic.startswith("動詞"):
        return pos.startswith(_VERB_HEADS) or (pos == "aux-v" and "非自立" in unidic)
    for head, allowed in _ALLOWED:
        if unidic.startswith(head):
            return pos in allowed
    return True


def fits(unidic: str, sense: Sense) -> bool:
    """Whether a sense fits: by its main part of speech, a suffix only where UniDic says suffix."""
    if not sense.pos:
        return True
    if unidic.startswith(("名詞", "代名詞")) and "固有名詞" not in unidic:
        # a sense for suffix use only (n-suf) stands below the noun itself
        main = [pos for pos in sense.pos if pos not in ("n-suf", "n-pref")]
        return any(allows(unidic, pos) for pos in main)
    return any(allows(unidic, pos) for pos in sense.pos)


def order_senses(
    entry: DictionaryEntry,
    unidic: str,
    form: str,
    reading: str,
    word_class: str = "",
    *,
    bound: bool = False,
) -> tuple[tuple[Sense, ...], int]:
    """The senses that fit first, each group in the dictionary's order, and how many fit.

    A sense fits whose part of speech goes with `unidic` (any, where that is empty), which this
    spelling and reading may have, and which is not rare while others are not. `word_class` is
    the class that undoing the inflection asked for. `bound`: the word helps a verb before it
    (して[みる]), so its senses as an auxiliary go first.
    """
    fitting: list[Sense] = []
    rest: list[Sense] = []
    for sense in entry.senses:
        good = not sense.spellings or form in sense.spellings or form in entry_readings(entry)
        good = good and (not sense.readings or not reading or reading in sense.readings)
        if word_class:
            good = good and word_class in sense.pos
        elif unidic:
            good = good and fits(unidic, sense)
        (fitting if good else rest).append(sense)
    if not fitting:
        return entry.senses, 0

    def place(sense: Sense) -> tuple[bool, bool, bool, int]:
        main = not unidic or not sense.pos or allows(unidic, sense.pos[0])
        rare = bool(RARE.intersection(sense.misc))
        return (bound and "aux-v" not in sense.pos, rare, not main, _spelled_for(sense, form))

    return (*sorted(fitting, key=place), *rest), len(fitting)


def _spelled_for(sense: Sense, form: str) -> int:
    """-1 for a sense that this spelling is usual for, 1 for one of another spelling (esp. 空ける)."""
    for note in sense.notes:
        usual = _USUAL_SPELLING.match(note)
        if usual:
            return -1 if form in usual[1].split(", ") else 1
    return 0


_USUAL_SPELLING = re.compile(
    r"(?:esp\.|usu\.) ((?:[ぁ-ゖ々一-鿿]*[一-鿿][ぁ-ゖ々一-鿿]*(?:, )?)+)$"
)


def entry_readings(entry: DictionaryEntry) -> tuple[str, ...]:
    return tuple(reading.text for reading in entry.readings)
