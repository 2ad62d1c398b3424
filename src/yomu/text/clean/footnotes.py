"""Footnote markers that lost their superscript: found by the sequence that they form.

    …という形で明示された1。 …作戦（…）2」は… …約35%を占めている3 … バイデン政権8とは…
                          ↑               ↑                      ↑            ↑
                      strong           strong                strong        weak alone,
                                                                  sure as the one 8 between 7 and 9

Each number that could be a marker gets a score for where it stands. The best chain 1, 2, … n in
reading order wins if it holds enough strong links. One walk over the candidates finds it: the best
chain that ends in n so far is all that the next n + 1 needs to know.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from yomu.model import Footnote, Kind
from yomu.text.draft import Draft, Page, around

_PROSE = (Kind.BODY, Kind.LEAD, Kind.HEADING, Kind.CAPTION)
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"

# What may follow a quantity; a number before one of these counts something.
_COUNTERS = (
    "年月日時分秒週曜世代歳才人名個つ件回度次番号位点割倍台機隻艘両発基本枚冊部章節条項款社国州県市町村区党議票席"
    "円元ドルユポ兆億万千百十キメトセミグリバ株軒棟戸棹頭匹羽杯着足課班期級段階層種類色文字行頁ペ巻話問限泊便号線缶丁番"
    "ヵカヶケか箇%％‰℃°ヘアフヤイ強弱超余未以対分第大正方重極面院派者軍師旅隊列島海都道府"
)
_GLUED = re.compile(
    r"([1-9１-９](?<![0-9０-９.．,，/／:：〜～~\-–—‐−+±=<>×$¥￥€£#＃Ａ-Ｚａ-ｚ第約計各全同翌前後図表式版号昭平成令和正治大午満弱強上下残][1-9１-９])[0-9０-９]{0,2})"
    r"(?![0-9０-９.．:：〜～~–—‐−+±=<>×/／A-Za-zＡ-Ｚａ-ｚ"
    + re.escape(_COUNTERS)
    + r"]|[,，-][0-9０-９])"
)
_STYLES = {
    "bracketed": re.compile(r"[\[［〔]\s?(?:注|註|脚注|※|\*)?\s?([0-9０-９]{1,3})\s?[\]］〕]"),
    "labelled": re.compile(
        r"[（(](?:注|註|脚注|※|＊|\*)\s?([0-9０-９]{1,3})[)）]|[（(](?:注|註)[)）]([0-9０-９]{1,3})|(?:注|註)([0-9０-９]{1,3})[)）]"
    ),
    "parenthesised": re.compile(r"[（(](?<=[^\s（(].)([0-9０-９]{1,2})[)）]"),
    "starred": re.compile(r"[※＊*†]\s?([0-9０-９]{1,3})(?![0-9０-９])[)）]?"),
    "superscript": re.compile(f"([{_SUPERSCRIPTS}]{{1,3}})"),
    "circled": re.compile(f"([{_CIRCLED}])"),
}
_SIGNS = {
    style: re.compile(f"[{re.escape(signs)}]")
    for style, signs in {
        "bracketed": "[［〔",
        "labelled": "注註※＊*",
        "parenthesised": "(（",
        "starred": "※＊*†",
        "superscript": _SUPERSCRIPTS,
        "circled": _CIRCLED,
    }.items()
}
"""What a marker of each style begins with: most paragraphs have none, and cost no more than this look."""
_ANY_SIGN = re.compile("[" + "".join(pattern.pattern[1:-1] for pattern in _SIGNS.values()) + "]")

Placed = tuple[int, Draft]
"""A paragraph, and how many characters of prose come before it."""
_SURE = {
    "bracketed": 1.5,
    "labelled": 3.0,
    "parenthesised": 0.0,
    "starred": 1.5,
    "superscript": 2.0,
    "circled": 0.0,
}

_STRONG = 2.0
_LOST = 2.5  # what a chain pays to leave out a number
_CROWDED = 10  # markers closer than this are more likely a list of figures
_BARE = ("glued", "parenthesised")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that might be a marker: `draft.text[start:end]`, or `start:end` with its brackets."""

    draft: Draft
    order: int
    start: int
    end: int
    number: int
    score: float


@dataclass(frozen=True, slots=True)
class _Link:
    candidate: Candidate
    before: _Link | None
    total: float
    length: int
    strong: int


