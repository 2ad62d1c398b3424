"""Writing to the store without making a reader wait for it."""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from yomu.errors import YomuError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from yomu.store.database import Store

T = TypeVar("T")
Write = Callable[["Store"], object]


class Recorder:
    """One thread that owns the store and takes writes in order.

    A write that fails because the disk is full or the database busy is kept and tried again
    before the next one; `on_problem` hears of it once per kind. Opening the store (which
    imports sqlite_utils) happens in the thread, after the first paint.
    """

    def __init__(
        self, open_store: Callable[[], Store], on_problem: Callable[[YomuError], None] | None = None
    ) -> None:
        self._open_store = open_store
        self.on_problem = on_problem or (lambda error: None)
        self._queue: queue.SimpleQueue[Write | None] = queue.SimpleQueue()
        self._waiting: deque[Write] = deque()
        self._store: Store | None = None
        self._said: set[str] = set()
        self._questions: dict[Write, Callable[[YomuError], None]] = {}
        self.unsaved: YomuError | None = None
        """Why the last writes are still waiting; None when everything is on disk."""
        self._thread = threading.Thread(target=self._run, name="yomu-recorder", daemon=True)
        self._started = False

    def post(self, write: Write) -> None:
        """Write as soon as the thread gets to it."""
        self._start()
        self._queue.put(write)

    def ask(self, question: Callable[[Store], T]) -> Future[T]:
        """The answer to `question`, once all that was posted before it is written.

        It is a YomuError, not a wait without end, where the record cannot be opened or read;
        `on_problem` hears of that as well.
        """
        import sqlite3
        from concurrent.futures import Future

        answer: Future[T] = Future()

        def run(store: Store) -> None:
            try:
                answer.set_result(question(store))
            except (YomuError, sqlite3.Error, UnicodeDecodeError) as error:
                problem = _explained(error)
                answer.set_exception(problem)
                self._say(problem)
            except Exception as fault:  # ours: who asked raises it, and the thread goes on writing
                answer.set_exception(fault)

        self._questions[run] = answer.set_exception
        self.post(run)
        return answer

    def close(self, timeout_s: float = 5.0) -> None:
        """Write what is still to be written, then stop."""
        if self._started:
            self._queue.put(None)
            self._thread.join(timeout_s)

    def _start(self) -> None:
        if not self._started:
            self._started = True
            self._thread.start()

    def _run(self) -> None:
        while True:
            write = self._queue.get()
            if write is not None:
                self._waiting.append(write)
            self._work_off()
            if write is None:
                break
        if self._store:
            self._store.close()

    def _work_off(self) -> None:
        import sqlite3  # here: the first paint does not need it

        while self._waiting:
            try:
                if self._store is None:
                    self._store = self._open_store()
                self._waiting[0](self._store)
            except (YomuError, sqlite3.Error, UnicodeDecodeError) as error:
                self._put_off(_explained(error))
                return
            self._questions.pop(self._waiting.popleft(), None)
            self.unsaved = None

    def _put_off(self, error: YomuError) -> None:
        """Keep the writes for later and answer the questions now: somebody waits for them."""
        for asked in [write for write in self._waiting if write in self._questions]:
            self._waiting.remove(asked)
            self._questions.pop(asked)(error)
        self.unsaved = error if self._waiting else None
        self._say(error)

    def _say(self, error: YomuError) -> None:
        if error.message not in self._said:
            self._said.add(error.message)
            self.on_problem(error)


def _explained(error: Exception) -> YomuError:
    if isinstance(error, YomuError):
        return error
    return YomuError(
        f"The record of your reading cannot be used ({error}).",
        "You can go on reading; close other programs that use it, and open yomu again.",
    )
