"""The glossary in force: whose entry wins, what a broken file does, what the cache may not do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from yomu.glossary import Glossary, load
from yomu.glossary.compiled import cache_path
from yomu.model import GlossaryEntry


def block(entry_id: str, ja: str, reading: str, en: str, more: str = "") -> str:
    return f'[[term]]\nid = "{entry_id}"\nja = "{ja}"\nreading = "{reading}"\nen = ["{en}"]\ndomain = "d"\n{more}\n'


def write(path: Path, text: str) -> Path:
    """Write, with a modification time of its own, as a person's next save has."""
    path.write_text(text, encoding="utf-8")
    write.clock += 10**9  # type: ignore[attr-defined]
    os.utime(path, ns=(write.clock, write.clock))  # type: ignore[attr-defined]
    return path


write.clock = 1_700_000_000 * 10**9  # type: ignore[attr-defined]


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    folder = tmp_path / "policy"
    folder.mkdir()
    write(
        folder / "a.toml",
        block("budget", "予算", "よさん", "budget")
        + block(
            "nato",
            "北大西洋条約機構",
            "きたたいせいようじょうやくきこう",
            "North Atlantic Treaty Organization",
            'acronym = "NATO"\nvariants = ["北大西洋機構"]',
        ),
    )
    write(folder / "b.toml", block("follow", "踏襲する", "とうしゅうする", "to follow"))
    (folder / ".hidden.toml").write_text("broken")
    return folder


def headwords(glossary: Glossary) -> list[str]:
    return [entry.ja for entry in glossary]


def test_folders_are_read_in_order_of_name(curated: Path) -> None:
    glossary = load([curated])
    assert headwords(glossary) == ["予算", "北大西洋条約機構", "踏襲する"]
    assert [path.name for path in glossary.files] == ["a.toml", "b.toml"]
    found = glossary.get("nato")
    assert found is not None
    assert (Path(found.file).name, found.line) == ("a.toml", 8)


def test_the_users_entry_wins_by_id(curated: Path, tmp_path: Path) -> None:
    mine = write(
        tmp_path / "mine.toml", block("budget", "国家予算", "こっかよさん", "state budget")
    )
    glossary = load([curated, mine])
    assert len(glossary) == 3
    found = glossary.get("budget")
    assert found is not None
    assert found.ja == "国家予算"


def test_the_users_entry_wins_by_headword(curated: Path, tmp_path: Path) -> None:
    mine = write(tmp_path / "mine.toml", block("yosan", "予算", "よさん", "estimates"))
    glossary = load([curated, mine])
    assert glossary.get("budget") is None
    assert [entry.en for entry in glossary.find("予算")] == [("estimates",)]


def test_an_id_given_twice_is_said_and_the_first_counts(tmp_path: Path) -> None:
    path = write(
        tmp_path / "g.toml",
        block("x", "予算", "よさん", "a") + block("x", "条約", "じょうやく", "b"),
    )
    glossary = load([path])
    assert headwords(glossary) == ["予算"]
    assert [str(problem) for problem in glossary.problems] == [
        f'{path}:8: the id "x" is taken by {path}:1. Give this entry another.'
    ]


@pytest.mark.parametrize("cached", [True, False])
def test_a_broken_file_keeps_its_last_good_version(
    curated: Path, tmp_path: Path, cached: bool
) -> None:
    mine = write(tmp_path / "mine.toml", block("envoy", "特使", "とくし", "envoy"))
    cache = tmp_path / "cache" if cached else None
    first = load([curated, mine], cache_dir=cache)
    write(mine, block("envoy", "特使", "とくし", "special envoy") + '[[term]]\nja = "')
    second = first.reload()
    assert second is not first
    assert [entry.en for entry in second.find("特使")] == [("envoy",)]
    assert [problem.line for problem in second.problems] == [9]
    assert second.reload() is second
    after_restart = load([curated, mine], cache_dir=cache)
    assert [entry.en for entry in after_restart.find("特使")] == [
        ("envoy",) if cached else ("special envoy",)
    ]
    write(mine, block("envoy", "特使", "とくし", "special envoy"))
    third = second.reload()
    assert third.problems == ()
    assert [entry.en for entry in third.find("特使")] == [("special envoy",)]


