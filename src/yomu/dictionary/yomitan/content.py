"""Structured content to lines for a terminal: ruby in brackets, lists with marks, tables with rules.

Lines carry no width: what shows them wraps them. Text is made safe for a terminal here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from yomu.terminal import safe

_BLOCKS = frozenset({"div", "li", "ul", "ol", "table", "thead", "tbody", "tfoot", "tr", "details", "summary"})  # fmt: skip
_INLINE = frozenset({"span", "a", "ruby", "rt", "rp", "td", "th"})
_INDENT = "  "


class ContentError(ValueError):
    """The content has a shape that the format does not know. The message says which."""


def lines_of(definition: Any, depth: int) -> list[str]:
    """One definition of a term bank as lines of text. Raises ContentError; `depth` bounds nesting."""
    if isinstance(definition, str):
        return _cleaned(definition.split("\n"))
    if isinstance(definition, list):
        return [_deinflection(definition)]
    if not isinstance(definition, Mapping):
        raise ContentError(f"a definition must be text, content or a form, got {_kind(definition)}")
    kind = definition.get("type")
    if kind == "text":
        return _cleaned(_string(definition.get("text"), "text").split("\n"))
    if kind == "image":
        return _cleaned([_image(definition)])
    if kind == "structured-content":
        writer = _Writer(depth)
        writer.write(definition.get("content", ""), 0)
        return writer.finished()
    raise ContentError(f"a definition of type {kind!r:.40} is unknown")


def _deinflection(value: Sequence[Any]) -> str:
    """`[base, [rules]]`: this form is an inflection of another headword."""
    if len(value) != 2 or not isinstance(value[0], str) or not isinstance(value[1], list):
        raise ContentError("a form must be [headword, [rules]]")
    rules = ", ".join(_string(rule, "rule") for rule in value[1])
    return safe(f"→ {value[0]} ({rules})" if rules else f"→ {value[0]}")


def _cleaned(lines: Sequence[str]) -> list[str]:
    return [line.rstrip() for line in (safe(line) for line in lines) if line.strip()]


def _string(value: Any, what: str) -> str:
    if not isinstance(value, str):
        raise ContentError(f"{what} must be text, got {_kind(value)}")
    return value


def _kind(value: Any) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number" if isinstance(value, (int, float)) else "text")


def _image(value: Mapping[str, Any]) -> str:
    for key in ("alt", "description", "title"):
        if isinstance(value.get(key), str) and value[key].strip():
            return f"[{value[key].strip()}]"
    return "[image]"


class _Writer:
    """Collects lines; a block element begins and ends one."""

    def __init__(self, depth: int) -> None:
        self._depth = depth
        self._lines: list[str] = []
        self._line = ""
        self._prefix = ""

    def finished(self) -> list[str]:
        self._end_line()
        return _cleaned(self._lines)

    def write(self, content: Any, depth: int) -> None:
        if depth > self._depth:
            raise ContentError(f"content is nested deeper than {self._depth}")
        if isinstance(content, str):
            first, *rest = content.split("\n")
            self._line += first
            for line in rest:
                self._end_line()
                self._line = line
        elif isinstance(content, list):
            for child in content:
                self.write(child, depth + 1)
        elif isinstance(content, Mapping):
            self._element(content, depth)
        elif content is not None:
            raise ContentError(f"content must be text, a list or an element, got {_kind(content)}")

    def _element(self, element: Mapping[str, Any], depth: int) -> None:
        tag = element.get("tag")
        content = element.get("content")
        if tag == "br":
            self._end_line()
        elif tag == "img":
            self._line += _image(element)
        elif tag == "rp":
            pass
        elif tag == "rt":
            self._line += "("
            self.write(content, depth + 1)
            self._line += ")"
        elif tag in ("ul", "ol"):
            self._list(tag, content, depth)
        elif tag == "tr":
            self._row(content, depth)
        elif tag in _BLOCKS:
            self._end_line()
            self.write(content, depth + 1)
            self._end_line()
        elif tag in _INLINE:
            self.write(content, depth + 1)
        else:
            raise ContentError(f"the element {tag!r:.40} is unknown")

    def _list(self, tag: str, content: Any, depth: int) -> None:
        self._end_line()
        outer, items = self._prefix, content if isinstance(content, list) else [content]
        number = 0
        for item in items:
            mark = ""
            if isinstance(item, Mapping) and item.get("tag") == "li":
                number += 1
                mark = f"{number}. " if tag == "ol" else "• "
            self._prefix = outer + _INDENT
            self._line = mark
            before = len(self._lines)
            self.write(item.get("content") if mark else item, depth + 1)
            if self._line == mark and len(self._lines) == before:
                self._line = ""
            self._end_line()
        self._prefix = outer

    def _row(self, content: Any, depth: int) -> None:
        self._end_line()
        cells = content if isinstance(content, list) else [content]
        texts = []
        for cell in cells:
            inner = _Writer(self._depth)
            inner.write(cell, depth + 1)
            texts.append(" / ".join(inner.finished()))
        self._line = " │ ".join(texts)
        self._end_line()

    def _end_line(self) -> None:
        if self._line.strip():
            self._lines.append(self._prefix.removeprefix(_INDENT) + self._line)
        self._line = ""
