"""Cards and a way to call the command line in this process, with a home folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from yomu.cli.main import run
from yomu.model import Ruby
from yomu.store.cards import Card, CardKind, term_card_id, word_card_id

Yomu = Callable[..., tuple[int, str, str]]

TEXT = """\
---
title: 支援の[仕組み]
date: 2026-02-20
---

政府は対外有償軍事援助で武器を売却する。これは有償(A<B&C)の制度だ[写真(上)=報道]。

政府はモンロー・ドクトリンを掲げた。
"""
ENGLISH = """\
---
title: "How Aid Works"
---

The government sells arms through Foreign Military Sales. This is a paid scheme [photo].

The government invoked the Monroe Doctrine.
"""


@pytest.fixture
def yomu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Yomu:
    """`yomu(ARGS…)` gives exit code, standard output and standard error."""
    monkeypatch.setenv("YOMU_HOME", str(tmp_path / "home"))

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text with its translation beside it; it holds brackets and what looks like markup."""
    path = tmp_path / "aid.md"
    path.write_text(TEXT, "utf-8")
    path.with_name("aid.en.md").write_text(ENGLISH, "utf-8")
    return path


@pytest.fixture
def term() -> Card:
    return Card(
        id=term_card_id("support"),
        kind=CardKind.TERM,
        expression="支援",
        reading="しえん",
        entry_id="support",
        domain="us-strategy",
        acronym="",
        meaning_en="support; aid",
        definition_ja="助けること。",
        definition_en="Help given.",
        pitch="1",
        sentence="漢字[かんじ]の<支援>を続ける。",
        rubies=(Ruby(0, 2, "かんじ"), Ruby(9, 11, "しえん", ("し", "えん")), Ruby(13, 14, "つづ")),
        start=9,
        end=11,
        sentence_en="It continues the support of [kanji].",
        title="題",
        date="2026-02-20",
        url="https://example.org/a?b=1&c=2",
    )


@pytest.fixture
def word() -> Card:
    return Card(id=word_card_id("もたらす", "もたらす"), kind=CardKind.WORD, expression="もたらす")
