"""What a listing said of each routine file, kept so that unchanged files are not read again.

One line of header, one of body, both JSON. The header names everything the entries depend on besides their own files
(the `fingerprint`) and has a checksum of the body: an index that is damaged, or of another time, is as good as none. An
entry stands for its file by size and time of change; where the file may have changed since unseen, by its content.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from relaxtimer.library.opening import UnreadableError, read

# Clocks of file systems count in steps of up to two seconds: a file that had just changed may change once more unseen.
GRAIN = 2_000_000_000
MOST_BYTES = 64 << 20


class Stamp(NamedTuple):
    """What tells a file from what it was: its size, and when it changed last, in nanoseconds.

    `settled` where that was long enough ago to be sure that a later change will show.
    """

    size: int
    changed: int
    settled: bool


# Of a file that cannot be read.
UNKNOWN = Stamp(0, 0, settled=False)


class Entry(NamedTuple):
    """What is kept of one file: its stamp, what stands for its content, the routines it speaks of, and its facts."""

    size: int
    changed: int
    settled: bool
    digest: str
    needs: list[str]
    facts: list[Any]


class Index:
    """The entries of one listing, taken over from the one before where their files are the same."""

    def __init__(self, file: Path, fingerprint: str) -> None:
        self.file = file
        self.notices: list[str] | None = None
        self._fingerprint = fingerprint
        self._before: dict[str, Entry] = {}
        self._now: dict[str, Entry] = {}
        self._changed = True
        self._load()

    def knows(self, path: str) -> bool:
        """Tell whether there is an entry for a file."""
        return path in self._before

    def unchanged(self, path: str, status: os.stat_result) -> Entry | None:
        """Give the entry of a file that is as it was, by its size and time of change."""
        entry = self._before.get(path)
        if entry is None or not entry.settled or (entry.size, entry.changed) != stamp_of(status)[:2]:
            return None
        self._now[path] = entry
        return entry

    def same(self, path: str, stamp: Stamp, content: str) -> Entry | None:
        """Give the entry of a file that has the content it had."""
        entry = self._before.get(path)
        if entry is None or entry.digest != content:
            return None
        self.keep(path, stamp, content, entry.needs, entry.facts)
        return entry

    def keep(self, path: str, stamp: Stamp, content: str, needs: Sequence[str], facts: Sequence[Any]) -> None:
        """Note what was read in a file, with its stamp of when it was read."""
        self._now[path] = Entry(*stamp, content, list(needs), list(facts))
        self._changed = True

    def save(self) -> None:
        """Put the entries in place of those before, all at once, where anything is new.

        Where that is not possible (a full disk, a folder that cannot be written to), the next listing reads again.
        """
        if not self._changed and len(self._now) == len(self._before):
            return
        body = json.dumps({"notices": self.notices, "entries": self._now}, separators=(",", ":")).encode()
        header = json.dumps({"fingerprint": self._fingerprint, "checksum": zlib.crc32(body)}).encode()
        beside = self.file.with_name(f"{self.file.name}.{os.getpid()}.{time.monotonic_ns()}.new")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            try:
                beside.write_bytes(header + b"\n" + body)
                beside.replace(self.file)
            finally:
                beside.unlink(missing_ok=True)

    def _load(self) -> None:
        with suppress(UnreadableError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            header, _, body = read(self.file, MOST_BYTES)[0].partition(b"\n")
            known = json.loads(header)
            if known["fingerprint"] != self._fingerprint or known["checksum"] != zlib.crc32(body):
                return
            content = json.loads(body)
            self._before = {path: Entry(*entry) for path, entry in content["entries"].items()}
            self.notices = content["notices"]
            self._changed = False


def digest(data: bytes) -> str:
    """Give what stands for a content."""
    import hashlib  # noqa: PLC0415 - not needed while no file has changed

    return hashlib.blake2b(data, digest_size=16).hexdigest()


def stamp_of(status: os.stat_result) -> Stamp:
    """Give the stamp of a file, now: also of one whose time of change was set back by hand."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    return Stamp(status.st_size, changed, settled=time.time_ns() - changed > GRAIN)
