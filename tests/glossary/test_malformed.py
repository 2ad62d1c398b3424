"""Malformed glossary files: one exact message each, at the right place, and the sound entries kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.glossary import load
from yomu.glossary.fields import BY_NAME
from yomu.glossary.toml_source import read_bytes, read_file

WHOLE = """\
[[term]]
id = "budget"
ja = "予算"
reading = "よさん"
en = ["budget"]
domain = "mine"
"""
KEYS = f"The keys are {', '.join(BY_NAME)}."

# What of WHOLE is replaced ("" appends), by what, and what is said.
MALFORMED = [
    ('ja = "予算"', 'ja = “予算”', '3:6: ja: the quotes are not straight. Write ja = "…" with ".'),
    ('ja = "予算"', 'ja = 「予算」', '3:6: ja: the quotes are not straight. Write ja = "…" with ".'),
    ('ja = "予算"', 'ja ＝ "予算"', '3:4: ＝ is full-width. Write ja = "…" with a half-width =.'),
    ('ja = "予算"', 'ja: "予算"', '3:3: ja: a colon does not assign. Write ja = "…".'),
    ('ja = "予算"', 'ja = 予算', '3:6: ja: a text needs quotes. Write ja = "…".'),
    ('ja = "予算"', 'ja = budget', '3:6: ja: a text needs quotes. Write ja = "…".'),
    ('ja = "予算"', 'ja = "予算', '3:9: ja: the text is not closed. Put the same quote at its end; within it write \\".'),
    ('ja = "予算"', "ja = '予算", '3:6: ja: the text is not closed. Put the same quote at its end; within it write \\".'),
    ('ja = "予算"', 'ja = "予"算"', '3:9: ja: a " within the text ends it. Write \\" there.'),
    ('ja = "予算"', 'ja "予算"', '3:4: "ja" is not followed by =. Write ja = "…".'),
    ('ja = "予算"', 'ja =', '3:5: ja: a text needs quotes. Write ja = "…".'),
    ('ja = "予算"', '= "予算"', '3:1: a key is missing before =. Write ja = "…".'),
    ('ja = "予算"', 'ja = "予算" en', '3:11: "en" stands after the value. Begin a new line, or a comment with #.'),
    (WHOLE, '[[term]]\nid = "budget"\nja = "予算"\nja = "予"\nreading = "よさん"\nen = ["budget"]\ndomain = "mine"\n', '4:9: ja is given twice in this entry. Keep one.'),
    ('ja = "予算"', 'ja = "C:\\users"', '3:11: ja: a \\ stands before what it cannot escape. Write \\\\ for one backslash.'),
    ('ja = "予算"', 'ja = """予算', '3:6: ja: the text is not closed. Put the same quote at its end; within it write \\".'),
    ('ja = "予算"', '日本語 = "予算"', '3:1: "日本語" is no key. ' + KEYS),
    ('ja = "予算"', 'ja = "予\x07算"', '3:8: a control character (U+0007) stands here. Delete it; write a line break as \\n.'),
    ('ja = "予算"', 'ja = "予\\u001b[31m算"', '3:1: ja holds a control character. Delete it.'),
    ('ja = "予算"', 'ja = ""', '3:1: ja is empty. Write ja = "対外有償軍事援助".'),
    ('ja = "予算"', 'ja = "\u3000"', '3:1: ja is empty. Write ja = "対外有償軍事援助".'),
    ('ja = "予算"', 'ja = "予\\n算"', '3:1: ja holds a line break. Write it on one line.'),
    ('ja = "予算"', 'ja = "' + "あ" * 10_000 + '"', '3:1: ja has 10,000 characters, more than 120. Shorten it.'),
    ('ja = "予算"', 'ja = 42', '3:1: ja must be text, got a number. Write ja = "42".'),
    ('ja = "予算"', 'ja = true', '3:1: ja must be text, got true or false. Write ja = "true".'),
    ('ja = "予算"', 'ja = 2022-02-24', '3:1: ja must be text, got a date or time. Write ja = "2022-02-24".'),
    ('ja = "予算"', 'ja = ["予算"]', '3:1: ja must be one text, got a list. Write ja = "対外有償軍事援助".'),
    ('en = ["budget"]', 'en = "budget"', '5:1: en is a list. Write en = ["budget"].'),
    ('en = ["budget"]', 'en = ["budget"', '5:6: en: a [ is not closed. Put a comma between the items and ] after the last.'),
    ('en = ["budget"]', 'en = ["budget" "x"]', '5:6: en: a [ is not closed. Put a comma between the items and ] after the last.'),
    ('en = ["budget"]', 'en = []', '5:1: en is empty. Write en = ["Foreign Military Sales"].'),
    ('en = ["budget"]', 'en = [""]', '5:1: en is empty. Write en = ["Foreign Military Sales"].'),
    ('en = ["budget"]', 'en = [1]', '5:1: en is a list of texts, got a number. Write en = ["Foreign Military Sales"].'),
    ('en = ["budget"]', 'en = ["budget", "budget"]', '5:1: en has "budget" twice. Keep one.'),
    ('en = ["budget"]', 'en = [["budget"]]', '5:1: en is a list of texts, got a list. Write en = ["Foreign Military Sales"].'),
    ('reading = "よさん"', 'reading = "kinri"', '4:1: reading must be kana, got "kinri". Write きんり.'),
    ('reading = "よさん"', 'reading = "予さん"', '4:1: reading must be kana, got "予さん". Write it in hiragana.'),
    ('reading = "よさん"', 'reading = "よ さん"', '4:1: reading must be kana, got "よ さん". Write よさん.'),
    ('id = "budget"', 'id = "予算"', '2:1: id must be small letters, digits and hyphens, got "予算". Write foreign-military-sales.'),
    ('id = "budget"', 'id = "Foreign Military_Sales"', '2:1: id must be small letters, digits and hyphens, got "Foreign Military_Sales". Write foreign-military-sales.'),
    (WHOLE, '[[term]]\nid = "budget"\nja = "予算"\nreading = "よさん"\nen = ["budget"]\n', '1:1: domain is missing. Write domain = "arms-transfers".'),
    ('domain = "mine"', 'domain = "US government"', '6:1: domain must be small letters, digits and hyphens, got "US government". Write us-government.'),
    ('[[term]]', '[term]', '1:1: entries are written under [[term]], with two brackets. Write [[term]].'),
    ('[[term]]', '[[term]', '1:7: the header is not complete. Write [[term]].'),
    ('[[term]]', '[[terms]]', '1: unknown table or key "terms". Start every entry with [[term]].'),
    ('[[term]]', '［［term］］', '1:1: the header is not complete. Write [[term]].'),
    ('[[term]]\nid = "budget"\nja = "予算"\nreading = "よさん"\nen = ["budget"]\ndomain = "mine"', 'term = "x"', '1: term must be a list of tables. Write [[term]] above each entry.'),
    ('[[term]]\nid = "budget"\nja = "予算"\nreading = "よさん"\nen = ["budget"]\ndomain = "mine"', 'hello world', '1:7: "hello" is not followed by =. Write hello = "…".'),
    ('[[term]]\nid = "budget"\nja = "予算"\nreading = "よさん"\nen = ["budget"]\ndomain = "mine"', '予算 = budget', '1:1: "予算" is no key. ' + KEYS),
    ('[[term]]\nid = "budget"\nja = "予算"\nreading = "よさん"\nen = ["budget"]\ndomain = "mine"', '{"term": []}', '1:1: "{"term": []}" is neither an entry nor a comment. Write ja = "…" or begin with #.'),
    ('', 'avoid = ["x"]\n', '7:1: avoid is a list of { } tables, got text. Write avoid = [{ en = "foreign military aid", why = "it is a sale" }].'),
    ('', 'avoid = [{ why = "x" }]\n', '7:1: en is missing in avoid. Write avoid = [{ en = "foreign military aid", why = "it is a sale" }].'),
    ('', 'avoid = [{ en = "x", because = "y" }]\n', '7:1: unknown key "because" in avoid. The keys are en, why.'),
    ('', 'avoid = [{ en = 1 }]\n', '7:1: en in avoid must be text, got a number. Write en = "1".'),
    ('', 'avoid = [{ en = "x" ]\n', '7:21: avoid: a { is not closed. Put a comma between the items and } after the last, on one line.'),
    ('', 'parts = [{ ja = "予", reading = "yo" }]\n', '7:1: parts: reading must be kana, got "yo". Write よ.'),
    ('', 'parts = { ja = "予" }\n', '7:1: parts must be a list, got a table. Write parts = [{ ja = "対外", reading = "たいがい", en = "foreign" }].'),
    ('', 'varients = ["x"]\n', '7:1: unknown key "varients". Write variants.'),
    ('', 'colour = "red"\n', '7:1: unknown key "colour". ' + KEYS),
    ('', 'since = "1976年"\n', '7:1: since must be YYYY, YYYY-MM or YYYY-MM-DD, got "1976年". Write since = "1976".'),
    ('', 'since = 1976\n', '7:1: since must be text, got a number. Write since = "1976".'),
    ('', 'note = "' + "x" * 5_000 + '"\n', '7:1: note has 5,000 characters, more than 4,000. Shorten it.'),
    ('', "variants = [" + ", ".join(f'"v{n}"' for n in range(61)) + "]\n", '7:1: variants has 61 items, more than 60. Keep those that texts use.'),
    ('', 'note = "a" # ok\nx = [[[\n', '8:8: x: a text needs quotes. Write x = "…".'),
    ('', 'en.x = 1\n', '7:9: en has a value already. Write each key once, without dots.'),
    ('', '[term.more]\nx = 1\n', '1:1: unknown key "more". ' + KEYS),
    ('', '[settings]\nx = 1\n', '7: unknown table or key "settings". Start every entry with [[term]].'),
    (WHOLE, "[" * 5_000, '1:3: "[[[[[[[[[[[[[[[[" is neither an entry nor a comment. Write ja = "…" or begin with #.'),]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), MALFORMED)
