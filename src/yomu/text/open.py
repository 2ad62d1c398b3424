"""Bytes, a file or a stream → Document."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import BinaryIO

from yomu.errors import YomuError
from yomu.model import Document
from yomu.terminal import safe_line
from yomu.text import formats
from yomu.text.decode import Decoded, decode
from yomu.text.draft import Page
from yomu.text.plain import lines_as_they_are, split

MAX_BYTES = 64 * 1024 * 1024
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HAN_ALONE = 50


def open_path(path: Path, *, as_is: bool = False) -> Document:
    """Open a file, with the translation that lies beside it; YomuError if it cannot be."""
    document = open_bytes(read_bytes(path), str(path), as_is=as_is)
    return document if as_is else attach_translation(document, path)


def attach_translation(document: Document, path: Path) -> Document:
    """`document`, opened from `path`, with the translation in `NAME.en.md` beside `NAME.md`, if there is one.

    YomuError where the two do not pair up paragraph by paragraph.
    """
    beside = path.with_name(f"{path.stem}.en{path.suffix}")
    if path.stem.endswith(".en") or not beside.is_file():
        return document
    from yomu.text.sidecar import with_translation

    translation = open_bytes(read_bytes(beside), str(beside))
    return with_translation(document, translation, safe_line(str(beside)))


def open_stream(stream: BinaryIO, name: str = "standard input", *, as_is: bool = False) -> Document:
    """Open what a stream holds up to its end."""
    return open_bytes(stream.read(MAX_BYTES + 1), name, as_is=as_is)


def open_bytes(data: bytes, name: str, *, as_is: bool = False) -> Document:
    """Open `data`, which is called `name` (a path or file name; its suffix tells formats apart).

    With `as_is` every line is one paragraph, numbered from 0, empty lines included, its text
    untouched; an EPUB has a line for each of its paragraphs.
    """
    name = safe_line(name) or "the text"
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data:
        raise YomuError(f"{name} is empty (0 bytes).", "Open a file that holds text.")
    if data.startswith(b"PK"):  # a zip archive, as every EPUB is
        from yomu.text import epub

        page, source = epub.parse(data, name)
        decoded, format_ = Decoded(source, "utf-8"), "epub"
    else:
        decoded = decode(data, name, formats.declared_charset(data))
        source, format_ = decoded.text, formats.detect(decoded.text, name)
        page = Page([])
    if not source.strip("\ufeff \t\n\r\f\v\u3000\0"):
        what = "holds only white space" if format_ != "epub" else "is a book without text"
        raise YomuError(f"{name} {what}.", "Open a file that holds text.")
    if as_is:
        page = Page(lines_as_they_are(source))
        page.meta.title = _stem(name)
    elif format_ == "epub":
        from yomu.text.clean import clean_prose

        clean_prose(page, source)
    else:
        page = _read(source, format_)
    return _document(page, name, source, format_, decoded.encoding, as_is)


def has_japanese(document: Document) -> bool:
    """Whether the text holds Japanese: kana anywhere, or a few kanji (a long run of them is Chinese)."""
    if _KANA.search(document.source):
        return True
    kanji = 0
    for _ in re.finditer(r"[㐀-䶿一-鿿]", document.source):
        kanji += 1
        if kanji > _HAN_ALONE:
            return False
    return kanji > 0


def _read(source: str, format_: str) -> Page:
    from yomu.text.clean import clean_page, clean_prose

    if format_ == formats.MARKDOWN:
        from yomu.text import markdown
        from yomu.text.frontmatter import parse_front_matter

        page = markdown.parse(source)
        if parse_front_matter(source).end:
            clean_prose(page, source)
        else:
            clean_page(page, source, marked_up=True)
    elif format_ == formats.HTML:
        from yomu.text import webpage

        page = webpage.parse(source)
        clean_page(page, source, marked_up=True)
        webpage.raise_digits(page)
    elif format_ == formats.AOZORA:
        from yomu.text import aozora
        from yomu.text.clean.characters import clean_characters

        page = aozora.parse(source)
        clean_characters(page, source)
    else:
        page = Page(split(source))
        clean_page(page, source)
    return page


def _document(
    page: Page, name: str, source: str, format_: str, encoding: str, as_is: bool
) -> Document:
    paragraphs, changes = page.freeze(keep_empty=as_is)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise YomuError(
            f"{name} holds no text to read."
            if format_ != formats.HTML
            else f"{name} is a page without text.",
            "Pages that a script fills in have to be saved from the browser: copy the text and paste it.",
        )
    meta = page.meta
    return Document(
        id="",
        title=safe_line(meta.title) or _stem(name),
        paragraphs=paragraphs,
        byline=meta.byline,
        date=meta.date,
        area=meta.area,
        source_url=meta.source_url,
        licence=meta.licence,
        slug=meta.slug,
        format=format_,
        encoding=encoding,
        changes=changes,
        source=source,
    )


def _stem(name: str) -> str:
    return PurePath(name).stem or name


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; YomuError if it is missing, a folder, unreadable or over `MAX_BYTES`."""
    name = safe_line(str(path))
    try:
        if path.is_dir():
            raise YomuError(f"{name} is a folder.", "Open a file in it.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise YomuError(
            f"{name}: there is no such file.", "Check the path; `yomu` alone lists your texts."
        ) from error
    except PermissionError as error:
        raise YomuError(f"{name} may not be read.", f"Allow it: chmod u+r {name}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise YomuError(f"{name} could not be read: {reason}.", "Check the path.") from error
    if len(data) > MAX_BYTES:
        raise _too_large(name, path.stat().st_size)
    return data


def _too_large(name: str, size: int | None = None) -> YomuError:
    how_large = f"{size / 1_000_000:.0f} MB" if size else "more than 67 MB"
    return YomuError(
        f"{name} is {how_large}; yomu opens texts of up to 67 MB, about 22 million characters.",
        "Cut it into parts, for example with split -C 50m, and open those.",
    )
