"""What must hold where a pattern's characters stand in a text."""

from __future__ import annotations

from enum import IntEnum


class How(IntEnum):
    """The ways in which a pattern matches; compiled files hold the numbers."""

    PLAIN = 0
    """Word boundaries at both ends."""
    STEM = 1
    """The word that begins in it or after it inflects `Pattern.form`."""
    EXACT = 2
    """The surface has the letter case of `Pattern.form` (an acronym that is also an English word)."""
    BARE = 3
    """The noun of a する-verb, standing alone."""
