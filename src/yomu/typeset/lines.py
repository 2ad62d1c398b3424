"""Filling lines with boxes and placing ruby over them.

A line is filled from the left at the least width its boxes can take. For a group of base width
B and ruby width R that starts at x, with r the first cell the ruby line has free:

    lowest ruby start   lo = max(r, x - cover_left, left edge)
    end of the base     e  = max(x + B, lo + R - cover_right)
    then                r  = lo + R + gap

where the covers are what the neighbours let the ruby overhang. The line holds as long as e and
lo + R stay within the measure. Once it is known where the line ends, a backward pass over its
groups finds the latest start of each reading and a forward pass puts each as near the middle of
its base as the two limits allow. All in one pass over the boxes; those after the break are
looked at once more for the next line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from yomu.typeset.boxes import Box
from yomu.typeset.glyph import Glyph
from yomu.typeset.group import Group
from yomu.typeset.kinsoku import BONDS, FREE, JOINT, NEWLINE, SPACE

_READ_AHEAD = 256


class PlacedGroup(NamedTuple):
    """A group on a line: the index of its box, the cells of its base, where its reading starts."""

    at: int
    x: int
    extent: int
    ruby_x: int


class Line(NamedTuple):
    """Boxes that share a line, where each starts, and the groups among them.

    A hidden box (a space that hangs over the end of the line) starts at -1.
    """

    boxes: list[Box]
    xs: list[int]
    groups: list[PlacedGroup]


class _Group(NamedTuple):
    """A group while its line is being filled.

    The base takes `x:end`; the reading was counted from `start`, and may start anywhere from
    `lowest` to `highest` as far as the base and its neighbours are concerned.
    """

    at: int
    box: Group
    x: int
    end: int
    start: int
    lowest: int
    highest: int


def iter_lines(
    boxes: Iterator[Box], measure: int, gap: int, first_indent: int, indent: int
) -> Iterator[Line]:
    """Lines of at most `measure` cells; reads at most a few hundred boxes ahead."""
    pending = list(islice(boxes, _READ_AHEAD))
    first = 0
    left = first_indent
    while True:
        if len(pending) - first < _READ_AHEAD // 2:
            pending = pending[first:] + list(islice(boxes, _READ_AHEAD))
            first = 0
        if first >= len(pending):
            return
        filled = _fill(pending, first, measure, gap, left)
        while filled is None:  # the line needs more boxes than were read
            # Twice as many each time: a line can hold any number of spaces that hang.
            more = list(islice(boxes, max(_READ_AHEAD, len(pending) - first)))
            pending.extend(more)
            filled = _fill(pending, first, measure, gap, left, closed=not more)
        stop, xs, groups = filled
        yield Line(pending[first:stop], xs, _place(groups, stop - first, measure, gap, left))
        first = stop
        left = indent


def _fill(
    boxes: list[Box], first: int, measure: int, gap: int, left: int, *, closed: bool = False
) -> tuple[int, list[int], list[_Group]] | None:
    """Where the line that starts with box `first` ends, and what it holds.

    None where the boxes end before the line does; with `closed` there are no more to come.
    """
    x = ruby_free = left
    xs: list[int] = []
    groups: list[_Group] = []
    last = [first] * BONDS
    index = first
    count = len(boxes)
    while index < count:
        _, _, what, bond = boxes[index]
        last[bond] = index
        if type(what) is Glyph:
            reach = x + what.width
            if reach > measure:
                if what.klass != SPACE:
                    break
                xs.append(-1)
                x = measure
            else:
                xs.append(x)
                x = reach
            if what.klass == NEWLINE:
                index += 1
                return index, xs, groups
        else:
            assert type(what) is Group
            if index + 1 == count and not closed:
                return None
            base, ruby = what.width, what.ruby_width
            before = after = 0
            if ruby > base:
                if index > first and xs[-1] >= 0:
                    before = _cover_before(boxes[index - 1][2])
                if index + 1 < count:
                    after = _cover_after(boxes[index + 1][2])
            lowest = max(ruby_free, x - before, left)
            reach = max(x + base, lowest + ruby - after)
            if max(reach, lowest + ruby) > measure:
                break
            groups.append(
                _Group(index - first, what, x, reach, lowest, x - before, reach + after - ruby)
            )
            xs.append(x)
            ruby_free = lowest + ruby + gap
            x = reach
        index += 1
    else:
        return (index, xs, groups) if closed else None
    stop = _choose(last, first, index)
    length = stop - first
    del xs[length:]
    while groups and groups[-1].at >= length:
        groups.pop()
    return stop, xs, groups


def _cover_before(what: Glyph | Group) -> int:
    return what.cover_before if type(what) is Glyph else 0


def _cover_after(what: Glyph | Group) -> int:
    return what.cover_after if type(what) is Glyph else 0


def _choose(last: list[int], first: int, overflow: int) -> int:
    """The box to start the next line with, given the last boundary of each bond that fits."""
    for bond, index in enumerate(last):
        if index <= first:
            continue
        # A line left more than half blank reads worse than a break inside a phrase, or in the
        # middle of a word that has to be broken anyhow.
        short = 2 * (index - first) < overflow - first
        if short and bond in (FREE, JOINT) and last[bond + 1] > index:
            continue
        return index
    return max(overflow, first + 1)


def _place(
    groups: list[_Group], boxes_on_line: int, measure: int, gap: int, left: int
) -> list[PlacedGroup]:
    """Centre each reading over its base as far as its neighbours allow."""
    if not groups:
        return []
    if groups[-1].at == boxes_on_line - 1:
        # Nothing follows that its ruby could overhang: the base may as well spread under it.
        group = groups[-1]
        end = max(group.end, group.start + group.box.ruby_width)
        groups[-1] = group._replace(end=end, highest=end - group.box.ruby_width)
    latest = [0] * len(groups)
    limit = measure
    for position in range(len(groups) - 1, -1, -1):
        group = groups[position]
        latest[position] = min(group.highest, limit - group.box.ruby_width)
        limit = latest[position] - gap
    placed = []
    free = left
    for group, highest in zip(groups, latest, strict=True):
        extent = group.end - group.x
        width = group.box.ruby_width
        centre = group.x + (extent - width) // 2
        ruby_x = min(max(centre, group.lowest, free), highest)
        placed.append(PlacedGroup(group.at, group.x, extent, ruby_x))
        free = ruby_x + width + gap
    return placed
