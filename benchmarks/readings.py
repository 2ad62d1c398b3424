"""How right are the readings? yomu and its peers on the same annotated sentences, in one run.

Usage: python benchmarks/readings.py [GOLD…] [--strict] [--errors N] [--systems yomu,unidic,…]

GOLD is either bracketed text like `readings_sample.txt` beside this file (the default) or JSON
lines with `text` and `spans` ({start, end, reading, alts, kind}); only kinds `kanji` and
`numexpr` count. A peer whose package is missing is left out.

A gold span is right if the system's readings say the same over it. Where a system's pieces cross
its borders, both sides are widened until they agree, so cutting words differently costs nothing.
Compared by sound (long vowels however spelled, づ=ず), with --strict by spelling. A few pairs that
announcers use side by side (にほん and にっぽん) count as the same.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from yomu.kana import to_hiragana
from yomu.reading.kana import HAS_DIGIT, HAS_KANJI, KANA_ONLY

SAMPLE = Path(__file__).with_name("readings_sample.txt")
Segment = tuple[int, int, str]
"""Where a piece of the text begins and ends, and how it is read."""
System = Callable[[str], list[Segment]]

EQUALLY_RIGHT = (
    ("日本", "にっぽん", "にほん"),
    ("私", "わたくし", "わたし"),
    ("博士", "はかせ", "はくし"),
    ("世論", "せろん", "よろん"),
    ("存", "いそん", "いぞん"),
    ("既存", "きぞん", "きそん"),
    ("施工", "しこう", "せこう"),
    ("施策", "せさく", "しさく"),
    ("早急", "そうきゅう", "さっきゅう"),
    ("重複", "じゅうふく", "ちょうふく"),
    ("会社", "がいしゃ", "かいしゃ"),
    ("明日", "あした", "あす"),
    ("十", "じっ", "じゅっ"),
    ("0", "じっ", "じゅっ"),
    ("他", "ほか", "た"),
    ("行", "ゆく", "いく"),
    ("良", "よい", "いい"),
)
"""(in the surface, a reading, another reading) for readings that are right alike."""

_VOWEL = {
    kana: vowel
    for vowel, row in {
        "あ": "あかさたなはまやらわがざだばぱぁゃ",
        "い": "いきしちにひみりぎじびぴぃ",
        "う": "うくすつぬふむゆるぐずぶぷぅゅ",
        "え": "えけせてねへめれげぜでべぺぇ",
        "お": "おこそとのほもよろごぞどぼぽぉょを",
    }.items()
    for kana in row
}


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated stretch: any of `readings` is right."""

    start: int
    end: int
    readings: tuple[str, ...]
    kind: str


def spelled(reading: str) -> str:
    """Fold what is spelling only by convention: づ and ず, ぢ and じ, punctuation."""
    kept = "".join(c for c in to_hiragana(reading) if c.isalnum() or c == "ー")
    return kept.translate(str.maketrans("づぢ", "ずじ"))


def alike(gold: str, surface: str) -> set[str]:
    """Return a gold reading and those that are as right for the same words."""
    out = {gold}
    for part, one, other in EQUALLY_RIGHT:
        if part in surface:
            out |= {r.replace(one, other) for r in out} | {r.replace(other, one) for r in out}
    return out


def sounded(reading: str) -> str:
    """Fold spelling to sound: おう, おお and おー are one, を is お."""
    out = ""
    last = ""
    for kana in spelled(reading).replace("を", "お"):
        vowel = _VOWEL.get(last, "")
        if kana == "ー" or (vowel and (kana == vowel or vowel + kana in ("おう", "えい"))):
            out += "ー"
        else:
            out += kana
            last = kana
    return out


