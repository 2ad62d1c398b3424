"""Write the keys of the reader and of reviews into README.md, from the tables in yomu.tui.keys.

python scripts/update_readme_keys.py
"""

from __future__ import annotations

from pathlib import Path

from yomu.tui.keys import ANYWHERE, READER, REVIEW, Command

README = Path(__file__).resolve().parent.parent / "README.md"
TABLES = {"keys": (*READER, *ANYWHERE), "review keys": REVIEW}
"""What stands in a comment before each table, `end of` it behind; the commands of the table."""


def key_rows(commands: tuple[Command, ...]) -> str:
    """A Markdown table of commands."""
    rows = ["| key | what it does |", "|---|---|"]
    for command in commands:
        keys = " ".join(f"`{key}`" for key in command.shown_keys().split())
        rows.append(f"| {keys} | {command.help} |")
    return "\n".join(rows)


def with_keys(readme: str) -> str:
    for name, commands in TABLES.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, rest = readme.split(begin)
        _, after = rest.split(end)
        readme = f"{before}{begin}\n{key_rows(commands)}\n{end}{after}"
    return readme


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
