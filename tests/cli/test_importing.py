"""`yomu import`: what is kept, and under which name."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

TEXT = "外交の基本は対話である。\n"


def import_(yomu: Run, target: str | Path, *, stdin: bytes = b"") -> str:
    """Import a text; the name to read it by, as the command says it."""
    done = yomu("import", target, stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split()[-1]


def read(yomu: Run, name: str) -> str:
    options = ("--plain", "--translation", "--furigana", "none", "--no-terms")
    return yomu("read", *options, name).stdout.decode()


def test_text_from_standard_input_is_kept_and_read_by_its_name(yomu: Run) -> None:
    assert TEXT.strip() in read(yomu, import_(yomu, "-", stdin=TEXT.encode()))


def test_translation_beside_a_text_comes_with_it(yomu: Run, tmp_path: Path) -> None:
    (tmp_path / "talks.md").write_text(TEXT, "utf-8")
    (tmp_path / "talks.en.md").write_text("Diplomacy rests on talks.\n", "utf-8")
    name = import_(yomu, tmp_path / "talks.md")
    (tmp_path / "talks.en.md").unlink()
    assert "Diplomacy rests on talks." in read(yomu, name)


def test_same_bytes_are_not_kept_twice(yomu: Run, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert import_(yomu, tmp_path / "one.txt") == import_(yomu, tmp_path / "two.txt")
