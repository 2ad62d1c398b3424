"""Reviews come back from files that the real Anki wrote, old format and new, each once."""

from __future__ import annotations

import random
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import zstandard

from yomu.errors import YomuError
from yomu.export import anki_file
from yomu.export.anki import apkg
from yomu.export.anki_log import read_log
from yomu.export.from_note import card_of
from yomu.export.notes import FIELDS, make_note
from yomu.model import Face, Ruby, Status
from yomu.store.cards import Card
from yomu.store.database import Store
from yomu.store.knowledge import Item

collection = pytest.importorskip("anki.collection")

Yomu = Callable[..., tuple[int, str, str]]
NOW = datetime.now(UTC)


@pytest.fixture
def anki(tmp_path: Path, term: Card, word: Card) -> Iterator[Any]:
    """An Anki with our deck, and a note of another kind."""
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    path = tmp_path / "ours.apkg"
    path.write_bytes(apkg([make_note(term), make_note(word)], NOW - timedelta(days=1)))
    opened.import_anki_package(collection.ImportAnkiPackageRequest(package_path=str(path)))
    basic = opened.new_note(opened.models.by_name("Basic"))
    basic["Front"] = "支援"
    opened.add_note(basic, opened.decks.id("yomu"))
    yield opened
    opened.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "home" / "data" / "yomu.db", now=lambda: NOW)
    yield opened
    opened.close()


def review(anki: Any, *ratings: int) -> None:
    """Answer what Anki asks, one card after the other."""
    anki.decks.select(anki.decks.id("yomu"))
    for rating in ratings:
        card = anki.sched.getCard()
        card.start_timer()
        anki.sched.answerCard(card, rating)


def exported(anki: Any, path: Path, form: str) -> Path:
    """A file of one of the forms in which Anki exports."""
    if form.startswith("colpkg"):
        anki.export_collection_package(str(path), include_media=False, legacy="legacy" in form)
        anki.reopen()
        return path
    options = collection.ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=False, with_media=False, legacy="legacy" in form
    )
    anki.export_anki_package(out_path=str(path), options=options, limit=None)
    return path


FORMS = ("apkg", "apkg legacy", "colpkg", "colpkg legacy")


@pytest.mark.parametrize("form", FORMS)
def test_reviews_come_home_from_every_form_of_file(
    anki: Any, yomu: Yomu, store: Store, tmp_path: Path, term: Card, word: Card, form: str
) -> None:
    store.cards.keep(term)
    store.cards.keep(word)
    review(anki, 3, 1, 4, 2, 3)
    path = exported(anki, tmp_path / "from anki.pkg", form)
    code, said, _ = yomu("import-reviews", path)
    assert code == 0
    mine = anki.db.all(
        "SELECT r.id, r.ease, r.time, c.ord FROM revlog r JOIN cards c ON c.id = r.cid"
        " JOIN notes n ON n.id = c.nid WHERE n.mid = ? ORDER BY r.id",
        anki.models.by_name("yomu")["id"],
    )
    assert len(mine) >= 4
    assert f"{len(mine)} new reviews" in said
    log = store.reviews.log()
    order = (Face.RECOGNITION, Face.READING, Face.PRODUCTION)
    assert [[r.at, r.rating, r.duration_ms, order.index(r.face)] for r in log] == mine
    assert {(r.origin, r.external_id) for r in log} == {("anki", row[0]) for row in mine}
    assert {r.card_id for r in log} <= {term.id, word.id}
    for made in log:
        schedule = store.reviews.schedule(made.card_id, made.face)
        assert schedule
        assert schedule.reps == len(store.reviews.reviews_of(made.card_id, made.face))


def test_review_is_taken_once_and_later_ones_are_added(
    anki: Any, yomu: Yomu, store: Store, tmp_path: Path, term: Card, word: Card
) -> None:
    store.cards.keep(term)
    store.cards.keep(word)
    review(anki, 3, 3)
    path = tmp_path / "deck.apkg"
    yomu("import-reviews", exported(anki, path, "apkg"))
    before = store.reviews.log()
    _, said, _ = yomu("import-reviews", path)
    assert "0 new reviews of 0 cards" in said
    assert "in your log already" in said
    assert store.reviews.log() == before
    review(anki, 4, 4)
    yomu("import-reviews", exported(anki, path, "colpkg"))
    assert store.reviews.log()[: len(before)] == before
    assert len(store.reviews.log()) > len(before)


