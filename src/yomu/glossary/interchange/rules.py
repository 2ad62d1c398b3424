"""Yomitan's rule identifiers: how a headword inflects, so that 盛り込まれて finds 盛り込む."""

from __future__ import annotations

# る-verbs whose stem ends in an i or e sound and that are godan all the same.
_GODAN_RU_ENDINGS = (
    "切る 知る 入る 走る 帰る 返る 限る 要る 減る 練る 蹴る 滑る 握る 参る 散る 遮る 陥る 翻る 焦る 茂る "
    "湿る 罵る 蘇る 甦る 覆る 耽る 捻る 照る 混じる 交じる 嘲る 阿る 弄る しゃべる ひねる"
)
_GODAN_RU = tuple(_GODAN_RU_ENDINGS.split())
# Adjectives, and not the nouns of verbs (狙い, 争い), by what they end in.
_ADJECTIVE_ENDINGS = (
    "しい ない 強い 高い 低い 深い 広い 早い 速い 悪い 良い よい 重い 軽い 危うい 近い 遠い 多い 長い 短い "
    "弱い 大きい 小さい 薄い 濃い 硬い 固い 堅い 若い 古い 鋭い にくい 難い がたい やすい づらい っぽい 暗い 明るい"
)
_ADJECTIVES = tuple(_ADJECTIVE_ENDINGS.split())
_I_OR_E = frozenset("いきしちにひみりぎじびぴえけせてねへめれげぜでべぺ")


def rules_of(headword: str, reading: str) -> str:
    """`vs`, `vk`, `v1`, `v5`, `adj-i`, or "" for what does not inflect. `reading` is hiragana."""
    if len(headword) < 2:
        return ""
    if headword.endswith("する"):
        return "vs"
    if headword.endswith(("来る", "くる")) and reading.endswith("くる"):
        return "vk"
    if headword.endswith("る"):
        sound = reading[-2:-1] if reading.endswith("る") else headword[-2]
        if sound in _I_OR_E and not headword.endswith(_GODAN_RU):
            return "v1"
        return "v5" if "ぁ" <= sound <= "ゖ" else ""
    if headword[-1] in "うくぐすつぬぶむ":
        return "v5"
    return "adj-i" if headword.endswith(_ADJECTIVES) else ""
