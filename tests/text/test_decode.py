"""Telling encodings apart, and saying where bytes are damaged."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yomu.errors import YomuError
from yomu.text import decode

SAMPLES = [
    "安全保障の話",
    "トランプ政権",
    "今日は会談だ",
    "条約を結ぶ。",
    "それは違う。",
    "日本と米国の同盟",
    "ウクライナへの支援",
    "「取引」という言葉",
    "外務省は発表した。",
    "2025年、米国は動いた。",
]
ENCODINGS = ["utf-8", "cp932", "euc-jp", "iso-2022-jp", "utf-16-le", "utf-16-be"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_short_sample_is_read_in_the_encoding_it_was_written_in(sample: str, encoding: str) -> None:
    decoded = decode(sample.encode(encoding))
    assert (decoded.text, decoded.encoding) == (sample, encoding)


KANA_TEXT = st.text(
    st.sampled_from(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはまらりるれをんアイウカキクトナラリンー、。日本国米大統領会議条約安全"
    ),
    min_size=8,
    max_size=60,
)


@given(KANA_TEXT, st.sampled_from(ENCODINGS))
@example("ののののののののの。", "cp932")
def test_any_japanese_text_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    assert decode((text + "のは。").encode(encoding)).text == text + "のは。"


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
def test_byte_order_mark_decides(codec: str, encoding: str) -> None:
    decoded = decode("和平の条件\nは何か".encode(codec))
    assert (decoded.text, decoded.encoding, decoded.bom) == ("和平の条件\nは何か", encoding, True)


def test_vendor_characters_are_read_in_every_legacy_encoding() -> None:
    text = "①番目の㈱会社は高いところにある。"
    assert decode(text.encode("cp932")).text == text
    assert decode(text.encode("euc_jis_2004")).text == text
    assert decode(b"\x1b$B-!HVL\\\x1b(B").text == "①番目"


def test_half_width_katakana_in_iso_2022_is_read() -> None:
    assert decode(b'\x1b(I1;\x1b(B and \x1b$B$"\x1b(B').text == "ｱｻ and あ"


def test_newlines_of_every_system_become_one() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


def test_declared_charset_wins_over_guessing_but_not_over_the_bytes() -> None:
    assert decode("漢字".encode("euc-jp"), declared="EUC-JP").text == "漢字"
    assert decode("漢字とかな".encode(), declared="Shift_JIS").encoding in ("cp932", "utf-8")
    assert (
        decode("漢字とかなの文章です。".encode("cp932"), declared="utf-8").text
        == "漢字とかなの文章です。"
    )


def test_damaged_utf8_is_refused_with_the_offset() -> None:
    good = "外交と安全保障について書かれた文章である。".encode()
    with pytest.raises(YomuError, match=rf"memo\.txt: byte {len(good)} \(0xff\).*UTF-8"):
        decode(good + b"\xff" + good, "memo.txt")


def test_damaged_shift_jis_is_refused_with_the_offset() -> None:
    good = "外交と安全保障について書かれた文章である。".encode("cp932")
    with pytest.raises(YomuError, match=rf"byte {len(good)} .*CP932"):
        decode(good + b"\x81\x20" + good)


def test_latin_1_is_refused_with_the_offset() -> None:
    with pytest.raises(YomuError, match="byte 3"):
        decode("caf\xe9 is open".encode("latin-1"))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"\x1f\x8b\x08\0\0",
        b"\x7fELF\x02\x01",
        bytes(range(256)) * 20,
        b"\0" * 500,
    ],
)
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(YomuError):
        decode(data, "x.bin")


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    text = "外交の文章。" * 100 + "\0"
    assert decode(text.encode()).text == text


@given(st.binary(max_size=400))
@example(b"\x1b$B\x1b")
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf\xff")
def test_arbitrary_bytes_decode_or_are_refused(data: bytes) -> None:
    with suppress(YomuError):
        decode(data)
