"""`yomu words`: taking in what a person knows already, showing it, taking it back."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Run = Callable[..., CompletedProcess[bytes]]


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def listed(yomu: Run, *arguments: str) -> list[dict[str, str | None]]:
    done = yomu("words", "list", "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, str | None]] = json.loads(done.stdout)
    return found


def test_list_is_taken_in_told_and_taken_back_as_one(yomu: Run, tmp_path: Path) -> None:
    path = written(
        tmp_path / "mine.txt", "条約\n食べました\n国防権限法\n\nhello\n条約\n外交[がいこう]\n"
    )
    done = yomu("words", "import", path)
    assert done.stdout.decode().splitlines() == [
        "mine.txt: 5 words.",
        "  now known: 3 words and 3 terms of the glossary",
        "  brought to their dictionary form: 1",
        "  empty lines, comments, header: 1",
        "  left out: 2",
        "    line 5: hello (no Japanese in it)",
        "    line 6: 条約 (the same as line 1)",
    ]
    assert b"yomu words undo" in done.stderr
    words = {(w["word"], w["reading"]) for w in listed(yomu) if not w["entry_id"]}
    assert words == {("条約", None), ("食べる", None), ("外交", "がいこう")}
    terms = {w["word"] for w in listed(yomu) if w["entry_id"]}
    assert "国防権限法" in terms
    assert yomu("words").stdout.decode() == "known\t3 words\t3 terms\n"

    done = yomu("words", "undo")
    assert done.stdout.decode() == "Took back the import of mine.txt: 6 words and terms.\n"
    assert listed(yomu) == []
    assert yomu("words", "undo").stdout == b"Nothing to take back.\n"


def test_dry_run_says_the_same_and_does_nothing(yomu: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "mine.csv", "word,status\n条約,3\n外務,ignored\n")
    done = yomu("words", "import", path, "--dry-run")
    assert b"would become learning-3: 1 word" in done.stdout
    assert b"would become ignored: 1 word" in done.stdout
    assert listed(yomu) == []


def test_no_import_lowers_a_status_but_set_does(yomu: Run, tmp_path: Path) -> None:
    yomu("words", "set", "食べる[たべる]", "well-known")
    yomu("words", "set", "飲む", "ignored")
    path = written(tmp_path / "mine.txt", "食べる[たべる]\n飲む\n走る\n")
    done = yomu("words", "import", path, "--as", "2")
    assert b"left as they were: 1 well-known, 1 ignored" in done.stdout
    statuses = {w["word"]: w["status"] for w in listed(yomu)}
    assert statuses == {"食べる": "well-known", "飲む": "ignored", "走る": "learning-2"}
    done = yomu("words", "set", "食べました", "new")
    assert done.stdout.decode() == "食べる: new\n食べる (たべる): new\n"
    assert {w["word"] for w in listed(yomu)} == {"飲む", "走る"}


def test_words_inside_a_known_word_are_known_where_nothing_is_said_of_them(
    yomu: Run, tmp_path: Path
) -> None:
    yomu("words", "set", "店[てん]", "1")
    path = written(tmp_path / "mine.txt", "喫茶店[きっさてん]\n")
    done = yomu("words", "import", path)
    assert b"taken as written, of several words: 1; words in them: 1" in done.stdout
    statuses = {w["word"]: w["status"] for w in listed(yomu)}
    assert statuses == {"喫茶店": "known", "喫茶": "known", "店": "learning-1"}


def test_learning_a_long_word_says_nothing_of_those_in_it(yomu: Run, tmp_path: Path) -> None:
    yomu("words", "import", written(tmp_path / "mine.txt", "喫茶店\n"), "--as", "1")
    assert [w["word"] for w in listed(yomu)] == ["喫茶店"]


def test_word_without_reading_lifts_those_met_with_one(yomu: Run, tmp_path: Path) -> None:
    yomu("words", "set", "食べる[たべる]", "1")
    yomu("words", "import", written(tmp_path / "l.txt", "食べる\n"))
    assert {(w["reading"], w["status"]) for w in listed(yomu)} == {
        (None, "known"),
        ("たべる", "known"),
    }


def test_level_of_the_jlpt_with_its_source(yomu: Run) -> None:
    done = yomu("words", "import", "--jlpt", "n5", "--as", "learning")
    assert b"JLPT N5: 661 words, spelled in 953 ways." in done.stdout
    assert b"tanos.co.uk" in done.stdout
    words = listed(yomu, "--status", "learning")
    assert {"word": "食べる", "reading": "たべる", "status": "learning-1"}.items() <= {
        **next(w for w in words if w["word"] == "食べる")
    }.items()
    assert listed(yomu, "--status", "known") == []


def test_statuses_can_be_chosen_from(yomu: Run, tmp_path: Path) -> None:
    yomu(
        "words", "import", written(tmp_path / "l.csv", "word,status\n走る,1\n歩く,3\n飲む,known\n")
    )
    chosen = {
        s: {w["word"] for w in listed(yomu, "--status", s)} for s in ("1", "learning", "known")
    }
    assert chosen == {"1": {"走る"}, "learning": {"走る", "歩く"}, "known": {"飲む"}}
    assert yomu("words", "list", "--status", "perhaps").returncode == 2


def test_list_can_come_from_standard_input(yomu: Run) -> None:
    done = yomu("words", "import", "-", stdin="条約\n".encode())
    assert done.stdout.startswith(b"standard input: 1 word.")
    assert {w["word"] for w in listed(yomu)} == {"条約"}


def test_help_says_that_levels_are_not_official(yomu: Run) -> None:
    assert b"publish no" in yomu("words", "import", "--help").stdout


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "a.txt",
            "条約\n".encode() * 9 + "条約\n".encode("cp932"),
            "a.txt:10: this line reads as Shift_JIS",
        ),
        ("a.txt", b"treaty\n", "its one line holds no Japanese word"),
        ("a.txt", b"treaty\npact\n", "none of its 2 lines holds a Japanese word"),
        ("a.txt", b"", "a.txt is empty"),
        ("a.txt", b"\0\xff\x81\x82\n" * 9, "a.txt is binary, not a list"),
        ("a.txt", b"\x7fELF\x02\0\x81", "a.txt is a program"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", "an image"),
        ("a.csv", 'word,x\n条約,"y\n'.encode(), "a.csv:2: a quotation mark"),
        ("a.xlsx", b"PK\x03\x04 sheet", "Save the sheet as CSV"),
        ("a.apkg", b"PK\x03\x04 cut short", "a.apkg"),
        ("a.apkg", b"no archive at all", "a.apkg"),
    ],
)
def test_bad_file_is_explained_and_nothing_is_written(
    yomu: Run, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = yomu("words", "import", path)
    assert done.returncode == 1
    assert says in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert listed(yomu) == []


def test_deck_without_collection_is_explained(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.apkg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("media", "{}")
    done = yomu("words", "import", path)
    assert done.returncode == 1
    assert b"holds no Anki collection" in done.stderr


def test_missing_file_is_explained(yomu: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "a.apkg"):
        done = yomu("words", "import", tmp_path / name)
        assert done.returncode == 1
        assert b"no such file" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "a.txt", "--jlpt", "N5"],
        ["import", "--jlpt", "N6"],
        ["import", "a.txt", "--as", "perhaps"],
        ["set", "条約", "perhaps"],
    ],
)
def test_wrong_usage_is_told(yomu: Run, arguments: list[str]) -> None:
    done = yomu("words", *arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_what_is_no_word_cannot_be_set(yomu: Run) -> None:
    done = yomu("words", "set", "treaty", "known")
    assert done.returncode == 1
    assert "“treaty” is not one Japanese word.".encode() in done.stderr


def test_control_characters_of_a_list_do_not_reach_the_terminal(yomu: Run, tmp_path: Path) -> None:
    path = written(tmp_path / "l.txt", "条約\nevil\x1b[31m text\n")
    done = yomu("words", "import", path)
    assert b"\x1b" not in done.stdout + done.stderr


def test_all_of_the_record_is_in_one_file_when_the_command_is_done(yomu: Run, home: Path) -> None:
    assert yomu("words", "set", "条約", "known").returncode == 0
    assert [path.name for path in home.rglob("yomu.db*") if path.name != "yomu.db-checked"] == [
        "yomu.db"
    ]
