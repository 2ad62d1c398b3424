"""Where yomu's files live. The only module, with `config` and the front ends, that reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one person's yomu. None of them needs to exist yet.

    `data` holds what the person made (own texts, own glossary, progress), `config` the
    settings, `cache` what can be deleted at any time, `state` the log.
    """

    data: Path
    config: Path
    cache: Path
    state: Path

    @property
    def database(self) -> Path:
        return self.data / "yomu.db"

    @property
    def texts(self) -> Path:
        return self.data / "texts"

    @property
    def glossary(self) -> Path:
        """The person's own glossary: every `*.toml` in it counts."""
        return self.data / "glossary"

    @property
    def readings(self) -> Path:
        return self.data / "readings.toml"

    @property
    def dictionaries(self) -> Path:
        """Dictionaries a person added, one database each."""
        return self.data / "dictionaries"

    @property
    def settings(self) -> Path:
        return self.config / "config.toml"

    @property
    def log(self) -> Path:
        return self.state / "yomu.log"

    @classmethod
    def of_user(cls) -> Places:
        """The platform's usual folders, or everything below `$YOMU_HOME` where that is set."""
        home = os.environ.get("YOMU_HOME")
        if home:
            root = Path(home).expanduser()
            return cls(root / "data", root / "config", root / "cache", root / "state")
        import platformdirs

        return cls(
            Path(platformdirs.user_data_dir("yomu")),
            Path(platformdirs.user_config_dir("yomu")),
            Path(platformdirs.user_cache_dir("yomu")),
            Path(platformdirs.user_state_dir("yomu")),
        )


def shipped(name: str) -> Path:
    """The folder `name` (`glossary`, `texts`) that came with yomu: in the wheel, or the checkout's."""
    installed = _PACKAGE / "_shipped" / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name
