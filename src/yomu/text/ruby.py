"""Readings that a text writes into itself: ｜漢字《かんじ》, 漢字《かんじ》, <ruby>…<rt>…</rt></ruby>."""

from __future__ import annotations

import re

from yomu.kana import to_hiragana
from yomu.model import Ruby
from yomu.text.draft import Draft, Span

# Without ｜ the base is the run of kanji (々 〆 〇 and small ヶ among them), or of Latin
# letters, or of kana of one kind, that stands right before 《; the archive's own rule.
_AOZORA = re.compile(
    r"[｜|](?P<marked>[^｜|《》\n]{1,40})《(?P<a>[^《》\n]{1,60})》"
    r"|(?P<bare>[々〆〇ヶ仝ヵ一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff\ufe00-\ufe0f\U000e0100-\U000e01ef]{1,40}|[A-Za-zＡ-Ｚａ-ｚ]{1,40}|[ァ-ヺー]{1,40})《(?P<b>[^《》\n]{1,60})》"
)
_HTML = re.compile(r"<ruby[^<>]{0,80}>((?:(?!<ruby).){0,400}?)</ruby\s*>", re.S | re.I)
_RT = re.compile(
    r"<rt[^<>]{0,80}>([^<]{0,80})</rt\s*>|<rp[^<>]{0,80}>[^<]{0,20}</rp\s*>", re.S | re.I
)
_TAG = re.compile(r"<[^>]*>")
_READING = re.compile(r"[ぁ-ゖァ-ヺー・゛゜\s　]+")


def given(start: int, end: int, reading: str) -> Ruby | None:
    """A reading as the source gave it, in hiragana; None where it is no reading (a gloss, dots for stress)."""
    kana = "".join(reading.split())
    if start >= end or not kana or not _READING.fullmatch(kana) or set(kana) <= set("・"):
        return None
    return Ruby(start, end, to_hiragana(kana.replace("・", "")))


def lift_aozora(draft: Draft) -> None:
    """Take 《…》 and ｜ out of the text and file the readings. Furigana that is not kana stays in the text."""
    if "《" not in draft.text:
        return
    spans: list[Span] = []
    rubies: list[Ruby] = []
    for match in _AOZORA.finditer(draft.text):
        group, reading = ("marked", "a") if match["marked"] else ("bare", "b")
        ruby = given(*match.span(group), match[reading])
        if ruby is None:
            continue
        if group == "marked":
            spans.append((match.start(), match.start() + 1))
        spans.append((match.end(group), match.end()))
        rubies.append(ruby)
    draft.given = tuple(sorted((*draft.given, *rubies), key=lambda ruby: ruby.start))
    draft.cut(spans)


def lift_html(draft: Draft) -> None:
    """The same for `<ruby>` written inside Markdown."""
    spans: list[Span] = []
    rubies: list[Ruby] = []
    for match in _HTML.finditer(draft.text):
        at = base = match.start(1)
        spans.append((match.start(), match.start(1)))
        for part in _RT.finditer(draft.text, match.start(1), match.end(1)):
            ruby = given(base, part.start(), part[1] or "") if part[1] is not None else None
            if ruby:
                rubies.append(ruby)
            spans.append(part.span())
            at = part.end()
            base = at if part[1] is not None else base
        spans.append((match.end(1), match.end()))
    draft.given = tuple(sorted((*draft.given, *rubies), key=lambda ruby: ruby.start))
    draft.cut(spans)
