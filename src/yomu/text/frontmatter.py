"""The `key: value` block between `---` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yomu.text.draft import Meta

_BLOCK = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*$")
_ALIASES = {"author": "byline", "license": "licence", "url": "source_url", "source": "source_url"}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`values` by key, lower case; `starts` where each value begins; the text goes on at `end` (0: none)."""

    values: dict[str, str]
    starts: dict[str, int]
    end: int


def parse_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a decoded text; quotes around a value are dropped, lists are kept as written."""
    match = _BLOCK.match(text)
    if not match:
        return FrontMatter({}, {}, 0)
    values: dict[str, str] = {}
    starts: dict[str, int] = {}
    at = match.start(1)
    for line in match[1].split("\n"):
        pair = _PAIR.match(line)
        if pair:
            key = pair[1].lower().replace("-", "_")
            key = _ALIASES.get(key, key)
            value, start = pair[2], at + pair.start(2)
            if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
                value, start = value[1:-1], start + 1
            values[key] = value
            starts[key] = start
        at += len(line) + 1
    if not values and match[1].strip():
        return FrontMatter({}, {}, 0)
    return FrontMatter(values, starts, match.end())


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The front matter of a decoded text by key, and the text after it."""
    front = parse_front_matter(text)
    return front.values, text[front.end :]


def to_meta(front: FrontMatter) -> Meta:
    values = dict(front.values)
    return Meta(
        title=values.pop("title", ""),
        title_en=values.pop("title_en", ""),
        byline=values.pop("byline", None) or None,
        date=values.pop("date", None) or None,
        area=values.pop("area", None) or None,
        source_url=values.pop("source_url", None) or None,
        licence=values.pop("licence", None) or None,
        slug=values.pop("slug", ""),
        extra=values,
    )
