"""`relaxtimer settings`: where the settings are, and what they are; with `--new` a commented file of them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.failure import FAILED, Failure
from relaxtimer.cli.settings_file import own_settings, settings_path
from relaxtimer.notation.characters import escaped


def settings(options: argparse.Namespace, out: TextIO) -> int:
    """Say where the settings are, or write them. Raises `Failure` for mistakes in them, and never writes over any."""
    path = settings_path()
    if options.new:
        _write(path)
        out.write(f"Written: {escaped(str(path))}\nChange it in any editor; `relaxtimer settings` checks it.\n")
        return 0
    if not path.exists():
        out.write(f"No settings: everything is as it comes. `relaxtimer settings --new` writes {escaped(str(path))}\n")
        return 0
    own_settings()
    out.write(f"{escaped(str(path))}: no mistakes\n")
    return 0


def _write(path: Path) -> None:
    from relaxtimer.settings.starter import STARTER

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(path, error) from None
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(STARTER)
    except FileExistsError:
        raise Failure(f"{escaped(str(path))} is there already; it is left as it is", FAILED) from None
    except OSError as error:
        raise _failure(path, error) from None


def _failure(path: Path, error: OSError) -> Failure:
    return Failure(f"{escaped(str(path))} cannot be written: {escaped(error.strerror or str(error))}", FAILED)
