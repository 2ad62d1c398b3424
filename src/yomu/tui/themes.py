"""Two calm themes: the text is what one should see."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="yomu-dark",
    dark=True,
    primary="#7fb2c9",
    secondary="#a3b18a",
    accent="#d9a066",
    foreground="#dcd7ca",
    background="#16181b",
    surface="#1c1f23",
    panel="#24282d",
    warning="#d9a066",
    error="#d98080",
    success="#a3b18a",
    variables={"quiet": "#9c9789", "faint": "#75716a"},
)
LIGHT = Theme(
    name="yomu-light",
    dark=False,
    primary="#2f6480",
    secondary="#55682f",
    accent="#a05a14",
    foreground="#26241f",
    background="#fbf8f1",
    surface="#f3eee3",
    panel="#e9e2d3",
    warning="#a05a14",
    error="#a83232",
    success="#55682f",
    variables={"quiet": "#6b675c", "faint": "#8f897b"},
)
