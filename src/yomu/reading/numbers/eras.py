"""The era names by which Japan counts its years."""

from __future__ import annotations

from typing import Final, NamedTuple


class Era(NamedTuple):
    """`before` is the year before the first one: 令和8年 is 8 + 2018."""

    reading: str
    english: str
    before: int


ERAS: Final = {
    "令和": Era("れいわ", "Reiwa", 2018),
    "平成": Era("へいせい", "Heisei", 1988),
    "昭和": Era("しょうわ", "Showa", 1925),
    "大正": Era("たいしょう", "Taisho", 1911),
    "明治": Era("めいじ", "Meiji", 1867),
    "慶応": Era("けいおう", "Keio", 1864),
}
