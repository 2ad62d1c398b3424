"""Settings: read from `config.toml`, changed one at a time without disturbing the rest of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, get_args

from yomu.errors import YomuError
from yomu.files import replace_file
from yomu.model import Face, RubyMode, WidthProfile


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set. Every value has a default that works."""

    theme: str = field(default="yomu-dark", metadata={"allowed": ("yomu-dark", "yomu-light")})
    """Colours of the screens."""
    furigana: str = field(default="all", metadata={"allowed": tuple(RubyMode)})
    """Which furigana the reader draws at the start: all, unknown (words not yet known), chosen, inline or none."""
    number_readings: str = field(
        default="irregular", metadata={"allowed": ("irregular", "all", "none")}
    )
    """Which digits carry furigana: irregular ones (3日 みっか), all or none."""
    ambiguous_width: str = field(default="narrow", metadata={"allowed": get_args(WidthProfile)})
    """How many cells “ … ※ ① take in your terminal: narrow (1) or wide (2)."""
    show_disagreement: bool = True
    """Mark words whose sources disagree about the reading."""
    mark_words: bool = True
    """Mark new words and those you are learning, once you have said of any word how well you know it."""
    characters_per_minute: int = field(default=0, metadata={"least": 0, "most": 3000})
    """How fast you read, for estimates of reading time; 0: as yomu has seen you read."""
    library_order: str = field(
        default="opened", metadata={"allowed": ("opened", "title", "read", "known", "length")}
    )
    """How the library is sorted."""
    pitch_accent: str = field(default="line", metadata={"allowed": ("line", "number", "none")})
    """How the pane and cards show the pitch accent: a line over the kana, a number, or not at all."""
    translation: bool = False
    """Show the translation from the start, where a text has one."""
    break_at_phrases: bool = False
    """Break lines only where a phrase (bunsetsu) starts."""
    desired_retention: float = field(default=0.9, metadata={"least": 0.7, "most": 0.97})
    """The share of reviews that you want to get right; more means more reviews."""
    new_per_day: int = field(default=10, metadata={"least": 0, "most": 9999})
    """How many new cards a day's reviews bring at most."""
    reviews_per_day: int = field(default=200, metadata={"least": 1, "most": 99999})
    """How many cards met before a day's reviews bring at most."""
    leech_after: int = field(default=8, metadata={"least": 2, "most": 99})
    """A card forgotten so often is set aside, to be rewritten."""
    day_starts_at: int = field(default=4, metadata={"least": 0, "most": 23})
    """The hour at which a new day of reviews begins."""
    review_kinds: str = field(
        default="recognition, reading", metadata={"allowed_list": tuple(Face)}
    )
    """What reviews ask: recognition, reading, production, cloze; several with commas."""
    type_answers: bool = False
    """Type the reading or the term in a review, instead of only thinking of it."""

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
            _check(item, value, f"{where}: {name}")
        return replace(cls(), **data)


def _check(item: Field[Any], value: object, what: str) -> None:
    """Raise YomuError for a value of the wrong type, or one that is not allowed."""
    default = item.default
    fits = type(value) is type(default) or (isinstance(default, float) and type(value) is int)
    if not fits:
        shown = str(default).lower() if isinstance(default, bool) else repr(default)
        raise YomuError(f"{what} must be {_EXPECTED[type(default)]}.", f"Default: {shown}.")
    allowed = item.metadata.get("allowed")
    if allowed and value not in allowed:
        raise YomuError(f"{what} cannot be {value!r}.", f"Write one of {', '.join(allowed)}.")
    listed = item.metadata.get("allowed_list")
    if listed and isinstance(value, str):
        names = [name.strip() for name in value.split(",")]
        wrong = [name for name in names if name not in listed]
        if wrong:
            raise YomuError(
                f"{what} cannot hold {wrong[0]!r}.",
                f"Write one or more of {', '.join(listed)}, with commas between.",
            )
    if "least" in item.metadata:
        least, most = item.metadata["least"], item.metadata["most"]
        if not (isinstance(value, int | float) and least <= value <= most):
            raise YomuError(
                f"{what} cannot be {value!r}.", f"Write a number from {least} to {most}."
            )


_EXPECTED: dict[type, str] = {
    bool: "true or false",
    str: "a text in quotes",
    int: "a whole number",
    float: "a number",
}


def save_setting(path: Path, name: str, value: str | bool | int | float) -> None:
    """Set one name in `path`, keeping comments and order; the file is replaced in one step."""
    import tomlkit

    try:
        document = tomlkit.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    document[name] = value
    replace_file(path, tomlkit.dumps(document))
