"""A real article, with readings from the tokenizer alone: good enough to see how it is set."""

from __future__ import annotations

import re
from pathlib import Path

import checks
import pytest
from jlreq import breaks_kinsoku, breaks_word

from yomu.model import Morph, Ruby, RubyMode, Token
from yomu.typeset import Row, Setting, lay_out

_KANJI = re.compile(r"[々\u3400-\u9fff]+")
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

Annotated = tuple[str, list[Ruby], list[Token]]


@pytest.fixture(scope="module")
def paragraphs(article_path: Path) -> list[Annotated]:
    import fugashi

    tagger = fugashi.Tagger()
    lines = article_path.read_text(encoding="utf-8").split("\n")
    return [_annotate(line, tagger) for line in lines if line]


def _annotate(text: str, tagger: object) -> Annotated:
    rubies: list[Ruby] = []
    tokens: list[Token] = []
    at = 0
    for word in tagger(text):  # type: ignore[operator]
        start = text.index(word.surface, at)
        at = start + len(word.surface)
        tokens.append(Token(start, at, word.surface, None, Morph(word.surface)))
        kana = (word.feature.kana or "").translate(_HIRAGANA)
        runs = list(_KANJI.finditer(word.surface))
        if len(runs) == 1 and kana:
            head, tail = word.surface[: runs[0].start()], word.surface[runs[0].end() :]
            reading = kana[len(head) : len(kana) - len(tail)]
            size = runs[0].end() - runs[0].start()
            parts = (*reading[: size - 1], reading[size - 1 :]) if len(reading) >= size else None
            first = start + runs[0].start()
            rubies.append(Ruby(first, first + size, reading, parts))
    return text, rubies, tokens


@pytest.mark.parametrize("mode", RubyMode)
@pytest.mark.parametrize("width", [78, 96, 150])
def test_the_article_is_set_without_a_fault(
    paragraphs: list[Annotated], width: int, mode: RubyMode
) -> None:
    setting = Setting(width, mode)
    for text, rubies, tokens in paragraphs:
        rows = lay_out(text, rubies, tokens, setting, chosen=lambda start, end: start % 3 == 0)
        checks.check_cells(rows, setting)
        checks.check_source(rows, text)
        checks.check_ruby(rows, text, setting)
        if mode in (RubyMode.ALL, RubyMode.INLINE):
            checks.check_groups(rows, text, rubies, setting)
        checks.check_hits(rows, text, [token.start for token in tokens])
        assert faults(rows, text) == []


def test_ruby_takes_few_rows_more_than_none(paragraphs: list[Annotated]) -> None:
    def count(mode: RubyMode) -> int:
        return sum(len(lay_out(*paragraph, Setting(80, mode))) for paragraph in paragraphs)

    assert count(RubyMode.ALL) < 1.25 * count(RubyMode.NONE)
    assert count(RubyMode.ALL) < count(RubyMode.INLINE)


def faults(rows: tuple[Row, ...], text: str) -> list[str]:
    """Each break that is wrong, legal alternative or not."""
    return [
        text[row.start - 3 : row.start] + "|" + text[row.start : row.start + 3]
        for row in rows[1:]
        if breaks_kinsoku(text[: row.start].rstrip()[-1], text[row.start])
        or breaks_word(text[row.start - 1], text[row.start])
    ]
