"""Collecting garbage in the pauses between keys: left to itself it came with a key, and took 60 ms."""

from __future__ import annotations

import asyncio
import gc
import time

PAUSE_S = 0.03
"""So long after a key or click its frame is out, and the next one is not there yet."""
WORTH_IT = 1_500
"""Young objects; collecting these takes 1 ms."""
REST_S = 20.0
"""Without a key for so long, the reader is reading: time for everything, 50 ms."""
THRESHOLDS = (150_000, 50, 50)
"""Python's own, for what comes to no pause: a thread at work for long."""


class Tidying:
    """Told of each key, collects young objects shortly after it and all of them after a rest."""

    def __init__(self) -> None:
        self._last = 0.0
        self._soon: asyncio.TimerHandle | None = None
        self._later: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Leave what start-up made out of every later collection."""
        gc.freeze()
        gc.set_threshold(*THRESHOLDS)
        gc.enable()

    def input_came(self) -> None:
        self._last = time.monotonic()
        loop = asyncio.get_running_loop()
        if self._soon is None:
            self._soon = loop.call_later(PAUSE_S, self._after_key)
        if self._later is None:
            self._later = loop.call_later(REST_S, self._at_rest)

    def _left(self, pause_s: float) -> float:
        return self._last + pause_s - time.monotonic()

    def _after_key(self) -> None:
        self._soon = None
        left = self._left(PAUSE_S)
        if left > 0:
            self._soon = asyncio.get_running_loop().call_later(left, self._after_key)
        elif gc.get_count()[0] > WORTH_IT:
            gc.collect(0)

    def _at_rest(self) -> None:
        self._later = None
        left = self._left(REST_S)
        if left > 0:
            self._later = asyncio.get_running_loop().call_later(left, self._at_rest)
        else:
            gc.collect()
