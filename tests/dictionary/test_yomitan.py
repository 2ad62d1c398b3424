"""Yomitan archives: what is right is added, what is wrong is refused and leaves no trace."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yomu.dictionary import Cancelled, Dictionary, UserDictionaries
from yomu.dictionary.yomitan import importer
from yomu.dictionary.yomitan.content import ContentError, lines_of
from yomu.dictionary.yomitan.contract import Limits
from yomu.errors import YomuError
from yomu.model import Morph, Token

INDEX = {"title": "Terms", "revision": "1", "format": 3, "attribution": "by nobody"}
TERM = ["侵攻", "しんこう", "n", "vs", 5, ["an invasion"], 1, ""]


def archive(path: Path, banks: dict[str, Any] | None = None, **index: Any) -> Path:
    """Write an archive; a value that is bytes goes in as it is."""
    files = {"index.json": {**INDEX, **index}, "term_bank_1.json": [TERM], **(banks or {})}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in files.items():
            if content is not None:
                data = content if isinstance(content, bytes) else json.dumps(content).encode()
                new.writestr(name, data)
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> UserDictionaries:
    return UserDictionaries(tmp_path / "dictionaries")


def files_of(shelf: UserDictionaries) -> dict[str, bytes]:
    if not shelf.folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in shelf.folder.iterdir()}


def look(shelf: UserDictionaries, word: str) -> list[tuple[str, tuple[str, ...]]]:
    """What the shelf alone answers for a typed word."""
    dictionary = Dictionary.open(shelf.folder, shelf.folder, data=shelf.folder / "none.db")
    return [(m.entry.title, m.senses[0].lines) for m in dictionary.lookup_word(word)]


def test_an_archive_is_added_listed_and_answers(shelf: UserDictionaries, tmp_path: Path) -> None:
    added = shelf.add(archive(tmp_path / "a.zip"))
    assert (added.title, added.revision, added.terms) == ("Terms", "1", 1)
    assert shelf.listed() == (added,)
    assert look(shelf, "侵攻") == [("Terms", ("an invasion",))]
    assert look(shelf, "しんこう") == [("Terms", ("an invasion",))]


def test_a_term_answers_for_its_inflections_by_its_rules(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    rows = [
        ["盛り込む", "もりこむ", "", "v5", 0, ["to include"], 1, ""],
        ["盛り込", "もりこ", "", "v1", 0, ["no such word"], 2, ""],
    ]
    shelf.add(archive(tmp_path / "a.zip", {"term_bank_1.json": rows}))
    assert look(shelf, "盛り込まれている") == [("Terms", ("to include",))]


def test_the_order_is_kept_and_removal_leaves_the_others(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    for title in ("One", "Two", "Three"):
        shelf.add(archive(tmp_path / "a.zip", title=title))
    assert [one.title for one in shelf.listed()] == ["One", "Two", "Three"]
    shelf.order(["Three"])
    assert [title for title, _ in look(shelf, "侵攻")] == ["Three", "One", "Two"]
    shelf.remove("One")
    again = UserDictionaries(shelf.folder)
    assert [one.title for one in again.listed()] == ["Three", "Two"]


def test_another_process_sees_what_was_added(shelf: UserDictionaries, tmp_path: Path) -> None:
    other = UserDictionaries(shelf.folder)
    assert other.listed() == ()
    shelf.add(archive(tmp_path / "a.zip"))
    assert [one.title for one in other.listed()] == ["Terms"]


def test_an_unknown_title_is_answered_with_the_nearest(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    shelf.add(archive(tmp_path / "a.zip"))
    with pytest.raises(YomuError, match="Did you mean “Terms”"):
        shelf.remove("Term")


def test_frequencies_pitches_and_kanji_are_kept(shelf: UserDictionaries, tmp_path: Path) -> None:
    metas = [
        [
            "侵攻",
            "freq",
            {"reading": "しんこう", "frequency": {"value": 12, "displayValue": "12 ★"}},
        ],
        ["侵攻", "freq", 7],
        ["侵攻", "freq", "rare"],
        ["侵攻", "pitch", {"reading": "しんこう", "pitches": [{"position": 0}, {"position": 2}]}],
        ["侵攻", "ipa", {"reading": "しんこう", "transcriptions": [{"ipa": "ɕiŋkoː"}]}],
    ]
    kanji = [["侵", "シン", "おか.す", "jouyou", ["encroach"], {"strokes": "9"}]]
    tags = [["n", "partOfSpeech", 0, "noun", 0]]
    shelf.add(
        archive(
            tmp_path / "a.zip",
            {"term_meta_bank_1.json": metas, "kanji_bank_1.json": kanji, "tag_bank_1.json": tags},
        )
    )
    dictionary = Dictionary.open(tmp_path, shelf.folder, data=tmp_path / "none.db")
    found = [(f.shown, f.number) for f in dictionary.frequencies("侵攻", "しんこう")]
    assert found == [("12 ★", 12), ("7", 7), ("rare", None)]
    assert [p.marked for _, p in dictionary.accents("侵攻", "しんこう")] == [
        "しんこう￣",
        "しん＼こう",
    ]
    ((title, info),) = dictionary.added_kanji("侵")
    assert (title, info.meanings, info.kun, info.strokes) == (
        "Terms",
        ("encroach",),
        ("おか.す",),
        9,
    )


BROKEN: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("no title", {}, {"title": ""}, "no title"),
    ("long title", {}, {"title": "x" * 500}, "title is 500 characters"),
    ("old format", {}, {"format": 1}, "format 1"),
    ("no banks", {"term_bank_1.json": None}, {}, "no banks"),
    ("index is a list", {"index.json": []}, {}, "index.json must hold an object"),
    ("index is not JSON", {"index.json": b"{"}, {}, "index.json is not JSON"),
    ("no index", {"index.json": None}, {}, "no index.json"),
    ("not UTF-8", {"term_bank_1.json": b'["\xff"]'}, {}, "not UTF-8"),
    ("bank is an object", {"term_bank_1.json": {}}, {}, "term_bank_1.json must hold a list"),
    ("row is text", {"term_bank_1.json": [TERM, "x"]}, {}, r"term_bank_1.json\[1\]: a row must be"),
    ("short row", {"term_bank_2.json": [TERM, TERM, ["侵攻"]]}, {}, r"term_bank_2.json\[2\]"),
    ("empty term", {"term_bank_1.json": [["", *TERM[1:]]]}, {}, r"\[0\]: the term must not be empty"),
    ("endless term", {"term_bank_1.json": [["あ" * 999, *TERM[1:]]]}, {}, r"\[0\]: the term is 999"),
    ("score is text", {"term_bank_1.json": [[*TERM[:4], "5", *TERM[5:]]]}, {}, "score must be a number"),
    ("score is endless", {"term_bank_1.json": b'[["a","","","",1e999,[],1,""]]'}, {}, "out of range"),
    ("score is huge", {"term_bank_1.json": b'[["a","","","",1' + b"0" * 400 + b',[],1,""]]'}, {}, "out of range"),
    ("surrogate", {"term_bank_1.json": b'[["\\ud800","","","",0,["x"],1,""]]'}, {}, r"\[0\]: .*surrogate"),
    ("surrogate in content", {"term_bank_1.json": b'[["a","","","",0,["\\udfff"],1,""]]'}, {}, r"\[0\]: .*surrogate"),
    ("surrogate in title", {"index.json": b'{"title":"a\\ud800","revision":"1","format":3}'}, {}, "surrogate"),
    ("unknown element", {"term_bank_1.json": [[*TERM[:5], [{"type": "structured-content", "content": {"tag": "script"}}], 1, ""]]}, {}, r"\[0\]: the element 'script'"),
    ("deep JSON", {"term_bank_1.json": b"[" * 100_000}, {}, "nested too deeply"),
    ("wrong meta", {"term_meta_bank_1.json": [["a", "colour", 1]]}, {}, r"term_meta_bank_1.json\[0\]: the kind 'colour'"),
    ("wrong kanji", {"kanji_bank_1.json": [["侵", "", "", "", "x", {}]]}, {}, r"kanji_bank_1.json\[0\]"),
    ("wrong tag", {"tag_bank_1.json": [["n", "x", "0", "", 0]]}, {}, r"tag_bank_1.json\[0\]"),
    ("leads out", {"../term_bank_1.json": [TERM]}, {}, "leads out of the archive"),
    ("leads out by drive", {"C:\\x.json": [TERM]}, {}, "leads out of the archive"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("banks", "index", "message"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_broken_archive_is_refused_and_leaves_the_shelf_as_it_was(
    shelf: UserDictionaries,
    tmp_path: Path,
    banks: dict[str, Any],
    index: dict[str, Any],
    message: str,
) -> None:
    shelf.add(archive(tmp_path / "good.zip", title="Good"))
    before = files_of(shelf)
    with pytest.raises(YomuError, match=message) as caught:
        shelf.add(archive(tmp_path / "bad.zip", banks, **index))
    assert "bad.zip" in caught.value.message
    assert caught.value.hint
    assert files_of(shelf) == before


def deep_content(levels: int) -> Any:
    content: Any = "x"
    for _ in range(levels):
        content = {"tag": "div", "content": content}
    return [[*TERM[:5], [{"type": "structured-content", "content": content}], 1, ""]]


def test_content_nested_absurdly_is_refused(shelf: UserDictionaries, tmp_path: Path) -> None:
    shelf.add(archive(tmp_path / "a.zip", {"term_bank_1.json": deep_content(40)}))
    with pytest.raises(YomuError, match=r"term_bank_1.json\[0\]: content is nested deeper than 60"):
        shelf.add(archive(tmp_path / "b.zip", {"term_bank_1.json": deep_content(80)}, title="B"))


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flip(data: bytes) -> bytes:
    """Damage the packed bytes of the first bank."""
    at = data.index(b"term_bank_1.json") + 20
    return data[:at] + bytes(b ^ 0xFF for b in data[at : at + 8]) + data[at + 8 :]


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (cut, "not a zip file, or one that was cut off"),
        (flip, "damaged|not JSON|not UTF-8"),
        (lambda data: b"", "not a zip"),
        (lambda data: b"PK but no zip", "not a zip"),
    ],
)
def test_a_damaged_file_is_refused(
    shelf: UserDictionaries, tmp_path: Path, harm: Callable[[bytes], bytes], message: str
) -> None:
    path = archive(tmp_path / "a.zip", {"term_bank_1.json": [TERM] * 50})
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(YomuError, match=message):
        shelf.add(path)
    assert files_of(shelf) == {}


def test_a_missing_file_and_a_folder_are_refused(shelf: UserDictionaries, tmp_path: Path) -> None:
    for path in (tmp_path / "none.zip", tmp_path):
        with pytest.raises(YomuError):
            shelf.add(path)


def test_a_bomb_is_refused_by_ratio_size_and_count(shelf: UserDictionaries, tmp_path: Path) -> None:
    bomb = archive(tmp_path / "bomb.zip", {"term_bank_1.json": b"[" + b" " * 50_000_000 + b"]"})
    with pytest.raises(YomuError, match="unpacks to more than"):
        shelf.add(bomb)
    plain = archive(tmp_path / "plain.zip", {"term_bank_1.json": [TERM] * 200})
    with pytest.raises(YomuError, match="unpacked, more than"):
        shelf.add(plain, limits=Limits(total=1000))
    with pytest.raises(YomuError, match="files inside"):
        shelf.add(plain, limits=Limits(members=1))
    with pytest.raises(YomuError, match="more than 100 rows"):
        shelf.add(plain, limits=Limits(rows=100))
    with pytest.raises(YomuError, match="larger than"):
        shelf.add(plain, limits=Limits(archive=100))
    assert files_of(shelf) == {}


def test_an_archive_that_lies_about_its_sizes_is_still_bounded(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    path = archive(tmp_path / "a.zip", {"term_bank_1.json": b"[" + b" " * 50_000_000 + b"]"})
    data = bytearray(path.read_bytes())
    at = data.rindex(b"term_bank_1.json") - 46  # its record in the central directory
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    path.write_bytes(bytes(data))
    with pytest.raises(YomuError):
        shelf.add(path)
    assert files_of(shelf) == {}


def test_the_same_title_twice_is_refused(shelf: UserDictionaries, tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip")
    shelf.add(path)
    before = files_of(shelf)
    with pytest.raises(YomuError, match="“Terms” is already there") as caught:
        shelf.add(path)
    assert "yomu dict remove" in caught.value.hint
    assert files_of(shelf) == before


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_bank_twice_is_refused(shelf: UserDictionaries, tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip")
    with zipfile.ZipFile(path, "a") as more:
        more.writestr("term_bank_1.json", "[]")
    with pytest.raises(YomuError, match="in it twice"):
        shelf.add(path)


def test_a_full_disk_half_way_leaves_the_shelf_as_it_was(
    shelf: UserDictionaries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.add(archive(tmp_path / "good.zip", title="Good"))
    before = files_of(shelf)
    connect = sqlite3.connect

    def small(*args: Any, **options: Any) -> sqlite3.Connection:
        connection = connect(*args, **options)
        connection.execute("PRAGMA max_page_count = 40")
        return connection

    monkeypatch.setattr(importer.sqlite3, "connect", small)
    rows = [[f"語{n}", "ご", "", "", 0, ["x" * 200], n, ""] for n in range(2000)]
    with pytest.raises(YomuError, match="the disk is full") as caught:
        shelf.add(archive(tmp_path / "big.zip", {"term_bank_1.json": rows}))
    assert "Nothing was changed" in caught.value.hint
    assert files_of(shelf) == before


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_cancelled_import_leaves_nothing_behind(
    shelf: UserDictionaries, tmp_path: Path, after: int
) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > after

    rows = [[f"語{n}", "ご", "", "", 0, ["x"], n, ""] for n in range(12_000)]
    with pytest.raises(Cancelled):
        shelf.add(archive(tmp_path / "a.zip", {"term_bank_1.json": rows}), cancelled=cancelled)
    assert files_of(shelf) == {}
    assert shelf.listed() == ()


def test_ctrl_c_in_the_middle_leaves_nothing_behind(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    shelf.add(archive(tmp_path / "a.zip"))
    before = files_of(shelf)

    def interrupt(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        shelf.add(
            archive(tmp_path / "b.zip", {"term_bank_2.json": [TERM]}, title="Second"),
            progress=interrupt,
        )
    assert files_of(shelf) == before


def test_what_a_killed_import_left_is_swept_away_but_not_what_another_one_writes(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    shelf.folder.mkdir()
    for name, age_s in ((".dead.1.tmp", 7200), (".alive.2.tmp", 1)):
        left = shelf.folder / name
        left.write_bytes(b"half a dictionary")
        os.utime(left, (left.stat().st_atime, left.stat().st_mtime - age_s))
    shelf.add(archive(tmp_path / "a.zip"))
    assert not (shelf.folder / ".dead.1.tmp").exists()
    assert (shelf.folder / ".alive.2.tmp").exists()


def test_progress_goes_up_to_the_whole(shelf: UserDictionaries, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    path = archive(tmp_path / "a.zip", {"term_bank_2.json": [TERM], "term_bank_10.json": [TERM]})
    shelf.add(path, progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1] > 0


def test_a_foreign_file_on_the_shelf_is_named_and_skipped(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    shelf.add(archive(tmp_path / "a.zip"))
    (shelf.folder / "zzz.db").write_bytes(b"no database at all")
    assert [one.title for one in shelf.listed()] == ["Terms"]
    assert "zzz.db" in shelf.problems[0]


def test_escapes_in_titles_and_definitions_never_reach_the_terminal(
    shelf: UserDictionaries, tmp_path: Path
) -> None:
    rows = [["侵攻", "", "", "", 0, ["a\x1b[31mb\x07\u202ec"], 1, ""]]
    added = shelf.add(archive(tmp_path / "a.zip", {"term_bank_1.json": rows}, title="T\x1b[2Jx"))
    assert added.title == "Tx"
    assert look(shelf, "侵攻") == [("Tx", ("abc",))]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("plain\n\ntext", ["plain", "text"]),
        ({"tag": "ruby", "content": ["侵", {"tag": "rp", "content": "("}, {"tag": "rt", "content": "しん"}]}, ["侵(しん)"]),
        ({"tag": "ul", "content": [{"tag": "li", "content": "a"}, {"tag": "li", "content": "b"}]}, ["• a", "• b"]),
        (
            {"tag": "ol", "content": [{"tag": "li", "content": ["a", {"tag": "ul", "content": {"tag": "li", "content": "b"}}]}, {"tag": "li", "content": "c"}]},
            ["1. a", "  • b", "2. c"],
        ),
        (
            {"tag": "table", "content": [{"tag": "tr", "content": [{"tag": "th", "content": "x"}, {"tag": "td", "content": "y"}]}]},
            ["x │ y"],
        ),
        (["a", {"tag": "br"}, "b", {"tag": "img", "path": "i.png", "alt": "a map"}], ["a", "b[a map]"]),
        ([{"tag": "span", "content": "one "}, {"tag": "a", "href": "?q", "content": "two"}], ["one two"]),
        ({"tag": "details", "content": [{"tag": "summary", "content": "more"}, "rest"]}, ["more", "rest"]),
    ],
)  # fmt: skip
def test_structured_content_is_drawn_as_lines(content: Any, lines: list[str]) -> None:
    assert lines_of({"type": "structured-content", "content": content}, 60) == lines


def test_a_form_that_points_to_its_headword_says_so() -> None:
    assert lines_of(["盛り込む", ["passive"]], 60) == ["→ 盛り込む (passive)"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["tag", "type", "content", "text", "value"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_definition_is_drawn_or_refused(definition: Any) -> None:
    try:
        lines = lines_of(definition, 60)
    except ContentError:
        return
    assert all(isinstance(line, str) and "\n" not in line for line in lines)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(JSON | st.tuples(*[JSON] * 8).map(list), max_size=3), st.sampled_from(["term", "term_meta", "kanji", "tag"]))  # fmt: skip
def test_any_bank_is_added_whole_or_refused(tmp_path: Path, rows: list[Any], kind: str) -> None:
    shelf = UserDictionaries(tmp_path / "any")
    path = archive(tmp_path / "any.zip", {f"{kind}_bank_1.json": rows})
    try:
        shelf.add(path)
    except YomuError:
        assert files_of(shelf).keys() <= {"order.json"}
    else:
        shelf.remove("Terms")


@given(st.binary(max_size=400))
@settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_bytes_are_refused_in_words(tmp_path: Path, data: bytes) -> None:
    buffer = io.BytesIO(data)
    path = tmp_path / "noise.zip"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(YomuError):
        UserDictionaries(tmp_path / "noise").add(path)


def test_added_entries_stand_below_the_shared_dictionary(
    dictionary: Dictionary, shelf: UserDictionaries, tmp_path: Path
) -> None:
    shelf.add(archive(tmp_path / "a.zip"))
    both = Dictionary.open(tmp_path, shelf.folder)
    token = Token(
        0, 2, "侵攻", "しんこう", Morph("侵攻", "侵攻", "しんこう", "名詞-普通名詞-サ変可能")
    )
    titles = [match.entry.title for match in both.lookup_at("侵攻", (token,), 0)]
    assert titles == ["JMdict", "Terms"]
