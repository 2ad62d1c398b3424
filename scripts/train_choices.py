"""Train the learned choice between a word's readings; writes `reading/data/choices.pack`.

Usage: python scripts/train_choices.py JAMDICT_DB GOLD.jsonl... [--examples FILE...] [--out FILE]

GOLD holds annotated sentences, one JSON object a line: `text` and `spans`, each with `start`,
`end`, `reading`, `alts`, `kind`. Examples are sentences in brackets: `[右|う]の[方|ほう]へ`.

Each surface gets a multinomial logistic regression of its own, UniDic's reading as the prior.
Three kinds of evidence: annotated sentences (weight 1), the examples (1), and the compounds of
JMdict and pykakasi, whose parts show how a word reads next to another (0.4; their edges tell
nothing, so only features of the neighbour inside count).
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse

sys.path.insert(0, str(Path(__file__).parent))
from build_compounds import jmdict, kakasi, sounds_like

from yomu.kana import to_hiragana
from yomu.reading.arbiter import align, settle
from yomu.reading.choice import PRIOR, SCALE, ZERO, evidence
from yomu.reading.fold import fold
from yomu.reading.furigana import split_by_kanji
from yomu.reading.kana import HAS_KANJI, KANA_ONLY, is_reading
from yomu.reading.packed import write_pack
from yomu.reading.reader import Reader
from yomu.reading.tokenizer import Tokenizer, Word

OUTPUT = Path(__file__).parents[1] / "src/yomu/reading/data/choices.pack"
L2 = 0.6
COMPOUND_WEIGHT = 0.4
COMPOUND_CAP = 400  # instances a surface, lest 人 drown what sentences say
NEIGHBOUR = set("lrcdLR")  # what a compound can speak for: its kanji next to the word
FRAMES = (
    "その{}は古い。",
    "{}を見る。",
    "私の{}が好きだ。",
    "次の{}に会う。",
    "この{}も同じだ。",
    "{}から",
)
"""Where a noun stands alone; the annotated corpora have too little of everyday life."""
SMALLEST = 2  # weights below this many sixteenths are not stored


@dataclass(frozen=True, slots=True)
class Instance:
    """One occurrence of a word: the readings that are right, and what stands around it."""

    surface: str
    unidic: str
    right: tuple[str, ...]
    features: tuple[str, ...]
    weight: float


def parse_example(line: str) -> dict[str, object]:
    """Turn `[右|う]へ` into a gold record."""
    text, spans = "", []
    for piece in re.findall(r"\[[^\]|]+\|[^\]]+\]|[^\[]+", line.strip()):
        if piece[0] == "[":
            surface, _, reading = piece[1:-1].partition("|")
            start, end = len(text), len(text) + len(surface)
            spans.append(
                {"start": start, "end": end, "reading": reading, "alts": [], "kind": "kanji"}
            )
            piece = surface
        text += piece
    return {"text": text, "spans": spans}


def features(words: list[Word], at: int) -> list[str]:
    """Name what stands around a word as the data file does; the empty name is the bias."""
    return ["", *evidence(words, at)]


def right_readings(record: dict, start: int, end: int) -> tuple[str, ...] | None:
    """Return the readings of `text[start:end]`, None where the borders are not the gold's."""
    spans = {s["start"]: s for s in record["spans"] if s.get("kind", "kanji") == "kanji"}
    at, out = start, [""]
    while at < end:
        if at in spans:
            span = spans[at]
            options = [span["reading"], *span.get("alts", ())] if at == start else [span["reading"]]
            out = [a + b for a in out for b in options]
            at = span["end"]
        elif KANA_ONLY.fullmatch(record["text"][at]):
            out = [a + to_hiragana(record["text"][at]) for a in out]
            at += 1
        else:
            return None
    return tuple(map(to_hiragana, out)) if at == end else None


def from_sentences(reader: Reader, records: Iterable[dict], weight: float) -> Iterator[Instance]:
    """Yield the words of annotated sentences that no compound or number claims."""
    for record in records:
        folded = fold(record["text"])
        if folded.starts is not None:
            continue
        starts, words = reader._tokenizer.words(folded.text)
        claims = settle(reader._sources.claims(folded, starts, words, (), None, ""))
        starts, words, verdicts = align(folded.text, starts, words, claims, reader._tokenizer.words)
        claimed = {k for v in verdicts for k in range(v.first, v.last)}
        for k, (start, word) in enumerate(zip(starts, words, strict=True)):
            if k in claimed or not word.kanji:
                continue
            right = right_readings(record, start, start + word.length)
            if right and all(map(is_reading, right)):
                yield Instance(
                    word.surface, word.reading or "", right, tuple(features(words, k)), weight
                )


def from_compounds(database: str) -> Iterator[Instance]:
    """Yield the parts of dictionary compounds that have one reading only."""
    db = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    of_jmdict, of_kakasi = jmdict(db), kakasi()
    tokenizer = Tokenizer(exceptions=False)
    for surface in sorted(of_jmdict.keys() | of_kakasi.keys()):
        if not 2 <= len(surface) <= 8 or not HAS_KANJI.search(surface):
            continue
        readings = {r for r, _ in of_jmdict.get(surface, ())}
        readings |= set(of_kakasi.get(surface, ())[:1])
        if len({sounds_like(r) for r in readings}) != 1:
            continue
        reading = min(readings)
        starts, words = tokenizer.words(fold(surface).text)
        if len(words) < 2 or sum(w.length for w in words) != len(surface):
            continue
        usual = "".join(w.reading or to_hiragana(w.surface) for w in words)
        parts = split_by_kanji(surface, reading)
        for k, (start, word) in enumerate(zip(starts, words, strict=True)):
            if not word.kanji:
                continue
            if sounds_like(usual) == sounds_like(reading):
                mine = word.reading
            elif parts is not None:
                mine = "".join(parts[start : start + word.length])
            else:
                continue
            inside = set(NEIGHBOUR)
            inside -= set("lcL") if k == 0 or not words[k - 1].kanji else set()
            inside -= set("rdR") if k + 1 == len(words) or not words[k + 1].kanji else set()
            seen = tuple(f for f in features(words, k) if f and f[0] in inside)
            if mine and seen:
                yield Instance(word.surface, word.reading or "", (mine,), seen, COMPOUND_WEIGHT)


