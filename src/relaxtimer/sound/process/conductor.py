"""Plays a score: places each sound half a second ahead, by the clock of the machine.

The rules. A run gives each position its time; what is past is never placed, and nothing is placed twice. Nothing sounds
past the time until which the session was last seen: seen again, it goes on in step. A clip that is not ready when its
place comes is left out, never late. The time of everything is an argument: `take(request, now)`, `step(now)`.
"""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.audio.clip import frames_in
from relaxtimer.core.duration import Milliseconds
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.arranging import arrange
from relaxtimer.sound.messages import (
    Go,
    Halt,
    Heard,
    Mute,
    Open,
    Report,
    Request,
    Say,
    Score,
    Seen,
    Voice,
    Volume,
)
from relaxtimer.sound.note import Note
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.clips import Sounds, Words
from relaxtimer.sound.process.desk import Desk
from relaxtimer.sound.process.reading import Reading
from relaxtimer.sound.process.stage import LATE, Stage, joined

AHEAD = 500 * MILLISECOND
# So often the score is arranged anew while clips become ready.
ARRANGE_AGAIN = 500 * MILLISECOND
# Words spoken on demand come at once or not at all: a slow voice may take so long.
SAY_WITHIN = 1_500 * MILLISECOND
# Words that may be asked for at any time come after these in the order in which all are made: they are needed sooner.
_BEFORE_ASIDES = 6
# A sound that goes on as long as its phase is joined in its midst where so much of it is left.
_WORTH_JOINING: Milliseconds = 300
_JOIN_FADE: Milliseconds = 50


