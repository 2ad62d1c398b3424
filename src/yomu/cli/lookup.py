"""`yomu lookup`: what yomu knows of a word."""

from __future__ import annotations

from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.entry_text import print_entry
from yomu.dictionary import DictionaryEntry, DictionaryMatch, EnglishMatch, Sense, label
from yomu.errors import YomuError
from yomu.export.contract import entry_object
from yomu.terminal import safe, safe_line
from yomu.workspace import Workspace

SHOWN = 8


@click.command()
@click.argument("word")
@click.option("--sentence", help="The sentence it stands in: its neighbours help to choose.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def lookup(word: str, sentence: str | None, form: str) -> None:
    """Look WORD up: Japanese in any form, kana, an acronym, or English.

    The glossary answers first, then the dictionary.
    """
    workspace = make_workspace()
    entries = workspace.find_entries(word)
    found = _in_dictionary(workspace, word, sentence)
    dictionary = workspace.dictionary
    tell_notices(workspace)
    if form == "json":
        print_json(
            {
                "query": word,
                "glossary": [entry_object(entry) for entry in entries],
                "dictionary": [_object(match) for match in found],
                "attribution": dictionary.attribution if found else None,
                "dictionary_date": dictionary.age or None,
            }
        )
        return
    if not entries and not found:
        close = workspace.suggest(word)
        missing = f" {dictionary.problem}" if not dictionary.available else ""
        raise YomuError(
            f"{safe_line(word)} is not in the glossary and in no dictionary.{missing}",
            f"Near it: {', '.join(close)}." if close else "Look it up as it stands in the text.",
        )
    for number, entry in enumerate(entries):
        if number:
            print()
        print_entry(entry)
    if found:
        if entries:
            print()
        for match in found[:SHOWN]:
            _print_match(match)
        print(f"\n{dictionary.attribution} As of {dictionary.age}.")


def _in_dictionary(
    workspace: Workspace, word: str, sentence: str | None
) -> list[DictionaryMatch | EnglishMatch]:
    dictionary = workspace.dictionary
    if word.isascii() and not sentence:
        english = list(dictionary.search_english(word))
        return [*english] if english else [*dictionary.lookup_word(word)]
    tokens = workspace.reader.read(sentence) if sentence else ()
    return [*dictionary.lookup_word(word, sentence=sentence, tokens=tokens)]


def _object(match: DictionaryMatch | EnglishMatch) -> dict[str, Any]:
    entry = match.entry
    senses = match.senses if isinstance(match, DictionaryMatch) else (match.sense,)
    found: dict[str, Any] = {
        "headword": entry.headword,
        "reading": _reading(match),
        "spellings": [spelling.text for spelling in entry.spellings],
        "senses": [_sense_object(sense) for sense in senses],
        "level": entry.level,
        "source": entry.title,
    }
    if isinstance(match, DictionaryMatch):
        found |= {"form": match.form, "chain": list(match.chain)}
    return found


def _sense_object(sense: Sense) -> dict[str, Any]:
    return {
        "pos": [label(code) for code in sense.pos],
        "glosses": list(sense.glosses or sense.lines),
        "notes": [*sense.misc, *sense.fields, *sense.notes],
    }


def _reading(match: DictionaryMatch | EnglishMatch) -> str:
    return match.reading if isinstance(match, DictionaryMatch) else match.entry.reading


def _print_match(match: DictionaryMatch | EnglishMatch) -> None:
    entry: DictionaryEntry = match.entry
    reading = _reading(match)
    common = "*" * (entry.level - 1) if entry.level > 1 else ""
    head = "  ".join(
        part
        for part in (entry.headword, reading if reading != entry.headword else "", common)
        if part
    )
    lines = [head]
    if isinstance(match, DictionaryMatch):
        if match.chain:
            lines.append(f"  {', then '.join(match.chain)}")
        senses = match.senses
    else:
        senses = (match.sense,)
    for number, sense in enumerate(senses, 1):
        named = ", ".join(label(code) for code in sense.pos)
        notes = ", ".join((*sense.misc, *sense.fields))
        extra = "  ".join(f"[{part}]" for part in (named, notes) if part)
        lines.append(f"  {number}. {'; '.join(sense.glosses or sense.lines)}  {extra}".rstrip())
    print(safe("\n".join(lines)))
