"""Pitch accent in words and marks: UniDic's `aType`, or a position from an imported dictionary.

A position counts the mora after which the pitch falls; 0 means that it never does.

    しえん 0  し=low え=high ん=high, and the particle stays high   しえん￣
    もりこむ 3                       falls after こ                もりこ＼む
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MORA = re.compile(r".[ゃゅょぁぃぅぇぉゎャュョァィゥェォヮ]*")
FALL, FLAT = "＼", "￣"


@dataclass(frozen=True, slots=True)
class Pitch:
    """How one reading is pitched. `high` has a value for each mora, and one for a particle after it."""

    morae: tuple[str, ...]
    position: int
    high: tuple[bool, ...]

    @property
    def name(self) -> str:
        """The Japanese name of the pattern, romanised: heiban, atamadaka, nakadaka or odaka."""
        if self.position == 0:
            return "heiban"
        if self.position == 1:
            return "atamadaka"
        return "odaka" if self.position == len(self.morae) else "nakadaka"

    @property
    def marked(self) -> str:
        """The reading with its fall (もりこ＼む), or the sign that there is none (しえん￣)."""
        if self.position == 0:
            return "".join(self.morae) + FLAT
        return "".join(self.morae[: self.position]) + FALL + "".join(self.morae[self.position :])


def drawn(pattern: Pitch) -> tuple[str, str]:
    """The reading with a line over its high morae, as two lines of a terminal; a hook where it falls.

      ┌─┐       ┌────
    もりこむ    しえん
    """
    above = ""
    low_before = False
    for number, mora in enumerate(pattern.morae):
        cells = 2 * len(mora)
        if not pattern.high[number]:
            above += " " * cells
        else:
            rise = "┌" if low_before else "─"
            fall = "─" if pattern.high[number + 1] else "┐"
            above += rise + "─" * (cells - 2) + fall
        low_before = not pattern.high[number]
    return above, "".join(pattern.morae)


def morae_of(reading: str) -> tuple[str, ...]:
    """The morae of a reading in kana: きゃ is one, っ, ん and ー are one each."""
    return tuple(_MORA.findall(reading))


def pitch(reading: str, position: int) -> Pitch | None:
    """The pattern of `reading` that falls after `position`; None where it has fewer morae."""
    morae = morae_of(reading)
    if not morae or not 0 <= position <= len(morae):
        return None
    if position == 0:
        high = (False, *([True] * len(morae)))
    elif position == 1:
        high = (True, *([False] * len(morae)))
    else:
        high = tuple(0 < n < position for n in range(len(morae) + 1))
    return Pitch(morae, position, high)


def pitches(accent: str | None, reading: str) -> tuple[Pitch, ...]:
    """The patterns that UniDic's `aType` (`0`, `2,0`) allows a dictionary form, usual first.

    `reading` is that of the dictionary form (`Morph.lemma_reading`), which `aType` speaks of.
    """
    found = []
    for part in (accent or "").split(","):
        if part.strip().isdigit() and (one := pitch(reading, int(part))):
            found.append(one)
    return tuple(found)
