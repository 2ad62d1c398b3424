"""Compile the compounds and words that UniDic misreads, from four dictionaries' votes.

Usage: python scripts/build_compounds.py JAMDICT_DB [OUTPUT]

JAMDICT_DB is the SQLite file of the package jamdict-data (JMdict, JMnedict); pykakasi and
SudachiDict core are read from their installed packages. Sudachi is needed here only.

For each surface with kanji, UniDic's reading is what its words read one by one. Another reading
is written down where the dictionaries outvote it. The weights were set by counting, on annotated
sentences, how often each combination of votes was right where it differed from UniDic.
"""

from __future__ import annotations

import pickle
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from pathlib import Path

from yomu.kana import to_hiragana
from yomu.reading.fold import fold
from yomu.reading.kana import HAS_KANJI, KANA_ONLY, KANJI_CLASS, is_reading
from yomu.reading.packed import write_pack
from yomu.reading.tokenizer import Tokenizer

OUTPUT = Path(__file__).parents[1] / "src/yomu/reading/data/compounds.pack"
MAX_LENGTH = 14
WEIGHT = {
    "J": 3.0,  # JMdict's first reading
    "j": 1.0,  # another of JMdict's
    "K": 2.0,  # pykakasi's first
    "k": 0.5,
    "N": 1.5,  # JMnedict's only one
    "n": 0.3,
    "S": 2.0,  # Sudachi knows it as one word
    "s": 0.5,  # Sudachi reads it so, word by word
}
UNIDIC_BONUS = 1.5
_SURFACE = re.compile(f"[{KANJI_CLASS}ぁ-ゖァ-ヺー]+")
_AGE = re.compile("(?!二十歳)[一二三四五六七八九十百]{2,}歳")
"""Left to the number engine: pykakasi has 十七歳 じゅうろくさい and other slips."""
_DUBIOUS = ("out-dated", "obsolete", "archaism", "irregular", "word containing irregular", "rare")


def sounds_like(reading: str) -> str:
    """Reduce a reading to its sound, for comparing dictionaries: づ=ず, ぢ=じ, を=お, long o."""
    sound = reading.translate(str.maketrans("づぢを", "ずじお"))
    return re.sub(r"(?<=[おこそとのほもよろごぞどぼぽょ])お", "う", sound)


def jmdict(db: sqlite3.Connection) -> dict[str, list[tuple[str, bool]]]:
    """Return surface → (reading, sound) pairs in JMdict's order; `sound` is False for rare ones."""
    dubious: set[int] = set()
    for table in ("KJI", "KNI"):
        for key, text in db.execute(f"SELECT kid, text FROM {table}"):
            if any(word in text for word in _DUBIOUS):
                dubious.add((1 << 40 if table == "KJI" else 0) + key)
    archaic = Counter()
    senses = Counter(row[0] for row in db.execute("SELECT idseq FROM Sense"))
    for (entry,) in db.execute(
        "SELECT DISTINCT s.idseq || '' FROM misc m JOIN Sense s ON s.ID = m.sid "
        "WHERE m.text LIKE '%archaism%' OR m.text LIKE '%obsolete%' OR m.text LIKE '%rare%'"
    ):
        archaic[int(entry)] += 1
    restricted = defaultdict(set)
    for key, text in db.execute("SELECT kid, text FROM KNR"):
        restricted[key].add(text)
    kanji = defaultdict(list)
    for key, entry, text in db.execute("SELECT ID, idseq, text FROM Kanji ORDER BY ID"):
        kanji[entry].append((key, text))
    out: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for key, entry, text, no_kanji in db.execute(
        "SELECT ID, idseq, text, nokanji FROM Kana ORDER BY ID"
    ):
        reading = to_hiragana(text).replace("・", "")
        if no_kanji or not is_reading(reading):
            continue
        for kanji_key, surface in kanji[entry]:
            if restricted[key] and surface not in restricted[key]:
                continue
            good = key not in dubious and kanji_key + (1 << 40) not in dubious
            out[surface].append((reading, good and not (archaic[entry] and senses[entry] == 1)))
    return out


def jmnedict(db: sqlite3.Connection) -> dict[str, Counter[str]]:
    """Return surface → how many of JMnedict's entries give each reading."""
    kanji = defaultdict(list)
    for entry, text in db.execute("SELECT idseq, text FROM NEKanji"):
        kanji[entry].append(text)
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for entry, text in db.execute("SELECT idseq, text FROM NEKana ORDER BY ID"):
        reading = to_hiragana(text).replace("・", "").replace("\u3000", "")
        if is_reading(reading):
            for surface in kanji[entry]:
                out[surface][reading] += 1
    return out


def kakasi() -> dict[str, list[str]]:
    """Return pykakasi's dictionary as surface → readings that need no context."""
    import pykakasi

    path = Path(pykakasi.__file__).parent / "data" / "kanwadict4.db"
    with path.open("rb") as file:
        table = pickle.load(file)
    out: dict[str, list[str]] = {}
    for entries in table.values():
        for surface, readings in entries.items():
            out[surface] = [to_hiragana(r) for r, context in readings if context is None]
    return out


