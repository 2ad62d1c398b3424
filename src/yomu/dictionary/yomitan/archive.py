"""Open a zip from anywhere without trusting it.

Nothing is ever extracted: banks are read into memory one after the other, and no more of one than
the limits allow, whatever the archive says of its own sizes.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from yomu.dictionary.yomitan.contract import MB, Limits
from yomu.errors import YomuError
from yomu.terminal import safe_line

_CHUNK = 1 << 20


_BANK = re.compile(r"(term|term_meta|kanji|kanji_meta|tag)_bank_(\d{1,6})\.json")
_ORDER = ("tag", "term", "term_meta", "kanji", "kanji_meta")


@dataclass(frozen=True, slots=True)
class Bank:
    """One bank of the archive: `name` as in the zip, `kind` its first word, sizes in bytes."""

    name: str
    kind: str
    number: int
    packed: int
    size: int


class Archive:
    """A Yomitan zip. Every method raises YomuError, with the file's name, for what is wrong with it."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self._limits = limits
        self._read = 0
        try:
            if path.stat().st_size > limits.archive:
                raise self.error(f"larger than {limits.archive // MB} MB")
            self._zip = zipfile.ZipFile(path)
        except zipfile.BadZipFile:
            raise self.error(
                "not a zip file, or one that was cut off",
                "A Yomitan dictionary is a .zip. Download it again.",
            ) from None
        except (OSError, ValueError, NotImplementedError) as error:
            raise self.error(
                f"cannot be read ({getattr(error, 'strerror', None) or error})",
                "Name the file that you downloaded.",
            ) from None
        try:
            self.banks = self._inspect()
        except BaseException:
            self._zip.close()
            raise

    def close(self) -> None:
        self._zip.close()

    def error(self, what: str, hint: str = "Get a fresh copy of the dictionary, or leave it out.") -> YomuError:  # fmt: skip
        return YomuError(f"{safe_line(self.path.name)}: {what}.", hint)

    def _inspect(self) -> tuple[Bank, ...]:
        members = self._zip.infolist()
        if len(members) > self._limits.members:
            raise self.error(f"{len(members)} files inside, more than {self._limits.members}")
        banks: dict[str, Bank] = {}
        names = set()
        for member in members:
            name = member.filename
            shown = safe_line(name)[:80]
            if ".." in re.split(r"[/\\]", name) or name.startswith(("/", "\\")) or ":" in name[:3]:
                raise self.error(f"the name {shown} leads out of the archive")
            if name in names:
                raise self.error(f"{shown} is in it twice")
            names.add(name)
            found = _BANK.fullmatch(name)
            if found:
                banks[name] = Bank(
                    name, found[1], int(found[2]), member.compress_size, member.file_size
                )
        if "index.json" not in names:
            raise self.error(
                "no index.json in it, so it is no Yomitan dictionary",
                "The archive must hold index.json and the banks at its top, not in a folder.",
            )
        total = sum(bank.size for bank in banks.values())
        if total > self._limits.total:
            raise self.error(f"{total // MB} MB unpacked, more than {self._limits.total // MB}")
        return tuple(sorted(banks.values(), key=lambda b: (_ORDER.index(b.kind), b.number)))

    def index(self) -> dict[str, Any]:
        """index.json, an object."""
        value = self.read("index.json")
        if not isinstance(value, dict):
            raise self.error("index.json must hold an object")
        return value

    def rows(self, bank: Bank) -> Iterator[Any]:
        """The rows of a bank, not yet looked at."""
        value = self.read(bank.name)
        if not isinstance(value, list):
            raise self.error(f"{bank.name} must hold a list")
        yield from value

    def read(self, name: str) -> Any:
        """The JSON of one file, within the limits."""
        try:
            return json.loads(self._bytes(name))
        except UnicodeDecodeError:
            raise self.error(f"{name} is not UTF-8") from None
        except RecursionError:
            raise self.error(f"{name} is nested too deeply") from None
        except ValueError as error:
            where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise self.error(f"{name} is not JSON{where}") from None

    def _bytes(self, name: str) -> bytes:
        limits = self._limits
        member = self._zip.getinfo(name)
        allowed = min(limits.bank, max(member.compress_size, 10_000) * limits.ratio)
        out = bytearray()
        try:
            with self._zip.open(member) as stream:
                while chunk := stream.read(_CHUNK):
                    out += chunk
                    self._read += len(chunk)
                    if len(out) > allowed or self._read > limits.total:
                        raise self.error(
                            f"{name} unpacks to more than {allowed // MB} MB, which no dictionary does"
                        )
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError):
            raise self.error(f"{name} is damaged", "Download the dictionary again.") from None
        except (NotImplementedError, RuntimeError):
            raise self.error(f"{name} is encrypted or packed in an unknown way") from None
        return bytes(out)
