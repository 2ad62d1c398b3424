"""Running the real program, with a home folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def yomu(home: Path) -> Run:
    """Call `yomu ARGS…`; `stdin` is bytes. Output is bytes too: some tests look for control characters."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "yomu", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
            env={**os.environ, "YOMU_HOME": str(home), "PYTHONUTF8": "1"},
        )

    return run
