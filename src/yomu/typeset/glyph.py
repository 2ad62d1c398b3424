"""What a line is made of: glyphs, shared between all places where the same character stands."""

from __future__ import annotations

from typing import Final, final

from yomu.model import WidthProfile
from yomu.typeset.kinsoku import SPACE, class_of
from yomu.typeset.width import cluster_width, drawn

_COVERED_BEFORE_RUBY = frozenset("。、．，」』）］｝〕〉》】｡､｣)]")
_COVERED_AFTER_RUBY = frozenset("「『（［｛〔〈《【｢([")
_MOST_GLYPHS: Final = 20_000


@final
class Glyph:
    """One cluster as it is drawn, with all that line breaking asks of it.

    `cover_before` is how many of its cells the ruby of the group after it may cover,
    `cover_after` how many the ruby of the group before it may. `inserted` marks what is drawn
    without being source text.
    """

    __slots__ = ("cover_after", "cover_before", "inserted", "klass", "text", "whole", "width")

    def __init__(self, cluster: str, profile: WidthProfile, *, inserted: bool = False) -> None:
        first = cluster[0]
        self.text = " " if first == "\t" else drawn(cluster)
        self.width = 1 if first == "\t" else cluster_width(cluster, profile) if self.text else 0
        self.klass = class_of(first)
        self.inserted = inserted
        # Source text can be sliced for drawing as long as nothing in it is hidden.
        self.whole = self.text == cluster
        self.cover_before = self.cover_after = 0
        if inserted or not self.width:
            return
        if _is_kana(first):
            self.cover_before = self.cover_after = min(2, self.width)
        elif self.klass == SPACE:
            self.cover_before = self.cover_after = self.width
        elif first in _COVERED_BEFORE_RUBY:
            self.cover_before = 1
        elif first in _COVERED_AFTER_RUBY:
            self.cover_after = 1


def _is_kana(character: str) -> bool:
    code = ord(character)
    if 0x3041 <= code <= 0x30FF or 0x31F0 <= code <= 0x31FF:
        return code not in (0x30A0, 0x30FB)
    return 0xFF66 <= code <= 0xFF9F


class GlyphTable(dict[str, Glyph]):
    """Glyphs by cluster, made on first use. Texts use few: 700 in an article, 6,000 in a library."""

    def __init__(self, profile: WidthProfile, *, inserted: bool = False) -> None:
        super().__init__()
        self._profile: WidthProfile = profile
        self._inserted = inserted

    def __missing__(self, cluster: str) -> Glyph:
        if len(self) >= _MOST_GLYPHS:
            self.clear()
        glyph = Glyph(cluster, self._profile, inserted=self._inserted)
        if glyph.whole or len(cluster) == 1:
            self[cluster] = glyph
        return glyph


GLYPHS: Final[dict[WidthProfile, GlyphTable]] = {
    "narrow": GlyphTable("narrow"),
    "wide": GlyphTable("wide"),
}
INSERTED: Final[dict[WidthProfile, GlyphTable]] = {
    "narrow": GlyphTable("narrow", inserted=True),
    "wide": GlyphTable("wide", inserted=True),
}
