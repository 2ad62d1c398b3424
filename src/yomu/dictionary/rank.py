"""Which of several entries a place in a text means.

The longest stretch wins, and within one stretch points for every sign that agrees: spelling,
part of speech, the resolved reading, UniDic's own word, commonness. The weights were set on the
words of two texts (docs/dictionary.md); what matters is their order, reading over part of speech over
commonness.
"""

from __future__ import annotations

from collections.abc import Sequence

from yomu.dictionary.agreement import fits
from yomu.dictionary.kana import is_kana
from yomu.dictionary.model import DictionaryEntry, Origin
from yomu.dictionary.spans import Candidate
from yomu.dictionary.tags import IRREGULAR, RARE
from yomu.kana import to_hiragana
from yomu.model import Token

_SURNAME, _GIVEN = frozenset({"surname"}), frozenset({"given name", "female name", "male name"})
_PLACE = frozenset({"place", "station"})
_PEOPLE = frozenset({"person"})


def read_aloud(tokens: Sequence[Token]) -> str:
    """The tokens in hiragana."""
    return "".join(token.reading or to_hiragana(token.surface) for token in tokens)


def expected_readings(candidate: Candidate, tokens: Sequence[Token]) -> frozenset[str]:
    """How `candidate.form` should be read here, in hiragana; empty where that cannot be told.

    The reading of the surface, its tail changed as the tail of the spelling changes:
    盛り込ま/もりこま → 盛り込む/もりこむ.
    """
    first, last = candidate.tokens
    covered = tokens[first : last + 1]
    found: set[str] = set()
    form, surface = candidate.form, candidate.surface
    spoken = read_aloud(covered)
    if (covered[0].start, covered[-1].end) != (candidate.start, candidate.end):
        return frozenset()
    same = 0
    while same < min(len(form), len(surface)) and form[same] == surface[same]:
        same += 1
    tail = to_hiragana(surface[same:])
    if spoken.endswith(tail) and is_kana(tail + to_hiragana(form[same:]) + "あ"):
        stem = spoken[: len(spoken) - len(tail)] if tail else spoken
        found.add(stem + to_hiragana(form[same:]))
    if candidate.how == 3:
        found.add(to_hiragana(form))
    head = covered[0].morph
    if not found and head.lemma_reading and form in (head.lemma, head.headword):
        found.add(to_hiragana(head.lemma_reading))
    return frozenset(reading for reading in found if is_kana(reading))


def readings_of(entry: DictionaryEntry) -> frozenset[str]:
    """The entry's readings in hiragana."""
    return frozenset(to_hiragana(reading.text) for reading in entry.readings)


def best_reading(entry: DictionaryEntry, form: str, expected: frozenset[str]) -> str:
    """The entry's reading that is expected, else the first that reads `form`."""
    usable = [
        reading
        for reading in entry.readings
        if not reading.spellings or form in reading.spellings or reading.text == form
    ] or list(entry.readings)
    for reading in usable:
        if to_hiragana(reading.text) in expected:
            return reading.text
    for reading in usable:
        if reading.text == form:
            return reading.text
    return usable[0].text if usable else ""


def points(
    candidate: Candidate, entry: DictionaryEntry, tokens: Sequence[Token], *, named: bool
) -> float:
    """How well an entry agrees with a place, among the entries for the same stretch.

    `named`: the place holds a proper noun.
    """
    first, last = candidate.tokens
    single = first == last
    head = tokens[first]
    if entry.origin is Origin.NAMES:
        return _name_points(candidate, entry, tokens, named)
    score = _spelling_points(candidate, entry, head)
    expected = expected_readings(candidate, tokens)
    if expected:
        score += 30 if expected & readings_of(entry) else -20
    if candidate.word_class and candidate.form == head.lemma:
        # 結びつけられる is 結びつける to UniDic, though 結びつく could make it too
        score += 15
    affix = affix_position(tokens, first, last)
    if candidate.start > head.start:
        affix = frozenset({"ctr"})  # what is left of a number: 42人
    if affix and any(affix & set(sense.pos) for sense in entry.senses[:1]):
        score += 16
    score += _pos_points(candidate, entry, tokens, single)
    score += 3 * entry.level
    if all(RARE.intersection(sense.misc) for sense in entry.senses):
        score -= 25
    if candidate.how:
        score -= 6 * candidate.how
    score -= min(len(candidate.chain), 4)
    if named:
        score += 25 if _is_name(entry) else -35
    return score


