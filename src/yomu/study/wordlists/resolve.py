"""From the words of a list to what a status belongs to: dictionary forms, and terms of the glossary."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from yomu.kana import to_hiragana
from yomu.model import Status, Token
from yomu.store.knowledge import Item
from yomu.study.content import can_have_status
from yomu.study.known import item_of
from yomu.study.wordlists.model import KANJI, Entry, LeftOut

Read = Callable[[str], Sequence[Token]]
Headwords = Callable[[Collection[str]], Collection[str]]

_SURE = re.compile(f"{KANJI.pattern}|[ァ-ヺ]{{3}}")
_INFLECTS = ("動詞", "形容詞")
_ENDINGS = ("助動詞", "助詞-接続助詞", "動詞-非自立可能", "形容詞-非自立可能", "接尾辞-動詞的")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a list is about. `statuses` has what the list itself says of an item, or None.

    `brought_back` counts the inflected words among them, `several` those that yomu reads as
    several words and that are no term. `parts` maps those words to the one they are in: a text
    has 喫茶 and 店, so it is by them that somebody knows 喫茶店 there.
    """

    statuses: dict[Item, Status | None] = field(default_factory=dict)
    parts: dict[Item, Item] = field(default_factory=dict)
    repeated: tuple[LeftOut, ...] = ()
    brought_back: int = 0
    several: int = 0


def resolve(
    entries: Sequence[Entry], read: Read, terms: Mapping[str, Sequence[str]], headwords: Headwords
) -> Resolved:
    """Bring the words of a list to their dictionary forms, each once.

    `read` splits a text into tokens, `terms` maps a headword of the glossary to the ids of its
    entries, `headwords` gives those of many words that a dictionary lists as they are (早く and
    泳ぎ are not only inflections).
    """
    analysed = [_words(read(entry.word)) for entry in entries]
    doubtful = {
        entry.word
        for entry, tokens in zip(entries, analysed, strict=True)
        if len(tokens) != 1 or tokens[0].lemma != entry.word
    }
    listed = set(headwords(doubtful))
    statuses: dict[Item, Status | None] = {}
    parts: dict[Item, Item] = {}
    first_line: dict[Item, int] = {}
    repeated: list[LeftOut] = []
    brought_back = several = 0
    for entry, tokens in zip(entries, analysed, strict=True):
        items = [Item(entry.word, "", entry_id) for entry_id in terms.get(entry.word, ())]
        if not (items and len(tokens) > 1):
            items += _items(entry, tokens, entry.word in listed)
        new = [item for item in items if item not in statuses]
        if not new:
            line = first_line[items[0]]
            if line != entry.line:
                repeated.append(LeftOut(entry.line, entry.word, f"the same as line {line}"))
            continue
        for item in new:
            statuses[item] = entry.status
            first_line[item] = entry.line
        words = [item for item in new if not item.entry_id]
        brought_back += any(item.lemma != entry.word for item in words)
        if len(tokens) > 1 and any(item.lemma == entry.word for item in words):
            several += 1
            for part in _parts(entry, tokens):
                parts.setdefault(part, words[0])
    return Resolved(statuses, parts, tuple(repeated), brought_back, several)


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.surface.strip()]


def _items(entry: Entry, tokens: list[Token], listed: bool) -> list[Item]:
    """The word as a status knows it: its dictionary form; as given where it has none."""
    given = Item(entry.word, entry.reading)
    if not tokens:
        return [given]
    first, rest = tokens[0], tokens[1:]
    if not rest and first.lemma == entry.word:
        # The reader's own key, where it reads the word so: UniDic files 明日 あした under あす.
        usual = item_of(first)
        return [usual if entry.reading in (usual.reading, first.reading) else given]
    base = Item(first.lemma, (item_of(first).reading if entry.reading else ""))
    if not rest:
        if entry.reading and entry.reading != (first.reading or to_hiragana(first.surface)):
            return [given]
        return [given, base] if listed else [base]
    if listed or not _is_inflected(first, rest):
        return [given]
    return [base]


def _parts(entry: Entry, tokens: list[Token]) -> list[Item]:
    """The words inside, where they are read as the list says; hiragana is cut too uncertainly."""
    reading = "".join(token.reading or to_hiragana(token.surface) for token in tokens)
    if entry.reading not in ("", reading):
        return []
    return [item_of(t) for t in tokens if can_have_status(t) and _SURE.search(t.surface)]


def _is_inflected(first: Token, rest: list[Token]) -> bool:
    """Whether the words are one and its endings: 食べ|まし|た, 勉強|する, 静か|な."""
    if first.pos.startswith(_INFLECTS):
        return all(token.pos.startswith(_ENDINGS) for token in rest)
    if "サ変可能" in first.pos and rest[0].morph.headword == "為る":
        return all(token.pos.startswith(_ENDINGS) for token in rest)
    if first.pos.startswith("形状詞") or "形状詞可能" in first.pos:
        return len(rest) == 1 and rest[0].lemma == "だ"
    return False