class Conductor:
    """Follows the session's transport."""

    def __init__(self, opening: Open, sounds: Sounds, words: Words, report: Callable[[Report], None]) -> None:
        """Be halted, with nothing to play."""
        self._profile = opening.profile
        self._sounds = sounds
        self._words = words
        self._report = report
        self._desk = Desk(opening, sounds)
        self._reading = Reading()
        self._notes: tuple[Note, ...] = ()
        self._end_at: Milliseconds = 0
        self._asides: tuple[str, ...] = ()
        self._made = 0
        self._arranged = 0
        self._run: Go | None = None
        self._counts: list[int] = []
        self._until = 0
        self._held = 0
        self._expired = False
        self._finished = False
        self._joins = False
        self._ahead: list[tuple[int, Placed]] = []
        self._to_say: tuple[str, int] | None = None
        self._halted = 0

    @property
    def quiet_since(self) -> int | None:
        """Since when nothing sounds or is about to; `None` while something does."""
        if self._plays or self._to_say:
            return None
        return max(self._halted, self._desk.busy_until)

    @property
    def hurries(self) -> bool:
        """Whether something waits to be done as soon as it can be."""
        return self._to_say is not None or not self._desk.ready

    @property
    def next_due(self) -> int | None:
        """When it wants to be told the time at the latest."""
        return self._desk.next_due

    def attach(self, stage: Stage | None) -> None:
        """Play on a stage from now on, or on none."""
        self._desk.attach(stage)
        self._ahead.clear()
        self._joins = True

    @property
    def _plays(self) -> bool:
        return self._run is not None and not self._expired and not self._finished

    # What the session asks for

    def take(self, request: Request, now: int) -> None:
        """Do what is asked."""
        match request:
            case Score():
                self._take_score(request, now)
            case Go():
                self._go(request, now)
            case Halt():
                self._halt(now)
            case Seen(until, held):
                self._until = until
                self._held = until if held is None else held
            case Say(words):
                self._to_say = words, now
                self._words.at_once(words)
            case Volume(bus, level):
                self._desk.set_volume(bus, level)
            case Mute(on):
                self._desk.mute(on=on)
            case Voice(on):
                self._desk.speak(on=on)
                self._arrange(now)
            case _:
                return

    def _take_score(self, score: Score, now: int) -> None:
        """Take another score; what was placed ahead and is not in it is taken back, and what sounds goes on."""
        self._notes, self._end_at, self._asides = score.notes, score.end, score.asides
        self._finished = False
        self._arrange(now)
        still = set(self._reading.placed)
        if any(at > now and placed not in still for at, placed in self._ahead):
            self._ahead.clear()
            self._desk.take_back(now)
            if self._run is not None:
                self._reading.seek(max(self._position(self._run, now), self._run.position))

    def _go(self, run: Go, now: int) -> None:
        self._drop(now, bed=False)
        self._run = run
        self._counts = [at for at in run.counts if at > now - LATE]
        self._to_say = None
        self._finished = False
        self._resume(run.position)

    def _resume(self, position: Milliseconds) -> None:
        self._expired = False
        self._joins = True
        self._desk.begin()
        self._desk.lay_bed(on=True)
        self._reading.seek(position)
        self._want()

    def _halt(self, now: int) -> None:
        self._run = None
        self._to_say = None
        self._halted = now
        self._drop(now, bed=True)

    def _drop(self, now: int, *, bed: bool) -> None:
        self._ahead.clear()
        self._desk.drop(now, bed=bed)

    def _arrange(self, now: int) -> None:
        """Arrange the score with the lengths that are known; what was read stays as it was."""
        self._made, self._arranged = self._words.made, now
        made = arrange(self._notes, self._words.length, profile=self._profile, voice=self._desk.speaks)
        self._reading.take(made.placed)
        self._sounds.prepare(made.placed)
        self._want()

    def _want(self) -> None:
        """Have words made in the order in which they may be needed."""
        words = self._reading.words()
        self._words.want([*words[:_BEFORE_ASIDES], *self._asides, *words[_BEFORE_ASIDES:]])

    # Time

    def step(self, now: int) -> None:
        """Place what comes within half a second."""
        if self._words.made != self._made and now - self._arranged >= ARRANGE_AGAIN:
            self._arrange(now)
        self._keep_to_lease(now)
        self._desk.step(now)
        self._say(now)
        run = self._run
        if run is not None and not self._expired:
            if self._desk.ready:
                self._place_counts(now)
                self._join(run, now)
            self._place_notes(run, now)
            self._end(run, now)

    def _keep_to_lease(self, now: int) -> None:
        over = now >= self._until
        if self._run is None or over == self._expired:
            return
        if over:
            self._expired = True
            self._halted = now
            self._drop(now, bed=True)
        elif not self._finished:
            self._resume(max(self._position(self._run, now), self._run.position))

    def _place_counts(self, now: int) -> None:
        while self._counts and self._counts[0] < self._horizon(now):
            at = self._counts.pop(0)
            tick = self._sounds.count(self._profile)
            if tick is not None and at > now - LATE:
                self._desk.place(tick[0], at, Bus.CUE, tick[1])

    def _place_notes(self, run: Go, now: int) -> None:
        # While there is no stage, what passes is gone: what comes waits for one until its time has passed.
        horizon = self._horizon(now) if self._desk.ready else now - LATE
        # A position is before the horizon where its time is, to the nanosecond.
        for placed in self._reading.until(run.position - (run.at - horizon) // MILLISECOND):
            at = _time(run, placed.at)
            if self._desk.ready and at > now - LATE:
                self._put(placed, at)
        self._ahead = [(at, placed) for at, placed in self._ahead if at > now]

    def _put(self, placed: Placed, at: int) -> None:
        clip = self._words.clip(placed.name) if placed.bus is Bus.VOICE else self._sounds.clip(placed)
        if clip is not None:
            self._ahead.append((at, placed))
            self._desk.place(clip, at, placed.bus, placed.gain)

    def _say(self, now: int) -> None:
        """Say what is asked for, once there is a clip and a stage, or not at all."""
        if self._to_say is None:
            return
        words, asked = self._to_say
        if now - asked > SAY_WITHIN:
            self._to_say = None
        elif self._desk.ready and (clip := self._words.clip(words)) is not None:
            self._to_say = None
            if self._desk.speaks:
                self._desk.place(clip, now, Bus.VOICE, 1.0)

    def _join(self, run: Go, now: int) -> None:
        """Go on with a sound that lasts as long as its phase, where the run begins in its midst."""
        joins, self._joins = self._joins, False
        here = max(self._position(run, now), run.position)
        placed = self._reading.going_on(here) if joins else None
        if placed is None or placed.at + placed.lasts - here < _WORTH_JOINING or _time(run, here) >= self._held:
            return
        clip = self._sounds.clip(placed)
        # One that is struck rings in its own time: it is not struck again.
        if clip is not None and clip.duration >= placed.lasts:
            rest = joined(clip, frames_in(here - placed.at), frames_in(_JOIN_FADE))
            self._desk.place(rest, max(_time(run, here), now), placed.bus, placed.gain)

    def _end(self, run: Go, now: int) -> None:
        """Let the ambience go at the end, once all was heard, and say so."""
        over = _time(run, self._end_at) <= now < self._held
        if not self._finished and over and self._reading.over and now >= self._desk.busy_until:
            self._finished = True
            self._halted = now
            self._desk.lay_bed(on=False)
            self._report(Heard())

    def _horizon(self, now: int) -> int:
        return min(now + AHEAD + self._desk.primed * MILLISECOND, self._until, self._held)

    @staticmethod
    def _position(run: Go, now: int) -> Milliseconds:
        return run.position + (now - run.at) // MILLISECOND


def _time(run: Go, position: Milliseconds) -> int:
    """Give when a position of the score comes."""
    return run.at + (position - run.position) * MILLISECOND