def _spelling_points(candidate: Candidate, entry: DictionaryEntry, head: Token) -> float:
    """Points for how the entry is written."""
    form = candidate.form
    spellings = {spelling.text: spelling for spelling in entry.spellings}
    score = 0.0
    if form in spellings:
        score += 20
        if IRREGULAR.intersection(spellings[form].notes):
            score -= 8
        if form == entry.spellings[0].text:
            score += 10
    if is_kana(form):
        usually = not spellings or any("usually kana" in s.misc for s in entry.senses[:2])
        score += 14 if usually else -4
        if any(r.text == form and (r.apart or r.priorities) for r in entry.readings):
            score += 4
    headword = head.morph.headword
    if headword and not is_kana(headword):
        if headword in spellings:
            # written in kanji, the form itself says more than UniDic's spelling of it (指す, 差す)
            score += 22 if is_kana(form) else 4
        elif form == head.lemma and is_kana(form) and spellings:
            score -= 6
    return score


def _pos_points(
    candidate: Candidate, entry: DictionaryEntry, tokens: Sequence[Token], single: bool
) -> float:
    """Points for a part of speech that goes with UniDic's; the first senses count most."""
    first = candidate.tokens[0]
    if candidate.word_class:
        if candidate.word_class == "vs" and tokens[first].pos.startswith("名詞"):
            return 25
        verbal = tokens[first].pos.startswith(("動詞", "形容詞", "助動詞", "接尾辞", "形状詞"))
        return 25 if verbal or not single else -10
    if single:
        where = [fits(tokens[first].pos, sense) for sense in entry.senses]
        if not any(where):
            return -25
        return 25 - 3 * min(where.index(True), 4)
    # what the dictionary has as it stands is more than an inflection of its parts (非常に)
    whole = {pos for sense in entry.senses for pos in sense.pos}
    if whole & {"exp", "conj", "prt", "adv", "aux", "int", "adj-pn"}:
        return 55
    return 35


def _is_name(entry: DictionaryEntry) -> bool:
    """Whether a word of JMdict is a proper noun: its gloss has a capital (Russia)."""
    gloss = entry.senses[0].glosses[0] if entry.senses[0].glosses else ""
    return gloss[:1].isupper() or "(the) " in gloss


def _name_points(
    candidate: Candidate, entry: DictionaryEntry, tokens: Sequence[Token], named: bool
) -> float:
    """Points for a name: its kind as UniDic says (人名-姓), its reading as resolved."""
    first, last = candidate.tokens
    pos = tokens[first].pos
    kinds = {kind for sense in entry.senses for kind in sense.misc}
    score = 20.0 if named else -30.0
    if first == last:
        wanted = (
            _SURNAME if pos.endswith("姓") else _GIVEN if pos.endswith("-名") else
            _PLACE if "地名" in pos else _SURNAME | _GIVEN | _PEOPLE
        )  # fmt: skip
        score += 20 if kinds & wanted else 0
        if "国" in pos and any("(country)" in g for s in entry.senses for g in s.glosses):
            score += 5
    elif kinds & _PEOPLE or kinds & {"organization", "company", "place"}:
        score += 10
    expected = expected_readings(candidate, tokens)
    if expected:
        score += 30 if expected & {to_hiragana(r.text) for r in entry.readings} else -20
    if candidate.form in {s.text for s in entry.spellings} or not entry.spellings:
        score += 15
    return score - 6 * candidate.how


def affix_position(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """JMdict's parts of speech that standing right before or after a noun speaks for.

    元 in 元駐米大使 is former, not origin.
    """
    if first != last or len(tokens[first].surface) != 1 or not tokens[first].pos.startswith("名詞"):
        return frozenset()
    before = tokens[first - 1].pos if first else ""
    after = tokens[last + 1].pos if last + 1 < len(tokens) else ""
    if "数詞" in before:
        return frozenset({"ctr"})
    if after.startswith("名詞") and not before.startswith(("名詞", "接頭辞")):
        return frozenset({"pref", "n-pref"})
    if before.startswith("名詞") and not after.startswith("名詞"):
        return frozenset({"suf", "n-suf"})
    return frozenset()
