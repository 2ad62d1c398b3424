"""A person's corrections: how far they reach, and that they are never lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from yomu.errors import YomuError
from yomu.model import Source
from yomu.reading import Correction, Corrections, Reader, Scope

TEXT = "説明してくださった方に感謝する。むしろその方が良い。方法は一つだ。"


@pytest.fixture
def corrections(tmp_path: Path) -> Corrections:
    return Corrections.load(tmp_path / "data" / "readings.toml")


def readings_of(corrections: Corrections, text: str, surface: str, document: str = "d") -> list:
    tokens = Reader.load(corrections=corrections).read(text, document_id=document)
    return [(t.reading, t.source is Source.PERSON) for t in tokens if t.surface == surface]


def correct(corrections: Corrections, start: int, reading: str, scope: Scope) -> None:
    corrections.add(Correction.at(TEXT, start, start + 1, reading, scope=scope, document="d"))


def test_a_place_is_one_place(corrections: Corrections) -> None:
    correct(corrections, TEXT.index("方が"), "かた", Scope.PLACE)
    assert [r for r, mine in readings_of(corrections, TEXT, "方") if mine] == ["かた"]


def test_a_place_is_found_again_after_a_new_import(corrections: Corrections) -> None:
    correct(corrections, TEXT.index("方が"), "かた", Scope.PLACE)
    changed = "前書き。" + TEXT.replace("一つだ", "二つだ")
    assert ("かた", True) in readings_of(corrections, changed, "方", document="another id")
    assert ("かた", True) not in readings_of(corrections, "その方が良い。", "方", document="other")


def test_a_text_is_all_of_one_text(corrections: Corrections) -> None:
    correct(corrections, TEXT.index("方が"), "かた", Scope.TEXT)
    assert readings_of(corrections, TEXT, "方") == [("かた", True)] * 2
    assert not any(mine for _, mine in readings_of(corrections, TEXT, "方", document="other"))


def test_everywhere_never_cuts_into_other_words(corrections: Corrections) -> None:
    correct(corrections, TEXT.index("方が"), "かた", Scope.EVERYWHERE)
    assert readings_of(corrections, TEXT, "方", document="other") == [("かた", True)] * 2
    assert readings_of(corrections, TEXT, "方法") == [("ほうほう", False)]


def test_the_narrower_scope_wins(corrections: Corrections) -> None:
    correct(corrections, TEXT.index("方が"), "ほう", Scope.PLACE)
    correct(corrections, TEXT.index("方が"), "かた", Scope.EVERYWHERE)
    assert readings_of(corrections, TEXT, "方") == [("かた", True), ("ほう", True)]


def test_the_file_gives_back_what_was_added(corrections: Corrections, tmp_path: Path) -> None:
    correct(corrections, TEXT.index("方が"), "カタ", Scope.PLACE)
    correct(corrections, TEXT.index("感"), "かん", Scope.EVERYWHERE)
    again = Corrections.load(tmp_path / "data" / "readings.toml")
    assert again.entries == corrections.entries
    assert again.entries[0].reading == "かた"


def test_correcting_twice_keeps_the_last(corrections: Corrections) -> None:
    correct(corrections, TEXT.index("方が"), "ほう", Scope.PLACE)
    correct(corrections, TEXT.index("方が"), "かた", Scope.PLACE)
    assert [c.reading for c in corrections.entries] == ["かた"]


def test_undo_takes_back_the_last_change(corrections: Corrections, tmp_path: Path) -> None:
    correct(corrections, TEXT.index("方が"), "かた", Scope.EVERYWHERE)
    assert corrections.remove(corrections.entries[0])
    assert corrections.undo()
    assert [c.reading for c in corrections.entries] == ["かた"]
    assert corrections.undo()
    assert not corrections.entries
    assert not corrections.undo()
    assert not Corrections.load(tmp_path / "data" / "readings.toml").entries


def test_comments_in_the_file_survive_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "readings.toml"
    path.write_text(
        '# mine\n[[reading]]\nsurface = "方"\nreading = "かた"\n# why: his letter\n',
        encoding="utf-8",
    )
    corrections = Corrections.load(path)
    corrections.add(Correction("今日", "こんにち"))
    text = path.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# why: his letter" in text
    assert len(Corrections.load(path).entries) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[[reading", "not valid TOML"),
        ('[[reading]]\nsurface = "方"\nreading = "kata"\n', 'got "kata"'),
        ('[[reading]]\nreading = "かた"\n', "no surface"),
        ('[[reading]]\nsurface = "方"\nreading = "かた"\nscope = "here"\n', "unknown scope"),
        ('reading = "x"\n', "array of tables"),
    ],
)
def test_a_broken_file_is_named_and_left_alone(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "readings.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(YomuError, match=said) as error:
        Corrections.load(path)
    assert str(path) in str(error.value)
    assert path.read_text(encoding="utf-8") == content


def test_a_reading_must_be_kana() -> None:
    with pytest.raises(YomuError, match="must be kana"):
        Correction.at(TEXT, 0, 2, "setsumei", scope=Scope.EVERYWHERE)


def test_a_failed_write_changes_nothing(corrections: Corrections, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(YomuError, match="cannot be written"):
        correct(corrections, TEXT.index("方が"), "かた", Scope.EVERYWHERE)
    assert not corrections.entries
