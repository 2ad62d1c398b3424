"""HTML, Markdown, Aozora notation and EPUB."""

from __future__ import annotations

import io
import zipfile

import pytest

from yomu.errors import YomuError
from yomu.model import Document, Kind
from yomu.text import locate, open_bytes, source_offset


def rubies(document: Document) -> list[tuple[str, str]]:
    return [(p.text[r.start : r.end], r.reading) for p in document.paragraphs for r in p.given]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(p.kind.value, p.text) for p in document.paragraphs]


HTML = """<!DOCTYPE html>
<html><head><title>北極海の安全保障 | 港南研究所</title>
<meta name="author" content="藤井 亮"><meta property="article:published_time" content="2024-02-03T09:00+09:00">
<script>var x = "見えない";</script></head>
<body><nav>ホーム</nav><article>
<h1>北極海の<ruby>安全<rp>(</rp><rt>あんぜん</rt><rp>)</rp>保障<rt>ほしょう</rt></ruby></h1>
<figure><img alt="x"><figcaption>砕氷船</figcaption></figure>
<h2>航路&amp;資源</h2>
<p>北極海の氷は
   <b>三割</b>ほど減った<sup><a href="#n1">1</a></sup>。面積は10<sup>6</sup>に及ぶ。<br>航路は夏に開く<sup>2</sup>。</p>
<blockquote>引用の文である。</blockquote><ul><li>項目の文。</li></ul>
</article><footer>会社概要</footer></body></html>"""


def test_page_gives_its_title_author_date_and_kinds() -> None:
    document = open_bytes(HTML.encode(), "p.html")
    assert (document.title, document.byline, document.date) == (
        "北極海の安全保障",
        "藤井 亮",
        "2024-02-03",
    )
    assert kinds(document) == [
        ("title", "北極海の安全保障"),
        ("caption", "砕氷船"),
        ("heading", "航路&資源"),
        ("body", "北極海の氷は三割ほど減った。面積は10⁶に及ぶ。"),
        ("body", "航路は夏に開く。"),
        ("body", "引用の文である。"),
        ("body", "項目の文。"),
        ("junk", "会社概要"),
    ]
    assert [n.number for p in document.paragraphs for n in p.footnotes] == [1, 2]


def test_ruby_of_a_page_becomes_given_readings() -> None:
    assert rubies(open_bytes(HTML.encode(), "p.html")) == [
        ("安全", "あんぜん"),
        ("保障", "ほしょう"),
    ]


def test_characters_of_a_page_keep_their_place_in_its_source() -> None:
    document = open_bytes(HTML.encode(), "p.html")
    for paragraph in document.paragraphs:
        for offset, char in enumerate(paragraph.text):
            at = source_offset(paragraph, offset)
            if char not in "&⁶":
                assert document.source[at] == char
            assert locate(document, at) == (paragraph.index, offset)


