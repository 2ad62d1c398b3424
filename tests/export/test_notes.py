"""What a note is called never changes; what it holds follows the card."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from yomu.export.delimited import COLUMNS, csv_table, guarded, json_list, tsv_table
from yomu.export.notes import FIELDS, Note, PitchStyle, make_note, pitch_of
from yomu.model import Ruby
from yomu.store.cards import EDITABLE, Card


def html(note: Note) -> dict[str, str]:
    return dict(zip(FIELDS, note.html, strict=True))


def test_fields_are_those_that_peoples_decks_have() -> None:
    assert (
        *("Id", "Expression", "ExpressionFurigana", "Reading", "Acronym", "MeaningEN"),
        *("DefinitionJA", "DefinitionEN", "Sentence", "SentenceFurigana", "SentenceEN", "Cloze"),
        *("Pitch", "Source", "Note"),
    ) == FIELDS


@pytest.mark.parametrize("field", EDITABLE)
def test_guid_outlives_every_edit(term: Card, word: Card, field: str) -> None:
    for card in (term, word):
        edited = make_note(replace(card, **{field: "変えた"}))  # type: ignore[arg-type]
        assert edited.guid == make_note(card).guid
        assert edited.html[0] == make_note(card).html[0]
    assert make_note(term).guid == "yomu:support"


def test_text_of_the_article_is_text_on_the_card(term: Card) -> None:
    fields = html(make_note(term, (Ruby(0, 2, "しえん"),)))
    assert fields["Sentence"] == "漢字&#91;かんじ&#93;の&lt;<b>支援</b>&gt;を続ける。"
    assert fields["SentenceFurigana"].count("<ruby>") == 3
    assert fields["SentenceFurigana"].count("&lt;") == 1
    assert fields["Cloze"] == "漢字&#91;かんじ&#93;の&lt;＿＿＿&gt;を続ける。"
    assert fields["ExpressionFurigana"].startswith("<ruby>支援")
    assert fields["Source"] == '<a href="https://example.org/a?b=1&amp;c=2">題, 2026-02-20</a>'


def test_link_that_is_no_web_address_stays_text(term: Card) -> None:
    assert "<a" not in html(make_note(replace(term, url="javascript:alert(1)")))["Source"]


def test_word_without_kanji_has_no_reading_to_ask_for(word: Card) -> None:
    assert html(make_note(replace(word, reading="もたらす")))["Reading"] == ""


def test_deck_is_named_by_domain_or_text_and_nothing_in_a_title_makes_a_deck(
    term: Card, word: Card
) -> None:
    titled = replace(term, title=' A::B "C"\n::')
    assert make_note(term).deck == "yomu::us-strategy"
    assert make_note(word).deck == "yomu::words"
    assert make_note(titled, deck_by="text").deck == "yomu::A：B C"
    assert make_note(word, deck_by="text").deck == "yomu::texts"


def test_tags_hold_no_white_space(term: Card) -> None:
    tags = make_note(replace(term, title="題　の 名前")).tags
    assert tags == ("yomu::term", "yomu::domain::us-strategy", "yomu::text::題-の-名前")


def test_gloss_of_a_dictionary_names_it(word: Card) -> None:
    credited = replace(
        word, meaning_en="to bring about", gloss_source="meaning: JMdict", title="題"
    )
    assert html(make_note(credited))["Source"] == "題 · meaning: JMdict"


@pytest.mark.parametrize(
    ("accent", "reading", "style", "text", "html"),
    [
        ("2,0", "しえん", "number", "[2], [0]", "&#91;2&#93;, &#91;0&#93;"),
        ("*", "しえん", "number", "", ""),
        ("1", "しえん", "none", "", ""),
        ("0", "しえん", "line", "しえん￣", 'し<span class="high">えん</span>'),
        ("1", "きゃく", "line", "きゃ＼く", '<span class="high fall">きゃ</span>く'),
        ("3", "もりこむ", "line", "もりこ＼む", 'も<span class="high fall">りこ</span>む'),
        ("9", "しえん", "line", "", ""),
        ("", "しえん", "line", "", ""),
    ],
)
def test_accent_is_drawn_as_the_setting_says(
    word: Card, accent: str, reading: str, style: PitchStyle, text: str, html: str
) -> None:
    plain, drawn = pitch_of(replace(word, pitch=accent, reading=reading), style)
    assert plain == text
    expected = f'<span class="accent">{html}</span>' if style == "line" and html else html
    assert drawn == expected


def test_both_accents_of_a_word_are_drawn(word: Card) -> None:
    note = make_note(replace(word, pitch="2,0", reading="もたらす"), pitch_style="line")
    assert html(note)["Pitch"].count('class="accent"') == 2
    assert dict(zip(FIELDS, note.plain, strict=True))["Pitch"] == "もた＼らす, もたらす￣"


@pytest.mark.parametrize(
    "formula", ["=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "＝1", "'=1", "\t=1"]
)
def test_cell_that_a_spreadsheet_would_run_is_disarmed(term: Card, formula: str) -> None:
    note = make_note(replace(term, note=formula, expression=formula))
    rows = list(csv.DictReader(io.StringIO(csv_table([note]).decode("utf-8-sig"))))
    assert rows[0]["Note"].startswith("'")
    assert rows[0]["Expression"] == guarded(formula)
    assert guarded("支援") == "支援"


def test_tables_hold_a_note_a_row(term: Card, word: Card) -> None:
    notes = [make_note(replace(term, note="一行\n二行\t三")), make_note(word)]
    rows = list(csv.reader(io.StringIO(csv_table(notes).decode("utf-8-sig"))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    lines = tsv_table(notes).decode().splitlines()
    assert [line.count("\t") for line in lines] == [len(COLUMNS) - 1] * 3
    assert dict(zip(COLUMNS, rows[1], strict=True))["Sentence"] == term.sentence
    assert "一行 二行 三" in lines[1]


def test_json_names_every_field(term: Card) -> None:
    (item,) = json.loads(json_list([make_note(term)]))
    assert tuple(item["fields"]) == FIELDS
    assert item["guid"] == "yomu:support"
    assert item["fields"]["Sentence"] == term.sentence
