"""`yomu lookup`: what yomu knows of a word."""

from __future__ import annotations

import sys
from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.entry_text import print_entry
from yomu.dictionary import DictionaryMatch, EnglishMatch
from yomu.dictionary.present import (
    english_data,
    inflection_of,
    level_of,
    match_data,
    pos_of,
    sense_lines,
    title_of,
)
from yomu.errors import YomuError
from yomu.export.contract import entry_object
from yomu.model import GlossaryEntry
from yomu.terminal import safe, safe_line
from yomu.workspace import Workspace

SHOWN = 8
NEAR = 5
LONGEST_SHOWN = 40


@click.command()
@click.argument("word")
@click.option("--sentence", help="The sentence it stands in: its neighbours help to choose.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def lookup(word: str, sentence: str | None, form: str) -> None:
    """Look WORD up in the glossary and the dictionaries.

    WORD is Japanese in any form, kana, an acronym, or English.

    The glossary answers first, then the dictionary; terms of the glossary that only hold
    the word come last, by name. What is looked up on a terminal counts in `yomu history`.
    """
    word = word.strip()
    if not word:
        raise YomuError("There is no word to look up.", "Give one, as in: yomu lookup 同盟")
    workspace = make_workspace()
    entries = workspace.find_entries(word)
    found = _in_dictionary(workspace, word, sentence)
    dictionary = workspace.dictionary
    tell_notices(workspace)
    if form == "json":
        print_json(
            {
                "query": word,
                "glossary": [_entry_object(workspace, entry, word) for entry in entries],
                "dictionary": [_object(match) for match in found],
                "attribution": dictionary.attribution if found else None,
                "dictionary_date": dictionary.age or None,
            }
        )
        return
    exact = [entry for entry in entries if _answers(workspace, entry, word)]
    near = [entry for entry in entries if entry not in exact and _mentions(entry, word)][:NEAR]
    if not exact and not near and not found:
        close = workspace.suggest(word)
        missing = f" {dictionary.problem}" if not dictionary.available else ""
        raise YomuError(
            f"{_short(safe_line(word))} is not in the glossary and in no dictionary.{missing}",
            f"Near it: {', '.join(close)}." if close else "Look it up as it stands in the text.",
        )
    for number, entry in enumerate(exact):
        if number:
            print()
        if word in entry.variants:
            print(f"{word}  {workspace.reading_of_word(word)}: another form of")
        print_entry(entry)
    if found:
        if exact:
            print()
        for match in found[:SHOWN]:
            _print_match(match)
        print(f"\n{dictionary.attribution} As of {dictionary.age}.")
    if near:
        print("\nIn the glossary, near it:" if exact or found else "In the glossary, near it:")
        for entry in near:
            print(safe(f"  {entry.ja}  {entry.reading}  {entry.en[0]}"))
    if sys.stdout.isatty() and not word.isascii():
        _note(workspace, exact, found, sentence)


def _short(word: str) -> str:
    return word if len(word) <= LONGEST_SHOWN else word[: LONGEST_SHOWN - 1] + "…"


def _answers(workspace: Workspace, entry: GlossaryEntry, word: str) -> bool:
    """Whether an entry is about the word, and does not only mention it."""
    english = {text.lower() for text in (*entry.en, entry.acronym)}
    named = word.lower() in english or word in (entry.id, entry.reading)
    return named or entry in workspace.glossary.find(word)


def _mentions(entry: GlossaryEntry, word: str) -> bool:
    """Whether a term or its English holds the word: a definition that does is too far away."""
    return any(word.lower() in text.lower() for text in (entry.ja, *entry.variants, *entry.en))


def _entry_object(workspace: Workspace, entry: GlossaryEntry, word: str) -> dict[str, Any]:
    """An entry; with `form` and `form_reading` where the word is another form of its headword."""
    value = entry_object(entry)
    if word in entry.variants:
        value |= {"form": word, "form_reading": workspace.reading_of_word(word)}
    return value


def _note(
    workspace: Workspace,
    exact: list[GlossaryEntry],
    found: list[DictionaryMatch | EnglishMatch],
    sentence: str | None,
) -> None:
    """Put the look-up on record: a person at a terminal made it, not a program."""
    first = found[0] if found else None
    if exact:
        word, reading, entry_id = exact[0].ja, exact[0].reading, exact[0].id
    elif isinstance(first, DictionaryMatch):
        word, reading, entry_id = first.form, first.reading, ""
    else:
        return
    workspace.history.note(word, reading, sentence=sentence or "", entry_id=entry_id)
    workspace.close()


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
    return match_data(match) if isinstance(match, DictionaryMatch) else english_data(match)


def _print_match(match: DictionaryMatch | EnglishMatch) -> None:
    level = level_of(match.entry)
    common = f"  {level}" if level else ""
    if isinstance(match, DictionaryMatch):
        lines = [title_of(match) + common]
        if match.chain:
            lines.append(f"  {inflection_of(match)}")
        senses = match.senses
    else:
        reading = f"【{match.entry.reading}】" if match.entry.spellings else ""
        lines = [match.entry.headword + reading + common]
        senses = (match.sense,)
    for number, sense in enumerate(senses, 1):
        first, *more = sense_lines(sense)
        word_class = pos_of(sense)
        lines.append(f"  {number}. {first}" + (f"  [{word_class}]" if word_class else ""))
        lines += [f"     {line}" for line in more]
    print(safe("\n".join(lines)))
