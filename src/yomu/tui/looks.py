"""How a piece of text looks: flags, and what each means in colours and attributes.

Free of Textual and Rich: the first screen is painted before either is imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag


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
    PHRASE = 32768
    NEW = 65536
    LEARNING_1 = 131072
    LEARNING_2 = 262144
    LEARNING_3 = 524288
    LEARNING_4 = 1048576
    TICK = 2097152
    NAMED = 4194304


@dataclass(frozen=True, slots=True)
class LookStyle:
    """Names of palette colours (empty: as the ground), and attributes: bold, italic, underline, reverse."""

    colour: str = ""
    background: str = ""
    attributes: tuple[str, ...] = ()


# No look is told from another by colour alone: each has an attribute or a sign of its own,
# but for ruby and notes, which their place and form tell. A new word is underlined, of one that is
# learnt only the first character (TICK), and its colour fades in four steps, of brightness too.
# Where words are marked, terms leave the underline to them and are bold (NAMED).
STYLES: dict[Look, LookStyle] = {
    Look.RUBY: LookStyle("primary"),
    Look.HEADING: LookStyle("accent", attributes=("bold",)),
    Look.TITLE: LookStyle(attributes=("bold",)),
    Look.QUIET: LookStyle("quiet"),
    Look.JUNK: LookStyle("faint", attributes=("italic",)),
    Look.NOTE: LookStyle("faint"),
    Look.TRANSLATION: LookStyle("secondary"),
    Look.NEW: LookStyle("new", attributes=("underline",)),
    Look.LEARNING_1: LookStyle("learning-1"),
    Look.LEARNING_2: LookStyle("learning-2"),
    Look.LEARNING_3: LookStyle("learning-3"),
    Look.LEARNING_4: LookStyle("learning-4"),
    Look.TICK: LookStyle(attributes=("underline",)),
    Look.NAMED: LookStyle(attributes=("bold",)),
    Look.TERM: LookStyle(attributes=("bold", "underline")),
    Look.PHRASE: LookStyle(attributes=("underline",)),
    Look.DOUBT: LookStyle(attributes=("italic", "underline")),
    Look.HIT: LookStyle(background="hit", attributes=("underline",)),
    Look.CURRENT_HIT: LookStyle("background", "accent"),
    Look.SELECTED: LookStyle(background="selected"),
    Look.CURSOR: LookStyle(attributes=("reverse",)),
    Look.MARK: LookStyle("accent", attributes=("bold",)),
    Look.HERE: LookStyle("primary"),
}

PALETTES: dict[str, dict[str, str]] = {
    "yomu-dark": {
        "foreground": "#dcd7ca",
        "background": "#16181b",
        "surface": "#1c1f23",
        "panel": "#24282d",
        "primary": "#7fb2c9",
        "secondary": "#a3b18a",
        "accent": "#d9a066",
        "warning": "#d9a066",
        "error": "#d98080",
        "success": "#a3b18a",
        "quiet": "#9c9789",
        "faint": "#75716a",
        "hit": "#4d3d2b",
        "selected": "#35505c",
        "new": "#ff9d73",
        "learning-1": "#f5b878",
        "learning-2": "#eac58f",
        "learning-3": "#e4cea6",
        "learning-4": "#dfd4bb",
    },
    "yomu-light": {
        "foreground": "#26241f",
        "background": "#fbf8f1",
        "surface": "#f3eee3",
        "panel": "#e9e2d3",
        "primary": "#2f6480",
        "secondary": "#55682f",
        "accent": "#a05a14",
        "warning": "#a05a14",
        "error": "#a83232",
        "success": "#55682f",
        "quiet": "#6b675c",
        "faint": "#8f897b",
        "hit": "#f0d9b8",
        "selected": "#c4dbe6",
        "new": "#b3300f",
        "learning-1": "#9a4a10",
        "learning-2": "#7a4a1c",
        "learning-3": "#5c4124",
        "learning-4": "#403526",
    },
}
