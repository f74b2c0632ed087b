"""A listener who paused, lost the sound or went on."""

from __future__ import annotations

from relaxtimer.core.events import Command
from relaxtimer.core.routine import Step
from tests.core.making import hold, step, two_sided
from tests.sound.process.listener import Listener

NAME = "Wall ball roll. On your back."
ONE, TWO, THREE = "Make loose fists beside the spine.", "Slide slowly down, lightly back.", "Stay off the spine."
ROLL = step("Wall ball roll", hold(40), prepare=10, say=(ONE, TWO, THREE), easier="Smaller moves.")
WHERE = ("Wall ball roll.", "Step 1 of 1.", "40 seconds left.")
HUG = two_sided("Hug", hold(20), prepare=6, switch=6, say=("Draw it in.",))


def paused_at(seconds: float, *items: Step) -> Listener:
    """Pause there for twelve seconds, and hear what the going on brings."""
    listener = Listener(*(items or (ROLL,))).started()
    listener.wait(seconds)
    listener.do(Command.PAUSE)
    listener.wait(12)
    return listener


def going_on(listener: Listener, seconds: float = 15) -> list[str]:
    since = listener.now
    listener.do(Command.GO_ON)
    listener.wait(3 + seconds)
    return listener.heard(since)
