"""What the kernel says of processes, and waiting for it to say something else. Linux only: it is read from /proc."""

from __future__ import annotations

import select
import time
from collections.abc import Callable
from pathlib import Path

from tests.conftest import need
from tests.terminal import PATIENCE, Terminal

_PROC = Path("/proc")
# Seconds between two looks.
_LOOK = 0.02
# A session that runs wakes up at least once a second; so many looks take longer than that.
_QUIET_LOOKS = 75


def until(window: Terminal, reached: Callable[[], bool], what: str) -> None:
    """Read the terminal until something outside it is so."""
    deadline = time.monotonic() + PATIENCE
    while not reached():
        assert time.monotonic() < deadline, f"waited in vain for {what}; on the screen:\n{window.text()}"
        window.pump(_LOOK)


def pass_by(window: Terminal, seconds: float) -> None:
    """Let so much time pass, for what is about time passing unseen, and read meanwhile."""
    over = time.monotonic() + seconds
    while time.monotonic() < over:
        window.pump(_LOOK)


def processes_of(session: int) -> dict[int, str]:
    """The processes of a session (as in setsid) that are not mere zombies, with their state as one letter."""
    need((_PROC / "self/stat").exists(), "needs /proc")
    found = {}
    for entry in _PROC.iterdir():
        if entry.name.isdecimal():
            fields = _fields(int(entry.name))
            if fields and int(fields[3]) == session and fields[0] != "Z":
                found[int(entry.name)] = fields[0]
    return found


def children_of(parent: int) -> set[int]:
    """The processes that a process has started, with those whose end it has not taken note of."""
    need((_PROC / "self/stat").exists(), "needs /proc")
    found = (int(entry.name) for entry in _PROC.iterdir() if entry.name.isdecimal())
    return {pid for pid in found if _fields(pid)[1:2] == [str(parent)]}


def running(session: int, word: str) -> int:
    """The number of the one process of a session that has a word in its command line; 0 where there is none."""
    for pid in processes_of(session):
        try:
            command = (_PROC / f"{pid}/cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if word in command and "python" in command[0]:
            return pid
    return 0


def is_stopped(pid: int) -> bool:
    """Whether a process is stopped, as by ctrl+z."""
    return _fields(pid)[:1] == ["T"]


def processor_seconds(pid: int) -> float:
    """How long a process has used a core, children not counted."""
    fields = _fields(pid)
    return (int(fields[11]) + int(fields[12])) / 100


def share_of_a_core(window: Terminal, pid: int, seconds: float = 0.5) -> float:
    """How much of a core a process uses while the terminal is read."""
    before, since = processor_seconds(pid), time.monotonic()
    pass_by(window, seconds)
    return (processor_seconds(pid) - before) / (time.monotonic() - since)


def switches(pid: int) -> str:
    """How often the main thread of a process was switched away from."""
    lines = (_PROC / f"{pid}/task/{pid}/status").read_text().splitlines()
    return " ".join(line for line in lines if "ctxt_switches" in line)


def until_it_stands_still(pid: int, reading: Terminal | None = None, looks: int = _QUIET_LOOKS) -> None:
    """Wait until a process no longer runs at all, for so many looks of a fiftieth of a second.

    While its terminal is read it has then nothing to do; while nobody reads it, it hangs on what it writes. One that
    waits for a disk does neither.
    """
    # On the way there each step of a session is brought to the disk, which others may be using.
    seen, quiet, deadline = "", 0, time.monotonic() + 3 * PATIENCE
    while quiet < looks:
        assert time.monotonic() < deadline, "the process never stood still"
        if reading is None:
            select.select([], [], [], _LOOK)
        else:
            reading.pump(_LOOK)
        now = switches(pid)
        waits_for_disk = _fields(pid)[:1] == ["D"]
        seen, quiet = now, quiet + 1 if now == seen and not waits_for_disk else 0


def _fields(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on; empty where there is no such process."""
    try:
        return (_PROC / f"{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return []
