"""Compile the readings of single kanji out of KANJIDIC2, for placing furigana.

Usage: python scripts/build_kanji_readings.py JAMDICT_DB [OUTPUT]

JAMDICT_DB is the SQLite file of the package jamdict-data. One line a kanji:
`漢<TAB>on and kun readings<TAB>name readings`, hiragana, by spaces; zlib-compressed UTF-8.
"""

from __future__ import annotations

import sqlite3
import sys
import zlib
from pathlib import Path

from yomu.reading.kana import HAS_KANJI, is_reading, to_hiragana

OUTPUT = Path(__file__).parents[1] / "src/yomu/reading/data/kanji.z"
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
    usual: dict[str, set[str]] = {}
    for literal, kind, value in connection.execute(
        "SELECT c.literal, r.r_type, r.value FROM character c JOIN rm_group g ON g.cid = c.ID "
        "JOIN reading r ON r.gid = g.ID WHERE r.r_type IN ('ja_on', 'ja_kun')"
    ):
        hiragana = to_hiragana(value).replace(" ", "")
        forms = kun_forms(hiragana) if kind == "ja_kun" else {hiragana.strip("-")}
        usual.setdefault(literal, set()).update(forms)
    names: dict[str, set[str]] = {}
    for literal, value in connection.execute(
        "SELECT c.literal, n.value FROM character c JOIN nanori n ON n.cid = c.ID"
    ):
        names.setdefault(literal, set()).add(to_hiragana(value).strip("-"))
    lines = []
    for literal in sorted(usual.keys() | names.keys()):
        if not HAS_KANJI.fullmatch(literal):
            continue
        common = sorted(r for r in usual.get(literal, ()) if is_reading(r))
        rare = sorted(r for r in names.get(literal, set()) - set(common) if is_reading(r))
        lines.append(f"{literal}\t{' '.join(common)}\t{' '.join(rare)}")
    Path(output).write_bytes(zlib.compress("\n".join(lines).encode(), 9))
    print(f"{len(lines)} kanji → {output}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
