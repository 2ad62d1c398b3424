"""Taking over a screen that shows the first frame already."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver

_ENTER = "\x1b[?1049h"


class TakeoverDriver(LinuxDriver):
    """Does not enter the alternate screen again: that would clear the first frame, a visible flash."""

    def write(self, data: str) -> None:
        if data != _ENTER:
            super().write(data)
