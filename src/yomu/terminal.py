"""What may reach a terminal: text without control characters or escape sequences."""

from __future__ import annotations

import re

# C0 and C1 controls (tab and newline are the caller's to handle), DEL, bidi overrides and
# isolates: all of them can rewrite what a person sees on the screen.
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ESCAPE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\|$)|[@-Z\\-_])", re.DOTALL
)


def safe(text: str) -> str:
    """Drop escape sequences and control characters; newlines and tabs stay."""
    if not _UNSAFE.search(text):
        return text
    return _UNSAFE.sub("", _ESCAPE.sub("", text))


def safe_line(text: str) -> str:
    """`safe`, on one line: newlines and tabs become single spaces."""
    return " ".join(safe(text).split())
