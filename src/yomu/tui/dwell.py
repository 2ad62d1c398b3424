"""When a paragraph counts as read: the cursor rested on it about as long as reading takes."""

from __future__ import annotations

from dataclasses import dataclass, field

TICK_S = 0.5
AWAY_AFTER_S = 90.0
"""No key and no mouse for so long: the reader has left the desk."""
CHARACTERS_A_SECOND = 25.0
"""Three times a native reader's usual 8 or so: less than this cannot have been reading."""
SHORTEST_S = 2.0
LONGEST_S = 20.0


@dataclass
class Dwell:
    """Adds up the time on each paragraph, in ticks of half a second."""

    seconds: dict[int, float] = field(default_factory=dict)
    idle_s: float = 0.0

    def active(self) -> None:
        """A key was pressed or the mouse moved."""
        self.idle_s = 0.0

    def tick(self, paragraph: int, characters: int) -> bool:
        """Half a second more on `paragraph`; True once, when it has been enough."""
        self.idle_s += TICK_S
        if self.idle_s > AWAY_AFTER_S:
            return False
        enough = min(LONGEST_S, max(SHORTEST_S, characters / CHARACTERS_A_SECOND))
        before = self.seconds.get(paragraph, 0.0)
        self.seconds[paragraph] = before + TICK_S
        return before < enough <= before + TICK_S
