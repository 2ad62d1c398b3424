"""What the dictionary says of a word, below the glossary's entry: senses, accent, characters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yomu.dictionary import DictionaryMatch, KanjiInfo, pitches, used_readings
from yomu.dictionary.present import inflection_of, pos_of, sense_lines, title_of
from yomu.tui.pane_text import Link, PaneText
from yomu.workspace import OpenText
from yomu.workspace.lookup import LookupResult

SHOWN_ENTRIES = 3
SHOWN_SENSES = 6
SHOWN_WORDS = 6

_KANJI = re.compile(r"[㐀-䶿一-鿿々]+")


def describe_dictionary(result: LookupResult, page: PaneText) -> None:
    """The best entries: headword, reading, how common, inflection, senses; the rest by name only."""
    matches = result.dictionary
    if not matches:
        return
    page.heading("Dictionary")
    for match in matches[:SHOWN_ENTRIES]:
        _entry(match, result, page)
    others = [
        f"{match.form} {match.entry.senses[0].glosses[0]}"
        for match in matches[SHOWN_ENTRIES : SHOWN_ENTRIES + 4]
        if match.entry.senses and match.entry.senses[0].glosses
    ]
    if others:
        page.text("Also: " + "; ".join(others), "quiet")


def _entry(match: DictionaryMatch, result: LookupResult, page: PaneText) -> None:
    page.blank()
    common = "  " + "*" * (match.entry.level - 1) if match.entry.level > 1 else ""
    page.text(title_of(match) + common, "english")
    if match.chain:
        page.text(inflection_of(match), "quiet")
    if match.loan:
        page.text(f"from {match.loan}", "quiet")
    word_class = ""
    allowed = match.allowed or len(match.senses)
    for number, sense in enumerate(match.senses[:SHOWN_SENSES], 1):
        named = pos_of(sense)
        if named and named != word_class:
            word_class = named
            page.text(named, "quiet")
        style = "" if number <= allowed else "quiet"
        first, *more = sense_lines(sense)
        page.text(f"{number}. {first}", style)
        for line in more:
            page.text(line, style, indent=3)
    accent = _accent(match, result)
    if accent:
        page.text(accent, "quiet")


def _accent(match: DictionaryMatch, result: LookupResult) -> str:
    """Pitch by UniDic: ＼ where the voice falls, and the number of the mora before it (0: nowhere)."""
    for token in result.tokens:
        morph = token.morph
        if morph.lemma_reading and match.reading == morph.lemma_reading:
            shown = []
            for pattern in pitches(morph.accent, morph.lemma_reading):
                morae = "".join(
                    f"{mora}{'＼' if position + 1 == pattern.position else ''}"
                    for position, mora in enumerate(pattern.morae)
                )
                shown.append(f"{morae} [{pattern.position}] {pattern.name}")
            if shown:
                return "Accent " + ", ".join(shown)
    return ""


def describe_kanji(
    result: LookupResult, kanji: Sequence[KanjiInfo], opened: OpenText | None, page: PaneText
) -> None:
    """Each character: meanings, readings with the one used here marked, and its words in this text, if any."""
    if not kanji:
        return
    page.heading("Characters")
    for info in kanji:
        page.text(f"{info.character}  {', '.join(info.meanings[:4])}")
        used = used_readings(info, result.reading)
        readings = [
            f"[{reading}]" if reading in used else reading
            for reading in (*info.on[:4], *info.kun[:5])
        ]
        page.text("、".join(readings), "reading", indent=2)
        facts = [f"{info.strokes} strokes"]
        if info.grade:
            facts.append(
                f"grade {info.grade}" if info.grade < 8 else "jōyō" if info.grade == 8 else "names"
            )
        if info.jlpt:
            facts.append(f"old JLPT {info.jlpt}")
        page.text(", ".join(facts), "quiet", indent=2)
        words = words_with(opened, info.character, apart_from=result.surface) if opened else []
        for word, paragraph, at in words:
            page.text(f"> {word}", "link", indent=2, link=Link(paragraph, at, at + len(word)))


def words_with(opened: OpenText, character: str, *, apart_from: str) -> list[tuple[str, int, int]]:
    """Kanji words of this text that hold a character: the word, its paragraph and offset, once each."""
    found: dict[str, tuple[int, int]] = {}
    for paragraph in opened.document.paragraphs:
        if character not in paragraph.text:
            continue
        for run in _KANJI.finditer(paragraph.text):
            word = run.group()
            if character in word and word not in apart_from and apart_from not in word:
                found.setdefault(word, (paragraph.index, run.start()))
        if len(found) >= SHOWN_WORDS:
            break
    return [(word, *place) for word, place in list(found.items())[:SHOWN_WORDS]]
