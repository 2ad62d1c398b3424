"""What the screen says when there is nothing to ask: no cards yet, nothing due, or all done. Pure."""

from __future__ import annotations

from yomu.model import Face, WidthProfile
from yomu.study.faces import faces_of
from yomu.terminal import safe_line
from yomu.tui.looks import Look
from yomu.tui.screens.review.card_page import LONGEST_LINE_CELLS, Page, PageLine
from yomu.workspace.review_state import Choice, Rest, Tally

_MOST_MISSED = 8


def resting_page(
    rest: Rest, tally: Tally, choice: Choice, now: int, width_cells: int, profile: WidthProfile
) -> list[PageLine]:
    """The lines for a screen with nothing to ask. `now` is in ms."""
    page = Page(max(8, min(width_cells, LONGEST_LINE_CELLS)), profile)
    if not rest.has_cards:
        _no_cards(page)
        return page.lines
    if tally.answers:
        _summary(tally, page)
    elif rest.narrow and not (rest.next_count or rest.more_new or rest.more_reviews):
        _nothing_fits(choice, page)
        return page.lines
    else:
        page.text("Nothing to review now.", Look.HEADING)
    page.blank()
    for line in _next(rest, now):
        page.text(line)
    return page.lines


def _no_cards(page: Page) -> None:
    page.text("No cards yet.", Look.HEADING)
    page.blank()
    page.text(
        "In a text, go to a word or a marked term and press s: it is kept as a card, with the"
        " sentence it stands in. Reviews ask for it until it stays, less and less often."
    )
    page.blank()
    page.text("q goes back. yomu alone opens the library, which has texts to begin with.")


def _nothing_fits(choice: Choice, page: Page) -> None:
    wanted = [f"text {choice.text}"] if choice.text else []
    wanted += [f"domain {choice.domain}"] if choice.domain else []
    wanted += [", ".join(choice.faces)] if choice.faces else []
    page.text("No card fits.", Look.HEADING)
    page.blank()
    page.text(f"Asked for: {safe_line('; '.join(wanted))}.")
    page.text("yomu review without a filter asks every card; yomu cards list shows them.")


def _summary(tally: Tally, page: Page) -> None:
    page.text("Done for now.", Look.HEADING)
    page.blank()
    minutes = max(1, round(tally.duration_ms / 60_000))
    percent = round(100 * tally.right / tally.answers)
    answers = "1 answer" if tally.answers == 1 else f"{tally.answers} answers"
    facts = [f"{answers} in {minutes} min", f"{percent} % right"]
    if tally.new:
        facts.append("1 new card" if tally.new == 1 else f"{tally.new} new cards")
    page.text(", ".join(facts) + ".")
    if tally.missed:
        page.blank()
        page.text("Forgotten", Look.QUIET)
        for card in tally.missed[:_MOST_MISSED]:
            page.words(
                [
                    (card.expression, Look.TITLE),
                    (card.reading if Face.READING in faces_of(card) else "", Look.RUBY),
                    (_short(card.meaning_en), Look.PLAIN),
                ]
            )
        if len(tally.missed) > _MOST_MISSED:
            page.text(f"and {len(tally.missed) - _MOST_MISSED} more", Look.QUIET)


def _next(rest: Rest, now: int) -> list[str]:
    """When there will be something to ask, and what the day's limits keep back."""
    if rest.limited:
        return ["That was as many cards as you asked for; R or yomu review goes on."]
    lines = []
    if rest.next_step_at is not None:
        minutes = max(1, round((rest.next_step_at - now) / 60_000))
        lines.append(f"A card in its first steps comes back in {minutes} min: Space looks again.")
    if rest.next_days is not None:
        when = "tomorrow" if rest.next_days == 1 else f"in {rest.next_days} days"
        count = "1 review is" if rest.next_count == 1 else f"{rest.next_count} reviews are"
        lines.append(f"Next: {count} due {when}.")
    if rest.more_reviews:
        lines.append("More are due than a day's limit lets in (setting reviews_per_day).")
    if rest.more_new:
        lines.append("More new cards wait for tomorrow (setting new_per_day).")
    return lines or [
        "Nothing is planned: s in a text keeps a card.",
        "Cards that are set aside: yomu review suspended.",
    ]


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
