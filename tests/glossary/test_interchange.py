"""What goes out comes back, in every format, or the export says what it could not hold."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.errors import YomuError
from yomu.glossary import load
from yomu.glossary.edit import as_toml, put
from yomu.glossary.interchange import FORMATS, apply, export, plan, read
from yomu.glossary.interchange.draft import Draft, Imported, from_cell, to_cell
from yomu.glossary.interchange.rules import rules_of
from yomu.model import Avoid, GlossaryEntry, TermPart

Entries = tuple[GlossaryEntry, ...]
WHOLE = [name for name in FORMATS if name != "omegat"]


def import_of(tmp_path: Path, data: bytes, format_name: str = "", **more: Any) -> Imported:
    path = tmp_path / "exported"
    path.write_bytes(data)
    return read(path, format_name, **more)


@pytest.mark.parametrize("format_name", WHOLE)
@pytest.mark.parametrize("named", [True, False])
def test_every_field_comes_back(
    tmp_path: Path, entries: Entries, format_name: str, named: bool
) -> None:
    exported = export(entries, format_name)
    imported = import_of(tmp_path, exported.data, format_name if named else "")
    assert imported.ignored == []
    assert [draft.entry() for draft in imported.drafts] == list(entries)


def test_omegat_says_what_it_cannot_hold(tmp_path: Path, entries: Entries) -> None:
    exported = export(entries[:2], "omegat")
    assert exported.lost == [
        f"An OmegaT glossary has no place for {name} ({count})."
        for name, count in [
            ("domain", "2 entries"),
            ("avoid", "1 entry"),
            ("definition_ja", "2 entries"),
            ("note", "1 entry"),
            ("see", "1 entry"),
            ("parts", "1 entry"),
            ("example_ja", "1 entry"),
            ("example_en", "1 entry"),
            ("source", "1 entry"),
            ("since", "1 entry"),
            ("until", "1 entry"),
        ]
    ]
    held = ("id", "ja", "reading", "en", "variants", "acronym", "definition_en")
    back = [draft.entry() for draft in import_of(tmp_path, exported.data).drafts]
    for entry, found in zip(entries[:2], back, strict=True):
        assert {name: getattr(found, name) for name in held} == {
            name: getattr(entry, name) for name in held
        }


def test_omegat_reads_as_three_columns(entries: Entries) -> None:
    text = export(entries, "omegat").data.decode()
    rows = list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(row) for row in rows} == {3}
    assert rows[0][:2] == ["対外有償軍事援助", "Foreign Military Sales"]
    assert ["FMS", "Foreign Military Sales"] in [row[:2] for row in rows]


def test_no_cell_of_a_table_begins_like_a_formula(entries: Entries) -> None:
    for name, delimiter in (("csv", ","), ("tsv", "\t")):
        text = export(entries, name).data.decode("utf-8-sig")
        cells = [cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        assert "'@会合、\t表。" in cells


def test_csv_has_a_byte_order_mark_and_tsv_none(entries: Entries) -> None:
    assert export(entries, "csv").data.startswith(b"\xef\xbb\xbfid,ja,reading")
    assert export(entries, "tsv").data.startswith(b"id\tja\treading")


def test_anki_reads_ids_as_guids(entries: Entries) -> None:
    lines = export(entries, "anki").data.decode().splitlines()
    assert lines[0] == "#separator:tab"
    assert "#guid column:1" in lines
    assert lines[7].startswith("foreign-military-sales\t対外有償軍事援助\t")
    assert "#html:false" in lines  # so that Anki shows <b> as it is


@pytest.mark.parametrize(
    ("table", "mapping", "expected"),
    [
        ("日本語,英語,読み\n予算,budget,よさん\n", None, {"ja": "予算", "en": ("budget",), "reading": "よさん"}),
        ("予算\tbudget\tyearly\n", None, {"ja": "予算", "en": ("budget",), "note": "yearly"}),
        ("source\ttarget\tcomment\n予算\tbudget\tyearly\n", None, {"ja": "予算", "en": ("budget",), "note": "yearly"}),
        ("Kanji;Gloss\n予算;budget | funds\n", {"Kanji": "ja", "Gloss": "en"}, {"ja": "予算", "en": ("budget", "funds")}),
        ("1,予算,budget\n", {"2": "ja", "3": "en"}, {"ja": "予算", "en": ("budget",)}),
        ('#separator:Semicolon\n#html:false\n"予算";"a ""budget"""\n', {"1": "ja", "2": "en"}, {"ja": "予算", "en": ('a "budget"',)}),
    ],
)  # fmt: skip
def test_other_peoples_tables_are_read(
    tmp_path: Path, table: str, mapping: dict[str, str] | None, expected: dict[str, Any]
) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp932"):
        imported = import_of(tmp_path, table.encode(encoding), mapping=mapping)
        assert [draft.values for draft in imported.drafts] == [expected]


