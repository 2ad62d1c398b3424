"""What was typed, leniently read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.model import Face
from yomu.store.cards import Card, CardKind
from yomu.study.romaji import romaji_to_hiragana
from yomu.study.typed import Verdict, check, check_reading

RIGHT, SOUNDS, SLIP, WRONG, EMPTY = Verdict


@pytest.mark.parametrize(
    ("latin", "kana"),
    [
        ("taigaiyuushougunjienjo", "たいがいゆうしょうぐんじえんじょ"),
        ("kin'yuu", "きんゆう"),
        ("shimbun", "しんぶん"),
        ("hon'nin", "ほんにん"),
        ("honnin", "ほんにん"),
        ("annai", "あんない"),
        ("sennyuu", "せんにゅう"),
        ("matcha", "まっちゃ"),
        ("kitte", "きって"),
        ("Tōkyō", "とうきょう"),
        ("ｔｏｕｋｙｏｕ", "とうきょう"),
        ("syouzyo", "しょうじょ"),
        ("monro-dokutorin", "もんろーどくとりん"),
        ("jouyaku", "じょうやく"),
        ("かんji", "かんじ"),
        ("hon", "ほん"),
    ],
)
def test_latin_letters_become_kana(latin: str, kana: str) -> None:
    assert romaji_to_hiragana(latin) == kana


@pytest.mark.parametrize(
    ("typed", "reading", "verdict"),
    [
        ("しえん", "しえん", RIGHT),
        ("シエン", "しえん", RIGHT),
        ("shien", "しえん", RIGHT),
        (" し え ん ", "しえん", RIGHT),
        ("モンロー・ドクトリン", "もんろーどくとりん", RIGHT),
        ("monro- dokutorin", "もんろーどくとりん", RIGHT),
        ("monroo dokutorin", "もんろーどくとりん", SOUNDS),
        ("tookyoo", "とうきょう", SOUNDS),
        ("とうきょー", "とうきょう", SOUNDS),
        ("せえふ", "せいふ", SOUNDS),
        ("tsuzuku", "つづく", SOUNDS),
        ("kinyuu", "きんゆう", SOUNDS),
        ("きにゅう", "きんゆう", WRONG),
        ("ときょう", "とうきょう", WRONG),
        ("じえん", "しえん", WRONG),
        ("たいがいゆうしょうぐんじえんじ", "たいがいゆうしょうぐんじえんじょ", SLIP),
        ("", "しえん", EMPTY),
        ("  ・ ", "しえん", EMPTY),
        ("支援", "しえん", WRONG),
    ],
)
def test_readings_are_checked_by_their_sound(typed: str, reading: str, verdict: Verdict) -> None:
    assert check_reading(typed, reading).verdict is verdict


CARD = Card(
    "id",
    CardKind.TERM,
    "対外有償軍事援助",
    reading="たいがいゆうしょうぐんじえんじょ",
    sentence="対外有償軍事援助に基づく。",
    start=0,
    end=8,
)


@pytest.mark.parametrize(
    ("typed", "verdict"),
    [
        ("対外有償軍事援助", RIGHT),
        ("taigai yuushou gunji enjo", RIGHT),
        ("ＦＭＳ", RIGHT),
        ("有償軍事援助", WRONG),
        ("", EMPTY),
    ],
)
def test_terms_are_taken_as_written_as_read_and_in_other_spellings(
    typed: str, verdict: Verdict
) -> None:
    assert check(CARD, Face.PRODUCTION, typed, ["FMS"]).verdict is verdict


def test_gap_takes_the_form_that_stands_in_the_sentence() -> None:
    card = Card(
        *("id", CardKind.WORD, "支える"),
        reading="ささえる",
        sentence="国を支えた。",
        start=2,
        end=5,
    )
    assert check(card, Face.CLOZE, "支えた").verdict is RIGHT
    assert check(card, Face.CLOZE, "支える").verdict is RIGHT
    assert check(card, Face.CLOZE, "支えない").verdict is WRONG


@given(
    st.text(max_size=20), st.text("あいうえおかきくけこがぎしょうっーん", min_size=1, max_size=12)
)
def test_pieces_hold_what_was_typed_and_nothing_breaks(typed: str, reading: str) -> None:
    checked = check_reading(typed, reading)
    assert checked.suggestion in (1, 2, 3)
    assert "".join(text for text, ok in checked.pieces if text != "＿") == checked.typed


@given(st.text("あいうえおかきくけこがぎしょうっーん", min_size=1, max_size=12))
def test_reading_itself_is_right(reading: str) -> None:
    expected = (RIGHT,) if reading.strip("ー") else (RIGHT, EMPTY)
    assert check_reading(reading, reading).verdict in expected
