"""`--connect` brings notes into a running Anki, and says of each note that it refuses why."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from yomu.errors import YomuError
from yomu.export.anki import apkg
from yomu.export.anki_connect import AnkiConnect
from yomu.export.anki_push import Pushed, push
from yomu.export.card_faces import CSS
from yomu.export.notes import FIELDS, make_note
from yomu.model import Face
from yomu.store.cards import Card
from yomu.store.database import Store
from yomu.store.reviews import EASY, Answer, Review
from yomu.study.days import moment
from yomu.study.scheduling import Scheduling

from .fake_anki_connect import FakeAnkiConnect, running

collection = pytest.importorskip("anki.collection")


@pytest.fixture
def fake(tmp_path: Path) -> Iterator[FakeAnkiConnect]:
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield FakeAnkiConnect(opened)
    opened.close()


@pytest.fixture
def anki(fake: FakeAnkiConnect) -> Iterator[AnkiConnect]:
    with running(fake) as url:
        yield AnkiConnect(url, timeout_s=10)


Yomu = Callable[..., tuple[int, str, str]]
Send = Callable[..., Pushed]


@pytest.fixture
def send(anki: AnkiConnect) -> Send:
    return lambda *cards, **how: push([make_note(card) for card in cards], anki, **how)


def counts(pushed: Pushed) -> tuple[int, int, int, int]:
    return len(pushed.new), len(pushed.updated), len(pushed.same), len(pushed.refused)


def test_deck_and_note_type_are_made_and_notes_added(
    fake: FakeAnkiConnect, send: Send, term: Card, word: Card
) -> None:
    pushed = send(term, word)
    assert counts(pushed) == (2, 0, 0, 0)
    assert (fake.col.note_count(), fake.col.card_count()) == (2, 4)
    kind = fake.col.models.by_name("yomu")
    assert [item["name"] for item in kind["flds"]] == list(FIELDS)
    assert [item["name"] for item in kind["tmpls"]] == ["Recognition", "Reading", "Production"]
    assert kind["css"] == CSS
    (number,) = fake.col.find_notes("Expression:支援")
    note = fake.col.get_note(number)
    assert dict(note.items()) == dict(zip(FIELDS, make_note(term).html, strict=True))
    assert set(note.tags) == set(make_note(term).tags)
    assert fake.col.decks.name(note.cards()[0].did) == "yomu::us-strategy"


def test_second_push_adds_nothing_and_writes_only_what_differs(
    fake: FakeAnkiConnect, send: Send, term: Card, word: Card
) -> None:
    send(term, word)
    fake.asked.clear()
    assert counts(send(term, word)) == (0, 0, 2, 0)
    assert not {"addNote", "updateNoteFields", "createModel"} & set(fake.asked)
    assert counts(send(replace(term, meaning_en="help", title="別の題"), word)) == (0, 1, 1, 0)
    assert fake.asked.count("updateNoteFields") == 1
    (number,) = fake.col.find_notes("Expression:支援")
    note = fake.col.get_note(number)
    assert note["MeaningEN"] == "help"
    assert "yomu::text::別の題" in note.tags
    assert "yomu::text::題" not in note.tags


def test_own_tags_reviews_and_deck_of_a_note_stay(
    fake: FakeAnkiConnect, send: Send, term: Card
) -> None:
    send(term)
    (number,) = fake.col.find_notes("")
    card = fake.col.get_note(number).cards()[0]
    fake.col.tags.bulk_add([number], "mine")
    fake.col.sched.set_due_date([card.id], "5")
    mine = fake.col.decks.id("Mine")
    fake.col.set_deck([card.id], mine)
    due = fake.col.get_card(card.id).due
    send(replace(term, meaning_en="help"))
    after = fake.col.get_card(card.id)
    assert (after.due, after.did) == (due, mine)
    assert "mine" in fake.col.get_note(number).tags


def test_new_only_leaves_what_anki_holds(
    fake: FakeAnkiConnect, send: Send, term: Card, word: Card
) -> None:
    send(term)
    assert counts(send(replace(term, meaning_en="help"), word, new_only=True)) == (1, 0, 0, 0)
    assert not fake.col.find_notes("MeaningEN:help")


def test_each_refused_note_is_named_with_why_and_stops_no_other(
    fake: FakeAnkiConnect, send: Send, term: Card, word: Card
) -> None:
    twin = replace(term, expression="双子")
    fake.answer_null_to = {word.id}
    pushed = send(term, twin, word, replace(word, id="another-id", expression="別"))
    assert counts(pushed) == (2, 0, 0, 2)
    assert [(note.plain[1], why) for note, why in pushed.refused] == [
        ("双子", "cannot create note because it is a duplicate"),
        ("もたらす", "no reason given"),
    ]


def test_note_that_anki_has_open_is_reported_and_not_taken_for_updated(
    fake: FakeAnkiConnect, send: Send, term: Card
) -> None:
    send(term)
    fake.open_in_browser = set(fake.col.find_notes(""))
    pushed = send(replace(term, meaning_en="help"))
    assert counts(pushed) == (0, 0, 0, 1)
    assert "browser" in pushed.refused[0][1]


def test_note_type_with_other_fields_is_left_alone(
    fake: FakeAnkiConnect, send: Send, term: Card
) -> None:
    fake.do_createModel("yomu", ["Front", "Id"], [{"Front": "{{Front}}", "Back": "{{Id}}"}])
    with pytest.raises(YomuError, match="no field Expression, ExpressionFurigana"):
        send(term)
    assert fake.do_modelFieldNames("yomu") == ["Front", "Id"]
    assert fake.col.note_count() == 0


def test_field_that_a_person_added_is_kept(fake: FakeAnkiConnect, send: Send, term: Card) -> None:
    send(term)
    kind = fake.col.models.by_name("yomu")
    fake.col.models.add_field(kind, fake.col.models.new_field("Mine"))
    fake.col.models.update_dict(kind)
    fake.col.models._clear_cache()
    assert counts(send(replace(term, meaning_en="help"))) == (0, 1, 0, 0)
    assert fake.do_modelFieldNames("yomu")[-1] == "Mine"


def test_design_is_renewed_only_where_nobody_touched_it_since(
    fake: FakeAnkiConnect, send: Send, term: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(term)
    fake.do_updateModelStyling({"name": "yomu", "css": "/* mine */"})
    send(term)
    assert fake.col.models.by_name("yomu")["css"] == "/* mine */"
    monkeypatch.setattr("yomu.export.anki_push.DESIGNED_AT", 4_000_000_000)
    send(term)
    assert fake.col.models.by_name("yomu")["css"] == CSS


def test_add_on_that_cannot_date_a_note_type_leaves_its_design(
    fake: FakeAnkiConnect, send: Send, term: Card, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.without.add("findModelsByName")
    monkeypatch.setattr("yomu.export.anki_push.DESIGNED_AT", 4_000_000_000)
    send(term)
    assert counts(send(replace(term, meaning_en="help"))) == (0, 1, 0, 0)
    assert "updateModelStyling" not in fake.asked


def test_many_notes_are_sent_in_batches(fake: FakeAnkiConnect, send: Send, word: Card) -> None:
    cards = [replace(word, id=f"id-{number}", expression=f"語{number}") for number in range(60)]
    assert counts(send(*cards)) == (60, 0, 0, 0)
    assert fake.asked.count("multi") == 3
    assert counts(send(*cards)) == (0, 0, 60, 0)


def test_key_goes_with_every_action(
    fake: FakeAnkiConnect, anki: AnkiConnect, term: Card, word: Card
) -> None:
    fake.key = "秘密"
    with pytest.raises(YomuError, match="API key") as refusal:
        push([make_note(term)], anki)
    assert "YOMU_ANKI_KEY" in refusal.value.hint
    known = AnkiConnect(anki.url, "秘密")
    assert counts(push([make_note(term), make_note(word)], known)) == (2, 0, 0, 0)


@pytest.mark.parametrize("version", [5, None, "6?"])
def test_old_add_on_is_asked_to_be_updated(
    fake: FakeAnkiConnect, anki: AnkiConnect, version: Any
) -> None:
    fake.version = version
    with pytest.raises(YomuError, match="too old"):
        anki.check()


def test_closed_profile_is_told_from_a_refusal(fake: FakeAnkiConnect, anki: AnkiConnect) -> None:
    def closed(**_: Any) -> None:
        raise ValueError("collection is not available")

    fake.do_modelNames = closed  # type: ignore[method-assign, assignment]
    with pytest.raises(YomuError, match="not ready") as refusal:
        anki.call("modelNames")
    assert "profile" in refusal.value.hint


def test_anki_that_is_not_running_is_said_with_what_to_do() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(YomuError, match="Anki is not running") as refusal:
        AnkiConnect(f"http://127.0.0.1:{port}").check()
    assert "2055492159" in refusal.value.hint


def test_proxy_of_the_environment_is_not_asked_for_anki(
    anki: AnkiConnect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    anki.check()


@pytest.mark.parametrize("address", ["nonsense", "http://[::1", "file:///etc/passwd", "http://:x/"])
def test_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(YomuError):
        AnkiConnect(address).check()


def test_add_on_that_keeps_us_out_says_where_to_let_us_in(
    fake: FakeAnkiConnect, anki: AnkiConnect
) -> None:
    fake.status = 403
    with pytest.raises(YomuError, match="does not let yomu in"):
        anki.check()


@pytest.mark.parametrize("said", [b"", b"hello", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"])
def test_another_program_at_the_address_is_not_taken_for_anki(said: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            client, _ = server.accept()
            with client:
                client.recv(65536)
                client.sendall(said)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(YomuError, match=r"not AnkiConnect|broke off"):
            AnkiConnect(f"http://127.0.0.1:{server.getsockname()[1]}", timeout_s=10).check()
        thread.join()


def test_anki_that_does_not_answer_is_not_waited_for_forever() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        pytest.raises(YomuError, match="did not answer"),
    ):
        AnkiConnect(f"http://127.0.0.1:{server.getsockname()[1]}", timeout_s=0.2).check()


def test_push_that_broke_off_is_finished_by_the_next(
    fake: FakeAnkiConnect, send: Send, word: Card
) -> None:
    cards = [replace(word, id=f"id-{number}", expression=f"語{number}") for number in range(60)]
    fake.break_after = 7
    with pytest.raises(YomuError, match="broke off"):
        send(*cards)
    held = fake.col.note_count()
    assert 0 < held < 60
    fake.break_after = None
    assert counts(send(*cards)) == (60 - held, 0, held, 0)
    assert fake.col.note_count() == 60


def test_notes_that_came_through_a_file_are_those_of_every_other_export(
    fake: FakeAnkiConnect, anki: AnkiConnect, term: Card, word: Card, tmp_path: Path
) -> None:
    def package(notes: Any, days: int = 0) -> bytes:
        return apkg(notes, datetime.now(UTC) + timedelta(days=days))

    fake.without.clear()
    pushed = push([make_note(term), make_note(word)], anki, package)
    assert counts(pushed) == (2, 0, 0, 0)
    assert not pushed.alone
    assert "addNote" not in fake.asked
    path = tmp_path / "deck.apkg"
    path.write_bytes(package([make_note(replace(term, meaning_en="help"))], days=1))
    log = fake.col.import_anki_package(
        collection.ImportAnkiPackageRequest(package_path=str(path))
    ).log
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert counts(push([make_note(term)], anki, package)) == (0, 1, 0, 0)
    assert fake.col.note_count() == 2


def test_where_anki_cannot_open_the_file_notes_are_added_one_by_one(
    fake: FakeAnkiConnect, anki: AnkiConnect, term: Card
) -> None:
    fake.without.clear()
    pushed = push([make_note(term)], anki, lambda notes: b"not a deck")
    assert counts(pushed) == (1, 0, 0, 0)
    assert pushed.alone == pushed.new
    assert fake.asked.count("importPackage") == 1


# From the command line


def test_command_pushes_a_text_and_says_what_it_replaces(
    fake: FakeAnkiConnect, anki: AnkiConnect, yomu: Yomu, text: Path
) -> None:
    command = ("export", "anki", "--connect", "--anki-url", anki.url, "--terms-of", text)
    code, said, narrated = yomu(*command)
    assert code == 0
    new = fake.col.note_count()
    assert said.startswith(f"Anki: {new} new, 0 updated, 0 as they were, in yomu::支援")
    assert "is replaced" in narrated
    assert "--new-only" in narrated
    assert yomu(*command)[1] == f"Anki: 0 new, 0 updated, {new} as they were\n"
    assert "nothing new" in yomu(*command, "--new-only")[2]
    assert fake.col.note_count() == new


def test_command_names_refused_notes_and_fails(
    fake: FakeAnkiConnect, anki: AnkiConnect, yomu: Yomu, text: Path
) -> None:
    fake.answer_null_to = {"monroe-doctrine"}
    command = ("export", "anki", "--connect", "--anki-url", anki.url, "--terms-of", text)
    code, said, narrated = yomu(*command)
    assert code == 1
    assert "new, 0 updated" in said
    assert "refused モンロー・ドクトリン (monroe-doctrine): no reason given" in narrated
    assert "Anki refused 1 note of" in narrated
    fake.answer_null_to = set()
    code, said, _ = yomu(*command, "--new-only")
    assert (code, said.split(",")[0]) == (0, "Anki: 1 new")


def test_file_after_notes_that_anki_numbered_itself_warns_of_doubles(
    fake: FakeAnkiConnect, anki: AnkiConnect, yomu: Yomu, text: Path, tmp_path: Path
) -> None:
    source = ("--terms-of", text)
    yomu("export", "anki", "--connect", "--anki-url", anki.url, *source)
    _, _, narrated = yomu("export", "anki", tmp_path / "deck.apkg", *source)
    assert "under other ids" in narrated


def test_file_after_notes_that_came_through_one_warns_of_nothing(
    fake: FakeAnkiConnect, anki: AnkiConnect, yomu: Yomu, text: Path, tmp_path: Path
) -> None:
    fake.without.clear()
    source = ("--terms-of", text)
    yomu("export", "anki", "--connect", "--anki-url", anki.url, *source)
    count = fake.col.note_count()
    assert count > 1
    _, _, narrated = yomu("export", "anki", tmp_path / "deck.apkg", *source)
    assert "under other ids" not in narrated
    request = collection.ImportAnkiPackageRequest(package_path=str(tmp_path / "deck.apkg"))
    assert not fake.col.import_anki_package(request).log.new
    assert fake.col.note_count() == count


def test_deck_of_a_name_takes_all_notes(
    fake: FakeAnkiConnect, anki: AnkiConnect, yomu: Yomu, text: Path
) -> None:
    name = ' Japanese::"Policy"\n:: '
    command = ("export", "anki", "--connect", "--anki-url", anki.url, "--terms-of", text)
    assert yomu(*command, "--deck", name)[0] == 0
    assert fake.col.find_cards('deck:"Japanese::Policy"') == fake.col.find_cards("")
    assert "needs a name" in yomu(*command, "--deck", " :: ")[2]


def test_address_and_key_come_from_the_environment_too(
    fake: FakeAnkiConnect,
    anki: AnkiConnect,
    yomu: Yomu,
    text: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake.key = "secret"
    monkeypatch.setenv("YOMU_ANKI_URL", anki.url)
    assert "YOMU_ANKI_KEY" in yomu("export", "anki", "--connect", "--terms-of", text)[2]
    monkeypatch.setenv("YOMU_ANKI_KEY", "secret")
    assert yomu("export", "anki", "--connect", "--terms-of", text)[0] == 0
    assert fake.col.note_count()


def test_anki_that_is_not_running_is_said_before_any_work(
    yomu: Yomu, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("YOMU_ANKI_URL", f"http://127.0.0.1:{free.getsockname()[1]}")
    monkeypatch.delattr("yomu.workspace.Workspace.open")
    code, said, narrated = yomu("export", "anki", "--connect", "--terms-of", text)
    assert (code, said) == (1, "")
    assert "Anki is not running" in narrated


def test_new_notes_bring_their_reviews_along(
    fake: FakeAnkiConnect, anki: AnkiConnect, yomu: Yomu, term: Card, tmp_path: Path
) -> None:
    fake.without.clear()
    store = Store.open(tmp_path / "home" / "data" / "yomu.db", now=lambda: datetime.now(UTC))
    store.cards.keep(term)
    scheduling = Scheduling()
    when = moment(datetime.now(UTC) - timedelta(days=3), 4)
    number = store.reviews.scheduler_id(scheduling.to_json())
    review = Review(term.id, Face.READING, EASY, when.at, when.day, scheduler_id=number)
    store.reviews.record(
        term.id,
        Face.READING,
        lambda before: Answer(review, scheduling.review(term.id, Face.READING, before, EASY, when)),
    )
    schedule = store.reviews.schedule(term.id, Face.READING)
    store.close()
    assert schedule
    command = ("export", "anki", "--connect", "--anki-url", anki.url, "--with-reviews")
    assert yomu(*command)[0] == 0
    card = fake.col.get_note(fake.col.find_notes("Id:support")[0]).cards()[1]
    assert card.memory_state.stability == pytest.approx(schedule.stability, abs=1e-3)
    assert fake.col.db.scalar("SELECT count() FROM revlog") == 1


def test_options_that_do_not_fit_connecting_are_wrong_usage(yomu: Yomu, tmp_path: Path) -> None:
    assert yomu("export", "anki", tmp_path / "a.apkg", "--connect")[0] == 2
    assert yomu("export", "csv", "--connect")[0] == 2
    assert yomu("export", "anki")[0] == 2
    assert yomu("export", "csv", tmp_path / "a.csv", "--with-reviews")[0] == 2
