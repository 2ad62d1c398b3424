"""The dictionary as a whole: English, kanji, missing data, entries as JMdict has them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from yomu.dictionary import Dictionary, DictionaryMatch, used_readings
from yomu.dictionary import source as source_module
from yomu.dictionary.kana import from_romaji, variants
from yomu.dictionary.source import connect, find_data
from yomu.dictionary.tags import label, level
from yomu.errors import YomuError
from yomu.model import Morph, Token


def first(dictionary: Dictionary, word: str) -> DictionaryMatch:
    return dictionary.lookup_word(word)[0]


def test_an_entry_carries_all_that_jmdict_says(dictionary: Dictionary) -> None:
    entry = first(dictionary, "盛り込む").entry
    assert [s.text for s in entry.spellings][:2] == ["盛り込む", "盛込む"]
    assert entry.reading == "もりこむ"
    assert entry.senses[0].pos == ("v5m", "vt")
    assert "to include" in entry.senses[0].glosses
    assert entry.level >= 3


def test_a_loanword_has_its_language(dictionary: Dictionary) -> None:
    loans = [loan for sense in first(dictionary, "アルバイト").entry.senses for loan in sense.loans]
    assert ("ger", "Arbeit") in [(loan.language, loan.word) for loan in loans]


def test_a_reading_that_belongs_to_one_spelling_is_marked(dictionary: Dictionary) -> None:
    match = first(dictionary, "ＣＤプレーヤー")
    restricted = {r.text: r.spellings for r in match.entry.readings}
    assert restricted["シーディープレーヤー"] == ("ＣＤプレーヤー",)


@pytest.mark.parametrize(
    ("priorities", "expected"),
    [
        (set(), 1),
        ({"news2", "nf48"}, 2),
        ({"news1", "nf20"}, 3),
        ({"ichi1"}, 4),
        ({"spec1"}, 4),
        ({"ichi1", "news1", "nf08"}, 5),
        ({"news1", "nf01"}, 5),
    ],
)
def test_the_level_follows_the_bands_of_frequency(priorities: set[str], expected: int) -> None:
    assert level(priorities) == expected


def test_parts_of_speech_have_plain_labels() -> None:
    assert label("v5m") == "godan verb"
    assert label("adj-na") == "na-adjective"


@pytest.mark.parametrize(
    ("query", "headword"),
    [
        ("war", "戦争"),
        ("to include", "盛り込む"),
        ("deterrence", "抑止"),
        ("peace talks", "和平交渉"),
        ("nuclear weapon", "核兵器"),
        ("Nuclear Weapons", "核"),
    ],
)
def test_english_finds_the_common_word_with_that_very_gloss(
    dictionary: Dictionary, query: str, headword: str
) -> None:
    hits = dictionary.search_english(query, 5)
    assert headword in [hit.entry.headword for hit in hits[:3]]
    assert hits[0].exact


def test_english_falls_back_to_glosses_that_hold_the_words(dictionary: Dictionary) -> None:
    hits = dictionary.search_english("withdrawing troops", 10)
    assert hits
    assert not hits[0].exact
    assert dictionary.search_english("xyzzy", 5) == ()
    assert dictionary.search_english('"; DROP TABLE gloss', 5) == ()
    assert dictionary.search_english("  ", 5) == ()


def test_english_says_when_the_cache_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    dictionary = Dictionary.open(blocked)
    if not dictionary.available:
        pytest.skip("jamdict-data is not installed")
    with pytest.raises(YomuError, match="index for English could not be made"):
        dictionary.search_english("war")


def test_a_damaged_index_for_english_is_made_anew(tmp_path: Path) -> None:
    dictionary = Dictionary.open(tmp_path)
    if not dictionary.available:
        pytest.skip("jamdict-data is not installed")
    assert not dictionary.english_ready
    assert dictionary.search_english("war", 1)
    assert dictionary.english_ready
    (index,) = tmp_path.iterdir()
    index.write_bytes(b"damaged" * 100)
    again = Dictionary.open(tmp_path)
    assert again.search_english("war", 1)[0].gloss == "war"


def test_without_the_data_everything_is_empty_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_module, "find_spec", lambda name: None)
    dictionary = Dictionary.open(tmp_path)
    token = Token(0, 2, "戦争", "せんそう", Morph("戦争"))
    assert not dictionary.available
    assert "pip install jamdict-data" in dictionary.problem
    assert dictionary.age == ""
    assert dictionary.lookup_at("戦争", (token,), 0) == ()
    assert dictionary.lookup_word("戦争") == ()
    assert dictionary.search_english("war") == ()
    assert dictionary.kanji("国") is None


def test_a_broken_data_file_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "jamdict.db"
    broken.write_bytes(b"not a database")
    dictionary = Dictionary.open(tmp_path, data=broken)
    assert not dictionary.available
    assert str(broken) in dictionary.problem


def test_data_that_turns_out_to_be_foreign_is_named_once_and_left_alone(tmp_path: Path) -> None:
    foreign = tmp_path / "jamdict.db"
    with closing(sqlite3.connect(foreign)) as db:
        db.execute("CREATE TABLE Entry (idseq INTEGER)")
    dictionary = Dictionary.open(tmp_path, data=foreign)
    assert dictionary.lookup_word("戦争") == ()
    assert "no such table" in dictionary.problem
    assert dictionary.kanji("国") is None


def test_the_age_and_the_attribution_are_stated(dictionary: Dictionary) -> None:
    assert dictionary.age == "2021-04-17"
    for word in ("JMdict", "JMnedict", "KANJIDIC2", "CC BY-SA"):
        assert word in dictionary.attribution


def test_any_thread_may_ask(dictionary: Dictionary) -> None:
    found: list[str] = []

    def ask() -> None:
        found.append(first(dictionary, "戦争").entry.headword)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["戦争"] * 4


@pytest.mark.parametrize(
    ("character", "reading", "used"),
    [
        ("国", "こくない", ("コク",)),
        ("国", "こっか", ("コク",)),
        ("国", "くにぐに", ("くに",)),
        ("口", "いりぐち", ("くち",)),
        ("盛", "もりこむ", ("も.る",)),
    ],
)
def test_the_readings_used_in_a_word_are_told(
    dictionary: Dictionary, character: str, reading: str, used: tuple[str, ...]
) -> None:
    info = dictionary.kanji(character)
    assert info is not None
    found = used_readings(info, reading)
    assert set(used) <= set(found)
    assert len(found) <= len(used) + 1


@pytest.mark.parametrize(
    ("romaji", "kana"),
    [
        ("shien", "しえん"), ("sien", "しえん"), ("gakkou", "がっこう"), ("matcha", "まっちゃ"), ("kin'yuu", "きんゆう"),
        ("Tōkyō", "とうきょう"), ("shimbun", "しんぶん"), ("onna", "おんな"), ("ryokou", "りょこう"), ("xyz", None),
    ],
)  # fmt: skip
def test_romaji_is_read_in_its_usual_systems(romaji: str, kana: str | None) -> None:
    assert from_romaji(romaji) == kana


def test_variants_never_repeat_the_form() -> None:
    for form in ("コンピュータ", "ヴァイオリン", "時々", "国會", "ひと", "ジョー・バイデン"):
        found = variants(form)
        assert form not in found
        assert len(set(found)) == len(found)
    assert "コンピューター" in variants("コンピュータ")
    assert "国会" in variants("国會")


def test_opening_loads_neither_the_data_package_nor_the_importer() -> None:
    code = (
        "import sys, pathlib; from yomu.dictionary import Dictionary; "
        "Dictionary.open(pathlib.Path('none')); "
        "print(sorted({'jamdict_data', 'zipfile', 'textual', 'fugashi', 'sqlite_utils'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_every_character_has_the_rows_that_a_full_search_finds(dictionary: Dictionary) -> None:
    """The tables of readings and meanings have no index: they are halved, as they are in order."""
    data = find_data()
    assert data
    db = connect(data, immutable=True)
    every = [row[0] for row in db.execute("SELECT literal FROM character")]
    for character in (*every[::997], every[0], every[-1], "国", "生"):
        info = dictionary.kanji(character)
        found = db.execute(
            "SELECT r.value FROM character c JOIN rm_group g ON g.cid = c.ID JOIN reading r"
            " ON r.gid = g.ID WHERE c.literal = ? AND r.r_type IN ('ja_on', 'ja_kun')",
            (character,),
        )
        nanori = db.execute(
            "SELECT n.value FROM character c JOIN nanori n ON n.cid = c.ID WHERE c.literal = ?",
            (character,),
        )
        assert info
        assert sorted((*info.on, *info.kun)) == sorted(value for (value,) in found)
        assert sorted(info.nanori) == sorted(value for (value,) in nanori)
