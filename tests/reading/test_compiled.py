"""The compiled dictionaries say what their sources say, and load without them."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

from yomu.kana import to_hiragana
from yomu.reading.compounds import lookup
from yomu.reading.furigana import kanji_readings
from yomu.reading.kana import is_reading
from yomu.reading.packed import Pack, write_pack
from yomu.reading.wordlist import word_list


def compounds() -> dict[str, str]:
    pack = Pack("compounds.pack")
    out = {}
    for first in pack.keys:
        for line in (pack.get(first) or "").split("\n")[1:]:
            rest, reading = line.split("\t")
            out[first + rest] = reading.lstrip("*")
    return out


def test_compounds_agree_with_the_installed_pykakasi() -> None:
    """99.5 % when compiled; where JMdict and Sudachi outvote pykakasi they may differ."""
    import pykakasi

    path = Path(pykakasi.__file__).parent / "data" / "kanwadict4.db"
    with path.open("rb") as file:
        table = pickle.load(file)
    theirs = {s: {to_hiragana(r) for r, _ in rs} for es in table.values() for s, rs in es.items()}
    common = [(s, r) for s, r in compounds().items() if len(s) >= 3 and s in theirs]
    agreeing = sum(reading in theirs[surface] for surface, reading in common)
    assert len(common) > 30_000
    assert agreeing / len(common) > 0.98


def test_every_compiled_reading_is_hiragana() -> None:
    assert all(map(is_reading, compounds().values()))
    words = word_list()
    lists = (words.exact, words.always, words.anywhere.readings)
    assert all(is_reading(reading) for readings in lists for reading in readings.values())


def test_every_learned_word_can_be_loaded() -> None:
    from yomu.reading.choice import choice_for

    surfaces = Pack("choices.pack").keys
    assert len(surfaces) > 1000
    assert all(choice_for(surface) is not None for surface in surfaces)


def test_a_compound_is_found_by_its_characters() -> None:
    found, _ = lookup("子会社")
    assert found is not None
    assert found[1] == "こがいしゃ"
    assert "会" in lookup("子")[1]
    assert lookup("子会")[0] is None


def test_a_compound_is_found_whatever_stands_beside_it_in_the_file() -> None:
    listed = compounds()
    for first in ("大", "子", "一", "龍"):
        mine = [surface for surface in listed if surface[0] == first]
        for surface in mine:
            found, longer = lookup(surface)
            assert found is not None
            assert found[:2] == (surface, listed[surface])
            after = {s[len(surface)] for s in mine if s.startswith(surface) and s != surface}
            assert set(longer) == after


def test_kanji_have_their_most_usual_on_reading_first() -> None:
    assert kanji_readings("大")[0] == "だい"
    assert "ひ" in kanji_readings("日")


def test_a_pack_gives_back_what_was_written(tmp_path: Path) -> None:
    texts = {"大": "だい\tおお", "人": "", "𠮷": "きち"}
    path = tmp_path / "x.pack"
    write_pack(path, texts)
    pack = Pack(str(path))
    assert {key: pack.get(key) for key in pack.keys} == texts
    assert pack.get("無") is None


def test_reading_loads_no_pykakasi_and_no_screen() -> None:
    program = (
        "import sys; from yomu.reading import Reader; Reader.load().read('子会社の1月3日'); "
        "print([m for m in ('pykakasi', 'textual', 'click', 'tomlkit', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_no_compound_is_an_age_that_the_number_engine_reads() -> None:
    ages = [
        s for s in compounds() if s.endswith("歳") and set(s[:-1]) <= set("一二三四五六七八九十百")
    ]
    assert sorted(s for s in ages if len(s) > 2) == ["二十歳"]
