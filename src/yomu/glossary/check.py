"""Check glossary files: every fault at its line, with what to write instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from yomu.glossary.fold import fold_key
from yomu.glossary.problem import Problem, Severity
from yomu.glossary.readable import Candidates
from yomu.glossary.rules import faults
from yomu.glossary.toml_source import entry_texts, read_file
from yomu.glossary.validate import EntryText
from yomu.model import GlossaryEntry, Token


def check(
    files: Sequence[Path],
    *,
    texts: Iterable[tuple[str, Sequence[Token]]] = (),
    candidates: Candidates | None = None,
    known_ids: Collection[str] = (),
    complete: bool = True,
    name: Callable[[Path], str] = str,
) -> list[Problem]:
    """All problems of `files` (folders stand for their *.toml), sorted by file and line.

    With `texts` (paragraphs and their tokens) entries that none of them uses are warned of.
    `candidates` gives the readings of one kanji; without it only kana are compared. `known_ids` are
    ids elsewhere that `see` may name. `complete` makes a missing definition an error and the domain
    the file's name, as the curated files want it; otherwise it is a warning. `name` says how a file
    is called in the problems.
    """
    return _Check(files, candidates, known_ids, complete, name).run(list(texts))


class _Check:
    def __init__(
        self,
        files: Sequence[Path],
        candidates: Candidates | None,
        known_ids: Collection[str],
        complete: bool,
        name: Callable[[Path], str],
    ) -> None:
        self._paths = [
            path
            for given in files
            for path in (sorted(given.glob("*.toml")) if given.is_dir() else [given])
        ]
        self._candidates = candidates
        self._known_ids = known_ids
        self._complete = complete
        self._name = name
        self._problems: set[Problem] = set()
        self._entries: list[GlossaryEntry] = []
        self._places: dict[tuple[str, int], EntryText] = {}

    def run(self, texts: list[tuple[str, Sequence[Token]]]) -> list[Problem]:
        for path in self._paths:
            self._read(path)
        for entry in self._entries:
            for field, rule, message, severity in faults(
                entry, complete=self._complete, candidates=self._candidates
            ):
                self._report(entry, field, rule, message, severity)
        self._cross_references()
        self._duplicates()
        self._matching(texts)
        return sorted(self._problems)

    def _read(self, path: Path) -> None:
        name = self._name(path)
        reading = read_file(path, name=name)
        self._problems.update(reading.problems)
        self._entries += reading.entries
        for where in entry_texts(path, name):
            self._places[name, where.line] = where
        if self._complete:
            for entry in reading.entries:
                if entry.domain != path.stem:
                    self._report(
                        entry,
                        "domain",
                        "wrong-domain",
                        f'domain is "{entry.domain}" in {path.name}. Write domain = "{path.stem}".',
                    )

    def _report(
        self,
        entry: GlossaryEntry,
        field: str,
        rule: str,
        message: str,
        severity: Severity = "error",
    ) -> None:
        where = self._places.get((entry.file, entry.line))
        line, column = where.place(field) if where and field else (entry.line, 1)
        self._problems.add(Problem(entry.file, line, column, rule, message, severity))

    def _cross_references(self) -> None:
        ids = {entry.id for entry in self._entries} | set(self._known_ids)
        for entry in self._entries:
            for see in entry.see:
                if see not in ids:
                    close = get_close_matches(see, ids, 1)
                    hint = f'Write "{close[0]}".' if close else "Take it out, or write that entry."
                    self._report(entry, "see", "see-nowhere", f'there is no entry "{see}". {hint}')

    def _duplicates(self) -> None:
        by_id: dict[str, GlossaryEntry] = {}
        by_form: dict[str, list[tuple[GlossaryEntry, str]]] = defaultdict(list)
        for entry in self._entries:
            if first := by_id.get(entry.id):
                message = f'the id "{entry.id}" is taken by {_at(first)}. Give this entry another.'
                self._report(entry, "id", "duplicate-id", message)
            by_id.setdefault(entry.id, entry)
            by_form[fold_key(entry.ja)].append((entry, "ja"))
        for entries in by_form.values():
            self._same_headword([entry for entry, _ in entries])
        variants: dict[str, GlossaryEntry] = {}
        for entry in self._entries:
            for variant in entry.variants:
                folded = fold_key(variant)
                others = [other for other, _ in by_form.get(folded, ()) if other is not entry]
                if others:
                    message = (
                        f"the variant {variant} is the headword of {_at(others[0])}, which comes first. "
                        "Take it out and name that entry in see."
                    )
                    self._report(entry, "variants", "shadowed-variant", message)
                elif (first := variants.setdefault(folded, entry)) is not entry:
                    message = f"the variant {variant} is also one of {_at(first)}. Keep one."
                    self._report(entry, "variants", "duplicate-variant", message)

    def _same_headword(self, entries: list[GlossaryEntry]) -> None:
        first: dict[str, GlossaryEntry] = {}
        for entry in entries:
            if entry.reading in first:
                other = first[entry.reading]
                message = f"{entry.ja} is an entry already, at {_at(other)}. Make one of the two."
                self._report(entry, "ja", "duplicate-headword", message)
            first.setdefault(entry.reading, entry)

    def _matching(self, texts: list[tuple[str, Sequence[Token]]]) -> None:
        from yomu.glossary.glossary import of_entries
        from yomu.glossary.matcher import Matcher

        by_id = {entry.id: entry for entry in reversed(self._entries)}
        matcher = Matcher(of_entries(by_id.values()))
        for item in matcher.unreachable():
            if not item.by:
                entry = by_id[item.entry_id]
                field = "ja" if item.form == entry.ja else "variants"
                message = f"{item.form} can never be found: {item.why}. Write it as texts do."
                self._report(entry, field, "unmatchable", message)
        if texts:
            used = {
                match.entry_id for text, tokens in texts for match in matcher.match(text, tokens)
            }
            for entry in by_id.values():
                if entry.id not in used:
                    message = f"{entry.ja} stands in none of the texts given. Check its spelling, or add variants."
                    self._report(entry, "ja", "never-attested", message, "warning")


def _at(entry: GlossaryEntry) -> str:
    return f'"{entry.id}" ({entry.file}:{entry.line})'
