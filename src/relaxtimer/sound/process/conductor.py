"""Plays a score: places each sound half a second ahead, by the clock of the machine.

The rules. A run gives each position its time; what is past is never placed, and nothing is placed twice. Nothing sounds
past the time until which the session was last seen: seen again, it goes on in step. A clip that is not ready when its
place comes is left out, never late. Words that were cut, by a pause or because nothing was heard, are said again where
it goes on (see `resuming`). The time of everything is an argument: `take(request, now)`, `step(now)`.
"""

from __future__ import annotations

from collections.abc import Callable

from relaxtimer.audio.clip import frames_in
from relaxtimer.core.duration import Milliseconds
from relaxtimer.machine import MILLISECOND
from relaxtimer.sound.messages import (
    Answer,
    Go,
    Halt,
    Heard,
    Hush,
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
from relaxtimer.sound.placed import Bus, Placed
from relaxtimer.sound.process.aside import Aside, Asked
from relaxtimer.sound.process.clips import Sounds, Words
from relaxtimer.sound.process.counts import Counts
from relaxtimer.sound.process.desk import Desk
from relaxtimer.sound.process.reading import Reading
from relaxtimer.sound.process.resuming import lost_since
from relaxtimer.sound.process.run import position_at, reached, time_of
from relaxtimer.sound.process.script import Script
from relaxtimer.sound.process.stage import LATE, Stage, joined

AHEAD = 500 * MILLISECOND
# So often the score is arranged anew while clips become ready.
ARRANGE_AGAIN = 500 * MILLISECOND
# Words that may be asked for at any time come after these in the order in which all are made: they are needed sooner.
_BEFORE_ASIDES = 6
# A sound that goes on as long as its phase is joined in its midst where so much of it is left.
_WORTH_JOINING: Milliseconds = 300
_JOIN_FADE: Milliseconds = 50
# Words that come in unforeseen are placed so much later than now: the device has its next blocks already.
_SOON: Milliseconds = 200


class Conductor:
    """Follows the session's transport."""

    def __init__(self, opening: Open, sounds: Sounds, words: Words, report: Callable[[Report], None]) -> None:
        """Be halted, with nothing to play."""
        self._sounds = sounds
        self._words = words
        self._report = report
        self._desk = Desk(opening, sounds)
        self._counts = Counts(sounds, self._desk, opening.profile)
        self._script = Script(opening.profile, words.length)
        self._reading = Reading()
        self._aside = Aside(words, self._desk)
        self._asked = Asked(words)
        self._end_at: Milliseconds = 0
        self._asides: tuple[str, ...] = ()
        self._made = 0
        self._arranged = 0
        self._run: Go | None = None
        self._until = 0
        self._held = 0
        self._expired = False
        self._finished = False
        self._joins = False
        self._away = False
        self._heard: Milliseconds | None = None
        self._ahead: list[tuple[int, Placed]] = []
        self._halted = 0

    @property
    def quiet_since(self) -> int | None:
        """Since when nothing sounds or is about to; `None` while something does."""
        if self._plays or self._aside.waits:
            return None
        return max(self._halted, self._desk.busy_until)

    @property
    def hurries(self) -> bool:
        """Whether something waits to be done as soon as it can be."""
        return self._aside.waits or self._asked.waits or not self._desk.ready

    @property
    def next_due(self) -> int | None:
        """When it wants to be told the time at the latest."""
        return self._desk.next_due

    def attach(self, stage: Stage | None) -> None:
        """Play on a stage from now on, or on none."""
        self._desk.attach(stage)
        self._ahead.clear()
        self._joins = self._away = True

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
            case Say() | Answer() | Hush():
                self._take_words(request, now)
            case Volume(bus, level):
                self._desk.set_volume(bus, level)
            case Mute(on):
                self._desk.mute(on=on)
            case Voice(on):
                self._desk.speak(on=on)
                self._arrange(now)
            case _:
                return

    def _take_words(self, request: Say | Answer | Hush, now: int) -> None:
        """Say something beside the score, or no more of it; what is asked for while it is played goes between."""
        if isinstance(request, Answer) and self._plays:
            self._asked.ask(request.sentences, now)
        elif not isinstance(request, Hush):
            self._aside.say(request.sentences, now)
        elif self._run is None:
            self._aside.hush(now)

    def _take_score(self, score: Score, now: int) -> None:
        """Take another score; what was placed ahead and is not in it is taken back, and what sounds goes on."""
        here = self._heard if self._run is None else reached(self._run, now)
        self._script.take(score.notes, here, moves=self._run is not None)
        self._end_at, self._asides = score.end, score.asides
        self._finished = False
        self._arrange(now)
        still = set(self._reading.placed)
        if any(at > now and placed not in still for at, placed in self._ahead):
            self._take_back(now)

    def _take_back(self, now: int) -> None:
        """Place anew what was placed ahead."""
        self._ahead.clear()
        self._desk.take_back(now)
        if self._run is not None:
            # What begins at this very moment has begun.
            self._reading.seek(max(position_at(self._run, now) + 1, self._run.position))

    def _go(self, run: Go, now: int) -> None:
        self._drop(now, bed=False)
        self._run, self._away = run, not self._desk.ready
        self._counts.set(run.counts, now)
        self._finished = False
        self._resume(run.position)

    def _resume(self, position: Milliseconds) -> None:
        self._expired = False
        self._joins = True
        self._desk.begin()
        self._desk.lay_bed(on=True)
        self._go_on(position, position if self._heard is None else self._heard, position)

    def _go_on(self, position: Milliseconds, since: Milliseconds, words: Milliseconds) -> None:
        """Read on at a position, with what was not heard since another one, its words from a third one on."""
        self._script.resume(words, since, voice=self._desk.speaks)
        self._reading.take(self._script.placed)
        self._reading.seek(position)
        self._want()

    def _halt(self, now: int) -> None:
        if self._run is not None and self._plays and self._desk.ready:
            self._heard = reached(self._run, now)
        self._run = None
        self._halted = now
        self._drop(now, bed=True)

    def _drop(self, now: int, *, bed: bool) -> None:
        self._ahead.clear()
        self._asked.ask((), now)
        self._aside.forget()
        self._desk.drop(now, bed=bed)

    def _arrange(self, now: int) -> None:
        """Arrange the score with the lengths that are known; what was read stays as it was."""
        self._made, self._arranged = self._words.made, now
        self._script.arrange(voice=self._desk.speaks)
        self._reading.take(self._script.placed)
        self._sounds.prepare(self._script.placed)
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
        self._aside.step(now)
        run = self._run
        if run is not None and not self._expired:
            if self._desk.ready:
                self._counts.place(now, self._horizon(now))
                self._come_in(run, now)
                self._answer(run, now)
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
            self._resume(reached(self._run, now))

    def _place_notes(self, run: Go, now: int) -> None:
        # While there is no stage, what passes is gone: what comes waits for one until its time has passed.
        horizon = self._horizon(now) if self._desk.ready else now - LATE
        # A position is before the horizon where its time is, to the nanosecond.
        for placed in self._reading.until(run.position - (run.at - horizon) // MILLISECOND):
            at = time_of(run, placed.at)
            if self._desk.ready and at > now - LATE:
                self._put(placed, at)
        self._ahead = [(at, placed) for at, placed in self._ahead if at > now]

    def _put(self, placed: Placed, at: int) -> None:
        clip = self._words.clip(placed.name) if placed.bus is Bus.VOICE else self._sounds.clip(placed)
        if clip is not None:
            self._ahead.append((at, placed))
            self._desk.place(clip, at, placed.bus, placed.gain)

    def _answer(self, run: Go, now: int) -> None:
        """Make room for what was asked for, once there are clips of it."""
        ready = self._asked.taken(now) if self._asked.waits else []
        if ready:
            soon = max(position_at(run, now) + _SOON, run.position)
            self._script.answer(ready, soon, voice=self._desk.speaks)
            self._reading.take(self._script.placed)
            self._take_back(now)

    def _come_in(self, run: Go, now: int) -> None:
        """Be heard here: with what was missed while nothing was, and with the rest of a sound that lasts."""
        here = reached(run, now)
        joins, self._joins = self._joins, False
        away, self._away = self._away, False
        if away and here > run.position:
            self._go_on(here - LATE // MILLISECOND, lost_since(self._heard, here), here + _SOON)
        if joins:
            self._join(run, here, now)
        self._heard = here

    def _join(self, run: Go, here: Milliseconds, now: int) -> None:
        """Go on with a sound that lasts as long as its phase, where the run begins in its midst."""
        placed = self._reading.going_on(here)
        if placed is None or placed.at + placed.lasts - here < _WORTH_JOINING or time_of(run, here) >= self._held:
            return
        clip = self._sounds.clip(placed)
        # One that is struck rings in its own time: it is not struck again.
        if clip is not None and clip.duration >= placed.lasts:
            rest = joined(clip, frames_in(here - placed.at), frames_in(_JOIN_FADE))
            self._desk.place(rest, max(time_of(run, here), now), placed.bus, placed.gain)

    def _end(self, run: Go, now: int) -> None:
        """Let the ambience go at the end, once all was heard, and say so."""
        over = time_of(run, self._end_at) <= now < self._held
        if not self._finished and over and self._reading.over and now >= self._desk.busy_until:
            self._finished = True
            self._halted = now
            self._desk.lay_bed(on=False)
            self._report(Heard())

    def _horizon(self, now: int) -> int:
        return min(now + AHEAD + self._desk.primed * MILLISECOND, self._until, self._held)
