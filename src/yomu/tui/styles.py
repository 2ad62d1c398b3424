"""How a piece of text looks, as a set of flags; each channel shows without colour too."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntFlag

from rich.style import Style


class Look(IntFlag):
    """What a character is. Styles are laid over each other in this order."""

    PLAIN = 0
    RUBY = 1
    HEADING = 2
    TITLE = 4
    QUIET = 8
    JUNK = 16
    NOTE = 32
    TRANSLATION = 64
    TERM = 128
    DOUBT = 256
    HIT = 512
    CURRENT_HIT = 1024
    SELECTED = 2048
    CURSOR = 4096
    MARK = 8192
    HERE = 16384


class Looks:
    """Flags → Rich style, from the component classes `reader--ruby`, `reader--term` … of a widget."""

    def __init__(self, component_style: Callable[[str], Style]) -> None:
        self._component_style = component_style
        self._styles: dict[int, Style] = {}

    def style(self, look: int) -> Style:
        style = self._styles.get(look)
        if style is None:
            style = Style()
            for flag in Look:
                if flag and look & flag:
                    style += self._component_style(
                        "reader--" + str(flag.name).lower().replace("_", "-")
                    )
            self._styles[look] = style
        return style

    def forget(self) -> None:
        """The theme has changed."""
        self._styles.clear()


COMPONENT_CLASSES = {"reader--" + str(flag.name).lower().replace("_", "-") for flag in Look if flag}
