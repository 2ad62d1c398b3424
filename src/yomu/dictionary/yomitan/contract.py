"""What the importer and its callers agree on; light to import, as the importer is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from yomu.errors import YomuError

MB = 1_000_000
FORMAT = 1
"""Of a dictionary's file; one of another number has to be added anew."""

Progress = Callable[[int, int], None]
"""Told (bytes done, bytes in all), unpacked."""

Row = tuple[Any, ...]
"""The values of one row, as the table of its kind has them."""


class Batch(NamedTuple):
    """Some thousand rows of one kind. `done`: how many bytes of the package came before them."""

    kind: str
    rows: list[Row]
    done: int


class Package(Protocol):
    """Something to import. `about` has at least a title; `size` is in bytes, as `Batch.done`."""

    @property
    def about(self) -> Mapping[str, str]: ...

    @property
    def size(self) -> int: ...

    def batches(self) -> Iterator[Batch]: ...

    def error(self, what: str) -> YomuError: ...

    def close(self) -> None: ...


class Cancelled(Exception):  # noqa: N818 - not an error: a person asked for it
    """The import was called off; nothing is left of it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive may cost. The largest public dictionaries need a fifth of this.

    `ratio` bounds a bank's size over its packed size; JSON of a dictionary packs 5 to 30 times,
    a bomb a thousand times.
    """

    archive: int = 2_000 * MB
    members: int = 200_000
    bank: int = 200 * MB
    total: int = 3_000 * MB
    ratio: int = 150
    depth: int = 60
    rows: int = 5_000_000