def is_right(reading: str, right: Iterable[str]) -> bool:
    return sounds_like(reading) in {sounds_like(r) for r in right}


def candidates(sentences: list[Instance], compounds: list[Instance]) -> list[str]:
    """Return the readings to choose from, empty where UniDic needs no help."""
    found: list[str] = []
    wrong = 0
    for seen in sentences:
        if seen.unidic and seen.unidic not in found:
            found.append(seen.unidic)
        if not seen.unidic or not is_right(seen.unidic, seen.right):
            wrong += 1
            if not any(is_right(c, seen.right) for c in found):
                found.append(seen.right[0])
    counts = Counter(seen.right[0] for seen in compounds)
    disagreeing = sum(not is_right(s.unidic, s.right) for s in compounds)
    if not wrong and disagreeing < 3:
        return []
    for seen in compounds:
        if seen.unidic and seen.unidic not in found:
            found.append(seen.unidic)
    for reading, count in counts.items():
        if count >= max(3, 0.05 * counts.total()) and not is_right(reading, found):
            found.append(reading)
    return found if len(found) > 1 or wrong else []


def fit(instances: list[Instance], readings: list[str]) -> dict[str, np.ndarray]:
    """Return a weight for each reading, in natural logarithms, for each feature."""
    ids: dict[str, int] = {}
    rows = [[ids.setdefault(f, len(ids)) for f in i.features] for i in instances]
    x = sparse.csr_matrix(
        (
            np.ones(sum(map(len, rows)), dtype=np.float32),
            np.concatenate([np.array(r, dtype=np.int32) for r in rows]),
            np.cumsum([0, *map(len, rows)]),
        ),
        shape=(len(rows), len(ids)),
    )
    right = np.array(
        [[is_right(r, i.right) for r in readings] for i in instances], dtype=np.float32
    )
    prior = np.array([[PRIOR / SCALE * (r == i.unidic) for r in readings] for i in instances])
    weight = np.array([[i.weight] for i in instances])
    w = np.zeros((len(ids), len(readings)))
    squares = np.full_like(w, 1e-6)
    transposed = x.T.tocsr()
    for _ in range(60):
        score = x @ w + prior
        p = np.exp(score - score.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        target = p * right
        target /= np.maximum(target.sum(1, keepdims=True), 1e-9)
        gradient = transposed @ ((target - p) * weight) - L2 * w
        squares += gradient * gradient
        w += 0.5 * gradient / np.sqrt(squares)
    return {feature: w[k] for feature, k in ids.items()}


def train(sentences: Iterable[Instance], compounds: Iterable[Instance]) -> list[str]:
    """Return the lines of the data file."""
    by_surface: dict[str, tuple[list[Instance], list[Instance]]] = defaultdict(lambda: ([], []))
    for seen in sentences:
        by_surface[seen.surface][0].append(seen)
    for seen in compounds:
        by_surface[seen.surface][1].append(seen)
    lines = []
    for surface in sorted(by_surface):
        mine, parts = by_surface[surface]
        readings = candidates(mine, parts)
        if len(parts) > COMPOUND_CAP:
            parts = sorted(parts, key=lambda i: zlib.crc32(repr(i).encode()))[:COMPOUND_CAP]
        usable = [i for i in (*mine, *parts) if any(is_right(r, i.right) for r in readings)]
        if not readings or not usable:
            continue
        fields = [surface, ",".join(readings)]
        for feature, weights in sorted(fit(usable, readings).items()):
            scaled = [round(float(v) * SCALE) for v in weights]
            if max(scaled) - min(scaled) >= SMALLEST:
                fields += [feature, "".join(chr(ZERO + max(-100, min(100, v))) for v in scaled)]
        lines.append("\t".join(fields))
    return lines


def load_gold(paths: Iterable[Path]) -> Iterator[dict]:
    for path in paths:
        with path.open(encoding="utf-8") as file:
            yield from map(json.loads, file)


def load_examples(paths: Iterable[Path]) -> Iterator[dict]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                for noun in line[1:].split():
                    yield from (parse_example(frame.format(f"[{noun}]")) for frame in FRAMES)
            elif line.strip() and not line.startswith("#"):
                yield parse_example(line)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("database")
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--examples", nargs="*", type=Path, default=[])
    parser.add_argument("--out", type=Path, default=OUTPUT)
    options = parser.parse_args()
    reader = Reader.load()
    sentences = [
        *from_sentences(reader, load_gold(options.gold), 1.0),
        *from_sentences(reader, load_examples(options.examples), 1.0),
    ]
    lines = train(sentences, from_compounds(options.database))
    write_pack(options.out, dict(line.split("\t", 1) for line in lines))
    print(f"{len(sentences)} words, {len(lines)} surfaces → {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
