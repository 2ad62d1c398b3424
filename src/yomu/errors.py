"""The one error type that a person gets to see."""

from __future__ import annotations


class YomuError(Exception):
    """Something a person can understand and act on.

    `message` says what happened and where, `hint` what to do about it. The command line
    prints both to stderr and exits with 1; the screens show both and stay open.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()
