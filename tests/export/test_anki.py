"""The real Anki takes the deck, and takes the next one as an update."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from yomu.export.anki import apkg
from yomu.export.notes import FIELDS, make_note
from yomu.model import Ruby
from yomu.store.cards import Card

collection = pytest.importorskip("anki.collection")

# Anki stamps what a person changes with its own clock, so exports have to be of about now.
NOW = datetime.now(UTC)
Importer = Callable[..., tuple[int, int]]


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def take_in(anki: Any, tmp_path: Path) -> Importer:
    """Import cards or the bytes of a deck; the number of new notes and of updated ones."""

    def take(*cards: Card, day: int = 0, data: bytes = b"", merge: bool = False) -> tuple[int, int]:
        path = tmp_path / "deck.apkg"
        notes = [make_note(card, rubies_of(card)) for card in cards]
        path.write_bytes(data or apkg(notes, NOW + timedelta(days=day)))
        options = collection.ImportAnkiPackageOptions(merge_notetypes=merge)
        request = collection.ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = anki.import_anki_package(request).log
        assert not log.conflicting
        assert not log.missing_notetype
        return len(log.new), len(log.updated)

    return take


def rubies_of(card: Card) -> tuple[Ruby, ...]:
    return (Ruby(0, 2, "しえん"),) if card.expression == "支援" else ()


def faces(anki: Any, expression: str) -> list[tuple[str, str]]:
    """Front and back of each card of a note, without the style sheet."""
    (note_id,) = anki.find_notes(f"Expression:{expression}")
    rendered = [card.render_output() for card in anki.get_note(note_id).cards()]
    return [(output.question_text, output.answer_text) for output in rendered]


def test_notes_become_the_cards_they_should(
    anki: Any, take_in: Importer, term: Card, word: Card
) -> None:
    assert take_in(term, word) == (2, 0)
    assert (anki.note_count(), anki.card_count()) == (2, 4)
    decks = {deck.name for deck in anki.decks.all_names_and_ids()}
    assert {"yomu", "yomu::us-strategy", "yomu::words"} <= decks
    assert [len(faces(anki, name)) for name in ("支援", "もたらす")] == [3, 1]
    assert anki.models.by_name("yomu")["flds"][0]["name"] == "Id"


def test_furigana_stand_on_the_back_and_never_on_a_front(
    anki: Any, take_in: Importer, term: Card
) -> None:
    take_in(term)
    for front, back in faces(anki, "支援"):
        assert "<ruby>" not in front
        assert "<ruby>支援<rp>（</rp><rt>しえん</rt>" in back
        assert back.count("<rt>") == 4
        assert "漢字[" not in front + back
        assert "&lt;" in front


def test_accent_stands_on_the_back_with_or_without_a_reading(
    anki: Any, take_in: Importer, term: Card, word: Card
) -> None:
    take_in(term, replace(word, pitch="3"))
    for expression, accent in (("支援", "[1]"), ("もたらす", "[3]")):
        for front, back in faces(anki, expression):
            assert accent not in Text(front).text
            assert Text(back).text.count(accent) == 1


def test_fronts_ask_without_giving_the_answer_away(
    anki: Any, take_in: Importer, term: Card
) -> None:
    take_in(term)
    (recognition, _), (reading, _), (production, _) = faces(anki, "支援")
    assert "支援" in recognition
    assert "support" not in recognition
    assert "しえん" not in reading
    assert "support; aid" in production
    assert "支援" not in production
    assert "＿＿＿" in production


def test_second_export_updates_in_place_and_adds_nothing(
    anki: Any, take_in: Importer, term: Card, word: Card
) -> None:
    take_in(term, word)
    before = sorted(anki.find_cards(""))
    (note_id,) = anki.find_notes("Expression:支援")
    edited = replace(
        term, expression="援助", reading="えんじょ", meaning_en="assistance", note="新"
    )
    assert take_in(edited, word, day=1) == (0, 2)
    note = anki.get_note(note_id)
    assert (note["Expression"], note["MeaningEN"], note["Note"]) == ("援助", "assistance", "新")
    assert sorted(anki.find_cards("")) == before
    assert [kind.name for kind in anki.models.all_names_and_ids()].count("yomu") == 1
    assert not [kind.name for kind in anki.models.all_names_and_ids() if kind.name == "yomu+"]


def test_reviews_decks_and_the_persons_own_design_survive_an_update(
    anki: Any, take_in: Importer, term: Card
) -> None:
    take_in(term)
    (note_id,) = anki.find_notes("Expression:支援")
    card = anki.get_note(note_id).cards()[0]
    anki.sched.set_due_date([card.id], "5")
    mine = anki.decks.id("Mine")
    anki.set_deck([card.id], mine)
    kind = anki.models.by_name("yomu")
    kind["css"] += "/* mine */"
    anki.models.update_dict(kind)
    due = anki.get_card(card.id).due
    assert take_in(replace(term, meaning_en="help"), day=1) == (0, 1)
    anki.models._clear_cache()
    assert anki.models.by_name("yomu")["css"].endswith("/* mine */")
    after = anki.get_card(card.id)
    assert (after.due, after.did) == (due, mine)


def test_every_field_arrives_as_it_was_written(anki: Any, take_in: Importer, term: Card) -> None:
    take_in(term)
    (note_id,) = anki.find_notes("Expression:支援")
    assert dict(anki.get_note(note_id).items()) == dict(
        zip(FIELDS, make_note(term, rubies_of(term)).html, strict=True)
    )


MARKUP = "漢字[かんじ]は<b>太字</b>&amp; [sound:a.mp3] [$]x[/$] \\(y\\) {{c1::z}} {{Id}} <script>1</script> ※[注]"


class Text(HTMLParser):
    """What a card shows: its text, without the sheet and without furigana."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self._reading = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self._reading += tag in ("rt", "rp")

    def handle_endtag(self, tag: str) -> None:
        self._reading -= tag in ("rt", "rp")

    def handle_data(self, data: str) -> None:
        if not self._reading:
            self.text += data