class Ballot:
    """Collects the votes for one surface at a time."""

    def __init__(self, database: str) -> None:
        db = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
        self.jmdict, self.names, self.kakasi = jmdict(db), jmnedict(db), kakasi()
        import sudachipy

        self._sudachi = sudachipy.Dictionary(dict="core").create(mode=sudachipy.SplitMode.C)

    def surfaces(self) -> list[str]:
        everything = self.jmdict.keys() | self.names.keys() | self.kakasi.keys()
        return sorted(
            s
            for s in everything
            if 2 <= len(s) <= MAX_LENGTH
            and HAS_KANJI.search(s)
            and _SURFACE.fullmatch(s)
            and not _AGE.fullmatch(s)
        )

    def votes(self, surface: str) -> dict[str, dict[str, str]]:
        """Return sound → {vote: reading as that dictionary spells it}."""
        out: dict[str, dict[str, str]] = defaultdict(dict)

        def vote(reading: str, kind: str) -> None:
            if is_reading(reading):
                out[sounds_like(reading)].setdefault(kind, reading)

        for rank, (reading, good) in enumerate(self.jmdict.get(surface, ())):
            vote(reading, "J" if rank == 0 and good else "j")
        names = self.names.get(surface, Counter())
        for reading in names:
            vote(reading, "N" if len(names) == 1 else "n")
        for rank, reading in enumerate(self.kakasi.get(surface, ())):
            vote(reading, "K" if rank == 0 else "k")
        words = self._sudachi.tokenize(surface)
        if len(words) == 1 or not any(word.is_oov() for word in words):
            reading = "".join(
                w.surface() if KANA_ONLY.fullmatch(w.surface()) else w.reading_form() for w in words
            )
            vote(to_hiragana(reading), "S" if len(words) == 1 else "s")
        return out


def decide(
    surface: str,
    unidic: str,
    votes: dict[str, dict[str, str]],
    *,
    known: bool,
    single: bool,
    fragile: bool,
) -> tuple[str, bool] | None:
    """Return the reading to write down and whether only name dictionaries back it, None if none.

    `known`: UniDic knows all of its words; `single`: it is one of them; `fragile`: one of them
    is a single kanji, whose reading hangs on its neighbours.
    """
    mine = votes.get(sounds_like(unidic), {})
    confirmed = None
    if known and fragile and ("J" in mine or "K" in mine):
        # In a sentence the same split may come out with other readings (被|雷 ひ|かみなり).
        confirmed = mine.get("J") or mine["K"], False
    rivals = [(k, v) for k, v in votes.items() if k != sounds_like(unidic)]
    all_kanji = all(HAS_KANJI.match(char) for char in surface)
    if known and single:
        if not all_kanji:
            return None
        # Sudachi and UniDic share most of their words, so only two others together count.
        if "J" in mine or "K" in mine:
            return None
        rivals = [(k, v) for k, v in rivals if "J" in v and "K" in v]
    elif known and len(surface) == 2 and all_kanji:
        rivals = [(k, v) for k, v in rivals if "J" in v or ("N" in v and "S" in v)]
    elif not all_kanji:
        # Noun and particle (下に, 物の) look like set phrases; four characters rarely do.
        rivals = [(k, v) for k, v in rivals if len(surface) >= 4 and ("J" in v or "S" in v)]
    if not rivals:
        return confirmed
    weigh = lambda v: sum(WEIGHT[kind] for kind in v)  # noqa: E731
    _, best = max(rivals, key=lambda rival: weigh(rival[1]))
    if known and not single and weigh(best) <= weigh(mine) + UNIDIC_BONUS:
        return confirmed
    reading = next(best[kind] for kind in "JKSNjkns" if kind in best)
    return reading, not set(best) & set("JKjk")


def main(database: str, output: str | Path = OUTPUT) -> None:
    ballot, tokenizer = Ballot(database), Tokenizer(exceptions=False)
    buckets: dict[str, list[str]] = defaultdict(list)
    count = 0
    for surface in ballot.surfaces():
        _, words = tokenizer.words(fold(surface).text)
        known = all(w.reading or not HAS_KANJI.search(w.surface) for w in words)
        unidic = "".join(w.reading or to_hiragana(w.surface) for w in words)
        if len(words) == 1 and known and "固有名詞" in words[0].morph.pos:
            continue
        all_kanji = all(HAS_KANJI.match(char) for char in surface)
        decision = decide(
            surface,
            unidic,
            ballot.votes(surface),
            known=known,
            single=len(words) == 1,
            fragile=all_kanji and len(words) > 1 and any(w.length == 1 for w in words),
        )
        if decision:
            reading, name_only = decision
            buckets[surface[0]].append(f"\n{surface[1:]}\t{'*' if name_only else ''}{reading}")
            count += 1
    write_pack(Path(output), {first: "".join(lines) for first, lines in buckets.items()})
    print(f"{count} surfaces → {output}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
