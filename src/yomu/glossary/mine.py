"""What the texts use and the glossary lacks: compounds, katakana phrases, and pairs that texts define.

A compound is a run of nouns (with their prefixes and suffixes) that holds two words and more. Of runs
within runs only those are proposed that also occur outside the longer one: of 対外有償軍事援助 always
written in full, 軍事援助 is no proposal of its own. Pairs are read from the brackets that texts put
behind a term: 対外有償軍事援助(FMS), NATO(北大西洋条約機構), 国家安全保障戦略(以下、NSS).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from yomu.glossary.fold import fold_key
from yomu.glossary.glossary import Glossary
from yomu.glossary.kana import is_kana
from yomu.glossary.matcher import Matcher
from yomu.glossary.pairs import Pair, find_pairs
from yomu.kana import to_hiragana
from yomu.model import GlossaryEntry, Token
from yomu.sentences import sentence_at

Text = tuple[str, str, Iterable[tuple[str, Sequence[Token]]]]
"""Title, date (ISO 8601 or ""), and paragraphs with their tokens."""

_KATAKANA_ONLY = re.compile(r"[ァ-ヺー・･]{3,}")
_KATAKANA = re.compile(r"[ァ-ヺー]")
_KANJI = re.compile(r"[一-鿿々]")
_MOST_WORDS = 8
_MOST_SENTENCES = 3
# Words that begin or end a run without being part of a term.
_PREFIXES = "各 同 全 両 本 当 新 元 前 旧 現 約 計 総 毎 今 昨 来 先 翌 某 諸 ・"
_SUFFIXES = "等 達 側 後 前 中 上 下 内 間 時 氏 様 者 的 以降 以上 以下 以来 以外 以内 自体 全体 同士 向け 関連 ごと たち ら ・"
_NOT_FIRST = frozenset(_PREFIXES.split())
_NOT_LAST = frozenset(_SUFFIXES.split())


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence that uses a term."""

    sentence: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term worth an entry. `known_id` names the entry that lacks the acronym or variant found.

    `kind` says how it was found; `first_date` is that of the earliest dated text, "" if none is.
    """

    headword: str
    kind: Literal["pair", "compound", "katakana"]
    count: int
    texts: int
    uses: tuple[Use, ...]
    first_date: str
    reading: str = ""
    acronym: str = ""
    en: str = ""
    variants: tuple[str, ...] = ()
    known_id: str = ""

    def entry(self, domain: str) -> GlossaryEntry:
        """The entry to start from: what is known filled in, the rest for a person to write."""
        example = self.uses[0].sentence if self.uses else ""
        return GlossaryEntry(
            id="",
            ja=self.headword,
            reading=self.reading,
            en=(self.en,) if self.en else (),
            domain=domain,
            acronym=self.acronym,
            variants=self.variants,
            example_ja=example,
        )


@dataclass(slots=True)
class _Found:
    """What has been seen of one headword so far."""

    count: int = 0
    titles: set[str] = field(default_factory=set)
    uses: list[Use] = field(default_factory=list)
    dates: set[str] = field(default_factory=set)
    reading: str = ""
    pair: Pair | None = None

    def add(self, use: Use) -> None:
        self.count += 1
        self.titles.add(use.title)
        if use.date:
            self.dates.add(use.date)
        if len(self.uses) < _MOST_SENTENCES and use not in self.uses:
            self.uses.append(use)


def mine(
    documents: Iterable[Text], glossary: Glossary, *, at_least: int = 2
) -> tuple[Proposal, ...]:
    """Propose terms: pairs first, then by count. `at_least` is how often a compound must occur."""
    miner = _Miner(glossary)
    for title, date, paragraphs in documents:
        for text, tokens in paragraphs:
            miner.read(text, tokens, title, date)
    return miner.proposals(at_least)


class _Miner:
    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._matcher = Matcher(glossary)
        self._found: dict[str, _Found] = {}
        self._grams: Counter[str] = Counter()
        self._extended: dict[str, set[str]] = {}
        """The runs that are one word longer than a run, by that run."""

    def read(self, text: str, tokens: Sequence[Token], title: str, date: str) -> None:
        known = {(match.start, match.end) for match in self._matcher.match(text, tokens)}
        paired = set()
        starts = [token.start for token in tokens]
        for pair in find_pairs(text, tokens):
            found = self._found.setdefault(pair.headword, _Found())
            found.pair = found.pair or pair
            found.add(_use(text, pair.start, title, date))
            end = pair.start + len(pair.headword)
            words = tokens[bisect_left(starts, pair.start) : bisect_left(starts, end)]
            found.reading = found.reading or _reading(words)
            paired.add((pair.start, end))
        for run in _runs(tokens):
            self._read_run(text, run, known, paired, _use(text, run[0].start, title, date))

    def _read_run(
        self,
        text: str,
        run: list[Token],
        known: set[tuple[int, int]],
        paired: set[tuple[int, int]],
        use: Use,
    ) -> None:
        for first in range(len(run)):
            for last in range(first, min(first + _MOST_WORDS, len(run))):
                words = run[first : last + 1]
                start, end = words[0].start, words[-1].end
                surface = text[start:end]
                self._grams[surface] += 1
                extended = self._extended.setdefault(surface, set())
                if first:
                    extended.add(text[run[first - 1].start : end])
                if last + 1 < len(run):
                    extended.add(text[start : run[last + 1].end])
                if (start, end) in known | paired or not _is_term(words):
                    continue
                if _cuts_katakana(text, start, end):
                    continue
                found = self._found.setdefault(surface, _Found())
                found.add(use)
                found.reading = found.reading or _reading(words)

    def proposals(self, at_least: int) -> tuple[Proposal, ...]:
        made = []
        for headword, found in self._found.items():
            if found.pair is not None:
                proposal = self._of_pair(headword, found, found.pair)
            elif found.count < at_least or self._is_piece(headword):
                continue
            else:
                proposal = _proposal(headword, found)
            if proposal is not None:
                made.append(proposal)
        return tuple(
            sorted(made, key=lambda one: (one.kind != "pair", -one.count, -len(one.headword)))
        )

    def _is_piece(self, run: str) -> bool:
        """Whether a run only ever stands within one and the same longer run."""
        return any(self._grams[longer] == self._grams[run] for longer in self._extended[run])

    def _of_pair(self, headword: str, found: _Found, pair: Pair) -> Proposal | None:
        """A proposal for a pair, None where the glossary has all of it."""
        entries = [e for e in self._glossary.find(headword) if fold_key(e.ja) == fold_key(headword)]
        if not entries:
            return _proposal(headword, found)
        entry = entries[0]
        forms = {fold_key(form) for form in (entry.acronym, entry.ja, *entry.variants) if form}
        acronym = pair.acronym if fold_key(pair.acronym) not in forms and not entry.acronym else ""
        also = pair.acronym if pair.acronym and not acronym else ""
        variants = tuple(
            form for form in (pair.short, also) if form and fold_key(form) not in forms
        )
        if not acronym and not variants:
            return None
        proposal = _proposal(headword, found)
        return replace(proposal, acronym=acronym, variants=variants, known_id=entry.id)


def _proposal(headword: str, found: _Found) -> Proposal:
    pair = found.pair or Pair(headword, 0)
    kind: Literal["pair", "compound", "katakana"] = "compound"
    if found.pair:
        kind = "pair"
    elif _KATAKANA_ONLY.fullmatch(headword):
        kind = "katakana"
    reading = to_hiragana(headword).replace("・", "") if is_kana(headword) else found.reading
    return Proposal(
        headword=headword,
        kind=kind,
        count=found.count,
        texts=len(found.titles),
        uses=tuple(found.uses),
        first_date=min(found.dates, default=""),
        reading=reading or pair.reading,
        acronym=pair.acronym,
        en=pair.en,
        variants=(pair.short,) if pair.short else (),
    )


def _use(text: str, at: int, title: str, date: str) -> Use:
    start, end = sentence_at(text, at)
    return Use(text[start:end], title, date)


def _cuts_katakana(text: str, start: int, end: int) -> bool:
    """Whether a run begins or ends within katakana: メイジ of キン|メイジ, a name the tokenizer cut."""
    return any(
        0 < at < len(text) and _KATAKANA.match(text[at - 1]) and _KATAKANA.match(text[at])
        for at in (start, end)
    )


def _runs(tokens: Sequence[Token]) -> Iterable[list[Token]]:
    """Maximal runs of nouns with their affixes."""
    run: list[Token] = []
    for token in tokens:
        if _belongs(token) or (
            run and token.surface in "・･" and _KATAKANA_ONLY.match(run[-1].surface)
        ):
            run.append(token)
        else:
            if run:
                yield run
            run = []
    if run:
        yield run


def _belongs(token: Token) -> bool:
    pos = token.pos
    if pos.startswith("名詞"):
        return "数詞" not in pos and "助動詞語幹" not in pos and not token.surface.isdigit()
    if pos.startswith("接尾辞"):
        return "名詞的-一般" in pos or "形状詞的" in pos or "名詞的-サ変可能" in pos
    return pos.startswith("接頭辞") or "形状詞-一般" in pos


def _is_term(words: Sequence[Token]) -> bool:
    """Whether a run reads as a term: two words of it with kanji, or katakana of some length."""
    first, last = words[0], words[-1]
    if first.surface in _NOT_FIRST or last.surface in _NOT_LAST:
        return False
    if first.pos.startswith("接尾辞") or last.pos.startswith("接頭辞"):
        return False
    if "副詞可能" in first.pos or "形状詞的" in last.pos:
        return False
    surface = "".join(word.surface for word in words)
    if all("固有名詞" in word.pos for word in words if word.surface != "・"):
        return False
    if _KATAKANA_ONLY.fullmatch(surface):
        return surface[-1] != "・"
    whole_words = [word for word in words if not word.pos.startswith(("接頭辞", "接尾辞"))]
    return len(surface) >= 4 and len(whole_words) >= 2 and bool(_KANJI.search(surface))


def _reading(words: Sequence[Token]) -> str:
    """The words' readings joined, "" where one is unknown."""
    readings = [
        word.reading or (to_hiragana(word.surface) if is_kana(word.surface) else "")
        for word in words
    ]
    return "".join(readings).replace("・", "") if all(readings) else ""
