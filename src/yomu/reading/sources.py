"""What each source claims about a paragraph, before anything is decided."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from yomu.kana import to_hiragana
from yomu.model import Ruby, Source
from yomu.reading.arbiter import Claim
from yomu.reading.compounds import Prefixes
from yomu.reading.corrections import Corrections, Scope
from yomu.reading.fold import Folded
from yomu.reading.kana import HAS_DIGIT, MAY_HOLD_NUMBER, all_kanji, is_reading
from yomu.reading.known import KnownReadings
from yomu.reading.tokenizer import Word
from yomu.reading.wordlist import word_list

if TYPE_CHECKING:
    from yomu.reading.numbers import NumberSpan

_COUNTED = (
    *"年月日時分人つ歳尺",
    *("十" + c for c in "代歩坪石本"),
    "号線",
    "四男",
    "五男",
    "六男",
)
"""Counters so common that a number before them is a number, whatever compound looks the same."""


class Sources:
    """Asks the person's corrections, the glossary, the text, numbers and the dictionaries."""

    def __init__(self, glossary_readings: Mapping[str, str], corrections: Corrections) -> None:
        self._glossary = KnownReadings.of(glossary_readings)
        self._corrections = corrections
        self._prefixes = Prefixes()

    def claims(
        self,
        folded: Folded,
        starts: list[int],
        words: list[Word],
        given: Sequence[Ruby],
        known: KnownReadings | None,
        document_id: str,
    ) -> list[Claim]:
        """Return all claims, which may overlap and contradict each other."""
        text = folded.text
        # not behind a digit: in 4円高 and 1議席 the counter is the number's, whatever term it begins
        stated = [
            Claim(a, b, r, Source.GLOSSARY)
            for a, b, r in self._glossary.find(text)
            if not (a and HAS_DIGIT.match(text[a - 1]))
        ]
        if known is not None:
            stated += [Claim(a, b, r, Source.TEXT) for a, b, r in known.find(text)]
        claims = _ruby(folded, given)
        if self._corrections.entries:
            for start, end, correction in self._corrections.find(text, document_id):
                claim = Claim(start, end, correction.reading, Source.PERSON)
                (claims if correction.scope is Scope.PLACE else stated).append(claim)
        if stated:
            claims += _on_borders(stated, starts, words)
        fixed = list(word_list().anywhere.find(text))
        if fixed:
            begins = set(starts)
            claims += [Claim(a, b, r, Source.RULE, 0.99) for a, b, r in fixed if a in begins]
        compounds = self._compounds(text, starts, words)
        # Not by the words' kinds: 四条, 一時 and 五男 are names and nouns to a tokenizer.
        if MAY_HOLD_NUMBER.search(text):
            numbers = _numbers(text, starts, words, compounds)
            if numbers:
                claims = _outside(claims, numbers) + numbers
        return claims + compounds

    def _compounds(self, text: str, starts: list[int], words: list[Word]) -> list[Claim]:
        """Claim the compounds that cover whole words, the longest at each place."""
        claims: list[Claim] = []
        prefixes = self._prefixes
        reached = 0
        for i in [k for k, word in enumerate(words[:-1]) if word.opens]:
            following = words[i + 1].surface
            if following[0] not in words[i].opens:
                continue
            start = starts[i]
            for surface, reading, is_name in prefixes[words[i].surface + following]:
                if not text.startswith(surface, start):
                    continue
                end = start + len(surface)
                after = bisect_left(starts, end)
                if starts[after - 1] + words[after - 1].length != end:
                    continue
                if is_name and end - start == 2 and not _name_like(words[i:after]):
                    continue
                if end > reached:
                    claims.append(Claim(start, end, reading, Source.COMPOUND, 0.97))
                    reached = end
                break
        return claims


def _ruby(folded: Folded, given: Iterable[Ruby]) -> list[Claim]:
    """Turn the source's own ruby, in the original's offsets, into claims."""
    claims = []
    for ruby in given:
        reading = to_hiragana(ruby.reading)
        start, end = folded.offset(ruby.start), folded.offset(ruby.end)
        if is_reading(reading) and 0 <= start < end <= len(folded.text):
            claims.append(Claim(start, end, reading, Source.TEXT))
    return claims


