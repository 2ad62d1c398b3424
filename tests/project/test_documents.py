"""README and the program say the same."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import click
import pytest

from yomu.cli.main import yomu
from yomu.config import Settings

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_key_table_in_readme_is_the_programs() -> None:
    path = ROOT / "scripts" / "update_readme_keys.py"
    spec = importlib.util.spec_from_file_location("update_readme_keys", path)
    assert spec
    assert spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.with_keys(README) == README, "run python scripts/update_readme_keys.py"


@pytest.mark.parametrize("name", sorted(yomu.list_commands(click.Context(yomu))))
def test_every_command_is_in_readme(name: str) -> None:
    assert f"`yomu {name}" in README


@pytest.mark.parametrize("name", Settings.__dataclass_fields__)
def test_every_setting_is_in_readme(name: str) -> None:
    assert f"\n{name} = " in README