def lift_footnotes(page: Page, known: int = 0) -> int:
    """Take the markers out of the prose and file them as footnotes; returns how many there were.

    `known` is how many notes the page lists at its end, 0 where it lists none: a marker beyond
    them is none, and one alone is enough if there is one note.
    """
    found = find_markers(page.drafts, known)
    by_draft: dict[Draft, list[Candidate]] = {}
    for candidate in found:
        by_draft.setdefault(candidate.draft, []).append(candidate)
    for draft, markers in by_draft.items():
        _lift(page, draft, sorted(markers, key=lambda marker: marker.start))
    return len(found)


def find_markers(drafts: list[Draft], known: int = 0) -> list[Candidate]:
    """The markers of the one style that makes the best chain, in reading order."""
    placed: list[Placed] = []
    order = 0
    for draft in drafts:
        if draft.kind in _PROSE:
            placed.append((order, draft))
            order += len(draft.text) + 1
    signed = [at for at in placed if _ANY_SIGN.search(at[1].text)]
    best: list[Candidate] = []
    best_score = 0.0
    for style in ("raised", "glued", *_STYLES):
        candidates = list(_candidates(signed if style in _STYLES else placed, style))
        chain = _best_chain(candidates, known, _CROWDED if style in _BARE else 0)
        total = sum(candidate.score for candidate in chain)
        if chain and _believable(chain, style, known) and total > best_score:
            best, best_score = _with_repeats(chain, candidates, style), total
    return best


def _candidates(prose: list[Placed], style: str) -> Iterator[Candidate]:
    for order, draft in prose:
        text = draft.text
        if style == "raised":
            for start, end in draft.raised:
                digits = text[start:end].strip("[]［］()（）注※*")
                if (
                    digits.isdecimal()
                    and start
                    and len(digits) <= 3
                    and not text[start - 1].isascii()
                ):
                    yield Candidate(draft, order + start, start, end, int(digits), 4.0)
        elif style == "glued":
            for match in _GLUED.finditer(text):
                start, end = match.span()
                score = _glued_score(text, start, end)
                if score > -2.0:
                    yield Candidate(draft, order + start, start, end, int(match.group(1)), score)
        else:
            if not _SIGNS[style].search(text):
                continue
            for match in _STYLES[style].finditer(text):
                start, end = match.span()
                number = _number(next(group for group in match.groups() if group))
                score = _SURE[style] + _place_score(text, start, end)
                if style in ("parenthesised", "circled") and _leads_into_word(text, end):
                    score -= 2.5  # ①抑止、②同盟: an item's number, not a note's
                if start and number:
                    yield Candidate(draft, order + start, start, end, number, score)


def _number(digits: str) -> int:
    if digits in _CIRCLED:
        return _CIRCLED.index(digits) + 1
    return int(unicodedata.normalize("NFKC", digits))


def _glued_score(text: str, start: int, end: int) -> float:
    """From -3 to 4: how much a bare number in this place looks like a marker."""
    if start == 0:
        return -3.0
    before = text[start - 1]
    if before.isspace():
        return -3.0
    if before.isascii() and before.isalpha():
        # A name may bear a marker (SubCom7、), if it is too long for a type or a model (G7, F-16).
        return (
            _FILLS_IN
            if _NAME_BEFORE.search(text, max(0, start - 24), start)
            and _place_score(text, start, end) > 0.0
            else -3.0
        )
    score = _place_score(text, start, end)
    if before in "。」』）)】］]〉》”’！？!?":
        score += 1.5
    elif "ぁ" <= before <= "ん":
        # Particles lead into a figure (は3、を2), verb endings (た1。) do not.
        score += (
            -1.5
            if before in "はがをにのともへやかで" and text[start - 2 : start] not in _ENDINGS
            else 1.0
        )
    elif before in "、，,・ー":
        score -= 1.5
    return score - 2.5 if _leads_into_word(text, end) else score


_FILLS_IN = 0.0  # too weak to begin or carry a chain, enough to be its missing link
_NAME_BEFORE = re.compile(r"(?<![A-Za-z0-9.\-])(?:[A-Z]{3,}|[A-Za-z]*[a-z][A-Za-z]{3,})$")


def _leads_into_word(text: str, end: int) -> bool:
    after = text[end : end + 1]
    return after.isalpha() and not "ぁ" <= after <= "ん"