def test_edits_new_files_and_removed_files_are_picked_up(curated: Path) -> None:
    glossary = load([curated])
    assert not glossary.changed()
    write(curated / "c.toml", block("treaty", "条約", "じょうやく", "treaty"))
    glossary = glossary.reload()
    assert headwords(glossary)[-1] == "条約"
    (curated / "b.toml").unlink()
    assert "踏襲する" not in headwords(glossary.reload())


def test_a_users_file_may_come_to_be(curated: Path, tmp_path: Path) -> None:
    glossary = load([curated, tmp_path / "mine.toml"])
    write(tmp_path / "mine.toml", block("envoy", "特使", "とくし", "envoy"))
    assert glossary.changed()
    assert "特使" in headwords(glossary.reload())


def test_the_compiled_form_gives_back_every_field(
    tmp_path: Path, entries: tuple[GlossaryEntry, ...]
) -> None:
    from dataclasses import replace

    from yomu.glossary.edit import as_toml

    path = write(tmp_path / "g.toml", "\n".join(map(as_toml, entries)))
    for _ in range(2):
        glossary = load([path], cache_dir=tmp_path / "cache")
        assert [replace(entry, file="", line=0) for entry in glossary] == list(entries)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"yomu glossary",
        b"yomu glossary 999\n0\n{}\n",
        b"\x80\x04pickle",
        b"yomu glossary 6\n0\n{}\n{}",
    ],
)
def test_a_broken_or_foreign_cache_is_ignored(curated: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    load([curated], cache_dir=cache)
    compiled = cache_path(cache, curated / "a.toml")
    good = compiled.read_bytes()
    for data in (
        damage,
        good[:-1],
        good[: len(good) // 2],
        good.replace("予算".encode(), "予第".encode()),
    ):
        compiled.write_bytes(data)
        assert headwords(load([curated], cache_dir=cache)) == [
            "予算",
            "北大西洋条約機構",
            "踏襲する",
        ]
        assert compiled.read_bytes() == good


def test_the_cache_of_an_older_file_is_not_used(curated: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load([curated], cache_dir=cache)
    write(curated / "b.toml", block("follow", "踏襲する", "とうしゅうする", "to folloW"))
    assert [entry.en for entry in load([curated], cache_dir=cache).find("踏襲する")] == [
        ("to folloW",)
    ]


def test_a_cache_that_cannot_be_written_is_no_fault(curated: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(load([curated], cache_dir=tmp_path / "file" / "cache")) == 3


def test_a_cached_start_does_not_load_the_toml_parser(curated: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load([curated], cache_dir=cache)
    code = (
        "import sys; from pathlib import Path; from yomu.glossary import load, Matcher\n"
        f"Matcher(load([Path({str(curated)!r})], cache_dir=Path({str(cache)!r}))).match('予算')\n"
        "print(sorted({'tomllib', 'tomlkit', 'csv', 'zipfile', 'textual', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("予算", ["budget"]),
        (" 予算 ", ["budget"]),
        ("nato", ["nato"]),
        ("ＮＡＴＯ", ["nato"]),
        ("北大西洋機構", ["nato"]),
        ("踏襲して", ["follow"]),
        ("踏襲された", ["follow"]),
        ("踏襲", ["follow"]),
        ("踏襲者", []),
        ("予", []),
        ("", []),
    ],
)
def test_a_form_finds_its_entries(curated: Path, form: str, found: list[str]) -> None:
    assert [entry.id for entry in load([curated]).find(form)] == found


@pytest.mark.parametrize(
    ("query", "first", "where"),
    [
        ("予算", "budget", "ja"),
        ("よさん", "budget", "reading"),
        ("ヨサン", "budget", "reading"),
        ("yosan", "budget", "reading"),
        ("budget", "budget", "en"),
        ("Atlantic", "nato", "en"),
        ("follow", "follow", "en"),
        ("条約", "nato", "ja"),
        ("とうしゅ", "follow", "reading"),
    ],
)
def test_a_search_takes_japanese_kana_romaji_and_english(
    curated: Path, query: str, first: str, where: str
) -> None:
    hits = load([curated]).search(query)
    assert (hits[0].entry.id, hits[0].where) == (first, where)


def test_a_search_for_nothing_finds_nothing(curated: Path) -> None:
    assert load([curated]).search("  ") == load([curated]).search("zzzz") == ()


def test_readings_and_domains_are_given(curated: Path) -> None:
    glossary = load([curated])
    assert glossary.readings()["予算"] == "よさん"
    assert glossary.domains() == {"d": 3}
    assert len(glossary.in_domain("d")) == 3
