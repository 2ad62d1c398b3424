"""How many terminal cells a character takes, and which characters are drawn as one.

The terminals of today agree on two profiles: `narrow`, where a character of ambiguous width
(“ … ① ※) takes one cell, and `wide`, an East Asian setting of the terminal, where it takes two.
`narrow` is also how Rich and Textual measure.

A cluster is what a person calls a character: か with a combining dakuten, 葛 with a variation
selector, an emoji family held together by joiners. It takes the cells of its first code point;
the rest takes none. Characters that show nothing (soft hyphen, zero-width space, controls) stay
in the offsets and are left out of what is drawn, because terminals disagree on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category, east_asian_width

from yomu.model import WidthProfile

NEWLINES = frozenset("\n\v\f\x85\u2028\u2029")

_MOST_CODE_POINTS = 31
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_TAGS = range(0xE0020, 0xE0080)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")

# Wide since Unicode 15 or 16, or unassigned in the tables of Python 3.11 (Unicode 14).
_WIDE_SINCE = (
    (0x2630, 0x2637),
    (0x268A, 0x268F),
    (0x4DC0, 0x4DFF),
    (0x1D300, 0x1D356),
    (0x1D360, 0x1D376),
)
_WIDE_UNASSIGNED = ((0x1F6D0, 0x1F6FF), (0x1F7F0, 0x1F7F0), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD))


def _ranges(spec: str) -> frozenset[str]:
    found: set[str] = set()
    for item in spec.split():
        first, _, last = item.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


# One cell in text style, two with U+FE0F after them (Unicode, emoji-variation-sequences.txt).
_NARROW_UNTIL_EMOJI = _ranges(
    "23 2a 30-39 a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 2328 23cf 23ed-23ef "
    "23f1-23f2 23f8-23fa 24c2 25aa-25ab 25b6 25c0 25fb-25fc 2600-2604 260e 2611 2618 "
    "261d 2620 2622-2623 2626 262a 262e-262f 2638-263a 2640 2642 265f-2660 2663 "
    "2665-2666 2668 267b 267e 2692 2694-2697 2699 269b-269c 26a0 26a7 26b0-26b1 26c8 "
    "26cf 26d1 26d3 26e9 26f0-26f1 26f4 26f7-26f9 2702 2708-2709 270c-270d 270f 2712 "
    "2714 2716 271d 2721 2733-2734 2744 2747 2763-2764 27a1 2934-2935 2b05-2b07 "
    "1f170-1f171 1f17e-1f17f 1f321 1f324-1f32c 1f336 1f37d 1f396-1f397 1f399-1f39b "
    "1f39e-1f39f 1f3cb-1f3ce 1f3d4-1f3df 1f3f3 1f3f5 1f3f7 1f43f 1f441 1f4fd "
    "1f549-1f54a 1f56f-1f570 1f573-1f579 1f587 1f58a-1f58d 1f590 1f5a5 1f5a8 "
    "1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef "
    "1f5f3 1f5fa 1f6cb 1f6cd-1f6cf 1f6e0-1f6e5 1f6e9 1f6f0 1f6f3"
)

# Runs of these are one code point, one cluster: the common case, found at the speed of `re`.
_SIMPLE_RUN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e"
    "\u2190-\u25ff\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3190-\ua48c\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003fffd]+"
)


def is_hidden(character: str) -> bool:
    """Whether a code point takes no cell and is never sent to the terminal."""
    if character in NEWLINES or character in _BLANK_LETTERS:
        return True
    return category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")


def char_width(character: str, profile: WidthProfile = "narrow") -> int:
    """Cells of one code point: 0, 1 or 2."""
    code = ord(character)
    if 0x20 <= code < 0x7F:
        return 1
    kind = category(character)
    if is_hidden(character) or kind in ("Mn", "Me", "Mc") or code in _SKIN_TONES:
        return 0
    if 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return 0  # vowels and finals of Hangul written letter by letter join the initial
    if kind == "Cn":
        return 2 if any(low <= code <= high for low, high in _WIDE_UNASSIGNED) else 1
    if kind == "Co":
        return 1  # terminals draw private-use signs in one cell whatever their setting
    breadth = east_asian_width(character)
    if breadth in ("W", "F") or any(low <= code <= high for low, high in _WIDE_SINCE):
        return 2
    return 2 if breadth == "A" and profile == "wide" else 1


def _extends(character: str) -> bool:
    """Whether a code point belongs to the cluster before it."""
    if character in NEWLINES or character in "\u200b\t":
        return False
    return char_width(character) == 0


def _is_pictograph(character: str) -> bool:
    if character in _NARROW_UNTIL_EMOJI:
        return not character.isascii()
    return category(character) in ("So", "Cn")


def cluster_end(text: str, start: int) -> int:
    """Where the cluster that starts at `start` ends."""
    end = start + 1
    if text[start] in NEWLINES:
        return end
    limit = len(text)
    if ord(text[start]) in _FLAG_LETTERS and end < limit and ord(text[end]) in _FLAG_LETTERS:
        end += 1
    pictograph = _is_pictograph(text[start])
    while end < limit and _extends(text[end]):
        if (
            text[end] == _JOINER
            and pictograph
            and end + 1 < limit
            and _is_pictograph(text[end + 1])
        ):
            end += 1
        end += 1
    return end


def is_boundary(text: str, at: int) -> bool:
    """Whether `text[at]` surely starts a cluster; False means: not known, ask `cluster_end`."""
    return at >= len(text) or _SIMPLE_RUN.match(text, at, at + 1) is not None


def cluster_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The clusters of `text` from `start`, as half-open spans without gap."""
    limit = len(text) if end is None else end
    while start < limit:
        run = _SIMPLE_RUN.match(text, start, limit)
        if run is not None:
            safe = run.end()
            if not is_boundary(text, safe):
                safe -= 1
            for index in range(start, safe):
                yield index, index + 1
            start = safe
            if start >= limit:
                return
        stop = cluster_end(text, start)
        yield start, stop
        start = stop


def drawn(cluster: str) -> str:
    """What of a cluster goes to the terminal: the code points that show something.

    Marks beyond the 30 that a character may carry (UAX 15, stream-safe text) are left out.
    """
    if len(cluster) == 1:
        return "" if _extends(cluster) or is_hidden(cluster) else cluster
    cluster = cluster[:_MOST_CODE_POINTS]
    first = cluster[0]
    if char_width(first) == 0:
        return ""  # a mark with nothing to combine with would land on its neighbour
    if not _is_pictograph(first):
        return "".join(character for character in cluster if not is_hidden(character))
    kept = [first]
    for before, character in pairwise(cluster):
        joins = character == _JOINER and cluster[-1] != _JOINER
        if joins or before == _JOINER or ord(character) in _TAGS or not is_hidden(character):
            kept.append(character)
    return "".join(kept)


def cluster_width(cluster: str, profile: WidthProfile = "narrow") -> int:
    """Cells of one cluster: 0, 1 or 2."""
    width = char_width(cluster[0], profile)
    if len(cluster) == 1:
        return width
    if ord(cluster[0]) in _FLAG_LETTERS and ord(cluster[1]) in _FLAG_LETTERS:
        return 2
    if width == 1 and _EMOJI_STYLE in cluster and cluster[0] in _NARROW_UNTIL_EMOJI:
        return 2
    return width


def cell_width(text: str, profile: WidthProfile = "narrow") -> int:
    """Cells that `text` takes on one line."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(cluster_width(text[start:end], profile) for start, end in cluster_spans(text))
