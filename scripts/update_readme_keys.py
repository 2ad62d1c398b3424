"""Write the reader's keys into README.md, from the table in yomu.tui.keys.

python scripts/update_readme_keys.py
"""

from __future__ import annotations

from pathlib import Path

from yomu.tui.keys import ANYWHERE, READER

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- end of keys -->"


def key_rows() -> str:
    """A Markdown table of every command of the reader."""
    rows = ["| key | what it does |", "|---|---|"]
    for command in (*READER, *ANYWHERE):
        keys = " ".join(f"`{key}`" for key in command.shown_keys().split())
        rows.append(f"| {keys} | {command.help} |")
    return "\n".join(rows)


def with_keys(readme: str) -> str:
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{key_rows()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text("utf-8")), "utf-8")
