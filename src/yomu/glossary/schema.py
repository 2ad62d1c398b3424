"""The JSON Schema of a glossary file, for editors (Even Better TOML, Taplo): made from the table of fields."""

from __future__ import annotations

from typing import Any

from yomu.glossary.fields import FIELDS, HEADWORD_LIMIT, ITEMS_LIMIT, PROSE_LIMIT, Field

_PATTERNS = {
    "id": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "domain": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "reading": "^[ぁ-ゖァ-ヺー・]+$",
    "since": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
    "until": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
}


def json_schema() -> dict[str, Any]:
    """The schema as `glossary/schema.json` holds it."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "yomu glossary",
        "description": "Terms of Japanese policy prose, one [[term]] an entry. docs/glossary.md describes the fields.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "term": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": [field.name for field in FIELDS if field.required],
                    "properties": {field.name: _property(field) for field in FIELDS},
                },
            }
        },
    }


def _property(field: Field) -> dict[str, Any]:
    described = {"description": field.what}
    if field.shape == "text":
        return described | _text(field)
    if field.shape == "texts":
        items = _text(field) | {"minLength": 1}
        least = {"minItems": 1} if field.required else {}
        return described | {
            "type": "array",
            "items": items,
            "maxItems": ITEMS_LIMIT,
            "uniqueItems": True,
            **least,
        }
    keys = ("en", "why") if field.shape == "avoid" else ("ja", "reading", "en")
    item = {
        "type": "object",
        "additionalProperties": False,
        "required": [keys[0]],
        "properties": {key: {"type": "string"} for key in keys},
    }
    return described | {"type": "array", "items": item, "maxItems": ITEMS_LIMIT}


def _text(field: Field) -> dict[str, Any]:
    limit = HEADWORD_LIMIT if field.short and field.name != "en" else PROSE_LIMIT
    text: dict[str, Any] = {"type": "string", "maxLength": limit}
    if field.required:
        text["minLength"] = 1
    if field.name in _PATTERNS:
        text["pattern"] = _PATTERNS[field.name]
    return text
