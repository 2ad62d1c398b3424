"""Bringing notes into a running Anki: new ones are added, others changed where they differ.

A note is found by its field Id. Nothing is ever deleted, and the note type, where Anki has one,
keeps its fields; a note that Anki refuses is named and stops no other.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from yomu.errors import YomuError
from yomu.export.anki import DESIGNED_AT, NOTE_TYPE_ID
from yomu.export.anki_connect import AnkiConnect, RefusedError
from yomu.export.card_faces import CSS, TEMPLATES
from yomu.export.notes import FIELDS, ROOT, Note

_INFOS_AT_ONCE = 500
_OURS = tuple(f"{ROOT}::{kind}" for kind in ("term", "word", "domain", "text"))


@dataclass(slots=True)
class Pushed:
    """What became of each note. `alone` are new ones that a deck file would not find again."""

    new: list[Note] = field(default_factory=list)
    updated: list[Note] = field(default_factory=list)
    same: list[Note] = field(default_factory=list)
    refused: list[tuple[Note, str]] = field(default_factory=list)
    alone: list[Note] = field(default_factory=list)


def push(
    notes: Sequence[Note],
    anki: AnkiConnect,
    package: Callable[[Sequence[Note]], bytes] | None = None,
    *,
    new_only: bool = False,
) -> Pushed:
    """Add and update notes; with `new_only` what Anki holds stays as it is.

    `package` makes the bytes of a deck file. Through such a file new notes get the ids that every
    other export gives them; where Anki cannot open it (it runs in a sandbox, or on another
    computer) they are added one by one.
    Raises YomuError where Anki cannot be reached or has another note type of our name.
    """
    anki.check()
    pushed = Pushed()
    kind = _note_type_id(anki)
    held = _held(anki) if kind else {}
    new = [note for note in notes if note.html[0] not in held]
    if kind:
        _renew_design(anki)
    if not new_only:
        _update([note for note in notes if note.html[0] in held], held, anki, pushed)
    if new:
        if package and kind in (None, NOTE_TYPE_ID):
            new = _by_package(new, anki, package, pushed)
        _add(new, anki, pushed)
    return pushed


# The note type


def _note_type_id(anki: AnkiConnect) -> int | None:
    """The id of the note type *yomu*, None if there is none. YomuError if it lacks our fields."""
    kinds: Mapping[str, int] = anki.call("modelNamesAndIds")
    if ROOT not in kinds:
        return None
    has = anki.call("modelFieldNames", modelName=ROOT)
    missing = [name for name in FIELDS if name not in has]
    if missing:
        raise YomuError(
            f"The note type {ROOT} in Anki has no field {', '.join(missing)}.",
            f"Add it in Anki (Tools → Manage Note Types → {ROOT} → Fields), or, if that note "
            "type is not yomu's, give it another name. Nothing was changed.",
        )
    return int(kinds[ROOT])


def _make_note_type(anki: AnkiConnect) -> None:
    anki.call(
        "createModel",
        modelName=ROOT,
        inOrderFields=list(FIELDS),
        css=CSS,
        isCloze=False,
        cardTemplates=[
            {"Name": name, "Front": front, "Back": back} for name, front, back in TEMPLATES
        ],
    )


def _renew_design(anki: AnkiConnect) -> None:
    """Bring our templates and style to a note type that nobody touched since we last changed ours.

    The same rule as of a deck file. An add-on that cannot tell the date leaves the design alone.
    """
    try:
        (kind,) = anki.call("findModelsByName", modelNames=[ROOT])
        older = int(kind["mod"]) < DESIGNED_AT
    except (RefusedError, ValueError, KeyError, TypeError):
        return
    if not older:
        return
    there = anki.call("modelTemplates", modelName=ROOT)
    ours = {
        name: {"Front": front, "Back": back} for name, front, back in TEMPLATES if name in there
    }
    anki.call("updateModelTemplates", model={"name": ROOT, "templates": ours})
    anki.call("updateModelStyling", model={"name": ROOT, "css": CSS})


# Notes that are there


def _held(anki: AnkiConnect, query: str = f"note:{ROOT}") -> dict[str, dict[str, Any]]:
    """What AnkiConnect tells of each note, by the note's Id."""
    ids = anki.call("findNotes", query=query)
    return {_values(info)["Id"]: info for info in _infos(anki, ids)}


