"""Doing work that may be needed soon in the pauses between keys."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widget import Widget

SOON_S = 0.012
"""After a scroll: the frame is out, the next key is 100 ms and more away."""
SLICES_AFTER_SCROLL = 8
IDLE_S = 0.4
"""Without a key for so long, the reader is reading."""
BETWEEN_S = 0.05
"""Slices in idle time leave the screen free most of the time: a key waits for one at the most."""


class Prefetch:
    """Calls `work`, a slice of some milliseconds, until it returns False.

    A few slices follow a scroll at once; the rest waits until no key has come for a while.
    """

    def __init__(self, widget: Widget, work: Callable[[], bool]) -> None:
        self._widget = widget
        self._work = work
        self._timer: Timer | None = None
        self._slices = 0

    def scrolled(self) -> None:
        self._slices = SLICES_AFTER_SCROLL
        self._after(SOON_S)

    def key_pressed(self) -> None:
        """Work already planned is put off."""
        if self._timer is not None:
            self._slices = 0
            self._after(IDLE_S)

    def _after(self, delay_s: float) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._widget.set_timer(delay_s, self._slice, name="prefetch")

    def _slice(self) -> None:
        self._timer = None
        if not self._work():
            return
        if self._slices:
            self._slices -= 1
            self._after(SOON_S if self._slices else IDLE_S)
        else:
            self._after(BETWEEN_S)