def test_a_table_without_known_columns_says_how_to_name_them(tmp_path: Path) -> None:
    with pytest.raises(YomuError) as raised:
        import_of(tmp_path, b"foo,bar,baz,x\n1,2,3,4\n")
    assert raised.value.message == (
        "exported: no column is known to be the Japanese term and the English. Columns: foo, bar, baz, x."
    )
    assert "--map ja=COLUMN" in raised.value.hint


def test_tbx_refers_only_to_entries_in_the_file(entries: Entries) -> None:
    for name in ("tbx", "tbx-dct", "tbx2"):
        exported = export(entries, name)
        root = ET.fromstring(exported.data)
        ids = {node.get("id") for node in root.iter() if node.get("id")}
        targets = {node.get("target") for node in root.iter() if node.get("target")}
        assert targets == {"incorporate"} < ids
        assert exported.lost == [
            "TBX can only refer to entries in the same file: 1 of see became notes."
        ]


# The content models of ISO 30042 for the elements in use: which children, in which order.
TBX = {
    "3": {
        "tbx": ["tbxHeader", "text"],
        "tbxHeader": ["fileDesc"],
        "text": ["body"],
        "body": ["conceptEntry*"],
        "conceptEntry": ["AUX*", "langSec*"],
        "langSec": ["AUX*", "termSec*"],
        "termSec": ["term", "termNote*", "AUX*"],
    },
    "2": {
        "martif": ["martifHeader", "text"],
        "martifHeader": ["fileDesc", "encodingDesc"],
        "text": ["body"],
        "body": ["termEntry*"],
        "termEntry": ["AUX*", "langSet*"],
        "langSet": ["AUX*", "tig*"],
        "tig": ["term", "termNote*", "AUX*"],
    },
}
AUX = ("descrip", "descripGrp", "admin", "note", "ref")
MODULES = {"subjectField": "descrip", "definition": "descrip", "context": "descrip", "source": "admin", "crossReference": "ref", "administrativeStatus": "termNote", "termType": "termNote"}  # fmt: skip
LEVELS = {"subjectField": ("conceptEntry", "termEntry"), "definition": ("descripGrp",), "context": ("termSec", "tig"), "crossReference": ("conceptEntry", "termEntry")}  # fmt: skip


@pytest.mark.parametrize(("name", "version"), [("tbx", "3"), ("tbx-dct", "3"), ("tbx2", "2")])
def test_tbx_has_the_published_structure(entries: Entries, name: str, version: str) -> None:
    root = ET.fromstring(export(entries, name).data)
    namespaces = {
        node.tag.rsplit("}", 1)[0].strip("{") if "}" in node.tag else "" for node in root.iter()
    }
    expected = {"tbx": {"urn:iso:std:iso:30042:ed-2"}, "tbx2": {""}}.get(
        name,
        {
            "urn:iso:std:iso:30042:ed-2",
            "http://www.tbxinfo.net/ns/min",
            "http://www.tbxinfo.net/ns/basic",
        },
    )
    assert namespaces == expected
    for parent in root.iter():
        tag = parent.tag.rsplit("}", 1)[-1]
        for child in parent:
            category = child.get("type") or child.tag.rsplit("}", 1)[-1]
            assert tag in LEVELS.get(category, (tag,))
        if tag in TBX[version]:
            children = [child.tag.rsplit("}", 1)[-1] for child in parent]
            assert_order([MODULES.get(child, child) for child in children], TBX[version][tag])


def assert_order(children: list[str], model: list[str]) -> None:
    rest = list(children)
    for part in model:
        names = AUX if part.startswith("AUX") else (part.rstrip("*"),)
        taken = 0
        while rest and rest[0] in names and (part.endswith("*") or not taken):
            rest.pop(0)
            taken += 1
        assert taken or part.endswith("*")
    assert rest == []


def yomitan_files(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}


