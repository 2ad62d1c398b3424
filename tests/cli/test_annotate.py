"""The contract of `yomu annotate`."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

LINES = [
    "石本凌也(いしもとりょうや)氏は2人で会談した。",
    "",
    "  対外有償軍事援助(FMS)に基づく。",
    "𠮷野家で⼤学の話。",
]


def test_as_is_every_line_is_one_paragraph(yomu: Run) -> None:
    done = yomu("annotate", "-", "--as-is", "--format", "jsonl", stdin="\n".join(LINES).encode())
    paragraphs = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [paragraph["text"] for paragraph in paragraphs] == LINES
    assert [paragraph["index"] for paragraph in paragraphs] == [0, 1, 2, 3]
    assert {paragraph["kind"] for paragraph in paragraphs} == {"body"}


def test_file_and_stream_give_the_same_lines(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("\n".join(LINES[1:]) + "\n", "utf-8")
    from_file = yomu("annotate", path, "--as-is", "--format", "jsonl").stdout
    from_stream = yomu(
        "annotate", "-", "--as-is", "--format", "jsonl", stdin=path.read_bytes()
    ).stdout
    assert from_file == from_stream


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"]
)
def test_stream_takes_every_encoding(yomu: Run, encoding: str) -> None:
    text = "外交の方針について、首相は次のように述べた。\nこれは二つ目の行である。\n"
    done = yomu("annotate", "-", "--as-is", "--format", "jsonl", stdin=text.encode(encoding))
    assert [
        json.loads(line)["text"] for line in done.stdout.decode().splitlines()
    ] == text.splitlines()


def test_tokens_cover_the_text_and_spans_lie_in_it(yomu: Run) -> None:
    done = yomu("annotate", "monroe-doctrine", "--format", "json")
    document = json.loads(done.stdout)
    assert document["title"]
    for paragraph in document["paragraphs"]:
        text = paragraph["text"]
        assert "".join(token["surface"] for token in paragraph["tokens"]) == text
        for token in paragraph["tokens"]:
            assert text[token["start"] : token["end"]] == token["surface"]
        for ruby in paragraph["ruby"]:
            assert 0 <= ruby["start"] < ruby["end"] <= len(text)
            if ruby["parts"]:
                assert "".join(ruby["parts"]) == ruby["reading"]
                assert len(ruby["parts"]) == ruby["end"] - ruby["start"]
        for term in paragraph["terms"]:
            assert term["headword"]
            assert 0 <= term["start"] < term["end"] <= len(text)


def test_html_is_one_page_with_ruby_and_entries(yomu: Run) -> None:
    page = yomu("annotate", "monroe-doctrine", "--format", "html").stdout.decode()
    assert page.startswith("<!doctype html>")
    assert "<ruby>" in page
    assert 'id="term-monroe-doctrine"' in page
    assert "http" not in page


def test_markup_in_a_text_stays_text(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("題名の行\n\n本文に<script>alert('x')</script>と[b]と&amp;がある。\n", "utf-8")
    page = yomu("annotate", path, "--format", "html").stdout.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_article_has_its_parts_and_eleven_footnotes(yomu: Run, article_path: Path) -> None:
    document = json.loads(yomu("annotate", article_path).stdout)
    kinds = [paragraph["kind"] for paragraph in document["paragraphs"]]
    assert kinds.count("heading") == 3
    assert {"title", "byline", "area", "caption", "lead", "body", "profile", "junk"} <= set(kinds)
    assert document["date"] == "2026-02-05"
    numbers = [
        note["number"] for paragraph in document["paragraphs"] for note in paragraph["footnotes"]
    ]
    assert numbers == list(range(1, 12))
