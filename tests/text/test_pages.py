"""Pasted pages of different make-up, each with what should come out of it beside it.

Twenty-six of the pages were run before anything was tuned on them; their files say in
`first_run_gaps` what came out wrong then. `known_gaps` is what comes out wrong now. The pages
with `held_out` came after the tuning: nothing has been tuned on them, and nothing should be.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from yomu.model import Document, Kind
from yomu.text import open_path

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def of_kind(document: Document, kind: Kind) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.kind is kind]


def outcome(document: Document) -> dict[str, Any]:
    """Everything an expectation file may name."""
    return {
        "title": document.title,
        "byline": document.byline or "",
        "date": document.date or "",
        "headings": of_kind(document, Kind.HEADING),
        "junk": of_kind(document, Kind.JUNK),
        "junk_has": of_kind(document, Kind.JUNK),
        "body": len(of_kind(document, Kind.BODY)),
        "body_has": of_kind(document, Kind.BODY),
        "starts": of_kind(document, Kind.BODY),
        "ends": of_kind(document, Kind.BODY),
        "captions": of_kind(document, Kind.CAPTION),
        "lead": "".join(of_kind(document, Kind.LEAD)),
        "notes": len(of_kind(document, Kind.NOTE)),
        "profile": len(of_kind(document, Kind.PROFILE)),
        "footnotes": [
            (paragraph.text[: note.at], note.number)
            for paragraph in document.paragraphs
            for note in paragraph.footnotes
        ],
    }


def meets(key: str, expected: Any, actual: Any) -> bool:
    if key == "footnotes":
        return len(expected) == len(actual) and all(
            text.endswith(before) and number == wanted
            for (before, wanted), (text, number) in zip(expected, actual, strict=True)
        )
    if key == "junk_has":
        return all(line in actual for line in expected)
    if key in ("starts", "captions"):
        return all(any(text.startswith(line) for text in actual) for line in expected)
    if key == "ends":
        return all(any(text.endswith(line) for text in actual) for line in expected)
    if key == "body_has":
        return all(any(line in text for text in actual) for line in expected)
    return bool(expected == actual)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_comes_out_as_written_beside_it(page: Path) -> None:
    expected = tomllib.loads(page.with_suffix(".toml").read_text("utf-8"))
    expected.pop("first_run_gaps", None)
    expected.pop("held_out", None)
    gaps = set(expected.pop("known_gaps", []))
    actual = outcome(open_path(page))
    wrong = {key for key, value in expected.items() if not meets(key, value, actual[key])}
    assert wrong == gaps, "\n".join(
        f"{key}: expected {expected[key]!r}, got {actual[key]!r}" for key in sorted(wrong)
    )