def load(path: Path) -> Iterator[tuple[str, list[Gold]]]:
    """Yield each sentence with its annotation, from either format."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if path.suffix == ".jsonl":
            record = json.loads(line)
            spans = [
                Gold(s["start"], s["end"], (s["reading"], *s.get("alts", ())), s["kind"])
                for s in record["spans"]
                if s.get("kind") in ("kanji", "numexpr")
            ]
            yield record["text"], sorted(spans, key=lambda gold: gold.start)
        elif line and not line.startswith("#"):
            yield parse_brackets(line)


def parse_brackets(line: str) -> tuple[str, list[Gold]]:
    """Turn `[会談|かいだん]は` into its text and annotation."""
    text, spans = "", []
    for bracketed, surface, reading, plain in re.findall(
        r"(\[([^|\]]+)\|([^\]]+)\])|([^\[]+)", line
    ):
        if bracketed:
            kind = "numexpr" if HAS_DIGIT.search(surface) else "kanji"
            spans.append(Gold(len(text), len(text) + len(surface), (reading,), kind))
        text += surface or plain
    return text, spans


def pieces(text: str, segments: list[Segment]) -> list[Segment]:
    """Cover the text without gap; kana that reads as itself becomes one piece a character."""
    out: list[Segment] = []
    at = 0
    for start, end, reading in [*segments, (len(text), len(text), "")]:
        out += [(i, i + 1, text[i]) for i in range(at, start)]
        if start < end:
            out += _trimmed(text, start, end, to_hiragana(reading))
        at = max(at, end)
    return out


def _trimmed(text: str, start: int, end: int, reading: str) -> list[Segment]:
    """Cut kana that reads as itself off both ends of a piece (食べ物 keeps べ inside)."""
    head: list[Segment] = []
    tail: list[Segment] = []
    while start < end and KANA_ONLY.match(text[start]) and reading[:1] == to_hiragana(text[start]):
        head.append((start, start + 1, reading[0]))
        start, reading = start + 1, reading[1:]
    while (
        end - start > 1
        and len(reading) > 1
        and KANA_ONLY.match(text[end - 1])
        and reading[-1] == to_hiragana(text[end - 1])
    ):
        tail.insert(0, (end - 1, end, reading[-1]))
        end, reading = end - 1, reading[:-1]
    return [*head, *([(start, end, reading)] if start < end else []), *tail]


def judge(
    text: str, gold: list[Gold], segments: list[Segment], same: Callable[[str], str]
) -> Iterator[tuple[Gold, bool, str]]:
    """Yield each gold span, whether the system has it right, and what it said."""
    cover = pieces(text, segments)
    begins = {start: k for k, (start, _, _) in enumerate(cover)}
    ends = {end: k + 1 for k, (_, end, _) in enumerate(cover)}
    for span in gold:
        start, end = span.start, span.end
        while True:
            while start not in begins:
                start -= 1
            while end not in ends:
                end += 1
            inside = [g for g in gold if g.start < end and start < g.end]
            wider = min(start, *(g.start for g in inside)), max(end, *(g.end for g in inside))
            if wider == (start, end):
                break
            start, end = wider
        said = "".join(reading for _, _, reading in cover[begins[start] : ends[end]])
        slots: list[tuple[str, ...]] = []
        at = start
        for g in inside:
            surface = text[g.start : g.end]
            readings = {r for reading in g.readings for r in alike(reading, surface)}
            slots += [(unannotated(text[at : g.start]),), tuple(readings)]
            at = g.end
        slots.append((unannotated(text[at:end]),))
        right = any(fits(choice, said, same) for choice in product(*slots))
        yield span, right, said


ANYTHING = "*"
"""How kanji is read that the annotation says nothing of, in a piece that reaches beyond a span."""


def unannotated(text: str) -> str:
    return ANYTHING if HAS_KANJI.search(text) else text


def fits(choice: tuple[str, ...], said: str, same: Callable[[str], str]) -> bool:
    if ANYTHING not in choice:
        return same("".join(choice)) == same(said)
    parts = "".join(choice).split(ANYTHING)
    return re.fullmatch(".+".join(re.escape(same(part)) for part in parts), same(said)) is not None


def located(text: str, words: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> list[Segment]:
    """Find each (surface, reading) in the text; one whose surface was altered reads as nothing."""
    out, at = [], 0
    for surface, reading in words:
        start = text.find(surface, at)
        if start >= 0:
            shown = surface if KANA_ONLY.fullmatch(surface) else reading or surface
            out.append((start, start + len(surface), shown))
            at = start + len(surface)
    return out


def yomu() -> System:
    from yomu.reading import Reader

    reader = Reader.load()
    return lambda text: [(t.start, t.end, t.reading or t.surface) for t in reader.read(text)]


def unidic() -> System:
    import fugashi
    import unidic_lite

    tagger = fugashi.Tagger(f'-d "{unidic_lite.DICDIR}"')
    return lambda text: located(text, [(w.surface, w.feature.kana or "") for w in tagger(text)])


def pykakasi() -> System:
    import pykakasi

    converter = pykakasi.kakasi()
    return lambda text: located(text, [(p["orig"], p["hira"]) for p in converter.convert(text)])


def sudachi() -> System:
    import sudachipy

    words = sudachipy.Dictionary(dict="core").create(mode=sudachipy.SplitMode.A).tokenize
    return lambda text: located(text, [(m.surface(), m.reading_form()) for m in words(text)])


def janome() -> System:
    from janome.tokenizer import Tokenizer

    words = Tokenizer().tokenize
    return lambda text: located(text, [(w.surface, w.reading.strip("*")) for w in words(text)])


SYSTEMS = {f.__name__: f for f in (yomu, unidic, pykakasi, sudachi, janome)}


def measure(name: str, sentences: list[tuple[str, list[Gold]]], strict: bool) -> Counter[str]:
    """Print one line of the table and return what was wrong, most frequent first."""
    system = SYSTEMS[name]()
    for text, _ in sentences:
        system(text)  # once for the caches: a reader meets the same words again and again
    began = time.perf_counter()
    answers = [system(text) for text, _ in sentences]
    seconds = time.perf_counter() - began
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    whole = 0
    for (text, gold), segments in zip(sentences, answers, strict=True):
        all_right = True
        for span, ok, said in judge(text, gold, segments, spelled if strict else sounded):
            total[span.kind] += 1
            right[span.kind] += ok
            all_right &= ok
            if not ok:
                wrong[f"{text[span.start : span.end]}\t{said}\t{span.readings[0]}"] += 1
        whole += all_right
    speed = sum(len(text) for text, _ in sentences) / seconds
    shares = [
        f"{100 * right[kind] / total[kind]:6.2f}" if total[kind] else "     –"
        for kind in ("kanji", "numexpr")
    ]
    print(
        f"{name:10} {shares[0]:>9} {shares[1]:>9} {100 * whole / len(sentences):9.2f} {speed:11,.0f}"
    )
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, default=[SAMPLE])
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    parser.add_argument("--systems", default=",".join(SYSTEMS))
    options = parser.parse_args()
    for path in options.gold:
        sentences = list(load(path))
        spans = sum(len(gold) for _, gold in sentences)
        print(f"{path.name}: {len(sentences)} sentences, {spans} spans")
        print(f"{'':10} {'kanji %':>9} {'numbers %':>9} {'sent. %':>9} {'chars/s':>11}")
        for name in options.systems.split(","):
            try:
                wrong = measure(name, sentences, options.strict)
            except ImportError:
                print(f"{name:10} not installed")
                continue
            for line, count in wrong.most_common(options.errors):
                print(f"  {count}\t{line}")


if __name__ == "__main__":
    main()