def test_yomitan_rows_find_every_form_and_inflection(entries: Entries) -> None:
    files = yomitan_files(
        export(entries, "yomitan", revision="2026-01-01", attribution="A & B").data
    )
    rows = {row[0]: row for row in files["term_bank_1.json"]}
    assert set(rows) == {
        "対外有償軍事援助",
        "有償軍事援助",
        "有償援助",
        "FMS",
        "盛り込む",
        "日米「2+2」<b>|会合",
        "特使",
    }
    assert rows["盛り込む"][1:4] == ["もりこむ", "phrases", "v5"]
    assert rows["FMS"][2] == "acronym arms-transfers"
    assert rows["FMS"][5] == rows["対外有償軍事援助"][5]
    assert files["index.json"]["title"] == "yomu policy glossary"
    assert files["index.json"]["attribution"] == "A & B"
    tags = {tag[0] for tag in files["tag_bank_1.json"]}
    assert all(set(row[2].split()) <= tags for row in rows.values())


def test_yomitan_export_is_the_same_bytes_for_the_same_glossary(entries: Entries) -> None:
    assert export(entries, "yomitan").data == export(entries, "yomitan").data


def test_yomitan_export_is_valid_by_its_schemas(entries: Entries) -> None:
    folder = os.environ.get("YOMU_YOMITAN_SCHEMAS")
    if not folder:
        pytest.skip("set YOMU_YOMITAN_SCHEMAS to the folder of Yomitan's JSON schemas")
    jsonschema = pytest.importorskip("jsonschema")
    files = yomitan_files(export(entries, "yomitan").data)
    for prefix, schema in (
        ("index", "dictionary-index-schema.json"),
        ("tag_bank", "dictionary-tag-bank-v3-schema.json"),
        ("term_bank", "dictionary-term-bank-v3-schema.json"),
    ):
        validator = jsonschema.Draft7Validator(
            json.loads((Path(folder) / schema).read_text(encoding="utf-8"))
        )
        for name, content in files.items():
            if name.startswith(prefix):
                assert [error.message for error in validator.iter_errors(content)] == []


def test_yomitan_content_holds_only_known_elements_and_links_within(entries: Entries) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            assert node["tag"] in {
                "div",
                "span",
                "ul",
                "li",
                "details",
                "summary",
                "ruby",
                "rt",
                "a",
            }
            assert node.keys() <= {"tag", "content", "data", "lang", "style", "href"}
            assert node.get("href", "?query=").startswith("?query=")
            walk(node.get("content", ""))
        else:
            assert isinstance(node, str)

    for row in yomitan_files(export(entries, "yomitan").data)["term_bank_1.json"]:
        assert row[5][0]["type"] == "structured-content"
        walk(row[5][0]["content"])


@pytest.mark.parametrize(
    ("headword", "reading", "rules"),
    [
        ("踏襲する", "とうしゅうする", "vs"), ("盛り込む", "もりこむ", "v5"), ("足並みをそろえる", "あしなみをそろえる", "v1"),
        ("踏み切る", "ふみきる", "v5"), ("陥る", "おちいる", "v5"), ("経る", "へる", "v1"), ("減る", "へる", "v5"),
        ("図る", "はかる", "v5"), ("予断を許さない", "よだんをゆるさない", "adj-i"), ("根強い", "ねづよい", "adj-i"),
        ("争い", "あらそい", ""), ("国務省", "こくむしょう", ""), ("米", "べい", ""),
    ],
)  # fmt: skip
def test_verbs_and_adjectives_have_yomitans_rules(headword: str, reading: str, rules: str) -> None:
    assert rules_of(headword, reading) == rules


def glossary_file(tmp_path: Path, entries: Entries) -> Path:
    path = tmp_path / "curated.toml"
    path.write_text("\n".join(map(as_toml, entries)), encoding="utf-8")
    return path


