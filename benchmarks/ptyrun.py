"""Running a command on a real pseudo-terminal and watching what it paints."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path


class PtyRun:
    """A process on a pty of `columns` × `rows`. Answers the queries that Textual sends at the start."""

    def __init__(
        self, command: Sequence[str], *, columns: int, rows: int, env: dict[str, str] | None = None
    ) -> None:
        self.output = b""
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                **(env or {}),
            }
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, wanted: bytes, *, after: int = 0, timeout_s: float = 20.0) -> float:
        """Seconds from exec until `wanted` stands in the output from byte `after` on."""
        while self.output.find(wanted, after) < 0:
            left = self.started + timeout_s - time.perf_counter()
            if left <= 0 or not self._read(left):
                raise TimeoutError(f"{wanted!r} was not painted: {self.output[-400:]!r}")
        return time.perf_counter() - self.started

    def settle(self, quiet_s: float = 0.05) -> None:
        """Read until nothing comes for `quiet_s`."""
        while self._read(quiet_s):
            pass

    def press(self, keys: bytes, *, quiet_s: float = 0.02, timeout_s: float = 5.0) -> float:
        """Seconds from the key to the last byte of the frame it causes (less the quiet that ends it)."""
        begun = time.perf_counter()
        os.write(self.fd, keys)
        last = begun
        if self._read(timeout_s):
            last = time.perf_counter()
            while self._read(quiet_s):
                last = time.perf_counter()
        return last - begun

    def resident_kb(self) -> int:
        """Proportional set size of the process: its own memory, and its share of what is mapped."""
        for line in Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss_Anon:"):
                return int(line.split()[1])
        return 0

    def cpu_seconds(self) -> float:
        """What the process has computed so far: other programs on the machine do not count in it."""
        total = 0
        for thread in Path(f"/proc/{self.pid}/task").iterdir():
            with contextlib.suppress(OSError):
                total += int((thread / "schedstat").read_text().split()[0])
        return total / 1e9

    def leave(self, keys: bytes = b"q") -> None:
        """Leave the program as a person does, and wait until it has gone."""
        os.write(self.fd, keys)
        while self._read(5.0):
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def _read(self, timeout_s: float) -> bool:
        ready, _, _ = select.select([self.fd], [], [], timeout_s)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            return False
        self.output += data
        return bool(data)
