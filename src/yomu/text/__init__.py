"""Texts as people have them → `Document`: decode, tell formats apart, clean, pair with a translation."""

from __future__ import annotations

from yomu.text.decode import Decoded, decode
from yomu.text.frontmatter import front_matter
from yomu.text.open import (
    MAX_BYTES,
    attach_translation,
    has_japanese,
    open_bytes,
    open_path,
    open_stream,
    read_bytes,
)
from yomu.text.places import locate, source_offset

__all__ = [
    "MAX_BYTES",
    "Decoded",
    "attach_translation",
    "decode",
    "front_matter",
    "has_japanese",
    "locate",
    "open_bytes",
    "open_path",
    "open_stream",
    "read_bytes",
    "source_offset",
]
