"""What holds for any text at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yomu.errors import YomuError
from yomu.model import Document
from yomu.text import locate, open_bytes, open_path, source_offset

LINES = st.sampled_from(
    [
        "", " ", "日米首脳会談の行方", "執筆者:山田太郎 2026年2月5日", "エリア: 北米", "写真=時事",
        "　会談は三日に及び、両国は同盟の強化で一致した1。", "それは2.0の時代の始まりだった2。", "支援は続いている3",
        "関連記事", "シェア", "• 24時間", "back to top", "注", "1 同上。", "2) 前掲書。", "[1] 資料。", "背景[編集]", "目次",
        "――では、どうすればよいのでしょうか。", "■ 今後の課題", "- 12 -", "\u200bゼロ幅\ufeffを含む⼤学の行。", "\x1b[31m赤い行\x1b[0mである。",
        "著者プロフィール", "山田太郎（やまだたろう）1970年生まれ。東京大学卒業。専門は国際政治。",
        "この行はちょうど三十五字前後で折り返された電子メールの本文の一行目です", "｜対外《たいがい》政策と漢字《かんじ》", "a\tb", "¹²³", "①②",
    ]
)  # fmt: skip
PASTED = st.lists(LINES, min_size=1, max_size=30).map("\n".join)
ANY_TEXT = st.one_of(PASTED, st.text(max_size=300))


def opened(text: str, name: str = "x.txt", *, as_is: bool = False) -> Document | None:
    try:
        return open_bytes(text.encode("utf-8", "surrogatepass"), name, as_is=as_is)
    except YomuError:
        return None


@given(ANY_TEXT)
def test_as_is_lines_join_to_the_input(text: str) -> None:
    document = opened(text, as_is=True)
    if document:
        assert "\n".join(p.text for p in document.paragraphs) == document.source.removesuffix("\n")
        assert [p.index for p in document.paragraphs] == list(range(len(document.paragraphs)))


def check_places(document: Document) -> None:
    for paragraph in document.paragraphs:
        for offset, char in enumerate(paragraph.text):
            at = source_offset(paragraph, offset)
            assert document.source[at] == char or (document.source[at].isspace() and char == " ")
            assert locate(document, at) == (paragraph.index, offset)
        end = source_offset(paragraph, len(paragraph.text))
        assert 0 <= end <= len(document.source)
    for at in range(0, len(document.source) + 1, 7):
        index, offset = locate(document, at)
        assert 0 <= offset <= len(document.paragraphs[index].text)


def lost_characters(document: Document) -> str:
    """Source characters that are in no paragraph, no marker and no recorded change."""
    kept = {source_offset(p, i) for p in document.paragraphs for i in range(len(p.text))}
    recorded = "\n".join(change.before for change in document.changes)
    return "".join(
        char
        for at, char in enumerate(document.source)
        if at not in kept and not char.isspace() and char not in recorded
    )


@given(ANY_TEXT)
@settings(max_examples=300)
def test_cleaning_loses_no_character_and_every_place_is_found_again(text: str) -> None:
    document = opened(text)
    if document and document.format == "text":
        check_places(document)
        assert lost_characters(document) == ""


@pytest.mark.parametrize(
    "page", sorted((Path(__file__).parent / "pages").glob("*.txt")), ids=lambda p: p.stem
)
def test_written_pages_lose_nothing_either(page: Path) -> None:
    document = open_path(page)
    check_places(document)
    assert lost_characters(document) == ""


def test_real_article_loses_nothing(article_path: Path) -> None:
    document = open_path(article_path)
    check_places(document)
    assert lost_characters(document) == ""


def check_consistent(document: Document) -> None:
    for index, paragraph in enumerate(document.paragraphs):
        assert paragraph.index == index
        assert paragraph.text
        assert all(0 <= note.at <= len(paragraph.text) for note in paragraph.footnotes)
        assert all(0 <= r.start < r.end <= len(paragraph.text) for r in paragraph.given)
        starts = [at for at, _ in paragraph.shifts]
        assert starts == sorted(starts)
    assert all(0 <= change.paragraph < len(document.paragraphs) for change in document.changes)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.epub", "a"]))
@example(b"PK\x03\x04", "a.epub")
@example(b"<![x", "a.html")
@example(b"<!-", "a.html")
@example(b"<a<!DOCTYPE[<!", "a.html")
def test_arbitrary_bytes_open_or_are_refused(data: bytes, name: str) -> None:
    with suppress(YomuError):
        check_consistent(open_bytes(data, name))


MARKUP = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "<p>", "</p>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<rp>(</rp>", "<sup>1</sup>", "<h1>", "</h1>", "<script>", "</script>",
                "<title>", "</title>", "<article>", "</article>", "&amp;", "&#x3042;", "&bogus", "&#", "<br>", "<!--", "-->", "<![CDATA[", "]]>", "<![if", "<?", "<time datetime='2020-01-01'>",
                "# ", "## ", "**", "*", "_", "`", "```\n", "[", "](u)", "[^1]", "\n[^1]: ", "---\n", "> ", "- ", "1. ", "\\", "《", "》", "｜", "［＃", "］", "漢字", "かんじ", "\n", "\n\n", "底本：", "-----------------------\n", "title: x\n", "。", "1",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(MARKUP, st.sampled_from(["a.html", "a.md", "a.txt"]))
@settings(max_examples=400)
def test_arbitrary_markup_opens_consistently(text: str, name: str) -> None:
    document = opened(text, name)
    if document:
        check_consistent(document)
        for paragraph in document.paragraphs:
            for offset in range(len(paragraph.text) + 1):
                assert 0 <= source_offset(paragraph, offset) <= len(document.source)


@given(st.text(st.sampled_from("漢字｜《》かなカナ［＃］。\n底本：-"), max_size=60))
@settings(max_examples=300)
def test_arbitrary_aozora_text_opens_consistently(text: str) -> None:
    document = opened("｜対外《たいがい》［＃改頁］\n" + text)
    if document:
        assert document.format == "aozora"
        check_consistent(document)
