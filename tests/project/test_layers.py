"""The core stays usable, and quick to import, without the screens."""

from __future__ import annotations

import subprocess
import sys

import pytest

CORE = [
    "yomu.annotate",
    "yomu.export.contract",
    "yomu.export.html",
    "yomu.export.plain",
    "yomu.glossary",
    "yomu.model",
    "yomu.reading",
    "yomu.store",
    "yomu.text",
    "yomu.typeset",
    "yomu.workspace",
    "yomu.cli.main",
]
SLOW = {"textual", "pykakasi", "sqlite_utils", "tomlkit", "rich"}


@pytest.mark.parametrize("package", CORE)
def test_importing_the_core_loads_nothing_slow(package: str) -> None:
    script = f"import sys, {package}; print(*sorted({SLOW!r} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
