"""From a tap on a word to a card: what a workspace keeps, and what it makes of a text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from yomu.config import Settings
from yomu.errors import YomuError
from yomu.model import Status
from yomu.paths import Places
from yomu.store.cards import Card, CardKind, term_card_id
from yomu.store.knowledge import Item
from yomu.workspace import OpenText, Workspace

TEXT = """\
---
title: 政府と武器
date: 2026-02-20
---

# 武器の売却

政府は武器を売却した。侵攻されたウクライナを支えるためだ。

6億5200万ドルに上る。終わらせるはずが、終わったのだ。
"""
GLOSSARY = """\
[[term]]
id = "arms"
ja = "武器"
reading = "ぶき"
en = ["arms"]
domain = "arms-transfers"
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    places = Places(*(tmp_path / name for name in ("data", "config", "cache", "state")))
    glossary = tmp_path / "terms.toml"
    glossary.write_text(GLOSSARY, "utf-8")
    made = Workspace(
        places,
        Settings(),
        lambda: datetime(2026, 3, 1, tzinfo=UTC),
        glossary_dirs=[glossary, places.glossary],
    )
    yield made
    made.close()


@pytest.fixture
def opened(workspace: Workspace, tmp_path: Path) -> OpenText:
    path = tmp_path / "text.md"
    path.write_text(TEXT, "utf-8")
    return workspace.open(str(path))


def keep(
    workspace: Workspace, opened: OpenText, word: str, *, renew: bool = False
) -> tuple[Card, bool]:
    """Look `word` up where it first stands in running text, and keep it."""
    paragraph = next(p for p in opened.document.paragraphs if word in p.text and "。" in p.text)
    at = paragraph.text.index(word)
    result = workspace.lookup(opened, paragraph.index, at, at + len(word))
    kept = workspace.cards.keep(opened, result, renew=renew).result(timeout=30)
    return kept.card, kept.new


def test_term_is_kept_with_all_that_the_glossary_says(
    workspace: Workspace, opened: OpenText
) -> None:
    workspace.register(opened)
    card, new = keep(workspace, opened, "武器")
    assert new
    assert (card.id, card.kind, card.entry_id) == (term_card_id("arms"), CardKind.TERM, "arms")
    assert (card.reading, card.meaning_en, card.domain) == ("ぶき", "arms", "arms-transfers")
    assert card.sentence == "政府は武器を売却した。"
    assert card.sentence[card.start : card.end] == "武器"
    assert [r.reading for r in card.rubies] == ["せいふ", "ぶき", "ばいきゃく"]
    assert (card.title, card.date, card.text_id) == ("政府と武器", "2026-02-20", opened.document.id)
    assert card.text_id


def test_inflected_word_is_kept_in_its_dictionary_form(
    workspace: Workspace, opened: OpenText
) -> None:
    card, _ = keep(workspace, opened, "支える")
    assert (card.kind, card.expression, card.reading) == (CardKind.WORD, "支える", "ささえる")
    assert card.sentence[card.start : card.end] == "支える"


def test_longer_word_is_kept_as_the_dictionary_has_it(
    workspace: Workspace, opened: OpenText
) -> None:
    if not workspace.dictionary.available:
        pytest.skip("no dictionary data")
    card, _ = keep(workspace, opened, "侵攻された")
    assert card.sentence[card.start : card.end] == "侵攻された"
    longer, _ = keep(workspace, opened, "終わらせる")
    assert (longer.expression, longer.reading) == ("終わる", "おわる")
    assert "JMdict" in longer.gloss_source
    shorter, new = keep(workspace, opened, "終わっ")
    assert (shorter.id, new) == (longer.id, False)


def test_number_is_kept_with_what_it_means(workspace: Workspace, opened: OpenText) -> None:
    card, _ = keep(workspace, opened, "6億5200万ドル")
    assert "652" in card.meaning_en


