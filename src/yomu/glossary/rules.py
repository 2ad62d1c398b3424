"""The rules of `check` that look at one entry at a time. Each yields (field, rule, message, severity)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yomu.glossary.fold import fold_key
from yomu.glossary.inflect import stem_of
from yomu.glossary.problem import Severity
from yomu.glossary.readable import Candidates, is_readable
from yomu.kana import to_hiragana
from yomu.model import GlossaryEntry

Fault = tuple[str, str, str, Severity]

_BRACKETS = dict(zip(")）]］}｝」』】〕〉》”", "(([[{{「『【〔〈《“", strict=True))
_OPENING = {**{char: char for char in "([{「『【〔〈《“"}, "（": "(", "［": "[", "｛": "{"}
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ一-鿿々]")
_ENUMERATOR = re.compile(r"(?:^|\s)[0-9a-z]{1,2}$")
_TAG = re.compile(r"<\s*/?\s*[a-zA-Z][^>]*>")
_FILLER = "a an the of is are was to for in by and or that this it term word means meaning what refers be as on with"
_FILLER_EN = frozenset(_FILLER.split())
_FILLER_JA = re.compile(
    r"という|とは|もの|こと|である|です|をいう|を指す|する|意味|用語|言葉|[のをはがにでと、。「」・（）()\s]"
)
_PROSE = ("definition_en", "definition_ja", "note", "example_ja", "example_en", "source")


def faults(
    entry: GlossaryEntry, *, complete: bool, candidates: Candidates | None
) -> Iterator[Fault]:
    """Everything that can be wrong with a well-formed entry on its own."""
    yield from _missing(entry, complete)
    yield from _reading(entry, candidates)
    yield from _renderings(entry)
    yield from _definitions(entry)
    yield from _parts(entry)
    yield from _example(entry)
    yield from _signs(entry)
    if entry.since and entry.until and entry.since[:4] > entry.until[:4]:
        yield (
            "until",
            "since-after-until",
            f"until ({entry.until}) is before since ({entry.since}). Exchange them or correct one.",
            "error",
        )


def _missing(entry: GlossaryEntry, complete: bool) -> Iterator[Fault]:
    severity: Severity = "error" if complete else "warning"
    for name in ("definition_en", "definition_ja"):
        if not getattr(entry, name):
            yield (
                "",
                "missing-field",
                f'{name} is missing. Write {name} = "…", one or two plain sentences.',
                severity,
            )


def _reading(entry: GlossaryEntry, candidates: Candidates | None) -> Iterator[Fault]:
    # What the entry's own parts say counts: 上海 しゃんはい has no kanji that reads so.
    words = {
        to_hiragana(part.ja): to_hiragana(part.reading) for part in entry.parts if part.reading
    }
    if not is_readable(entry.ja, entry.reading, candidates, words):
        which = (
            "its kana differ"
            if not is_readable(entry.ja, entry.reading)
            else "its kanji have no such readings"
        )
        yield (
            "reading",
            "reading-unlike-headword",
            f"{entry.ja} cannot be read {entry.reading}: {which}. Correct the reading.",
            "error",
        )


def _renderings(entry: GlossaryEntry) -> Iterator[Fault]:
    preferred = {fold_key(en): en for en in entry.en}
    for avoid in entry.avoid:
        if fold_key(avoid.en) in preferred:
            yield (
                "avoid",
                "preferred-avoided",
                f'"{avoid.en}" is both a rendering and one to avoid. Take it out of en or out of avoid.',
                "error",
            )
    for en in entry.en:
        if _JAPANESE.search(en):
            yield (
                "en",
                "not-english",
                f'the rendering "{en}" holds Japanese. Write it in English.',
                "error",
            )
    if entry.acronym and not re.search("[A-Za-z]", entry.acronym):
        yield (
            "acronym",
            "bad-acronym",
            f'acronym must have Latin letters, got "{entry.acronym}". Put Japanese short forms in variants.',
            "error",
        )


def _definitions(entry: GlossaryEntry) -> Iterator[Fault]:
    if entry.definition_en:
        own = {word for en in entry.en for word in _words(en)} | set(_words(entry.acronym))
        rest = [w for w in _words(entry.definition_en) if w not in own and w not in _FILLER_EN]
        if not rest:
            yield (
                "definition_en",
                "definition-repeats",
                "definition_en only repeats the rendering. Say what it is.",
                "error",
            )
        if len(_JAPANESE.findall(entry.definition_en)) * 3 > len(entry.definition_en):
            yield (
                "definition_en",
                "not-english",
                "definition_en is Japanese. Write it in English.",
                "error",
            )
    if entry.definition_ja:
        rest_ja = fold_key(entry.definition_ja)
        for form in sorted((entry.ja, *entry.variants, entry.reading), key=len, reverse=True):
            rest_ja = rest_ja.replace(fold_key(form), "")
        if len(_FILLER_JA.sub("", rest_ja)) < 4:
            yield (
                "definition_ja",
                "definition-repeats",
                "definition_ja only repeats the headword. Say what it is.",
                "error",
            )
        if not _KANA.search(entry.definition_ja):
            yield (
                "definition_ja",
                "not-japanese",
                "definition_ja holds no kana. Write it in Japanese.",
                "error",
            )


def _parts(entry: GlossaryEntry) -> Iterator[Fault]:
    at = 0
    headword = fold_key(entry.ja)
    for part in entry.parts:
        folded = fold_key(part.ja)
        found = headword.find(folded, at)
        if found < 0:
            yield (
                "parts",
                "parts-unlike-headword",
                f"the part {part.ja} does not stand in {entry.ja}, or not in this order. Correct parts.",
                "error",
            )
            return
        at = found + len(folded)
    readings = to_hiragana("".join(part.reading for part in entry.parts)).replace("・", "")
    joined = "".join(fold_key(part.ja) for part in entry.parts)
    told = joined == headword and all(part.reading for part in entry.parts)
    if told and readings != entry.reading:
        yield (
            "parts",
            "parts-unlike-reading",
            f"the readings of parts join to {readings}, the reading is {entry.reading}. Correct one.",
            "error",
        )


def _example(entry: GlossaryEntry) -> Iterator[Fault]:
    if entry.example_ja:
        text = fold_key(entry.example_ja)
        forms = [fold_key(form) for form in (entry.ja, entry.acronym, *entry.variants) if form]
        if not any(form in text or (stem_of(form) or form) in text for form in forms):
            yield (
                "example_ja",
                "example-without-term",
                f"the example does not use {entry.ja}. Write a sentence that does.",
                "error",
            )
    for one, other in (("example_ja", "example_en"), ("example_en", "example_ja")):
        if getattr(entry, one) and not getattr(entry, other):
            yield one, "half-example", f"{one} stands without {other}. Write both.", "warning"


def _signs(entry: GlossaryEntry) -> Iterator[Fault]:
    fields = [("ja", entry.ja), *(("variants", text) for text in entry.variants)]
    fields += [("en", text) for text in entry.en]
    fields += [(name, getattr(entry, name)) for name in _PROSE]
    for name, text in fields:
        if fault := _unbalanced(text):
            yield name, "unbalanced-brackets", f"{name}: {fault}", "error"
        if tag := _TAG.search(text):
            yield (
                name,
                "markup",
                f"{name} holds {tag[0][:40]}, which is shown as it is. Write plain text.",
                "warning",
            )
    for see in entry.see:
        if see == entry.id:
            yield "see", "see-itself", "see names the entry itself. Take it out.", "error"


def _unbalanced(text: str) -> str:
    """What is wrong with the brackets of a text, "" if nothing is."""
    waiting: list[str] = []
    for at, char in enumerate(text):
        if char in _OPENING:
            waiting.append(_OPENING[char])
        elif char in _BRACKETS:
            if not waiting and _ENUMERATOR.search(text, 0, at):
                continue
            if not waiting:
                return f"{char} closes nothing. Add the opening bracket or delete it."
            if waiting[-1] != _BRACKETS[char]:
                return f"{char} closes {waiting[-1]}. Close the inner bracket first."
            waiting.pop()
    return f"{waiting[-1]} is not closed. Close it." if waiting else ""


def _words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", text.lower())]
