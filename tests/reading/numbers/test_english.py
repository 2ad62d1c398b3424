"""What the detail pane says of a number, and its value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from yomu.reading.numbers import find_numbers
from yomu.reading.numbers.model import Value


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("6億5200万ドル", "$652 million"),
        ("136億ドル", "$13.6 billion"),
        ("1950億ドル", "$195 billion"),
        ("1兆2000億円", "¥1.2 trillion"),
        ("1億500万", "105,000,000"),
        ("数千億円", "hundreds of billions of yen"),
        ("500億ウォン", "50 billion won"),
        ("令和8年", "2026 (Reiwa 8)"),
        ("令和元年", "2019 (Reiwa 1)"),
        ("2025年度", "fiscal 2025"),
        ("2014年", "2014"),
        ("1000年前", "1,000 years ago"),
        ("1月3日", "January 3"),
        ("2026年2月5日", "February 5, 2026"),
        ("平成29年6月8日", "June 8, 2017 (Heisei 29)"),
        ("10月末", "the end of October"),
        ("1930年代", "the 1930s"),
        ("21世紀", "the 21st century"),
        ("1日に", "the 1st"),
        ("1日3回", "one day"),
        ("24時間", "24 hours"),
        ("午後3時15分", "3:15 p.m."),
        ("午前0時", "12 a.m."),
        ("3時半", "3:30"),
        ("丸4年", "a full four years"),
        ("4年ぶり", "for the first time in 4 years"),
        ("5年後", "5 years later"),
        ("35%", "35%"),
        ("1〜2割", "10–20%"),
        ("3割5分", "35%"),
        ("2割強", "a little over 20%"),
        ("10〜20%", "10–20%"),
        ("3分の1", "one third"),
        ("4分の3", "three quarters"),
        ("2対1", "2 to 1"),
        ("第2次", "second"),
        ("第5条", "Article 5"),
        ("第1回", "the 1st (time)"),
        ("2つ目", "the second"),
        ("3人目", "the third person"),
        ("5隻", "5 ships"),
        ("1隻", "1 ship"),
        ("7カ国", "7 countries"),
        ("100万発", "1 million rounds"),
        ("3本", "3 (long things)"),
        ("2、3人", "two or three people"),
        ("数十", "several tens (dozens)"),
        ("数百人", "several hundred people"),
        ("十数人", "ten-odd people"),
        ("何人", "how many people"),
        ("何百人", "hundreds of people"),
        ("4〜6月", "April–June"),
        ("30代", "one's 30s"),
        ("150円台", "the ¥150 range"),
        ("5.25〜5.50%", "5.25–5.50%"),
    ],
)
def test_meaning(text: str, meaning: str) -> None:
    assert find_numbers(text)[0].meaning_en == meaning


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6億5200万ドル", 652_000_000),
        ("3.5兆円", 3_500_000_000_000),
        ("0.5%", Decimal("0.5")),
        ("3分の1", Fraction(1, 3)),
        ("令和8年", 2026),
        ("2、3人", range(2, 4)),
        ("1〜2割", range(1, 3)),
        ("2〜3万人", range(20_000, 30_001)),
        ("数十人", range(20, 91)),
        ("十数人", range(11, 20)),
        ("何人", None),
        ("1月3日", None),
    ],
)
def test_value(text: str, value: Value) -> None:
    assert find_numbers(text)[0].value == value
