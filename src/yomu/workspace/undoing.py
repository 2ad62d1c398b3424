"""What `u` takes back: whatever the person did last, of all that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What was done, and so what has to be drawn anew when it is taken back."""

    STATUS = auto()
    READING = auto()
    FURIGANA = auto()
    CARD = auto()


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done. `undone` says, once it is taken back, what holds again.

    `keys` are those (`Item.key`) whose status it changed.
    """

    kind: Kind
    undone: str
    take_back: Callable[[], None]
    keys: frozenset[str] = frozenset()


class Undoing:
    """The deeds since yomu was started, of every screen, in one order."""

    def __init__(self) -> None:
        self._deeds: list[Deed] = []

    def did(
        self,
        kind: Kind,
        undone: str,
        take_back: Callable[[], None],
        keys: Collection[str] = (),
    ) -> None:
        self._deeds.append(Deed(kind, undone, take_back, frozenset(keys)))

    def undo(self) -> Deed | None:
        """Take back the latest deed; None if there is none. One that cannot be raises YomuError."""
        if not self._deeds:
            return None
        deed = self._deeds.pop()
        deed.take_back()
        return deed
