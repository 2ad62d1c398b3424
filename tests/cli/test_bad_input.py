"""Every mistake a person can make gets one message, exit code 1, and leaves nothing behind."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def zip_with(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def bomb() -> bytes:
    return zip_with(
        **{"mimetype": b"application/epub+zip", "META-INF/container.xml": b"\0" * 300_000_000}
    )


FAULTS: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (" \n　\n\n".encode(), "white space"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "damaged.txt": (
        "日本語の文章です。".encode() + b"\xff\xfe\xfa" + "続きます。".encode(),
        "byte 27",
    ),
    "script.html": (b"<html><script>alert(1)</script><body></body></html>", "without text"),
    "broken.epub": (zip_with(mimetype=b"application/epub+zip")[:-30], "epub"),
    "bomb.epub": (bomb(), "epub"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_unreadable_text_is_explained(yomu: Run, tmp_path: Path, home: Path, name: str) -> None:
    content, expected = FAULTS[name]
    path = tmp_path / name
    path.write_bytes(content)
    for command in (("read", "--plain"), ("import",), ("annotate",)):
        done = yomu(*command, path)
        message = done.stderr.decode()
        assert done.returncode == 1
        assert name in message
        assert expected in message.lower()
        assert "Traceback" not in message
        assert done.stdout == b""
    assert not (home / "data" / "texts").exists()


def test_missing_file_names_the_texts_there_are(yomu: Run) -> None:
    done = yomu("read", "--plain", "monroe-doctrin")
    assert done.returncode == 1
    assert "monroe-doctrine" in done.stderr.decode()


def test_folder_is_not_a_text(yomu: Run, tmp_path: Path) -> None:
    done = yomu("read", "--plain", tmp_path)
    assert done.returncode == 1
    assert "folder" in done.stderr.decode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_says_how_to_allow_it(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("秘密")
    path.chmod(0)
    done = yomu("read", "--plain", path)
    assert done.returncode == 1
    assert "chmod" in done.stderr.decode()


def test_text_without_japanese_opens_and_says_so(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "english.txt"
    path.write_text("Only English here.\n\nAnd here.")
    done = yomu("read", "--plain", path)
    assert done.returncode == 0
    assert b"Only English here." in done.stdout
    assert "no Japanese" in done.stderr.decode()


def test_escapes_never_reach_the_terminal(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b]0;owned\x07.txt"
    path.write_text(
        "題\x1b[31mの\x07ある文章\n\n本文は\x1b]52;c;ZXZpbA==\x07ここから\u202e始まる。\x9b2J\x00\n"
    )
    for command in (("read", "--plain"), ("import", "--explain"), ("read", "--plain", "--as-is")):
        done = yomu(*command, path)
        shown = done.stdout + done.stderr
        assert b"\x1b" not in shown
        assert b"\x07" not in shown
        assert b"\xc2\x9b" not in shown
        assert "\u202e".encode() not in shown


def test_without_a_terminal_the_screens_say_what_to_do(yomu: Run) -> None:
    for arguments in ((), ("read", "monroe-doctrine")):
        done = yomu(*arguments)
        assert done.returncode == 1
        assert "--plain" in done.stderr.decode()


def test_wrong_usage_exits_with_2(yomu: Run) -> None:
    assert yomu("read").returncode == 2
    assert yomu("nonsense").returncode == 2


def test_broken_settings_are_named(yomu: Run, home: Path) -> None:
    settings = home / "config" / "config.toml"
    settings.parent.mkdir(parents=True)
    for content, expected in (
        ("furigana = ", "TOML"),
        ('furigana = "big"', "furigana"),
        ("colour = 1", "colour"),
    ):
        settings.write_text(content)
        done = yomu("lookup", "国防権限法")
        assert done.returncode == 1
        assert expected in done.stderr.decode()
        assert str(settings) in done.stderr.decode()


def test_name_that_cannot_be_a_file_is_explained(yomu: Run) -> None:
    for name in ("a" * 5000, "~nobody-of-this-name/x.txt", "loop"):
        done = yomu("read", "--plain", name)
        assert done.returncode == 1
        assert b"no such file" in done.stderr
        assert b"Traceback" not in done.stderr


def test_file_name_that_is_not_utf8_is_explained(yomu: Run, tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    try:
        Path(path).write_text("米国は言った。", "utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    for command in (("read", "--plain"), ("import",), ("annotate",)):
        done = yomu(*command, path)
        assert done.returncode == 1
        assert b"Rename the file" in done.stderr


def test_endless_standard_input_is_refused(yomu: Run) -> None:
    done = yomu("import", "-", stdin=b"\n" * (65 * 1024 * 1024))
    assert done.returncode == 1
    assert b"up to 67 MB" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_full_disk_behind_the_output_is_explained(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        for command in (("glossary", "list"), ("lookup", "国務省")):
            done = subprocess.run(
                [sys.executable, "-m", "yomu", *command],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
                env={**os.environ, "YOMU_HOME": str(home)},
            )
            assert done.returncode == 1
            assert b"No space left" in done.stderr
            assert b"Traceback" not in done.stderr


def test_terminal_without_japanese_gets_escapes_instead_of_a_traceback(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yomu", "lookup", "FMS", "--format", "json"],
        capture_output=True,
        check=False,
        env={**os.environ, "YOMU_HOME": str(home), "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)["glossary"][0]["ja"] == "対外有償軍事援助"


def test_bytes_that_are_no_characters_are_explained(home: Path) -> None:
    for words in ([b"lookup"], [b"history"], [b"stats", b"--text"], [b"cards", b"remove"]):
        run = subprocess.run(
            [sys.executable.encode(), b"-m", b"yomu", *words, b"\xff"],
            capture_output=True,
            env={**os.environ, "YOMU_HOME": str(home), "PYTHONUTF8": "1"},
            timeout=60,
            check=False,
        )
        assert b"Traceback" not in run.stderr
        assert run.returncode == 1


def test_list_whose_name_is_no_text_is_taken_in(yomu: Run, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff.txt")
    path.write_text("条約\n", encoding="utf-8")
    assert yomu("words", "import", path).returncode == 0
    assert b"import of ?.txt" in yomu("words", "undo").stdout


@pytest.mark.skipif(os.name != "posix", reason="needs a shell that closes the output")
def test_closed_output_is_no_fault(home: Path) -> None:
    def run(command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["/bin/sh", "-c", f"{sys.executable} -m yomu {command}"],
            capture_output=True,
            env={**os.environ, "YOMU_HOME": str(home), "PYTHONUTF8": "1"},
            timeout=60,
            check=False,
        )

    for command in ("lookup 同盟", "export csv - --terms-of monroe-doctrine --limit 1"):
        shown = run(f"{command} >&-")
        assert (shown.returncode, shown.stderr) == (0, b"")
    unheard = run("lookup nothingofthekind 2>&-")
    assert (unheard.returncode, unheard.stdout) == (1, b"")  # the message is not taken for output


@pytest.mark.parametrize("first", ["words", "cards list", "stats", "read --plain monroe-doctrine"])
def test_record_with_damaged_tables_is_kept_and_a_new_one_begun(
    yomu: Run, home: Path, first: str
) -> None:
    yomu("words", "set", "条約", "known")
    record = home / "data" / "yomu.db"
    with closing(sqlite3.connect(record)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = record.read_bytes()
    damaged = whole[:100] + whole[100:].replace(b"CREATE TABLE", b"\xaa" * 12)
    assert damaged != whole
    record.write_bytes(damaged)
    done = yomu(*first.split())
    assert b"Traceback" not in done.stderr
    assert done.returncode == 0
    assert yomu("words", "set", "同盟", "known").returncode == 0
    kept = [path.read_bytes() for path in record.parent.glob("yomu.db.damaged-*")]
    assert damaged in kept


def test_database_of_another_program_is_left_alone(yomu: Run, home: Path) -> None:
    record = home / "data" / "yomu.db"
    record.parent.mkdir(parents=True)
    with closing(sqlite3.connect(record)) as other:
        other.execute("CREATE TABLE cards (x)")
    done = yomu("words", "set", "条約", "known")
    assert done.returncode == 1
    assert b"another program's" in done.stderr


def test_damage_is_told_also_where_the_command_fails_for_it(yomu: Run, home: Path) -> None:
    record = home / "data" / "yomu.db"
    record.parent.mkdir(parents=True)
    record.write_bytes(b"no database at all" * 500)
    done = yomu("export", "csv", "-")
    assert done.returncode == 1
    assert b"was damaged" in done.stderr
    assert b"There are no cards to export yet" in done.stderr
