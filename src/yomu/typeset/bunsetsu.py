"""Where phrases (bunsetsu) start: a content word and what leans on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yomu.model import Token

_LEANING = ("助詞", "助動詞", "接尾辞")
_NOMINAL = ("名詞", "接尾辞", "接頭辞")


def bunsetsu_starts(tokens: Iterable[Token]) -> Iterator[int]:
    """The offsets at which a bunsetsu starts, by UniDic's parts of speech, in order.

    Compound nouns are one phrase (国防|権限|法), and so are 支援|する and 続い|て|いる.
    """
    before: Token | None = None
    for token in tokens:
        if before is None or _starts(before, token):
            yield token.start
        before = token


def _starts(before: Token, token: Token) -> bool:
    pos, last = token.pos, before.pos
    if pos.startswith(_LEANING):
        return False
    if pos.startswith(("補助記号", "記号", "空白")):
        return pos.startswith("補助記号-括弧開")
    if last.startswith(("補助記号-括弧開", "接頭辞")):
        return False
    if pos.startswith("名詞") and last.startswith(_NOMINAL):
        return False
    if "非自立可能" in pos and pos.startswith(("動詞", "形容詞")):
        # 続けて|いる, で|ある, 支援|する
        return not (last.startswith(("助詞-接続助詞", "助動詞", "動詞")) or "サ変" in last)
    return True
