"""The player that sounds: it has a process of its own do it, and takes to the bell and the screen while that fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock

from msgspec.structs import replace

from relaxtimer.core.duration import Milliseconds
from relaxtimer.core.events import Event, Finished
from relaxtimer.core.session import Session
from relaxtimer.sound.lifeline import Lifeline
from relaxtimer.sound.messages import (
    NO_PLAYER,
    Go,
    Heard,
    Hush,
    Lost,
    Mute,
    Open,
    Opened,
    Prepared,
    Report,
    Request,
    Score,
    Trouble,
    Voice,
    VoiceFound,
    Volume,
)
from relaxtimer.sound.pipe import Pipe
from relaxtimer.sound.player import LOUDEST, Bell, Outlet, Status
from relaxtimer.sound.transport import Transport

# Milliseconds. A device that rested is started, and its buffer filled, in less.
LEAD = 500
BACK = "Sound is back."
NO_VOICE = "No voice was found: the words are shown. `relaxtimer voices` tells more."
_INSTEAD = "The bell rings and the screen flashes instead."


class Performer:
    """A player whose process is opened as `opening` says and told what a transport says.

    `volume` is over all: the volumes of `opening` are those of the streams at 100.
    """

    def __init__(
        self,
        opening: Open,
        transport: Transport,
        outlet: Outlet,
        *,
        volume: int = LOUDEST,
        start: Callable[[], Pipe] = Pipe,
    ) -> None:
        """Be ready; the process is started when there is something to hear."""
        self.name = opening.outputs[0] if len(opening.outputs) == 1 else "auto"
        self.muted = opening.muted
        self._speaks = opening.speaking
        self.volume = volume
        self.lead = LEAD + opening.waking
        self._opening = opening
        self._transport = transport
        self._wake = outlet.wake
        self._bell = Bell(outlet)
        self._bell.mute(on=opening.muted)
        self._lifeline = Lifeline(self, start)
        self._lock = Lock()
        self._status = Status()
        self._before_silence = Status()
        self._told: list[str] = []
        self._sounded = False
        self._lost = False
        self._owed = ""
        self._heard = False

    @property
    def pid(self) -> int | None:
        """The number of the process, while there is one."""
        return self._lifeline.pid

    @property
    def speaking(self) -> bool:
        """Whether it says words: not where there turned out to be no voice."""
        return self._speaks and not self._status.voiceless

    # The session

    def prepare(self) -> None:
        """Start the process."""
        if not self._lifeline.begun:
            self._change(coming=True)
        self._lifeline.begin()

    def follow(self, session: Session, now: Milliseconds, events: Iterable[Event]) -> None:
        """Have it heard, or ring and flash."""
        happened = tuple(events)
        self._lifeline.tell(lambda listened: self._told_of(session, now, happened, listened=listened))
        self._lifeline.begin()
        status = self._status
        if not status.sounding:
            self._bell.follow(session, now, happened)
        elif any(isinstance(event, Finished) for event in happened):
            self._change(ringing=not self._heard)

    def _told_of(
        self, session: Session, now: Milliseconds, happened: tuple[Event, ...], *, listened: bool
    ) -> list[Request]:
        requests = self._transport.follow(session, now, happened, listened=listened)
        if any(isinstance(request, Go | Score) for request in requests):
            self._heard = False
        return requests

    def mute(self, *, on: bool) -> None:
        """Fall silent, or sound again."""
        self.muted = on
        self._bell.mute(on=on)
        self._lifeline.tell(lambda _: [Mute(on)])
        self._tell_owed()

    def speak(self, *, on: bool) -> None:
        """Say words, or leave them out."""
        if self._status.voiceless:
            return
        self._speaks = on
        self._lifeline.tell(lambda _: [Voice(on)])

    def louder(self, by: int) -> None:
        """Turn all streams up or down."""
        self.volume = min(max(self.volume + by, 0), LOUDEST)
        self._lifeline.tell(lambda _: [Volume(bus, level) for bus, level in self._levels().volumes.items()])

    def say(self, sentences: tuple[str, ...]) -> None:
        """Have it said."""
        self._lifeline.tell(lambda _: self._transport.answer(sentences))

    def hush(self) -> None:
        """Have it broken off."""
        self._lifeline.tell(lambda _: [Hush()])

    def status(self) -> Status:
        """Tell how it does."""
        return self._status

    def news(self) -> tuple[str, ...]:
        """Give what happened to the sound since this was last asked."""
        with self._lock:
            told, self._told = tuple(self._told), []
        return told

    def settle(self) -> None:
        """Wait until the process can take all that it was told."""
        self._lifeline.settle()

    def close(self) -> None:
        """End the process: it fades out, or is killed."""
        self._lifeline.close()

    def _levels(self) -> Open:
        volumes = {bus: level * self.volume // LOUDEST for bus, level in self._opening.volumes.items()}
        return replace(self._opening, volumes=volumes, muted=self.muted, speaking=self._speaks)

    # The process; called in a thread

    def greeting(self) -> list[Request]:
        """Give everything that a new process has to know."""
        return [self._levels(), *self._transport.again()]

    def hear(self, report: Report) -> None:
        """Take in what it says."""
        match report:
            case Opened(output=output, device=device, missed=missed):
                self._change(output=output, device=device, missed=missed, sounding=True, coming=False)
                self._back()
            case Lost(why, brief):
                self._lose(why, brief)
            case VoiceFound(engine=engine):
                self._find(engine)
            case Prepared(ready, total):
                self._change(ready=ready, total=total)
            case Heard():
                self._heard = True
                self._change(ringing=False)
                self._wake()
            case Trouble(words):
                self._tell(words)
            case _:
                return

    def _find(self, engine: str) -> None:
        """Take in who speaks; where it is nobody, and words were wanted, say so once."""
        new = not engine and not self._status.voiceless
        self._change(voice=engine, voiceless=not engine)
        if new and self._speaks:
            self._tell(NO_VOICE)

    def fell_silent(self, why: str) -> None:
        """Take it for lost, and remember how it was: it may only be held up."""
        self._before_silence = self._status
        self._lose(why, NO_PLAYER)

    def _lose(self, why: str, brief: str) -> None:
        """Go to the bell and the screen, and say so once, on one line: all there is to know, `doctor` tells."""
        self._change(output="", device="", missed=(why,), sounding=False, ringing=False, coming=False)
        if not self._lost:
            self._lost = True
            self._owed = f"{'Sound is lost' if self._sounded else 'No sound'}: {brief}. {_INSTEAD}"
            self._tell_owed()

    def _tell_owed(self) -> None:
        """Tell of a loss, unless there is nothing to be missed: nobody wants to hear anything."""
        if self._owed and not self.muted:
            owed, self._owed = self._owed, ""
            self._tell(owed)

    def spoke_again(self) -> None:
        """Be as it was before it fell silent."""
        before = self._before_silence
        if before.sounding:
            self._change(output=before.output, device=before.device, missed=before.missed, sounding=True)
            self._back()

    def _back(self) -> None:
        self._sounded = True
        lost, self._lost = self._lost and not self._owed, False
        self._owed = ""
        if lost:
            self._tell(BACK)
        else:
            self._wake()

    def _tell(self, words: str) -> None:
        with self._lock:
            self._told.append(words)
        self._wake()

    def _change(self, **changes: object) -> None:
        with self._lock:
            self._status = replace(self._status, **changes)
