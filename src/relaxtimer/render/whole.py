"""A file that is there whole or not at all: written beside its name, and renamed at the end."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# So many characters of the name are kept meanwhile: even at four bytes each they leave room for what is added.
_KNOWN_BY = 20


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a path to write to, beside `target`; it takes its name when the block ends, and is removed when it fails.

    Where `target` is a symbolic link, what it leads to is written. Raises `OSError` where nothing can be written there.
    """
    place = place_of(target)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.stem[:_KNOWN_BY]}-", suffix=place.suffix)
    os.close(handle)
    path = Path(name)
    try:
        yield path
        # Windows brings to the disk only what is open for writing.
        with path.open("r+b") as written:
            os.fsync(written.fileno())
        path.chmod(_mode(place))
        path.replace(place)
    finally:
        path.unlink(missing_ok=True)


def place_of(target: Path) -> Path:
    """Give where a file of that name is written: the end of its symbolic links.

    Raises `OSError` where there is a folder or a device, or where links lead in a circle.
    """
    place = Path(os.path.realpath(target)) if target.is_symlink() else target
    if place.is_symlink():
        raise OSError(errno.ELOOP, "its symbolic links lead in a circle", str(target))
    if place.exists() and not place.is_file():
        raise OSError(errno.EEXIST, "what has that name is no file", str(target))
    return place


def _mode(target: Path) -> int:
    """Give the rights a new file would have, or those of the file that is replaced."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        now = os.umask(0)
        os.umask(now)
        return 0o666 & ~now
