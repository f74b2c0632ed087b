"""A session as lines: it waits for the next thing that matters or for a key, and writes a line."""

from __future__ import annotations

from collections.abc import Iterable

from relaxtimer.core.choices import LEAVE
from relaxtimer.core.done import done_line
from relaxtimer.core.duration import SECOND, Milliseconds
from relaxtimer.core.events import Command, Event, Paused
from relaxtimer.core.keys import Action, command_for
from relaxtimer.core.session import IllegalCommandError, Session
from relaxtimer.core.states import State
from relaxtimer.core.stop_rules import DISCLAIMER, STOP_RULES
from relaxtimer.plain.choices import choice_lines, chosen
from relaxtimer.plain.help import actions_of, first_keys, help_lines, key_of
from relaxtimer.plain.keys import Keys
from relaxtimer.plain.lines import Lines
from relaxtimer.plain.signals import Signals
from relaxtimer.plain.words import opening, spoken
from relaxtimer.plain.writer import Writer
from relaxtimer.practice import Plan, Practice
from relaxtimer.sound.controls import CONTROLS, turn
from relaxtimer.sound.player import PATIENCE, Outlet

HUNG_UP = 129
WITHOUT_KEYS = "There are no keys here: it goes on by itself to the end. Control C ends it."
ASK_TO_LEAVE = " ".join(LEAVE)
# Seconds. How long the end is heard, the player tells; it wakes the session then.
_AT_MOST = 1.0
# The numbers are those of the screen.
_LEAVE = frozenset({"y", "1"})
# Keys that say no to leaving and are not meant for anything else.
_STAY = frozenset({"2", "space", "n", "g", "q", "escape", "enter"})


