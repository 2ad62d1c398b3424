"""`yomu review`: the screen, the queue for pipes, what is set aside, the schedule's parameters."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import click

from yomu.cli.common import make_workspace, print_json, tell_notices
from yomu.cli.messages import require_terminal
from yomu.cli.quick import run_app
from yomu.errors import YomuError
from yomu.model import Face
from yomu.study.questions import NAMES
from yomu.terminal import safe_line
from yomu.workspace import Workspace
from yomu.workspace.review_state import Asked, Choice


@click.group(invoke_without_command=True)
@click.option(
    "--text", metavar="TEXT", help="Only cards met in this text: its path, name or title."
)
@click.option("--domain", help="Only terms of this domain.")
@click.option(
    "--kind", "kinds", metavar="KIND,…", help=f"Ask {', '.join(Face)}; several with commas."
)
@click.option("--limit", type=click.IntRange(1), help="Ask so many cards at most.")
@click.option("--ahead", type=click.IntRange(0, 365), default=0, help="Ask reviews DAYS early.")
@click.option("--list", "listed", is_flag=True, help="Print what would be asked.")
@click.option("--count", is_flag=True, help="Print how much would be asked.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--fit", is_flag=True, help="Fit the schedule's parameters to your reviews.")
@click.option("--standard-parameters", is_flag=True, help="Go back to the standard parameters.")
@click.pass_context
def review(
    ctx: click.Context,
    text: str | None,
    domain: str | None,
    kinds: str | None,
    limit: int | None,
    ahead: int,
    listed: bool,
    count: bool,
    form: str,
    fit: bool,
    standard_parameters: bool,
) -> None:
    """Review the cards you kept. Each is asked when you are about to forget it.

    How many new ones a day, which kinds of questions and how much you want to remember are
    settings: new_per_day, review_kinds, desired_retention.
    """
    if ctx.invoked_subcommand is not None:
        return
    choice = Choice(text or "", domain or "", _faces(kinds), limit, ahead)
    workspace = make_workspace()
    screen = not (fit or standard_parameters or listed or count)
    if screen:
        require_terminal("To print what would be asked: yomu review --list")
        workspace.recorder.post(lambda store: None)  # opens the record while Textual is imported
        _check(workspace, choice)
        ctx.exit(run_app(workspace, None, review=choice))
    with closing(workspace):
        if fit:
            _fit(workspace)
        elif standard_parameters:
            _use_standard(workspace)
        else:
            _check(workspace, choice)
            _print_queue(workspace.reviews.queue(choice), form, count=count)
        tell_notices(workspace)


def _check(workspace: Workspace, choice: Choice) -> None:
    """Raise YomuError for a text or domain that does not exist, before a screen opens."""
    if choice.text:
        workspace.reviews.require_text(choice.text)
    domain = choice.domain
    if domain and domain not in _domains(workspace):
        raise YomuError(
            f"There is no domain {safe_line(domain)}.",
            f"Domains: {', '.join(sorted(_domains(workspace)))}.",
        )


@review.command()
@click.argument("card")
def unsuspend(card: str) -> None:
    """Ask CARD again.

    It was suspended, buried, or set aside as a leech.
    """
    with closing(make_workspace()) as workspace:
        found = workspace.cards.find(card)
        lifted = workspace.reviews.unsuspend(found)
        tell_notices(workspace)
    shown = safe_line(f"{found.expression} ({found.meaning_en or found.reading})")
    print(f"{shown} is asked again." if lifted else f"{shown} was asked all along.")


@review.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def suspended(form: str) -> None:
    """List cards that are not asked.

    They were suspended by you, or forgotten too often (leech).
    """
    with closing(make_workspace()) as workspace:
        held = workspace.reviews.held()
        tell_notices(workspace)
    if form == "json":
        print_json(
            [
                {
                    "id": one.card.id,
                    "expression": one.card.expression,
                    "hold": one.hold,
                    "faces": [str(face) for face in one.faces],
                }
                for one in held
            ]
        )
        return
    if not held:
        print("yomu: every card is asked.", file=sys.stderr)
    for one in held:
        faces = "" if len(one.faces) == len(Face) else ", ".join(NAMES[face] for face in one.faces)
        shown = (one.hold, one.card.expression, one.card.reading, one.card.meaning_en, faces)
        print("\t".join([one.card.id[:8], *map(safe_line, shown)]))


def _faces(kinds: str | None) -> tuple[Face, ...]:
    names = [name.strip() for name in (kinds or "").split(",") if name.strip()]
    wrong = [name for name in names if name not in tuple(Face)]
    if wrong:
        raise YomuError(
            f"There is no kind of question {safe_line(wrong[0])}.", f"Kinds: {', '.join(Face)}."
        )
    return tuple(dict.fromkeys(map(Face, names)))


def _domains(workspace: Workspace) -> set[str]:
    return {entry.domain for entry in workspace.glossary if entry.domain}


def _print_queue(queue: list[Asked], form: str, *, count: bool) -> None:
    kinds = [str(asked.turn.kind) for asked in queue]
    counts = {f"{kind}s" if kind != "new" else kind: kinds.count(kind) for kind in _KINDS}
    if count:
        if form == "json":
            print_json(counts)
        else:
            print("\t".join(f"{name} {number}" for name, number in counts.items()))
        return
    if form == "json":
        print_json([_as_object(asked) for asked in queue])
        return
    if not queue:
        print("yomu: nothing to review now.", file=sys.stderr)
    for asked in queue:
        card, turn = asked.card, asked.turn
        shown = (turn.kind, turn.face, _due(asked), card.expression, card.reading, card.meaning_en)
        print("\t".join([card.id[:8], *map(safe_line, shown)]))


_KINDS = ("new", "step", "review")


def _due(asked: Asked) -> str:
    """When it was to be asked: a day, or for a step a time in UTC; empty for a new card."""
    turn = asked.turn
    if turn.due_at is not None:
        return datetime.fromtimestamp(turn.due_at / 1000, UTC).isoformat(timespec="minutes")
    return datetime.fromordinal(turn.due_day).date().isoformat() if turn.due_day else ""


def _as_object(asked: Asked) -> dict[str, Any]:
    card, turn, schedule = asked.card, asked.turn, asked.schedule
    return {
        "id": card.id,
        "kind": str(turn.kind),
        "face": str(turn.face),
        "due": _due(asked) or None,
        "expression": card.expression,
        "reading": card.reading,
        "meaning_en": card.meaning_en,
        "reps": schedule.reps if schedule else 0,
        "lapses": schedule.lapses if schedule else 0,
        "stability_days": round(schedule.stability, 3) if schedule else None,
    }


def _fit(workspace: Workspace) -> None:
    print("Fitting to your reviews takes a minute for each 10,000 of them.", file=sys.stderr)
    made = workspace.reviews.fit()
    print(f"Fitted to {made.reviews:,} reviews.")
    print(f"How far predictions are off (log loss): {made.loss_before:.4f} → {made.loss_after:.4f}")
    if not made.better:
        print("That is no better than before: nothing was changed.")
        return
    before, after = (_intervals(days) for days in (made.intervals_before, made.intervals_after))
    print(f"A card always answered Good comes back after {after} days (before: {before}).")
    print("Reviews from now on are scheduled so; what is due stays due.")
    print("To go back: yomu review --standard-parameters")


def _intervals(days: tuple[int, ...]) -> str:
    return ", ".join(map(str, days))


def _use_standard(workspace: Workspace) -> None:
    changed = workspace.reviews.use_standard_parameters()
    print(
        "The standard parameters are in force from the next review on."
        if changed
        else "The standard parameters are in force already."
    )
