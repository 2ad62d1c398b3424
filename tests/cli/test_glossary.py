"""The glossary from the command line, as someone who keeps a termbase uses it."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_lookup_finds_a_term_in_every_form(yomu: Run) -> None:
    for word in (
        "対外有償軍事援助",
        "FMS",
        "たいがいゆうしょうぐんじえんじょ",
        "foreign military sales",
    ):
        found = json.loads(yomu("lookup", word, "--format", "json").stdout)["glossary"]
        assert found[0]["id"] == "foreign-military-sales"
        assert found[0]["reading"] == "たいがいゆうしょうぐんじえんじょ"
        assert found[0]["en"][0] == "Foreign Military Sales"


def test_lookup_of_an_inflected_phrase_finds_its_entry(yomu: Run) -> None:
    found = json.loads(yomu("lookup", "端を発した", "--format", "json").stdout)["glossary"]
    assert found[0]["ja"] == "端を発する"


def test_lookup_without_an_answer_says_so(yomu: Run) -> None:
    done = yomu("lookup", "ぬぬぬぬ")
    assert done.returncode == 1
    assert "not in the glossary" in done.stderr.decode()
    assert json.loads(yomu("lookup", "ぬぬぬぬ", "--format", "json").stdout)["glossary"] == []


def test_added_term_is_found_edited_and_removed(yomu: Run, home: Path) -> None:
    assert yomu("glossary", "add", "試験用語", "--en", "test term").returncode == 0
    own = home / "data" / "glossary" / "own.toml"
    assert 'reading = "しけんようご"' in own.read_text("utf-8")
    own.write_text("# my notes\n" + own.read_text("utf-8"), "utf-8")
    assert yomu("glossary", "edit", "test-term", "--note", "for tests").returncode == 0
    assert own.read_text("utf-8").startswith("# my notes\n")
    assert "for tests" in yomu("glossary", "show", "test-term").stdout.decode()
    assert yomu("glossary", "remove", "test-term", "--yes").returncode == 0
    assert yomu("glossary", "show", "test-term").returncode == 1


def test_editing_a_curated_term_leaves_the_curated_file_alone(yomu: Run, home: Path) -> None:
    done = yomu("glossary", "edit", "foreign-military-sales", "--note", "mine")
    assert done.returncode == 0
    assert "mine" in (home / "data" / "glossary" / "own.toml").read_text("utf-8")
    assert "mine" in yomu("glossary", "show", "foreign-military-sales").stdout.decode()
    assert yomu("glossary", "remove", "foreign-military-sales", "--yes").returncode == 0
    assert yomu("glossary", "remove", "foreign-military-sales", "--yes").returncode == 1


def test_broken_own_file_is_named_with_line_and_the_rest_works(yomu: Run, home: Path) -> None:
    own = home / "data" / "glossary" / "own.toml"
    own.parent.mkdir(parents=True)
    own.write_text(
        '[[term]]\nid = "a"\nja = "甲乙"\nreading = "kou"\nen = ["x"]\ndomain = "d"\n', "utf-8"
    )
    done = yomu("lookup", "国防権限法")
    assert done.returncode == 0
    assert f"{own}:" in done.stderr.decode()
    assert "kana" in done.stderr.decode()


def test_check_exits_1_on_a_faulty_file_and_prints_json(yomu: Run, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.toml"
    faulty.write_text(
        '[[term]]\nid = "a"\nja = "甲乙"\nreading = "kou"\nen = []\ndomain = "d"\n', "utf-8"
    )
    done = yomu("glossary", "check", faulty, "--format", "json")
    assert done.returncode == 1
    problems = json.loads(done.stdout)
    assert {problem["file"] for problem in problems} == {str(faulty)}
    assert all(problem["line"] > 0 for problem in problems)


def test_curated_glossary_is_clean(yomu: Run) -> None:
    done = yomu("glossary", "check")
    assert done.stdout.decode() == ""
    assert done.returncode == 0


def test_exported_table_reads_back_without_a_change(yomu: Run, tmp_path: Path) -> None:
    out = tmp_path / "glossary.tsv"
    assert yomu("glossary", "export", out).returncode == 0
    rows = list(csv.DictReader(out.open(encoding="utf-8-sig", newline=""), delimiter="\t"))
    assert len(rows) > 1000
    done = yomu("glossary", "import", out, "--yes")
    assert "0 new, 0 changed" in done.stdout.decode()
    again = yomu("glossary", "export", out)
    assert again.returncode == 1
    assert "--force" in again.stderr.decode()


def test_import_shows_its_changes_and_writes_only_when_told(
    yomu: Run, tmp_path: Path, home: Path
) -> None:
    table = tmp_path / "terms.csv"
    table.write_text("Source,Target\n試験用語,test term\n", "utf-8")
    columns = ("--column", "ja=Source", "--column", "en=Target")
    asked = yomu("glossary", "import", table, *columns, stdin=b"n\n")
    assert "+ 試験用語" in asked.stdout.decode()
    assert not (home / "data" / "glossary" / "own.toml").exists()
    assert yomu("glossary", "import", table, *columns, "--yes").returncode == 0
    assert "試験用語" in (home / "data" / "glossary" / "own.toml").read_text("utf-8")


def test_mining_proposes_what_a_text_defines_itself(yomu: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text(
        "題名\n\n政府は多層防衛網構想(MDNC)を発表した。多層防衛網構想は来年始まる。\n", "utf-8"
    )
    proposals = json.loads(yomu("glossary", "mine", text, "--format", "json").stdout)
    assert proposals[0]["headword"] == "多層防衛網構想"
    assert proposals[0]["acronym"] == "MDNC"


def test_concord_shows_sentence_and_translation(yomu: Run) -> None:
    uses = json.loads(
        yomu("concord", "モンロー・ドクトリン", "monroe-doctrine", "--format", "json").stdout
    )
    assert uses
    assert all(use["sentence"][use["start"] : use["end"]] for use in uses)
    assert any(use["translation"] for use in uses)


def test_corrected_reading_reaches_every_output_and_can_be_taken_back(yomu: Run) -> None:
    line = "露との交渉。".encode()

    def reading() -> str:
        out = yomu("annotate", "-", "--as-is", "--format", "jsonl", stdin=line).stdout
        return str(json.loads(out)["ruby"][0]["reading"])

    before = reading()
    assert yomu("reading", "set", "露", "ろしあ").returncode == 0
    assert reading() == "ろしあ"
    assert yomu("reading", "remove", "露").returncode == 0
    assert reading() == before
    assert yomu("reading", "set", "露", "roshia").returncode == 1