def test_reviews_made_in_anki_set_how_well_the_word_is_known(
    anki: Any, yomu: Yomu, store: Store, tmp_path: Path, term: Card, word: Card
) -> None:
    store.cards.keep(term)
    store.cards.keep(word)
    ignored = Item(word.expression, word.reading)
    store.knowledge.set({ignored: Status.IGNORED}, "key")
    card = anki.get_note(anki.find_notes("Id:support")[0]).cards()[0]
    other = anki.get_note(anki.find_notes("Expression:もたらす")[0]).cards()[0]
    for days, rating in ((200, 4), (150, 3), (30, 3)):
        at = int((NOW - timedelta(days=days)).timestamp() * 1000)
        for made in (card, other):
            anki.db.execute(
                "INSERT INTO revlog VALUES (?,?,-1,?,9,0,2500,900,1)",
                at + made.ord,
                made.id,
                rating,
            )
            at += 1
    yomu("import-reviews", exported(anki, tmp_path / "a.apkg", "apkg"))
    assert store.knowledge.status(Item("支援", "", "support")).is_known
    assert store.knowledge.status(ignored) is Status.IGNORED


def test_reviews_that_left_with_a_deck_do_not_come_back(
    yomu: Yomu, store: Store, tmp_path: Path, term: Card, word: Card, anki: Any
) -> None:
    store.cards.keep(term)
    store.cards.keep(word)
    review(anki, 3, 3, 3)
    yomu("import-reviews", exported(anki, tmp_path / "one.apkg", "apkg"))
    assert yomu("export", "anki", tmp_path / "two.apkg", "--with-reviews")[0] == 0
    before = store.reviews.log()
    _, said, _ = yomu("import-reviews", tmp_path / "two.apkg")
    assert f"{len(before)} reviews in your log already" in said
    assert store.reviews.log() == before


def test_entries_that_are_no_answers_and_unknown_notes_are_counted(
    anki: Any, yomu: Yomu, store: Store, tmp_path: Path, term: Card
) -> None:
    store.cards.keep(term)
    (word_note,) = anki.find_notes("Expression:もたらす")
    cards = [card for note in anki.find_notes("note:yomu") for card in anki.get_note(note).cards()]
    for number, card in enumerate(cards):
        anki.db.execute(
            "INSERT INTO revlog VALUES (?,?,-1,3,1,0,2500,900,0)",
            1_750_000_000_000 + number,
            card.id,
        )
    anki.sched.set_due_date([cards[0].id], "5")
    anki.db.execute(
        "INSERT INTO revlog VALUES (?,?,-1,3,1,0,0,900,3)", 1_750_000_100_000, cards[0].id
    )
    anki.db.execute(
        "INSERT INTO revlog VALUES (?,?,-1,3,1,0,2500,900,1)", 9_999_000_000_000, cards[0].id
    )
    _, said, _ = yomu("import-reviews", exported(anki, tmp_path / "a.colpkg", "colpkg"))
    assert "3 new reviews of 1 card" in said
    assert "1 review of 1 note that you have no card of" in said
    assert "2 entries that are no answers" in said
    assert "1 review dated in the future" in said
    assert word_note


def test_renamed_note_type_moved_fields_and_templates_are_still_found(
    anki: Any, store: Store, yomu: Yomu, tmp_path: Path, term: Card
) -> None:
    store.cards.keep(term)
    models = anki.models
    kind = models.by_name("yomu")
    kind["name"] = "外交用語"
    models.reposition_field(kind, kind["flds"][0], 7)
    models.reposition_template(kind, kind["tmpls"][0], 2)
    models.update_dict(kind)
    card = next(c for c in anki.get_note(anki.find_notes("Id:support")[0]).cards() if c.ord == 2)
    anki.db.execute("INSERT INTO revlog VALUES (1750000000000,?,-1,3,1,0,2500,900,0)", card.id)
    for form in ("apkg", "colpkg legacy"):
        yomu("import-reviews", exported(anki, tmp_path / "a.apkg", form))
        (made,) = store.reviews.log()
        assert (made.face, made.card_id) == (Face.RECOGNITION, term.id)


