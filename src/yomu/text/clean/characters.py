"""Characters that nobody sees, and kanji that are not what they look like."""

from __future__ import annotations

import re
import unicodedata

from yomu.text.draft import Draft, Page, excerpt

# Escape sequences, controls, soft hyphens, zero-width spaces and joins, direction marks, BOMs.
# U+200D stays: it holds emoji together.
_UNSEEN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,500}(?:\x07|\x1b\\)"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f"
    r"\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# CJK Radicals Supplement, Kangxi Radicals: PDF and some web fonts write 大 as ⼤.
_RADICAL = re.compile(r"[\u2e80-\u2fd5]")
_RARE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2e80-\u2fd5\ufeff\ufff9-\ufffb]"
)


def clean_characters(page: Page, source: str) -> None:
    """Take out what cannot be seen, and say where a radical stands in for a kanji.

    The radicals stay in the text: readings fold them for analysis, one for one.
    """
    if not _RARE.search(source):
        return
    for draft in page.drafts:
        if _RARE.search(draft.text):
            _drop_unseen(page, draft)
            _report_radicals(page, draft)


def _drop_unseen(page: Page, draft: Draft) -> None:
    found = list(_UNSEEN.finditer(draft.text))
    if not found:
        return
    names = sorted({_name(match.group()) for match in found})
    before = draft.text
    draft.cut([match.span() for match in found])
    draft.strip()
    page.record(draft, "unseen", before, excerpt(draft.text), "Dropped " + ", ".join(names) + ".")


def _name(unseen: str) -> str:
    if unseen.startswith("\x1b"):
        return "terminal escape"
    return unicodedata.name(unseen, f"control U+{ord(unseen):04X}").lower()


def _report_radicals(page: Page, draft: Draft) -> None:
    pairs = {char: unicodedata.normalize("NFKC", char) for char in _RADICAL.findall(draft.text)}
    folded = {radical: kanji for radical, kanji in pairs.items() if kanji != radical}
    if folded:
        page.record(
            draft,
            "radical",
            "".join(folded),
            "".join(folded.values()),
            "These are radicals, not kanji; yomu reads them as the kanji they look like.",
        )
