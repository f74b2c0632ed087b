"""`relaxtimer new NAME`: a file to start a routine of one's own from."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TextIO

from relaxtimer.cli.arguments import COMMANDS
from relaxtimer.cli.failure import FAILED, WRONG_USAGE, Failure
from relaxtimer.library.opening import reason
from relaxtimer.library.shelves import Shelves
from relaxtimer.library.starter import proper_name, starter
from relaxtimer.notation.characters import escaped


def new(options: argparse.Namespace, out: TextIO) -> int:
    """Write the file and say where it is. Raises `Failure` for a name no file can have, and never writes over one."""
    name: str = options.name
    proper = proper_name(name)
    if not proper or proper != name:
        nearest = f"; did you mean {proper}?" if proper else ""
        raise Failure(f"the name '{escaped(name)}' is not letters, digits and hyphens alone{nearest}", WRONG_USAGE)
    shelves = Shelves()
    if existing := shelves.own.find(name):
        raise Failure(f"{escaped(existing.path)} is there already; it is left as it is", FAILED)
    path = shelves.folders.routines / f"{name}.yaml"
    _write(path, starter(name))
    out.write(f"Written: {escaped(str(path))}\n")
    if shelves.bundled.find(name):
        out.write(f"It takes the place of the bundled routine {name}, until you rename or delete it.\n")
    run = f"run {name}" if name in COMMANDS else name
    out.write(f"Change it in any editor, then:\n  relaxtimer check {name}\n  relaxtimer {run}\n")
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Failure(f"{escaped(str(path))} cannot be written: {reason(error)}", FAILED) from None
