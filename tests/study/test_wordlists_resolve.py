"""From the words of a list to the dictionary forms that a status belongs to."""

from __future__ import annotations

import pytest

from yomu.model import Status
from yomu.reading import Reader
from yomu.store.knowledge import Item
from yomu.study.known import Known, item_of
from yomu.study.wordlists import Entry, Resolved, jlpt_list, resolve

LISTED = {"早く", "泳ぎ", "気に入る", "したがって"}
TERMS = {"国防権限法": ["ndaa"], "同盟": ["alliance"]}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.load()


def resolved(reader: Reader, *entries: Entry) -> Resolved:
    return resolve(entries, reader.read, TERMS, lambda words: LISTED & set(words))


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("食べる", ["食べる"]),
        ("食べました", ["食べる"]),
        ("食べている", ["食べる"]),
        ("行った", ["行く"]),
        ("美しかった", ["美しい"]),
        ("高くない", ["高い"]),
        ("静かな", ["静か"]),
        ("勉強する", ["勉強"]),
        ("勉強しています", ["勉強"]),
        # forms that a dictionary lists are words of their own as well
        ("早く", ["早く", "早い"]),
        ("泳ぎ", ["泳ぎ", "泳ぐ"]),
        ("したがって", ["したがって"]),
        ("気に入る", ["気に入る"]),
        ("多国間主義", ["多国間主義"]),
    ],
)
def test_inflected_words_come_back_to_their_dictionary_form(
    reader: Reader, word: str, lemmas: list[str]
) -> None:
    assert [item.lemma for item in resolved(reader, Entry(1, word)).statuses] == lemmas


def test_words_inside_a_word_are_told(reader: Reader) -> None:
    found = resolved(reader, Entry(1, "喫茶店", "きっさてん"))
    whole = Item("喫茶店", "きっさてん")
    assert found.statuses == {whole: None}
    assert found.parts == {Item("喫茶", "きっさ"): whole, Item("店", "てん"): whole}
    assert found.several == 1
    misread = resolved(reader, Entry(1, "喫茶店", "きっさみせ"))
    assert misread.parts == {}


def test_term_of_several_words_is_the_term(reader: Reader) -> None:
    found = resolved(reader, Entry(1, "国防権限法"), Entry(2, "同盟"))
    assert list(found.statuses) == [
        Item("国防権限法", "", "ndaa"),
        Item("同盟", "", "alliance"),
        Item("同盟"),
    ]
    assert found.several == 0


def test_a_word_counts_once(reader: Reader) -> None:
    entries = (Entry(1, "食べる"), Entry(3, "食べた"), Entry(4, "条約", "じょうやく"))
    found = resolved(reader, *entries)
    assert len(found.statuses) == 2
    assert [(left.line, left.why) for left in found.repeated] == [(3, "the same as line 1")]


def test_status_of_the_list_stays_with_its_word(reader: Reader) -> None:
    found = resolved(reader, Entry(1, "条約", "", Status.LEARNING_3), Entry(2, "外交"))
    assert list(found.statuses.values()) == [Status.LEARNING_3, None]


def test_word_with_its_reading_is_the_one_met_in_texts(reader: Reader) -> None:
    for word, reading in (("条約", "じょうやく"), ("明日", "あした"), ("アメリカ", "あめりか")):
        (item,) = resolved(reader, Entry(1, word, reading)).statuses
        (token,) = reader.read(word)
        assert item == item_of(token)


def test_other_reading_than_the_usual_stays_apart(reader: Reader) -> None:
    assert list(resolved(reader, Entry(1, "市場", "いちば")).statuses) == [Item("市場", "いちば")]


def test_known_words_of_a_level_are_known_in_a_text(reader: Reader) -> None:
    found = resolve(jlpt_list("N4").entries, reader.read, {}, lambda words: set(words))
    known = Known({item.key: Status.KNOWN for item in found.statuses})
    tokens = reader.read("友達と駅で会って、新しい映画を見ました。")
    content = [t for t in tokens if t.pos.startswith(("名詞", "動詞", "形容詞"))]
    assert len(content) == 6
    assert all(known.is_known(token) for token in content)
    assert not any(known.is_known(token) for token in reader.read("抑止力"))
