"""`yomu export` and `yomu cards`, from the command line to the file."""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from yomu.model import Face, Status
from yomu.store.cards import Card
from yomu.store.database import Store
from yomu.store.knowledge import Item

Yomu = Callable[..., tuple[int, str, str]]


def fields_of(output: str) -> dict[str, dict[str, str]]:
    """The notes of a JSON export, by expression."""
    return {item["fields"]["Expression"]: item["fields"] for item in json.loads(output)}


@pytest.fixture
def keep(tmp_path: Path) -> Callable[..., None]:
    """Keep cards in the home folder, as the reader does, on a given day."""

    def keep(*cards: Card, at: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        store = Store.open(tmp_path / "home" / "data" / "yomu.db", now=lambda: at)
        for card in cards:
            store.cards.keep(card)
        store.close()

    return keep


def test_terms_of_a_text_become_a_deck_on_a_fresh_install(
    yomu: Yomu, text: Path, tmp_path: Path
) -> None:
    out = tmp_path / "deck.apkg"
    code, said, narrated = yomu("export", "anki", out, "--terms-of", text)
    assert code == 0
    assert "deck.apkg" in said
    assert "yomu::支援の[仕組み]" in said
    assert "replaces" in narrated
    assert "--new-only" in narrated
    with zipfile.ZipFile(out) as archive:
        (tmp_path / "c.anki2").write_bytes(archive.read("collection.anki2"))
    db = sqlite3.connect(tmp_path / "c.anki2")
    guids = {row[0] for row in db.execute("SELECT guid FROM notes")}
    assert {"yomu:foreign-military-sales", "yomu:monroe-doctrine"} <= guids


def test_term_comes_with_the_sentence_it_stands_in(yomu: Yomu, text: Path) -> None:
    _, output, narrated = yomu("export", "json", "-", "--terms-of", text)
    fields = fields_of(output)["対外有償軍事援助"]
    assert fields["Id"] == "foreign-military-sales"
    assert fields["Acronym"] == "FMS"
    assert fields["Reading"] == "たいがいゆうしょうぐんじえんじょ"
    assert fields["Sentence"] == "政府は対外有償軍事援助で武器を売却する。"
    assert fields["SentenceEN"] == "The government sells arms through Foreign Military Sales."
    assert fields["Cloze"] == "政府は＿＿＿で武器を売却する。"
    assert fields["Source"] == "支援の[仕組み], 2026-02-20"
    assert "<ruby>政府<rp>（</rp><rt>せいふ</rt>" in fields["SentenceFurigana"]
    assert narrated == ""


@pytest.mark.parametrize(
    ("setting", "expected"), [("line", "せ＼いど"), ("number", "[1]"), ("none", "")]
)
def test_accent_is_shown_as_the_setting_says(
    yomu: Yomu, text: Path, tmp_path: Path, setting: str, expected: str
) -> None:
    settings = tmp_path / "home" / "config" / "config.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'pitch_accent = "{setting}"\n', "utf-8")
    _, output, _ = yomu("export", "json", "-", "--words-of", text)
    assert fields_of(output)["制度"]["Pitch"] == expected


def test_brackets_and_markup_of_a_text_stay_text(yomu: Yomu, text: Path) -> None:
    _, output, _ = yomu("export", "json", "-", "--words-of", text)
    fields = fields_of(output)["制度"]
    assert fields["Sentence"] == "これは有償(A<B&C)の制度だ[写真(上)=報道]。"
    assert "A&lt;B&amp;C" in fields["SentenceFurigana"]
    assert "[" not in fields["SentenceFurigana"]


def test_words_and_terms_that_are_known_are_left_out(
    yomu: Yomu, text: Path, tmp_path: Path
) -> None:
    _, before, _ = yomu("export", "json", "-", "--words-of", text)
    assert {"制度", "武器", "掲げる"} <= fields_of(before).keys()
    store = Store.open(tmp_path / "home" / "data" / "yomu.db", now=lambda: datetime.now(UTC))
    statuses = {
        Item("制度"): Status.KNOWN,
        Item("武器", "ぶき"): Status.IGNORED,
        Item("掲げる", "かかげる"): Status.LEARNING_4,
    }
    store.knowledge.set(statuses, "key")
    store.close()
    _, after, _ = yomu("export", "json", "-", "--words-of", text)
    assert fields_of(before).keys() - fields_of(after).keys() == {"制度", "武器"}


def test_cards_that_are_due_make_a_deck(
    yomu: Yomu, keep: Callable[..., None], tmp_path: Path, term: Card, word: Card
) -> None:
    keep(term, word)
    store = Store.open(tmp_path / "home" / "data" / "yomu.db", now=lambda: datetime.now(UTC))
    store.reviews.hold(word.id, tuple(Face), "suspended")
    store.close()
    assert list(fields_of(yomu("export", "json", "-", "--due")[1])) == ["支援"]
    assert yomu("export", "anki", tmp_path / "due.apkg", "--due")[0] == 0
    assert "Nothing is due" in yomu("export", "json", "-", "--due", "--domain", "weapons")[2]


def test_words_come_by_frequency_in_their_dictionary_form(yomu: Yomu, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("彼は悩んだ。悩みは深い。彼女も悩んでいる。窓を眺めた。\n", "utf-8")
    _, output, _ = yomu("export", "json", "-", "--words-of", path, "--limit", "1")
    assert list(fields_of(output)) == ["悩む"]
    _, output, _ = yomu("export", "json", "-", "--words-of", path)
    fields = fields_of(output)
    assert "眺める" in fields
    assert not {"た", "は", "いる"} & fields.keys()
    assert fields["悩む"]["Sentence"] == "彼は悩んだ。"
    if fields["悩む"]["MeaningEN"]:
        assert "JMdict" in fields["悩む"]["Source"]


def test_kept_card_goes_before_what_a_text_alone_would_give(
    yomu: Yomu, text: Path, keep: Callable[..., None], term: Card
) -> None:
    yomu("export", "json", "-", "--terms-of", text)
    from dataclasses import replace

    from yomu.store.cards import term_card_id

    entry = "foreign-military-sales"
    keep(
        replace(term, id=term_card_id(entry), entry_id=entry, sentence="自分の文。", start=0, end=0)
    )
    assert yomu("cards", "edit", entry, "--note", "試験に出る", "--meaning-en", "FMS sales")[0] == 0
    _, output, _ = yomu("export", "json", "-", "--terms-of", text)
    fields = fields_of(output)["対外有償軍事援助"]
    assert (fields["Sentence"], fields["Note"]) == ("自分の文。", "試験に出る")
    assert fields["MeaningEN"] == "FMS sales"
    assert fields["DefinitionEN"].startswith("A US government")


def test_new_only_leaves_out_what_an_earlier_deck_held(
    yomu: Yomu, text: Path, keep: Callable[..., None], word: Card, tmp_path: Path
) -> None:
    yomu("export", "anki", tmp_path / "a.apkg", "--terms-of", text)
    code, _, said = yomu("export", "anki", tmp_path / "b.apkg", "--terms-of", text, "--new-only")
    assert code == 1
    assert "nothing new" in said
    assert not (tmp_path / "b.apkg").exists()
    keep(word)
    assert yomu("export", "anki", tmp_path / "b.apkg", "--new-only")[0] == 0
    assert yomu("export", "csv", tmp_path / "c.csv", "--new-only")[0] == 0


def test_since_and_domain_and_limit_choose(
    yomu: Yomu, keep: Callable[..., None], term: Card, word: Card
) -> None:
    keep(word)
    keep(term, at=datetime(2026, 5, 1, 12, tzinfo=UTC))
    chosen: list[tuple[tuple[str, ...], list[str]]] = [
        ((), ["もたらす", "支援"]),
        (("--since", "2026-04-01"), ["支援"]),
        (("--limit", "1"), ["もたらす"]),
        (("--domain", "arms-transfers"), []),
    ]
    for options, expected in chosen:
        code, output, _ = yomu("export", "json", "-", *options)
        assert code == (0 if expected else 1)
        assert list(fields_of(output) if expected else []) == expected


def test_tables_open_as_tables(yomu: Yomu, text: Path, tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    assert yomu("export", "csv", path, "--terms-of", text)[0] == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert "対外有償軍事援助" in {row["Expression"] for row in rows}
    _, output, _ = yomu("export", "tsv", "-", "--terms-of", text)
    assert len(output.splitlines()) == len(rows) + 1


def refusals(tmp_path: Path, text: Path) -> dict[str, tuple[tuple[object, ...], str]]:
    (tmp_path / "there.apkg").write_bytes(b"mine")
    (tmp_path / "empty.txt").write_text("あ。\n", "utf-8")
    terms = ("--terms-of", text)
    return {
        "no cards": (("anki", tmp_path / "a.apkg"), "no cards to export yet"),
        "exists": (("anki", tmp_path / "there.apkg", *terms), "exists already. Add --force"),
        "folder": (("csv", tmp_path, *terms), "is a folder"),
        "no folder": (("anki", tmp_path / "no" / "a.apkg", *terms), "there is no folder"),
        "file as folder": (("csv", tmp_path / "there.apkg" / "a.csv", *terms), "there is no folder"),
        "name too long": (("csv", tmp_path / f"{'a' * 400}.csv", *terms), "cannot be written"),
        "wrong ending": (("anki", tmp_path / "deck.zip", *terms), "Try deck.apkg"),
        "to a pipe": (("anki", "-", *terms), "Name a file"),
        "no such text": (("anki", tmp_path / "a.apkg", "--terms-of", tmp_path / "x.txt"), "no such file"),
        "no terms": (("anki", tmp_path / "a.apkg", "--terms-of", tmp_path / "empty.txt"), "no glossary terms"),
        "no words": (("anki", tmp_path / "a.apkg", "--words-of", tmp_path / "empty.txt"), "no unknown words"),
        "no domain": (("anki", tmp_path / "a.apkg", "--domain", "cooking"), "no domain cooking"),
        "not of it": (("csv", tmp_path / "a.csv", *terms, "--domain", "energy-resources"), "is of the domain"),
    }  # fmt: skip


def test_what_cannot_be_done_is_said_and_leaves_nothing_behind(
    yomu: Yomu, text: Path, tmp_path: Path
) -> None:
    cases = refusals(tmp_path, text)
    before = {path.name for path in tmp_path.iterdir()}
    for name, (arguments, expected) in cases.items():
        code, said, narrated = yomu("export", *arguments)
        assert code == 1, name
        assert expected in " ".join(narrated.split()), name
        assert said == "", name
    assert {path.name for path in tmp_path.iterdir()} - {"home"} == before
    assert (tmp_path / "there.apkg").read_bytes() == b"mine"


def test_options_that_contradict_each_other_are_wrong_usage(yomu: Yomu, text: Path) -> None:
    assert yomu("export", "csv", "-", "--terms-of", text, "--words-of", text)[0] == 2
    assert yomu("export", "csv", "-", "--terms-of", text, "--since", "2026-01-01")[0] == 2
    assert yomu("export", "csv", "-", "--since", "yesterday")[0] == 2
    assert yomu("export", "csv", "-", "--due", "--words-of", text)[0] == 2
    assert yomu("export", "csv", "-", "--due", "--since", "2026-01-01")[0] == 2


def test_force_replaces_the_file(yomu: Yomu, text: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    assert yomu("export", "csv", path, "--terms-of", text, "--force")[0] == 0
    assert path.read_bytes().startswith(b"\xef\xbb\xbfId,")


def test_disk_that_refuses_leaves_the_old_file(
    yomu: Yomu, text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def refuse(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", refuse)
    code, _, said = yomu("export", "csv", path, "--terms-of", text, "--force")
    assert code == 1
    assert "No space left" in said
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.glob(".a.csv*")] == []


def test_cards_are_listed_edited_removed_and_brought_back(
    yomu: Yomu, keep: Callable[..., None], term: Card, word: Card
) -> None:
    keep(term, word)
    _, listed, _ = yomu("cards", "list")
    assert [line.split("\t")[1] for line in listed.splitlines()] == ["支援", "もたらす"]
    short = listed.splitlines()[1].split("\t")[0]
    assert yomu("cards", "edit", short, "--meaning-en", "to bring about")[0] == 0
    assert "to bring about" in yomu("cards", "list")[1]
    assert yomu("cards", "remove", "もたらす", "--yes")[0] == 0
    assert "もたらす" not in yomu("cards", "list")[1]
    assert yomu("cards", "restore", short)[0] == 0
    (restored,) = [
        card
        for card in json.loads(yomu("cards", "list", "--format", "json")[1])
        if card["kind"] == "word"
    ]
    assert restored["meaning_en"] == "to bring about"
    assert restored["edited"] == ["meaning_en"]


def test_a_sentence_without_its_word_is_told(
    yomu: Yomu, keep: Callable[..., None], term: Card
) -> None:
    keep(term)
    said = yomu("cards", "edit", "支援", "--sentence", "別の文である。")[1]
    assert "does not stand" in said
    assert "still that of the old" in said
    said = yomu("cards", "edit", "支援", "--sentence", "支援を続ける。", "--sentence-en", "Aid.")[1]
    assert len(said.splitlines()) == 1


def test_empty_list_says_how_to_keep_a_card(yomu: Yomu) -> None:
    code, listed, said = yomu("cards", "list")
    assert (code, listed) == (0, "")
    assert "keeps one" in said
    assert yomu("cards", "list", "--format", "json")[1].strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("edit", "支援"), "Nothing to change"),
        (("edit", "支援", "--reading", "shien"), "must be kana"),
        (("edit", "支援", "--expression", " "), "needs its expression"),
        (("edit", "無い", "--note", "x"), "No kept card"),
        (("remove", "", "--yes"), "No kept card"),
        (("restore", "支援"), "No removed card"),
    ],
)
def test_card_commands_say_what_is_wrong(
    yomu: Yomu, keep: Callable[..., None], term: Card, arguments: tuple[str, ...], expected: str
) -> None:
    keep(term)
    code, _, said = yomu("cards", *arguments)
    assert code == 1
    assert expected in said
