"""When to look at the clock again: at once for what moves, else when something is due or another second is shown."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

from textual.screen import Screen
from textual.timer import Timer

from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.session import Session
from relaxtimer.core.states import State
from relaxtimer.machine import nanoseconds
from relaxtimer.practice import Practice
from relaxtimer.terminal import is_remote
from relaxtimer.tui.thrift import Thrift

_FRAMES = 30
# A figure moves slowly: it needs no more.
_FRAMES_OF_FIGURE = 15
# What a network carries without falling behind.
_FRAMES_REMOTE = 15
# A deadline that has just passed is met by one more look at the clock, not by thousands.
_SHORTEST_WAIT = 0.005


class Pulse:
    """Calls `tick` at the right times, by one timer that is armed anew, and `frame` many times a second if need be."""

    def __init__(
        self,
        screen: Screen[None],
        practice: Practice,
        tick: Callable[[], None],
        frame: Callable[[], None],
        figured: Callable[[Session], bool],
    ) -> None:
        """Be still; `figured` tells whether there is a figure to move. Where the plan is calm, nothing moves at all."""
        self._screen = screen
        self._practice = practice
        self._tick = tick
        self._alarm: Timer | None = None
        self._figured = figured
        rate = frame_rate()
        slow = min(rate, _FRAMES_OF_FIGURE)
        self._frame = frame
        self._thrift, self._slow_thrift = Thrift(rate), Thrift(slow)
        self._frames = screen.set_interval(1 / rate, partial(self._draw, self._thrift), pause=True)
        self._slow_frames = screen.set_interval(1 / slow, partial(self._draw, self._slow_thrift), pause=True)

    def arm(self) -> None:
        """Come back in time for what happens next."""
        session = self._practice.session
        calm = self._practice.plan.calm
        paced = moves(session) and not calm
        _run(self._frames, self._thrift, on=paced)
        _run(self._slow_frames, self._slow_thrift, on=not paced and not calm and self._figure_moves(session))
        if self._alarm is not None:
            self._alarm.stop()
        wait = self._wait(session)
        self._alarm = None if wait is None else self._screen.set_timer(max(wait, _SHORTEST_WAIT), self._tick)

    def stop(self) -> None:
        """Come back no more."""
        self._frames.stop()
        self._slow_frames.stop()
        if self._alarm is not None:
            self._alarm.stop()

    def _draw(self, thrift: Thrift) -> None:
        if thrift.takes(nanoseconds(), seen=self._screen.app.app_focus):
            self._frame()

    def _figure_moves(self, session: Session) -> bool:
        return session.state in {State.RUNNING, State.WAITING} and self._figured(session)

    def _wait(self, session: Session) -> float | None:
        due = self._practice.seconds_to_deadline()
        rests = session.state is State.FINISHED
        clock = self._practice.clock
        change = clock.session_time(SECOND - self._practice.rested % SECOND) if rests else until_next_second(session)
        if change is None:
            return due
        shown = clock.seconds_until(clock.now() + change)
        return shown if due is None else min(due, shown)


def _run(timer: Timer, thrift: Thrift, *, on: bool) -> None:
    if on:
        timer.resume()
    else:
        timer.pause()
        thrift.rest()


def moves(session: Session) -> bool:
    """Tell whether something is paced now."""
    return session.state is State.RUNNING and session.moment.pace is not None


def until_next_second(session: Session) -> Milliseconds | None:
    """Give how long the digits stay as they are."""
    match session.state:
        case State.RUNNING:
            pace = session.moment.pace
            counts = (session.moment.remaining,) if pace is None else (session.moment.remaining, pace.remaining)
            return min((each - 1) % SECOND + 1 for each in counts)
        case State.LEAD_IN:
            return (session.lead_in - 1) % SECOND + 1
        case State.WAITING:
            return SECOND - session.waited % SECOND
        case _:
            return None


def frame_rate() -> int:
    """Give how many frames a second this terminal is asked for."""
    return _FRAMES_REMOTE if is_remote(os.environ) else _FRAMES
