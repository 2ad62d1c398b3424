"""Text that a mailer or a PDF broke into lines of equal length: find it and join it again.

    このメールは、各地の選挙を前に、編集部が気になる     full (76 cells), no full stop
    論点をまとめてお届けするものです。                   short: the paragraph ends here

A line is full when it comes within a word of the common width. A full line that does not end
a sentence runs on, past a page number or running head if one stands between.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from yomu.model import Kind
from yomu.text.draft import Draft, Page, excerpt, joined

_SLACK = 6  # cells: three characters that kinsoku or a number may have pushed to the next line
_NARROWEST = 36
_WIDEST = 130
_SAMPLE = 400
_ENDS = re.compile(r"[。！？!?.．][」』）)\]］〉》”\"]*$|[」』]$")
_STARTS_ANEW = re.compile(
    r"[■□◆◇●○◎▼▽▲△★☆・•※【〈《＜]|https?://|[-=─━＝*＊~〜・…_]{4,}"
    r"|[(（\[［]?[0-9０-９]{1,2}[)）\]］.．、 　]|第[0-9０-９一二三四五六七八九十]+[章節回条]|>|＞|――|Q[.．:：]|A[.．:：]"
)
_PAGE_NUMBER = re.compile(
    r"[-–—―ー‐\s]*(?:p\.?\s*|Page\s+)?([0-9０-９]{1,4})(?:\s*(?:/|of)\s*[0-9]{1,4})?[-–—―ー‐\s]*",
    re.I,
)


def rejoin(page: Page) -> None:
    """Join the lines of hard-wrapped text into paragraphs; leave any other text alone."""
    width = _common_width(page.drafts)
    if not width:
        return
    furniture = _page_furniture(page.drafts)
    for draft, why in furniture.items():
        page.mark(draft, Kind.JUNK, why)
    indented = _uses_indents(page.drafts)
    spaced = _uses_gaps(page.drafts)
    kept: list[Draft] = []
    run: list[Draft] = []
    skipped: list[Draft] = []
    for draft in page.drafts:
        if draft in furniture:
            (skipped if run else kept).append(draft)
            continue
        if run and _runs_on(run[-1], draft, width, indented, spaced, bool(skipped)):
            run.append(draft)
            continue
        kept += _close(page, run) + skipped
        run, skipped = [draft], []
    page.drafts = kept + _close(page, run) + skipped


def width_cells(text: str) -> int:
    """About how many terminal cells `text` takes: in UTF-8 a wide character is three bytes, ASCII one."""
    return len(text) + (len(text.encode("utf-8", "replace")) - len(text)) // 2


def _common_width(drafts: list[Draft]) -> int:
    """The width that most lines fill, in cells; 0 where the text is not hard-wrapped."""
    sample = drafts[:_SAMPLE]
    if len(sample) < 4 or sum(len(draft.text) for draft in sample) > _WIDEST * len(sample):
        return 0
    widths = [width_cells(draft.text) for draft in sample]
    tally = Counter(width for width in widths if _NARROWEST <= width <= _WIDEST)
    if not tally:
        return 0

    def fill(width: int) -> int:
        return sum(tally[w] for w in range(width - _SLACK, width + 1))

    common = max(tally, key=lambda width: (fill(width), width))
    full = [i for i, width in enumerate(widths) if common - _SLACK <= width <= common + 2]
    longer = sum(width > common + 2 for width in widths)
    broken = sum(not _ENDS.search(sample[i].text) for i in full)
    if len(full) < 3 or len(full) < 0.3 * len(sample) or longer > 0.15 * len(sample):
        return 0
    return common if broken >= 0.5 * len(full) else 0


def _uses_indents(drafts: list[Draft]) -> bool:
    indented = sum(draft.indent for draft in drafts[:_SAMPLE])
    return 2 <= indented < 0.7 * len(drafts[:_SAMPLE])


def _uses_gaps(drafts: list[Draft]) -> bool:
    return sum(draft.gap for draft in drafts[:_SAMPLE]) >= 2


def _runs_on(
    line: Draft, following: Draft, width: int, indented: bool, spaced: bool, over_page: bool
) -> bool:
    if _STARTS_ANEW.match(following.text) or line.text.startswith(("http", "--", "==", "━", "─")):
        return False
    word = re.match(r"[A-Za-z0-9]+", following.text)
    slack = _SLACK + (word.end() if word else 0)
    if not width - slack <= width_cells(line.text) <= width + 4:
        return False
    if indented and following.indent:
        return False
    if _ENDS.search(line.text):
        return (indented or spaced) and not following.gap and not over_page
    return over_page or not following.gap


def _close(page: Page, run: list[Draft]) -> list[Draft]:
    if len(run) < 2:
        return run
    glue = [
        " " if a.text[-1].isascii() and b.text[0].isascii() and a.text[-1] != "-" else ""
        for a, b in pairwise(run)
    ]
    whole = joined(run, glue)
    page.record(
        whole,
        "wrap",
        excerpt("\n".join(draft.text for draft in run)),
        excerpt(whole.text),
        f"Joined {len(run)} lines that were broken at a fixed width.",
    )
    return [whole]


def _page_furniture(drafts: list[Draft]) -> dict[Draft, str]:
    """Page numbers that count up, and the short lines that come back beside them."""
    numbered: list[tuple[int, int]] = []
    for i, draft in enumerate(drafts):
        if len(draft.text) <= 20 and (match := _PAGE_NUMBER.fullmatch(draft.text)):
            numbered.append((i, int(match.group(1))))
    rising = [
        i
        for k, (i, number) in enumerate(numbered)
        if any(
            abs(k - m) == 1 and numbered[m][1] - number == m - k
            for m in (k - 1, k + 1)
            if 0 <= m < len(numbered)
        )
    ]
    furniture = {drafts[i]: "A page number between the lines." for i in rising}
    beside = [
        j for i in rising for j in range(max(0, i - 2), min(len(drafts), i + 3)) if j not in rising
    ]
    often = Counter(drafts[j].text for j in set(beside))
    everywhere = Counter(draft.text for draft in drafts if draft.text in often)
    for j in beside:
        text = drafts[j].text
        if (
            often[text] >= 2
            and len(text) <= 60
            and not _ENDS.search(text)
            and everywhere[text] >= 2
        ):
            furniture[drafts[j]] = "A running head that comes back on every page."
    return furniture
