"""Folding keeps the way back to the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yomu.reading.fold import fold


@pytest.mark.parametrize(
    ("original", "folded", "starts"),
    [
        ("大きい", "大きい", None),
        ("⼤⼠⽶⽇⽉", "大士米日月", None),
        ("ｶﾞｽ", "ガス", (0, 2, 3)),
        ("か\u3099ある", "がある", (0, 2, 3, 4)),
        ("葛\U000e0100城", "葛城", (0, 2, 3)),
        ("𠮷野家", "吉野家", None),
        ("㈱日本", "㈱日本", None),
        ("髙橋と德川、濵田と﨑", "高橋と徳川、浜田と崎", None),
        ("ＮＳＳ２０２５", "NSS2025", None),
        ("a\x00b", "a b", None),
        ("\ud800日", " 日", None),
    ],
)
def test_what_is_analysed_and_where_it_came_from(
    original: str, folded: str, starts: tuple[int, ...] | None
) -> None:
    result = fold(original)
    assert (result.text, result.starts) == (folded, starts)


@given(st.text(st.one_of(st.characters(), st.sampled_from("がﾞﾟ\u3099\u309aｶ\ufe00")), max_size=40))
def test_every_offset_leads_back_into_the_text(original: str) -> None:
    result = fold(original)
    origins = [result.origin(k) for k in range(len(result.text) + 1)]
    assert not original or (origins[0], origins[-1]) == (0, len(original))
    assert origins == sorted(set(origins))
    for k, origin in enumerate(origins):
        assert result.offset(origin) == k


@given(st.text(st.one_of(st.characters(), st.sampled_from("髙德…“ｶ⼀Ａ")), max_size=20))
def test_a_text_is_folded_alike_whether_all_at_once_or_a_character_at_a_time(text: str) -> None:
    # a mark to join or to leave out makes it go a character at a time
    at_once, one_by_one = fold(text + "。が"), fold(text + "。か\u3099")
    assert at_once.text == one_by_one.text
