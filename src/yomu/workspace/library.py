"""Which texts there are, and how a name or a path becomes bytes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.model import Kind
from yomu.paths import shipped
from yomu.store.records import SeenText
from yomu.terminal import safe_line
from yomu.workspace.opened import OpenText, Origin, hash_of

if TYPE_CHECKING:
    from yomu.store.database import Store
    from yomu.workspace.recorder import Recorder

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


class Library:
    """The texts that a person opened or imported, and those that come with yomu.

    `folder` is where imported texts are kept, bytes as they were.
    """

    def __init__(self, folder: Path, recorder: Recorder) -> None:
        self.folder = folder
        self._recorder = recorder

    def items(self) -> list[LibraryItem]:
        """Own texts, the latest first, then shipped ones. Waits for the record."""
        seen = self._recorder.ask(lambda store: store.seen_texts()).result()
        return listed(seen, self.shipped())

    def shipped(self) -> list[LibraryItem]:
        """The texts that come with yomu, as if nobody had opened them."""
        from yomu.text import front_matter

        items = []
        for slug, path in shelf(shipped("texts")).items():
            meta, body = front_matter(path.read_text("utf-8"))
            items.append(
                LibraryItem(
                    target=str(path.resolve()),
                    origin="shipped",
                    slug=slug,
                    title=meta.get("title", slug),
                    characters=len("".join(body.split())),
                    read=0.0,
                    opened_at="",
                    level=meta.get("level", ""),
                    description=meta.get("description", ""),
                )
            )
        return items

    def targets(self) -> list[str]:
        """Every text that can be opened: own, imported and shipped."""
        seen = [item.target for item in self.items() if not item.missing]
        kept = [str(path.resolve()) for path in shelf(self.folder).values()]
        return list(dict.fromkeys([*seen, *kept]))

    def locate(self, target: str) -> Origin:
        """What `target` names. Raises YomuError, with the nearest names, if it is no text."""
        return locate(target, shipped("texts"), self.folder)

    def find_same(self, opened: OpenText) -> str:
        """The slug of the imported text with the same bytes; empty if there is none."""
        for slug, path in shelf(self.folder).items():
            if (
                path.stat().st_size == len(opened.data)
                and hash_of(path.read_bytes()) == opened.content_hash
            ):
                return slug
        return ""

    def add(self, opened: OpenText) -> str:
        """Copy a text, bytes as they are, with a translation beside it, into the folder; its slug."""
        slug = free_slug(opened.document.title, shelf(self.folder))
        source = Path(opened.origin.path)
        suffix = source.suffix.lower()
        path = self.folder / f"{slug}{suffix or '.txt'}"
        replace_file(path, opened.data)
        if opened.origin.path:
            beside = source.with_name(f"{source.stem}.en{source.suffix}")
            if beside.is_file():
                replace_file(path.with_name(f"{slug}.en{suffix}"), beside.read_bytes())
        return slug

    def register(self, opened: OpenText) -> None:
        """Give the text its permanent id, and note that it was opened."""

        def write(store: Store) -> None:
            opened.document = replace(
                opened.document,
                id=store.register(
                    origin=opened.origin.kind,
                    slug=opened.document.slug,
                    title=opened.document.title,
                    path=opened.origin.path,
                    content_hash=opened.content_hash,
                    characters=sum(
                        len(p.text) for p in opened.document.paragraphs if p.kind is not Kind.JUNK
                    ),
                    paragraphs=len(opened.document.paragraphs),
                ),
            )
            opened.let_go_of_bytes()

        self._recorder.post(write)


def shelf(folder: Path) -> dict[str, Path]:
    """Slug → file, for every text in `folder`; translations beside a text (`NAME.en.md`) are not texts."""
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in TEXT_SUFFIXES)
    return {path.stem: path for path in files if not re.search(r"\.[a-z]{2}$", path.stem)}


def locate(target: str, shipped: Path, own: Path) -> Origin:
    """What `target` names: a file, an own text or a shipped one. A file wins over a name.

    Raises YomuError, with the nearest names, if it is none of them.
    """
    path = _path(target)
    if path is not None:
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
    import difflib

    close = difflib.get_close_matches(target, names, n=3, cutoff=0.4)
    hint = (
        f"Did you mean {' or '.join(close)}?"
        if close
        else f"Texts you can name: {', '.join(names)}."
    )
    raise YomuError(f"{safe_line(target)}: no such file, and no text has this name.", hint)


def _path(target: str) -> Path | None:
    """The file that `target` is the path of; None if there is none."""
    try:
        target.encode()
    except UnicodeEncodeError as error:
        raise YomuError(
            f"{target!a}: the file's name is not UTF-8, so its place cannot be kept.",
            "Rename the file.",
        ) from error
    try:
        path = Path(target).expanduser()
        return path if path.exists() else None
    except PermissionError as error:
        raise YomuError(
            f"{safe_line(target)} may not be read.", "Check the rights of its folder."
        ) from error
    except (OSError, RuntimeError):  # too long for a file name; ~name of nobody
        return None


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


def listed(seen: Sequence[SeenText], shipped: Sequence[LibraryItem]) -> list[LibraryItem]:
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
