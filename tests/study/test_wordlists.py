"""Lists of words as people keep them: plain, as tables, in any encoding, with readings in brackets."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.errors import YomuError
from yomu.model import Status
from yomu.study.wordlists import LEVELS, STATUS_NAMES, Entry, jlpt_list, parse_status, status_name
from yomu.study.wordlists.notation import split_reading, without_markup, words_in
from yomu.study.wordlists.text_list import parse_text_list

KANJI = st.text(st.sampled_from("条約外交政策安全保障会議国際"), min_size=1, max_size=4)
HIRAGANA = st.text(st.sampled_from("あいうえおかきくけこしょうがっ"), min_size=1, max_size=6)


def words(text: str) -> list[tuple[str, str]]:
    return [(e.word, e.reading) for e in parse_text_list(text.encode(), "list.txt").entries]


@pytest.mark.parametrize(
    ("written", "word", "reading"),
    [
        ("条約[じょうやく]", "条約", "じょうやく"),
        ("条約(ジョウヤク)", "条約", "じょうやく"),
        ("条約（じょうやく）", "条約", "じょうやく"),
        ("条約【じょうやく】", "条約", "じょうやく"),
        ("条約《じょうやく》", "条約", "じょうやく"),
        ("食べ物(たべもの)", "食べ物", "たべもの"),
        ("食[た]べ 物[もの]", "食べ物", "たべもの"),
        ("お茶[ちゃ]", "お茶", "おちゃ"),
        ("大人[おとな]しい", "大人しい", "おとなしい"),
        ("言い争[あらそ]う", "言い争う", ""),
        ("食べる (to eat)", "食べる", ""),
        ("愛(する)", "愛", "する"),
        ("ご飯《ごはん》(名)", "ご飯", "ごはん"),
        ("暖か(い)", "暖か", ""),
        ("〜たち", "たち", ""),
        ("「条約」", "条約", ""),
        ("ｶﾞｯｺｳ", "ガッコウ", ""),
        ("モンロー・ドクトリン", "モンロー・ドクトリン", ""),
    ],
)
def test_brackets_give_a_reading_or_go(written: str, word: str, reading: str) -> None:
    assert split_reading(written) == (word, reading)


@given(KANJI, HIRAGANA, st.sampled_from(["[]", "()", "（）", "【】", "《》"]))
def test_any_bracket_after_kanji_reads_them(word: str, reading: str, brackets: str) -> None:
    assert split_reading(f"{word}{brackets[0]}{reading}{brackets[1]}") == (word, reading)


@given(st.text(max_size=40))
def test_any_line_is_taken_apart_without_error(line: str) -> None:
    for word, reading in words_in(line):
        assert word
        assert not any(bracket in word for bracket in "[]【】《》")
        assert not set(reading) & set("[]()")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("条約", [("条約", "")]),
        ("　条約　", [("条約", "")]),
        ("条約　じょうやく", [("条約", "じょうやく")]),
        ("1. 条約 treaty", [("条約", "")]),
        ("見る/観る", [("見る", ""), ("観る", "")]),
        ("同盟、条約", [("同盟", ""), ("条約", "")]),
        ("ください", [("ください", "")]),
        ("食べる (to eat / to devour)", [("食べる", "")]),
    ],
)
def test_plain_lines(line: str, expected: list[tuple[str, str]]) -> None:
    assert words(line) == expected


def test_what_gives_no_word_is_told_with_its_line() -> None:
    found = parse_text_list(
        "# 覚えた\n\n条約\nhello\n今日は条約を読んだ。とても長かった。\n同�\n".encode(), "list.txt"
    )
    assert found.blank == 2
    assert [(left.line, left.why) for left in found.left_out] == [
        (4, "no Japanese in it"),
        (5, "a sentence, not a word"),
        (6, "it is damaged (�)"),
    ]


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc-jp", "iso-2022-jp"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_usual_encoding_is_read(encoding: str, newline: str) -> None:
    data = newline.join(["条約", "外交", "食べる", "アメリカ"]).encode(encoding)
    assert [e.word for e in parse_text_list(data, "l").entries] == [
        "条約",
        "外交",
        "食べる",
        "アメリカ",
    ]


@pytest.mark.parametrize(
    ("most", "odd", "says"),
    [
        (
            "utf-8",
            "cp932",
            "list.txt:31: this line reads as Shift_JIS (CP932), the others are UTF-8.",
        ),
        (
            "cp932",
            "utf-8",
            "list.txt:31: this line reads as UTF-8, the others are Shift_JIS (CP932).",
        ),
    ],
)
def test_line_in_another_encoding_is_named(most: str, odd: str, says: str) -> None:
    data = "条約を結ぶ国\n".encode(most) * 30 + "漢字かな交じり\n".encode(odd)
    with pytest.raises(YomuError) as raised:
        parse_text_list(data, "list.txt")
    assert raised.value.message == says
    assert "Nothing was imported" in raised.value.hint


def test_garbled_list_is_refused() -> None:
    # exactly what UTF-8 looks like when it was read as Shift_JIS and saved as UTF-8 again
    garbled = "条約\n同盟\n外交\n食べる\nください\n".encode().decode("cp932", "replace")
    with pytest.raises(YomuError):
        parse_text_list(garbled.encode(), "list.txt")


def test_list_without_a_word_is_refused() -> None:
    with pytest.raises(YomuError, match="none of its 2 lines holds a Japanese word"):
        parse_text_list(b"treaty\nalliance\n", "list.txt")


def test_text_of_sentences_is_refused() -> None:
    with pytest.raises(YomuError, match="its one line is no Japanese word"):
        parse_text_list("今日は条約を読んだ。とても長かった。\n".encode(), "article.txt")


def test_binary_file_is_refused() -> None:
    with pytest.raises(YomuError, match="an image"):
        parse_text_list(b"\x89PNG\r\n\x1a\n", "list.png")


class TestTables:
    def test_columns_by_header(self) -> None:
        found = parse_text_list(
            "id,Reading,Word,Status\n1,じょうやく,条約,known\n2,,同盟,2\n3,すし,,ignored\n".encode(),
            "l.csv",
        )
        assert found.entries == (
            Entry(2, "条約", "じょうやく", Status.KNOWN),
            Entry(3, "同盟", "", Status.LEARNING_2),
            Entry(4, "すし", "", Status.IGNORED),
        )

    def test_columns_by_what_they_hold(self) -> None:
        rows = "treaty\t条約\tじょうやく\nalliance\t同盟\tどうめい\nto eat\t食べる\tたべる\n"
        assert words(rows) == [("条約", "じょうやく"), ("同盟", "どうめい"), ("食べる", "たべる")]

    def test_status_column_without_header_is_found_by_its_words(self) -> None:
        found = parse_text_list(
            "条約,じょうやく,known\n同盟,どうめい,well known\n".encode(), "l.csv"
        )
        assert [e.status for e in found.entries] == [Status.KNOWN, Status.WELL_KNOWN]

    def test_numbers_without_header_are_no_statuses(self) -> None:
        found = parse_text_list("1,条約\n2,同盟\n3,外交\n".encode(), "l.csv")
        assert [(e.word, e.status) for e in found.entries] == [
            ("条約", None),
            ("同盟", None),
            ("外交", None),
        ]

    def test_status_of_lute_is_understood(self) -> None:
        found = parse_text_list("term,status\n条約,99\n同盟,98\n外交,5\n".encode(), "l.csv")
        assert [e.status for e in found.entries] == [
            Status.WELL_KNOWN,
            Status.IGNORED,
            Status.KNOWN,
        ]

    def test_wrong_status_is_told_with_its_line(self) -> None:
        found = parse_text_list("word,status\n条約,known\n同盟,maybe\n".encode(), "l.csv")
        assert [(left.line, left.why) for left in found.left_out] == [(3, "“maybe” is no status.")]

    def test_quotes_and_line_breaks_in_cells(self) -> None:
        found = parse_text_list('word,note\n条約,"a ""pact"",\nor so"\n同盟,x\n'.encode(), "l.csv")
        assert [(e.line, e.word) for e in found.entries] == [(2, "条約"), (4, "同盟")]

    def test_open_quote_is_told_with_its_line(self) -> None:
        with pytest.raises(YomuError, match=r"l\.csv:3: a quotation mark is not closed"):
            parse_text_list('word,note\n条約,x\n同盟,"open\n外交,x\n'.encode(), "l.csv")

    def test_text_export_of_anki(self) -> None:
        text = (
            "#separator:tab\n#html:true\n#guid column:1\n#tags column:5\n"
            "あ1\t<b>条約</b>\t[sound:x.mp3]\ttreaty\t外交\n"
            "い2\t<ruby>同盟<rt>どうめい</rt></ruby>\t\talliance\t外交\n"
        )
        assert words(text) == [("条約", ""), ("同盟", "どうめい")]

    def test_column_can_be_named_or_counted(self) -> None:
        data = "english,front,back\ntreaty,条約,同盟\n".encode()
        for column in ("back", "3"):
            assert [e.word for e in parse_text_list(data, "l.csv", column).entries] == ["同盟"]

    def test_header_that_names_the_english_is_not_believed(self) -> None:
        rows = "front,back\ntreaty,条約\nalliance,同盟\nto eat,食べる\n"
        assert [word for word, _ in words(rows)] == ["条約", "同盟", "食べる"]

    def test_column_that_is_not_there_is_told(self) -> None:
        with pytest.raises(YomuError, match="no column “meaning”") as raised:
            parse_text_list("word,reading\n条約,じょうやく\n".encode(), "l.csv", "meaning")
        assert "word, reading" in raised.value.hint


def test_markup_of_a_cell_goes() -> None:
    assert without_markup("<div>条約&nbsp;</div><br>[sound:a.mp3]") == "条約"
    assert without_markup("{{c1::条約::hint}}を結ぶ") == "条約を結ぶ"


def test_names_of_statuses_are_understood_again() -> None:
    for status in Status:
        assert parse_status(status_name(status)) is status
    for name in STATUS_NAMES:
        assert parse_status(f" {name.upper()} ") in Status


class TestJlpt:
    def test_a_level_holds_the_easier_ones(self) -> None:
        lists = [{(e.word, e.reading) for e in jlpt_list(level).entries} for level in LEVELS]
        assert all(easier < harder for easier, harder in itertools.pairwise(lists))

    def test_each_word_stands_at_one_level_only(self) -> None:
        entries = jlpt_list("N1").entries
        assert len({(e.word, e.reading) for e in entries}) == len(entries)

    def test_all_five_levels_are_complete(self) -> None:
        sizes = [len({e.line for e in jlpt_list(level).entries}) for level in LEVELS]
        assert sizes == [661, 1291, 3002, 4777, 8137]

    @pytest.mark.parametrize(
        ("level", "word", "reading"),
        [
            ("N5", "食べる", "たべる"),
            ("N4", "経験", "けいけん"),
            ("N3", "外交", "がいこう"),
            ("N2", "対立", "たいりつ"),
            ("N1", "取引", "とりひき"),
        ],
    )
    def test_words_stand_where_they_belong(self, level: str, word: str, reading: str) -> None:
        before = LEVELS[: LEVELS.index(level)]
        assert (word, reading) in {(e.word, e.reading) for e in jlpt_list(level).entries}
        for easier in before:
            assert word not in {e.word for e in jlpt_list(easier).entries}

    def test_native_words_are_listed_in_kana_too(self) -> None:
        spelled = {e.word for e in jlpt_list("N5").entries}
        assert {"言う", "いう", "物", "もの", "見る", "みる"} <= spelled
        assert "とうきょう" not in spelled

    def test_every_line_is_japanese(self) -> None:
        for entry in jlpt_list("N1").entries:
            assert words_in(entry.word) == [(entry.word, "")]
            assert words_in(entry.reading) == [(entry.reading, "")]
