"""What the dictionary says of a word, below the glossary's entry: senses, accent, characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from yomu.dictionary import DictionaryMatch, KanjiInfo, Origin, Pitch, drawn, used_readings
from yomu.dictionary.present import inflection_of, level_of, pos_of, sense_lines, title_of
from yomu.tui.pane_text import Link, PaneText
from yomu.workspace import OpenText
from yomu.workspace.lookup import LookupResult
from yomu.workspace.lookups import WordFacts

SHOWN_ENTRIES = 3
SHOWN_SENSES = 6
SHOWN_WORDS = 6

_KANJI = re.compile(r"[㐀-䶿一-鿿々]+")


FactsOf = Callable[[DictionaryMatch], WordFacts]


def describe_dictionary(
    result: LookupResult, page: PaneText, facts_of: FactsOf, *, accent: str
) -> None:
    """The best entries: headword, how common, inflection, senses, accent; the rest by name only.

    Meanings come before accents: a low pane shows six lines. `accent` is the setting `pitch_accent`.
    """
    matches = result.dictionary
    if not matches:
        return
    if result.entry or result.nested or result.around:
        page.heading("Dictionary")
    for match in matches[:SHOWN_ENTRIES]:
        _entry(match, facts_of(match), page, accent)
    others = [
        f"{match.form} {match.entry.senses[0].glosses[0]}"
        for match in matches[SHOWN_ENTRIES : SHOWN_ENTRIES + 4]
        if match.entry.senses and match.entry.senses[0].glosses
    ]
    if others:
        page.blank()
        page.text("Also: " + "; ".join(others), "quiet")


def _entry(match: DictionaryMatch, facts: WordFacts, page: PaneText, accent: str) -> None:
    page.blank()
    page.text(title_of(match), "english")
    source = match.entry.title if match.entry.origin is Origin.USER else ""
    common = [level_of(match.entry), *(f"{f.title} {f.shown}" for f in facts.frequencies), source]
    if any(common):
        page.beside("  ·  ".join(filter(None, common)), "quiet")
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
    left = len(match.senses) - SHOWN_SENSES
    if left > 0:
        page.text(f"and {left} more sense{'s' if left > 1 else ''}", "quiet")
    _accents(facts.accents, page, accent)


def _accents(accents: Sequence[tuple[str, Pitch]], page: PaneText, style: str) -> None:
    """Each pattern once: as a line over the kana, or as the number of the mora before the fall."""
    patterns = list(dict.fromkeys(pattern for _, pattern in accents))
    if style == "none" or not patterns:
        return
    # lines are ambiguous in width; where the terminal draws them wide they would not meet the kana
    if style == "line" and page.profile == "narrow":
        for pattern in patterns:
            above, kana = drawn(pattern)
            named = _sources(pattern, accents)
            page.text(above, "reading")
            page.text(kana + (f"  {named}" if named else ""), "reading")
        return
    shown = []
    for pattern in patterns:
        mark = pattern.marked if style == "line" else f"[{pattern.position}]"
        named = _sources(pattern, accents)
        shown.append(f"{mark} {named}" if named else mark)
    page.text("accent " + ", ".join(shown), "quiet")


def _sources(pattern: Pitch, accents: Sequence[tuple[str, Pitch]]) -> str:
    """Who says so, where there is more than one to say something."""
    if len({title for title, _ in accents}) < 2:
        return ""
    return ", ".join(dict.fromkeys(title for title, one in accents if one == pattern))


def describe_kanji(
    result: LookupResult,
    kanji: Sequence[KanjiInfo],
    opened: OpenText | None,
    page: PaneText,
    added: Callable[[str], Sequence[tuple[str, KanjiInfo]]],
) -> None:
    """Each character: meanings, readings with the one used here marked, and its words in this text, if any.

    `added` is asked what other dictionaries say of a character.
    """
    if not kanji:
        return
    page.heading("Characters ([ ] as read here)")
    for number, info in enumerate(kanji):
        if number:
            page.blank()
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
        for title, other in added(info.character):
            said = "; ".join(
                filter(None, (", ".join(other.meanings), "、".join((*other.on, *other.kun))))
            )
            page.text(f"{title}: {said}", "quiet", indent=2)
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
