"""A person at the keys whose time is a fake clock, and paper that remembers when each line was written."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from relaxtimer import plain
from relaxtimer.clock import FakeClock
from relaxtimer.core.routine import Item, Routine
from relaxtimer.core.timeline import Timeline
from relaxtimer.practice import MakePlayer, Plan, silent

Press = tuple[float, str]
"""When, in seconds, and which key."""


class ScriptedKeys:
    """Presses keys at their times; waiting moves the clock."""

    def __init__(self, clock: FakeClock, presses: Iterable[Press] = (), *, listening: bool = True) -> None:
        self.listening = listening
        self.open_now = False
        self.happens: dict[int, Callable[[], None]] = {}
        """What happens at times in milliseconds: the machine sleeps, the keys go away."""
        self._clock = clock
        self._presses = sorted((int(at * 1000), key) for at, key in presses)

    def open(self) -> None:
        self.open_now = True

    def close(self) -> None:
        self.open_now = False

    def wait(self, seconds: float | None, wake: int | None) -> tuple[str, ...]:
        assert wake is not None
        times = [at for at, _ in self._presses] + list(self.happens)
        if seconds is None:
            assert times, "the session waits for a key that nobody presses"
            until = min(times)
        else:
            until = min([self._clock.time + round(seconds * 1000), *times])
        self._clock.time = max(self._clock.time, until)
        for at in [at for at in self.happens if at <= self._clock.time]:
            self.happens.pop(at)()
        due = [key for at, key in self._presses if at <= self._clock.time]
        self._presses = self._presses[len(due) :]
        return tuple(due)


class Paper(io.StringIO):
    """Keeps the time of each line: `written` is (seconds, line)."""

    def __init__(self, clock: FakeClock) -> None:
        super().__init__()
        self.written: list[tuple[float, str]] = []
        self._clock = clock

    def write(self, text: str) -> int:
        if text != "\a":
            assert text.endswith("\n")
            assert "\n" not in text[:-1]
            self.written.append((self._clock.time / 1000, text[:-1]))
        return super().write(text)

    @property
    def lines(self) -> list[str]:
        return [line for _, line in self.written]

    def since(self, at: float) -> list[tuple[float, str]]:
        """What was written from a time on."""
        return [(time, line) for time, line in self.written if time >= at]


class Room:
    """A session in lines, with its clock, its keys and its paper; `status` once it was done."""

    def __init__(
        self,
        *items: Item,
        presses: Iterable[Press] = (),
        listening: bool = True,
        start: int = 0,
        notes: tuple[str, ...] = (),
        after: tuple[str, ...] = (),
    ) -> None:
        self.clock = FakeClock()
        self.keys = ScriptedKeys(self.clock, presses, listening=listening)
        self.paper = Paper(self.clock)
        timeline = Timeline.of(Routine(id="evening", name="My evening release", items=items, after=after))
        self.plan = Plan(timeline=timeline, clock=self.clock, player=silent, start=start, notes=notes)

    def with_player(self, player: MakePlayer) -> Plan:
        """The same plan with another player."""
        return replace(self.plan, player=player)

    def live(self) -> int:
        status = plain.run(self.plan, out=self.paper, keys=self.keys)
        assert not self.keys.open_now
        return status
