"""Which source is heard where two of them cover the same characters."""

from __future__ import annotations

import pytest

from yomu.reading import Reader


def read(text: str, glossary: dict[str, str] | None = None) -> str:
    """The readings of the words, divided by |; words without kanji or digits as they are."""
    tokens = Reader.load(glossary_readings=glossary or {}).read(text)
    return "|".join(token.reading or token.surface for token in tokens)


@pytest.mark.parametrize(
    ("text", "term", "reading", "expected"),
    [
        ("小国家を表す", "小国", "しょうこく", "しょう|こっか|を|あらわす"),
        ("国際法人課税", "国際法", "こくさいほう", "こくさい|ほうじん|かぜい"),
        ("行財政を", "財政", "ざいせい", "ぎょうざいせい|を"),
    ],
)
def test_a_glossary_term_does_not_cut_a_known_word(
    text: str, term: str, reading: str, expected: str
) -> None:
    assert read(text, {term: reading}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三階の窓", "さんがい"),
        ("十回の会議", "じゅっかい"),
        ("三軒の家", "さんげん"),
        ("何票かの差", "なんびょう"),
        ("二十世紀の", "にじゅっせいき"),
        ("一回転した", "いっかいてん"),
    ],
)
def test_numbers_in_kanji_sound_as_those_in_digits_do(text: str, expected: str) -> None:
    assert read(text).replace("|", "").startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3本分の", "さんぼんぶん"),
        ("10頭分の", "じゅっとうぶん"),
        ("5口分の", "ごくちぶん"),
        ("3名目の", "さんめいめ"),
        ("2面目の", "にめんめ"),
        ("2曲目は", "にきょくめ"),
        ("三曲目は", "さんきょくめ"),
        ("10台目の", "じゅうだいめ"),
        ("3品目を", "さんひんもく"),
        ("5項目を", "ごこうもく"),
        ("120万平粁余の", "ひゃくにじゅうまんへいほうきろめーとるあまり"),
        ("30余の島", "さんじゅうあまり"),
        ("約数カ国が", "やくすうかこく"),
        ("約数十人が", "やくすうじゅうにん"),
        ("全一巻で", "ぜんいっかん"),
        ("何か国語も", "なんかこくご"),
        ("何か月も", "なんかげつ"),
        ("満20歳の", "まんにじゅっさい"),
        ("国道四号線を", "こくどうよんごうせん"),
        ("十日間の", "とおかかん"),
        ("四位に終わる", "よんい"),
        ("十二歳の", "じゅうにさい"),
        ("十三歳の", "じゅうさんさい"),
        ("十五歳の", "じゅうごさい"),
        ("十七歳の", "じゅうななさい"),
        ("十八歳の", "じゅうはっさい"),
        ("五十代の", "ごじゅうだい"),
        ("二十歩の", "にじゅっぽ"),
        ("三四日で", "さんよっか"),
        ("二三日で", "にさんにち"),
        ("二百十日の", "にひゃくとおか"),
        ("従四位に", "じゅしい"),
    ],
)
def test_a_number_ends_where_its_counter_does(text: str, expected: str) -> None:
    assert read(text).replace("|", "").startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("三島の港", "みしま"), ("四国の港", "しこく"), ("四球を選ぶ", "しきゅう")],
)
def test_names_and_words_with_numerals_stay_what_they_are(text: str, expected: str) -> None:
    assert read(text).replace("|", "").startswith(expected)
