"""An entry as Yomitan's structured content, and back.

Elements that hold a field carry its name as `data: {"yomu": name}`; what is only a label carries
none. All text is text: nothing of an entry is ever interpreted as markup, and the only
links are those of `see`, within the dictionary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from yomu.glossary.interchange.draft import from_cell
from yomu.model import Avoid, GlossaryEntry, TermPart

Node = dict[str, Any] | list[Any] | str

_GREY = {"color": "#777", "fontSize": "0.85em"}
_LABEL = {"fontWeight": "bold", "fontSize": "0.85em", "marginRight": "0.5em"}


def content_of(entry: GlossaryEntry, headwords: Mapping[str, str]) -> Node:
    """The whole entry, as a reader wants to see it: rendering first, then both definitions, then the rest.

    `headwords` gives the headword of each id in the dictionary, for links from `see`.
    """
    return [
        _renderings(entry),
        *_prose(entry, "definition_en", "en"),
        *_prose(entry, "definition_ja", "ja"),
        *_parts(entry),
        *_example(entry),
        *_details(entry, headwords),
        _footer(entry),
    ]


def _element(tag: str, content: Node, field: str = "", **more: Any) -> dict[str, Any]:
    node: dict[str, Any] = {"tag": tag, "content": content, **more}
    if field:
        node["data"] = {"yomu": field}
    return node


def _line(label: str, content: list[Any], **more: Any) -> dict[str, Any]:
    return _element("div", [_element("span", label, style=_LABEL), *content], **more)


def _separated(nodes: list[dict[str, Any]], between: str) -> list[Any]:
    return [part for node in nodes for part in (between, node)][1:]


def _renderings(entry: GlossaryEntry) -> dict[str, Any]:
    nodes = [
        _element("span", en, "en", **({} if number else {"style": {"fontWeight": "bold"}}))
        for number, en in enumerate(entry.en)
    ]
    content = _separated(nodes, "; ")
    if entry.acronym and entry.acronym not in entry.en:
        content += [" (", _element("span", entry.acronym, "acronym"), ")"]
    return _element("div", content, lang="en")


def _prose(entry: GlossaryEntry, name: str, language: str) -> Iterator[dict[str, Any]]:
    if text := getattr(entry, name):
        yield _element("div", text, name, lang=language, style={"marginTop": "0.3em"})


def _parts(entry: GlossaryEntry) -> Iterator[dict[str, Any]]:
    if not entry.parts:
        return
    nodes = []
    for part in entry.parts:
        ja: Node = part.ja
        if part.reading and part.reading != part.ja:
            ja = _element("ruby", [part.ja, {"tag": "rt", "content": part.reading}])
        content: list[Any] = [_element("span", ja, "part-ja", lang="ja")]
        if part.en:
            content += [" ", _element("span", part.en, "part-en", lang="en", style=_GREY)]
        if part.reading and part.reading == part.ja:
            # Kana over the same kana say nothing; the import takes the reading from the mark.
            content[0]["data"]["reading"] = "same"
        nodes.append(_element("span", content, "part"))
    yield _line("＝", _separated(nodes, " ＋ "), style={"marginTop": "0.3em"})


def _example(entry: GlossaryEntry) -> Iterator[dict[str, Any]]:
    lines = [
        _element("div", text, name, lang=language)
        for name, language in (("example_ja", "ja"), ("example_en", "en"))
        if (text := getattr(entry, name))
    ]
    if lines:
        style = {"marginTop": "0.3em", "paddingLeft": "0.6em", "borderStyle": "none none none solid", "borderWidth": "2px", "borderColor": "#999"}  # fmt: skip
        yield _element("div", lines, style=style)


def _details(entry: GlossaryEntry, headwords: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """What a reader opens when wanting more."""
    lines: list[Any] = []
    if entry.note:
        lines.append(_line("Note", [_element("span", entry.note, "note")]))
    if entry.avoid:
        lines.append(_line("Avoid", [_element("ul", [_avoided(avoid) for avoid in entry.avoid])]))
    if entry.acronym in entry.en:
        lines.append(_line("Acronym", [_element("span", entry.acronym, "acronym")]))
    also = [_element("span", text, "variants", lang="ja") for text in entry.variants]
    see = [_reference(entry_id, headwords) for entry_id in entry.see]
    for label, nodes in (("Also", also), ("See", see)):
        if nodes:
            lines.append(_line(label, _separated(nodes, ", ")))
    for label, name in (("Source", "source"), ("Since", "since"), ("Until", "until")):
        if text := getattr(entry, name):
            lines.append(_line(label, [_element("span", text, name)]))
    if lines:
        yield _element("details", [{"tag": "summary", "content": "More"}, *lines])


def _reference(entry_id: str, headwords: Mapping[str, str]) -> dict[str, Any]:
    """A link to another entry of the dictionary; the mark keeps its id."""
    content: Node = entry_id
    if headword := headwords.get(entry_id):
        href = f"?query={quote(headword)}&wildcards=off"
        content = {"tag": "a", "href": href, "content": headword, "lang": "ja"}
    node = _element("span", content, "see")
    node["data"]["id"] = entry_id
    return node


def _avoided(avoid: Avoid) -> dict[str, Any]:
    content: list[Any] = [
        _element("span", avoid.en, "avoid-en", style={"textDecorationLine": "line-through"})
    ]
    if avoid.why:
        content += [" – ", _element("span", avoid.why, "avoid-why")]
    return _element("li", content, "avoid")


def _footer(entry: GlossaryEntry) -> dict[str, Any]:
    identity = [
        _element("span", entry.domain, "domain"),
        " · ",
        _element("span", entry.id, "id"),
        " · ",
        _element("span", entry.ja, "ja", lang="ja"),
        " ",
        _element("span", entry.reading, "reading", lang="ja"),
    ]
    return _element("div", identity, style={**_GREY, "marginTop": "0.3em"})


def values_of(definitions: list[Any]) -> dict[str, Any]:
    """The fields in the definitions of a row; of another's dictionary, its glosses as `en`.

    May raise RecursionError for content that is nested without end.
    """
    found: dict[str, Any] = {}
    glosses: list[str] = []
    for definition in definitions:
        if isinstance(definition, dict) and definition.get("type") == "structured-content":
            _collect(definition.get("content", ""), found)
            glosses.append(_text(definition.get("content", "")))
        elif isinstance(definition, dict):
            glosses.append(str(definition.get("text", "")))
        elif isinstance(definition, str):
            glosses.append(definition)
    if "id" in found:
        return {name: tuple(v) if isinstance(v, list) else v for name, v in found.items()}
    return {"en": from_cell("en", " | ".join(g.replace("|", "/").strip()[:300] for g in glosses))}


def _collect(node: Node, found: dict[str, Any]) -> None:
    if isinstance(node, list):
        for child in node:
            _collect(child, found)
        return
    if not isinstance(node, dict):
        return
    field = str(node.get("data", {}).get("yomu", ""))
    content = node.get("content", "")
    if field == "part":
        found.setdefault("parts", []).append(_part(content))
    elif field == "avoid":
        inner: dict[str, Any] = {}
        _collect(content, inner)
        found.setdefault("avoid", []).append(
            Avoid(inner.get("avoid-en", ""), inner.get("avoid-why", ""))
        )
    elif field == "see":
        found.setdefault("see", []).append(str(node["data"].get("id") or _text(content)))
    elif field in ("en", "variants"):
        found.setdefault(field, []).append(_text(content))
    elif field:
        found[field] = _text(content)
    else:
        _collect(content, found)


def _part(content: Node) -> TermPart:
    ja, reading, en = "", "", ""
    for node in content if isinstance(content, list) else []:
        data = node.get("data", {}) if isinstance(node, dict) else {}
        if data.get("yomu") == "part-en":
            en = _text(node)
        elif data.get("yomu") == "part-ja":
            inner = node["content"]
            if isinstance(inner, dict):  # ruby
                ja, reading = _text(inner["content"][0]), _text(inner["content"][1])
            else:
                ja = _text(inner)
                reading = ja if data.get("reading") == "same" else ""
    return TermPart(ja, reading, en)


def _text(node: Node) -> str:
    """All text within a node."""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(_text(child) for child in node)
    return _text(node.get("content", "")) if isinstance(node, dict) else ""
