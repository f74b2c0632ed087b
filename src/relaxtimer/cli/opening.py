"""Which routines can be shown on the screen before they are read.

A bundled routine cannot have mistakes, so its title may stand on the screen while it is being read. Whatever might
still end in a message (a file of the person's own, their exercises, a wish that may not be met) is read first.
"""

from __future__ import annotations

import argparse
import re

from relaxtimer.folders import folders
from relaxtimer.resources import bundled

SETTINGS = "settings.yaml"
CALM = "calm"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TITLE = re.compile(r'^name: (?:"([^"\\]*)"|([^"\'].*))$', re.MULTILINE)


def title_ahead(options: argparse.Namespace) -> str | None:
    """Give the title to begin with, or `None` where the routine is read first."""
    name = options.routine
    if not _NAME.fullmatch(name) or options.minutes is not None or options.from_step is not None:
        return None
    try:
        return _bundled_title(name)
    except OSError:  # a name too long, a folder that may not be looked into: what reads the routine says so
        return None


def theme_of(options: argparse.Namespace) -> str:
    """Give the theme of the first frame; what reads settings is loaded only where there are some.

    Raises `Failure` with every mistake that is in them.
    """
    if options.theme is not None:
        return str(options.theme)
    if not (folders().settings / SETTINGS).exists():
        return CALM
    from relaxtimer.cli.settings_file import own_settings

    return own_settings().screen.theme


def _bundled_title(name: str) -> str | None:
    """Give the title of a bundled routine that nothing of the person's own stands before. Raises `OSError`."""
    own = folders()
    if own.exercises.exists() or any((own.routines / f"{name}{suffix}").exists() for suffix in (".yaml", ".yml")):
        return None
    file = bundled("routines") / f"{name}.yaml"
    found = _TITLE.search(file.read_text(encoding="utf-8")) if file.is_file() else None
    return (found[1] or found[2]).strip() if found else None
