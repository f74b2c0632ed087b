"""The player process from its start to its end: who reads, who reports, and who does what when."""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import msgspec

from relaxtimer.machine import MILLISECOND, SECOND, nanoseconds
from relaxtimer.sound.lines import Reporter, lines
from relaxtimer.sound.messages import NO_PLAYER, Alive, Close, Halt, Lost, Open, Request
from relaxtimer.sound.outputs.order import opened
from relaxtimer.sound.process.conductor import Conductor
from relaxtimer.sound.process.keeper import Keeper
from relaxtimer.sound.process.sounds import SoundShelf
from relaxtimer.sound.process.stagehand import Stagehand
from relaxtimer.sound.voice.speech import Speech

_CHUNK = 65_536
_ALIVE = 250 * MILLISECOND
_STEP = 50 * MILLISECOND
_CALM_STEP = 125 * MILLISECOND
# A device rests when nothing was heard for so long: the machine may save power.
_REST = 10 * SECOND
# What fades out at the end is heard to its end: a fade, and the buffer of the device.
_FADE_OUT = 200 * MILLISECOND
_TIME_TO_CLOSE = 200 * MILLISECOND
_CLOSING_STEP = 5 * MILLISECOND

DONE = 0
FAILED = 1
NO_SENSE = 2
STUCK = 3


def main() -> int:
    """Do what standard input says until it ends; give the exit status."""
    requests, reports = _own_pipes()
    # A library that finds no JACK would start one.
    os.environ["JACK_NO_START_SERVER"] = "1"
    # Control C is for the session, which then closes this process.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    host = Host(requests, reports)
    try:
        return host.live()
    except Exception as error:  # noqa: BLE001 - the session says what nobody else could: standard error is the screen
        host.fail(f"the player failed: {error!r}")
        return FAILED


def _own_pipes() -> tuple[int, int]:
    """Take the pipes away from libraries, which would write between the lines, or over the screen."""
    requests, reports = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    return requests, reports


class Host:
    """Runs a conductor and its output for one session, over two file descriptors."""

    def __init__(self, requests: int, reports: int) -> None:
        """Have been asked nothing."""
        self._requests = requests
        self._reporter = Reporter(reports)
        self._asked: SimpleQueue[Request | None] = SimpleQueue()
        self._alive = 0

    def live(self) -> int:
        """Serve until nobody asks any more; give the exit status."""
        Thread(target=self._read, daemon=True).start()
        self._say_alive(nanoseconds())
        opening = self._asked.get()
        if not isinstance(opening, Open):
            return DONE if opening is None or isinstance(opening, Close) else NO_SENSE
        say = self._reporter.say
        speaker = Speech(opening.voice, Path(opening.cache), say)
        conductor = Conductor(opening, SoundShelf(say), speaker, say)
        keeper = Keeper(lambda: opened(opening.outputs), Stagehand(conductor, say))
        # What is there by now stays: collecting it again and again would hold up the sound.
        gc.freeze()
        while self._serve(conductor, keeper):
            speaker.step(nanoseconds())
            if keeper.stuck or self._reporter.unheard:
                speaker.close()
                # Whatever hangs would keep the interpreter from ending, too.
                os._exit(STUCK)
        speaker.close()
        self._end(conductor, keeper)
        return DONE

    def fail(self, why: str) -> None:
        """Tell why it ends."""
        self._reporter.say(Lost(why, NO_PLAYER))

    def _serve(self, conductor: Conductor, keeper: Keeper) -> bool:
        """Do what is asked and what is due, once; tell whether to go on."""
        now = nanoseconds()
        due = min(now + self._patience(conductor, keeper), conductor.next_due or now + _ALIVE)
        for request in self._waited(due - now):
            if request is None or isinstance(request, Close):
                return False
            conductor.take(request, nanoseconds())
        self._step(conductor, keeper)
        return True

    @staticmethod
    def _patience(conductor: Conductor, keeper: Keeper) -> int:
        """Give how long nothing has to be looked at: all is placed well ahead while all goes well."""
        if keeper.idle and conductor.quiet_since is not None:
            return _ALIVE
        return _STEP if keeper.trying or conductor.hurries else _CALM_STEP

    def _step(self, conductor: Conductor, keeper: Keeper) -> None:
        now = nanoseconds()
        conductor.step(now)
        quiet = conductor.quiet_since
        keeper.wanted = quiet is None or now - quiet < _REST
        keeper.step(now)
        if now - self._alive >= _ALIVE:
            self._say_alive(now)

    def _end(self, conductor: Conductor, keeper: Keeper) -> None:
        """Fade out, let go of the device, and end."""
        conductor.take(Halt(), nanoseconds())
        over = nanoseconds() + (_FADE_OUT if keeper.heard and not keeper.idle else 0)
        while nanoseconds() < over:
            self._waited(over - nanoseconds())
        over = nanoseconds() + _TIME_TO_CLOSE
        keeper.close(nanoseconds())
        while not keeper.closed:
            if nanoseconds() > over:
                os._exit(STUCK)
            self._waited(_CLOSING_STEP)
            keeper.step(nanoseconds())

    def _say_alive(self, now: int) -> None:
        self._alive = now
        self._reporter.say(Alive())

    # Requests

    def _waited(self, time: int) -> list[Request | None]:
        """Wait for a request, at most so many nanoseconds; give all there are."""
        found: list[Request | None] = []
        with suppress(Empty):
            found.append(self._asked.get(timeout=max(time, 0) / SECOND))
            while True:
                found.append(self._asked.get_nowait())
        return found

    def _read(self) -> None:
        decode = msgspec.json.Decoder(Request).decode
        with suppress(msgspec.MsgspecError, OSError):
            for line in lines(lambda: os.read(self._requests, _CHUNK)):
                self._asked.put(decode(line))
        self._asked.put(None)
