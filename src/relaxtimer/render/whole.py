"""A file that is there whole or not at all: written beside its name, and renamed at the end."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Give a path to write to, beside `target`; it takes its name when the block ends, and is removed when it fails.

    Raises `OSError` where nothing can be written there.
    """
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem[:80]}-", suffix=target.suffix)
    os.close(handle)
    path = Path(name)
    try:
        yield path
        with path.open("rb") as written:
            os.fsync(written.fileno())
        path.chmod(_mode(target))
        path.replace(target)
    finally:
        path.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    """Give the rights a new file would have, or those of the file that is replaced."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        now = os.umask(0)
        os.umask(now)
        return 0o666 & ~now
