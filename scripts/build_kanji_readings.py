"""Compile the readings of single kanji out of KANJIDIC2, for placing furigana.

Usage: python scripts/build_kanji_readings.py JAMDICT_DB [OUTPUT]

JAMDICT_DB is the SQLite file of the package jamdict-data. One line a kanji:
`漢<TAB>on readings<TAB>kun readings<TAB>name readings`, hiragana, by spaces, the most usual on
reading first; 64 code points a block of a pack (`yomu.reading.packed`).
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from yomu.kana import to_hiragana
from yomu.reading.furigana import KANJI_BLOCK
from yomu.reading.kana import HAS_KANJI, is_reading
from yomu.reading.packed import write_pack

OUTPUT = Path(__file__).parents[1] / "src/yomu/reading/data/kanji.pack"
MISSING = (
    ("日", "に"),
    ("父", "とう"),
    ("母", "かあ"),
    ("兄", "にい"),
    ("姉", "ねえ"),
    ("赤", "か"),
)
"""What KANJIDIC2 leaves out though everyday words need it: 日本, お父さん, 真っ赤."""
_I_ROW = dict(zip("うくぐすつぬぶむる", "いきぎしちにびみり", strict=True))


def kun_forms(kun: str) -> set[str]:
    """Return what a kanji stands for in compounds, from KANJIDIC2's `た.べる` notation."""
    stem, _, okurigana = kun.strip("-").partition(".")
    forms = {stem}
    if okurigana:
        whole = stem + okurigana
        forms.add(whole)
        if whole[-1] in _I_ROW:
            forms.add(whole[:-1] + _I_ROW[whole[-1]])
        if whole[-1] in "るい":
            forms.add(whole[:-1])
    return forms


def main(database: str, output: str | Path = OUTPUT) -> None:
    connection = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    on: dict[str, dict[str, None]] = {}
    kun: dict[str, set[str]] = {}
    names: dict[str, set[str]] = {}
    for literal, kind, value in connection.execute(
        "SELECT c.literal, r.r_type, r.value FROM character c JOIN rm_group g ON g.cid = c.ID "
        "JOIN reading r ON r.gid = g.ID WHERE r.r_type IN ('ja_on', 'ja_kun') ORDER BY r.rowid"
    ):
        hiragana = to_hiragana(value).replace(" ", "")
        if kind == "ja_on":
            on.setdefault(literal, {})[hiragana.strip("-")] = None
        else:
            kun.setdefault(literal, set()).update(kun_forms(hiragana))
    for literal, value in connection.execute(
        "SELECT c.literal, n.value FROM character c JOIN nanori n ON n.cid = c.ID"
    ):
        names.setdefault(literal, set()).add(to_hiragana(value).strip("-"))
    for literal, reading in MISSING:
        kun.setdefault(literal, set()).add(reading)
    lines = []
    for literal in sorted(on.keys() | kun.keys() | names.keys()):
        if not HAS_KANJI.fullmatch(literal):
            continue
        first = [r for r in on.get(literal, {}) if is_reading(r)]
        second = sorted(r for r in kun.get(literal, set()) - set(first) if is_reading(r))
        rare = names.get(literal, set()) - set(first) - set(second)
        third = sorted(r for r in rare if is_reading(r))
        lines.append("\t".join((literal, " ".join(first), " ".join(second), " ".join(third))))
    blocks: dict[str, list[str]] = {}
    for line in lines:
        blocks.setdefault(str(ord(line[0]) // KANJI_BLOCK), []).append(line)
    write_pack(Path(output), {key: "\n".join(block) for key, block in blocks.items()})
    print(f"{len(lines)} kanji → {output}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