def test_each_fault_has_its_message(old: str, new: str, message: str) -> None:
    text = WHOLE.replace(old, new, 1) if old else WHOLE + new
    assert text != WHOLE
    reading = read_bytes(text.encode(), "g.toml")
    assert str(reading.problems[0]) == f"g.toml:{message}"
    assert all(problem.severity == "error" for problem in reading.problems)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x00\x01\x02", "g.toml:1:1: this is a binary file, not a glossary. Name a .toml file."),
        (WHOLE.encode("utf-16"), "g.toml:1:1: the file is UTF-16. Save it as UTF-8."),
        (WHOLE.encode("cp932"), "g.toml:3:7: this is not UTF-8 (it looks like Shift_JIS). Save the file as UTF-8."),
        (WHOLE.encode("euc_jp"), "g.toml:3:8: this is not UTF-8 (it looks like EUC-JP). Save the file as UTF-8."),
        (b"# \x81 ", "g.toml:1:3: this is not UTF-8. Save the file as UTF-8."),
        (WHOLE.replace("\n", "\r").encode(), "g.toml:1:9: the lines end in CR alone. Save the file with LF or CRLF line ends."),
    ],
)  # fmt: skip
def test_bytes_that_are_no_text_are_named(data: bytes, message: str) -> None:
    assert [str(problem) for problem in read_bytes(data, "g.toml").problems] == [message]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"# only a comment\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_empty_glossary(data: bytes) -> None:
    reading = read_bytes(data, "g.toml")
    assert (reading.entries, reading.problems) == ([], [])


