"""AnkiConnect, API version 6, as its documentation describes it, over a real Anki collection.

What Anki itself decides (duplicates, normalised text, cards of a note) is decided by Anki here too.
"""

# ruff: noqa: N803 - the parameters have AnkiConnect's names

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any


class FakeAnkiConnect:
    """The add-on's actions on `col`. The attributes make it behave as a difficult one does."""

    def __init__(self, col: Any) -> None:
        self.col = col
        self.version: Any = 6
        self.key = ""
        self.asked: list[str] = []
        """Every action, in order, those inside `multi` too."""
        self.without: set[str] = {"importPackage"}
        """Actions that this one does not have; `importPackage` fails where Anki sees no such file."""
        self.open_in_browser: set[int] = set()
        """Notes whose fields stay as they are, because Anki shows them."""
        self.answer_null_to: set[str] = set()
        """Ids of notes that it refuses without a word."""
        self.status = 200
        self.break_after: int | None = None
        """Close the connection without an answer after so many requests."""

    def handle(self, request: dict[str, Any]) -> Any:
        action, version = request.get("action", ""), request.get("version", 4)
        self.asked.append(action)
        try:
            if self.key and request.get("key") != self.key and action != "requestPermission":
                raise ValueError("valid api key must be provided")
            method: Callable[..., Any] | None = getattr(self, f"do_{action}", None)
            if method is None or action in self.without:
                raise ValueError("unsupported action")
            result, error = method(**request.get("params", {})), None
        except Exception as problem:
            result, error = None, str(problem)
        # before version 5 an answer was the bare result
        return {"result": result, "error": error} if version > 4 else result

    def do_version(self) -> Any:
        return self.version

    def do_multi(self, actions: list[dict[str, Any]]) -> list[Any]:
        return [self.handle(action) for action in actions]

    # Decks and note types

    def do_createDeck(self, deck: str) -> int:
        return int(self.col.decks.id(deck))

    def do_modelNames(self) -> list[str]:
        return [kind.name for kind in self.col.models.all_names_and_ids()]

    def do_modelNamesAndIds(self) -> dict[str, int]:
        return {kind.name: kind.id for kind in self.col.models.all_names_and_ids()}

    def do_modelFieldNames(self, modelName: str) -> list[str]:
        return [item["name"] for item in self._model(modelName)["flds"]]

    def do_findModelsByName(self, modelNames: list[str]) -> list[Any]:
        return [self._model(name) for name in modelNames]

    def do_createModel(
        self,
        modelName: str,
        inOrderFields: list[str],
        cardTemplates: list[dict[str, str]],
        css: str | None = None,
        isCloze: bool = False,
    ) -> Any:
        if not inOrderFields:
            raise ValueError("Must provide at least one field for inOrderFields")
        if modelName in self.do_modelNames():
            raise ValueError("Model name already exists")
        models = self.col.models
        kind = models.new(modelName)
        for name in inOrderFields:
            models.add_field(kind, models.new_field(name))
        if css is not None:
            kind["css"] = css
        for number, item in enumerate(cardTemplates, 1):
            template = models.new_template(item.get("Name", f"Card {number}"))
            template["qfmt"], template["afmt"] = item["Front"], item["Back"]
            models.add_template(kind, template)
        models.add(kind)
        return kind

    def do_modelTemplates(self, modelName: str) -> dict[str, dict[str, str]]:
        return {
            item["name"]: {"Front": item["qfmt"], "Back": item["afmt"]}
            for item in self._model(modelName)["tmpls"]
        }

    def do_updateModelTemplates(self, model: dict[str, Any]) -> None:
        kind = self._model(model["name"])
        for item in kind["tmpls"]:
            sides = model["templates"].get(item["name"], {})
            item["qfmt"] = sides.get("Front", item["qfmt"])
            item["afmt"] = sides.get("Back", item["afmt"])
        self.col.models.update_dict(kind)

    def do_updateModelStyling(self, model: dict[str, str]) -> None:
        kind = self._model(model["name"])
        kind["css"] = model["css"]
        self.col.models.update_dict(kind)

    def _model(self, name: str) -> Any:
        kind = self.col.models.by_name(name)
        if kind is None:
            raise ValueError(f"model was not found: {name}")
        return kind

    # Notes

    def do_findNotes(self, query: str) -> list[int]:
        return [int(number) for number in self.col.find_notes(query)]

    def do_notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:
        return [self._info(number) for number in notes]

    def _info(self, number: int) -> dict[str, Any]:
        with suppress(Exception):
            note = self.col.get_note(number)
            return {
                "noteId": note.id,
                "tags": note.tags,
                "fields": {
                    name: {"value": value, "order": order}
                    for order, (name, value) in enumerate(note.items())
                },
                "modelName": note.note_type()["name"],
                "cards": list(note.card_ids()),
            }
        return {}  # a note that is gone, so that the lists correspond

    def do_addNote(self, note: dict[str, Any]) -> int | None:
        if note["fields"].get("Id") in self.answer_null_to:
            return None
        kind = self._model(note["modelName"])
        deck = self.col.decks.by_name(note["deckName"])
        if deck is None:
            raise ValueError(f"deck was not found: {note['deckName']}")
        made = self.col.new_note(kind)
        made.tags = list(note.get("tags", []))
        for name, value in note["fields"].items():
            if name in made:
                made[name] = value
        state = int(made.fields_check())
        if state == 1:
            raise ValueError("cannot create note because it is empty")
        if state == 2 and not note.get("options", {}).get("allowDuplicate"):
            raise ValueError("cannot create note because it is a duplicate")
        self.col.add_note(made, deck["id"])
        return int(made.id)

    def do_updateNoteFields(self, note: dict[str, Any]) -> None:
        found = self.col.get_note(note["id"])
        if found.id in self.open_in_browser:
            return
        for name, value in note["fields"].items():
            if name in found:
                found[name] = value
        self.col.update_note(found)

    def do_addTags(self, notes: list[int], tags: str) -> None:
        self.col.tags.bulk_add(notes, tags)

    def do_removeTags(self, notes: list[int], tags: str) -> None:
        self.col.tags.bulk_remove(notes, tags)

    def do_importPackage(self, path: str) -> bool:
        from anki.importing import AnkiPackageImporter

        AnkiPackageImporter(self.col, path).run()
        return True


@contextmanager
def running(fake: FakeAnkiConnect) -> Iterator[str]:
    """The address under which `fake` answers."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if fake.break_after is not None:
                fake.break_after -= 1
                if fake.break_after < 0:
                    return
            answer = json.dumps(fake.handle(json.loads(body))).encode() if body else b"AnkiConnect"
            self.send_response(fake.status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
