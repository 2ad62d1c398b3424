"""Which furigana are shown: by the mode, by what is known, and by what a person pinned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from yomu.model import AnnotatedParagraph, Ruby, RubyMode, Status, Token
from yomu.store.knowledge import term_key
from yomu.study.known import Known, terms_by_token

ALWAYS, NEVER, AUTO = "show", "hide", "auto"
"""What a pin can be, as the record has it."""


class Furigana:
    """What decides, shared by all that draws furigana.

    `pins` has words by their dictionary form and terms by `term_key`; `revealed` the places
    (paragraph, offset) whose furigana are shown for now.

    The mode says what happens where nothing is pinned. A pin of the longest term at a place
    comes before those of shorter ones, and those before the word's.
    """

    def __init__(self, known: Known, pins: Mapping[str, str] | None = None) -> None:
        self.known = known
        self.pins = dict(pins or {})
        self.revealed: set[tuple[int, int]] = set()

    def shown(self, annotated: AnnotatedParagraph, mode: RubyMode) -> Sequence[Ruby]:
        """The rubies of a paragraph that are to be drawn."""
        revealed = {at for paragraph, at in self.revealed if paragraph == annotated.paragraph.index}
        if mode is RubyMode.NONE and not revealed:
            return ()
        if mode in (RubyMode.ALL, RubyMode.INLINE) and NEVER not in self.pins.values():
            return annotated.rubies
        spans: list[tuple[int, int]] = []
        shows = False
        for token, terms in zip(annotated.tokens, terms_by_token(annotated), strict=True):
            if not (mode is RubyMode.UNKNOWN and self._follows(token, terms)):
                shows = mode is not RubyMode.NONE and self._shows(token, terms, mode)
            if shows or token.start in revealed:
                spans.append((token.start, token.end))
        return tuple(_touching(annotated.rubies, spans))

    def _follows(self, token: Token, terms: Sequence[str]) -> bool:
        """Whether a word is an ending (的, 官) of which nothing is said: it goes with its word."""
        return (
            token.pos.startswith("接尾辞")
            and self.pins.get(token.lemma, AUTO) == AUTO
            and self.known.at(token, terms) is Status.NEW
        )

    def _shows(self, token: Token, terms: Sequence[str], mode: RubyMode) -> bool:
        for key in (*map(term_key, terms), token.lemma):
            pin = self.pins.get(key, AUTO)
            if pin != AUTO:
                return pin == ALWAYS
        if mode is RubyMode.UNKNOWN:
            return not self.known.is_recalled(token, terms)
        return mode is not RubyMode.CHOSEN


def _touching(rubies: Sequence[Ruby], spans: Iterable[tuple[int, int]]) -> Iterable[Ruby]:
    """The rubies that stand over any of `spans`; both are in the order of the text."""
    coming = iter(spans)
    span = next(coming, None)
    for ruby in rubies:
        while span and span[1] <= ruby.start:
            span = next(coming, None)
        if span and span[0] < ruby.end:
            yield ruby
