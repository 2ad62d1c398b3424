"""Say what is wrong with a line of broken TOML in words that tell a person what to write."""

from __future__ import annotations

import re
from tomllib import TOMLDecodeError

from yomu.glossary.fields import BY_NAME

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_UNCLOSED_TEXT = re.compile(r"""Illegal character|Unterminated string|Expected ['"]['"]""")
_KEY = re.compile(r"\s*(\w+)")


def explain(text: str, error: TOMLDecodeError) -> tuple[int, int, str]:
    """Line, column (both from 1) and message for what tomllib says of `text`."""
    said = _PLACE.sub("", str(error))
    line, column = _place(text, said, str(error))
    lines = text.split("\n")
    return line, column, _reason(said, lines[line - 1] if line <= len(lines) else "", column)


def _place(text: str, said: str, full: str) -> tuple[int, int]:
    """Where the fault is. What never closes is where it opens, not where tomllib gave up."""
    opens = ""
    if said.startswith("Expected \"'"):
        opens = "'" if "'''" not in said else "'''"
    elif said.startswith(("Unterminated string", 'Expected \'"""\'')) and '"""' in text:
        opens = '"""'
    elif said.startswith("Unclosed array"):
        opens = "["
    found = _PLACE.search(full)
    at = len(text.rstrip("\n"))
    if found and found[1]:
        starts = [0, *(newline.end() for newline in re.finditer("\n", text))]
        at = starts[int(found[1]) - 1] + int(found[2]) - 1
    if opens:
        # "[" of a header does not count: it stands at the beginning of its line.
        earlier = re.search(r"(?s).*=\s*(?=" + re.escape(opens) + ")", text[:at])
        at = earlier.end() if earlier else at
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _reason(said: str, line: str, column: int) -> str:
    word = _KEY.match(line)
    key = word[1] if word else "ja"
    rest = line[column - 1 :].strip()
    return (
        _about_header(line, said)
        or _about_key(line, key, said)
        or _about_value(line, rest, key, said)
        or f"{said[:1].lower()}{said[1:]}. Compare with a complete entry in docs/glossary.md."
    )


def _about_header(line: str, said: str) -> str:
    complete = line.strip().startswith("[[") and not said.startswith("Expected ']")
    if re.match(r"\s*[\[［【]{1,2}\s*term", line) and not complete:
        return "the header is not complete. Write [[term]]."
    if said.startswith(("Cannot declare", "Cannot redefine")):
        return f"{said[0].lower()}{said[1:]}. Start every entry with [[term]]."
    return ""


def _about_key(line: str, key: str, said: str) -> str:
    if "＝" in line.split('"')[0]:
        return f'＝ is full-width. Write {key} = "…" with a half-width =.'
    if re.match(r"\s*\w+\s*[:：]", line):
        return f'{key}: a colon does not assign. Write {key} = "…".'
    if re.match(r"\s*=", line):
        return 'a key is missing before =. Write ja = "…".'
    if re.match(r"\s*[^\x00-\x7f\s]+\s*=", line):
        return f"{_shown(line.split('=')[0])} is no key. The keys are {', '.join(BY_NAME)}."
    if said.startswith("Cannot overwrite a value"):
        return f"{key} is given twice in this entry. Keep one."
    if said.startswith("Cannot mutate"):
        return f"{key} has a value already. Write each key once, without dots."
    if said.startswith("Expected '=' after a key"):
        return f'"{key}" is not followed by =. Write {key} = "…".'
    if said.startswith(("Invalid initial character for a key part", "Invalid statement")):
        return f'{_shown(line)} is neither an entry nor a comment. Write ja = "…" or begin with #.'
    return ""


def _about_value(line: str, rest: str, key: str, said: str) -> str:
    if re.match(r"\s*\w+\s*=\s*[“”„«「『＂]", line):
        return f'{key}: the quotes are not straight. Write {key} = "…" with ".'
    if said.startswith("Unclosed array"):
        return f"{key}: a [ is not closed. Put a comma between the items and ] after the last."
    if said.startswith(("Unclosed inline table", "Expected '}'")):
        return f"{key}: a {{ is not closed. Put a comma between the items and }} after the last, on one line."
    if _UNCLOSED_TEXT.match(said):
        return f'{key}: the text is not closed. Put the same quote at its end; within it write \\".'
    if said.startswith(("Unescaped '\\'", "Invalid hex", "Escaped character")):
        return f"{key}: a \\ stands before what it cannot escape. Write \\\\ for one backslash."
    if said.startswith("Invalid value"):
        return f'{key}: a text needs quotes. Write {key} = "…".'
    if said.startswith("Expected newline or end of document"):
        if rest.endswith('"'):
            return f'{key}: a " within the text ends it. Write \\" there.'
        return f"{_shown(rest)} stands after the value. Begin a new line, or a comment with #."
    return ""


def _shown(text: str) -> str:
    """The first characters of what stands at the fault."""
    short = text.strip()[:16]
    return f'"{short}"' if short else "nothing"
