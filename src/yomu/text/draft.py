"""A paragraph while it is being worked on: text whose every character knows its place in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from yomu.model import Change, Footnote, Kind, Paragraph, Ruby

Span = tuple[int, int]
EXCERPT_LENGTH = 400


@dataclass(slots=True, eq=False)
class Draft:
    """Text cut from the source, as `(length, source offset)` pieces.

    `pieces` is None while the text is one unbroken stretch from `origin`. `fixed` means that
    markup named the kind, so that cleaning leaves it alone. `gap` means a blank line stood
    before it, `indent` that its first line was indented. `raised` are spans in superscript.
    """

    text: str
    origin: int
    kind: Kind = Kind.BODY
    fixed: bool = False
    gap: bool = False
    indent: bool = False
    pieces: list[Span] | None = None
    footnotes: tuple[Footnote, ...] = ()
    given: tuple[Ruby, ...] = ()
    raised: tuple[Span, ...] = ()
    translation: str | None = None

    def cut(self, spans: Sequence[Span]) -> None:
        """Take `spans` (sorted, apart from each other) out of the text, and out of all that points into it."""
        if not spans:
            return
        kept = _between(spans, len(self.text))
        self.pieces = _select(self.pieces or [(len(self.text), self.origin)], kept)
        if self.pieces:
            self.origin = self.pieces[0][1]
        shrink = _shrinker(spans)
        self.footnotes = tuple(Footnote(shrink(note.at), note.number) for note in self.footnotes)
        self.given = tuple(
            Ruby(shrink(ruby.start), shrink(ruby.end), ruby.reading, ruby.parts)
            for ruby in self.given
            if shrink(ruby.start) < shrink(ruby.end)
        )
        self.raised = tuple(
            (shrink(start), shrink(end))
            for start, end in self.raised
            if shrink(start) < shrink(end)
        )
        self.text = "".join([self.text[start:end] for start, end in kept])

    def strip(self) -> None:
        """Drop white space at both ends."""
        text = self.text
        head = len(text) - len(text.lstrip())
        tail = len(text.rstrip())
        spans = [(0, head)] if head else []
        if head < tail < len(text):
            spans.append((tail, len(text)))
        self.cut(spans)

    def freeze(self, index: int) -> Paragraph:
        return Paragraph(
            index,
            self.kind,
            self.text,
            self.translation,
            self.footnotes,
            self.given,
            self.origin,
            () if self.pieces is None else _shifts(self.pieces, self.origin),
        )


def joined(parts: Sequence[Draft], glue: Sequence[str]) -> Draft:
    """One draft of several; `glue[i]` goes between `parts[i]` and `parts[i + 1]`."""
    first = parts[0]
    text: list[str] = []
    pieces: list[Span] = []
    footnotes: list[Footnote] = []
    given: list[Ruby] = []
    raised: list[Span] = []
    length = 0
    for part, after in zip(parts, (*glue, ""), strict=True):
        text += (part.text, after)
        pieces += part.pieces or [(len(part.text), part.origin)]
        if after:
            pieces.append((len(after), pieces[-1][0] + pieces[-1][1]))
        footnotes += (Footnote(note.at + length, note.number) for note in part.footnotes)
        given += (Ruby(r.start + length, r.end + length, r.reading, r.parts) for r in part.given)
        raised += ((start + length, end + length) for start, end in part.raised)
        length += len(part.text) + len(after)
    return Draft(
        "".join(text),
        first.origin,
        first.kind,
        first.fixed,
        first.gap,
        first.indent,
        pieces,
        tuple(footnotes),
        tuple(given),
        tuple(raised),
    )


@dataclass(slots=True)
class Meta:
    """What a text says of itself. `extra` holds the front-matter keys that have no field here."""

    title: str = ""
    title_en: str = ""
    byline: str | None = None
    date: str | None = None
    area: str | None = None
    source_url: str | None = None
    licence: str | None = None
    slug: str = ""
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Page:
    """The drafts of one text in source order, what it says of itself, and what was done to it."""

    drafts: list[Draft]
    meta: Meta = field(default_factory=Meta)
    log: list[tuple[Draft, str, str, str, str]] = field(default_factory=list)

    def record(self, draft: Draft, rule: str, before: str, after: str, why: str) -> None:
        self.log.append((draft, rule, before, after, why))

    def mark(self, draft: Draft, kind: Kind, why: str) -> None:
        """Give a draft its kind and say so."""
        draft.kind = kind
        draft.fixed = True
        after = "" if kind is Kind.JUNK else excerpt(draft.text)
        self.record(draft, kind.value, excerpt(draft.text), after, why)

    def freeze(
        self, *, keep_empty: bool = False
    ) -> tuple[tuple[Paragraph, ...], tuple[Change, ...]]:
        """The finished paragraphs and changes; an emptied draft leaves only its changes, at the next one."""
        paragraphs: list[Paragraph] = []
        index_of: dict[int, int] = {}
        for draft in self.drafts:
            index_of[id(draft)] = len(paragraphs)
            if draft.text or keep_empty:
                paragraphs.append(draft.freeze(len(paragraphs)))
        last = max(len(paragraphs) - 1, 0)
        changes = [
            Change(rule, min(index_of.get(id(draft), last), last), before, after, why)
            for draft, rule, before, after, why in self.log
        ]
        changes.sort(key=lambda change: change.paragraph)
        return tuple(paragraphs), tuple(changes)


def excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT_LENGTH else text[: EXCERPT_LENGTH - 1] + "…"


def around(text: str, start: int, end: int, reach: int = 8) -> str:
    """`text[start:end]` with a little of what stands beside it."""
    return text[max(0, start - reach) : end + reach]


def _between(spans: Iterable[Span], length: int) -> list[Span]:
    kept: list[Span] = []
    at = 0
    for start, end in spans:
        if start > at:
            kept.append((at, start))
        at = max(at, end)
    if at < length:
        kept.append((at, length))
    return kept


def _select(pieces: Sequence[Span], kept: Sequence[Span]) -> list[Span]:
    """The parts of `pieces` under the `kept` text spans; both are walked once."""
    chosen: list[Span] = []
    wanted = iter(kept)
    span = next(wanted, None)
    at = 0
    for length, source in pieces:
        while span and span[0] < at + length:
            start, end = max(span[0], at), min(span[1], at + length)
            if start < end:
                chosen.append((end - start, source + start - at))
            if span[1] > at + length:
                break
            span = next(wanted, None)
        at += length
    return chosen


def _shrinker(spans: Sequence[Span]) -> Callable[[int], int]:
    starts = [start for start, _ in spans]
    removed = [0]
    for start, end in spans:
        removed.append(removed[-1] + end - start)

    def shrink(offset: int) -> int:
        i = bisect_right(starts, offset)
        if i and offset < spans[i - 1][1]:
            return spans[i - 1][0] - removed[i - 1]
        return offset - removed[i]

    return shrink


def _shifts(pieces: Sequence[Span], origin: int) -> tuple[Span, ...]:
    shifts: list[Span] = []
    at = ahead = 0
    for length, source in pieces:
        if source - origin - at != ahead:
            ahead = source - origin - at
            shifts.append((at, ahead))
        at += length
    return tuple(shifts)
