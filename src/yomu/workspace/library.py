"""Which texts there are, and how a name or a path becomes bytes."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yomu.errors import YomuError
from yomu.store import SeenText
from yomu.terminal import safe_line
from yomu.workspace.opened import Origin

TEXT_SUFFIXES = (".md", ".txt", ".html", ".htm", ".xhtml", ".epub")


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """One line of the library. `read` is the share of characters read, 0 to 1; `missing`: the file is gone."""

    target: str
    origin: str
    slug: str
    title: str
    characters: int
    read: float
    opened_at: str
    text_id: str = ""
    level: str = ""
    description: str = ""
    missing: bool = False


def shelf(folder: Path) -> dict[str, Path]:
    """Slug → file, for every text in `folder`; translations beside a text (`NAME.en.md`) are not texts."""
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in TEXT_SUFFIXES)
    return {path.stem: path for path in files if not re.search(r"\.[a-z]{2}$", path.stem)}


def translation_of(path: Path) -> Path | None:
    """`NAME.en.md` beside `NAME.md`, if it is there."""
    beside = path.with_name(f"{path.stem}.en{path.suffix}")
    return beside if beside.is_file() and not path.stem.endswith(".en") else None


def read_file(path: Path) -> bytes:
    """The bytes of a text. Raises YomuError for a folder, an unreadable file, and one that is too large."""
    from yomu.text import MAX_BYTES

    name = safe_line(str(path))
    try:
        if path.is_dir():
            raise YomuError(f"{name} is a folder.", "Open a file in it.")
        if not path.is_file():
            raise YomuError(f"{name} is not a file.", "To read from a pipe: yomu read -")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise YomuError(
                f"{name} is {size / 1_000_000:.0f} MB; yomu opens texts of up to {MAX_BYTES // 1_000_000} MB.",
                "Cut it into parts, for example with split -C 50m, and open those.",
            )
        return path.read_bytes()
    except PermissionError as error:
        raise YomuError(f"{name} may not be read.", f"Allow it: chmod u+r {name}") from error
    except OSError as error:
        raise YomuError(f"{name}: {error.strerror}.", "Check the path.") from error


def locate(target: str, shipped: Path, own: Path) -> Origin:
    """What `target` names: a file, an own text or a shipped one. A file wins over a name.

    Raises YomuError, with the nearest names, if it is none of them.
    """
    path = Path(target).expanduser()
    if path.exists():
        resolved = path.resolve()
        if resolved.parent == own.resolve():
            return Origin("imported", str(resolved), resolved.stem)
        if resolved.parent == shipped.resolve():
            return Origin("shipped", str(resolved), resolved.stem)
        return Origin("file", str(resolved), "")
    shelves = {"imported": shelf(own), "shipped": shelf(shipped)}
    for kind, texts in shelves.items():
        if target in texts:
            return Origin(kind, str(texts[target]), target)
    names = [name for texts in shelves.values() for name in texts]
    close = difflib.get_close_matches(target, names, n=3, cutoff=0.4)
    hint = (
        f"Did you mean {' or '.join(close)}?"
        if close
        else f"Texts you can name: {', '.join(names)}."
    )
    raise YomuError(f"{safe_line(target)}: no such file, and no text has this name.", hint)


def free_slug(title: str, taken: Iterable[str]) -> str:
    """A short name for a text: its title without what a file name cannot hold, numbered if taken."""
    folded = unicodedata.normalize("NFKC", safe_line(title)).strip().lower()
    slug = re.sub(r"[^\w\-]+", "-", folded).strip("-_.")[:40].strip("-") or "text"
    names = set(taken)
    if slug not in names:
        return slug
    number = 2
    while f"{slug}-{number}" in names:
        number += 1
    return f"{slug}-{number}"


def library(seen: Sequence[SeenText], shipped: Sequence[LibraryItem]) -> list[LibraryItem]:
    """Own texts, the latest opened first, then the shipped ones, each with how far it is read."""
    by_path = {text.path: text for text in seen}
    own = [
        LibraryItem(
            target=text.path,
            origin=text.origin,
            slug=text.slug,
            title=text.title,
            characters=text.characters,
            read=_share(text),
            opened_at=text.opened_at,
            text_id=text.id,
            missing=not Path(text.path).exists(),
        )
        for text in seen
        if text.origin in ("file", "imported")
    ]
    ours = [
        LibraryItem(
            target=item.target,
            origin=item.origin,
            slug=item.slug,
            title=item.title,
            characters=item.characters,
            read=_share(by_path[item.target]) if item.target in by_path else 0.0,
            opened_at=by_path[item.target].opened_at if item.target in by_path else "",
            text_id=by_path[item.target].id if item.target in by_path else "",
            level=item.level,
            description=item.description,
        )
        for item in shipped
    ]
    return own + ours


def _share(text: SeenText) -> float:
    return min(1.0, text.read_characters / text.characters) if text.characters else 0.0
