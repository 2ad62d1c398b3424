"""The paragraph about the author."""

from __future__ import annotations

from yomu.model import Kind
from yomu.text.clean import lexicon
from yomu.text.clean.shape import is_open, is_prose
from yomu.text.draft import Page

_LAST_LINES = 40
_PARAGRAPHS_UNDER_LABEL = 3


def mark_profile(page: Page) -> None:
    drafts = page.drafts
    start = max(1, len(drafts) - _LAST_LINES)
    for i in range(start, len(drafts)):
        text = drafts[i].text
        if not (is_open(drafts[i]) or drafts[i].kind is Kind.HEADING) or len(text) > 24:
            continue
        if lexicon.PROFILE_LABEL.fullmatch(text) and text not in lexicon.NOT_PROFILE:
            following = drafts[i + 1 : i + 1 + _PARAGRAPHS_UNDER_LABEL + 1]
            if not any(
                lexicon.PROFILE_CUES.search(draft.text) or is_prose(draft) for draft in following
            ):
                continue
            page.mark(drafts[i], Kind.PROFILE, "It announces the author's profile.")
            for draft in following[:_PARAGRAPHS_UNDER_LABEL]:
                if not is_open(draft) or lexicon.NOTE_LABEL.fullmatch(draft.text):
                    break
                if (
                    len(draft.text) > 30
                    and not lexicon.PROFILE_CUES.search(draft.text)
                    and not is_prose(draft)
                ):
                    break
                page.mark(draft, Kind.PROFILE, "It stands under the label of the author's profile.")
            return
    for draft in reversed(drafts[start:]):
        if not is_open(draft) or len(draft.text) > 1_000 or len(draft.text) < 20:
            continue
        cues = {match.group() for match in lexicon.PROFILE_CUES.finditer(draft.text)}
        names_someone = (
            bool(lexicon.SPELT_NAME.match(draft.text))
            or draft.text[:24].find("（") in range(2, 14)
            or draft.text[:24].find("(") in range(2, 14)
        )
        if len(cues) >= 3 or (len(cues) >= 2 and names_someone):
            page.mark(draft, Kind.PROFILE, "It tells of somebody's birth, studies and posts.")
            _mark_name_above(page, drafts.index(draft))
            return


def _mark_name_above(page: Page, at: int) -> None:
    """A name that stands on a line of its own over the profile, in one block with it."""
    profile, above = page.drafts[at], page.drafts[at - 1]
    if at == 0 or profile.gap or not is_open(above) or len(above.text) > 30:
        return
    if any(
        pattern.fullmatch(above.text)
        for pattern in (lexicon.NAME, lexicon.NAME_WITH_READING, lexicon.NAME_AND_POST)
    ):
        page.mark(above, Kind.PROFILE, "It names whom the profile is about.")
