"""One player process with the pipes to it. Nothing here waits for it: what it does not take, waits in a queue."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from queue import Empty, Full, Queue
from threading import Thread

import msgspec

from relaxtimer.sound.lines import lines
from relaxtimer.sound.messages import Close, Report, Request

# `-P`: nothing is imported from the folder one happens to be in.
COMMAND = (sys.executable, "-P", "-m", "relaxtimer.sound")
# A process that takes nothing for so many messages is stuck.
MOST_WAITING = 2_000
# Seconds that it may take to fade out and end; it is killed after that.
TIME_TO_END = 0.5
_TIME_TO_DIE = 0.1
# Seconds that what was sent may take to be on its way.
_TIME_TO_SETTLE = 0.05
_CHUNK = 65_536

# Signals from the keyboard are meant for the session, which then ends this process too.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0) | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)


class Pipe:
    """A process that was started; `reports` gives what it says, and `None` once it says nothing any more."""

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        """Start it. Raises `OSError` where that is not possible."""
        self.reports: Queue[Report | None] = Queue()
        self._requests: Queue[Request | None] = Queue(MOST_WAITING)
        self._process = subprocess.Popen(  # noqa: S603 - this very program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
            creationflags=_NO_WINDOW,
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._writer = Thread(target=self._write, daemon=True)
        try:
            self._reader.start()
            self._writer.start()
        except RuntimeError:
            self._abandon()
            raise OSError(errno.EAGAIN, "no thread can be started") from None

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, requests: Iterable[Request]) -> None:
        """Let it know, without waiting; a process that takes nothing any more is ended."""
        try:
            for request in requests:
                self._requests.put_nowait(request)
        except Full:
            self._process.kill()

    def settle(self, within: float = _TIME_TO_SETTLE) -> bool:
        """Wait, not for long, until all that was sent is in the pipe, where it is taken although this process stops.

        Gives whether it is.
        """
        written = self._requests.all_tasks_done
        with written:
            return written.wait_for(lambda: not self._requests.unfinished_tasks, within)

    def close(self) -> None:
        """Have it fade out and end; end it where it does not."""
        self.send([Close()])
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(TIME_TO_END)
        self.kill()

    def kill(self) -> None:
        """End it at once, and leave nothing behind."""
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_TIME_TO_DIE)
        # The process is gone, and with it whatever the threads waited for.
        with suppress(Empty):
            while True:
                self._requests.get_nowait()
                self._requests.task_done()
        self._requests.put(None)
        self._writer.join(_TIME_TO_DIE)
        self._reader.join(_TIME_TO_DIE)

    def _abandon(self) -> None:
        """End a process that nobody can hear or tell anything."""
        self._process.kill()
        self._process.wait()
        for thread, pipe in ((self._reader, self._process.stdout), (self._writer, self._process.stdin)):
            if pipe is not None and not thread.is_alive():
                pipe.close()

    def _write(self) -> None:
        encode = msgspec.json.Encoder().encode
        pipe = self._process.stdin
        assert pipe is not None  # noqa: S101 - asked for above
        with pipe:
            while (request := self._requests.get()) is not None:
                # What a process that is gone cannot take, nobody waits for.
                with suppress(OSError):
                    _write_all(pipe.fileno(), encode(request) + b"\n")
                self._requests.task_done()
        self._requests.task_done()

    def _read(self) -> None:
        decode = msgspec.json.Decoder(Report).decode
        pipe = self._process.stdout
        assert pipe is not None  # noqa: S101 - asked for above
        with suppress(OSError, msgspec.MsgspecError), pipe:
            for line in lines(lambda: os.read(pipe.fileno(), _CHUNK)):
                self.reports.put(decode(line))
        self.reports.put(None)
        # Where a busy machine takes longer to end it than anybody waits, nothing of it is left behind all the same.
        self._process.wait()


def _write_all(pipe: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(pipe, view) :]
