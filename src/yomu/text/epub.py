"""EPUB → drafts: the chapters of the spine in order, with limits against archives made to harm."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yomu.errors import YomuError
from yomu.model import Kind
from yomu.text import webpage
from yomu.text.decode import decode
from yomu.text.draft import Draft, Page
from yomu.text.formats import declared_charset

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_FILES = 10_000
MAX_FILE_BYTES = 32 * 1024 * 1024
MAX_TOTAL_BYTES = 64 * 1024 * 1024
# Chapters of text pack 3:1 to 8:1; zip bombs 1,000:1.
MAX_RATIO = 200
_RATIO_FROM = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, KeyError, ValueError, IndexError,
    OverflowError, NotImplementedError, RuntimeError, OSError,
)  # fmt: skip
_DC = "{http://purl.org/dc/elements/1.1/}"
_MEND = "Get the book again, or unpack it and open one of its chapters."


def is_zip(data: bytes) -> bool:
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def parse(data: bytes, name: str) -> tuple[Page, str]:
    """The paragraphs of a book, and its text as one source (a line for each paragraph).

    YomuError for a broken archive, one that unpacks to too much, or one locked by DRM.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Book(archive, name).read()
    except YomuError:
        raise
    except _BROKEN as error:
        raise YomuError(f"{name} is a broken EPUB: {error}.", _MEND) from error


class _Book:
    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self.archive = archive
        self.name = name
        self.unpacked_bytes = 0
        infos = archive.infolist()
        if len(infos) > MAX_FILES:
            raise YomuError(f"{name} holds {len(infos)} files, more than any book.", _MEND)
        self.infos = {info.filename: info for info in infos}

    def read(self) -> tuple[Page, str]:
        if "META-INF/container.xml" not in self.infos:
            raise YomuError(
                f"{self.name} is a zip archive, not an EPUB.",
                "Unpack it, or save the document in it as plain text, and open that.",
            )
        root = self._xml("META-INF/container.xml")
        rootfile = next(
            (e.get("full-path") for e in root.iter() if e.tag.endswith("}rootfile")), None
        )
        if not rootfile:
            raise YomuError(f"{self.name} is a broken EPUB: its container names no package.", _MEND)
        package = self._xml(rootfile)
        page = Page([])
        page.meta.title = _first(package, _DC + "title") or ""
        page.meta.byline = _first(package, _DC + "creator")
        page.meta.date = (_first(package, _DC + "date") or "")[:10] or None
        source: list[str] = []
        at = 0
        locked = self._locked()
        for href in self._spine(package, posixpath.dirname(rootfile)):
            if href in locked:
                raise YomuError(
                    f"{self.name} is locked by DRM: {href} is encrypted.",
                    "Open a copy without DRM.",
                )
            for draft in self._chapter(href):
                draft.origin, draft.pieces = at, None
                at += len(draft.text) + 1
                source.append(draft.text)
                page.drafts.append(draft)
        _keep_one_title(page)
        return page, "\n".join(source)

    def _chapter(self, href: str) -> list[Draft]:
        data = self._file(href)
        text = decode(data, f"{self.name}: {href}", declared_charset(data)).text
        drafts = webpage.parse(text).drafts
        return [
            d
            for d in drafts
            if not (d.kind is Kind.TITLE and len(drafts) > 1 and _is_head(text, d))
        ]

    def _spine(self, package: Element, folder: str) -> list[str]:
        items = {e.get("id"): e for e in package.iter() if e.tag.endswith("}item")}
        hrefs: list[str] = []
        for ref in package.iter():
            if not ref.tag.endswith("}itemref"):
                continue
            item = items.get(ref.get("idref"))
            if item is None or "html" not in item.get("media-type", "html"):
                continue
            if "nav" in item.get("properties", "").split():
                continue
            href = posixpath.normpath(
                posixpath.join(folder, unquote(item.get("href", "")).split("#")[0])
            )
            if href.startswith(("..", "/")):
                raise YomuError(
                    f"{self.name} is a broken EPUB: {href} points outside the book.", _MEND
                )
            if href not in self.infos:
                raise YomuError(
                    f"{self.name} is a broken EPUB: the chapter {href} is missing.", _MEND
                )
            hrefs.append(href)
        return hrefs

    def _locked(self) -> set[str]:
        if "META-INF/encryption.xml" not in self.infos:
            return set()
        root = self._xml("META-INF/encryption.xml")
        return {
            unquote(e.get("URI", "")) for e in root.iter() if e.tag.endswith("}CipherReference")
        }

    def _xml(self, href: str) -> Element:
        from xml.etree import ElementTree

        data = self._file(href)
        text = decode(data, f"{self.name}: {href}", declared_charset(data)).text
        # A DTD can define entities that unfold to gigabytes; no EPUB needs one here.
        if "<!ENTITY" in text or "<!DOCTYPE" in text:
            raise YomuError(
                f"{self.name}: {href} declares entities, which yomu does not unfold.", _MEND
            )
        try:
            return ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            raise YomuError(f"{self.name} is a broken EPUB: {href}: {error}.", _MEND) from error

    def _file(self, href: str) -> bytes:
        info = self.infos.get(href)
        if info is None:
            raise YomuError(f"{self.name} is a broken EPUB: {href} is missing.", _MEND)
        ratio = info.file_size / max(info.compress_size, 1)
        self.unpacked_bytes += info.file_size
        if (
            info.file_size > MAX_FILE_BYTES
            or self.unpacked_bytes > MAX_TOTAL_BYTES
            or (info.file_size > _RATIO_FROM and ratio > MAX_RATIO)
        ):
            raise YomuError(
                f"{self.name}: {href} unpacks to {info.file_size:,} bytes from {info.compress_size:,};"
                " that is a zip bomb or no text.",
                "yomu reads books of up to 64 MB of text.",
            )
        with self.archive.open(info) as file:
            return file.read(MAX_FILE_BYTES + 1)


def _first(package: Element, tag: str) -> str | None:
    return next(
        (" ".join(e.text.split()) for e in package.iter(tag) if e.text and e.text.strip()), None
    )


def _is_head(text: str, draft: Draft) -> bool:
    """Whether a title draft came from <title>, which repeats the book's name in every chapter."""
    end = text.lower().find("</head")
    return 0 <= draft.origin < end


def _keep_one_title(page: Page) -> None:
    """Chapters each have an h1: the first is the book's title only if it says so."""
    for i, draft in enumerate(page.drafts):
        if draft.kind is Kind.TITLE and not (i < 2 and draft.text == page.meta.title):
            draft.kind = Kind.HEADING
