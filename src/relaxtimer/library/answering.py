"""A process that reads routine files for another one: the other side of `apart`."""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path
from typing import Any

from relaxtimer.folders import Folders
from relaxtimer.library.facts import found_in
from relaxtimer.library.library import Library
from relaxtimer.library.shelves import Shelves

# What is read of a file goes with it, cycles or not: looking for them every 700 objects takes a fifth of the time.
OBJECTS_BETWEEN = 100_000


def main() -> None:
    """Read what standard input asks for, and answer on standard output, a line for a line."""
    told = json.loads(sys.stdin.readline())
    library, prepare = _library(told), float(told["prepare"])
    for asked in sys.stdin:
        sys.stdout.write(json.dumps([found_in(library, path, prepare) for path in json.loads(asked)]) + "\n")
        sys.stdout.flush()


def _library(told: dict[str, Any]) -> Library:
    shelves = Shelves(Folders(*map(Path, told["folders"])), Path(told["bundled"]) if told["bundled"] else None)
    shelves.names = frozenset(told["names"])
    return Library(shelves)


if __name__ == "__main__":
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN)
    main()