class Face:
    """One session in lines."""

    def __init__(self, plan: Plan, writer: Writer, keys: Keys, signals: Signals) -> None:
        """Be ready to begin."""
        self._practice = Practice(plan, Outlet(writer.ring, lambda: None, signals.nudge))
        self._session = self._practice.session
        self._clock = plan.clock
        self._writer = writer
        self._keys = keys
        self._signals = signals
        self._lines = Lines(self._session, self._real, key_of(Action.PAUSE, plan.keys))
        self._actions = actions_of(plan.keys)
        self._leaving = False
        self._paused_to_ask = False

    def live(self) -> None:
        """Go through the session to its end."""
        self._keys.open()
        self._practice.player.prepare()
        self._open()
        while not self._session.over:
            pressed = self._keys.wait(self._seconds(), self._signals.wake)
            self._follow_signals()
            self._write(self._practice.tick())
            self._writer.lines(*self._practice.news())
            for key in pressed:
                self._press(key)
            self._go_on_alone()
        self._ring_out()

    def _ring_out(self) -> None:
        """Let the last words and the last bell be heard; any key ends them."""
        while self._practice.player.status().ringing:
            pressed = self._keys.wait(_AT_MOST, self._signals.wake)
            self._signals.look()
            if pressed:
                return

    def ended(self, status: int) -> int:
        """Say, where that is still possible, that the session was ended from outside."""
        self.close()
        if status == HUNG_UP:
            self._writer.abandon()
        else:
            self._writer.last(f"Interrupted. {done_line(self._session)}")
        return status

    def leave(self) -> Session:
        """Let go of the sound, and give the session as it was done."""
        self._practice.close()
        return self._session

    def close(self) -> None:
        """Give back the terminal and the sound."""
        try:
            self._keys.close()
        finally:
            self._practice.close()

    # Time

    def _seconds(self) -> float | None:
        """Give how long nothing will happen by itself; `None` for as long as nobody presses a key."""
        deadline = self._practice.seconds_to_deadline()
        if deadline is None:
            return None
        ahead = [each for each in (self._lines.next_mark(), self._patience()) if each is not None]
        now = self._clock.now()
        return min([deadline, *(self._clock.seconds_until(now + max(each, 0)) for each in ahead)])

    def _patience(self) -> Milliseconds | None:
        """Give what is left of the time that a step which waits is given where nobody can press a key."""
        if self._session.state is not State.WAITING or self._keys.listening:
            return None
        return self._session.moment.segment.duration - self._session.waited

    def _real(self, time: Milliseconds) -> Milliseconds:
        return time * SECOND // self._clock.session_time(SECOND)

    def _go_on_alone(self) -> None:
        """Do what a key would, where nobody can press one."""
        if self._keys.listening:
            return
        match self._session.state:
            case State.PAUSED:
                self._do(Command.GO_ON)
            case State.HURTING:
                self._do(Command.LEAVE)
            case State.WAITING if (self._patience() or 0) <= 0:
                self._writer.lines(f"{spoken(self._session.moment.segment.duration)} are over: going on.")
                self._do(Command.GO_ON)

    # Signals

    def _follow_signals(self) -> None:
        self._signals.look()
        if self._signals.stop_asked:
            self._stop()
        if self._signals.came_back:
            self._signals.came_back = False
            self._keys.open()

    def _stop(self) -> None:
        """Stand still while the process is stopped, and say how long that was."""
        self._pause_quietly()
        since = self._clock.now()
        self._keys.close()
        self._practice.player.settle()
        self._signals.stop()
        self._keys.open()
        self._lines.listening = self._keys.listening
        away = self._real(self._clock.now() - since)
        self._practice.came_back(away)
        if self._session.state is State.HURTING and self._lines.listening:
            self._writer.lines(*choice_lines(self._session))
            return
        self._writer.lines(*self._lines.paused(away))

    # Keys

    def _press(self, key: str) -> None:
        self._practice.pressed(key)
        if self._leaving and self._answer(key):
            return
        if self._session.state is State.HURTING:
            self._choose(key)
        elif key in self._actions:
            self._act(self._actions[key])

    def _answer(self, key: str) -> bool:
        """Take the answer to whether to leave; tell whether the key was for nothing else."""
        self._leaving = False
        if key in _LEAVE:
            self._do(Command.LEAVE)
            return True
        self._writer.lines("Staying.")
        if self._paused_to_ask:
            self._do(Command.GO_ON)
        if self._session.state is State.HURTING and key in _STAY:
            self._tell_choices()
        return key in _STAY

    def _ask_to_leave(self) -> None:
        """Ask, and stand still meanwhile."""
        self._leaving = True
        self._paused_to_ask = self._pause_quietly()
        self._practice.ask(to_leave=True)
        self._writer.lines(ASK_TO_LEAVE)

    def _tell_choices(self) -> None:
        self._practice.ask(to_leave=False)
        self._writer.lines(*choice_lines(self._session))

    def _choose(self, key: str) -> None:
        command = chosen(self._session, key)
        if command is not None:
            self._do(command)
        elif self._actions.get(key) in {Action.HELP, Action.LEAVE, *CONTROLS}:
            self._act(self._actions[key])
        else:
            self._tell_choices()

    def _act(self, action: Action) -> None:
        match action:
            case Action.HELP:
                self._practice.tell_rules()
                self._writer.lines(*help_lines(self._practice.plan.keys))
            case Action.LEAVE:
                self._ask_to_leave()
            case Action.WHERE:
                self._writer.lines(self._practice.where())
            case _ if action in CONTROLS:
                self._writer.lines(turn(self._practice.player, action))
            case _:
                command = command_for(action, self._session)
                if command is None:
                    self._writer.lines("That is not possible here.")
                else:
                    self._do(command)

    def _do(self, command: Command) -> None:
        try:
            events = self._practice.do(command)
        except IllegalCommandError:  # what time brought in the meantime is written with the next tick
            return
        self._write(events)

    def _pause_quietly(self) -> bool:
        """Pause without a word about it, where that is possible; tell whether it was."""
        try:
            events = self._practice.do(Command.PAUSE, quietly=True)
        except IllegalCommandError:
            return False
        self._write(event for event in events if not isinstance(event, Paused))
        return True

    def _write(self, events: Iterable[Event]) -> None:
        self._lines.listening = self._keys.listening
        self._writer.lines(*self._lines.of(events))

    def _open(self) -> None:
        plan = self._practice.plan
        listening = self._keys.listening
        self._writer.lines(*opening(plan.timeline.routine, plan.timeline, plan.start), *plan.notes, DISCLAIMER)
        self._writer.lines(*((first_keys(plan.keys),) if listening else (WITHOUT_KEYS, STOP_RULES[0])))
        pressed = self._await_sound()
        self._do(Command.START)
        for key in pressed:
            self._press(key)

    def _await_sound(self) -> list[str]:
        """Hold the start back until the first count can be heard, for a moment; give what is pressed meanwhile."""
        until = self._clock.now() + self._clock.session_time(round(PATIENCE * SECOND))
        pressed: list[str] = []
        while self._practice.player.status().coming and not pressed and self._clock.now() < until:
            pressed += self._keys.wait(self._clock.seconds_until(until), self._signals.wake)
            self._signals.look()
        return pressed
