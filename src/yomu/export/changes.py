"""What opening a text did to it, in lines a person can check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yomu.model import Change
from yomu.terminal import safe_line

LONGEST_EXCERPT = 60


def change_lines(changes: Sequence[Change]) -> list[str]:
    """A count by rule, then each change with its reason and, where the text changed, how."""
    if not changes:
        return ["Nothing needed cleaning: this is the text as it came."]
    counts = Counter(change.rule for change in changes)
    lines = [", ".join(f"{count} {rule}" for rule, count in counts.items()), ""]
    for change in changes:
        lines.append(f"{change.rule}, paragraph {change.paragraph + 1}: {safe_line(change.why)}")
        before, after = _excerpt(change.before), _excerpt(change.after)
        if before == after:
            lines.append(f"    {before}")
        elif after:
            lines.append(f"    {before}  →  {after}")
        else:
            lines.append(f"    {before}  (folded away)")
    return lines


def _excerpt(text: str) -> str:
    line = safe_line(text)
    return line if len(line) <= LONGEST_EXCERPT else line[: LONGEST_EXCERPT - 1] + "…"
