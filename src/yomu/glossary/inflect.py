"""Inflection by characters: the stem of a headword that inflects, and what may follow it.

The matcher has tokens and trusts their lemmas; this is for looking up a typed 踏襲して, and for
texts without tokens. It accepts what looks like an inflection, no more.
"""

from __future__ import annotations

import re

_GODAN = {
    "う": "わいうえおっ", "く": "かきくけこい", "ぐ": "がぎぐげごい", "す": "さしすせそ", "つ": "たちつてとっ",
    "ぬ": "なにぬねのん", "ぶ": "ばびぶべぼん", "む": "まみむめもん", "る": "らりるれろっ",
}  # fmt: skip
_AFTER_SURU = r"(?:し|す|せ|さ|でき|いた)[ぁ-ゖ]*"
_AFTER_NAI = r"(?:な[いくかけ]|ず|ぬ|ざる)[ぁ-ゖ]*"
_AFTER_I = r"(?:く|か|け|さ|そう)[ぁ-ゖ]*"


def stem_of(headword: str) -> str:
    """The unchanging part of a headword that ends like a verb or an adjective, "" of any other.

    する and ない lose both characters (踏襲, 予断を許さ), others the last one (盛り込, そろえ).
    """
    if len(headword) > 2 and headword.endswith(("する", "ない")):
        return headword[:-2]
    if len(headword) > 1 and headword[-1] in "うくぐすつぬぶむるい":
        return headword[:-1]
    return ""


def inflects(headword: str, form: str) -> bool:
    """Whether `form` reads as an inflection of `headword`; both are folded."""
    stem = stem_of(headword)
    if not stem or not form.startswith(stem):
        return False
    return after_stem(headword).fullmatch(form, len(stem)) is not None


def after_stem(headword: str) -> re.Pattern[str]:
    """What may follow `stem_of(headword)` in a text."""
    if headword.endswith("する"):
        return re.compile(_AFTER_SURU)
    if headword.endswith("ない"):
        return re.compile(_AFTER_NAI)
    last = headword[-1]
    if last == "い":
        return re.compile(_AFTER_I)
    column = _GODAN[last]
    # る may be a godan verb's (らりるれろっ) or follow an unchanging stem (そろえ-て, そろえ-ない).
    ichidan = "|(?:た|て|な|ず|よ|ま|ら|れ|ろ|さ|つ|ば|、|$)[ぁ-ゖ]*" if last == "る" else ""
    return re.compile(f"(?:[{column}][ぁ-ゖ]*{ichidan})")