def test_cards_can_be_kept_from_the_notes_that_were_reviewed(
    anki: Any, yomu: Yomu, store: Store, tmp_path: Path, term: Card, word: Card
) -> None:
    review(anki, 3, 3, 3)
    path = exported(anki, tmp_path / "a.apkg", "apkg")
    _, said, _ = yomu("import-reviews", path)
    assert "--keep makes them" in said
    _, said, _ = yomu("import-reviews", path, "--keep")
    assert "kept for them" in said
    kept = {card.id: card for card in store.cards.all()}
    assert kept.keys() <= {term.id, word.id}
    assert kept
    assert store.reviews.log()
    for card in kept.values():
        store.cards.remove(card.id)
    _, said, _ = yomu("import-reviews", path, "--keep")
    assert store.cards.all() == []


def test_card_made_from_a_note_is_the_card_the_note_was_made_of(term: Card, word: Card) -> None:
    full = replace(term, note="一行目\n二行目 <b>", pitch="1,0", gloss_source="meaning: JMdict")
    fields = dict(zip(FIELDS, make_note(full).html, strict=True))
    plain = tuple(Ruby(r.start, r.end, r.reading) for r in full.rubies)
    assert card_of(fields) == replace(full, domain="", rubies=plain)
    drawn = make_note(replace(full, reading="しきょう", pitch="2,0,1"), pitch_style="line")
    again = card_of(dict(zip(FIELDS, drawn.html, strict=True)))
    assert again
    assert again.pitch == "2,0,1"
    fields = dict(zip(FIELDS, make_note(word).html, strict=True))
    assert card_of(fields) == replace(word, reading="もたらす")
    for strange in ("", "<b>x</b> y", "../../etc", "A"):
        assert card_of({"Id": strange, "Expression": "語"}) is None
    assert card_of({"Id": "support", "Expression": " "}) is None


# Files that are broken, or meant to harm


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return path


def locked(path: Path) -> Path:
    """A zip whose entry says that it is encrypted."""
    data = bytearray(zipped(path, collection_anki2=b"x" * 99).read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(mark) + offset
        data[at : at + 2] = struct.pack("<H", 1)
    path.write_bytes(data)
    return path


def lying(path: Path) -> Path:
    """A zip whose entry has another checksum than its data."""
    data = zipped(path, collection_anki2=b"x" * 99).read_bytes()
    wrong = struct.pack("<I", zlib.crc32(b"x" * 99))
    path.write_bytes(data.replace(wrong, b"\0\0\0\0"))
    return path


def database(tmp_path: Path, script: str) -> bytes:
    path = tmp_path / "made.sqlite"
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    data = path.read_bytes()
    path.unlink()
    return data


_TABLES = """
CREATE TABLE col (models, conf); CREATE TABLE notes (id, mid, flds); CREATE TABLE cards (id, nid, ord);
CREATE TABLE revlog (id, cid, ease, type, factor, time);
"""


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda p, t: p, "no such file"),
        (lambda p, t: t, "is a folder"),
        (lambda p, t: [p.write_bytes(b"hello"), p][1], "no file that Anki exported"),
        (lambda p, t: [p.write_bytes(b""), p][1], "no file that Anki exported"),
        (lambda p, t: zipped(p, a_txt=b"x"), "holds no Anki collection"),
        (lambda p, t: zipped(p, meta=b"\x08\x09", collection_anki99=b"x"), "newer Anki"),
        (lambda p, t: zipped(p, collection_anki2=b"not a database"), "is damaged"),
        (lambda p, t: zipped(p, collection_anki2=b""), "lacks tables"),
        (lambda p, t: zipped(p, collection_anki21b=b"not zstd"), "is damaged"),
        (lambda p, t: zipped(p, collection_anki21b=b""), "lacks tables"),
        (lambda p, t: locked(p), "locked with a password"),
        (lambda p, t: lying(p), "is damaged"),
        (lambda p, t: zipped(p, collection_anki2=database(t, _TABLES)), "is damaged"),
        (
            lambda p, t: zipped(
                p, collection_anki2=database(t, _TABLES + "INSERT INTO col VALUES ('[1, 2', 0)")
            ),
            "is damaged",
        ),
        (
            lambda p, t: zipped(
                p, collection_anki2=database(t, _TABLES + "INSERT INTO col VALUES ('{\"1\": 5}', 0)")
            ),
            "is damaged",
        ),
        (
            lambda p, t: zipped(
                p,
                collection_anki2=database(
                    t, _TABLES.replace("TABLE revlog (id", "TABLE x (id") + "CREATE VIEW revlog AS"
                    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT * FROM n;"
                ),
            ),
            "lacks tables",
        ),
    ],
)  # fmt: skip
def test_file_that_cannot_be_read_is_said_and_changes_nothing(
    yomu: Yomu,
    store: Store,
    tmp_path: Path,
    make: Callable[[Path, Path], Path],
    expected: str,
) -> None:
    code, said, narrated = yomu("import-reviews", make(tmp_path / "bad.apkg", tmp_path))
    assert code == 1
    assert said == ""
    assert expected in " ".join(narrated.split())
    assert "Traceback" not in narrated
    assert store.reviews.ever() == []
    assert store.reviews.schedulers() == {}


