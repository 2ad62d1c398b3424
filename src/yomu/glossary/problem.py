"""What is wrong with a glossary file, where, and what to write instead."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault. `line` and `column` count from 1; 0 where there is no telling.

    `rule` is a stable slug (docs/glossary.md lists them). An error keeps the entry, or for
    broken TOML the file, from being used; a warning does not.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message}"

    def as_json(self) -> dict[str, Any]:
        """The problem as a plain object, keys as the fields."""
        return asdict(self)
