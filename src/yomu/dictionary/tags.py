"""JMdict's tags: the data holds them spelled out; codes are short to compare, labels short to read."""

from __future__ import annotations

import re

_CODES = {
    "noun (common) (futsuumeishi)": "n",
    "noun or participle which takes the aux. verb suru": "vs",
    "expressions (phrases, clauses, etc.)": "exp",
    "nouns which may take the genitive case particle 'no'": "adj-no",
    "adjectival nouns or quasi-adjectives (keiyodoshi)": "adj-na",
    "transitive verb": "vt",
    "intransitive verb": "vi",
    "Ichidan verb": "v1",
    "Ichidan verb - kureru special class": "v1-s",
    "Ichidan verb - zuru verb (alternative form of -jiru verbs)": "vz",
    "adverb (fukushi)": "adv",
    "adverb taking the 'to' particle": "adv-to",
    "adjective (keiyoushi)": "adj-i",
    "adjective (keiyoushi) - yoi/ii class": "adj-ix",
    "noun or verb acting prenominally": "adj-f",
    "noun, used as a suffix": "n-suf",
    "noun, used as a prefix": "n-pref",
    "interjection (kandoushi)": "int",
    "suffix": "suf",
    "prefix": "pref",
    "'taru' adjective": "adj-t",
    "suru verb - special class": "vs-s",
    "suru verb - included": "vs-i",
    "su verb - precursor to the modern suru": "vs-c",
    "pronoun": "pn",
    "counter": "ctr",
    "particle": "prt",
    "conjunction": "conj",
    "pre-noun adjectival (rentaishi)": "adj-pn",
    "auxiliary verb": "aux-v",
    "auxiliary adjective": "aux-adj",
    "auxiliary": "aux",
    "numeric": "num",
    "copula": "cop",
    "Kuru verb - special class": "vk",
    "Godan verb - Iku/Yuku special class": "v5k-s",
    "Godan verb with 'ru' ending (irregular verb)": "v5r-i",
    "Godan verb with 'u' ending (special class)": "v5u-s",
    "Godan verb - -aru special class": "v5aru",
    "'ku' adjective (archaic)": "adj-ku",
    "'shiku' adjective (archaic)": "adj-shiku",
    "archaic/formal form of na-adjective": "adj-nari",
    "irregular ru verb, plain form ends with -ri": "vr",
    "irregular nu verb": "vn",
    "verb unspecified": "v-unspec",
    "unclassified": "unc",
} | {
    f"Godan verb with '{ending}' ending": f"v5{ending[0]}"
    for ending in ("u", "ku", "gu", "su", "tsu", "nu", "bu", "mu", "ru")
}

_LABELS = {
    "n": "noun", "vs": "suru verb", "exp": "expression", "adj-no": "no-adjective", "adj-na": "na-adjective",
    "vt": "transitive", "vi": "intransitive", "v1": "ichidan verb", "v1-s": "ichidan verb (kureru)",
    "vz": "zuru verb", "adv": "adverb", "adv-to": "adverb with と", "adj-i": "i-adjective",
    "adj-ix": "i-adjective (yoi)", "adj-f": "before nouns", "n-suf": "noun suffix", "n-pref": "noun prefix",
    "int": "interjection", "suf": "suffix", "pref": "prefix", "adj-t": "taru-adjective", "vs-s": "suru verb",
    "vs-i": "suru verb", "vs-c": "su verb (old)", "pn": "pronoun", "ctr": "counter", "prt": "particle",
    "conj": "conjunction", "adj-pn": "before nouns", "aux-v": "auxiliary verb", "aux-adj": "auxiliary adjective",
    "aux": "auxiliary", "num": "numeral", "cop": "copula", "vk": "irregular verb (kuru)", "v5k-s": "godan verb (iku)",
    "v5r-i": "godan verb (irregular)", "v5u-s": "godan verb (-u, irregular)", "v5aru": "godan verb (-aru)",
    "adj-ku": "old adjective", "adj-shiku": "old adjective", "adj-nari": "old na-adjective", "vr": "old verb",
    "vn": "old verb", "n-pr": "name", "v-unspec": "verb", "unc": "unclassified", "v-old": "old verb",
}  # fmt: skip

_WORDING = {
    "word usually written using kana alone": "usually kana",
    "abbreviation": "abbreviation",
    "archaism": "archaic",
    "obsolete term": "obsolete",
    "obscure term": "obscure",
    "historical term": "historical",
    "dated term": "dated",
    "yojijukugo": "four-character idiom",
    "onomatopoeic or mimetic word": "mimetic",
    "colloquialism": "colloquial",
    "idiomatic expression": "idiom",
    "honorific or respectful (sonkeigo) language": "respectful",
    "polite (teineigo) language": "polite",
    "humble (kenjougo) language": "humble",
    "jocular, humorous term": "humorous",
    "vulgar expression or word": "vulgar",
    "familiar language": "familiar",
    "literary or formal term": "literary",
    "female term or language": "female speech",
    "male term or language": "male speech",
    "poetical term": "poetic",
    "Internet slang": "internet slang",
    "irregular okurigana usage": "irregular okurigana",
    "word containing out-dated kanji": "old kanji",
    "word containing irregular kanji usage": "irregular kanji",
    "ateji (phonetic) reading": "kanji for their sound",
    "word containing irregular kana usage": "irregular kana",
    "out-dated or obsolete kana usage": "old kana",
    "gikun (meaning as reading) or jukujikun (special kanji reading)": "reading by meaning",
    "unclass": "name",
    "fem": "female name",
    "masc": "male name",
    "given": "given name",
    "person": "person",
}

RARE = frozenset({"archaic", "obsolete", "obscure", "rare", "dated", "historical"})
"""Wordings of `Sense.misc` that put a sense behind the others."""
IRREGULAR = frozenset({"irregular okurigana", "old kanji", "irregular kanji", "irregular kana", "old kana"})  # fmt: skip


def code(description: str) -> str:
    """The code of a part of speech as the data spells it; old conjugations share `v-old`."""
    found = _CODES.get(description)
    if found:
        return found
    if re.match(r"Nidan|Yodan", description):
        return "v-old"
    return description


def label(pos: str) -> str:
    """A part of speech in plain words: `v5k` is a godan verb."""
    if pos in _LABELS:
        return _LABELS[pos]
    return "godan verb" if pos.startswith("v5") else pos


def wording(description: str) -> str:
    """A remark of the data (misc, info) in plain words."""
    return _WORDING.get(description, description)


def level(priorities: set[str]) -> int:
    """How common a word is, 5 (the commonest) to 1, from the tags of its spellings and readings.

    `nfXX` counts bands of 500 words of a newspaper corpus; ichi1, spec1 and gai1 come from lists
    of basic vocabulary, news1 marks the first 12,000 of the newspaper words.
    """
    bands = [int(tag[2:]) for tag in priorities if tag.startswith("nf")]
    band = min(bands, default=99)
    basic = "ichi1" in priorities
    if band <= 4 or (basic and band <= 8):
        return 5
    if band <= 12 or (basic and band <= 24) or (basic and not bands) or "spec1" in priorities:
        return 4
    if band <= 24 or basic or priorities & {"gai1", "news1"}:
        return 3
    return 2 if priorities else 1