def test_truncated_files_are_said_to_be_damaged(anki: Any, tmp_path: Path) -> None:
    review(anki, 3, 3)
    for form in ("apkg", "apkg legacy"):
        path = exported(anki, tmp_path / "whole.apkg", form)
        whole = path.read_bytes()
        for share in (0.1, 0.5, 0.9, 0.999):
            path.write_bytes(whole[: int(len(whole) * share)])
            with pytest.raises(YomuError):
                read_log(path)


def test_truncated_collection_inside_a_whole_archive_is_damaged(anki: Any, tmp_path: Path) -> None:
    review(anki, 3, 3)
    path = exported(anki, tmp_path / "whole.apkg", "apkg")
    with zipfile.ZipFile(path) as archive:
        packed = archive.read("collection.anki21b")
    for share in (0.2, 0.6, 0.95):
        zipped(path, collection_anki21b=packed[: int(len(packed) * share)])
        with pytest.raises(YomuError, match="damaged"):
            read_log(path)


@pytest.mark.parametrize("form", ["apkg", "apkg legacy"])
def test_any_bytes_changed_in_a_file_end_in_a_log_or_a_message(
    anki: Any, tmp_path: Path, form: str
) -> None:
    review(anki, 3, 1, 2, 4)
    path = exported(anki, tmp_path / "whole.apkg", form)
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        name = "collection.anki21" if "legacy" in form else "collection.anki21b"
        inner = archive.read(name)
    if name.endswith("b"):
        inner = zstandard.ZstdDecompressor().decompressobj().decompress(inner)
    chance = random.Random(11)
    for case in range(80):
        outer = bytearray(whole if case % 2 else inner)
        for _ in range(chance.randint(1, 30)):
            outer[chance.randrange(len(outer))] = chance.randrange(256)
        if case % 2:
            path.write_bytes(outer)
        else:
            zipped(path, collection_anki21=bytes(outer))
        with suppress(YomuError):  # and nothing else
            read_log(path)


@pytest.mark.parametrize("name", ["collection_anki2", "collection_anki21b"])
def test_bomb_is_stopped_while_it_unpacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(anki_file, "LARGEST_COLLECTION", 3 * 1024 * 1024)
    data = bytes(40 * 1024 * 1024)
    if name.endswith("b"):
        data = zstandard.ZstdCompressor().compress(data)
    path = zipped(tmp_path / "bomb.apkg", **{name: data})
    assert path.stat().st_size < 100_000
    with pytest.raises(YomuError, match="unpacks to more than 3 MB"):
        read_log(path)


def test_new_file_is_not_mistaken_for_the_old_collection_it_holds_as_a_note(
    anki: Any, tmp_path: Path
) -> None:
    path = exported(anki, tmp_path / "new.apkg", "apkg")
    with zipfile.ZipFile(path) as archive:
        assert {"collection.anki2", "collection.anki21b"} <= set(archive.namelist())
    assert set(read_log(path).notes) == {"support", *read_log(path).notes}
    assert len(read_log(path).notes) == 2
