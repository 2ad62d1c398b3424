"""Place a word's reading over its kanji.

食べ物 たべもの   → 食=た 物=もの         kana anchor the split
学校   がっこう   → 学=がっ 校=こう       one part a kanji, 促音 and rendaku allowed for
今日   きょう     → 今日=きょう           no kanji reads so: one ruby over the group
飼い犬 かいいぬ   → 飼=か 犬=いぬ         the kanji's own readings decide
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from itertools import groupby

from yomu.kana import to_hiragana
from yomu.model import Ruby
from yomu.reading.fold import fold
from yomu.reading.kana import HAS_KANJI, KANA_ONLY, half_voiced, voiced
from yomu.reading.mixed import distribute_mixed, is_mixed
from yomu.reading.packed import Pack

_GEMINATE_ENDINGS = "つちくきふ"
_VOWEL_AFTER_N = str.maketrans("あいうえお", "なにぬねの")
_NUMERIC = "0123456789０１２３４５６７８９,，.．"


KANJI_BLOCK = 64
"""Neighbouring code points that share a block of the compiled KANJIDIC2."""


@cache
def _block(number: int) -> dict[str, str]:
    """The lines of a block by their kanji; split when asked for, which few of them are."""
    lines = (_pack().get(str(number)) or "").split("\n")
    return {line[0]: line for line in lines if line}


@cache
def _pack() -> Pack:
    return Pack("kanji.pack")


def _entry(kanji: str) -> tuple[list[str], list[str], list[str]]:
    """Return on, kun and name readings of one kanji."""
    line = _block(ord(kanji) // KANJI_BLOCK).get(kanji)
    if line is None:
        return [], [], []
    _, on, kun, names = line.split("\t")
    return on.split(), kun.split(), names.split()


@cache
def kanji_readings(kanji: str, names: bool = False) -> tuple[str, ...]:
    """Return the readings KANJIDIC2 has for one kanji, name readings only if asked for."""
    on, kun, rare = _entry(kanji)
    return (*on, *kun, *(rare if names else ()))


def by_on_readings(surface: str) -> str | None:
    """Read unknown kanji one by one, each with its most usual on reading; None if one has none."""
    reading = ""
    for char in surface:
        on, _, _ = _entry(char)
        if not on:
            return None
        reading += on[0]
    return reading


@lru_cache(maxsize=4096)
def kanji_forms(kanji: str, names: bool = False) -> dict[str, int]:
    """Return what `kanji` may sound like inside a word, with a cost: 0 as listed, 1 changed.

    Changes: rendaku (かわ → がわ), は-row to ぱ (ほん → ぽん), 促音 (がく → がっ),
    連声 (おう → のう).
    """
    forms: dict[str, int] = {}
    for listed in kanji_readings(kanji, names):
        heads = {listed: 0, voiced(listed): 1, half_voiced(listed): 1}
        if listed[0] in "あいうえお":
            heads[listed[0].translate(_VOWEL_AFTER_N) + listed[1:]] = 2
        for head, cost in heads.items():
            if forms.get(head, 9) > cost:
                forms[head] = cost
            if len(head) > 1 and head[-1] in _GEMINATE_ENDINGS:
                short = head[:-1] + "っ"
                if forms.get(short, 9) > cost + 1:
                    forms[short] = cost + 1
    return forms


def split_by_kanji(surface: str, reading: str, *, names: bool = False) -> tuple[str, ...] | None:
    """Split `reading` into one part for each character of a folded `surface`, None if none fits.

    Kana read as themselves. The cheapest split wins; two equally cheap ones that differ count
    as none, because a guess under a kanji teaches something false.
    """
    # best[j]: (cost, parts, unique) for the characters so far having used j kana of the reading
    best: dict[int, tuple[int, tuple[str, ...], bool]] = {0: (0, (), True)}
    for at, char in enumerate(surface):
        after: dict[int, tuple[int, tuple[str, ...], bool]] = {}
        for used, (cost, parts, unique) in best.items():
            if char == "々" and parts and parts[-1]:
                forms = {parts[-1]: 0, voiced(parts[-1]): 0, half_voiced(parts[-1]): 1}
            elif HAS_KANJI.match(char):
                forms = kanji_forms(char, names)
            elif char in "ヶヵケ" and 0 < at < len(surface) - 1:
                forms = {"が": 0, "か": 0, "こ": 1, "け": 1}
            else:
                forms = {to_hiragana(char): 0}
            for form, extra in forms.items():
                if not reading.startswith(form, used):
                    continue
                key, total = used + len(form), cost + extra
                old = after.get(key)
                if old is None or total < old[0]:
                    after[key] = (total, (*parts, form), unique)
                elif total == old[0]:
                    after[key] = (old[0], old[1], False)
        best = after
        if not best:
            return None
    found = best.get(len(reading))
    return found[1] if found and found[2] else None


def _split_by_kana(surface: str, reading: str) -> list[tuple[int, int, str]] | None:
    """Split by the kana runs alone; None unless exactly one split fits."""
    runs = [(k, "".join(g)) for k, g in groupby(surface, key=lambda c: bool(KANA_ONLY.match(c)))]
    pattern = "".join(re.escape(to_hiragana(run)) if kana else "(.+?)" for kana, run in runs)
    lazy = re.fullmatch(pattern, reading)
    greedy = re.fullmatch(pattern.replace("+?", "+"), reading)
    if lazy is None or greedy is None or lazy.groups() != greedy.groups():
        return None
    out, at, parts = [], 0, iter(lazy.groups())
    for kana, run in runs:
        if not kana:
            out.append((at, at + len(run), next(parts)))
        at += len(run)
    return out


def _distribute_folded(surface: str, reading: str, names: bool) -> tuple[Ruby, ...]:
    if is_mixed(surface):
        mixed = distribute_mixed(surface, reading, partial(split_by_kanji, names=names))
        return mixed if mixed is not None else (Ruby(0, len(surface), reading),)
    parts = split_by_kanji(surface, reading, names=names)
    if parts is not None:
        rubies = []
        for run in re.finditer(r"[^ぁ-ゖァ-ヺー-ヾ]+(?:[ヶヵケ][^ぁ-ゖァ-ヺー-ヾ]+)*", surface):
            mine = parts[run.start() : run.end()]
            rubies.append(Ruby(run.start(), run.end(), "".join(mine), mine))
        return tuple(rubies)
    split = _split_by_kana(surface, reading) if KANA_ONLY.search(surface) else None
    if split is None:
        return (Ruby(0, len(surface), reading),)
    return tuple(
        Ruby(a, b, part, split_by_kanji(surface[a:b], part, names=names)) for a, b, part in split
    )


@lru_cache(maxsize=16384)
def distribute(surface: str, reading: str, *, names: bool = False) -> tuple[Ruby, ...]:
    """Place `reading` over the kanji runs of `surface`.

    Spans are code-point offsets into `surface`; `reading` is hiragana. Kana outside never lie
    under ruby. Where no split per kanji fits, a run is one group (`parts` None); where even the
    kana do not fit, the whole reading covers the whole word. `names` admits name readings.
    """
    folded = fold(surface)
    rubies = _distribute_folded(folded.text, reading, names)
    if folded.starts is None:
        return rubies
    return tuple(_unfold(ruby, folded.starts) for ruby in rubies)


def _unfold(ruby: Ruby, starts: tuple[int, ...]) -> Ruby:
    """Give a ruby on the folded text the offsets, and the number of parts, of the original."""
    start, end = starts[ruby.start], starts[ruby.end]
    if ruby.parts is None:
        return Ruby(start, end, ruby.reading)
    parts = [""] * (end - start)
    for at, part in enumerate(ruby.parts, ruby.start):
        parts[starts[at] - start] = part
    return Ruby(start, end, ruby.reading, tuple(parts))