_ENDINGS = (
    "もの",
    "こと",
    "など",
    "まで",
    "ため",
    "とも",
    "では",
    "には",
    "とは",
    "のが",
    "しか",
    "ほか",
    "すが",
    "だが",
    "るが",
    "たが",
    "いが",
)


def _place_score(text: str, start: int, end: int) -> float:
    """How well a marker would stand here: best before a full stop or at the end of the paragraph."""
    before = text[start - 1] if start else ""
    after = text[end : end + 1]
    if not start or before in "、，(（「『":
        return -2.0
    if not after or after in "。」』）)":
        return 2.0 if after in "。」』" or not after else 1.5
    if before in "。」』）)":
        return 1.5
    if after in "、，！？":
        return 1.0
    if after.isspace():
        return 0.5
    return 0.0 if "ぁ" <= after <= "ん" else -0.5


def _best_chain(candidates: list[Candidate], known: int, crowded: int) -> list[Candidate]:
    """The chain 1, 2, … n with the highest total; a number is used once."""
    ending_in: dict[int, _Link] = {}
    best: _Link | None = None
    for candidate in candidates:
        number = candidate.number
        if known and number > known:
            continue
        score = candidate.score
        before = ending_in.get(number - 1)
        over = ending_in.get(number - 2)
        # One marker may be lost: eaten by a figure before it, or by who copied the page. The
        # next has to bear that out, or the list of notes: no chain ends on a leap.
        leaps = False
        if (
            over
            and over.strong >= 2
            and score >= _STRONG
            and (before is None or before.total < over.total - _LOST)
        ):
            before = over
            score -= _LOST
            leaps = number > known
        if before is None and number != 1:
            continue
        if before and candidate.order - before.candidate.order < crowded:
            score -= 2.5
        link = _Link(
            candidate,
            before,
            score + (before.total if before else 0.0),
            1 + (before.length if before else 0),
            (candidate.score >= _STRONG) + (before.strong if before else 0),
        )
        held = ending_in.get(number)
        if held is None or link.total > held.total:
            ending_in[number] = link
        if not leaps and (best is None or link.total > best.total):
            best = link
    chain: list[Candidate] = []
    while best:
        chain.append(best.candidate)
        best = best.before
    return chain[::-1]


def _believable(chain: list[Candidate], style: str, known: int) -> bool:
    """Whether a chain is long and strong enough not to be chance."""
    strong = sum(candidate.score >= _STRONG for candidate in chain)
    average = sum(candidate.score for candidate in chain) / len(chain)
    if known and len(chain) == known:
        return average >= 0.5
    if style in ("raised", "labelled"):
        return True
    if len(chain) == 1:
        return style in ("superscript",) and strong == 1
    if style in ("glued", "circled", "parenthesised"):
        if len(chain) == 2:
            return strong == 2 and average >= 3.0
        return strong >= max(2, 0.5 * len(chain)) and average >= 1.2
    return strong >= 1 and average >= 1.0


def _with_repeats(
    chain: list[Candidate], candidates: list[Candidate], style: str
) -> list[Candidate]:
    """Bracketed markers may cite a note again ([1] … [2] … [1]): take those that do."""
    if style not in ("bracketed", "raised", "labelled", "superscript"):
        return chain
    numbers = {candidate.number for candidate in chain}
    return [candidate for candidate in candidates if candidate.number in numbers]


def _lift(page: Page, draft: Draft, markers: list[Candidate]) -> None:
    text = draft.text
    notes: list[Footnote] = list(draft.footnotes)
    removed = 0
    placed: list[Footnote] = []
    for marker in markers:
        placed.append(Footnote(marker.start - removed, marker.number))
        removed += marker.end - marker.start
        window = around(text, marker.start, marker.end)
        page.record(
            draft,
            "footnote",
            window,
            text[max(0, marker.start - 8) : marker.start] + text[marker.end : marker.end + 8],
            f"“{text[marker.start : marker.end]}” is footnote marker {marker.number}, found by its place in the sequence.",
        )
    spans = [(marker.start, marker.end) for marker in markers]
    draft.cut(spans)
    notes = [*draft.footnotes, *placed]
    draft.footnotes = tuple(sorted(notes, key=lambda note: note.at))
