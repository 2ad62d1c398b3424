"""The glossary in force, and the person's own file in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yomu.errors import YomuError
from yomu.model import GlossaryEntry

if TYPE_CHECKING:
    from yomu.glossary import Glossary, Matcher

OWN_FILE = "own.toml"
OWN_DOMAIN = "own"
PHRASES_DOMAIN = "phrases"


class Terms:
    """Curated entries and the person's own, which win. The files are the truth: `refresh` reads them again."""

    def __init__(
        self, folders: Sequence[Path], own: Path, cache_dir: Path, notices: list[str]
    ) -> None:
        self._folders = list(folders)
        self._cache_dir = cache_dir
        self._notices = notices
        self.own_file = own / OWN_FILE
        self.generation = 0
        """Goes up whenever the glossary in force changes."""
        self._said: set[str] = set()

    @cached_property
    def glossary(self) -> Glossary:
        from yomu.glossary import load

        glossary = load(self._folders, cache_dir=self._cache_dir)
        self._tell(glossary)
        return glossary

    @cached_property
    def matcher(self) -> Matcher:
        from yomu.glossary import Matcher

        return Matcher(self.glossary)

    @property
    def phrase_ids(self) -> frozenset[str]:
        """Ids of set phrases of policy prose, which are marked less than terms are."""
        return frozenset(
            record.id for record in self.glossary.records if record.domain == PHRASES_DOMAIN
        )

    def refresh(self) -> bool:
        """Take in what changed in the files; True if anything did."""
        glossary = self.glossary.reload()
        if glossary is self.glossary:
            return False
        self.__dict__["glossary"] = glossary
        self.__dict__.pop("matcher", None)
        self.generation += 1
        self._tell(glossary)
        return True

    def _tell(self, glossary: Glossary) -> None:
        """Report the faults of the person's own files; the curated ones are checked before release."""
        own = str(self.own_file.parent)
        for problem in glossary.problems:
            text = str(problem)
            if problem.file.startswith(own) and text not in self._said:
                self._said.add(text)
                self._notices.append(text)

    def add(self, entry: GlossaryEntry) -> GlossaryEntry:
        """Write a new entry to the person's own file, with a permanent id if it has none."""
        from yomu.glossary.edit import add

        taken = {known.id for known in self.glossary}
        if entry.id and entry.id in taken:
            raise YomuError(
                f"There is an entry {entry.id!r} already.", "Edit that one, or leave the id out."
            )
        made = add(self.own_file, replace(entry, domain=entry.domain or OWN_DOMAIN), taken=taken)
        self.refresh()
        return made

    def edit(self, entry_id: str, changes: Mapping[str, Any]) -> GlossaryEntry:
        """Change fields of an entry. One of the curated ones is first copied to the person's own file.

        The copy keeps its id and wins over the curated entry.
        """
        from yomu.glossary.edit import add, edit

        current = self.get(entry_id)
        if not self.is_own(current):
            changed = replace(
                current, **{name: _as_field(value) for name, value in changes.items()}
            )
            made = add(self.own_file, replace(changed, file="", line=0))
        else:
            made = edit(Path(current.file), entry_id, changes)
        self.refresh()
        return made

    def remove(self, entry_id: str) -> GlossaryEntry:
        """Take an own entry out of its file. Raises YomuError for a curated one."""
        from yomu.glossary.edit import remove

        current = self.get(entry_id)
        if not self.is_own(current):
            raise YomuError(
                f"{entry_id} comes with yomu; only your own entries can be removed.",
                "An own entry with the same id replaces it: yomu glossary edit.",
            )
        remove(Path(current.file), entry_id)
        self.refresh()
        return current

    def get(self, entry_id: str) -> GlossaryEntry:
        """The entry with this id. Raises YomuError, with what comes near, if there is none."""
        entry = self.glossary.get(entry_id)
        if entry is None:
            found = self.glossary.find(entry_id) or tuple(
                hit.entry for hit in self.glossary.search(entry_id, limit=3)
            )
            near = ", ".join(f"{entry.id} ({entry.ja})" for entry in found[:3])
            raise YomuError(
                f"No entry has the id {entry_id!r}.",
                f"Near it: {near}." if near else "yomu glossary list shows every id.",
            )
        return entry

    def is_own(self, entry: GlossaryEntry) -> bool:
        return Path(entry.file).parent == self.own_file.parent


def _as_field(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return "" if value is None else value
