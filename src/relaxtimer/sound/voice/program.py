"""Running an engine that is a program: text in, bytes out, within bounds of time and size."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO

from relaxtimer.notation.characters import escaped
from relaxtimer.sound.voice.engine import HungError, VoiceError
from relaxtimer.sound.voice.group import Group

LONGEST = 30.0  # seconds; a voice that has to be loaded from disk may take ten of them
MOST_BYTES = 32 << 20
_AT_ONCE = 1 << 16
_TAIL = 4_096
LONGEST_SAID = 200


class Programs:
    """Runs programs, and can be stopped from another thread; `stopped` tells others to end as well."""

    def __init__(self, longest: float = LONGEST, most: int = MOST_BYTES) -> None:
        self.stopped = threading.Event()
        self._longest = longest
        self._most = most
        self._lock = threading.Lock()
        self._running: set[Group] = set()

    def run(self, arguments: Sequence[str], given: bytes = b"", environment: dict[str, str] | None = None) -> bytes:
        """Run a program with `given` on its input, and give its output.

        Raises `VoiceError` where it cannot be started, fails, takes too long or gives too much; with the last line that
        it complained of.
        """
        with self._group() as group:
            # A file never blocks its reader, however much of it is left unread.
            with TemporaryFile() as file:
                file.write(given)
                file.seek(0)
                process = self._start(group, arguments, file, environment)
            with process:
                try:
                    return self._answer(process)
                except BaseException:
                    group.end()
                    raise
                finally:
                    with self._lock:
                        self._running.discard(group)

    def stop(self) -> None:
        """End what runs; nothing runs after it."""
        with self._lock:
            self.stopped.set()
            for group in self._running:
                group.end()

    def _group(self) -> Group:
        try:
            return Group()
        except OSError as error:
            raise VoiceError(f"cannot be started: {error.strerror}") from None

    def _start(
        self, group: Group, arguments: Sequence[str], given: IO[bytes], environment: dict[str, str] | None
    ) -> subprocess.Popen[bytes]:
        with self._lock:
            if self.stopped.is_set():
                raise VoiceError("was stopped")
            try:
                process = group.start(arguments, given, environment)
            except (OSError, ValueError) as error:
                why = getattr(error, "strerror", None) or str(error)
                raise VoiceError(f"cannot be started: {escaped(why)}: {escaped(arguments[0])}") from None
            self._running.add(group)
            return process

    def _answer(self, process: subprocess.Popen[bytes]) -> bytes:
        deadline = time.monotonic() + self._longest
        output, complaints = _Reader(process.stdout, self._most), _Reader(process.stderr, _TAIL, last=True)
        output.join(max(deadline - time.monotonic(), 0))
        if output.too_much:
            raise VoiceError(f"gave more than {self._most >> 20} MiB and was stopped")
        try:
            status = process.wait(max(deadline - time.monotonic(), 0))
        except subprocess.TimeoutExpired:
            status = None
        if status is None or output.is_alive():
            raise HungError(f"took longer than {self._longest:g} seconds and was stopped")
        if status:
            complaints.join(1)
            raise VoiceError(f"{_ending(status)}{_said(complaints.read)}")
        return bytes(output.read)


class _Reader(threading.Thread):
    """Reads all that comes through a pipe: the first bytes up to a bound, or the last ones."""

    def __init__(self, pipe: IO[bytes] | None, most: int, *, last: bool = False) -> None:
        super().__init__(daemon=True)
        self.read = bytearray()
        self.too_much = False
        self._pipe = pipe
        self._most = most
        self._last = last
        self.start()

    def run(self) -> None:
        """Read to the end, or past the bound."""
        # The pipe is closed under it where its program was given up.
        with suppress(OSError, ValueError):
            while self._pipe and (piece := os.read(self._pipe.fileno(), _AT_ONCE)):
                self.read += piece
                if self._last:
                    del self.read[: -self._most]
                elif len(self.read) > self._most:
                    self.too_much = True
                    return


def _ending(status: int) -> str:
    if status >= 0:
        return f"ended with status {status}"
    with suppress(ValueError):
        return f"was ended by {signal.Signals(-status).name}"
    return f"was ended by signal {-status}"


def _said(complaints: bytes | bytearray) -> str:
    lines = [line for line in complaints.decode(errors="replace").splitlines() if line.strip()]
    return f": {escaped(lines[-1].strip())[:LONGEST_SAID]}" if lines else ""
