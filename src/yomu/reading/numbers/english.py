"""Stub."""

from __future__ import annotations

from yomu.reading.numbers.item import Item
from yomu.reading.numbers.model import NumberSegment


def meaning(group: list[Item], signs: list[NumberSegment | None]) -> str:
    return " ".join(str(item.numeral.value) if item.numeral else item.english for item in group)
