"""TBX: version 2 (ISO 30042:2008, TBX-Basic) and version 3 (ISO 30042:2019, TBX-Basic in DCA and DCT style).

All three hold the same. Languages are `ja` and `en`; the preferred rendering has the status
preferredTerm-admn-sts, other renderings and variants are admitted, renderings to avoid deprecated
with the reason as their note. TBX-Basic has no place for a reading, the parts and the dates of a
name: these are notes that begin with `reading:`, `parts:`, `since:` and `until:`, and the import
understands them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from xml.etree import ElementTree as ET

from yomu.errors import YomuError
from yomu.glossary.interchange.delimited import decode
from yomu.glossary.interchange.draft import Draft, Exported, Imported, from_cell, to_cell
from yomu.model import Avoid, GlossaryEntry

Style = Literal["2", "3", "3-dct"]
STYLES: dict[str, Style] = {"tbx": "3", "tbx-dct": "3-dct", "tbx2": "2"}

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
_IN_MIN = frozenset({"subjectField", "administrativeStatus", "partOfSpeech", "customerSubset"})
_STATUS = {"preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts", "avoid": "deprecatedTerm-admn-sts"}  # fmt: skip
_NOTED = ("reading", "parts", "since", "until")
_SCHEMAS = "https://raw.githubusercontent.com/LTAC-Global/TBX-Basic_dialect/master/"


def export_tbx(entries: Sequence[GlossaryEntry], style: Style, title: str) -> Exported:
    """A TBX file, UTF-8."""
    writer = _Writer(style, {entry.id for entry in entries})
    root = writer.root(title)
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for entry in entries:
        writer.concept(body, entry)
    ET.indent(root)
    text = writer.head() + ET.tostring(root, encoding="unicode") + "\n"
    return Exported(text.encode(), writer.lost())


@dataclass(slots=True)
class _Writer:
    style: Style
    ids: set[str]
    missing: int = 0

    def head(self) -> str:
        declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
        if self.style == "2":
            return declaration + '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'
        if self.style == "3":
            schema = "DCA/TBXcoreStructV03_TBX-Basic_integrated.rng"
            kind = "http://relaxng.org/ns/structure/1.0"
        else:
            schema = "DCT/TBX-Basic.nvdl"
            kind = "http://purl.oclc.org/dsdl/nvdl/ns/structure/1.0"
        return f'{declaration}<?xml-model href="{_SCHEMAS}{schema}" type="application/xml" schematypens="{kind}"?>\n'

    def root(self, title: str) -> ET.Element:
        if self.style == "2":
            root = ET.Element("martif", {"type": "TBX-Basic", _LANG: "en"})
        else:
            style = "dct" if self.style == "3-dct" else "dca"
            root = ET.Element(
                "tbx", {"type": "TBX-Basic", "style": style, _LANG: "en", "xmlns": _NAMESPACE}
            )
            if style == "dct":
                root.attrib |= {f"xmlns:{prefix}": uri for prefix, uri in _MODULES.items()}
        header = ET.SubElement(root, "martifHeader" if self.style == "2" else "tbxHeader")
        description = ET.SubElement(header, "fileDesc")
        ET.SubElement(ET.SubElement(description, "titleStmt"), "title").text = title
        ET.SubElement(ET.SubElement(description, "sourceDesc"), "p").text = "Exported by yomu."
        if self.style == "2":
            encoding = ET.SubElement(header, "encodingDesc")
            ET.SubElement(encoding, "p", {"type": "XCSURI"}).text = "TBXBasicXCSV02.xcs"
        return root

    def concept(self, body: ET.Element, entry: GlossaryEntry) -> None:
        """One entry; the order of its elements is the order that both versions prescribe."""
        concept = ET.SubElement(
            body, "termEntry" if self.style == "2" else "conceptEntry", {"id": _xml_id(entry.id)}
        )
        self.datum(concept, "descrip", "subjectField", entry.domain)
        for see in entry.see:
            if see in self.ids:
                self.datum(concept, "ref", "crossReference", see, target=_xml_id(see))
            else:  # the target of a cross-reference must stand in the same file
                self.missing += 1
                ET.SubElement(concept, "note").text = f"see: {see}"
        if entry.source:
            self.datum(concept, "admin", "source", entry.source)
        if entry.note:
            ET.SubElement(concept, "note").text = entry.note
        self.japanese(concept, entry)
        self.english(concept, entry)

    def japanese(self, concept: ET.Element, entry: GlossaryEntry) -> None:
        language = self.language(concept, "ja", entry.definition_ja)
        notes = [
            f"{name}: {to_cell(name, value)}" for name in _NOTED if (value := getattr(entry, name))
        ]
        self.term(language, entry.ja, "preferred", "fullForm", notes, entry.example_ja)
        for variant in entry.variants:
            self.term(language, variant, "admitted", "variant")

    def english(self, concept: ET.Element, entry: GlossaryEntry) -> None:
        language = self.language(concept, "en", entry.definition_en)
        for number, en in enumerate(entry.en):
            status = "admitted" if number else "preferred"
            self.term(language, en, status, "", (), "" if number else entry.example_en)
        if entry.acronym:
            self.term(language, entry.acronym, "admitted", "acronym")
        for avoid in entry.avoid:
            self.term(language, avoid.en, "avoid", "", [avoid.why] if avoid.why else ())

    def language(self, concept: ET.Element, code: str, definition: str) -> ET.Element:
        language = ET.SubElement(
            concept, "langSet" if self.style == "2" else "langSec", {_LANG: code}
        )
        if definition:
            self.datum(ET.SubElement(language, "descripGrp"), "descrip", "definition", definition)
        return language

    def term(
        self,
        language: ET.Element,
        text: str,
        status: str,
        term_type: str,
        notes: Sequence[str] = (),
        context: str = "",
    ) -> None:
        section = ET.SubElement(language, "tig" if self.style == "2" else "termSec")
        ET.SubElement(section, "term").text = text
        self.datum(section, "termNote", "administrativeStatus", _STATUS[status])
        if term_type:
            self.datum(section, "termNote", "termType", term_type)
        if context:
            self.datum(section, "descrip", "context", context)
        for note in notes:
            ET.SubElement(section, "note").text = note

    def datum(self, parent: ET.Element, element: str, kind: str, text: str, **more: str) -> None:
        """A data category: as an attribute (`<descrip type="context">`) or as a tag (`<basic:context>`)."""
        if self.style == "3-dct":
            prefix = "min" if kind in _IN_MIN else "basic"
            ET.SubElement(parent, f"{prefix}:{kind}", more).text = text
        else:
            ET.SubElement(parent, element, {"type": kind, **more}).text = text

    def lost(self) -> list[str]:
        if not self.missing:
            return []
        return [
            f"TBX can only refer to entries in the same file: {self.missing} of see became notes."
        ]


def _xml_id(entry_id: str) -> str:
    """The id as XML wants it, beginning with a letter or _."""
    return entry_id if re.match("[a-z_]", entry_id) else f"_{entry_id}"


def read_tbx(data: bytes, name: str) -> Imported:
    """Any TBX with a Japanese and an English section in its concepts, of either version and style.

    Raises YomuError for what is no XML, no TBX, or declares entities.
    """
    text = decode(data, name)
    if "<!ENTITY" in text:
        raise YomuError(f"{name} declares XML entities.", "Export it without a document type.")
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        line, column = error.position
        said = str(error).split(":")[0]
        raise YomuError(
            f"{name}:{line}:{column + 1}: {said}.", "This is no XML; export it again."
        ) from None
    concepts = [node for node in root.iter() if _tag(node) in ("conceptEntry", "termEntry")]
    if not concepts:
        raise YomuError(f"{name} is XML, but holds no TBX concepts.", "Export it as TBX.")
    imported = Imported()
    without_pair = 0
    for number, concept in enumerate(concepts, 1):
        draft = _draft(concept, f"{name}: concept {number}")
        if "ja" in draft.values and "en" in draft.values:
            imported.drafts.append(draft)
        else:
            without_pair += 1
    if without_pair:
        imported.ignored.append(f"{without_pair} concepts without both Japanese and English.")
    return imported


def _draft(concept: ET.Element, place: str) -> Draft:
    values: dict[str, Any] = {}
    if re.fullmatch(r"_?[a-z0-9]+(?:-[a-z0-9]+)*", concept.get("id", "")):
        values["id"] = concept.get("id", "").lstrip("_")
    see: list[str] = []
    for node in concept:
        kind, text = _kind(node), _text(node)
        if kind == "subjectField":
            values["domain"] = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        elif kind == "crossReference":
            see.append(node.get("target", text).lstrip("_"))
        elif kind == "source":
            values["source"] = text
        elif _tag(node) == "note" and text.startswith("see: "):
            see.append(text.removeprefix("see: "))
        elif _tag(node) == "note":
            values["note"] = f"{values['note']}\n{text}" if "note" in values else text
        elif _tag(node) == "descripGrp" and (found := _first(node, "definition")):
            values.setdefault("definition_en", found)
        elif _tag(node) in ("langSec", "langSet"):
            _language(node, values)
    values["see"] = tuple(see)
    return Draft({key: value for key, value in values.items() if value}, place)


def _language(section: ET.Element, values: dict[str, Any]) -> None:
    """Add what one language has to say."""
    code = section.get(_LANG, "").lower().split("-")[0]
    if code not in ("ja", "en"):
        return
    if definition := _first(section, "definition"):
        values[f"definition_{code}"] = definition
    terms = [_term(node) for node in section.iter() if _tag(node) in ("termSec", "tig", "ntig")]
    terms.sort(key=lambda term: term.status != _STATUS["preferred"])
    if code == "ja":
        forms = [term for term in terms if not term.is_avoided]
        if forms:
            values["ja"] = forms[0].text
            values["variants"] = tuple(dict.fromkeys(t.text for t in forms[1:]))
            values["example_ja"] = forms[0].context
            values |= dict(_noted(forms[0].notes))
        return
    values["en"] = tuple(dict.fromkeys(t.text for t in terms if t.is_rendering))
    values["avoid"] = tuple(Avoid(t.text, "\n".join(t.notes)) for t in terms if t.is_avoided)
    values["acronym"] = next((t.text for t in terms if t.type in ("acronym", "abbreviation")), "")
    values["example_en"] = next((t.context for t in terms if t.context), "")


@dataclass(slots=True)
class _Term:
    text: str
    status: str
    type: str
    context: str
    notes: list[str]

    @property
    def is_avoided(self) -> bool:
        return self.status.startswith(("deprecated", "superseded", "notRecommended"))

    @property
    def is_rendering(self) -> bool:
        return not self.is_avoided and self.type not in ("acronym", "abbreviation")


def _term(section: ET.Element) -> _Term:
    notes = [_text(node) for node in section.iter() if _tag(node) == "note"]
    status = _first(section, "administrativeStatus") or _first(section, "normativeAuthorization")
    term = next((_text(node) for node in section.iter() if _tag(node) == "term"), "")
    return _Term(term, status, _first(section, "termType"), _first(section, "context"), notes)


def _noted(notes: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The fields that TBX-Basic has no category for, from our notes."""
    for note in notes:
        name, colon, rest = note.partition(":")
        if colon and name in _NOTED:
            try:
                yield name, from_cell(name, rest.strip())
            except ValueError:
                continue


def _first(parent: ET.Element, kind: str) -> str:
    """The text of the first data category of this kind that is not a term's own, unless `parent` is a term."""
    for node in parent.iter():
        if _kind(node) == kind:
            return _text(node)
    return ""


def _kind(node: ET.Element) -> str:
    """The data category: the type attribute, or in DCT style the tag."""
    return node.get("type") or _tag(node)


def _tag(node: ET.Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _text(node: ET.Element) -> str:
    from yomu.terminal import safe

    return safe("".join(node.itertext())).strip()
