"""Numbers in running text: what is found, how it is cut, what is left alone."""

from __future__ import annotations

import pytest

from yomu.reading.numbers import find_numbers


def read(text: str, boundaries: set[int] | None = None) -> str:
    """The text with every number replaced by [its segments' readings, divided by |]."""
    out, at = [], 0
    for span in find_numbers(text, boundaries):
        out.append(text[at : span.start])
        out.append("[" + "|".join(segment.reading for segment in span.segments) + "]")
        at = span.end
    return "".join(out) + text[at:]


def words(text: str) -> tuple[str, set[int]]:
    """Split `一/分野` at its slashes into the text and the boundaries of its words."""
    plain, bounds = "", {0}
    for word in text.split("/"):
        plain += word
        bounds.add(len(plain))
    return plain, bounds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会談は1月3日に行われた。", "会談は[いちがつ|みっか]に行われた。"),
        ("2026年2月5日", "[にせんにじゅうろくねん|にがつ|いつか]"),
        ("２月２４日", "[にがつ|にじゅうよっか]"),
        ("十二月三十一日", "[じゅうにがつ|さんじゅういちにち]"),
        ("二〇一五年の合意", "[にせんじゅうごねん]の合意"),
        ("千九百八十九年", "[せんきゅうひゃくはちじゅうきゅうねん]"),
        ("令和8年", "[れいわ|はちねん]"),
        ("令和元年5月6日", "[れいわ|がんねん|ごがつ|むいか]"),
        ("平成29年", "[へいせい|にじゅうきゅうねん]"),
        ("10月末", "[じゅうがつ|まつ]"),
        ("2000年代", "[にせんねんだい]"),
        ("19世紀末", "[じゅうきゅうせいき|まつ]"),
        ("丸4年", "[まる|よねん]"),
        ("4年ぶり", "[よねん|ぶり]"),
        ("5年後", "[ごねん|ご]"),
        ("02月05日", "[にがつ|いつか]"),
    ],
)
def test_dates_and_years(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1日に就任した", "[ついたち]に就任した"),
        ("4月1日", "[しがつ|ついたち]"),
        ("同月1日", "同月[ついたち]"),
        ("1日付で", "[ついたち|づけ]で"),
        ("1日から", "[ついたち]から"),
        ("1日3回", "[いちにち][さんかい]"),
        ("1日中", "[いちにちじゅう]"),
        ("1日当たり8時間", "[いちにち]当たり[はちじかん]"),
        ("1日も早い解決", "[いちにち]も早い解決"),
        ("1日目", "[いちにちめ]"),
        ("たった1日で", "たった[いちにち]で"),
        ("一日の終わり", "[いちにち]の終わり"),
        ("1日1日", "[いちにち][いちにち]"),
    ],
)
def test_the_first_of_the_month_is_told_from_one_day(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("午後3時15分", "[ごご|さんじ|じゅうごふん]"),
        ("午前9時から", "[ごぜん|くじ]から"),
        ("3時半", "[さんじ|はん]"),
        ("二時十分", "[にじ|じゅっぷん]"),
        ("24時間以内", "[にじゅうよじかん]以内"),
        ("2時間30分", "[にじかん|さんじゅっぷん]"),
        ("21:54", "[にじゅういちじ||ごじゅうよんぷん]"),
        ("7:00", "[しちじ||れいふん]"),
    ],
)
def test_times(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6億5200万ドル", "[ろくおくごせんにひゃくまんどる]"),
        ("1億500万", "[いちおくごひゃくまん]"),
        ("3万2千人", "[さんまんにせんにん]"),
        ("1兆2000億円", "[いっちょうにせんおくえん]"),
        ("10兆円", "[じゅっちょうえん]"),
        ("3.5兆円", "[さんてんごちょうえん]"),
        ("1,950億", "[せんきゅうひゃくごじゅうおく]"),
        ("１，２００人", "[せんにひゃくにん]"),
        ("1000万人", "[いっせんまんにん]"),
        ("一千億円", "[いっせんおくえん]"),
        ("五二〇〇万円", "[ごせんにひゃくまんえん]"),
        ("百二十万人", "[ひゃくにじゅうまんにん]"),
        ("廿日", "[はつか]"),
        ("1.5%", "[いってんごぱーせんと]"),
        ("12.5％", "[じゅうにてんごぱーせんと]"),
        ("10.5%", "[じゅってんごぱーせんと]"),
        ("0.05%", "[れいてんれいごぱーせんと]"),
        ("三・五倍", "[さんてんごばい]"),
        ("2.0", "[にてんぜろ]"),
        ("3割5分2厘", "[さんわり|ごぶ|にりん]"),
        ("3分の1", "[さんぶんのいち]"),
        ("三分の二", "[さんぶんのに]"),
        ("10 km", "[じゅっきろめーとる]"),
        ("100㎡", "[ひゃくへいほうめーとる]"),
    ],
)
def test_amounts(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1〜2割", "[いち||にわり]"),
        ("2、3人", "[に||さんにん]"),
        ("二、三日", "[に||さんにち]"),
        ("3月2、3日", "[さんがつ][ふつか||みっか]"),
        ("四、五人", "[し||ごにん]"),
        ("四五人", "[しごにん]"),
        ("七、八年", "[しち||はちねん]"),
        ("2〜3万人", "[に||さんまんにん]"),
        ("4、5月", "[し||ごがつ]"),
        ("4〜6月", "[し|から|ろくがつ]"),
        ("4-6月期", "[し||ろくがつき]"),
        ("10〜20%", "[じゅう|から|にじゅっぱーせんと]"),
        ("午前9時〜午後5時", "[ごぜん|くじ|から|ごご|ごじ]"),
        ("1979-80年", "[せんきゅうひゃくななじゅうきゅう|から|はちじゅうねん]"),
        ("2対1", "[にたい|いち]"),
        ("数十人", "[すうじゅうにん]"),
        ("数日", "[すうじつ]"),
        ("十数年", "[じゅうすうねん]"),
        ("二十数カ国", "[にじゅうすうかこく]"),
        ("数千億円", "[すうせんおくえん]"),
        ("何百人", "[なんびゃくにん]"),
        ("何千", "[なんぜん]"),
        ("何度も何回も", "[なんど]も[なんかい]も"),
        ("6割強", "[ろくわり|きょう]"),
        ("震度6弱", "震度[ろく|じゃく]"),
        ("9000億ドル超", "[きゅうせんおくどる|ちょう]"),
        ("10年余り", "[じゅうねん|あまり]"),
    ],
)
def test_ranges_and_rough_numbers(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第2次", "[だい|にじ]"),
        ("第5条", "[だい|ごじょう]"),
        ("第1回会合", "[だい|いっかい]会合"),
        ("第四次中東戦争", "[だい|よじ]中東戦争"),
        ("2つ目", "[ふたつ|め]"),
        ("3人目", "[さんにんめ]"),
        ("1番目", "[いちばんめ]"),
        ("正三位", "正[さんみ]"),
        ("第3四半期", "[だい|さんしはんき]"),
        ("第三四半期", "[だい|さんしはんき]"),
        ("四半期ごと", "[しはんき]ごと"),
        ("第1〜3条", "[だい|いち|から|さんじょう]"),
        ("第1組", "[だい|いちくみ]"),
        ("5年目", "[ごねん|め]"),
    ],
)
def test_ordinals(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "F16戦闘機",
        "F-35を導入",
        "B52",
        "COVID-19の流行",
        "NSS 2025",
        "H2Aロケット",
        "2022W杯",
        "3Dプリンター",
        "IPv4",
        "一部の国",
        "一般に",
        "一方で",
        "一連の",
        "一層",
        "万全を期す",
        "千葉県",
        "三菱重工",
        "八百屋",
        "三重県",
        "四国",
        "九州",
        "六本木",
        "一郎",
        "五十嵐氏",
        "千代田区",
        "統一",
        "唯一の",
        "数学",
        "何か",
        "一昨年",
        "二人三脚で",
        "参加する",
        "元年",
    ],
)
def test_names_and_words_with_numerals_are_left_alone(text: str) -> None:
    assert read(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO5条", "NATO[ごじょう]"),
        ("EU27カ国", "EU[にじゅうななかこく]"),
        ("F16 6機", "F16 [ろっき]"),
        ("THAAD12基", "THAAD[じゅうにき]"),
        ("G7首脳", "[じーせぶん]首脳"),
        ("2プラス2", "[つーぷらすつー]"),
        ("9.11テロ", "[きゅうてんいちいち]テロ"),
        ("2・26事件", "[ににろく]事件"),
        ("電話03-1234-5678", "電話[ぜろさん|の|いちにさんよん|の|ごろくななはち]"),
        ("1.2.3", "[いちてんにてんさん]"),
    ],
)
def test_digits_in_names_and_codes(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("その/一/分析", "その[いち]分析"),
        ("二/国/間", "[にこくかん]"),
        ("統一/する", "統一する"),
        ("一部/の", "一部の"),
        ("2/分子", "[に]分子"),
        ("10/月末", "[じゅうがつ|まつ]"),
        ("第一/次", "[だい|いちじ]"),
        ("十/分/な/説明", "[じゅうぶん]な説明"),
        ("世界/一/の", "世界[いち]の"),
    ],
)
def test_a_counter_ends_where_a_word_ends(text: str, expected: str) -> None:
    plain, bounds = words(text)
    assert read(plain, bounds) == expected


def test_a_segment_tells_the_counter_from_the_number() -> None:
    (span,) = find_numbers("12カ国")
    (segment,) = span.segments
    assert (segment.counter, segment.counter_reading) == (2, "かこく")


@pytest.mark.parametrize(
    "text",
    [
        "1日に",
        "3日",
        "20日",
        "2人",
        "1つ",
        "1本",
        "10カ国",
        "4人",
        "4月",
        "9時",
        "24時間",
        "100匹",
        "17日",
    ],
)
def test_a_reading_that_digits_do_not_tell_is_irregular(text: str) -> None:
    assert any(segment.irregular for segment in find_numbers(text)[0].segments)


@pytest.mark.parametrize(
    "text",
    ["5隻", "2024年", "7人", "6億5200万ドル", "35%", "3.5兆円", "12カ国", "第2次", "15分", "11日"],
)
def test_a_reading_that_digits_tell_is_regular(text: str) -> None:
    assert not any(segment.irregular for segment in find_numbers(text)[0].segments)
