"""The glossary in force: the curated files and the user's own, the user's winning.

Loading never fails for what a file holds. What is wrong is in `Glossary.problems`; a file that has
become broken keeps its last good version in force, across restarts where there is a cache folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.glossary.compiled import (
    Record,
    Unit,
    cache_path,
    compile_unit,
    key_of,
    read_compiled,
    write_compiled,
)
from yomu.glossary.problem import Problem
from yomu.model import GlossaryEntry

if TYPE_CHECKING:
    from yomu.glossary.search import Form, Hit

_SETTLED_NS = 50_000_000
"""A file changed less than 50 ms before it was compiled may change again under the same mtime."""


def load(
    sources: Sequence[Path], *, cache_dir: Path | None = None, previous: Glossary | None = None
) -> Glossary:
    """Load glossary files and folders (their `*.toml`, in order of name); later sources win.

    A path that does not exist is an empty glossary, as the user's own is at first. `cache_dir`
    keeps compiled files; `previous` gives its unchanged files and the last good version of broken
    ones.
    """
    known = {unit.file: unit for unit in previous.units} if previous else {}
    layers = [
        [_unit(path, cache_dir, known.get(str(path))) for path in _files(source)]
        for source in sources
    ]
    return Glossary(tuple(sources), layers, cache_dir)


def of_entries(entries: Iterable[GlossaryEntry]) -> Glossary:
    """A glossary of entries that stand in no file; of two with one id the first counts."""
    by_id: dict[str, GlossaryEntry] = {}
    for entry in entries:
        by_id.setdefault(entry.id, entry)
    return Glossary((), [[compile_unit("", None, list(by_id.values()), [])]], None)


class Glossary:
    """Entries by id, headword, kana and English. Unchanging: `reload` gives a new one.

    `problems` are those of the files as they are now; `units` the files in force.
    """

    def __init__(
        self, sources: Sequence[Path], layers: Sequence[Sequence[Unit]], cache_dir: Path | None
    ) -> None:
        self.sources = tuple(sources)
        self.cache_dir = cache_dir
        self.units = tuple(unit for layer in layers for unit in layer)
        self.problems: tuple[Problem, ...] = tuple(
            problem for unit in self.units for problem in unit.problems
        )
        self._records: dict[str, Record] = {}
        self._entries: dict[str, GlossaryEntry] = {}
        self._forms: dict[str, list[Form]] | None = None
        headwords: dict[str, list[str]] = {}
        for layer in layers:
            self._add(layer, headwords)

    def _add(self, layer: Sequence[Unit], headwords: dict[str, list[str]]) -> None:
        """Put a layer over those before it; it drops their entries with its ids and headwords."""
        records: dict[str, Record] = {}
        for unit in layer:
            for record in unit.records:
                if record.id in records:
                    self.problems += (_same_id(record, records[record.id]),)
                else:
                    records[record.id] = record
        for record in records.values():
            for shadowed in headwords.pop(_folded_headword(record), ()):
                self._records.pop(shadowed, None)
        for record in records.values():
            self._records[record.id] = record
            headwords.setdefault(_folded_headword(record), []).append(record.id)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[GlossaryEntry]:
        """Every entry, in the order of the files."""
        return (self._entry(record) for record in list(self._records.values()))

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._records

    @property
    def records(self) -> list[Record]:
        """The index rows of all entries in force, without decoding an entry."""
        return list(self._records.values())

    @property
    def ids(self) -> frozenset[str]:
        """All ids in force."""
        return frozenset(self._records)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files in force."""
        return tuple(Path(unit.file) for unit in self.units)

    def get(self, entry_id: str) -> GlossaryEntry | None:
        """The entry with this id."""
        record = self._records.get(entry_id)
        return None if record is None else self._entry(record)

    def find(self, form: str) -> tuple[GlossaryEntry, ...]:
        """The entries that a form in a text can mean: headword, variant, acronym, inflected.

        Exact headwords come first, then other spellings of headwords, variants, acronyms, inflections.
        """
        from yomu.glossary.search import find, forms_of

        if self._forms is None:
            self._forms = forms_of(self)
        return tuple(self._entry(record) for record in find(self._forms, form))

    def search(self, query: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Entries for Japanese, kana, romaji or English, best first."""
        from yomu.glossary.search import search

        return search(self, query, limit)

    def domains(self) -> dict[str, int]:
        """How many entries each domain has, by name."""
        counts: dict[str, int] = {}
        for record in self._records.values():
            counts[record.domain] = counts.get(record.domain, 0) + 1
        return dict(sorted(counts.items()))

    def in_domain(self, domain: str) -> tuple[GlossaryEntry, ...]:
        """The entries of one domain, in the order of the files."""
        return tuple(self._entry(r) for r in self._records.values() if r.domain == domain)

    def readings(self) -> dict[str, str]:
        """Headword to hiragana reading, for the reading engine. The first of two homographs wins."""
        readings: dict[str, str] = {}
        for record in self._records.values():
            readings.setdefault(record.ja, record.reading)
        return readings

    def changed(self) -> bool:
        """Whether any file was added, removed or touched since this was loaded."""
        paths = [path for source in self.sources for path in _files(source)]
        if [str(path) for path in paths] != [unit.file for unit in self.units]:
            return True
        return any(key_of(path) != unit.key for path, unit in zip(paths, self.units, strict=True))

    def reload(self) -> Glossary:
        """The glossary as the files are now; `self` where nothing changed."""
        if not self.changed():
            return self
        return load(self.sources, cache_dir=self.cache_dir, previous=self)

    def _entry(self, record: Record) -> GlossaryEntry:
        entry = self._entries.get(record.id)
        if entry is None:
            entry = self._entries[record.id] = record.entry()
        return entry


def _folded_headword(record: Record) -> str:
    return record.patterns[0][0] if record.patterns else record.ja


def _same_id(record: Record, first: Record) -> Problem:
    line = record.entry().line
    message = (
        f'the id "{record.id}" is taken by {first.unit.file}:{first.entry().line}. '
        "Give this entry another."
    )
    return Problem(record.unit.file, line, 0, "duplicate-id", message)


def _files(source: Path) -> list[Path]:
    """The files of a source. A missing file stays in the list: it may come to be."""
    if source.is_dir():
        return sorted(path for path in source.glob("*.toml") if not path.name.startswith("."))
    return [source]


def _unit(path: Path, cache_dir: Path | None, known: Unit | None) -> Unit:
    """The file in force: unchanged, compiled, parsed, or its last good version."""
    file, key = str(path), key_of(path)
    if known is not None and known.key == key:
        return known
    if key is None:
        return Unit(file, None, b"", [], [])
    compiled = cache_path(cache_dir, path) if cache_dir else None
    stored = read_compiled(compiled, file) if compiled else None
    if stored is not None and stored.key == key:
        return stored
    from yomu.glossary.toml_source import read_file

    reading = read_file(path)
    if reading.complete:
        unit = compile_unit(file, key, reading.entries, reading.problems)
        if compiled is not None:
            write_compiled(compiled, unit)
            if _is_fresh(compiled, key):
                write_compiled(compiled, unit, stale=True)
        return unit
    good = known or stored
    if good is not None and good.records:
        return Unit(file, key, good.body, good.records, reading.problems)
    return compile_unit(file, key, reading.entries, reading.problems)


def _is_fresh(compiled: Path, key: tuple[int, int]) -> bool:
    """Whether the file was changed in the same moment that it was compiled."""
    written = key_of(compiled)
    return written is not None and written[1] - key[1] < _SETTLED_NS
