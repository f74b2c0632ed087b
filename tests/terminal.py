"""A real pseudo-terminal with a program in it: press keys, read the screen, look at what is left behind.

The program gets a controlling terminal of its own, as in a terminal window. Nothing here sleeps: every wait is a
`select` on the terminal, and every wait has a deadline after which it raises with the screen as it then was.

Job control (ctrl+z, `fg`) needs a shell around the program, as it does for a person: start `["bash", "--norc", "-i"]`
and type the command.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import pyte

from relaxtimer.cli.arguments import COMMANDS

LAST_WORDS = 0.3
PATIENCE = 20.0
"""Seconds until a wait gives up. Generous: it is only ever used up by a test that fails."""

KEYS = {
    "space": " ",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f6": "\x1b[17~",
    **{f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "abcdefghijklmnopqrstuvwxyz"},
}

# Takes the terminal as its controlling one, then becomes the program. A fork in this process would do the same, but is
# refused with a warning by Python 3.12 and newer when another thread runs.
_TAKE_THE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"
)

# Sequences that pyte misreads: kitty keyboard, mode reports, pointer shapes, colon-separated colours.
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*(?:\$p|u)|\x1b\]22;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;]*:[0-9;:]*m"
)
_UNFINISHED_SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?)?\Z")

# With one of these a session is not what is asked for, or the ratings are.
_ASKS = {"--help", "-h", "--version", "--no-checkin"}
_ALTERNATE_SCREEN = 1049


def relaxtimer(*arguments: str) -> list[str]:
    """The command line that runs relaxtimer in the interpreter of the tests; sessions ask for no ratings."""
    session = not arguments or arguments[0] == "run" or arguments[0] not in COMMANDS
    quiet = ["--no-checkin"] if session and not _ASKS & set(arguments) else []
    return [sys.executable, "-m", "relaxtimer", *arguments, *quiet]


class Display(pyte.Screen):
    """What pyte's screen lacks: the alternate screen, and answers that reach the program."""

    def __init__(self, columns: int, lines: int, answer: Callable[[str], None]) -> None:
        self._answer = answer
        self._main_screen: tuple[dict[int, dict[int, pyte.screens.Char]], int, int] | None = None
        super().__init__(columns, lines)

    def write_process_input(self, data: str) -> None:
        self._answer(data)

    def set_mode(self, *modes: int, **kwargs: Any) -> None:  # noqa: ANN401 - pyte's own signature
        if _ALTERNATE_SCREEN in modes and kwargs.get("private") and self._main_screen is None:
            rows = {row: dict(line) for row, line in self.buffer.items()}
            self._main_screen = (rows, self.cursor.x, self.cursor.y)
            self.erase_in_display(2)
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:  # noqa: ANN401 - pyte's own signature
        if _ALTERNATE_SCREEN in modes and kwargs.get("private") and self._main_screen is not None:
            rows, self.cursor.x, self.cursor.y = self._main_screen
            self._main_screen = None
            self.buffer.clear()
            for row, line in rows.items():
                self.buffer[row].update(line)
        super().reset_mode(*modes, **kwargs)


