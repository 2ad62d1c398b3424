"""Which format a text is in, by its name and by what it holds."""

from __future__ import annotations

import re
from pathlib import PurePath

MARKDOWN, HTML, AOZORA, TEXT = "markdown", "html", "aozora", "text"

_SUFFIXES = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
}
_HEAD = 20_000
_TAIL = 5_000
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[A-Za-z_][\w-]*:.*\n)+")
_ATX = re.compile(r"^#{1,4} \S", re.M)
_READING = re.compile(r"[々〇一-鿿]《[ぁ-ゖァ-ヺー・]+》|[｜|][^《》\n｜]{1,30}《[^《》\n]+》")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]+)",
    re.I,
)


def detect(text: str, name: str) -> str:
    """The format of a decoded text: `markdown`, `html`, `aozora` or `text`."""
    by_name = _SUFFIXES.get(PurePath(name).suffix.lower())
    if by_name:
        return by_name
    head = text[:_HEAD]
    if _HTML.match(head):
        return HTML
    if _is_aozora(head, text[-_TAIL:]):
        return AOZORA
    if _FRONT_MATTER.match(head) or (PurePath(name).suffix == "" and len(_ATX.findall(head)) >= 2):
        return MARKDOWN
    return TEXT


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML page or XML file names in its first 4 KiB."""
    match = _CHARSET.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _is_aozora(head: str, tail: str) -> bool:
    """《》 also sets off titles, so either the archive's own marks or many plain readings must show."""
    readings = len(_READING.findall(head))
    if "［＃" in head or "【テキスト中に現れる記号について】" in head or "\n底本：" in tail:
        return readings > 0 or "［＃" in head
    return readings >= 1 and readings >= 0.8 * head.count("《") and (readings >= 3 or "｜" in head)
