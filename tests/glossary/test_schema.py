"""The JSON Schema that editors use says the same as the program."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from yomu.glossary.edit import as_toml
from yomu.glossary.schema import json_schema
from yomu.model import GlossaryEntry

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_schema_is_the_programs() -> None:
    shipped = json.loads((ROOT / "glossary" / "schema.json").read_text(encoding="utf-8"))
    assert shipped == json_schema(), "write glossary/schema.json anew from yomu.glossary.schema"


def test_sound_entries_are_valid_and_others_are_not(entries: tuple[GlossaryEntry, ...]) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(json_schema())
    text = "\n".join(map(as_toml, entries))
    assert list(validator.iter_errors(tomllib.loads(text))) == []
    for wrong in ('reading = "とくし"', 'ja = "特使"', 'en = ["special envoy"]', 'id = "bare"'):
        assert list(validator.iter_errors(tomllib.loads(text.replace(wrong, 'colour = "x"'))))
