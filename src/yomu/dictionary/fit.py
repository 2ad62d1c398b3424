"""What rules an entry out at a place, before points are given.

Kana spells many words by accident, above all across tokens: なると is なる and と, not 鳴門; それに in
それに伴って is no conjunction; ように in どのように belongs to どのように. UniDic's cut is the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from yomu.dictionary.kana import KATAKANA_ONLY, is_kana
from yomu.dictionary.model import DictionaryEntry, DictionaryMatch, Origin
from yomu.dictionary.rank import expected_readings, readings_of
from yomu.dictionary.spans import Candidate
from yomu.model import Token

BOUND = frozenset({"exp", "conj", "prt", "adv", "aux", "int", "cop", "adj-pn"})
"""Parts of speech of expressions that may be made of particles and auxiliaries."""

_COMPOUND_PARTICLE = re.compile(
    "に(?:対|関|伴|基づ|加え|至|際し|応じ|沿|反し|向け|とって|ついて|つき|よっ|より|よる|おい|おけ|わた|あた|ともな|もとづ)"
    "|と(?:いう|いっ|いえ|して|しての|ともに|共に)|を(?:めぐ|もって|通じ|巡|もと)"
)
_KANJI = re.compile("[々一-鿿㐀-䶿]")
_NOUN_LIKE = ("名詞", "代名詞", "接頭辞", "形状詞")


def plausible(
    candidate: Candidate,
    entry: DictionaryEntry,
    tokens: Sequence[Token],
    names: Collection[str] = (),
) -> bool:
    """Whether a word of JMdict can be meant at all. `names` are katakana words used as names."""
    pos = {pos for sense in entry.senses for pos in sense.pos}
    # ござる inflects like なさる, but is filed under the old conjugations
    classes = {"v5aru", "v-old"} if candidate.word_class == "v5aru" else {candidate.word_class}
    if candidate.word_class and not classes & pos:
        return False
    first, last = candidate.tokens
    if cut_off(tokens, first, last, names):
        return False
    if candidate.word_class in ("adj-na", "adj-t"):
        return _noun_inflects(candidate, entry, tokens)
    if first == last:
        return True
    if not candidate.word_class and not _stands_alone(candidate, entry, pos, tokens):
        return False
    if not is_kana(candidate.surface):
        return True
    if tokens[first].pos.startswith("助詞"):
        return bool(pos & BOUND)
    return bool(candidate.word_class or pos & BOUND) or is_kana(entry.headword)


def _noun_inflects(candidate: Candidate, entry: DictionaryEntry, tokens: Sequence[Token]) -> bool:
    """Whether な, に or である really belong to the entry: 一方で is not 一方 (ひとかた), ordinary."""
    if is_kana(candidate.form) and not tokens[candidate.tokens[0]].pos.startswith("形状詞"):
        return False  # ことである is こと and である, not the adjective 異
    expected = expected_readings(candidate, tokens)
    return not expected or bool(expected & readings_of(entry))


def _stands_alone(
    candidate: Candidate, entry: DictionaryEntry, pos: set[str], tokens: Sequence[Token]
) -> bool:
    """Whether a stretch that is a headword as it stands is that headword, and not its parts."""
    first, last = candidate.tokens
    head, final = tokens[first], tokens[last]
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    following = after.surface if after else ""
    if head.pos.startswith("動詞") and final.pos.startswith("助動詞"):
        # 変わった is the verb's past, and before a noun also the word for odd; み・たい is no みたい
        noun_follows = after is not None and after.pos.startswith(_NOUN_LIKE)
        return "exp" in pos or (bool(pos & {"adj-f", "adj-pn"}) and noun_follows)
    if final.pos.startswith("助動詞") and final.surface == "で" and following in ("ある", "あり", "あっ", "は", "も", "あろ"):  # fmt: skip
        return False  # 交代である is no 交代で
    if not final.pos.startswith("助詞"):
        return not (following == "の" and pos <= {"adv"} and head.pos.startswith("連体詞"))
    if first + 1 == last and head.pos.startswith("代名詞"):
        # それに, そこで: a conjunction only with its comma; それは is hardly ever the adverb
        return following == "、" and final.surface != "は"
    if head.surface == "こと" and pos <= {"adv"}:
        return False  # …する・ことに is no 殊に
    if head.pos.startswith("形容詞") and final.surface == "と":
        return False  # しかない・と is no ないと
    if head.surface in ("もの", "物") and first + 1 == last:
        return following == "、"  # ものの, ものを, もので: conjunctions only at the end of a clause
    rest = "".join(token.surface for token in tokens[last : last + 3])
    return len(rest) == len(final.surface) or not _COMPOUND_PARTICLE.match(rest)


def cut_off(tokens: Sequence[Token], first: int, last: int, names: Collection[str]) -> bool:
    """Whether the tokens are a piece of a longer katakana word (リグ|ーリア, キン|メイジ)."""
    if not KATAKANA_ONLY.fullmatch(tokens[first].surface + tokens[last].surface):
        return False
    begin, end = first, last
    while begin > 0 and _katakana(tokens[begin - 1]):
        begin -= 1
    while end + 1 < len(tokens) and _katakana(tokens[end + 1]):
        end += 1
    if (begin, end) == (first, last):
        return False
    if "".join(token.surface for token in tokens[begin : end + 1]) in names:
        return True
    return end > last and tokens[last + 1].surface[0] in "ーッンァィゥェォャュョ"


def _katakana(token: Token) -> bool:
    return KATAKANA_ONLY.fullmatch(token.surface) is not None and "・" not in token.surface


def same_word(candidate: Candidate, entry: DictionaryEntry) -> bool:
    """Whether an entry found by sound alone may be the word: one has all kanji of the other.

    埋立 (うめたて) is 埋め立て; 始 (し) before 皇帝 is none of the words read し, 大韓 not 大寒.
    """
    if is_kana(candidate.surface):
        return True
    here = set(_KANJI.findall(candidate.surface))
    others = (set(_KANJI.findall(spelling.text)) for spelling in entry.spellings)
    return any(here <= other or other <= here for other in others if other)


def fixed(
    match: DictionaryMatch, own: Sequence[DictionaryMatch], tokens: Sequence[Token], at: int
) -> bool:
    """Whether an expression that began earlier is what token `at` means: に[つい]て, という.

    It stands as it is in the dictionary, in kana or from a particle on, is no verb, and reaches as
    far as the word itself would. どのよう and the like claim their よう in any case.
    """
    if match.chain or match.entry.origin is not Origin.WORDS:
        return False
    pos = {pos for sense in match.entry.senses for pos in sense.pos}
    if not pos & BOUND or any(code.startswith(("v", "n", "adj-i")) for code in pos):
        return False
    if not (is_kana(match.surface) or match.surface[0] in "をにとで"):
        return False
    token = tokens[at]
    if token.surface == "よう" and at > 0 and tokens[at - 1].pos.startswith("連体詞"):
        return True
    reach = own[0].end if own else token.end
    topic = own[0].surface[-1:] in ("は", "も") if own else False
    return match.end >= reach - topic


def leans_on(before: Token, token: Token) -> bool:
    """Whether a verb only helps the one before it: して[いる], 戦い[続ける]."""
    if not token.pos.startswith("動詞-非自立"):
        return False
    after_te = before.pos.startswith("助詞-接続助詞") and before.surface in ("て", "で")
    return after_te or (
        before.pos.startswith("動詞") and before.morph.conjugation_form.startswith("連用形")
    )
