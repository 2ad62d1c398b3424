"""Cleaning a pasted page: what each paragraph is, and what does not belong to the prose.

Nothing is thrown away: a paragraph of page furniture is kept as `Kind.JUNK`, a footnote marker
as a `Footnote`, and every step leaves a `Change` that says what it did and why.
"""

from __future__ import annotations

from yomu.model import Kind
from yomu.text.clean.characters import clean_characters
from yomu.text.clean.footnotes import lift_footnotes
from yomu.text.clean.header import mark_captions, mark_header
from yomu.text.clean.headings import mark_headings
from yomu.text.clean.junk import mark_junk, spread_over_tail
from yomu.text.clean.notes import mark_notes
from yomu.text.clean.profile import mark_profile
from yomu.text.clean.wrap import rejoin
from yomu.text.draft import Page


def clean_page(page: Page, source: str, *, marked_up: bool = False) -> None:
    """Clean a page that somebody pasted, saved or was mailed; `source` is all of its text.

    `marked_up` is for HTML and Markdown, whose own marks say where lines and headings are.
    """
    if not marked_up:
        rejoin(page)
    clean_characters(page, source)
    emptied = [draft for draft in page.drafts if not draft.text]
    page.drafts = [draft for draft in page.drafts if draft.text]
    mark_junk(page)
    mark_captions(page)
    mark_header(page)
    mark_profile(page)
    known = mark_notes(page)
    lift_footnotes(page, known)
    if not (marked_up and any(draft.kind is Kind.HEADING for draft in page.drafts)):
        mark_headings(page)
    spread_over_tail(page)
    if emptied:
        page.drafts = sorted([*page.drafts, *emptied], key=lambda draft: draft.origin)


def clean_prose(page: Page, source: str) -> None:
    """Clean a text whose structure its own markup gives: characters and footnote markers only."""
    clean_characters(page, source)
    filled = [draft for draft in page.drafts if draft.text]
    everything, page.drafts = page.drafts, filled
    lift_footnotes(page)
    page.drafts = everything
