"""A session on the screen, with a clock that is moved by hand, for tests."""

from __future__ import annotations

from typing import Any

from textual.errors import NoWidget
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from relaxtimer.clock import FakeClock
from relaxtimer.core.body import Position
from relaxtimer.core.routine import Item
from relaxtimer.core.states import State
from relaxtimer.practice import Plan, silent
from relaxtimer.tui.app import ScreenApp
from relaxtimer.tui.arrangement import Place
from relaxtimer.tui.screens.session import SessionScreen
from tests.core.making import breaths, hold, parts, reps, step, timeline, two_sided, until_ready

# One step of every kind. The first prepare lasts 8 seconds, after a lead-in of 3.
ITEMS: tuple[Item, ...] = (
    two_sided(
        "Single knee to chest",
        hold(20),
        say=("Lie on your back, knees bent.", "Draw the {side} knee in."),
        breath_cue="Breathe out as it comes in.",
        easier="Hold behind the {side} thigh.",
        rest=6,
    ),
    step("Quiet breathing", breaths(3), position=Position.SITTING, say=("Let the belly rise.",)),
    step("Pelvic tilt", reps(4), say=("Flatten the lower back.",)),
    step("Ball on the wall", parts(15, 15), position=Position.STANDING),
    step("Settle down", until_ready(30), position=Position.SIDE_LYING),
)


class Seen:
    """A session under test, by what a person sees of it."""

    def __init__(self, *items: Item, start: float = 0, theme: str = "calm", **fields: Any) -> None:  # noqa: ANN401 - of a plan or of a routine
        self.clock = FakeClock()
        given = {name: fields.pop(name) for name in Plan.__struct_fields__ if name in fields}
        line = timeline(*(items or ITEMS), **fields)
        plan = Plan(**{"player": silent, **given}, timeline=line, clock=self.clock, start=round(start * 1_000))
        self.app = ScreenApp(lambda look: SessionScreen(plan, look), theme)

    def screen_made(self) -> SessionScreen:
        """The screen before it is shown."""
        first = self.app.get_default_screen()
        assert isinstance(first, SessionScreen)
        return first

    @property
    def screen(self) -> SessionScreen:
        screen = self.app.screen
        assert isinstance(screen, SessionScreen)
        return screen

    def state(self) -> State:
        return self.screen.session.state

    async def wait(self, pilot: Pilot[None], seconds: float) -> None:
        """Let time pass, looked at at least once a second."""
        left = round(seconds * 1_000)
        while left > 0:
            self.clock.move(min(left, 1_000))
            left -= 1_000
            self.screen.tick()
        await pilot.pause()

    def places(self) -> dict[Place, Region]:
        """Give where everything is that has a place."""
        return {Place(str(child.id)): child.region for child in self.screen.children if self._has_place(child)}

    def text(self, *names: Place) -> str:
        """Give what can be read in some widgets, or in all that are seen."""
        found = []
        for child in self.screen.children:
            if Place(str(child.id)) in (names or tuple(Place)) and self._has_place(child):
                found += [child.render_line(y).text.rstrip() for y in range(child.size.height)]
        return "\n".join(line for line in found if line)

    def _has_place(self, child: Widget) -> bool:
        try:
            self.screen.find_widget(child)
        except NoWidget:
            return False
        return True


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys by their names, and wait until all is shown."""
    await pilot.press(*keys)
    await pilot.pause()
