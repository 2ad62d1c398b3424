"""Talking to a running Anki through its add-on AnkiConnect: JSON over HTTP on this computer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from yomu.errors import YomuError
from yomu.terminal import safe_line

T = TypeVar("T")

API_VERSION = 6
DEFAULT_URL = "http://127.0.0.1:8765"

_TIMEOUT_S = 120.0
# The add-on reads 1,024 bytes every 25 ms, so 100 kB take 2.5 s: small batches, no escaped kanji.
_NOTES_AT_ONCE = 25
_LONGEST_ANSWER = 256 * 1024 * 1024

_START = (
    "Start Anki with the add-on AnkiConnect (code 2055492159), or write a file and import it: "
    "yomu export anki deck.apkg."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one action gave: its result, or why Anki refused."""

    result: Any = None
    error: str = ""


class RefusedError(YomuError):
    """Anki answered that it cannot do this; `message` is in its words."""


class AnkiConnect:
    """A running Anki at `url`; `key` is the add-on's API key, if it was given one."""

    def __init__(
        self, url: str = DEFAULT_URL, key: str = "", *, timeout_s: float = _TIMEOUT_S
    ) -> None:
        self.url = url
        self._key = key
        self._timeout_s = timeout_s

    def check(self) -> None:
        """Raises YomuError unless an AnkiConnect that speaks version 6 or later lets us in."""
        version = self.call("version")
        if not isinstance(version, int) or version < API_VERSION:
            raise YomuError(
                f"AnkiConnect is too old: it speaks version {safe_line(str(version))}, "
                f"yomu needs {API_VERSION}.",
                "In Anki: Tools → Add-ons → Check for Updates.",
            )

    def call(self, action: str, **params: Any) -> Any:
        """The result of one action. Raises RefusedError with Anki's words where it gives an error."""
        answer = _answer(self._post(self._request(action, params)), self.url)
        if answer.error:
            raise _explained(action, answer.error)
        return answer.result

    def each(self, actions: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Answer]:
        """An answer for every action, in their order; one that is refused stops no other."""
        answers: list[Answer] = []
        for some in _batches(actions, _NOTES_AT_ONCE):
            # every action inside `multi` is judged by its own version and key
            requests = [self._request(action, params) for action, params in some]
            given = self.call("multi", actions=requests)
            if not isinstance(given, list) or len(given) != len(requests):
                raise _not_anki(self.url)
            answers += [_answer(item, self.url) for item in given]
        return answers

    def _request(self, action: str, params: Mapping[str, Any]) -> dict[str, Any]:
        request: dict[str, Any] = {
            "action": action,
            "version": API_VERSION,
            "params": dict(params),
        }
        return request | {"key": self._key} if self._key else request

    def _post(self, request: Mapping[str, Any]) -> Any:
        from http.client import HTTPException
        from urllib.error import HTTPError, URLError
        from urllib.request import ProxyHandler, Request, build_opener

        shown = safe_line(self.url)
        body = json.dumps(request, ensure_ascii=False).encode("utf-8", "replace")
        try:
            # never through a proxy: Anki is on this computer
            with build_opener(ProxyHandler({})).open(
                Request(self.url, body, {"Content-Type": "application/json"}),
                timeout=self._timeout_s,
            ) as response:
                data = response.read(_LONGEST_ANSWER)
        except HTTPError as error:
            if error.code == 403:
                raise YomuError(
                    f"AnkiConnect at {shown} does not let yomu in.",
                    "In Anki: Tools → Add-ons → AnkiConnect → Config, “webCorsOriginList”.",
                ) from None
            raise _not_anki(self.url) from None
        except TimeoutError:
            raise self._no_answer() from None
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._no_answer() from None
            raise YomuError(f"Anki is not running: nothing answers at {shown}.", _START) from None
        except ConnectionError:
            raise YomuError(
                f"Anki at {shown} broke off.", "What it took so far is in Anki; run this again."
            ) from None
        except (HTTPException, OSError):
            raise _not_anki(self.url) from None
        except ValueError as error:
            raise YomuError(
                f"{shown} is no address of AnkiConnect: {safe_line(str(error))}.",
                f"It usually is {DEFAULT_URL}.",
            ) from None
        try:
            return json.loads(data)
        except ValueError:
            raise _not_anki(self.url) from None

    def _no_answer(self) -> YomuError:
        return YomuError(
            f"Anki did not answer within {self._timeout_s:.0f} s.",
            "Close the dialogs that are open in Anki, then run this again.",
        )


def _answer(reply: Any, url: str) -> Answer:
    """Result and error of a reply; an answer of any other shape is not from AnkiConnect."""
    if not isinstance(reply, dict) or not {"result", "error"} <= reply.keys():
        raise _not_anki(url)
    error = reply["error"]
    return Answer(reply["result"], "" if error is None else safe_line(str(error)) or "no reason")


def _explained(action: str, error: str) -> YomuError:
    if "api key" in error.lower():
        return YomuError(
            "AnkiConnect asks for its API key.",
            "Set YOMU_ANKI_KEY to the “apiKey” of the add-on's configuration.",
        )
    if "is not available" in error:
        return YomuError(
            f"Anki is not ready: {error}.", "Open your profile in Anki, then try again."
        )
    return RefusedError(f"Anki refused {action}: {error}.", "Nothing else was changed by that.")


def _not_anki(url: str) -> YomuError:
    return YomuError(
        f"What answers at {safe_line(url)} is not AnkiConnect.",
        "Check the address, and “webBindPort” in the add-on's configuration.",
    )


def _batches(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
