"""Entries that exercise every field, and a notation for tokens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from yomu.model import Avoid, GlossaryEntry, Morph, TermPart, Token

Tokens = Callable[[str], tuple[str, list[Token]]]


@pytest.fixture
def entries() -> tuple[GlossaryEntry, ...]:
    """Four entries: one with every field, a verb, one with awkward characters, one bare."""
    return (
        GlossaryEntry(
            id="foreign-military-sales",
            ja="対外有償軍事援助",
            reading="たいがいゆうしょうぐんじえんじょ",
            en=("Foreign Military Sales", "FMS program"),
            domain="arms-transfers",
            definition_en="A US program that sells defense articles to partner governments.",
            definition_ja="米国政府が外国政府に装備品を売る制度。",
            acronym="FMS",
            variants=("有償軍事援助", "有償援助"),
            avoid=(Avoid("foreign military aid", "it is a sale"), Avoid("FMA", "")),
            note="Run by the DSCA.\nSince 1976 under the present law.",
            see=("incorporate", "somewhere-else"),
            parts=(
                TermPart("対外", "たいがい", "foreign"),
                TermPart("の", "の", ""),
                TermPart("軍事", "", "military"),
            ),
            example_ja="対外有償軍事援助で買う。",
            example_en="It buys through FMS.",
            source="Arms Export Control Act (1976)",
            since="1976",
            until="2030-01",
        ),
        GlossaryEntry(
            id="incorporate",
            ja="盛り込む",
            reading="もりこむ",
            en=("incorporate",),
            domain="phrases",
            definition_en="To put something into a document.",
            definition_ja="文書などに入れること。",
        ),
        GlossaryEntry(
            id="2-plus-2",
            ja="日米「2+2」<b>|会合",
            reading="にちべいつーぷらすつーかいごう",
            en=('=cmd("x")', "-2 plus 2 | \\ two :: two", '"quoted", a; b'),
            domain="japan",
            definition_en='<script>alert("&amp;")</script> is text.',
            definition_ja="@会合、\t表。",
            avoid=(Avoid("a :: b | c", "+why :: not\\"),),
            note="'=already quoted",
        ),
        GlossaryEntry("bare", "特使", "とくし", ("special envoy",), "mine"),
    )


@pytest.fixture
def tokens() -> Tokens:
    """Read tokens in a small notation: words parted by bars, `surface:lemma/pos` where they matter."""
    return _tokens


def _tokens(marked: str) -> tuple[str, list[Token]]:
    """The text of `国家|安全|し:する/動詞` and its tokens; a word without pos is a common noun."""
    found: list[Token] = []
    text = ""
    for word in marked.split("|"):
        surface, _, rest = word.partition(":")
        lemma, _, pos = rest.partition("/")
        morph = Morph(lemma or surface, pos=pos or _pos(surface))
        found.append(Token(len(text), len(text) + len(surface), surface, None, morph))
        text += surface
    return text, found


def _pos(surface: str) -> str:
    if surface.isdigit():
        return "名詞-数詞"
    if surface in "はをがのにと、。(（)）「」『』[]":
        return "助詞" if surface in "はをがのにと" else "補助記号"
    return "名詞-普通名詞-一般"
