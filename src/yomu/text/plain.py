"""Plain text → drafts: one for each line that holds something."""

from __future__ import annotations

from yomu.text.draft import Draft


def lines_as_they_are(source: str) -> list[Draft]:
    """Every line of `source` untouched, empty ones included; a final newline ends the last line."""
    drafts: list[Draft] = []
    at = 0
    lines = source.split("\n")
    if lines[-1] == "" and len(lines) > 1:
        lines.pop()
    for line in lines:
        drafts.append(Draft(line, at, fixed=True))
        at += len(line) + 1
    return drafts


def split(source: str) -> list[Draft]:
    """The lines of `source` that are not blank, stripped; tabs become spaces, one for one."""
    drafts: list[Draft] = []
    at = 0
    gap = False
    for line in source.replace("\t", " ").split("\n"):
        text = line.strip()
        if text:
            lead = line.find(text[0]) if line[0] != text[0] else 0
            drafts.append(Draft(text, at + lead, gap=gap, indent=lead > 0))
            gap = False
        else:
            gap = True
        at += len(line) + 1
    return drafts
