"""Every use of a term, in whatever form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yomu.glossary.concord import Occurrence, concord
from yomu.glossary.glossary import of_entries
from yomu.model import Document, GlossaryEntry, Kind, Paragraph, Token

GLOSSARY = of_entries(
    [
        GlossaryEntry("follow", "踏襲する", "とうしゅうする", ("follow",), "d"),
        GlossaryEntry("nato", "北大西洋条約機構", "よみ", ("NATO",), "d", acronym="NATO"),
    ]
)


Found = Callable[..., list[Occurrence]]


@pytest.fixture
def found(tokens: Callable[[str], tuple[str, list[Token]]]) -> Found:
    """The uses of a term in one paragraph."""

    def run(term: str, marked: str, translation: str | None = None) -> list[Occurrence]:
        text, words = tokens(marked)
        document = Document("d1", "Title", (), date="2026-02-05")
        paragraph = Paragraph(3, Kind.BODY, text, translation)
        return list(concord(term, GLOSSARY, [(document, [(paragraph, words)])]))

    return run


def test_inflected_uses_are_found_with_their_sentence(found: Found) -> None:
    uses = found("踏襲する", "政策|。|枠組み|を|踏襲|し:する/動詞|た:た/助動詞|。|NATO|は")
    assert [(use.sentence, use.surface, use.paragraph) for use in uses] == [
        ("枠組みを踏襲した。", "踏襲した", 3)
    ]
    assert uses[0].date == "2026-02-05"


def test_acronym_and_headword_are_one_term(found: Found) -> None:
    uses = found("NATO", "NATO|と|北大西洋|条約|機構")
    assert [use.surface for use in uses] == ["NATO", "北大西洋条約機構"]


def test_a_string_that_is_no_term_is_found_as_it_stands(found: Found) -> None:
    assert [use.surface for use in found("ﾚﾊﾞﾚｯｼﾞ", "彼|の|レバレッジ|と")] == ["レバレッジ"]
    assert found("没有", "彼|の|レバレッジ") == []


def test_the_translation_is_the_sentences_where_both_have_as_many(found: Found) -> None:
    marked = "甲|です:です/助動詞|。|NATO|です:です/助動詞|。"
    assert found("NATO", marked, "It is A. It is NATO.")[0].translation == "It is NATO."
    assert found("NATO", marked, "It is A, then NATO.")[0].translation == "It is A, then NATO."
    assert found("NATO", marked)[0].translation is None
