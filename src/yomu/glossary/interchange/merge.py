"""Merge what an import brings: first a plan that shows every change, then, if asked, the changes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yomu.glossary.fields import BY_NAME
from yomu.glossary.fold import fold_key
from yomu.glossary.interchange.draft import Draft, Imported
from yomu.glossary.kana import is_kana
from yomu.kana import to_hiragana
from yomu.model import GlossaryEntry

if TYPE_CHECKING:
    from yomu.glossary.glossary import Glossary


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field that an import would change; values as in `GlossaryEntry`."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Changed:
    """An entry that exists and would change. What the import leaves out stays as it is."""

    entry: GlossaryEntry
    merged: GlossaryEntry
    diffs: tuple[FieldDiff, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A term that cannot be merged as it is; `why` says what to do."""

    draft: Draft
    why: str


@dataclass(slots=True)
class MergePlan:
    """What an import would do. Nothing is written before `apply`."""

    new: list[GlossaryEntry] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: list[GlossaryEntry] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def plan(
    imported: Imported,
    glossary: Glossary,
    *,
    domain: str = "mine",
    reading_of: Callable[[str], str | None] | None = None,
) -> MergePlan:
    """Compare an import with the glossary, by id, or by headword and reading where there is no id.

    New terms without a domain go to `domain`, those without a reading get `reading_of(headword)`.
    """
    merge = MergePlan(ignored=list(imported.ignored))
    seen: dict[str, Draft] = {}
    taken = set(glossary.ids)
    for draft in imported.drafts:
        _place(draft, glossary, merge, seen, taken, domain, reading_of)
    return merge


def _place(
    draft: Draft,
    glossary: Glossary,
    merge: MergePlan,
    seen: dict[str, Draft],
    taken: set[str],
    domain: str,
    reading_of: Callable[[str], str | None] | None,
) -> None:
    """Put one draft into its list of the plan."""
    from yomu.glossary.edit import new_id

    known = _known(draft, glossary)
    if isinstance(known, Conflict):
        merge.conflicts.append(known)
        return
    key = (
        known.id
        if known
        else draft.id or f"{draft.values.get('ja')}\n{draft.values.get('reading')}"
    )
    if key in seen:
        why = f"{seen[key].place} has the same term. Keep one of the two."
        merge.conflicts.append(Conflict(draft, why))
        return
    seen[key] = draft
    if known is not None:
        _compare(draft, known, merge)
        return
    entry = _completed(draft.entry(), domain, reading_of)
    if faults := _faults(entry):
        merge.conflicts.append(Conflict(draft, faults))
        return
    if not entry.id:
        entry = replace(entry, id=new_id(entry.en[0], taken))
    taken.add(entry.id)
    merge.new.append(entry)


def _known(draft: Draft, glossary: Glossary) -> GlossaryEntry | Conflict | None:
    """The entry that the draft is about."""
    ja, reading = draft.values.get("ja", ""), draft.values.get("reading", "")
    entry = glossary.get(draft.id) if draft.id else None
    if entry is not None:
        return entry
    folded = fold_key(ja)
    same = [found for found in glossary.find(ja) if fold_key(found.ja) == folded] if ja else []
    if reading:
        same = [found for found in same if found.reading == to_hiragana(reading)]
    if not same:
        return None
    if draft.id:
        why = f'{ja} is the entry "{same[0].id}" already. Give that id, or take the term out.'
        return Conflict(draft, why)
    if len(same) > 1:
        ids = ", ".join(found.id for found in same)
        return Conflict(draft, f"{ja} can be any of {ids}. Give the id.")
    return same[0]


def _compare(draft: Draft, known: GlossaryEntry, merge: MergePlan) -> None:
    values = {name: value for name, value in draft.values.items() if value and name != "id"}
    if "reading" in values:
        values["reading"] = to_hiragana(values["reading"])
    diffs = tuple(
        FieldDiff(name, getattr(known, name), values[name])
        for name in BY_NAME
        if name in values and getattr(known, name) != values[name]
    )
    if not diffs:
        merge.same.append(known)
        return
    merged = replace(known, **{diff.name: diff.after for diff in diffs})
    if faults := _faults(merged):
        merge.conflicts.append(Conflict(draft, faults))
        return
    merge.changed.append(Changed(known, merged, diffs))


def _completed(
    entry: GlossaryEntry, domain: str, reading_of: Callable[[str], str | None] | None
) -> GlossaryEntry:
    reading = entry.reading
    if not reading and is_kana(entry.ja):
        reading = entry.ja
    if not reading and reading_of is not None and entry.ja:
        reading = reading_of(entry.ja) or ""
    reading = to_hiragana(reading).replace("・", "")
    return replace(entry, reading=reading, domain=entry.domain or domain)


def _faults(entry: GlossaryEntry) -> str:
    """What the format would say of the entry, "" if it is sound."""
    from yomu.glossary.edit import as_toml
    from yomu.glossary.toml_source import read_bytes

    draft = entry if entry.id else replace(entry, id="new")
    reading = read_bytes(as_toml(draft).encode(), "")
    return "; ".join(problem.message for problem in reading.problems)


def apply(merge: MergePlan, path: Path, *, only: Collection[str] | None = None) -> int:
    """Write the plan's new and changed entries into the user's file; returns how many.

    `only` limits it to these ids. An entry that stands elsewhere (the curated one) is written to
    `path` whole and wins from there. Raises YomuError as `edit.add` does; then nothing is written.
    """
    from yomu.glossary.edit import put

    entries = [*merge.new, *(changed.merged for changed in merge.changed)]
    chosen = [entry for entry in entries if only is None or entry.id in only]
    put(path, chosen)
    return len(chosen)
