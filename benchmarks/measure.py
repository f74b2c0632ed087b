"""What the benchmarks share: taking times in turn, programs in a terminal, tables, verdicts."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from relaxtimer.core.safety.red_flags import Level
from relaxtimer.core.safety.screening import Screening
from relaxtimer.record.answers import write_screening
from relaxtimer.record.store import Store, save

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
COLUMNS, ROWS = 100, 30
PATIENCE = 30.0
_STYLES = re.compile(rb"\x1b\[[0-9;:?]*[a-zA-Z]")
_TICKS = os.sysconf("SC_CLK_TCK")


def relaxtimer(*arguments: str) -> list[str]:
    """Give the command as a person runs it: the installed program beside this interpreter."""
    program = shutil.which("relaxtimer", path=str(Path(sys.executable).parent))
    if program is None:
        sys.exit(f"relaxtimer is not installed beside {sys.executable}: pip install -e .")
    return [program, *arguments]


def answered(home: Path) -> None:
    """Have a record there with the warning signs answered and nothing else, so that a session begins at once."""
    for file in home.glob("record.*"):
        file.unlink()
    today = datetime.now().astimezone()
    store = Store(home)
    screening = Screening(today.date().toordinal(), Level.CLEAR)
    assert save(store, lambda record: write_screening(record, screening, today)), store.news()
    store.close()


def python(*arguments: str | Path) -> list[str]:
    """Give a command of the same interpreter."""
    return [sys.executable, *map(str, arguments)]


def in_turn(cases: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Take each measure once a round, every second round in reverse, so that what disturbs one disturbs all.

    The round before the first does not count: it fills caches.
    """
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for number in range(-1, rounds):
        names = list(cases) if number % 2 else list(reversed(cases))
        for name in names:
            value = cases[name]()
            if number >= 0:
                taken[name].append(value)
    return taken


def medians(taken: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Give the middle of each."""
    return {name: statistics.median(values) for name, values in taken.items()}


def seconds(command: Sequence[str], env: Mapping[str, str] | None = None) -> float:
    """Run a command to its end, its output thrown away; give how long that took. It has to succeed."""
    quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1)]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], list(command), {**os.environ, **(env or {})}, file_actions=quiet)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    took = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command)} ended with status {status}")
    return took


class Window:
    """A program in a terminal of its own, whose output is read and counted."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        """Start it."""
        window = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        environment = {**os.environ, **window, **(env or {})}
        environment.pop("NO_COLOR", None)
        self.output = b""
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if not self.process:
            os.execve(command[0], list(command), environment)  # noqa: S606 - a benchmark's own command
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, size)

    def until(self, marker: str) -> float:
        """Read until a text has arrived; give the seconds since the start."""
        while marker.encode() not in _STYLES.sub(b"", self.output):
            if time.perf_counter() - self.started > PATIENCE or not self.read(PATIENCE):
                sys.exit(f"{marker!r} never came; the last output was {self.output[-500:]!r}")
        return time.perf_counter() - self.started

    def read(self, patience: float) -> int:
        """Read what comes next; give how many bytes, 0 for nothing."""
        if not select.select([self.terminal], [], [], patience)[0]:
            return 0
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return 0
        self.output += data
        return len(data)

    def drain(self, duration: float) -> list[tuple[float, int]]:
        """Read for so many seconds; give when something came and how many bytes."""
        end = time.perf_counter() + duration
        came: list[tuple[float, int]] = []
        while (left := end - time.perf_counter()) > 0:
            count = self.read(left)
            if count:
                came.append((time.perf_counter(), count))
                self.output = b""
        return came

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self.terminal, keys.encode())

    def cpu(self) -> float:
        """Give the seconds of processor time used so far, by all its threads."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> int:
        """Give the bytes of memory it holds now."""
        pages = int(Path(f"/proc/{self.process}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def close(self) -> None:
        """End it."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)


@contextmanager
def window(command: Sequence[str], env: Mapping[str, str] | None = None) -> Iterator[Window]:
    """Start a program in a terminal, and end it."""
    opened = Window(command, env)
    try:
        yield opened
    finally:
        opened.close()


@dataclass
class Report:
    """A table, and whether every gate in it was met."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def row(self, name: str, *values: str) -> None:
        """Add a row: a peer, or something that is told without a gate."""
        self.rows.append((name, *values))

    def gate(self, name: str, *values: str, limit: str, met: bool) -> None:
        """Add a row with a gate; `limit` is how it is written, `met` whether it is kept."""
        verdict = f"{limit}  {'met' if met else 'MISSED'}"
        self.rows.append((name, *values, verdict))
        if not met:
            self.missed.append(f"{name}: {limit}")

    def end(self) -> int:
        """Print it; give the exit status."""
        table = [(self.title, *self.columns, "gate"), *self.rows]
        table = [(*row, *[""] * (len(self.columns) + 2 - len(row))) for row in table]
        widths = [max(len(row[place]) for row in table) for place in range(len(table[0]))]
        for place, row in enumerate(table):
            cells = [
                row[0].ljust(widths[0]),
                *(cell.rjust(width) for cell, width in zip(row[1:-1], widths[1:-1], strict=True)),
            ]
            print("  ".join([*cells, row[-1]]).rstrip())
            if not place:
                print("  ".join("-" * width for width in widths))
        print()
        return 1 if self.missed else 0


def ms(value: float) -> str:
    """Write seconds as milliseconds."""
    return f"{value * 1_000:.1f} ms"


def times(value: float, peer: float) -> str:
    """Write how many times the peer something is."""
    return f"{value / peer:.2f}x"
