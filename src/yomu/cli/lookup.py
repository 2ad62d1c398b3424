"""`yomu lookup`: what yomu knows of a word."""

from __future__ import annotations

from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.entry_text import print_entry
from yomu.dictionary import DictionaryMatch, EnglishMatch
from yomu.dictionary.present import (
    english_data,
    inflection_of,
    match_data,
    pos_of,
    sense_lines,
    title_of,
)
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
    return match_data(match) if isinstance(match, DictionaryMatch) else english_data(match)


def _print_match(match: DictionaryMatch | EnglishMatch) -> None:
    common = "  " + "*" * (match.entry.level - 1) if match.entry.level > 1 else ""
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