def test_whatever_looks_like_markup_is_shown_as_it_stands(
    anki: Any, take_in: Importer, term: Card
) -> None:
    names = ("meaning_en", "definition_ja", "definition_en", "sentence_en", "note", "title")
    rubies = (Ruby(0, 2, "かん[じ]<"),)
    card = replace(term, sentence=MARKUP, rubies=rubies, start=0, end=2)
    take_in(replace(card, **dict.fromkeys(names, MARKUP)))  # type: ignore[arg-type]
    (note_id,) = anki.find_notes("Expression:支援")
    for made in anki.get_note(note_id).cards():
        output = made.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        front, back = Text(output.question_text), Text(output.answer_text)
        shown = (
            MARKUP if made.ord < 2 else MARKUP.replace("漢字", "＿＿＿").replace("支援", "＿＿＿")
        )
        assert shown in front.text
        assert back.text.count(MARKUP) == 7
        assert "script" not in front.tags + back.tags
        assert "tex2jax_ignore" in output.question_text
        assert "tex2jax_ignore" in output.answer_text


def newer(data: bytes, *, fields: bool) -> bytes:
    """The deck as a yomu to come would write it: another design, and a field at the end."""
    changed = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(io.BytesIO(data)) as archive:
        path = Path(folder) / "collection.anki2"
        path.write_bytes(archive.read("collection.anki2"))
        db = sqlite3.connect(path)
        models = json.loads(db.execute("SELECT models FROM col").fetchone()[0])
        (model,) = models.values()
        model["mod"] = int((NOW + timedelta(days=2)).timestamp())
        model["css"] += "/* newer */"
        model["tmpls"][0]["afmt"] += "<hr>"
        if fields:
            model["flds"].append(model["flds"][-1] | {"name": "Level", "ord": len(FIELDS)})
            db.execute("UPDATE notes SET flds = flds || char(31) || 'N2'")
        db.execute("UPDATE col SET models = ?", (json.dumps(models),))
        db.commit()
        db.close()
        with zipfile.ZipFile(changed, "w") as new:
            new.write(path, "collection.anki2")
            new.writestr("media", "{}")
    return changed.getvalue()


def kinds_of(anki: Any) -> list[str]:
    anki.models._clear_cache()
    return [kind.name for kind in anki.models.all_names_and_ids() if "yomu" in kind.name]


def test_newer_design_is_taken_over_and_forks_nothing(
    anki: Any, take_in: Importer, term: Card, word: Card
) -> None:
    take_in(term)
    cards = anki.find_cards("")
    notes = [make_note(replace(term, meaning_en="help")), make_note(word)]
    data = newer(apkg(notes, NOW + timedelta(days=1)), fields=False)
    assert take_in(data=data) == (1, 1)
    assert kinds_of(anki) == ["yomu"]
    assert anki.models.by_name("yomu")["css"].endswith("/* newer */")
    assert set(cards) <= set(anki.find_cards(""))
    assert anki.note_count() == 2


def test_newer_field_is_merged_and_forks_nothing(
    anki: Any, take_in: Importer, term: Card, word: Card
) -> None:
    take_in(term)
    notes = [make_note(replace(term, meaning_en="help")), make_note(word)]
    data = newer(apkg(notes, NOW + timedelta(days=1)), fields=True)
    assert take_in(data=data, merge=True) == (1, 1)
    assert kinds_of(anki) == ["yomu"]
    (note_id,) = anki.find_notes("Expression:支援")
    assert anki.get_note(note_id)["MeaningEN"] == "help"
    assert anki.get_note(note_id)["Level"] == "N2"
    assert anki.note_count() == 2
    # and the older yomu's next deck still finds them
    assert take_in(term, word, day=3, merge=True) == (0, 2)
    assert kinds_of(anki) == ["yomu"]


def test_article_becomes_a_deck_and_again_an_update(
    anki: Any,
    take_in: Importer,
    yomu: Callable[..., tuple[int, str, str]],
    article_path: Path,
    tmp_path: Path,
) -> None:
    path = tmp_path / "article.apkg"
    assert yomu("export", "anki", path, "--terms-of", article_path)[0] == 0
    new, updated = take_in(data=path.read_bytes())
    assert new > 100
    assert updated == 0
    for note_id in anki.find_notes(""):
        note = anki.get_note(note_id)
        assert note["Sentence"]
        assert note["MeaningEN"]
        for output in (card.render_output() for card in note.cards()):
            assert "<ruby>" not in output.question_text
    yomu("export", "anki", path, "--terms-of", article_path, "--force")
    assert take_in(data=path.read_bytes())[0] == 0
    assert anki.note_count() == new
