"""Opening files, good and bad."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from yomu.errors import YomuError
from yomu.model import Kind
from yomu.text import MAX_BYTES, front_matter, has_japanese, open_bytes, open_path, open_stream


def refuse(data: bytes, name: str = "x.txt") -> YomuError:
    with pytest.raises(YomuError) as caught:
        open_bytes(data, name)
    assert caught.value.hint
    return caught.value


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(YomuError, match=r"nothing\.txt: there is no such file"):
        open_path(tmp_path / "nothing.txt")


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(YomuError, match="is a folder"):
        open_path(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("秘密")
    path.chmod(0)
    with pytest.raises(YomuError, match="may not be read"):
        open_path(path)


def test_name_with_a_nul_is_refused() -> None:
    with pytest.raises(YomuError):
        open_path(Path("a\0b"))


def test_escapes_in_a_file_name_do_not_reach_the_message(tmp_path: Path) -> None:
    with pytest.raises(YomuError) as caught:
        open_path(tmp_path / "\x1b[31mred.txt")
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("as_is", [True, False])
def test_empty_and_blank_files_are_refused(as_is: bool) -> None:
    for data, message in (
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        ("　\n".encode(), "white space"),
    ):
        with pytest.raises(YomuError, match=message):
            open_bytes(data, "x.txt", as_is=as_is)


def test_too_large_a_file_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(YomuError, match=r"huge\.txt is 200 MB"):
        open_path(path)


def test_page_without_text_is_refused() -> None:
    error = refuse(
        b"<!DOCTYPE html><html><head><script>x()</script></head><body><nav>a</nav></body></html>",
        "p.html",
    )
    assert "page without text" in error.message


def test_text_without_japanese_opens_and_can_be_told() -> None:
    assert not has_japanese(open_bytes(b"A plain English sentence.", "x.txt"))
    assert not has_japanese(open_bytes(("中国外交部发言人表示" * 10).encode(), "x.txt"))
    assert has_japanese(open_bytes("首脳会談".encode(), "x.txt"))
    assert has_japanese(open_bytes("see the 取り決め there".encode(), "x.txt"))


def test_title_falls_back_to_the_file_name() -> None:
    document = open_bytes("一つだけの段落で、題名らしい行はない。".encode(), "/home/a/memo.txt")
    assert document.title == "memo"
    assert [p.kind for p in document.paragraphs] == [Kind.BODY]


def test_standard_input_opens() -> None:
    document = open_stream(io.BytesIO("会談は終わった。".encode("cp932")))
    assert (document.paragraphs[0].text, document.encoding) == ("会談は終わった。", "cp932")


def test_stream_without_end_is_refused() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"a" * size

    with pytest.raises(YomuError, match="up to"):
        open_stream(Endless())  # type: ignore[arg-type]
    assert MAX_BYTES == 64 * 1024 * 1024


def test_as_is_keeps_every_line_and_counts_from_zero() -> None:
    document = open_bytes("題名\n\n 本文1。\t\r\n\n".encode(), "x.txt", as_is=True)
    assert [(p.index, p.text) for p in document.paragraphs] == [
        (0, "題名"),
        (1, ""),
        (2, " 本文1。\t"),
        (3, ""),
    ]
    assert not document.changes
    assert {p.kind for p in document.paragraphs} == {Kind.BODY}


def test_escape_sequences_leave_the_text_visibly() -> None:
    document = open_bytes("会談は\x1b[31m\u200b終わった。\x07".encode(), "x.txt")
    assert document.paragraphs[0].text == "会談は終わった。"
    (change,) = document.changes
    assert change.rule == "unseen"
    assert "terminal escape" in change.why
    assert "zero width space" in change.why


def test_radicals_stay_and_are_reported() -> None:
    document = open_bytes("同志社⼤学の⼤学院で⽶国を学ぶ。".encode(), "x.txt")
    assert document.paragraphs[0].text == "同志社⼤学の⼤学院で⽶国を学ぶ。"
    assert [(c.rule, c.before, c.after) for c in document.changes] == [("radical", "⼤⽶", "大米")]


MAIN = "---\ntitle: 題\ntitle_en: Title\nslug: dai\nlicence: CC BY 4.0\n---\n\n本文一。\n\n## 見出し\n\n本文二。\n"


def write_pair(folder: Path, translation: str) -> Path:
    (folder / "t.md").write_text(MAIN, "utf-8")
    (folder / "t.en.md").write_text(translation, "utf-8")
    return folder / "t.md"


def test_translation_beside_the_text_is_paired_by_paragraph(tmp_path: Path) -> None:
    path = write_pair(tmp_path, "---\ntitle: Title\n---\n\nOne.\n\n## Head\n\nTwo.\n")
    document = open_path(path)
    assert [(p.kind.value, p.text, p.translation) for p in document.paragraphs] == [
        ("title", "題", "Title"),
        ("body", "本文一。", "One."),
        ("heading", "見出し", "Head"),
        ("body", "本文二。", "Two."),
    ]
    assert (document.slug, document.licence) == ("dai", "CC BY 4.0")


def test_translation_of_another_shape_is_refused_at_the_first_difference(tmp_path: Path) -> None:
    path = write_pair(tmp_path, "One.\n\nTwo.\n\n## Head\n")
    with pytest.raises(
        YomuError,
        match="paragraph 2 is running text, but paragraph 3 of the text is a heading: 見出し",
    ):
        open_path(path)


def test_translation_that_stops_short_is_refused(tmp_path: Path) -> None:
    path = write_pair(tmp_path, "One.\n\n## Head\n")
    with pytest.raises(YomuError, match=r"2 paragraphs for 3 of the text.*本文二"):
        open_path(path)


def test_front_matter_is_read_by_key_and_leaves_the_text() -> None:
    values, body = front_matter('---\nTitle: "引用: 題"\nauthor: 名\nlevel: N1\n---\n本文\n')
    assert values == {"title": "引用: 題", "byline": "名", "level": "N1"}
    assert body == "本文\n"
    assert front_matter("本文\n---\n") == ({}, "本文\n---\n")


def test_real_article_comes_apart_as_it_should(article_path: Path) -> None:
    document = open_path(article_path)
    kinds = [p.kind.value for p in document.paragraphs]
    assert kinds[:5] == ["title", "byline", "area", "caption", "lead"]
    assert (document.byline, document.date, document.area) == (
        "石本凌也",
        "2026-02-05",
        "北米 ヨーロッパ",
    )
    assert kinds.count("heading") == 3
    assert kinds[-8:] == ["junk", "junk", "profile", "profile", "junk", "junk", "junk", "junk"]
    notes = [(n.number, p.text[: n.at][-3:]) for p in document.paragraphs for n in p.footnotes]
    assert [number for number, _ in notes] == list(range(1, 12))
    assert notes[0][1] == "された"
    assert notes[2][1] == "ている"
    assert sum(change.rule == "radical" for change in document.changes) == 1
