"""A player process by itself, without a session: to try what it can do and to hear single sounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from queue import Empty
from types import TracebackType
from typing import Self

from relaxtimer.core.cues import CueKind
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.machine import MILLISECOND, nanoseconds
from relaxtimer.sound.messages import (
    Go,
    Halt,
    Heard,
    Lost,
    Open,
    Opened,
    Prepared,
    Report,
    Request,
    Score,
    Seen,
    Trouble,
    VoiceFound,
)
from relaxtimer.sound.note import Note
from relaxtimer.sound.pipe import Pipe

# Seconds that an output may take until it is taken for silent.
PATIENCE = 5.0
# A voice that has to be loaded from disk takes its time; one that hangs is given up by then, and the next one tried.
PATIENCE_WITH_VOICES = 40.0
# What a sentence may take to be heard.
_LONGEST: Milliseconds = 60 * SECOND
_SOON: Milliseconds = 150
# A breath or a repetition to listen to.
_PHASE: Milliseconds = 3 * SECOND


class Trial:
    """A process that was opened; `opened`, `lost`, `voice` and `troubles` are what it said so far."""

    def __init__(self, opening: Open, pipe: Pipe | None = None) -> None:
        """Start it. Raises `OSError` where no process can be started."""
        self.opened: Opened | None = None
        self.lost: Lost | None = None
        self.voice: VoiceFound | None = None
        self.troubles: list[str] = []
        self._ready = 0
        self._heard = False
        self._opening = opening
        self._pipe = pipe or Pipe()
        self._pipe.send([opening])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()

    def examine(self) -> None:
        """Wait until output and voice are known, or the output has had its time."""
        self._wait(lambda: self._knows_output and self.knows_voice, PATIENCE)

    def examine_voice(self) -> None:
        """Wait until the voice is known, too, or has had its time."""
        self._wait(lambda: self.knows_voice, PATIENCE_WITH_VOICES)

    @property
    def _knows_output(self) -> bool:
        return self.opened is not None or self.lost is not None

    @property
    def knows_voice(self) -> bool:
        """Whether it is known what speaks, if anything is to."""
        return self._opening.voice is None or self.voice is not None

    def play(self, kind: CueKind, seconds: float) -> None:
        """Play the sound of an event, and wait so long for it to be heard."""
        paced = kind.value.startswith(("breath-", "tempo-")) and kind is not CueKind.BREATH_CUE
        note = Note(at=0, kind=kind, until=_PHASE, step=1, lasts=_PHASE if paced else 0)
        start = nanoseconds() + _SOON * MILLISECOND
        until = Seen(start + int(seconds * SECOND) * MILLISECOND)
        self._tell([Score((note,)), until, Go(position=0, at=start)], seconds)

    def say(self, words: str) -> bool:
        """Say words, and wait for them to be heard; tell whether they could be made."""
        self._ready, self._heard = 0, False
        self._pipe.send([Score((Note(at=0, kind=CueKind.INSTRUCTION, words=words, until=_LONGEST, step=1),))])
        self._wait(lambda: self._ready > 0, PATIENCE_WITH_VOICES)
        if self._ready:
            start = nanoseconds() + _SOON * MILLISECOND
            self._pipe.send([Seen(start + 2 * _LONGEST * MILLISECOND), Go(position=0, at=start)])
            self._wait(lambda: self._heard, _LONGEST / SECOND)
        self._pipe.send([Halt()])
        return self._ready > 0

    def _tell(self, requests: Iterable[Request], seconds: float) -> None:
        self._pipe.send([*requests])
        self._wait(lambda: False, seconds)
        self._pipe.send([Halt()])

    def _wait(self, over: Callable[[], bool], seconds: float) -> None:
        end = time.monotonic() + seconds
        while not over() and (left := end - time.monotonic()) > 0:
            try:
                report = self._pipe.reports.get(timeout=left)
            except Empty:
                return
            if report is None:
                self.lost = self.lost or Lost("the player process ended")
                return
            self._take(report)

    def _take(self, report: Report) -> None:
        match report:
            case Opened():
                self.opened, self.lost = report, None
            case Lost():
                self.opened, self.lost = None, report
            case VoiceFound():
                self.voice = report
            case Prepared(ready):
                self._ready = ready
            case Heard():
                self._heard = True
            case Trouble(words):
                self.troubles.append(words)
            case _:
                return
