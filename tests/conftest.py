"""Fixtures shared by the tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def article_path() -> Path:
    """A real pasted web page. It is under copyright and not part of the project."""
    value = os.environ.get("YOMU_ARTICLE")
    if not value:
        pytest.skip("set YOMU_ARTICLE to the path of the pasted article")
    return Path(value)
