"""Decoding a list line by line where that tells more: a list may be pasted together of two files."""

from __future__ import annotations

from yomu.errors import YomuError
from yomu.study.wordlists.model import JAPANESE
from yomu.text.decode import decode

_ENCODINGS = {"utf-8": "UTF-8", "cp932": "Shift_JIS (CP932)", "euc-jp": "EUC-JP"}


def decode_list(data: bytes, name: str) -> str:
    """The text of a list; YomuError with the line where the encoding changes or a line is damaged."""
    try:
        decoded = decode(data, name)
    except YomuError as error:
        if b"\0" in data:
            if error.message.endswith("not a text."):  # a picture, a program: it says which
                raise
            raise YomuError(
                f"{name} is binary, not a list.", "Save the list as plain text or CSV."
            ) from error
        lines = [line for line in data.split(b"\n") if not line.isascii()]
        most = max(_ENCODINGS, key=lambda encoding: sum(_reads(line, encoding) for line in lines))
        raise _mixed(data, name, most) or error from error
    if decoded.encoding in ("cp932", "euc-jp"):
        mixed = _mixed(data, name, decoded.encoding)
        if mixed:
            raise mixed
    return decoded.text


def _mixed(data: bytes, name: str, most: str) -> YomuError | None:
    """Where the encoding changes, for a file that is pasted together of two; None where it does not."""
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.isascii() or (_reads(line, most) and (most == "utf-8" or not _is_utf8(line))):
            continue
        other = next(
            (label for e, label in _ENCODINGS.items() if e != most and _reads(line, e)), ""
        )
        what = f"reads as {other}" if other else "is damaged"
        return YomuError(
            f"{name}:{number}: this line {what}, the others are {_ENCODINGS[most]}.",
            "Save the whole list in one encoding, best UTF-8. Nothing was imported.",
        )
    return None


def _is_utf8(line: bytes) -> bool:
    """Whether a line is Japanese in UTF-8, though it can be read otherwise too, as nonsense.

    Of 50,000 words of JMdict in Shift_JIS or EUC-JP none is: what is UTF-8 by chance gives
    Latin letters and rare kanji (逍遥 gives 疗y).
    """
    try:
        foreign = [char for char in line.decode("utf-8") if not char.isascii()]
    except UnicodeDecodeError:
        return False
    everyday = sum(_is_everyday(char) for char in foreign)
    return everyday >= max(2, 0.75 * len(foreign))


def _is_everyday(char: str) -> bool:
    """Kana, or one of the 2,965 kanji of JIS level 1, which EUC-JP begins with B0 to CF."""
    if not JAPANESE.match(char):
        return False
    encoded = char.encode("euc_jp", "replace")
    return encoded[0] in (0xA4, 0xA5) or 0xB0 <= encoded[0] <= 0xCF


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
