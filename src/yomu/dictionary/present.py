"""A match as lines of text and as plain data, for the front ends: the words, not the looks."""

from __future__ import annotations

from typing import Any

from yomu.dictionary.model import DictionaryEntry, DictionaryMatch, EnglishMatch, KanjiInfo, Sense
from yomu.dictionary.tags import label


def title_of(match: DictionaryMatch) -> str:
    """The word and its reading: 盛り込む【もりこむ】."""
    if match.reading and match.reading != match.form:
        return f"{match.form}【{match.reading}】"
    return match.form


LEVELS = {5: "very common", 4: "common", 3: "fairly common", 2: "less common"}


def level_of(entry: DictionaryEntry) -> str:
    """How common a word is by JMdict's marks, as a sign and in words: **** common. Empty if unmarked."""
    name = LEVELS.get(entry.level)
    return f"{'*' * entry.level} {name}" if name else ""


def inflection_of(match: DictionaryMatch) -> str:
    """How the form in the text comes from the word, in plain words; empty where it is the word."""
    if not match.chain:
        return ""
    return f"{match.surface} ← {match.form}: " + ", then ".join(match.chain)


def sense_lines(sense: Sense) -> list[str]:
    """One sense: its glosses or own lines, what limits it, where it comes from."""
    lines = list(sense.lines) or ["; ".join(sense.glosses)]
    aside = [*sense.misc, *sense.fields, *sense.dialects, *sense.notes]
    if aside and not sense.lines:
        lines[0] += f" ({'; '.join(aside)})"
    for loan in sense.loans:
        if loan.word:
            lines.append(
                f"from {loan.language}: {loan.word}" + (" (coined in Japan)" if loan.coined else "")
            )
    return lines


def pos_of(sense: Sense) -> str:
    """The parts of speech in plain words: godan verb, transitive."""
    return ", ".join(dict.fromkeys(label(pos) for pos in sense.pos))


def match_data(match: DictionaryMatch) -> dict[str, Any]:
    """A match as JSON can hold it. Keys may be added; these keep their meaning."""
    entry = match.entry
    return {
        "start": match.start,
        "end": match.end,
        "surface": match.surface,
        "form": match.form,
        "reading": match.reading,
        "inflection": list(match.chain),
        "loan": match.loan,
        "dictionary": entry.title,
        "id": entry.id,
        "level": entry.level,
        "spellings": [spelling.text for spelling in entry.spellings],
        "readings": [reading.text for reading in entry.readings],
        "allowed": match.allowed,
        "senses": [sense_data(sense) for sense in match.senses],
    }


def sense_data(sense: Sense) -> dict[str, Any]:
    """A sense as JSON can hold it; what is empty is left out, but for the glosses."""
    values: dict[str, Any] = {
        "glosses": list(sense.glosses),
        "pos": list(sense.pos),
        "misc": list(sense.misc),
        "fields": list(sense.fields),
        "dialects": list(sense.dialects),
        "notes": list(sense.notes),
        "see": list(sense.see),
        "opposites": list(sense.opposites),
        "loans": [
            {"language": x.language, "word": x.word, "coined": x.coined} for x in sense.loans
        ],
        "lines": list(sense.lines),
    }
    return {key: value for key, value in values.items() if value or key == "glosses"}


def english_data(match: EnglishMatch) -> dict[str, Any]:
    """An answer to an English word as JSON can hold it."""
    entry = match.entry
    return {
        "form": entry.headword,
        "reading": entry.reading,
        "gloss": match.gloss,
        "exact": match.exact,
        "dictionary": entry.title,
        "id": entry.id,
        "level": entry.level,
        "sense": sense_data(match.sense),
    }


def kanji_data(info: KanjiInfo) -> dict[str, Any]:
    """A character as JSON can hold it."""
    return {
        "character": info.character,
        "meanings": list(info.meanings),
        "on": list(info.on),
        "kun": list(info.kun),
        "nanori": list(info.nanori),
        "strokes": info.strokes,
        "grade": info.grade,
        "jlpt": info.jlpt,
        "frequency": info.frequency,
    }
