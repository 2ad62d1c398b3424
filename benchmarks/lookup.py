"""How many content words the dictionary answers, how fast, and a sample to judge by eye.

    python benchmarks/lookup.py TEXT.txt SENTENCES.jsonl --sentences 1000
    python benchmarks/lookup.py SENTENCES.jsonl --sample 200 --seed 5 > sample.tsv

A `.jsonl` file has a sentence a line in `text`; any other is read line by line. A content word is a
noun, verb, adjective, adverb or affix by UniDic that holds a kana or kanji and no digit; particles,
auxiliaries and signs are none.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from yomu.dictionary import Dictionary, names_in
from yomu.model import Token
from yomu.reading import Reader

CONTENT = (
    "名詞", "代名詞", "動詞", "形容詞", "形状詞", "副詞", "連体詞", "接続詞", "感動詞", "接頭辞", "接尾辞",
)  # fmt: skip
JAPANESE = re.compile(r"[ぁ-ゖァ-ヺ々〆一-鿿㐀-䶿]")
DIGIT = re.compile(r"[0-9０-９]")


def is_content(token: Token) -> bool:
    return (
        token.pos.startswith(CONTENT)
        and "数詞" not in token.pos
        and JAPANESE.search(token.surface) is not None
        and not DIGIT.search(token.surface)
    )


def lines_of(path: Path, most: int) -> Iterator[str]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if path.suffix == ".jsonl":
            if number >= most:
                return
            yield json.loads(line)["text"]
        elif line.strip():
            yield line


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[int(len(values) * share)] if values else 0.0


def measure(dictionary: Dictionary, reader: Reader, path: Path, most: int, missing: int) -> None:
    lines = list(lines_of(path, most))
    names = names_in("\n".join(lines))
    times: list[float] = []
    unanswered: Counter[str] = Counter()
    for line in lines:
        tokens = reader.read(line)
        for token in tokens:
            if not is_content(token):
                continue
            before = time.perf_counter()
            found = dictionary.lookup_at(line, tokens, token.start, names=names)
            times.append((time.perf_counter() - before) * 1000)
            if not any(match.start <= token.start < match.end for match in found):
                unanswered[token.surface] += 1
    total, none = len(times), sum(unanswered.values())
    print(
        f"{path.name}: {total} content words, {100 * (total - none) / total:.2f} % answered; "
        f"p50 {percentile(times, 0.5):.2f} ms, p95 {percentile(times, 0.95):.2f} ms, "
        f"max {max(times):.1f} ms"
    )
    if missing:
        print("  unanswered:", *(f"{word} {n}" for word, n in unanswered.most_common(missing)))


def sample(
    dictionary: Dictionary, reader: Reader, paths: list[Path], most: int, size: int, seed: int
) -> None:
    """Print `size` content words with the first entry, for a person to judge."""
    places: list[tuple[str, str, tuple[Token, ...], Token, frozenset[str]]] = []
    for path in paths:
        lines = list(lines_of(path, most))
        names = names_in("\n".join(lines))
        for line in lines:
            tokens = reader.read(line)
            places += [
                (path.stem, line, tokens, token, names) for token in tokens if is_content(token)
            ]
    print("source", "word", "context", "span", "entry", "reading", "chain", "gloss", sep="\t")
    for source, line, tokens, token, names in random.Random(seed).sample(places, size):
        found = dictionary.lookup_at(line, tokens, token.start, names=names)
        context = line[max(0, token.start - 8) : token.start] + f"[{token.surface}]"
        context += line[token.end : token.end + 8]
        cells = ["", "", "", "", "-"]
        if found:
            first = found[0]
            gloss = "; ".join(first.senses[0].glosses[:3]) or "; ".join(first.senses[0].lines[:1])
            headword = first.entry.headword
            cells = [first.surface, headword, first.reading, " > ".join(first.chain), gloss]
        print(source, token.surface, context, *cells, sep="\t")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sentences", type=int, default=1000, help="most lines of a .jsonl file")
    parser.add_argument("--missing", type=int, default=0, help="list so many unanswered words")
    parser.add_argument("--sample", type=int, default=0, help="print a sample instead")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    reader = Reader.load()
    with tempfile.TemporaryDirectory() as cache:
        dictionary = Dictionary.open(Path(cache))
        if not dictionary.available:
            sys.exit(dictionary.problem)
        if arguments.sample:
            sample(
                dictionary,
                reader,
                arguments.files,
                arguments.sentences,
                arguments.sample,
                arguments.seed,
            )
            return
        for path in arguments.files:
            measure(dictionary, reader, path, arguments.sentences, arguments.missing)


if __name__ == "__main__":
    main()
