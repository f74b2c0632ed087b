"""Where a person's own files belong. Nothing is made here: a folder comes into being with its first file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HOME = "RELAXTIMER_HOME"


class Folders(NamedTuple):
    """The folders: own routines, settings, the record of what was done, and what can be made anew at any time."""

    routines: Path
    settings: Path
    record: Path
    cache: Path

    @property
    def exercises(self) -> Path:
        """Own exercises."""
        return self.routines / "exercises"


def folders(environment: Mapping[str, str] = os.environ) -> Folders:
    """Give the folders of this user: all under RELAXTIMER_HOME where that is set, else as the platform has it."""
    if home := environment.get(HOME):
        own = Path(home).expanduser().absolute()
        return Folders(routines=own / "routines", settings=own, record=own, cache=own / "cache")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed where RELAXTIMER_HOME is set

    platform = PlatformDirs("relaxtimer", appauthor=False)
    return Folders(
        routines=platform.user_data_path / "routines",
        settings=platform.user_config_path,
        record=platform.user_data_path,
        cache=platform.user_cache_path,
    )