def test_byte_order_mark_and_crlf_are_no_fault() -> None:
    reading = read_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode(), "g.toml")
    assert [(entry.ja, entry.line) for entry in reading.entries] == [("予算", 1)]
    assert reading.problems == []


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "g.toml"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 100_000_000)
    reading = read_file(path, name="g.toml")
    assert [str(problem) for problem in reading.problems] == [
        "g.toml: the file is 100 MB, more than a glossary holds (16 MB). Split it into one file a domain."
    ]


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    assert (
        str(read_file(tmp_path, name="g").problems[0]) == "g: this is a folder. Name a .toml file."
    )
    missing = read_file(tmp_path / "no.toml", name="no.toml")
    assert str(missing.problems[0]).startswith("no.toml: No such file or directory.")


def test_one_broken_entry_costs_no_other() -> None:
    other = (
        WHOLE.replace("budget", "treaty").replace("予算", "条約").replace("よさん", "じょうやく")
    )
    broken = WHOLE.replace('"予算"', '"予算')
    for text in (broken + other, other + broken):
        reading = read_bytes(text.encode(), "g.toml")
        assert [entry.id for entry in reading.entries] == ["treaty"]
        assert reading.entries[0].line == (7 if text.endswith(other) else 1)
        assert [problem.rule for problem in reading.problems] == ["syntax"]


def test_every_fault_of_an_entry_is_named_at_its_line() -> None:
    text = (
        WHOLE.replace("よさん", "yosan")
        .replace('id = "budget"', 'id = "A"')
        .replace('domain = "mine"\n', "")
    )
    assert [str(problem) for problem in read_bytes(text.encode(), "g.toml").problems] == [
        'g.toml:1:1: domain is missing. Write domain = "arms-transfers".',
        'g.toml:4:1: reading must be kana, got "yosan". Write よさん.',
        'g.toml:2:1: id must be small letters, digits and hyphens, got "A". Write a.',
    ]


def test_markup_in_an_entry_is_only_text() -> None:
    text = WHOLE.replace("予算", "<script>alert(1)</script>").replace("よさん", "すくりぷと")
    assert read_bytes(text.encode(), "g.toml").entries[0].ja == "<script>alert(1)</script>"


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(WHOLE)))
def test_no_bytes_raise(noise: bytes, at: int) -> None:
    for data in (noise, WHOLE.encode()[:at] + noise + WHOLE.encode()[at:]):
        reading = read_bytes(data, "g.toml")
        assert all(problem.message for problem in reading.problems)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='[]{}"\'=,.#\\\n ajテ"', max_size=60))
def test_no_broken_toml_raises(noise: str) -> None:
    read_bytes((WHOLE + noise).encode(), "g.toml")


def test_loading_nothing_is_an_empty_glossary(tmp_path: Path) -> None:
    glossary = load([tmp_path / "missing.toml", tmp_path])
    assert (len(glossary), glossary.problems) == (0, ())
