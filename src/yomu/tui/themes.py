"""The two calm themes as Textual wants them, and looks as Rich styles."""

from __future__ import annotations

from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

from yomu.tui.looks import PALETTES, STYLES

_OWN_VARIABLES = ("quiet", "faint")
_THEME_COLOURS = (
    "foreground",
    "background",
    "surface",
    "panel",
    "primary",
    "secondary",
    "accent",
    "warning",
    "error",
    "success",
)


def theme(name: str) -> Theme:
    """The theme `name` of `looks.PALETTES`."""
    palette = PALETTES[name]
    return Theme(
        name=name,
        dark=name.endswith("dark"),
        variables={variable: palette[variable] for variable in _OWN_VARIABLES},
        **{colour: palette[colour] for colour in _THEME_COLOURS},  # type: ignore[arg-type]  # all are str
    )


@lru_cache(maxsize=1024)
def look_style(theme_name: str, look: int) -> Style:
    """The Rich style of a set of looks, each laid over the one before."""
    palette = PALETTES[theme_name]
    style = Style()
    for flag, meaning in STYLES.items():
        if look & flag:
            style += Style(
                color=palette.get(meaning.colour),
                bgcolor=palette.get(meaning.background),
                **dict.fromkeys(meaning.attributes, True),  # type: ignore[arg-type]  # bold, italic …
            )
    return style


@lru_cache(maxsize=8)
def ground_style(theme_name: str, ground: str = "background") -> Style:
    """Plain text on one of the palette's grounds. `Widget.rich_style` takes 0.1 ms each time it is asked."""
    palette = PALETTES[theme_name]
    return Style(color=palette["foreground"], bgcolor=palette[ground])