def test_second_keeping_says_that_the_card_was_there(
    workspace: Workspace, opened: OpenText
) -> None:
    first, _ = keep(workspace, opened, "武器")
    assert keep(workspace, opened, "武器") == (first, False)


def test_glossary_goes_on_changing_what_a_person_did_not_write(
    workspace: Workspace, opened: OpenText, tmp_path: Path
) -> None:
    keep(workspace, opened, "武器")
    workspace.cards.edit("arms", {"note": "覚える"})
    (tmp_path / "terms.toml").write_text(
        GLOSSARY.replace('["arms"]', '["weapons", "arms"]'), "utf-8"
    )
    workspace.refresh()
    (card,) = workspace.cards.kept()
    assert (card.meaning_en, card.note) == ("weapons; arms", "覚える")
    workspace.cards.edit("武器", {"meaning_en": "mine"})
    assert workspace.cards.kept()[0].meaning_en == "mine"


def test_card_outlives_its_entry(workspace: Workspace, opened: OpenText, tmp_path: Path) -> None:
    keep(workspace, opened, "武器")
    (tmp_path / "terms.toml").write_text("", "utf-8")
    workspace.refresh()
    assert workspace.cards.kept()[0].meaning_en == "arms"


def test_edited_sentence_is_read_anew_and_the_word_found_in_it(
    workspace: Workspace, opened: OpenText
) -> None:
    keep(workspace, opened, "武器")
    card = workspace.cards.edit("arms", {"sentence": "新しい武器だ。"})
    assert card.sentence[card.start : card.end] == "武器"
    assert [r.reading for r in card.rubies] == ["あたら", "ぶき"]
    lost = workspace.cards.edit("arms", {"sentence": "別の文。"})
    assert lost.start == lost.end


def test_expression_with_two_cards_has_to_be_told_apart(
    workspace: Workspace, opened: OpenText
) -> None:
    keep(workspace, opened, "武器")
    keep(workspace, opened, "支える")
    workspace.cards.edit("支える", {"expression": "武器"})
    with pytest.raises(YomuError, match="more than one card"):
        workspace.cards.find("武器")


def test_terms_of_a_text_stand_in_prose_where_they_can(
    workspace: Workspace, opened: OpenText
) -> None:
    (card,) = workspace.cards.terms_of(opened)
    assert card.sentence == "政府は武器を売却した。"


def test_word_that_is_a_term_is_the_terms_card(workspace: Workspace, opened: OpenText) -> None:
    cards = {card.expression: card for card in workspace.cards.words_of(opened)}
    assert cards["武器"].id == term_card_id("arms")
    assert cards["武器"].sentence == "政府は武器を売却した。"
    assert "ウクライナ" not in cards
    assert "ドル" not in cards


def test_known_words_are_left_out(workspace: Workspace, opened: OpenText) -> None:
    (arms,) = [card for card in workspace.cards.words_of(opened) if card.expression == "支える"]
    known = {Item(arms.expression, arms.reading): Status.KNOWN}
    workspace.recorder.ask(lambda store: store.knowledge.set(known, "key")).result()
    assert "支える" not in {card.expression for card in workspace.cards.words_of(opened)}


def test_word_has_one_id_kept_or_not(workspace: Workspace, opened: OpenText) -> None:
    kept, _ = keep(workspace, opened, "支える")
    (card,) = [card for card in workspace.cards.words_of(opened) if card.expression == "支える"]
    assert card == kept


def test_furigana_of_an_expression_add_up_to_its_reading(workspace: Workspace) -> None:
    def furigana(expression: str, reading: str) -> str:
        card = Card("x", CardKind.WORD, expression, reading=reading)
        (note,) = workspace.cards.notes([card])
        return note.plain[2]

    assert "<rt>ささ</rt>" in furigana("支える", "ささえる")
    assert "<rt>きょう</rt>" in furigana("今日", "きょう")
    assert "<rt>こんにち</rt>" in furigana("今日", "こんにち")
    assert furigana("レバレッジ", "ればれっじ") == "レバレッジ"
