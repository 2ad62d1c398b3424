"""Settings: read from `config.toml`, changed one at a time without disturbing the rest of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_args

from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.model import RubyMode, WidthProfile


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. Every value has a default that works."""

    theme: str = field(default="yomu-dark", metadata={"allowed": ("yomu-dark", "yomu-light")})
    """Colours of the screens."""
    furigana: str = field(default="all", metadata={"allowed": tuple(RubyMode)})
    """Which furigana the reader draws at the start: all, chosen, inline or none."""
    number_readings: str = field(
        default="irregular", metadata={"allowed": ("irregular", "all", "none")}
    )
    """Which digits carry furigana: irregular ones (3日 みっか), all or none."""
    ambiguous_width: str = field(default="narrow", metadata={"allowed": get_args(WidthProfile)})
    """How many cells “ … ※ ① take in your terminal: narrow (1) or wide (2)."""
    show_disagreement: bool = True
    """Mark words whose sources disagree about the reading."""
    translation: bool = False
    """Show the translation from the start, where a text has one."""
    break_at_phrases: bool = False
    """Break lines only where a phrase (bunsetsu) starts."""

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Read `path`; a missing file means all defaults.

        Raises YomuError for a file that is not TOML, for an unknown name and for a wrong value.
        """
        if not path.exists():
            return cls()
        import tomllib  # 11 ms, which a person without settings need not wait for

        try:
            data = tomllib.loads(path.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise YomuError(
                f"{path}: cannot be read as TOML: {error}.",
                "Correct the file, or delete it to go back to the defaults.",
            ) from error
        except OSError as error:
            raise YomuError(f"{path}: {error.strerror}.", "Make the file readable.") from error
        return cls.from_mapping(data, where=str(path))

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], where: str) -> Settings:
        known = {item.name: item for item in fields(cls)}
        for name, value in data.items():
            item = known.get(name)
            if item is None:
                raise YomuError(
                    f"{where}: there is no setting {name!r}.", f"Known: {', '.join(known)}."
                )
            default = item.default
            if type(value) is not type(default):
                expected = "true or false" if isinstance(default, bool) else "a text in quotes"
                raise YomuError(f"{where}: {name} must be {expected}.", f"Default: {default!r}.")
            allowed = item.metadata.get("allowed")
            if allowed and value not in allowed:
                raise YomuError(
                    f"{where}: {name} cannot be {value!r}.", f"Write one of {', '.join(allowed)}."
                )
        return replace(cls(), **data)


def save_setting(path: Path, name: str, value: str | bool) -> None:
    """Set one name in `path`, keeping comments and order; the file is replaced in one step."""
    import tomlkit

    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    document[name] = value
    replace_file(path, tomlkit.dumps(document))
