"""A reader on a small text, with a glossary of three terms and a home folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.config import Settings
from yomu.paths import Places
from yomu.tui.app import YomuApp
from yomu.workspace import Workspace

TEXT = """\
交渉の行方

モンロー・ドクトリンのトランプ・コロラリーという形で明示された。アメリカは[注釈のような]支援を続けている。

西半球を重視する姿勢は、多くの国に驚きをもって受け止められた。対外有償軍事援助に基づく売却も決まった。

三つ目の段落では、支援の継続と新しい立法について述べる。政権の意図は読みにくいままである。

四つ目の段落では、交渉の見通しを検討する。支援が続くかどうかは予断を許さない。
"""

GLOSSARY = """\
[[term]]
id = "monroe-trump-corollary"
ja = "モンロー・ドクトリンのトランプ・コロラリー"
reading = "もんろーどくとりんのとらんぷころらりー"
en = ["Trump Corollary to the Monroe Doctrine"]
definition_en = "A claim of the 2025 strategy."
definition_ja = "2025年の戦略が掲げた主張。"
domain = "test"

[[term]]
id = "monroe-doctrine"
ja = "モンロー・ドクトリン"
reading = "もんろーどくとりん"
en = ["Monroe Doctrine"]
definition_en = "The policy of 1823."
definition_ja = "1823年の政策。"
domain = "test"

[[term]]
id = "trump-corollary"
ja = "トランプ・コロラリー"
reading = "とらんぷころらりー"
en = ["Trump Corollary"]
definition_en = "An addition."
definition_ja = "付け足し。"
domain = "test"
see = ["monroe-doctrine"]

[[term]]
id = "foreign-military-sales"
ja = "対外有償軍事援助"
reading = "たいがいゆうしょうぐんじえんじょ"
en = ["Foreign Military Sales"]
acronym = "FMS"
definition_en = "A programme of sales."
definition_ja = "武器を売る制度。"
domain = "test"
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_workspace(tmp_path)


def make_workspace(root: Path) -> Workspace:
    curated = root / "curated"
    curated.mkdir(exist_ok=True)
    (curated / "test.toml").write_text(GLOSSARY, "utf-8")
    places = Places(root / "data", root / "config", root / "cache", root / "state")
    return Workspace(
        places,
        Settings(),
        now=lambda: datetime(2026, 3, 1, tzinfo=UTC),
        glossary_dirs=[curated, places.glossary],
    )


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def make_app(workspace: Workspace, text_file: Path) -> Callable[[], YomuApp]:
    return lambda: YomuApp(workspace, workspace.open(str(text_file)))
