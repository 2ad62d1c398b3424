"""Aozora Bunko notation → drafts: readings lifted, annotations dropped, header and colophon told apart."""

from __future__ import annotations

import re

from yomu.model import Kind
from yomu.text.draft import Draft, Page, excerpt
from yomu.text.plain import split
from yomu.text.ruby import lift_aozora

_RULE = re.compile(r"-{20,}")
_ANNOTATION = re.compile(r"［＃[^［］\n]*(?:［[^［］\n]*］[^［］\n]*)*］")
_HEADING = re.compile(r"［＃(?:「[^」]*」は)?(?:同行|窓)?(?:大|中|小)見出し")
_COLOPHON = re.compile(r"(?:底本|初出|入力|校正|※(?:この|本)|青空文庫作成ファイル)")
_LEGEND = "テキスト中に現れる記号について"


def parse(source: str) -> Page:
    """The paragraphs of an Aozora text: title and author above, legend dropped, colophon as notes."""
    page = Page(split(source))
    _drop_legend(page)
    _read_head(page)
    colophon = False
    for draft in page.drafts:
        colophon = colophon or draft.text.startswith("底本：")
        if colophon:
            draft.kind, draft.fixed = Kind.NOTE, True
        _drop_annotations(page, draft)
        if "《" in draft.text:
            lift_aozora(draft)
        if draft.kind is Kind.TITLE:
            page.meta.title = draft.text
    return page


def _drop_legend(page: Page) -> None:
    """The block between two dashed lines explains the notation; it is no part of the work."""
    rules = [i for i, draft in enumerate(page.drafts[:60]) if _RULE.fullmatch(draft.text)]
    if len(rules) < 2 or not any(
        _LEGEND in draft.text for draft in page.drafts[rules[0] : rules[1]]
    ):
        return
    for draft in page.drafts[rules[0] : rules[1] + 1]:
        page.mark(draft, Kind.JUNK, "Part of the legend that explains the notation.")


def _read_head(page: Page) -> None:
    head: list[Draft] = []
    for draft in page.drafts[:6]:
        if draft.kind is Kind.JUNK or (draft.gap and head):
            break
        head.append(draft)
    if not head or len(head) > 4 or len(head) == len(page.drafts):
        return
    if any(len(draft.text) > 50 or draft.text.endswith("。") for draft in head):
        return
    page.mark(head[0], Kind.TITLE, "The first line of the work.")
    if len(head) > 1:
        page.meta.byline = head[-1].text
        for draft in head[1:]:
            page.mark(draft, Kind.BYLINE, "It stands under the title.")


def _drop_annotations(page: Page, draft: Draft) -> None:
    spans = [match.span() for match in _ANNOTATION.finditer(draft.text)]
    if not spans:
        return
    before = draft.text
    if _HEADING.search(before) and not draft.fixed:
        draft.kind, draft.fixed = Kind.HEADING, True
    draft.cut(spans)
    draft.strip()
    page.record(
        draft, "annotation", before, excerpt(draft.text), "Dropped the typesetter's annotations."
    )
