"""What a person marked in their library: favourites, and that they were welcomed.

A small JSON file beside the record. It is written whole and put in place at once, so that it is either as before or as
after. One that cannot be read counts as empty, and is kept beside the new one rather than written over.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

FILE = "library.json"
_MOST, _LONGEST = 5_000, 1_000_000


class Marks(Struct, frozen=True):
    """`favourites` are names of routines; `welcomed` is true after the first start."""

    favourites: frozenset[str] = frozenset()
    welcomed: bool = False

    def turned(self, name: str) -> Marks:
        """Make a routine a favourite, or one no more."""
        return replace(self, favourites=self.favourites ^ {name})


def read_marks(folder: Path) -> Marks:
    """Read the marks; none where there is no file, or none that can be read."""
    found = _found(folder / FILE)
    return Marks() if found is None else found


def write_marks(folder: Path, marks: Marks) -> str:
    """Write the marks; gives why that was not possible, or nothing."""
    path = folder / FILE
    data = {
        "favourites": sorted(marks.favourites),
        "welcomed": marks.welcomed,
    }
    beside = path.with_name(f"{FILE}.{os.getpid()}.tmp")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if path.exists() and _found(path) is None:
            path.replace(path.with_name(f"{FILE}.damaged"))
        with beside.open("w", encoding="ascii") as file:
            json.dump(data, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        return f"{path} cannot be written: {error.strerror or error}"
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return ""


def _found(path: Path) -> Marks | None:
    """Read a file; `None` for one that is not what this program wrote."""
    try:
        if path.stat().st_size > _LONGEST:
            return None
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Marks()
    except (OSError, ValueError, RecursionError):
        return None
    favourites = data.get("favourites") if isinstance(data, dict) else None
    if not isinstance(favourites, list) or len(favourites) > _MOST:
        return None
    if not all(isinstance(each, str) for each in favourites):
        return None
    return Marks(frozenset(favourites), bool(data.get("welcomed")))
