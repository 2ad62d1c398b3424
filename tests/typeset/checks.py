"""What holds of every paragraph that is laid out, whatever its text and width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jlreq import SPACES, UNSEEN, breaks_kinsoku, breaks_word, is_legal
from rich.cells import cell_len

from yomu.model import Ruby, RubyMode
from yomu.typeset import Row, Setting
from yomu.typeset.width import cell_width, cluster_spans

KANA_OVERHANG = 2
HIDDEN_SIGNS = "\u00ad\u200b\u2060\n\t"


def check_cells(rows: Sequence[Row], setting: Setting) -> None:
    """Both lines measure exactly the width, and no two pieces of a line overlap."""
    width = setting.measure
    for row in rows:
        measured = cell_len if setting.profile == "narrow" else _wide
        assert measured(row.base_text(width)) == width
        assert measured(row.ruby_text(width)) == width
        for line in (row.base, row.ruby):
            edge = 0
            for piece in line:
                assert piece.x >= edge
                assert piece.width == measured(piece.text) > 0
                edge = piece.x + piece.width
            assert edge <= width


def _wide(text: str) -> int:
    return cell_width(text, "wide")


def check_source(rows: Sequence[Row], text: str) -> None:
    """The rows follow each other without gap, and what they draw is the text, in order."""
    assert [row.start for row in rows] == [0, *[row.end for row in rows]][: len(rows)]
    assert (rows[-1].end if rows else 0) == len(text)
    for row in rows:
        at = row.start
        for piece in row.base:
            if piece.inserted:
                continue
            assert piece.start >= at
            assert row.start <= piece.start < piece.end <= row.end
            # Only what cannot be seen, and spaces at the end of a full line, may be left out.
            assert not text[at : piece.start].strip(HIDDEN_SIGNS)
            shown = text[piece.start : piece.end].replace("\t", " ")
            assert shown.translate(dict.fromkeys(map(ord, HIDDEN_SIGNS))) == piece.text
            at = piece.end
        assert not text[at : row.end].strip(HIDDEN_SIGNS + SPACES)


def check_ruby(rows: Sequence[Row], text: str, setting: Setting) -> None:
    """Rubies keep their distance and cover only what they may of their neighbours."""
    for number, row in enumerate(rows):
        left = setting.indents[min(number, 1)]
        spans = sorted({(piece.start, piece.end) for piece in row.ruby})
        edge = -setting.gap_cells
        for start, end in spans:
            own = [piece for piece in row.ruby if (piece.start, piece.end) == (start, end)]
            low, high = own[0].x, own[-1].x + own[-1].width
            assert low >= edge + setting.gap_cells
            assert low >= left
            edge = high
            _check_overhang(row, text, start, end, low, high)


def _check_overhang(row: Row, text: str, start: int, end: int, low: int, high: int) -> None:
    covered_before: list[int] = []
    covered_after: list[int] = []
    rubied = {offset for piece in row.ruby for offset in range(piece.start, piece.end)}
    for piece in row.base:
        cells = set(range(piece.x, piece.x + piece.width)) & set(range(low, high))
        if not cells or (start <= piece.start < end and not piece.inserted):
            continue
        assert not piece.inserted
        for x in cells:
            offset = row.hit(x)
            assert offset is not None
            assert offset not in rubied
            (covered_before if offset < start else covered_after).append(offset)
    # Only the neighbour itself may be covered, by what its kind allows.
    for covered, near, allowed in (
        (covered_before, text[:start].rstrip(UNSEEN)[-1:], _covered_before),
        (covered_after, text[end:].lstrip(UNSEEN)[:1], _covered_after),
    ):
        assert len(set(covered)) <= 1
        if covered:
            assert near
            assert len(covered) <= allowed(_base_of(text, covered[0]))


def _base_of(text: str, offset: int) -> str:
    return text[offset]


def _kana(character: str) -> bool:
    return ("ぁ" <= character <= "ヿ" and character != "・") or "ｦ" <= character <= "ﾟ"


def _covered_before(character: str) -> int:
    if _kana(character) or character == "\u3000":
        return KANA_OVERHANG
    return int(character in "。、．，」』）］｝〕〉》】｡､｣)] \t")


def _covered_after(character: str) -> int:
    if _kana(character) or character == "\u3000":
        return KANA_OVERHANG
    return int(character in "「『（［｛〔〈《【｢([ \t")


def check_breaks(rows: Sequence[Row], text: str, held: Sequence[tuple[int, int]]) -> None:
    """Where a line breaks kinsoku or a word, it had no legal break. `held` spans never break."""
    for above, row in pairwise(rows):
        if text[above.end - 1 : above.end] == "\n" or not above.base or not row.base:
            continue
        before, after = _last_seen(above), row.base[0].text[0]
        beside = text[: above.end].rstrip("\u00ad")[-1:]
        wrong = breaks_kinsoku(before, after) or breaks_word(beside, after)
        if wrong and _next_to_source(above, row):
            line = text[above.start :]
            for start, _ in cluster_spans(text, above.start, above.end):
                inside = any(low < start < high for low, high in held)
                if start > above.start and not inside:
                    assert not is_legal(line, start - above.start), (above, row)


def _last_seen(row: Row) -> str:
    """The last character of a row that is not a space; a footnote's number is not one."""
    for piece in reversed(row.base):
        if not (piece.inserted and piece.start == piece.end) and piece.text.strip(SPACES):
            return piece.text.rstrip(SPACES)[-1]
    return row.base[-1].text[-1]


def _next_to_source(above: Row, row: Row) -> bool:
    """Whether the break is one between two characters of the text, and no space is hidden there."""
    first = row.base[0]
    return not first.inserted and first.start == above.end == row.start


def fits(text: str, ruby: Ruby, setting: Setting) -> bool:
    """Whether a group can stand on one line."""
    room = setting.measure - max(setting.indents)
    widths = (cell_width(s, setting.profile) for s in (text[ruby.start : ruby.end], ruby.reading))
    return max(widths) <= room


def check_groups(rows: Sequence[Row], text: str, rubies: Sequence[Ruby], setting: Setting) -> None:
    """A group that fits a line stands on one, with its reading above it."""
    for ruby in rubies:
        if not fits(text, ruby, setting):
            continue
        on = [row for row in rows if row.start < ruby.end and row.end > ruby.start]
        assert len(on) == 1
        if setting.mode is RubyMode.ALL:
            shown = "".join(p.text for p in on[0].ruby if ruby.start <= p.start < ruby.end)
            assert shown == ruby.reading


def check_hits(rows: Sequence[Row], text: str, cuts: Sequence[int]) -> None:
    """Each drawn cell leads to its character, both halves to the same; padding leads nowhere."""
    for row in rows:
        covered: set[int] = set()
        for piece in row.base:
            starts = {start for start, _ in cluster_spans(text, piece.start, piece.end)}
            assert piece.inserted or not starts & {cut for cut in cuts if cut > piece.start}
            cells = range(piece.x, piece.x + piece.width)
            covered.update(cells)
            offsets = [row.hit(x) for x in cells]
            if piece.inserted:
                assert set(offsets) == {piece.start if piece.start < piece.end else None}
                continue
            expected = []
            for start, end in cluster_spans(text, piece.start, piece.end):
                expected += [start] * cell_width(text[start:end], row.profile)
            assert offsets == (expected or [piece.start])
        for x in range(-2, row.width + 2):
            assert (row.hit(x) is None) or x in covered
        for piece in row.ruby:
            assert {row.hit_ruby(x) for x in range(piece.x, piece.x + piece.width)} == {piece.start}