def _on_borders(claims: list[Claim], starts: list[int], words: list[Word]) -> list[Claim]:
    """Keep the claims that one border of a word supports, short ones only with both.

    A surface found by its characters may be part of other words: 方 in 方法, 上田 in 川上田中.
    A term does not cut a word that the dictionary knows: 小国 in 小|国家, 国際法 in 国際|法人.
    """
    ends = {start + word.length for start, word in zip(starts, words, strict=True)}
    begins = set(starts)
    kept = []
    for claim in claims:
        opens, closes = claim.start in begins, claim.end in ends
        if opens != closes and claim.end - claim.start > 1:
            at = claim.end - 1 if opens else claim.start
            cut = words[bisect_right(starts, at) - 1]
            if claim.source is not Source.GLOSSARY or not _read_as_kanji(cut):
                kept.append(claim)
        elif opens and closes:
            kept.append(claim)
    return kept


def _read_as_kanji(word: Word) -> bool:
    return word.known and word.reading is not None and all_kanji(word.surface)


def _outside(claims: list[Claim], numbers: list[Claim]) -> list[Claim]:
    """Leave out the glossary's terms that are only part of a number (協議 in 6者協議)."""
    begins = [number.start for number in numbers]

    def inside(claim: Claim) -> bool:
        at = bisect_right(begins, claim.start) - 1
        if claim.source is not Source.GLOSSARY or at < 0:
            return False
        number = numbers[at]
        return claim.end <= number.end and claim.end - claim.start < number.end - number.start

    return [claim for claim in claims if not inside(claim)]


def _name_like(words: list[Word]) -> bool:
    return any("固有名詞" in word.morph.pos or not word.known for word in words)


def _numbers(
    text: str, starts: list[int], words: list[Word], compounds: list[Claim]
) -> list[Claim]:
    """Claim numbers, but not kanji numerals inside a word that dictionaries know (四球, 三段跳)."""
    from yomu.reading.numbers import find_numbers, holds_numbers  # 20 ms, at the first number

    if not holds_numbers(text):
        return []
    borders = set(starts)
    borders.update([start + word.length for start, word in zip(starts, words, strict=True)])
    begins = [claim.start for claim in compounds]
    claims: list[Claim] = []
    for span in find_numbers(text, borders):
        if not HAS_DIGIT.search(text, span.start, span.end):
            at = bisect_right(starts, span.start) - 1
            same = (starts[at], starts[at] + words[at].length) == (span.start, span.end)
            if same and _is_word(words[at]) and not _is_counted(text, span, words[at]):
                continue
            at = bisect_right(begins, span.start) - 1
            compound = compounds[at] if at >= 0 and compounds[at].end >= span.end else None
            if compound is not None and not _knows_better(text, span, compound):
                continue
        for segment in span.segments:
            claims.append(Claim(segment.start, segment.end, segment.reading, Source.NUMBER, 0.99))
    return claims


def _is_counted(text: str, number: NumberSpan, word: Word) -> bool:
    """Say whether a number is one though UniDic has a word there: 十分ほど, or a name (五男 いつお)."""
    named = "固有名詞" in word.morph.pos
    return number.certain or (named and text.endswith(_COUNTED, number.start, number.end))


def _knows_better(text: str, number: NumberSpan, compound: Claim) -> bool:
    """Say whether a number is read better than the compound that covers it.

    一日 is いちにち in a dictionary, ついたち after a month; 十回 じっかい but 10回 じゅっかい.
    """
    from yomu.reading.numbers.sounds import differ_only_in_sound

    only_sound = differ_only_in_sound(compound.reading, number.reading)
    if compound.start != number.start:
        return False
    if number.certain and not only_sound:
        return True
    if text.endswith(_COUNTED, number.start, number.end):
        return True
    # 四位 is しい at court only.
    if text.endswith("四位", number.start, number.end):
        return text[number.start - 1 : number.start] not in ("正", "従")
    same_end, same_reading = compound.end == number.end, compound.reading == number.reading
    return same_end and not same_reading and only_sound


def _is_word(word: Word) -> bool:
    return word.known and word.reading is not None and "数" not in word.morph.pos
