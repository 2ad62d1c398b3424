"""Numbers, dates and counters: where they stand, how they are read, what they mean."""

from yomu.reading.numbers.find import find_numbers, holds_numbers
from yomu.reading.numbers.model import NumberSegment
from yomu.reading.numbers.span import NumberSpan

__all__ = ["NumberSegment", "NumberSpan", "find_numbers", "holds_numbers"]
