"""What the number engine finds: segments of a text that furigana can sit on, kinds and values."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

Value: TypeAlias = int | float | Decimal | Fraction | range | None

SpanKind = Literal[
    "number",
    "date",
    "year",
    "time",
    "duration",
    "money",
    "percent",
    "fraction",
    "ratio",
    "measure",
    "count",
    "ordinal",
    "code",
    "name",
]
SegmentKind = Literal["number", "prefix", "suffix", "sign"]


class NumberSegment(NamedTuple):
    """A stretch of a number with one reading: 1月3日 has two, 第2次 has 第 and 2次.

    `reading` is hiragana; it is empty where a sign is not spoken (the 、 of 2、3人) and から for
    the 〜 of 10〜20%. `irregular` says that a reader who knows the digits (いち に さん よん ご ろく
    なな はち きゅう) and the counter's usual reading would still get it wrong: native words
    (ふたり, みっか, ひとつ), sound changes (いっぽん, じゅっかこく) and, in numbers of one or two
    digits, another name of the digit (よねん, しがつ, くじ). In longer numbers (2024年) the last
    does not count, since ruby over the whole year would cost more than it tells.

    `counter` is the offset where the counter begins (`end` if there is none) and
    `counter_reading` its share of `reading`; it is empty where the two cannot be told apart (ひとり).
    """

    start: int
    end: int
    reading: str
    irregular: bool = False
    kind: SegmentKind = "number"
    counter: int = -1
    counter_reading: str = ""