def _infos(anki: AnkiConnect, ids: Sequence[int]) -> Iterable[dict[str, Any]]:
    for at in range(0, len(ids), _INFOS_AT_ONCE):
        yield from filter(None, anki.call("notesInfo", notes=ids[at : at + _INFOS_AT_ONCE]))


def _update(
    notes: Sequence[Note], held: Mapping[str, dict[str, Any]], anki: AnkiConnect, pushed: Pushed
) -> None:
    """Write what differs, and look whether it is there: Anki ignores it for a note it has open."""
    todo: list[tuple[Note, int, list[tuple[str, dict[str, Any]]]]] = []
    for note in notes:
        info = held[note.html[0]]
        actions = _changes(note, info)
        if actions:
            todo.append((note, info["noteId"], actions))
        else:
            pushed.same.append(note)
    given = iter(anki.each([action for _, _, actions in todo for action in actions]))
    after = {info["noteId"]: info for info in _infos(anki, [number for _, number, _ in todo])}
    for note, number, actions in todo:
        errors = [answer.error for answer in (next(given) for _ in actions) if answer.error]
        if not errors and number in after and _differing(note, after[number]):
            errors = ["it stayed as it was; close Anki's browser and editor, then try again"]
        if errors:
            pushed.refused.append((note, errors[0]))
        else:
            pushed.updated.append(note)


def _changes(note: Note, info: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The actions that make Anki's note ours; tags that a person gave it stay."""
    number = info["noteId"]
    actions: list[tuple[str, dict[str, Any]]] = []
    if differing := _differing(note, info):
        actions.append(("updateNoteFields", {"note": {"id": number, "fields": differing}}))
    has = {_folded(tag): tag for tag in info["tags"]}
    wanted = {_folded(tag): tag for tag in note.tags}
    missing = [tag for key, tag in wanted.items() if key not in has]
    stale = [tag for key, tag in has.items() if key not in wanted and tag.startswith(_OURS)]
    if missing:
        actions.append(("addTags", {"notes": [number], "tags": " ".join(missing)}))
    if stale:
        actions.append(("removeTags", {"notes": [number], "tags": " ".join(stale)}))
    return actions


def _differing(note: Note, info: Mapping[str, Any]) -> dict[str, str]:
    """Our fields that Anki's note has otherwise. Anki stores text in NFC."""
    has = _values(info)
    return {
        name: value
        for name, value in zip(FIELDS, note.html, strict=True)
        if unicodedata.normalize("NFC", value) != unicodedata.normalize("NFC", has[name])
    }


def _values(info: Mapping[str, Any]) -> dict[str, str]:
    return {name: str(item["value"]) for name, item in info["fields"].items()}


def _folded(tag: str) -> str:
    return unicodedata.normalize("NFC", tag).casefold()


# New notes


def _by_package(
    notes: Sequence[Note],
    anki: AnkiConnect,
    package: Callable[[Sequence[Note]], bytes],
    pushed: Pushed,
) -> list[Note]:
    """Add notes through a deck file; those that did not arrive."""
    with tempfile.TemporaryDirectory(prefix="yomu-") as folder:
        path = Path(folder) / "deck.apkg"
        path.write_bytes(package(notes))
        try:
            anki.call("importPackage", path=str(path))
        except RefusedError:
            return list(notes)
    held = _held(anki)
    pushed.new += [note for note in notes if note.html[0] in held]
    return [note for note in notes if note.html[0] not in held]


def _add(notes: Sequence[Note], anki: AnkiConnect, pushed: Pushed) -> None:
    """Add notes one by one, each with Anki's own word on it."""
    if not notes:
        return
    if ROOT not in anki.call("modelNames"):
        _make_note_type(anki)
    for deck in dict.fromkeys(note.deck for note in notes):
        anki.call("createDeck", deck=deck)
    answers = anki.each(("addNote", {"note": _as_new(note)}) for note in notes)
    for note, answer in zip(notes, answers, strict=True):
        if answer.error or not answer.result:
            pushed.refused.append((note, answer.error or "no reason given"))
        else:
            pushed.new.append(note)
            pushed.alone.append(note)


def _as_new(note: Note) -> dict[str, Any]:
    return {
        "deckName": note.deck,
        "modelName": ROOT,
        "fields": dict(zip(FIELDS, note.html, strict=True)),
        "tags": list(note.tags),
    }
