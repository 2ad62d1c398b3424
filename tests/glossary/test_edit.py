"""Editing the user's file: what a person wrote around an entry stays as it is."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yomu.errors import YomuError
from yomu.glossary.edit import add, as_toml, edit, new_id, remove
from yomu.glossary.toml_source import read_bytes
from yomu.model import Avoid, GlossaryEntry, TermPart

HAND_WRITTEN = """\
# Terms for Tuesday's class

[[term]]   # from the lecture
id = "budget"
ja = "予算"         # not 予産!
reading = "よさん"
en = [
  "budget",   # preferred
  "appropriation",
]
domain = "mine"

# --- treaties ---
[[term]]
ja = "条約"
id = "treaty"
reading = "じょうやく"
en = ["treaty"]
domain = "mine"
definition_en = '''
A written agreement
[[term]]
between states.'''
# the end
"""

ENTRY = GlossaryEntry("", "特使", "とくし", ("special envoy",), "mine")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_bytes(HAND_WRITTEN.encode())
    return path


def test_adding_leaves_every_other_character_alone(file: Path) -> None:
    added = add(file, ENTRY)
    assert added.id == "special-envoy"
    assert added.line == 26
    text = file.read_text(encoding="utf-8")
    assert text.startswith(HAND_WRITTEN)
    assert text[len(HAND_WRITTEN) :] == (
        '\n[[term]]\nid = "special-envoy"\nja = "特使"\nreading = "とくし"\n'
        'en = ["special envoy"]\ndomain = "mine"\n'
    )


def test_adding_makes_the_file_and_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "mine.toml"
    add(path, ENTRY)
    assert [entry.ja for entry in read_bytes(path.read_bytes(), "f").entries] == ["特使"]


def test_editing_changes_one_line_and_keeps_its_comment(file: Path) -> None:
    edit(file, "budget", {"ja": "国家予算", "reading": "こっかよさん"})
    expected = HAND_WRITTEN.replace('ja = "予算"', 'ja = "国家予算"').replace(
        "よさん", "こっかよさん"
    )
    assert file.read_text(encoding="utf-8") == expected


def test_a_new_field_goes_where_the_usual_order_wants_it(file: Path) -> None:
    edit(file, "budget", {"note": "単年度", "acronym": "BGT", "see": ("treaty",)})
    expected = HAND_WRITTEN.replace(
        ']\ndomain = "mine"\n\n',
        ']\ndomain = "mine"\nacronym = "BGT"\nnote = "単年度"\nsee = ["treaty"]\n\n',
    )
    assert file.read_text(encoding="utf-8") == expected


def test_a_field_can_be_removed(file: Path) -> None:
    entry = edit(file, "treaty", {"definition_en": ""})
    assert entry.definition_en == ""
    assert "# the end" in file.read_text(encoding="utf-8")


def test_removing_an_entry_keeps_the_comment_over_the_next(file: Path) -> None:
    remove(file, "budget")
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Terms for Tuesday's class\n")
    assert "# --- treaties ---\n[[term]]" in text
    assert "予算" not in text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"reading": "yosan"},
            'The entry is not sound: reading must be kana, got "yosan". Write よさん.',
        ),
        ({"id": "other"}, "An id is permanent."),
        ({"colour": "red"}, "An entry has no field colour."),
        (
            {"en": ()},
            'The entry is not sound: en is missing. Write en = ["Foreign Military Sales"].',
        ),
    ],
)
def test_an_edit_that_would_break_the_entry_changes_nothing(
    file: Path, changes: dict[str, object], message: str
) -> None:
    with pytest.raises(YomuError) as raised:
        edit(file, "budget", changes)
    assert raised.value.message == message
    assert file.read_text(encoding="utf-8") == HAND_WRITTEN


def test_a_broken_file_is_not_edited(file: Path) -> None:
    file.write_text(HAND_WRITTEN + '[[term]]\nja = "', encoding="utf-8")
    with pytest.raises(YomuError, match="Correct this first"):
        add(file, ENTRY)


def test_line_ends_and_byte_order_mark_survive(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + HAND_WRITTEN.replace("\n", "\r\n").encode())
    add(file, ENTRY)
    edit(file, "budget", {"note": "x"})
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# Terms")
    assert data.count(b"\r\n") == data.count(b"\n")


def test_ids_are_slugs_and_do_not_collide(file: Path) -> None:
    assert new_id("The Joint Chiefs' Étude", ()) == "joint-chiefs-etude"
    assert new_id("核", ()) == "term"
    assert new_id("treaty", {"treaty", "treaty-2"}) == "treaty-3"
    with pytest.raises(YomuError, match="already"):
        add(file, GlossaryEntry("treaty", "x", "x", ("x",), "mine"))


def test_an_unwritable_folder_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(YomuError, match="cannot be written"):
        add(blocked / "mine.toml", ENTRY)


ADD_TEN = """
import sys
from pathlib import Path
from yomu.glossary.edit import add
from yomu.model import GlossaryEntry
for number in range(10):
    add(Path(sys.argv[1]), GlossaryEntry("", sys.argv[2] + str(number), "よみ", ("same",), "mine"))
"""


def test_two_processes_adding_at_once_lose_nothing(file: Path) -> None:
    workers = [
        subprocess.Popen([sys.executable, "-c", ADD_TEN, str(file), name]) for name in ("甲", "乙")
    ]
    assert [worker.wait() for worker in workers] == [0, 0]
    entries = read_bytes(file.read_bytes(), "f").entries
    assert len(entries) == len({entry.id for entry in entries}) == 22


TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u200e\u200f"),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() and text.isprintable())


@settings(max_examples=100, deadline=None)
@given(ja=TEXT, en=st.lists(TEXT, min_size=1, max_size=3, unique_by=str.strip), note=TEXT, why=TEXT)
def test_what_is_written_is_read_back(ja: str, en: list[str], note: str, why: str) -> None:
    entry = GlossaryEntry(
        "an-id",
        ja.strip(),
        "よみ",
        tuple(text.strip() for text in en),
        "mine",
        note=note.strip(),
        avoid=(Avoid(why.strip(), ja.strip()),),
        parts=(TermPart(ja.strip(), "よみ", ""), TermPart("字", "じ", why.strip())),
        file="f",
        line=1,
    )
    reading = read_bytes(as_toml(entry).encode(), "f")
    assert [str(problem) for problem in reading.problems] == []
    assert reading.entries == [entry]
    assert tomllib.loads(as_toml(entry))["term"][0]["ja"] == ja.strip()
