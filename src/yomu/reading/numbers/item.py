"""A number while it is being worked on, before it is joined with its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from yomu.reading.numbers.counters import Counter
from yomu.reading.numbers.model import NumberSegment, SpanKind, Value
from yomu.reading.numbers.numeral import Numeral


@dataclass(slots=True)
class Item:
    """A numeral with what clings to it.

    `segments` cover `start:end`; `number_at` is the index of the numeral's own. `prefix`, `era`
    and `suffix` are spellings, empty where there is none. `second` is the upper part of a
    fraction (3分の1). `kind` and `value` are set for fixed expressions, which have no numeral;
    `english` wherever the numeral does not tell the meaning. `certain` says that the words around
    make it a number although dictionaries have a word there (十分ほど, 三重の堀).
    """

    start: int
    end: int
    segments: list[NumberSegment]
    numeral: Numeral | None = None
    counter: Counter | None = None
    number_at: int = 0
    prefix: str = ""
    suffix: str = ""
    second: Numeral | None = None
    kind: SpanKind | None = None
    value: Value = None
    english: str = ""
    certain: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is a numeral and nothing else but perhaps 第."""
        alone = self.counter is None and not self.suffix and self.kind is None
        return alone and self.prefix in ("", "第")

    @property
    def figure(self) -> int:
        """The number if it is a whole one, else 0."""
        value = self.numeral.value if self.numeral else None
        return value if isinstance(value, int) else 0

    @property
    def counter_kind(self) -> str:
        return self.counter.kind if self.counter else ""
