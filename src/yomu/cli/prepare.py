"""`yomu prepare`: which words to learn before reading a text."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from yomu.cli.common import make_workspace, print_json, read_stdin, tell_notices
from yomu.cli.export import check_out, remember, write_out
from yomu.errors import YomuError
from yomu.study.coverage import Coverage, Share, Step, words_to_learn
from yomu.study.pace import USUAL_PACE, duration, measured_pace, minutes
from yomu.terminal import safe_line
from yomu.typeset import cell_width
from yomu.workspace import OpenText, Workspace

if TYPE_CHECKING:
    from yomu.store.cards import Card
    from yomu.store.knowledge import Item

LONGEST_MEANING = 48


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a text asks, the words to learn, and their cards."""

    opened: OpenText
    coverage: Coverage
    goal: float
    steps: Sequence[Step]
    cards: Mapping[Item, Card]
    pace: int

    @property
    def reached(self) -> Share:
        return self.steps[-1].share if self.steps else self.coverage.occurrences


@click.command()
@click.argument("text", metavar="PATH|-|NAME")
@click.option(
    "--goal",
    type=click.FloatRange(1, 100),
    default=95.0,
    show_default=True,
    help="The share of the words, where they stand, that you want to know.",
)
@click.option("--limit", type=click.IntRange(1), help="At most so many words.")
@click.option("--deck", metavar="OUT.apkg", help="Write the words as an Anki deck as well.")
@click.option("--force", is_flag=True, help="Replace OUT.apkg if it exists.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def prepare(
    text: str, goal: float, limit: int | None, deck: str | None, force: bool, form: str
) -> None:
    """Say how much of a text you know, and what to learn first.

    What to learn is the fewest words that bring you to the goal. Words count by what you said
    of them in the reader (1 to 5, w, i), by reviews and by imported lists. Names, numbers and
    grammar words do not count.
    """
    if deck:
        check_out("anki", deck, force)
    workspace = make_workspace()
    workspace.split_paragraphs = False
    plan = _planned(workspace, workspace.open(text, stdin=read_stdin), goal, limit)
    if not plan.coverage.distinct.total:
        raise YomuError(
            f"{safe_line(text)}: there are no words in it to know.", "Try another text."
        )
    if deck and not plan.steps:
        raise YomuError(
            f"You know {plan.reached.percent} % of this text: there is nothing to learn for {goal:g} %.",
            "Raise --goal, or leave --deck out.",
        )
    if form == "json":
        print_json(_as_object(plan))
    else:
        for line in _lines(plan):
            print(line)
    if deck:
        _write_deck(workspace, plan, deck)
    tell_notices(workspace)


def _planned(workspace: Workspace, opened: OpenText, goal: float, limit: int | None) -> _Plan:
    known = workspace.knowing.load()
    words = workspace.counting.words(opened.data, opened.origin)
    steps = words_to_learn(words, known, goal, limit)
    dwelt = workspace.recorder.ask(lambda store: store.dwelt()).result()
    return _Plan(
        opened,
        Coverage(words, known),
        goal,
        steps,
        workspace.cards.cards_for(opened, {step.item for step in steps}),
        workspace.settings.characters_per_minute or measured_pace(dwelt) or USUAL_PACE,
    )


def _lines(plan: _Plan) -> list[str]:
    coverage = plan.coverage
    characters = coverage.text.characters
    lines = [
        f"{safe_line(plan.opened.document.title)}: {characters:,} characters,"
        f" about {duration(minutes(characters, plan.pace))}",
        f"You know {coverage.occurrences.percent} % of its words where they stand"
        f" ({_of(coverage.occurrences)}), {_of(coverage.distinct)} different words"
        f" and {_of(coverage.terms)} glossary terms.",
    ]
    if not plan.steps:
        return [*lines, f"The goal of {plan.goal:g} % is reached."]
    count = "this word" if len(plan.steps) == 1 else f"these {len(plan.steps)} words"
    reached = plan.reached.percent
    lines += [f"Learn {count} and you know {reached} %:", ""]
    rows = [
        ("word", "reading", "times", "known then", "meaning"),
        *map(_row, plan.steps, _meanings(plan)),
    ]
    widths = [max(map(cell_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = [
            cell + " " * (width - cell_width(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        lines.append("  ".join(padded).rstrip())
    return lines


def _row(step: Step, meaning: str) -> tuple[str, str, str, str, str]:
    item = step.item
    shown = meaning if len(meaning) <= LONGEST_MEANING else meaning[: LONGEST_MEANING - 1] + "…"
    return item.lemma, item.reading, str(step.count), f"{step.share.percent} %", shown


def _meanings(plan: _Plan) -> list[str]:
    cards = (plan.cards.get(step.item) for step in plan.steps)
    return [safe_line(card.meaning_en) if card else "" for card in cards]


def _of(share: Share) -> str:
    return f"{share.known:,} of {share.total:,}"


def _as_object(plan: _Plan) -> dict[str, Any]:
    coverage = plan.coverage
    return {
        "title": plan.opened.document.title,
        "characters": coverage.text.characters,
        "minutes": minutes(coverage.text.characters, plan.pace),
        "occurrences": _share_object(coverage.occurrences),
        "words": _share_object(coverage.distinct),
        "terms": _share_object(coverage.terms),
        "goal": plan.goal,
        "reached": _share_object(plan.reached),
        "learn": [
            {
                "word": step.item.lemma,
                "reading": step.item.reading,
                "meaning": meaning,
                "times": step.count,
                "known_then": step.share.known,
            }
            for step, meaning in zip(plan.steps, _meanings(plan), strict=True)
        ],
    }


def _share_object(share: Share) -> dict[str, Any]:
    return {"known": share.known, "of": share.total, "share": round(share.of_one, 4)}


def _write_deck(workspace: Workspace, plan: _Plan, deck: str) -> None:
    from yomu.export.anki import apkg

    in_order = [plan.cards[step.item] for step in plan.steps if step.item in plan.cards]
    cards = list({card.id: card for card in in_order}.values())
    if not cards:
        raise YomuError("None of these words is in a dictionary.", "There is no deck to make.")
    write_out(deck, apkg(workspace.cards.notes(cards, "text"), datetime.now(UTC)))
    remember(workspace, cards, "anki")
    print(f"{safe_line(deck)}: {len(cards)} notes", file=sys.stderr)
