"""JMdict's own XML is added like any other dictionary."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from yomu.dictionary import Dictionary, UserDictionaries
from yomu.dictionary.yomitan.contract import Limits
from yomu.errors import YomuError

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE JMdict [
<!ENTITY v5m "Godan verb with 'mu' ending">
<!ENTITY vt "transitive verb">
<!ENTITY uk "word usually written using kana alone">
]>
<!-- JMdict created: 2026-01-02 -->
<JMdict>
"""
ENTRIES = """<entry><ent_seq>1533500</ent_seq>
<k_ele><keb>盛り込む</keb><ke_pri>news1</ke_pri></k_ele><k_ele><keb>盛りこむ</keb></k_ele>
<r_ele><reb>もりこむ</reb></r_ele>
<sense><pos>&v5m;</pos><pos>&vt;</pos><gloss>to incorporate</gloss><gloss xml:lang="ger">einbauen</gloss></sense>
<sense><misc>&uk;</misc><gloss>to include</gloss></sense></entry>
<entry><ent_seq>2</ent_seq><r_ele><reb>ところで</reb></r_ele><sense><gloss>by the way</gloss></sense></entry>
"""


@pytest.fixture
def shelf(tmp_path: Path) -> UserDictionaries:
    return UserDictionaries(tmp_path / "dictionaries")


def lines(shelf: UserDictionaries, word: str) -> tuple[str, ...]:
    dictionary = Dictionary.open(shelf.folder, shelf.folder, data=shelf.folder / "none.db")
    found = dictionary.lookup_word(word)
    return found[0].senses[0].lines if found else ()


@pytest.mark.parametrize("packed", [False, True])
def test_a_jmdict_file_is_added_plain_or_packed(
    shelf: UserDictionaries, tmp_path: Path, packed: bool
) -> None:
    data = (HEAD + ENTRIES + "</JMdict>").encode()
    path = tmp_path / ("JMdict_e.gz" if packed else "JMdict_e.xml")
    path.write_bytes(gzip.compress(data) if packed else data)
    steps: list[tuple[int, int]] = []
    added = shelf.add(path, progress=lambda done, total: steps.append((done, total)))
    assert (added.title, added.revision, added.terms) == ("JMdict 2026-01-02", "2026-01-02", 3)
    assert "CC BY-SA" in added.attribution
    assert steps[-1][0] == steps[-1][1]
    assert lines(shelf, "盛り込まれている") == (
        "to incorporate (godan verb, transitive)",
        "to include (godan verb, transitive, usually kana)",
    )
    assert lines(shelf, "ところで") == ("by the way",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html></html>", "neither a Yomitan archive nor a JMdict file"),
        ((HEAD + ENTRIES).encode(), "not well-formed XML"),
        ((HEAD + "</JMdict>").encode(), "no entries"),
        ((HEAD + "<entry><k_ele></entry></JMdict>").encode(), "entry 1: not well-formed"),
        (gzip.compress((HEAD + ENTRIES).encode())[:-20], "damaged, or cut off"),
        (b"\x1f\x8bnot gzip", "damaged, or cut off"),
    ],
)
def test_a_broken_file_is_refused_and_leaves_nothing(
    shelf: UserDictionaries, tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "JMdict_e.xml"
    path.write_bytes(data)
    with pytest.raises(YomuError, match=message):
        shelf.add(path)
    assert not shelf.folder.exists() or list(shelf.folder.iterdir()) == []


def test_bombs_of_gzip_and_of_entities_are_refused(shelf: UserDictionaries, tmp_path: Path) -> None:
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress((HEAD + ENTRIES + " " * 5_000_000).encode()))
    with pytest.raises(YomuError, match="unpacks to more than"):
        shelf.add(path, limits=Limits(total=1_000_000))
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<!DOCTYPE JMdict [<!ENTITY l0 "{"ha" * 10}">{laughs}]><JMdict><entry><sense><gloss>&l11;</gloss>'
    path.write_bytes((head + "</sense></entry></JMdict>").encode())
    with pytest.raises(YomuError, match="not well-formed XML"):
        shelf.add(path)
