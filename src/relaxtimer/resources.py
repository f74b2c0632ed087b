"""Where the bundled files are: beside the code in an installed wheel, at the top of the tree in a checkout.

The folders hold data only. Whoever reads a file gets a real path, so that a mistake in it can be reported by file and
line.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_TREE = _PACKAGE.parent.parent


class ResourceNotFoundError(FileNotFoundError):
    """A bundled folder is missing: the installation is damaged."""


def bundled(folder: str, *, package: Path = _PACKAGE, tree: Path = _TREE) -> Path:
    """Find the bundled folder of that name, such as "routines" or "sounds".

    `package` is the folder of the installed code, `tree` the top of a checkout. Raises ResourceNotFoundError, with both
    places that were looked at, when neither has it.
    """
    candidates = (package / "bundled" / folder, tree / folder)
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    places = " nor ".join(str(candidate) for candidate in candidates)
    message = f"relaxtimer's own {folder} are missing: found neither {places}. Install relaxtimer again."
    raise ResourceNotFoundError(message)
