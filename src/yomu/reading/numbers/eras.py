"""The era names by which Japan counts its years."""

from __future__ import annotations

from typing import Final, NamedTuple

from yomu.reading.numbers.context import is_kanji


class Era(NamedTuple):
    """`before` is the year before the first one: 令和8年 is 8 + 2018. `years` is how many it had."""

    reading: str
    english: str
    before: int
    years: int


# Name, reading, English, first year, number of years. One goes on counting in the eras since Meiji
# (2025 was 昭和100年). Before them a year began some weeks later than in the West, so that its last
# weeks belong to the next one there.
_TABLE: Final = """
大化 たいか Taika 645 6
大宝 たいほう Taiho 701 4
和銅 わどう Wado 708 8
天平 てんぴょう Tenpyo 729 21
延暦 えんりゃく Enryaku 782 25
貞観 じょうがん Jogan 859 19
延喜 えんぎ Engi 901 23
保元 ほうげん Hogen 1156 4
平治 へいじ Heiji 1159 2
治承 じしょう Jisho 1177 8
寿永 じゅえい Juei 1182 4
文治 ぶんじ Bunji 1185 6
建久 けんきゅう Kenkyu 1190 10
承久 じょうきゅう Jokyu 1219 4
文永 ぶんえい Bun’ei 1264 12
弘安 こうあん Koan 1278 11
元弘 げんこう Genko 1331 4
建武 けんむ Kenmu 1334 5
明徳 めいとく Meitoku 1390 5
応永 おうえい Oei 1394 35
永享 えいきょう Eikyo 1429 13
嘉吉 かきつ Kakitsu 1441 4
享徳 きょうとく Kyotoku 1452 4
長禄 ちょうろく Choroku 1457 4
寛正 かんしょう Kansho 1460 7
応仁 おうにん Onin 1467 3
文明 ぶんめい Bunmei 1469 19
明応 めいおう Meio 1492 10
永正 えいしょう Eisho 1504 18
大永 だいえい Daiei 1521 8
享禄 きょうろく Kyoroku 1528 5
天文 てんぶん Tenbun 1532 24
弘治 こうじ Koji 1555 4
永禄 えいろく Eiroku 1558 13
元亀 げんき Genki 1570 4
天正 てんしょう Tensho 1573 20
文禄 ぶんろく Bunroku 1592 5
慶長 けいちょう Keicho 1596 20
元和 げんな Genna 1615 10
寛永 かんえい Kan’ei 1624 21
正保 しょうほう Shoho 1644 5
慶安 けいあん Keian 1648 5
承応 じょうおう Joo 1652 4
明暦 めいれき Meireki 1655 4
万治 まんじ Manji 1658 4
寛文 かんぶん Kanbun 1661 13
延宝 えんぽう Enpo 1673 9
天和 てんな Tenna 1681 4
貞享 じょうきょう Jokyo 1684 5
元禄 げんろく Genroku 1688 17
宝永 ほうえい Hoei 1704 8
正徳 しょうとく Shotoku 1711 6
享保 きょうほう Kyoho 1716 21
元文 げんぶん Genbun 1736 6
寛保 かんぽう Kanpo 1741 4
延享 えんきょう Enkyo 1744 5
寛延 かんえん Kan’en 1748 4
宝暦 ほうれき Horeki 1751 14
明和 めいわ Meiwa 1764 9
安永 あんえい An’ei 1772 10
天明 てんめい Tenmei 1781 9
寛政 かんせい Kansei 1789 13
享和 きょうわ Kyowa 1801 4
文化 ぶんか Bunka 1804 15
文政 ぶんせい Bunsei 1818 13
天保 てんぽう Tenpo 1830 15
弘化 こうか Koka 1844 5
嘉永 かえい Kaei 1848 7
安政 あんせい Ansei 1854 7
万延 まんえん Man’en 1860 2
文久 ぶんきゅう Bunkyu 1861 4
元治 げんじ Genji 1864 2
慶応 けいおう Keio 1865 4
明治 めいじ Meiji 1868 199
大正 たいしょう Taisho 1912 199
昭和 しょうわ Showa 1926 199
平成 へいせい Heisei 1989 199
令和 れいわ Reiwa 2019 199
"""


def _eras() -> dict[str, Era]:
    rows = [line.split() for line in _TABLE.strip().splitlines()]
    return {
        name: Era(reading, english, int(first) - 1, int(years))
        for name, reading, english, first, years in rows
    }


ERAS: Final = _eras()


_ALSO_WORDS: Final = frozenset(("文化", "文明", "天文"))


def era_before(text: str, start: int, year: int) -> Era | None:
    """Return the era whose name ends at `start` if it had such a year: 文化5年, but not 食文化5年, 文化120年."""
    if start < 2:
        return None
    name = text[start - 2 : start]
    era = ERAS.get(name)
    if era is None or not 0 < year <= era.years:
        return None
    goes_on = start > 2 and is_kanji(text[start - 3])
    return None if name in _ALSO_WORDS and goes_on else era
