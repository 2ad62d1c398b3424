"""Say what is wrong with a line of broken TOML in words that tell a person what to write."""

from __future__ import annotations

import re
from tomllib import TOMLDecodeError

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY_LINE = re.compile(r"^\s*(\w+)\s*(?:=|＝|:|：)?\s*(.*)$")


def explain(text: str, error: TOMLDecodeError) -> tuple[int, int, str]:
    """Line, column (both from 1) and message for what tomllib says of `text`."""
    said = str(error)
    found = _PLACE.search(said)
    lines = text.split("\n")
    if found is None or found[1] is None:
        line, column = len(lines), len(lines[-1]) + 1
        if lines[-1] == "" and line > 1:
            line, column = line - 1, len(lines[-2]) + 1
    else:
        line, column = int(found[1]), int(found[2])
    reason = _PLACE.sub("", said)
    return line, column, _reason(reason, lines[line - 1] if line <= len(lines) else "", column)


def _reason(said: str, line: str, column: int) -> str:
    key_line = _KEY_LINE.match(line)
    key = key_line[1] if key_line else "ja"
    rest = line[column - 1 :]
    if "＝" in line.split('"')[0]:
        return f'＝ is full-width. Write {key} = "…" with a half-width =.'
    if re.match(r"^\s*[\[［【]{1,2}\s*term", line) and not line.strip().startswith("[["):
        return "the header is not complete. Write [[term]]."
    if re.match(r"^\s*\w+\s*=\s*[“”„«「『＂]", line):
        return f'{key}: the quotes are not straight. Write {key} = "…" with ".'
    if re.match(r"^\s*\w+\s*[:：]", line):
        return f'{key}: a colon does not assign. Write {key} = "…".'
    if said.startswith("Cannot overwrite a value"):
        return f"{key} is given twice in this entry. Keep one."
    if said.startswith(("Cannot declare", "Cannot mutate", "Cannot redefine")):
        return f"{said[0].lower()}{said[1:]}. Start every entry with [[term]]."
    if said.startswith("Expected ']]'"):
        return "the header is not complete. Write [[term]]."
    if said.startswith("Unclosed array"):
        return "a [ is not closed. Put a comma between the items and ] after the last."
    if said.startswith(("Unclosed inline table", "Expected '}'")):
        return "a { is not closed. Put a comma between the items and } after the last, on one line."
    if said.startswith(
        ("Illegal character", "Unterminated string", "Expected '\"", "Expected '''")
    ):
        return (
            f'{key}: the text is not closed. Put " at its end, and write a quote within it as \\".'
        )
    if said.startswith(("Unescaped '\\'", "Invalid hex", "Escaped character")):
        return f"{key}: a \\ stands before what it cannot escape. Write \\\\ for one backslash."
    if said.startswith("Expected '=' after a key"):
        return f'"{key}" is not followed by =. Write {key} = "…".'
    if said.startswith("Invalid value"):
        return f'{key}: a text needs quotes. Write {key} = "…".'
    if said.startswith("Invalid initial character for a key part"):
        return f"a key cannot begin with {_shown(rest)}. Write a key such as ja, then =."
    if said.startswith("Invalid statement"):
        return f'{_shown(rest or line)} is neither an entry nor a comment. Write key = "…" or begin with #.'
    if said.startswith("Expected newline or end of document"):
        return f"{_shown(rest)} stands after the value. Begin a new line, or a comment with #."
    return f"{said[:1].lower()}{said[1:]}. Compare with a complete entry in docs/glossary.md."


def _shown(rest: str) -> str:
    """The first characters of what stands at the fault."""
    word = rest.strip()[:12]
    return f'"{word}"' if word else "nothing"
