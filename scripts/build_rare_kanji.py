"""Write down what pykakasi reads the kanji as that KANJIDIC2 gives no on reading (凪 なぎ, 粁 きろめーとる).

    python scripts/build_rare_kanji.py

Needs `kanji.pack`. A kanji that pykakasi knows only inside words has an empty reading; one that is
not listed is unknown to it altogether. So the reading engine need not load pykakasi to find out.
"""

from __future__ import annotations

import pickle
from pathlib import Path

import pykakasi

from yomu.reading.furigana import by_on_readings
from yomu.reading.kakasi import kakasi_reading
from yomu.reading.kana import HAS_KANJI

TARGET = Path(__file__).parents[1] / "src" / "yomu" / "reading" / "data" / "rare.tsv"
KANJI = [
    chr(code)
    for first, end in ((0x3005, 0xA000), (0xF900, 0xFB00), (0x20000, 0x323B0))
    for code in range(first, end)
    if HAS_KANJI.match(chr(code))
]


def in_dictionary() -> set[str]:
    """Return every character that pykakasi's words or its table of variants are spelled with."""
    folder = Path(pykakasi.__file__).parent / "data"
    known: set[str] = set()
    for name in ("kanwadict4.db", "itaijidict4.db"):
        table = pickle.loads((folder / name).read_bytes())
        for key, value in table.items():
            known.update(chr(key) if isinstance(key, int) else key)
            if isinstance(value, dict):
                for word in value:
                    known.update(word)
    return known


def main() -> None:
    known = in_dictionary()
    lines = []
    for kanji in KANJI:
        if by_on_readings(kanji) is None:
            reading = kakasi_reading(kanji)
            if reading or kanji in known:
                lines.append(f"{kanji}\t{reading or ''}\n")
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