@pytest.mark.parametrize("charset", ["Shift_JIS", "EUC-JP", "UTF-8", "ISO-2022-JP"])
def test_charset_that_a_page_declares_is_used(charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>字</p></body></html>'
    assert kinds(open_bytes(page.encode(charset.lower()), "p.html")) == [("body", "字")]


def test_site_name_leaves_the_title_visibly() -> None:
    page = "<title>海峡の経済学 - 港南新聞</title><p>本文の一段落である。</p><p>二つ目の段落である。</p>"
    document = open_bytes(page.encode(), "p.html")
    assert document.title == "海峡の経済学"
    assert any(c.rule == "title" and c.before.endswith("港南新聞") for c in document.changes)


def test_page_is_known_by_its_content_whatever_its_name() -> None:
    assert open_bytes(b"<!doctype html><p>abc def</p>", "saved.txt").format == "html"


def test_markdown_loses_its_marks_and_keeps_its_blocks() -> None:
    text = (
        "# 海峡の**経済**学\n\n[著者](http://x.jp/a_(b))は*強調*し、改行は\nつなぐ。`code` snake_case\n\n"
        "- 一つ目\n- 二つ目\n\n> 引用\n> つづき\n\n副題\n----\n\n<ruby>対外<rt>たいがい</rt></ruby>と｜有償《ゆうしょう》援助[^1]。2 \\* 3\n\n[^1]: 注の文。\n"
    )
    document = open_bytes(text.encode(), "t.md")
    assert kinds(document) == [
        ("title", "海峡の経済学"),
        ("body", "著者は強調し、改行はつなぐ。code snake_case"),
        ("body", "一つ目"),
        ("body", "二つ目"),
        ("body", "引用つづき"),
        ("heading", "副題"),
        ("body", "対外と有償援助。2 * 3"),
        ("note", "1 注の文。"),
    ]
    assert rubies(document) == [("対外", "たいがい"), ("有償", "ゆうしょう")]
    (note,) = document.paragraphs[6].footnotes
    assert (note.number, document.paragraphs[6].text[: note.at]) == (1, "対外と有償援助")
    for paragraph in document.paragraphs:
        for offset, char in enumerate(paragraph.text):
            assert document.source[source_offset(paragraph, offset)] == char


AOZORA = """海の｜外交官《がいこうかん》
港南太郎

-------------------------------------------------------
【テキスト中に現れる記号について】

《》：ルビ
（例）条約《じょうやく》
-------------------------------------------------------

［＃５字下げ］一［＃「一」は中見出し］

　彼は条約《じょうやく》を三《み》たび読んだ。意味は※［＃「弓＋椁のつくり」、第3水準1-84-22］である。
　港の霧［＃「霧」に傍点］を映画《ＵＮ》と呼ぶ。

底本：「海の外交官」港南文庫
入力：甲
"""


def test_aozora_readings_are_lifted_and_its_apparatus_set_apart() -> None:
    document = open_bytes(AOZORA.encode("cp932"), "umi.txt")
    assert (document.title, document.byline, document.format) == (
        "海の外交官",
        "港南太郎",
        "aozora",
    )
    text = [p for p in kinds(document) if p[0] != "junk"]
    assert text == [
        ("title", "海の外交官"),
        ("byline", "港南太郎"),
        ("heading", "一"),
        ("body", "彼は条約を三たび読んだ。意味は※である。"),
        ("body", "港の霧を映画《ＵＮ》と呼ぶ。"),
        ("note", "底本：「海の外交官」港南文庫"),
        ("note", "入力：甲"),
    ]
    assert ("外交官", "がいこうかん") in rubies(document)
    assert ("三", "み") in rubies(document)
    assert sum(c.rule == "annotation" for c in document.changes) == 3


def test_double_angle_brackets_round_a_title_are_no_reading() -> None:
    text = "彼女は映画《ゆれる》を二度見た。外交を扱う本《The Cable》も読んだ。"
    document = open_bytes(text.encode(), "x.txt")
    assert document.paragraphs[0].text == text


CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="{}"/></rootfiles></container>'
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>海峡</dc:title><dc:creator>港南太郎</dc:creator><dc:date>2020-05-01</dc:date></metadata>
<manifest><item id="b" href="{b}" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def chapter(heading: str, text: str) -> str:
    return f"<?xml version='1.0' encoding='utf-8'?><html><head><title>海峡</title></head><body><h1>{heading}</h1><p>{text}</p></body></html>"


def epub(files: dict[str, str | bytes] | None = None, b: str = "../text/b%20b.xhtml") -> bytes:
    contents: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER.format("OEBPS/book.opf"),
        "OEBPS/book.opf": PACKAGE.replace("{b}", b),
        "OEBPS/nav.xhtml": chapter("目次", "一 二"),
        "OEBPS/a.xhtml": chapter("第一章", "<ruby>波<rt>なみ</rt></ruby>が高い。"),
        "text/b b.xhtml": chapter("第二章", "風が強い。"),
    } | (files or {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_book_is_read_in_the_order_of_its_spine() -> None:
    document = open_bytes(epub(), "book.epub")
    assert (document.title, document.byline, document.date) == ("海峡", "港南太郎", "2020-05-01")
    assert kinds(document) == [
        ("heading", "第一章"),
        ("body", "波が高い。"),
        ("heading", "第二章"),
        ("body", "風が強い。"),
    ]
    assert rubies(document) == [("波", "なみ")]
    for paragraph in document.paragraphs:
        assert locate(document, source_offset(paragraph, 1)) == (paragraph.index, 1)


def test_book_opens_as_it_is_too() -> None:
    document = open_bytes(epub(), "book.epub", as_is=True)
    assert [p.text for p in document.paragraphs] == ["第一章", "波が高い。", "第二章", "風が強い。"]
    assert {p.kind for p in document.paragraphs} == {Kind.BODY}


BOMB = b"0" * 20_000_000
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + CONTAINER.format(
    "OEBPS/book.opf"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (epub()[:300], "broken EPUB"),
        (epub().replace(b"OEBPS/a.xhtml", b"OEBPS/z.xhtml"), "missing"),
        (epub({"OEBPS/a.xhtml": BOMB}), "zip bomb"),
        (epub({"META-INF/container.xml": LAUGHS}), "declares entities"),
        (epub({"META-INF/container.xml": "<container"}), "broken EPUB"),
        (epub({"META-INF/container.xml": "<container/>"}), "names no package"),
        (epub({"META-INF/encryption.xml": '<e xmlns:x="u"><x:CipherReference URI="OEBPS/a.xhtml"/></e>'}), "DRM"),
        (epub(b="../../../etc/passwd"), "outside the book"),
        (epub({"OEBPS/a.xhtml": "<html/>", "text/b b.xhtml": "<p> </p>"}), "without text"),
    ],
    ids=["cut", "missing", "bomb", "entities", "xml", "package", "drm", "outside", "empty"],
)  # fmt: skip
def test_harmful_or_broken_book_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(YomuError, match=message):
        open_bytes(data, "book.epub")


def test_archive_that_is_no_book_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(YomuError, match="is a zip archive, not an EPUB"):
        open_bytes(buffer.getvalue(), "letter.docx")