class Terminal:
    """One program in one terminal window."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        """Start `argv`.

        It sees only the variables a terminal window has, and `env`: the outer environment does not leak into a test,
        except for what coverage needs to count the lines that run in there.
        """
        self.raw = bytearray()
        """Everything the program wrote, as it came."""
        self._status: int | None = None
        self._unfed = b""
        self._master, slave = pty.openpty()
        self._open = True
        self.display = Display(cols, rows, answer=self.send)
        self._stream = pyte.ByteStream(self.display)
        self._set_size(cols, rows)
        inherited = {name: os.environ[name] for name in os.environ if name in {"PATH", "HOME"} or "COVERAGE" in name}
        window = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
        self._process = subprocess.Popen(
            [sys.executable, "-IS", "-c", _TAKE_THE_TERMINAL, *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env={**inherited, **window, **(env or {})},
            cwd=cwd,
            start_new_session=True,
        )
        os.close(slave)

    @property
    def pid(self) -> int:
        """Number of the process that was started, which leads its session."""
        return self._process.pid

    def text(self) -> str:
        """What a person sees, without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.display.display).rstrip()

    def pump(self, seconds: float) -> None:
        """Read for that long, or until the program closes the terminal."""
        deadline = time.monotonic() + seconds
        while self._read_once(deadline) and time.monotonic() < deadline:
            pass

    def until(self, pattern: str, timeout: float = PATIENCE) -> str:
        """Read until the regular expression is found on the screen; returns the screen."""
        return self._read_until(lambda: re.search(pattern, self.text()) is not None, f"{pattern!r} to be seen", timeout)

    def until_gone(self, pattern: str, timeout: float = PATIENCE) -> str:
        """Read until the regular expression is no longer found on the screen; returns the screen."""
        return self._read_until(lambda: re.search(pattern, self.text()) is None, f"{pattern!r} to go", timeout)

    def until_raw(self, data: bytes, start: int = 0, timeout: float = PATIENCE) -> str:
        """Read until the program has written these very bytes, at `start` of `raw` or later; returns the screen."""
        return self._read_until(lambda: self.raw.find(data, start) >= 0, f"{data!r} to be written", timeout)

    def send(self, keys: str | bytes) -> None:
        """Type characters, as they are."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            data = data[os.write(self._master, data) :]

    def press(self, *names: str) -> None:
        """Press keys by name (`KEYS`), or by the one character on them."""
        for name in names:
            self.send(KEYS.get(name, name))

    def resize(self, cols: int, rows: int) -> None:
        """Change the size of the window; the kernel tells the program."""
        self.display.resize(rows, cols)
        self._set_size(cols, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the process that was started, and to no other."""
        self._process.send_signal(number)

    def sane(self) -> bool:
        """Whether the terminal is usable by a shell again: whole lines are read, and what is typed is shown."""
        local_modes: int = termios.tcgetattr(self._master)[3]
        return bool(local_modes & termios.ICANON) and bool(local_modes & termios.ECHO)

    def hang_up(self) -> None:
        """Close the window while the program runs."""
        if self._open:
            self._open = False
            os.close(self._master)

    def wait(self, timeout: float = PATIENCE) -> int:
        """Read until the program ends; returns its exit status, or the negative number of the signal that ended it."""
        deadline = time.monotonic() + timeout
        while self._status is None:
            self._status = self._process.poll()
            if self._status is None and time.monotonic() > deadline:
                message = f"the program did not end within {timeout} s; on the screen:\n{self.text()}"
                raise AssertionError(message)
            self._breathe()
        # The last words of a program may still be on their way through the kernel when it has ended.
        while self._read_once(time.monotonic() + LAST_WORDS) and time.monotonic() < deadline:
            pass
        return self._status

    def close(self) -> None:
        """Hang up, and end what still runs."""
        self.hang_up()
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _set_size(self, cols: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _breathe(self) -> None:
        """Read a little, or wait a little when there is nothing that could be read."""
        moment = 0.02
        if not self._open or not self._read_once(time.monotonic() + moment):
            select.select([], [], [], moment)

    def _read_until(self, reached: Callable[[], bool], what: str, timeout: float) -> str:
        deadline = time.monotonic() + timeout
        while not reached():
            if time.monotonic() > deadline or not self._read_once(deadline):
                ending = "" if (status := self._process.poll()) is None else f" (it ended with status {status})"
                message = f"waited in vain for {what}{ending}; on the screen:\n{self.text()}"
                raise AssertionError(message)
        return self.text()

    def _read_once(self, deadline: float) -> bool:
        """Read what comes next; False once the deadline has passed or the program has closed the terminal."""
        if not self._open:
            return False
        ready, _, _ = select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # how Linux says that nobody has the other end open
            return False
        self._take(data)
        return bool(data)

    def _take(self, data: bytes) -> None:
        self.raw += data
        self._unfed += data
        unfinished = _UNFINISHED_SEQUENCE.search(self._unfed)
        end = unfinished.start() if unfinished else len(self._unfed)
        complete, self._unfed = self._unfed[:end], self._unfed[end:]
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", complete))