def test_an_import_shows_what_it_will_change_and_writes_only_when_asked(
    tmp_path: Path, entries: Entries
) -> None:
    curated, mine = glossary_file(tmp_path, entries), tmp_path / "mine.toml"
    glossary = load([curated, mine])
    changed = replace(entries[3], en=("special envoy", "emissary"), note="x")
    new = GlossaryEntry("", "予算", "よさん", ("budget",), "")
    imported = Imported([Draft({"id": "bare", "en": changed.en, "note": "x"}, "f:1"), Draft({"id": "incorporate", "en": ("incorporate",)}, "f:2"), Draft({"ja": "予算", "reading": "ヨサン", "en": ("budget",)}, "f:3")])  # fmt: skip
    merge = plan(imported, glossary)
    assert [entry.id for entry in merge.same] == ["incorporate"]
    assert [(diff.name, diff.before, diff.after) for diff in merge.changed[0].diffs] == [
        ("en", ("special envoy",), ("special envoy", "emissary")),
        ("note", "", "x"),
    ]
    assert merge.new == [replace(new, id="budget", domain="mine")]
    assert not mine.exists()
    assert apply(merge, mine) == 2
    after = glossary.reload()
    found = after.get("bare")
    assert found is not None
    assert (found.en, found.note, found.file) == (changed.en, "x", str(mine))
    assert apply(plan(imported, after), mine) == 0


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"ja": "予算", "en": ("budget",)}, 'reading is missing. Write reading = "たいがいゆうしょうぐんじえんじょ".'),
        ({"ja": "予算", "reading": "yosan", "en": ("budget",)}, 'reading must be kana, got "yosan". Write よさん.'),
        ({"id": "other", "ja": "特使", "reading": "とくし", "en": ("envoy",)}, '特使 is the entry "bare" already. Give that id, or take the term out.'),
        ({"id": "bare", "reading": "tokushi"}, 'reading must be kana, got "tokushi". Write とくし.'),
        ({"ja": "=1+1\x1b", "reading": "よ", "en": ("x" * 5000,)}, "en has 5,000 characters, more than 4,000. Shorten it."),
    ],
)  # fmt: skip
def test_what_cannot_be_merged_is_a_conflict(
    tmp_path: Path, entries: Entries, values: dict[str, Any], why: str
) -> None:
    merge = plan(Imported([Draft(values, "f:1")]), load([glossary_file(tmp_path, entries)]))
    assert [why in conflict.why for conflict in merge.conflicts] == [True]
    assert merge.new == merge.changed == []


def test_the_same_term_twice_in_an_import_is_a_conflict(tmp_path: Path, entries: Entries) -> None:
    draft = {"ja": "予算", "reading": "よさん", "en": ("budget",)}
    merge = plan(Imported([Draft(draft, "f:1"), Draft(dict(draft), "f:2")]), load([]))
    assert len(merge.new) == 1
    assert merge.conflicts[0].why == "f:1 has the same term. Keep one of the two."


def test_many_entries_are_put_at_once_and_comments_stay(tmp_path: Path, entries: Entries) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('# head\n[[term]]\nid = "bare"\nja = "特使"   # keep\nreading = "とくし"\nen = ["envoy"]\ndomain = "mine"\n# foot\n', encoding="utf-8")  # fmt: skip
    put(path, entries)
    text = path.read_text(encoding="utf-8")
    assert text.startswith('# head\n[[term]]\nid = "bare"\nja = "特使"   # keep\n')
    assert "# foot\n\n[[term]]" in text
    assert {entry.id: entry.en for entry in load([path])} == {
        entry.id: entry.en for entry in entries
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "bad is empty."),
        (b"\0\1\2\3binary", "bad is a binary file."),
        (b"\xff\xfd\x81", "bad is neither UTF-8 nor Shift_JIS."),
        (b"<?xml version='1.0'?><tbx><text>", "bad:1:33: no element found."),
        (b"<!DOCTYPE x [<!ENTITY a 'b'>]><tbx>&a;</tbx>", "bad declares XML entities."),
        (b"<html><body/></html>", "bad is XML, but holds no TBX concepts."),
        (b"PK\x03\x04broken", "bad is not a zip."),
    ],
)
def test_hostile_files_are_named_and_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "bad"
    path.write_bytes(data)
    with pytest.raises(YomuError) as raised:
        read(path)
    assert raised.value.message == message


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.json", "{}")
        with archive.open("term_bank_1.json", "w", force_zip64=True) as member:
            for _ in range(201):
                member.write(b" " * 1_000_000)
    with pytest.raises(YomuError, match="unpacks to more than 200 MB"):
        read(path)


def test_another_dictionarys_rows_become_drafts(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    rows = [
        ["予算", "よさん", "", "", 0, ["budget", {"type": "text", "text": "estimate"}], 1, ""],
        "no row",
        ["x"],
    ]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("index.json", "{}")
        archive.writestr("term_bank_1.json", json.dumps(rows))
    imported = read(path)
    assert [draft.values for draft in imported.drafts] == [
        {"ja": "予算", "reading": "よさん", "en": ("budget", "estimate")}
    ]
    assert len(imported.ignored) == 2


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12).map(
    str.strip
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=4))
def test_lists_in_cells_come_back(rows: list[tuple[str, str, str]]) -> None:
    rows = [row for row in rows if row[0]]
    parts = tuple(TermPart(*row) for row in rows)
    avoid = tuple(Avoid(row[0], row[1]) for row in rows)
    texts = tuple(dict.fromkeys(row[0] for row in rows))
    assert from_cell("parts", to_cell("parts", parts)) == parts
    assert from_cell("avoid", to_cell("avoid", avoid)) == avoid
    assert from_cell("en", to_cell("en", texts)) == texts
