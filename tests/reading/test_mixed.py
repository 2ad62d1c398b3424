"""Furigana over the kanji of terms that hold more than kanji and kana."""

from __future__ import annotations

import pytest

from yomu.reading import distribute

CASES = {
    ("アブソリュート・リゾルブ作戦", "あぶそりゅーとりぞるぶさくせん"): {"作戦": "さくせん"},
    ("NATO加盟国", "なとーかめいこく"): {"加盟国": "かめいこく"},
    ("F16戦闘機", "えふじゅうろくせんとうき"): {"戦闘機": "せんとうき"},
    ("日米豪印（クアッド）", "にちべいごういんくあっど"): {"日米豪印": "にちべいごういん"},
    ("モンロー・ドクトリン", "もんろーどくとりん"): {},
    ("米国・メキシコ・カナダ協定", "べいこくめきしこかなだきょうてい"): {
        "米国": "べいこく",
        "協定": "きょうてい",
    },
}


@pytest.mark.parametrize(("word", "expected"), CASES.items(), ids=[word for word, _ in CASES])
def test_only_kanji_carry_ruby(word: tuple[str, str], expected: dict[str, str]) -> None:
    surface, reading = word
    placed = {surface[ruby.start : ruby.end]: ruby.reading for ruby in distribute(surface, reading)}
    assert placed == expected


def test_reading_that_does_not_fit_covers_the_whole_word() -> None:
    (ruby,) = distribute("カナダ・協定", "べいこくきょうてい")
    assert (ruby.start, ruby.end) == (0, 6)
